"""What does HubSpot tell of our leads? Owners and statuses of contacts, deals won and lost.

Sources: HubSpot's guides "Search the CRM" (10 000 results at most, so that the rest is asked for
from the last one on; contacts are told apart by `lastmodifieddate`, deals by
`hs_lastmodifieddate`) and "Contacts: batch read" (50 at once with the history of properties: it
tells when a status was set, which the contact itself does not).
"""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias
from urllib.parse import quote

from agent.news import About, Accepted, Lost, News, OwnerTold, Rejected, Told, Touched, Won
from delivery.calls import Call, Reply
from delivery.hubspot import HubSpot
from delivery.hubspot_answers import identity, properties, results
from delivery.hubspot_api import following
from delivery.news import Asking, Changed, Statuses, moment, next_since, price
from qualification.values import Json

Row: TypeAlias = dict[str, Json]

STATUSES: Statuses = {
    "ATTEMPTED_TO_CONTACT": "accepted",
    "CONNECTED": "accepted",
    "IN_PROGRESS": "accepted",
    "OPEN_DEAL": "accepted",
    "UNQUALIFIED": "rejected",
}
STATUS, OWNER = "hs_lead_status", "hubspot_owner_id"
CLOSED = "hs_is_closed"
DEAL = ("amount", "closed_lost_reason", "createdate", "deal_currency_code", "hs_is_closed_won")
KINDS = ("person", "deal")
PAGE = 100
PAGES = 100
WITH_HISTORY = 50


