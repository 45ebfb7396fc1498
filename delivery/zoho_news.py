"""What does Zoho CRM tell of our leads? Owners and statuses, what was converted, won and lost.

Source: Zoho CRM developer documentation, API v8, "Get records": `If-Modified-Since`, answered with
304 where nothing was changed; 200 records on a page, after the tenth page by a token; `ids`, 100
at most. Who is a contact by now tells of the deals whose `Contact_Name` it is.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeAlias

from agent.news import About, Accepted, Lost, News, OwnerTold, Rejected, Told, Won
from delivery.calls import Call, Reply
from delivery.news import Asking, Changed, Statuses, moment, next_since, parts, price
from delivery.zoho import Zoho
from delivery.zoho_answers import rows
from delivery.zoho_person import CLOSED
from qualification.values import Json

Row: TypeAlias = dict[str, Json]

STATUSES: Statuses = {
    "Attempted to Contact": "accepted",
    "Contact in Future": "accepted",
    "Contacted": "accepted",
    "Pre-Qualified": "accepted",
    "Junk Lead": "rejected",
    "Not Qualified": "rejected",
}
WON = "Closed Won"
LOST = frozenset({"Closed Lost", "Closed-Lost to Competition"})
OF_CONTACT = ("Contact_Name", "Created_Time")
PAGES = 50
NOTHING_NEW = frozenset({304})
NAMED = 100
"""So many ids are asked for at once."""


@dataclass(frozen=True, slots=True)
class ZohoNews:
    """delivery.news.Telling."""

    system: Zoho
    statuses: Statuses = field(default_factory=lambda: STATUSES)
    currency: str = ""

    @property
    def name(self) -> str:
        """See Telling."""
        return self.system.name

    def news(self, since: datetime, contacts: Sequence[str] = ()) -> Asking:
        """See Telling."""
        news: list[News] = []
        if self.system.records == "lead":
            return (yield from self._of_leads(since, contacts))
        people = yield from self._changed("Contacts", ("Owner",), since)
        news += [one for row in people.rows for one in _owner(row)]
        if not self.system.deal_stage:
            return Told(tuple(news), next_since(since, people))
        deals = yield from self._changed("Deals", ("Stage", "Amount"), since)
        news += [one for row in deals.rows for one in self._of_deal(row)]
        return Told(tuple(news), next_since(since, people, deals))

    def _of_leads(self, since: datetime, contacts: Sequence[str]) -> Asking:
        news: list[News] = []
        open_ones = yield from self._changed("Leads", ("Owner", "Lead_Status"), since, "false")
        converted = yield from self._changed("Leads", ("Owner", "Lead_Status"), since, "true")
        for row in open_ones.rows:
            news += (*_owner(row), *self._status(row))
        for row in converted.rows:
            about = _about("person", row)
            news += [*_owner(row), *([Accepted(about)] if about is not None else [])]
        if not contacts:
            return Told(tuple(news), next_since(since, open_ones, converted))
        for some in parts(contacts, NAMED):
            news += yield from _of_contacts(some)
        deals = yield from self._read("Deals", ("Stage", "Amount", *OF_CONTACT), since, also=CLOSED)
        for row in deals.rows:
            who = _contact(row)
            if who in contacts:
                news += self._of_deal(row, who)
        return Told(tuple(news), next_since(since, open_ones, converted, deals))

    def _status(self, row: Row) -> list[News]:
        about, status = _about("person", row), str(row.get("Lead_Status") or "")
        meaning = self.statuses.get(status)
        if about is None or meaning is None:
            return []
        return [Accepted(about) if meaning == "accepted" else Rejected(about, status)]

    def _of_deal(self, row: Row, who: str = "") -> list[News]:
        """`who`: the contact of one that we did not make ourselves."""
        about, stage = _about("deal", row, who), str(row.get("Stage") or "")
        if about is None:
            return []
        if stage == WON:
            return [Won(about, *price(row.get("Amount"), None, self.currency))]
        return [Lost(about, stage)] if stage in LOST else []

    def _changed(
        self, module: str, fields: Sequence[str], since: datetime, converted: str = ""
    ) -> Generator[Call, Reply, Changed]:
        """Records that carry our key; the others are read and left."""
        key = self.system.key_field
        read = yield from self._read(module, (key, *fields), since, converted)
        return replace(read, rows=[row for row in read.rows if row.get(key)])

    def _read(
        self,
        module: str,
        fields: Sequence[str],
        since: datetime,
        converted: str = "",
        also: frozenset[int] = frozenset(),
    ) -> Generator[Call, Reply, Changed]:
        found: list[Row] = []
        times: list[datetime] = []
        params = {
            "fields": ",".join((*fields, "Modified_Time")),
            "sort_by": "Modified_Time",
            "sort_order": "asc",
            "per_page": "200",
        } | ({"converted": converted} if converted else {})
        asked = {"If-Modified-Since": since.isoformat(timespec="seconds")}
        more: dict[str, str] = {}
        for _ in range(PAGES):
            reply = yield Call(
                f"changed_{module}",
                "GET",
                f"/{module}",
                params={**params, **more},
                headers=asked,
                changes=False,
                also=NOTHING_NEW | also,
            )
            for row in rows(reply):
                at = moment(row.get("Modified_Time"))
                times += [at] if at is not None else []
                found.append(dict(row))
            more = _following(reply)
            if not more:
                break
        return Changed(found, max(times, default=None), not more)


def _following(reply: Reply) -> dict[str, str]:
    """How the next page is asked for."""
    info = reply.object().get("info")
    if not isinstance(info, dict) or info.get("more_records") is not True:
        return {}
    token = info.get("next_page_token")
    return {"page_token": token} if isinstance(token, str) else {}


def _of_contacts(contacts: Sequence[str]) -> Generator[Call, Reply, list[News]]:
    """However long ago they were changed: who had them before the lead is known then."""
    asked = {"ids": ",".join(contacts), "fields": "Owner,Modified_Time", "per_page": str(NAMED)}
    call = Call("contacts", "GET", "/Contacts", params=asked, changes=False, also=CLOSED)
    return [one for row in rows((yield call)) for one in _owner(dict(row))]


def _contact(deal: Row) -> str:
    contact = deal.get("Contact_Name")
    return str(contact.get("id") or "") if isinstance(contact, dict) else ""


def _about(step: str, row: Row, who: str = "") -> About | None:
    at, made = moment(row.get("Modified_Time")), moment(row.get("Created_Time"))
    beside = (("person", who),) if who else ()
    return None if at is None else About(step, str(row.get("id") or ""), at, made, beside)


def _owner(row: Row) -> list[News]:
    about, owner = _about("person", row), row.get("Owner")
    if about is None or not isinstance(owner, dict) or not owner.get("id"):
        return []
    email = owner.get("email")
    return [OwnerTold(about, str(owner["id"]), email if isinstance(email, str) else None)]
