"""What does SugarCRM tell of our leads? Owners and statuses, what was converted, won and lost.

Source: Sugar Developer Guide, REST API v11, "/<module>/filter POST": `date_modified` with `$gte`,
`order_by`, pages by `offset` until `next_offset` is -1. A lead that was converted names its
opportunity; an opportunity names its currency by an id, `-99` being the one of the system. Who is a
contact by now is among those that are linked to an opportunity ("/<module>/:record/link/:link_name
GET").
"""

from collections.abc import Callable, Collection, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias
from urllib.parse import quote

from agent.news import About, Accepted, Lost, News, OwnerTold, Rejected, Told, Won
from delivery.calls import Call, Reply
from delivery.news import Asking, Changed, Statuses, moment, next_since, parts, price
from delivery.sugarcrm import SYNC_KEY, SugarCrm
from delivery.sugarcrm_lookups import OWNER, addresses_of, records_of
from delivery.sugarcrm_person import CLOSED
from delivery.sugarcrm_records import GONE
from qualification.values import Json

Row: TypeAlias = dict[str, Json]
Texts: TypeAlias = Generator[Call, Reply, Mapping[str, str]]

STATUSES: Statuses = {
    "In Process": "accepted",
    "Dead": "rejected",
    "Recycled": "rejected",
}
WON, LOST = "Closed Won", "Closed Lost"
PERSON = (OWNER,)
LEAD = ("status", "converted", "opportunity_id")
DEAL = ("sales_stage", "amount", "currency_id", "date_entered")
OWN_CURRENCY = "-99"
PAGE = 100
PAGES = 50
NAMED = 100
"""So many ids are asked for at once."""


@dataclass(frozen=True, slots=True)
class SugarCrmNews:
    """delivery.news.Telling."""

    system: SugarCrm
    statuses: Statuses = field(default_factory=lambda: STATUSES)
    currency: str = ""
    """Of the system; amounts in others name theirs."""

    @property
    def name(self) -> str:
        """See Telling."""
        return self.system.name

    def news(self, since: datetime, contacts: Sequence[str] = ()) -> Asking:
        """See Telling."""
        if self.system.records == "lead":
            people = yield from self._changed("Leads", (*PERSON, *LEAD), since, self._ours())
        else:
            contacts = ()
            people = yield from self._changed("Contacts", PERSON, since, self._ours())
        everybody = [*people.rows, *(yield from _of_contacts(contacts))]
        owners = yield from _in_parts(
            addresses_of, {str(row.get(OWNER) or "") for row in everybody}
        )
        news = [one for row in everybody for one in (*_owner(row, owners), *self._status(row))]
        if self.system.records == "contact" and not self.system.sales_stage:
            return Told(tuple(news), next_since(since, people))
        closed: Json = {"sales_stage": {"$in": [WON, LOST]}}
        deals = yield from self._changed("Opportunities", DEAL, since, [closed])
        people_of = yield from self._people_of(deals.rows, contacts)
        currencies = yield from _in_parts(
            _currencies, {str(row.get("currency_id") or OWN_CURRENCY) for row in deals.rows}
        )
        news += [one for row in deals.rows for one in self._of_deal(row, people_of, currencies)]
        return Told(tuple(news), next_since(since, people, deals))

    def _ours(self) -> Sequence[Json]:
        """A field of ours is on all that we delivered, a `sync_key` only on what we made: then all
        are read, and others' are left.
        """
        return [] if self.system.key == SYNC_KEY else [{self.system.key: {"$not_null": ""}}]

    def _status(self, row: Row) -> list[News]:
        about, status = _about("person", row), str(row.get("status") or "")
        meaning = "accepted" if row.get("converted") is True else self.statuses.get(status)
        if about is None or meaning is None:
            return []
        return [Accepted(about) if meaning == "accepted" else Rejected(about, status)]

    def _of_deal(
        self, row: Row, people_of: Mapping[str, Sequence[str]], currencies: Mapping[str, str]
    ) -> list[News]:
        about = _about("deal", row, people_of.get(str(row.get("id") or ""), ()))
        if about is None:
            return []
        if row.get("sales_stage") == LOST:
            return [Lost(about, LOST)]
        kept = str(row.get("currency_id") or OWN_CURRENCY)
        known = self.currency if kept == OWN_CURRENCY else currencies.get(kept)
        return [Won(about, *price(row.get("amount"), known, ""))]

    def _people_of(
        self, deals: Sequence[Row], contacts: Sequence[str]
    ) -> Generator[Call, Reply, Mapping[str, Sequence[str]]]:
        """Which lead was converted into each, else which of the contacts it is linked to; nobody
        where we make the opportunities ourselves.
        """
        if self.system.records != "lead":
            return {}
        ids = {str(row.get("id") or "") for row in deals}
        leads = yield from _in_parts(_converted, ids)
        found: dict[str, Sequence[str]] = {deal: (lead,) for deal, lead in leads.items()}
        for deal in sorted(ids - {*found, ""}) if contacts else ():
            linked = yield from _linked(deal)
            found[deal] = [one for one in linked if one in contacts]
        return found

    def _changed(
        self, module: str, fields: Sequence[str], since: datetime, more: Sequence[Json]
    ) -> Generator[Call, Reply, Changed]:
        found: list[Row] = []
        changed: Json = {"date_modified": {"$gte": since.isoformat(timespec="seconds")}}
        body: Row = {
            "filter": [changed, *more],
            "fields": ",".join(("id", "date_modified", *fields)),
            "order_by": "date_modified:asc,id:asc",
            "max_num": PAGE,
        }
        offset = 0
        for _ in range(PAGES):
            page: Json = {**body, "offset": offset}
            reply = yield Call(
                f"changed_{module.lower()}", "POST", f"/{module}/filter", body=page, changes=False
            )
            found += records_of(reply)
            following = reply.object().get("next_offset")
            offset = following if isinstance(following, int) else -1
            if offset < 0:
                break
        times = [at for one in found if (at := moment(one.get("date_modified"))) is not None]
        return Changed(found, max(times, default=None), offset < 0)


