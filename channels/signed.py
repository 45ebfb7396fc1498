"""Did Twilio send this? What it sent, once its signature is checked; anything else gets a 403."""

import json
import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Protocol
from urllib.parse import parse_qsl

from fastapi import Request
from starlette.datastructures import FormData
from starlette.requests import HTTPConnection

from channels.problems import Problem

log = logging.getLogger(__name__)

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
MOST_FIELDS = 1000


class Signatures(Protocol):
    """channels.twilio.TwilioSignatures."""

    @property
    def account(self) -> str:
        """Our account at Twilio."""
        ...

    def signed(self, request: HTTPConnection, params: Any = None) -> bool: ...

    def address_of(self, request: HTTPConnection) -> str: ...


class NotTwilio(Problem):
    """Not signed by our account at Twilio: nothing of it is believed, nothing is written."""

    def __init__(self) -> None:
        super().__init__(
            HTTPStatus.FORBIDDEN, "not-twilio", "This is not signed by our account at Twilio."
        )


async def read_signed(request: Request, signatures: Signatures) -> Mapping[str, str]:
    """The parameters of a webhook, of a repeated one the first. Raises NotTwilio.

    All of them are signed, also the blank ones and those that nobody knows yet (Twilio docs:
    webhooks security).
    """
    if "X-Twilio-Signature" not in request.headers:
        raise NotTwilio
    kind = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    body = (await request.body()).decode("utf-8", errors="replace")
    signed: FormData | str = body if kind == JSON else _form(body if kind == FORM else "")
    if not signatures.signed(request, signed):
        log.warning(
            "Refused a request that our Twilio account has not signed for %s: if it came from "
            "Twilio, check PUBLIC_BASE_URL and TWILIO_AUTH_TOKEN",
            signatures.address_of(request),
        )
        raise NotTwilio
    params = _object(signed) if isinstance(signed, str) else _first(signed)
    if params.get("AccountSid") != signatures.account:
        log.warning("Refused a request of another Twilio account: check TWILIO_ACCOUNT_SID")
        raise NotTwilio
    return params


def _form(body: str) -> FormData:
    try:
        fields = parse_qsl(body, keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        raise NotTwilio from None
    return FormData([*fields])


def _first(form: FormData) -> dict[str, str]:
    return {name: str(form.getlist(name)[0]) for name in form}


def _object(body: str) -> dict[str, str]:
    """The fields of a JSON object that are text or numbers."""
    try:
        found = json.loads(body)
    except ValueError:
        raise NotTwilio from None
    if not isinstance(found, dict):
        raise NotTwilio
    return {name: str(value) for name, value in found.items() if isinstance(value, (str, int))}
