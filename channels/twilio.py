"""What do we ask of Twilio, and how do we know that it asks something of us? The only importer of
its package.

Twilio's client runs over our own pool of connections: its own has no time limit and blocks.
"""

import json
import logging
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal
from urllib.parse import quote, urlsplit, urlunsplit

import httpx
from starlette.requests import HTTPConnection
from twilio.base.exceptions import TwilioException  # type: ignore[import-untyped]
from twilio.http import AsyncHttpClient  # type: ignore[import-untyped]
from twilio.http.response import Response  # type: ignore[import-untyped]
from twilio.request_validator import (  # type: ignore[import-untyped]
    RequestValidator,
    get_signature_algorithm,
)
from twilio.rest import Client  # type: ignore[import-untyped]

from agent.errors import Unavailable
from agent.messages import Channel
from agent.texting import Accepted, Busy, Refused, SendOutcome, Text, Unclear

log = logging.getLogger(__name__)

TWILIO = "https://api.twilio.com"
TIMEOUT = httpx.Timeout(10.0, connect=5.0)
VALID_FOR = 3600
"""Seconds that a text may wait in Twilio's queue: a reply hours late is harmful."""
CLOCKS = timedelta(seconds=10)
"""By so much may Twilio's clock and ours differ."""
LOOKED_THROUGH = 50
"""So many of the newest texts to a number are looked through for one whose fate is unknown."""
SIGNATURE = "X-Twilio-Signature"
SETTINGS = "X-Twilio-Webhooks-Signature-Settings"
WHATSAPP = "whatsapp:"
Params = Mapping[str, Any]


class HttpxTwilio(AsyncHttpClient):  # type: ignore[misc]
    """The transport of Twilio's client, over httpx."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        super().__init__(log, is_async=True)
        self._client = client

    async def request(
        self,
        method: str,
        uri: str,
        params: Params | None = None,
        data: Params | None = None,
        headers: Mapping[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - Twilio's signature
        allow_redirects: bool = False,
    ) -> Response:
        """One request; what goes wrong below HTTP is httpx's error."""
        as_json = (headers or {}).get("Content-Type", "").startswith("application/json")
        response = await self._client.request(
            method,
            uri,
            params=params or None,
            headers=headers,
            auth=auth,
            timeout=TIMEOUT if timeout is None else timeout,
            follow_redirects=allow_redirects,
            **{"json" if as_json else "data": data or None},  # type: ignore[arg-type]
        )
        if response.is_success and response.content and not _is_an_object(response.text):
            raise httpx.DecodingError("it is not an answer of Twilio's", request=response.request)
        return Response(response.status_code, response.text, response.headers)


@dataclass(frozen=True, slots=True)
class Number:
    """A number of ours at Twilio."""

    number: str
    texts: str
    """Where texts to it are sent: the address of a webhook."""
    calls: str


class TwilioAccount:
    """An account at Twilio: agent.texting.Texter, and agent.erasing.Eraser of what it keeps."""

    def __init__(
        self,
        sid: str,
        token: str,
        client: httpx.AsyncClient,
        *,
        callback: str,
        base_url: str = TWILIO,
    ) -> None:
        """`callback`: where Twilio reports how a text fares (/webhooks/twilio/status)."""
        self._callback = callback
        # Its own environment: Client would take a region from ours and send us elsewhere.
        rest = Client(
            sid, token, http_client=HttpxTwilio(client), environment={"TWILIO_ACCOUNT_SID": sid}
        )
        rest.api.base_url = base_url.rstrip("/")
        self._api = rest.api.v2010.account

    async def send(self, text: Text) -> SendOutcome:
        """Have a text sent. Never tried again here: it might go out twice."""
        try:
            sent = await self._api.messages.create_async(
                to=on(text.channel, text.to),
                status_callback=f"{self._callback}?text={quote(text.id)}",
                validity_period=VALID_FOR,
                **_sender(text),
                **_content(text),
            )
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            return Busy(f"no connection to Twilio: {_said(error)}")
        except httpx.HTTPError as error:
            return Unclear(f"no answer from Twilio: {_said(error)}")
        except TwilioException as error:
            return _refusal(error)
        if not isinstance(sent.sid, str):
            return Unclear("Twilio's answer names no text")
        return Accepted(sent.sid, str(sent.status), sent.error_code)

    async def find(self, text: Text, since: datetime) -> Accepted | None:
        """A text that went out although no answer came, or None. Raises Unavailable."""
        listed = await _asked(
            self._api.messages.list_async(
                to=on(text.channel, text.to), limit=LOOKED_THROUGH, page_size=LOOKED_THROUGH
            ),
        )
        for one in listed or ():
            if _is(one, text, since - CLOCKS):
                return Accepted(one.sid, one.status, one.error_code)
        return None

    async def numbers(self) -> list[Number]:
        """Our numbers, and where Twilio sends what comes in by them. Raises Unavailable."""
        listed = await _asked(self._api.incoming_phone_numbers.list_async(limit=LOOKED_THROUGH))
        return [
            Number(str(one.phone_number), one.sms_url or "", one.voice_url or "")
            for one in listed or ()
        ]

    async def erase(self, kind: Literal["message", "call", "recording"], sid: str) -> None:
        """Delete what Twilio keeps of a text (its media too), a call (its recordings too) or a
        recording. Gone already is done. Raises Unavailable.
        """
        if kind == "message":
            message = self._api.messages(sid)
            for media in await _asked(message.media.list_async()) or ():
                await _asked(message.media(media.sid).delete_async())
            await _asked(message.delete_async())
        elif kind == "call":
            for recording in await _asked(self._api.recordings.list_async(call_sid=sid)) or ():
                await _asked(self._api.recordings(recording.sid).delete_async())
            await _asked(self._api.calls(sid).delete_async())
        else:
            await _asked(self._api.recordings(sid).delete_async())


