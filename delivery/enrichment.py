"""How is an outside service asked about a lead? As JSON by POST: see docs/profile.md.

One form for any service: what a data provider offers is put behind a small adapter of one's own,
or a flow of an automation tool.
"""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from agent.enrichment import Answer, Subject, Told
from agent.outbox import Failed, RetryAt
from delivery.calls import Call, Refused, Reply, SignInAgain
from delivery.faults import retry_after, usual
from delivery.wire import Wire, request_of
from qualification.profile.cleaning import clean_fields
from qualification.values import Json

ACCEPTED, NO_CONTENT, NOT_FOUND = 202, 204, 404


class HttpEnrichment:
    """agent.enrichment.Provider over an address of one's own."""

    source: Final = "provider"

    def __init__(self, url: str, token: str, wire: Wire) -> None:
        self.name = urlsplit(url).netloc.rpartition("@")[2]
        self._url = url
        self._token = token
        self._wire = wire

    async def look_up(self, subject: Subject) -> Answer:
        """What it knows of somebody."""
        body: dict[str, Json] = {key: value for key, value in _parts(subject).items() if value}
        call = Call("look up", "POST", self._url, body=body, changes=False)
        headers = {"Authorization": f"Bearer {self._token}"} if self._token else {}
        try:
            reply = await self._wire.send(request_of(call, "", headers))
        except Refused as refused:
            return refused.outcome
        return _answer(reply)


def _parts(subject: Subject) -> Mapping[str, str | None]:
    return {
        "email": subject.email,
        "first_name": subject.first_name,
        "last_name": subject.last_name,
        "company": subject.company,
        "domain": subject.domain,
        "country": subject.country,
    }


def _answer(reply: Reply) -> Answer:
    if reply.status in (NO_CONTENT, NOT_FOUND):
        return Told()
    if reply.status == ACCEPTED:
        at = retry_after(reply.headers.get("retry-after", ""), reply.at)
        return RetryAt("it is still looking", at)
    match usual(reply):
        case SignInAgain(why=why):
            return Failed(why, "fix_configuration")
        case RetryAt() | Failed() as fault:
            return fault
        case None:
            pass
    fields = reply.object().get("fields")
    if not isinstance(fields, dict):
        return Failed("answered without an object `fields`", "fix_configuration")
    return Told(clean_fields(fields))