def _of_contacts(contacts: Sequence[str]) -> Generator[Call, Reply, list[Row]]:
    """However long ago they were changed: who had them before the lead is known then."""
    found: list[Row] = []
    for some in parts(contacts, NAMED):
        shown = ",".join(("id", "date_modified", *PERSON))
        found += yield from _named("Contacts", "id", some, shown, CLOSED)
    return found


def _linked(deal: str) -> Generator[Call, Reply, list[str]]:
    """The contacts of an opportunity."""
    url = f"/Opportunities/{quote(deal, safe='')}/link/contacts"
    params = {"fields": "id", "max_num": str(NAMED)}
    also = CLOSED | GONE
    call = Call("contacts_of_deal", "GET", url, params=params, changes=False, also=also)
    return [str(one.get("id") or "") for one in records_of((yield call))]


def _converted(deals: Sequence[str]) -> Texts:
    found = yield from _named("Leads", "opportunity_id", deals, "id,opportunity_id")
    return {str(one.get("opportunity_id") or ""): str(one.get("id") or "") for one in found}


def _currencies(ids: Sequence[str]) -> Texts:
    """The three letters of each."""
    found = yield from _named("Currencies", "id", ids, "id,iso4217")
    return {str(one.get("id") or ""): str(one.get("iso4217") or "") for one in found}


def _named(
    module: str, by: str, ids: Sequence[str], fields: str, also: frozenset[int] = frozenset()
) -> Generator[Call, Reply, Sequence[Row]]:
    body: Json = {"filter": [{by: {"$in": [*ids]}}], "fields": fields, "max_num": len(ids)}
    step, url = f"named_{module.lower()}", f"/{module}/filter"
    return records_of((yield Call(step, "POST", url, body=body, changes=False, also=also)))


def _in_parts(ask: Callable[[Sequence[str]], Texts], ids: Collection[str]) -> Texts:
    """What is known of each of these, not too many asked for at once."""
    wanted, found = sorted(one for one in ids if one and one != OWN_CURRENCY), dict[str, str]()
    for some in parts(wanted, NAMED):
        found.update((yield from ask(some)))
    return found


def _about(step: str, row: Row, people: Sequence[str] = ()) -> About | None:
    """`people`: whom an opportunity is with."""
    at, made = moment(row.get("date_modified")), moment(row.get("date_entered"))
    beside = tuple(("person", one) for one in people)
    return None if at is None else About(step, str(row.get("id") or ""), at, made, beside)


def _owner(row: Row, addresses: Mapping[str, str]) -> list[News]:
    about, owner = _about("person", row), str(row.get(OWNER) or "")
    if about is None or OWNER not in row:
        return []
    return [OwnerTold(about, owner, addresses.get(owner))]