class TwilioSignatures:
    """Tells Twilio's requests from others, by the address that we are known under.

    The address is configured: what a proxy or the sender says of it proves nothing.
    """

    def __init__(
        self, account: str, token: str, address: str, shared_keys: Mapping[str, str] | None = None
    ) -> None:
        """`shared_keys`: secrets by the name of the key, for webhooks signed with a SharedKey."""
        self.account = account
        self._token = token
        self._address = address.rstrip("/")
        parts = urlsplit(self._address)
        scheme = "wss" if parts.scheme == "https" else "ws"
        self._socket_address = urlunsplit(parts._replace(scheme=scheme))
        self._shared_keys = dict(shared_keys or {})

    def signed(self, request: HTTPConnection, params: Any = None) -> bool:
        """Whether Twilio signed it. `params`: a form with all its values, or the text of a JSON
        body; None for a WebSocket, whose address alone is signed.
        """
        settings = request.headers.get(SETTINGS, "")
        secret = self._secret(settings)
        signature = request.headers.get(SIGNATURE, "")
        if not secret or not signature:
            return False
        if isinstance(params, str) and len(request.query_params.getlist("bodySHA256")) != 1:
            return False  # nothing that is signed speaks for the body
        address = self.address_of(request)
        algorithm = get_signature_algorithm(settings)
        return bool(RequestValidator(secret).validate(address, params, signature, algorithm))

    def address_of(self, request: HTTPConnection) -> str:
        """The address that Twilio knows a request's target by."""
        scope = request.scope
        base = self._socket_address if scope["type"] == "websocket" else self._address
        path = (
            (scope.get("raw_path") or quote(scope["path"]).encode())
            .partition(b"?")[0]
            .decode("latin-1")
        )
        query = scope["query_string"].decode("latin-1")
        return f"{base}{path}?{query}" if query else f"{base}{path}"

    def _secret(self, settings: str) -> str:
        """What the request is to be signed with; empty when we do not have it."""
        parts = (part.partition("=") for part in settings.split(","))
        names = [value.strip() for name, _, value in parts if name.strip() == "key"]
        return self._shared_keys.get(names[0], "") if names else self._token


def sign(secret: str, address: str, params: Any = None) -> str:
    """Twilio's signature of a request to this address."""
    return str(RequestValidator(secret).compute_signature(address, params))


def on(channel: Channel, number: str) -> str:
    """A number as Twilio writes it: the prefix tells WhatsApp from SMS."""
    return f"{WHATSAPP}{number}" if channel == "whatsapp" else number


async def _asked(question: Awaitable[Any]) -> Any:
    """Twilio's answer; None when what was asked about is gone. Raises Unavailable."""
    try:
        return await question
    except httpx.HTTPError as error:
        raise Unavailable(f"Twilio does not answer: {_said(error)}") from error
    except TwilioException as error:
        if _status(error) == httpx.codes.NOT_FOUND:
            return None
        code = getattr(error, "code", None)
        raise Unavailable(f"Twilio refuses: {_why(error)} ({code})") from error


def _sender(text: Text) -> dict[str, str]:
    if text.sender.startswith("MG"):
        return {"messaging_service_sid": text.sender}
    return {"from_": on(text.channel, text.sender)}


def _content(text: Text) -> dict[str, str]:
    if text.template is None:
        return {"body": text.body}
    variables = json.dumps(dict(text.template.variables), ensure_ascii=False)
    return {"content_sid": text.template.content_sid, "content_variables": variables}


def _refusal(error: TwilioException) -> SendOutcome:
    """What it means when Twilio did not take a text. After 429 it surely was not sent (Twilio
    docs), after 5xx nobody knows.
    """
    status, why = _status(error), _why(error)
    if status == httpx.codes.TOO_MANY_REQUESTS:
        return Busy(why)
    if status >= httpx.codes.INTERNAL_SERVER_ERROR or not status:
        return Unclear(f"Twilio answered {status}: {why}")
    code = getattr(error, "code", None)
    return Refused(code if isinstance(code, int) and code != status else 0, why)


def _status(error: TwilioException) -> int:
    """The HTTP status; the errors of lists hold the whole response (twilio/base/page.py)."""
    response = error.args[-1] if error.args else None
    return int(getattr(response, "status_code", getattr(error, "status", 0)))


def _why(error: TwilioException) -> str:
    why = str(getattr(error, "msg", None) or getattr(error, "detail", None) or error)
    return why.removeprefix("Unable to create record: ")


def _is(listed: Any, text: Text, since: datetime) -> bool:
    """Whether a text that Twilio lists is this one. A template's words are not known to us; a trial
    account writes its own words before ours.
    """
    made = listed.date_created
    if not isinstance(made, datetime) or made < since or listed.direction == "inbound":
        return False
    if text.sender.startswith("MG"):
        ours = listed.messaging_service_sid == text.sender
    else:
        ours = listed.from_ == on(text.channel, text.sender)
    theirs = listed.to == on(text.channel, text.to)
    same = text.template is not None or (listed.body or "").endswith(text.body)
    return bool(ours and theirs and same)


def _is_an_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False


def _said(error: Exception) -> str:
    return str(error) or type(error).__name__