@dataclass(frozen=True, slots=True)
class HubSpotNews:
    """delivery.news.Telling."""

    system: HubSpot
    statuses: Statuses = field(default_factory=lambda: STATUSES)
    currency: str = ""
    """Of amounts that have none: an account with one currency does not say which."""

    @property
    def name(self) -> str:
        """See Telling."""
        return self.system.name

    def news(self, since: datetime, contacts: Sequence[str] = ()) -> Asking:
        """See Telling. Whoever comes back gets our key here, where there is one."""
        del contacts
        ours: list[Json] = (
            [{"propertyName": self.system.key_property, "operator": "HAS_PROPERTY"}]
            if self.system.key_property
            else []
        )
        people = yield from self._changed(
            "contacts", "lastmodifieddate", since, ours, (STATUS, OWNER)
        )
        closed: list[Json] = [{"propertyName": CLOSED, "operator": "EQ", "value": "true"}]
        deals = yield from self._changed("deals", "hs_lastmodifieddate", since, closed, DEAL)
        of_contacts = yield from self._of_contacts(people.rows)
        of_deals = yield from self._of_deals(deals.rows)
        return Told((*of_contacts, *of_deals), next_since(since, people, deals))

    def news_of(self, touched: Sequence[Touched]) -> Asking:
        """See Recalling. Read by their ids: a search would not find what was changed just now."""
        ids = {kind: [one.remote for one in touched if one.kind == kind] for kind in KINDS}
        contacts = yield from self._read("contacts", ids["person"], (STATUS, OWNER))
        deals = yield from self._read("deals", ids["deal"], (CLOSED, "hs_lastmodifieddate", *DEAL))
        of_contacts = yield from self._of_contacts(contacts)
        closed = [one for one in deals if properties(one).get(CLOSED) == "true"]
        of_deals = yield from self._of_deals(closed)
        return Told((*of_contacts, *of_deals))

    def _read(
        self, objects: str, ids: Sequence[str], shown: Sequence[str]
    ) -> Generator[Call, Reply, list[Row]]:
        """Those of them that are there still."""
        found: list[Row] = []
        for start in range(0, len(ids), PAGE):
            some = ids[start : start + PAGE]
            body: Json = {"inputs": [{"id": one} for one in some], "properties": [*shown]}
            url = self.system.api.path(objects, "/batch/read")
            found += results(
                (yield Call(f"touched {objects}", "POST", url, body=body, changes=False))
            )
        return found

    def _changed(
        self,
        objects: str,
        by: str,
        since: datetime,
        more: Sequence[Json],
        shown: Sequence[str],
    ) -> Generator[Call, Reply, Changed]:
        found: list[Row] = []
        milliseconds = str(int(since.timestamp() * 1000))
        changed: Json = {"propertyName": by, "operator": "GTE", "value": milliseconds}
        body: dict[str, Json] = {
            "filterGroups": [{"filters": [changed, *more]}],
            "sorts": [{"propertyName": by, "direction": "ASCENDING"}],
            "properties": [by, *shown],
            "limit": PAGE,
        }
        url, after = self.system.api.path(objects, "/search"), ""
        for _ in range(PAGES):
            page: Json = {**body, "after": after} if after else body
            reply = yield Call(f"changed {objects}", "POST", url, body=page, changes=False)
            found += results(reply)
            after = following(reply)
            if not after:
                break
        times = [at for one in found if (at := moment(properties(one).get(by))) is not None]
        return Changed(found, max(times, default=None), not after)

    def _of_contacts(self, rows: Sequence[Row]) -> Generator[Call, Reply, list[News]]:
        telling = [one for one in rows if self._tells(properties(one))]
        emails: Mapping[str, str] = {}
        if any(OWNER in properties(one) for one in telling):
            emails = yield from self._owners()
        news: list[News] = []
        for start in range(0, len(telling), WITH_HISTORY):
            some = telling[start : start + WITH_HISTORY]
            body: Json = {
                "inputs": [{"id": identity(one)} for one in some],
                "properties": [STATUS, OWNER],
                "propertiesWithHistory": [STATUS, OWNER],
            }
            url = self.system.api.path("contacts", "/batch/read")
            for one in results((yield Call("contacts", "POST", url, body=body, changes=False))):
                news += self._of_contact(one, emails)
        return news

    def _tells(self, known: Mapping[str, str]) -> bool:
        return OWNER in known or known.get(STATUS) in self.statuses

    def _of_contact(self, contact: Row, emails: Mapping[str, str]) -> list[News]:
        known, news = properties(contact), list[News]()
        owner, status = known.get(OWNER), known.get(STATUS, "")
        at = _set_at(contact, OWNER)
        if owner is not None and at is not None:
            news.append(
                OwnerTold(About("contact", identity(contact), at), owner, emails.get(owner))
            )
        meaning, at = self.statuses.get(status), _set_at(contact, STATUS)
        if meaning is not None and at is not None:
            about = About("contact", identity(contact), at)
            news.append(Accepted(about) if meaning == "accepted" else Rejected(about, status))
        return news

    def _of_deals(self, rows: Sequence[Row]) -> Generator[Call, Reply, list[News]]:
        """A deal that somebody made by hand is about the lead whose contact it hangs on."""
        news: list[News] = []
        for one in rows:
            known, deal = properties(one), identity(one)
            at = moment(known.get("hs_lastmodifieddate"))
            if at is None:
                continue
            url = self.system.api.path("deals", f"/{quote(deal, safe='')}")
            reply = yield Call(
                "contacts of deal",
                "GET",
                url,
                params={"associations": "contacts"},
                changes=False,
                also=frozenset({404}),
            )
            about = About("deal", deal, at, moment(known.get("createdate")), _contacts(reply))
            if known.get("hs_is_closed_won") == "true":
                amount = price(known.get("amount"), known.get("deal_currency_code"), self.currency)
                news.append(Won(about, *amount))
            else:
                news.append(Lost(about, known.get("closed_lost_reason")))
        return news

    def _owners(self) -> Generator[Call, Reply, Mapping[str, str]]:
        """The e-mail address of each, by their id."""
        found, after = dict[str, str](), ""
        for _ in range(PAGES):
            params = {"limit": str(PAGE)} | ({"after": after} if after else {})
            reply = yield self.system.api.owners(params)
            for one in results(reply):
                found[identity(one)] = str(one.get("email") or "")
            after = following(reply)
            if not after:
                break
        return found


def _set_at(contact: Row, name: str) -> datetime | None:
    """When a property got its value."""
    histories = contact.get("propertiesWithHistory")
    history = histories.get(name) if isinstance(histories, dict) else None
    newest = history[0] if isinstance(history, list) and history else None
    return moment(newest.get("timestamp")) if isinstance(newest, dict) else None


def _contacts(reply: Reply) -> tuple[tuple[str, str], ...]:
    linked = reply.object().get("associations")
    contacts = linked.get("contacts") if isinstance(linked, dict) else None
    rows = contacts.get("results") if isinstance(contacts, dict) else None
    found = rows if isinstance(rows, list) else []
    ids = [identity(one) for one in found if isinstance(one, dict)]
    return tuple(("contact", one) for one in dict.fromkeys(ids))
