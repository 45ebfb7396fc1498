"""What does Zoho CRM tell of our leads? Owners and statuses, what was converted, won and lost.

Source: Zoho CRM developer documentation, API v8, "Get records": `If-Modified-Since`, answered with
304 where nothing was changed; 200 records on a page, after the tenth page by a token.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from agent.news import About, Accepted, Lost, News, OwnerTold, Rejected, Told, Won
from delivery.calls import Call, Reply
from delivery.news import Asking, Changed, Statuses, moment, next_since, price
from delivery.zoho import Zoho
from delivery.zoho_answers import rows
from qualification.values import Json

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
PAGES = 50
NOTHING_NEW = frozenset({304})


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

    def news(self, since: datetime) -> Asking:
        """See Telling."""
        news: list[News] = []
        if self.system.records == "lead":
            open_ones = yield from self._changed("Leads", ("Owner", "Lead_Status"), since, "false")
            converted = yield from self._changed("Leads", ("Owner", "Lead_Status"), since, "true")
            for row in open_ones.rows:
                news += (*_owner(row), *self._status(row))
            for row in converted.rows:
                about = _about("person", row)
                news += [*_owner(row), *([Accepted(about)] if about is not None else [])]
            return Told(tuple(news), next_since(since, open_ones, converted))
        people = yield from self._changed("Contacts", ("Owner",), since)
        news += [one for row in people.rows for one in _owner(row)]
        if not self.system.deal_stage:
            return Told(tuple(news), next_since(since, people))
        deals = yield from self._changed("Deals", ("Stage", "Amount"), since)
        news += [one for row in deals.rows for one in self._of_deal(row)]
        return Told(tuple(news), next_since(since, people, deals))

    def _status(self, row: dict[str, Json]) -> list[News]:
        about, status = _about("person", row), str(row.get("Lead_Status") or "")
        meaning = self.statuses.get(status)
        if about is None or meaning is None:
            return []
        return [Accepted(about) if meaning == "accepted" else Rejected(about, status)]

    def _of_deal(self, row: dict[str, Json]) -> list[News]:
        about, stage = _about("deal", row), str(row.get("Stage") or "")
        if about is None:
            return []
        if stage == WON:
            return [Won(about, *price(row.get("Amount"), None, self.currency))]
        return [Lost(about, stage)] if stage in LOST else []

    def _changed(
        self, module: str, fields: Sequence[str], since: datetime, converted: str = ""
    ) -> Generator[Call, Reply, Changed]:
        """Records that carry our key; the others are read and left."""
        found: list[dict[str, Json]] = []
        times: list[datetime] = []
        params = {
            "fields": ",".join((self.system.key_field, "Modified_Time", *fields)),
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
                also=NOTHING_NEW,
            )
            for row in rows(reply):
                at = moment(row.get("Modified_Time"))
                times += [at] if at is not None else []
                found += [dict(row)] if row.get(self.system.key_field) else []
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


def _about(step: str, row: dict[str, Json]) -> About | None:
    at = moment(row.get("Modified_Time"))
    return None if at is None else About(step, str(row.get("id") or ""), at)


def _owner(row: dict[str, Json]) -> list[News]:
    about, owner = _about("person", row), row.get("Owner")
    if about is None or not isinstance(owner, dict) or not owner.get("id"):
        return []
    email = owner.get("email")
    return [OwnerTold(about, str(owner["id"]), email if isinstance(email, str) else None)]
