"""Who did or saw what? The log, for admins and auditors; whoever reads it stands in it, too."""

import csv
import io
import json
from collections.abc import AsyncIterator
from datetime import datetime, time, timedelta
from typing import Annotated
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response, StreamingResponse

from channels.incoming import PLAIN
from console.access import Person
from console.accounts_contexts import AuditPage
from console.accounts_words import ACTION_WORDS, ACTOR_WORDS
from console.gate import PATH
from console.office import Office
from console.rendering import HEADERS, Pages
from storage.audit import Audit, Entry, Sought

HERE = f"{PATH}/audit"
ROWS = 100
FLUSH = 16_384
"""Characters of the file that are sent at once."""
COLUMNS = ("at", "actor", "who", "action", "subject", "details")
Word = Annotated[str, Query(max_length=100, pattern=PLAIN)]
Day = Annotated[str, Query(max_length=10, pattern=r"^(\d{4}-\d{2}-\d{2})?$")]


class Filters:
    """What the address asks for: `since` and `until` are days where the person is."""

    def __init__(
        self,
        actor: Word = "",
        action: Word = "",
        lead: Word = "",
        since: Day = "",
        until: Day = "",
    ) -> None:
        self.actor, self.action, self.lead = actor.strip(), action.strip(), lead.strip()
        self.since, self.until = since, until

    def sought(self, zone: str) -> Sought:
        """The entries of it."""
        until = _midnight(self.until, zone)
        return Sought(
            actor=self.actor or None,
            action=self.action or None,
            subject=self.lead or None,
            since=_midnight(self.since, zone),
            until=until + timedelta(days=1) if until else None,
        )

    def query(self, **more: str) -> str:
        """The same for another address."""
        parts = {
            "actor": self.actor,
            "action": self.action,
            "lead": self.lead,
            "since": self.since,
            "until": self.until,
            **more,
        }
        return urlencode({name: value for name, value in parts.items() if value})


def audit_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/audit`, and the same as a file."""
    router = APIRouter(prefix=HERE, route_class=pages.route_class())
    Reader = Annotated[Person, Depends(office.gate.permits("admin", "auditor"))]
    Asked = Annotated[Filters, Depends(Filters)]

    @router.get("")
    async def show(
        request: Request, person: Reader, asked: Asked, after: Word | None = None
    ) -> Response:
        found = await office.audit.entries(asked.sought(person.zone), ROWS, after)
        if after is None:
            await office.audit.record(person, "audit.viewed", asked.lead or None)
        words = pages.words(request, person)
        says = {action: words.text(said) for action, said in ACTION_WORDS.items()}
        actions = [(one, says.get(one, one)) for one in await office.audit.actions()]
        names = {actor: words.text(said) for actor, said in ACTOR_WORDS.items()}
        page = AuditPage(
            names=names,
            entries=found.items,
            next=f"{HERE}?{asked.query(after=found.next)}" if found.next else "",
            download=f"{HERE}.csv?{asked.query()}",
            sought=asked.sought(person.zone),
            actors=await _actors(office, names),
            actions=tuple(sorted(actions, key=lambda one: one[1].casefold())),
            says=says,
            since=asked.since,
            until=asked.until,
        )
        return pages.show(request, person, "audit.html", page)

    @router.get(".csv")
    async def download(person: Reader, asked: Asked) -> Response:
        details = {"by": asked.actor, "action": asked.action}
        await office.audit.record(person, "audit.exported", asked.lead or None, details)
        return StreamingResponse(
            _file(office.audit, asked.sought(person.zone)),
            media_type="text/csv; charset=utf-8",
            headers={**HEADERS, "Content-Disposition": 'attachment; filename="audit-log.csv"'},
        )

    return router


async def _actors(office: Office, others: dict[str, str]) -> tuple[tuple[str, str], ...]:
    users = await office.accounts.users.all()
    keys = await office.accounts.keys.all()
    return (
        *((user.id, user.name or user.email) for user in users),
        *((key.id, key.name) for key in keys),
        *others.items(),
    )


async def _file(audit: Audit, sought: Sought) -> AsyncIterator[str]:
    """The entries as CSV (RFC 4180), some at a time."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    async for entry in audit.every(sought):
        writer.writerow(_row(entry))
        if written.tell() > FLUSH:
            yield written.getvalue()
            written.seek(0)
            written.truncate()
    yield written.getvalue()


def _row(entry: Entry) -> list[str]:
    details = json.dumps(dict(entry.details), ensure_ascii=False) if entry.details else ""
    cells = (entry.actor, entry.who, entry.action, entry.subject or "", details)
    return [entry.at.isoformat(), *map(_harmless, cells)]


def _harmless(cell: str) -> str:
    """OWASP, CSV injection: no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _midnight(day: str, zone: str) -> datetime | None:
    """When a day begins there; None for one that there is not."""
    try:
        return datetime.combine(datetime.fromisoformat(day).date(), time(), ZoneInfo(zone))
    except ValueError:
        return None
