"""What does Twilio's REST API do? As much of it as we use, with a memory, on this machine.

Answers have the shape of Twilio's OpenAPI (tests/contracts holds both sides to it); refusals have
its error codes.
"""

import asyncio
import base64
import re
import secrets
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any, TypeAlias

from starlette.applications import Starlette
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

Entry: TypeAlias = dict[str, Any]
_ADDRESS = re.compile(r"(whatsapp:)?\+[1-9]\d{6,14}")
_LONGEST = 1600
_ROOT = "/2010-04-01/Accounts/{account}"
_NOT_FOUND = (404, 20404, "The requested resource was not found")


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong with one request."""

    status: int = 500
    code: int | None = 20500
    why: str = "Internal server error"
    taken: bool = False
    """The request is done all the same: only its answer is lost."""
    seconds: float = 0.0
    """Before the answer comes: longer than anybody waits is a time-out."""
    body: str | None = None
    """Answered instead of Twilio's error document."""


OVERLOADED = Fault(429, 20429, "Too many requests")


@dataclass(slots=True)
class TwilioApi:
    """One account at Twilio."""

    account: str
    token: str
    texts: dict[str, Entry] = field(default_factory=dict)
    """By sid, oldest first."""
    calls: dict[str, Entry] = field(default_factory=dict)
    recordings: dict[str, Entry] = field(default_factory=dict)
    media: dict[str, list[str]] = field(default_factory=dict)
    """The sids of the media of a text."""
    opted_out: set[str] = field(default_factory=set)
    """Who wrote STOP: texts to them are refused with 21610."""
    faults: deque[Fault] = field(default_factory=deque)
    """Each goes wrong with one of the next requests."""
    always: Fault | None = None
    """Goes wrong with every request."""
    requests: list[tuple[str, str, Mapping[str, str]]] = field(default_factory=list)
    """Method, path and fields of every request."""
    sent: Callable[[Entry, str | None], None] = lambda _, __: None
    """Told of each text that was taken, and where its states are to be reported."""

    def add_call(self, sid: str) -> None:
        """A call that is over."""
        self.calls[sid] = {"sid": sid, "account_sid": self.account, "status": "completed"}

    def add_recording(self, sid: str, call: str) -> None:
        """A recording of a call."""
        self.recordings[sid] = {"sid": sid, "account_sid": self.account, "call_sid": call}

    def app(self) -> Starlette:
        """The API as a web application."""
        text, call = f"{_ROOT}/Messages/{{sid}}", f"{_ROOT}/Calls/{{sid}}"
        return Starlette(
            routes=[
                self._route(f"{_ROOT}/Messages.json", GET=self._list, POST=self._create),
                self._route(f"{text}.json", DELETE=self._delete_text),
                self._route(f"{text}/Media.json", GET=self._list_media),
                self._route(f"{text}/Media/{{medium}}.json", DELETE=self._delete_medium),
                self._route(f"{call}.json", DELETE=self._delete_call),
                self._route(f"{_ROOT}/Recordings.json", GET=self._list_recordings),
                self._route(f"{_ROOT}/Recordings/{{sid}}.json", DELETE=self._delete_recording),
            ]
        )

    def _route(self, path: str, **methods: Callable[[Request, FormData], Response]) -> Route:
        async def answer(request: Request) -> Response:
            form = await request.form()
            fields = {**request.query_params, **{name: str(form[name]) for name in form}}
            self.requests.append((request.method, request.url.path, fields))
            fault = self.faults.popleft() if self.faults else self.always
            if fault is None:
                return self._refusal(request) or methods[request.method](request, form)
            if fault.taken:
                methods[request.method](request, form)
            await asyncio.sleep(fault.seconds)
            if fault.body is not None:
                return Response(fault.body, fault.status)
            return _error(fault.status, fault.code, fault.why)

        return Route(path, answer, methods=list(methods))

    def _refusal(self, request: Request) -> Response | None:
        expected = base64.b64encode(f"{self.account}:{self.token}".encode()).decode()
        if request.headers.get("Authorization") != f"Basic {expected}":
            return _error(401, 20003, "Authenticate")
        if request.path_params["account"] != self.account:
            return _error(*_NOT_FOUND)
        return None

    # Messages

    def _create(self, _: Request, form: FormData) -> Response:
        given = {name: str(form[name]) for name in form}
        refused = self._unsendable(given)
        if refused is not None:
            return _error(400, *refused)
        now = format_datetime(datetime.now(UTC))
        service = given.get("MessagingServiceSid")
        sid = f"SM{secrets.token_hex(16)}"
        uri = f"{_ROOT.format(account=self.account)}/Messages/{sid}"
        self.texts[sid] = text = {
            "sid": sid,
            "account_sid": self.account,
            "api_version": "2010-04-01",
            "body": given.get("Body", f"[{given.get('ContentSid')}]"),
            "date_created": now,
            "date_updated": now,
            "date_sent": None,
            "direction": "outbound-api",
            "error_code": None,
            "error_message": None,
            "from": given.get("From"),
            "messaging_service_sid": service,
            "num_media": "0",
            "num_segments": "0" if service else "1",
            "price": None,
            "price_unit": "USD",
            "status": "accepted" if service else "queued",
            "subresource_uris": {"media": f"{uri}/Media.json"},
            "to": given["To"],
            "uri": f"{uri}.json",
        }
        self.sent(text, given.get("StatusCallback"))
        return JSONResponse(text, 201)

    def _unsendable(self, given: Mapping[str, str]) -> tuple[int, str] | None:
        """Twilio's code and words for a text that it will not take."""
        to, body = given.get("To", ""), given.get("Body", "")
        checks = (
            (not to, 21604, "A 'To' phone number is required."),
            (not _ADDRESS.fullmatch(to), 21211, f"Invalid 'To' Phone Number: {to}"),
            (
                not (given.get("From") or given.get("MessagingServiceSid")),
                21603,
                "A 'From' phone number is required.",
            ),
            (
                not (body or given.get("ContentSid") or given.get("MediaUrl")),
                21619,
                "A text message body or media urls must be specified.",
            ),
            (len(body) > _LONGEST, 21617, "The concatenated message body exceeds the limit."),
            (to in self.opted_out, 21610, "Attempt to send to unsubscribed recipient"),
        )
        return next(((code, why) for wrong, code, why in checks if wrong), None)

    def _list(self, request: Request, _: FormData) -> Response:
        query = request.query_params
        found = [
            text
            for text in reversed(self.texts.values())
            if query.get("To") in (None, text["to"]) and query.get("From") in (None, text["from"])
        ]
        return self._page(request, "messages", found)

    def _delete_text(self, request: Request, _: FormData) -> Response:
        sid = request.path_params["sid"]
        if sid in self.texts and self.texts[sid]["status"] in ("accepted", "queued", "sending"):
            return _error(409, 20009, "Resource not complete")
        return _gone(self.texts.pop(sid, None))

    def _list_media(self, request: Request, _: FormData) -> Response:
        text = request.path_params["sid"]
        sids = self.media.get(text, [])
        if text not in self.texts:
            return _error(*_NOT_FOUND)
        listed = [{"sid": sid, "account_sid": self.account, "parent_sid": text} for sid in sids]
        return self._page(request, "media_list", listed)

    def _delete_medium(self, request: Request, _: FormData) -> Response:
        sids = self.media.get(request.path_params["sid"], [])
        medium = request.path_params["medium"]
        if medium not in sids:
            return _error(*_NOT_FOUND)
        sids.remove(medium)
        return Response(status_code=204)

    # Calls and recordings

    def _delete_call(self, request: Request, _: FormData) -> Response:
        return _gone(self.calls.pop(request.path_params["sid"], None))

    def _list_recordings(self, request: Request, _: FormData) -> Response:
        call = request.query_params.get("CallSid")
        found = [one for one in self.recordings.values() if call in (None, one["call_sid"])]
        return self._page(request, "recordings", found)

    def _delete_recording(self, request: Request, _: FormData) -> Response:
        return _gone(self.recordings.pop(request.path_params["sid"], None))

    def _page(self, request: Request, name: str, entries: list[Entry]) -> Response:
        size = int(request.query_params.get("PageSize", 50))
        page = int(request.query_params.get("Page", 0))
        path, first = request.url.path, page * size
        left = len(entries) > first + size
        return JSONResponse(
            {
                name: entries[first : first + size],
                "page": page,
                "page_size": size,
                "start": first,
                "end": max(0, min(first + size, len(entries)) - 1),
                "uri": f"{path}?PageSize={size}&Page={page}",
                "first_page_uri": f"{path}?PageSize={size}&Page=0",
                "next_page_uri": f"{path}?PageSize={size}&Page={page + 1}" if left else None,
                "previous_page_uri": None,
            }
        )


def _gone(entry: Entry | None) -> Response:
    return Response(status_code=204) if entry is not None else _error(*_NOT_FOUND)


def _error(status: int, code: int | None, why: str) -> Response:
    """Twilio's error document."""
    more = f"https://www.twilio.com/docs/errors/{code}"
    return JSONResponse({"code": code, "message": why, "more_info": more, "status": status}, status)
