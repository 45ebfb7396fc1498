"""What does Salesforce tell of our leads? Owners and statuses, what was converted, won and lost.

Source: SOQL and SOSL Reference (dates are written without quotes; a record that another refers to
is reached by a dot); REST API Developer Guide, "Query" (more pages at `nextRecordsUrl`). Our key
is on the records, so nobody else's are told. A lead that is converted tells of its opportunity; who
is a contact by now, of those that they have a role in (object reference, OpportunityContactRole).
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from agent.news import About, Accepted, Lost, News, OwnerTold, Rejected, Told, Won
from delivery.calls import Call, Reply
from delivery.news import Asking, Changed, Statuses, moment, next_since, parts, price
from delivery.salesforce import Salesforce
from delivery.salesforce_person import CLOSED
from delivery.soql import Row, one_of, rows

STATUSES: Statuses = {
    "Working - Contacted": "accepted",
    "Working": "accepted",
    "Qualified": "accepted",
    "Closed - Not Converted": "rejected",
    "Unqualified": "rejected",
}
PERSON = ("Id", "OwnerId", "Owner.Email", "LastModifiedDate")
LEAD = ("Status", "IsConverted", "ConvertedOpportunityId")
DEAL = ("IsClosed", "IsWon", "Amount", "StageName", "CreatedDate")
OPPORTUNITY = "ConvertedOpportunity"
OPPORTUNITY_OF = "Opportunity"
"""What a contact has a role in."""
NAMED = 300
"""So many ids fit into the address of a query, which holds 16 384 characters."""
PAGES = 50
"""A page holds 2 000 records."""
USER = "005"
"""The ids of users begin so; those of queues do not."""


@dataclass(frozen=True, slots=True)
class SalesforceNews:
    """delivery.news.Telling."""

    system: Salesforce
    statuses: Statuses = field(default_factory=lambda: STATUSES)
    currency: str = ""
    """Of the org; one with several says it with each amount."""
    several_currencies: bool = False
    loss_reason: str = ""
    """Their field that says why an opportunity was lost; its stage where there is none."""

    @property
    def name(self) -> str:
        """See Telling."""
        return self.system.name

    def news(self, since: datetime, contacts: Sequence[str] = ()) -> Asking:
        """See Telling."""
        if self.system.records == "lead":
            return (yield from self._of_leads(since, contacts))
        people = yield from self._changed("Contact", PERSON, since)
        news = [one for row in people.rows for one in _owner(row)]
        if not self.system.opportunity_stage:
            return Told(tuple(news), next_since(since, people))
        fields = ("Id", "LastModifiedDate", *self._deal())
        deals = yield from self._changed("Opportunity", fields, since)
        for row in deals.rows:
            news += self._of_deal(_about("opportunity", row, row), row)
        return Told(tuple(news), next_since(since, people, deals))

    def _of_leads(self, since: datetime, contacts: Sequence[str]) -> Asking:
        deal = [f"{OPPORTUNITY}.{name}" for name in ("LastModifiedDate", *self._deal())]
        leads = yield from self._changed("Lead", (*PERSON, *LEAD, *deal), since)
        moved = yield from self._changed("Lead", (*PERSON, *LEAD, *deal), since, OPPORTUNITY)
        news: list[News] = []
        for row in leads.rows:
            news += (*_owner(row), *self._status(row))
        for row in (*leads.rows, *moved.rows):
            opportunity = row.get(OPPORTUNITY)
            if isinstance(opportunity, dict):
                news += self._of_deal(_about("person", row, opportunity), opportunity)
        sold: list[Changed] = []
        for some in parts(contacts, NAMED):
            news += yield from self._of_contacts(some)
            sold.append((yield from self._sold_to(some, since)))
        news += self._of_roles([row for one in sold for row in one.rows])
        return Told(tuple(news), next_since(since, leads, moved, *sold))

    def _of_contacts(self, contacts: Sequence[str]) -> Generator[Call, Reply, list[News]]:
        """However long ago they were changed: who had them before the lead is known then."""
        found = yield from self._read("Contact", PERSON, one_of("Id", contacts), also=CLOSED)
        return [one for row in found.rows for one in _owner(row)]

    def _sold_to(self, contacts: Sequence[str], since: datetime) -> Generator[Call, Reply, Changed]:
        """The roles that they have in opportunities that were changed."""
        by = f"{OPPORTUNITY_OF}.LastModifiedDate"
        deal = [f"{OPPORTUNITY_OF}.{name}" for name in ("LastModifiedDate", *self._deal())]
        where = f"{one_of('ContactId', contacts)} AND {by} >= {written(since)} ORDER BY {by}"
        fields = ("OpportunityId", "ContactId", *deal)
        return (
            yield from self._read("OpportunityContactRole", fields, where, OPPORTUNITY_OF, CLOSED)
        )

    def _of_roles(self, roles: Sequence[Row]) -> list[News]:
        """Each opportunity once, with all the contacts that have a role in it."""
        news: dict[str, list[News]] = {}
        for row in roles:
            deal = _reached(row, OPPORTUNITY_OF)
            known = str(row.get("OpportunityId") or "")
            those = [one for one in roles if one.get("OpportunityId") == known]
            beside = tuple(("person", str(one.get("ContactId") or "")) for one in those)
            at, made = moment(deal.get("LastModifiedDate")), moment(deal.get("CreatedDate"))
            about = None if at is None else About("opportunity", known, at, made, beside)
            news[known] = self._of_deal(about, deal)
        return [one for each in news.values() for one in each]

    def _deal(self) -> Sequence[str]:
        currency = ("CurrencyIsoCode",) if self.several_currencies else ()
        return (*DEAL, *currency, *((self.loss_reason,) if self.loss_reason else ()))

    def _status(self, row: Row) -> list[News]:
        about, status = _about("person", row, row), str(row.get("Status") or "")
        if about is None:
            return []
        meaning = "accepted" if row.get("IsConverted") is True else self.statuses.get(status)
        if meaning is None:
            return []
        return [Accepted(about) if meaning == "accepted" else Rejected(about, status)]

    def _of_deal(self, about: About | None, deal: Row) -> list[News]:
        if about is None or deal.get("IsClosed") is not True:
            return []
        if deal.get("IsWon") is True:
            return [
                Won(about, *price(deal.get("Amount"), deal.get("CurrencyIsoCode"), self.currency))
            ]
        why = deal.get(self.loss_reason) if self.loss_reason else None
        return [Lost(about, str(why or deal.get("StageName") or "") or None)]

    def _changed(
        self, kind: str, fields: Sequence[str], since: datetime, of: str = ""
    ) -> Generator[Call, Reply, Changed]:
        """Records with our key; `of`: those whose record of that name was changed."""
        by = f"{of}.LastModifiedDate" if of else "LastModifiedDate"
        where = f"{self.system.key_field} != null AND {by} >= {written(since)} ORDER BY {by}"
        return (yield from self._read(kind, fields, where, of))

    def _read(
        self,
        kind: str,
        fields: Sequence[str],
        where: str,
        of: str = "",
        also: frozenset[int] = frozenset(),
    ) -> Generator[Call, Reply, Changed]:
        """All pages; `of`: whose record of that name tells when it was changed."""
        query = f"SELECT {', '.join(fields)} FROM {kind} WHERE {where}"  # noqa: S608
        params = {"q": query}
        call = Call(f"changed_{kind}", "GET", "/query", params=params, changes=False, also=also)
        found: list[Row] = []
        for _ in range(PAGES):
            answer = (yield call).object()
            found += rows(answer)
            following = str(answer.get("nextRecordsUrl") or "").partition("/query/")[2]
            if not following:
                break
            call = Call(f"changed_{kind}", "GET", f"/query/{following}", changes=False)
        times = [at for one in found if (at := moment(_reached(one, of).get("LastModifiedDate")))]
        return Changed(found, max(times, default=None), not following)


def written(at: datetime) -> str:
    """A moment as their language writes it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _reached(row: Row, of: str) -> Row:
    reached = row.get(of) if of else row
    return reached if isinstance(reached, dict) else {}


def _about(step: str, row: Row, changed: Row) -> About | None:
    at = moment(changed.get("LastModifiedDate"))
    return None if at is None else About(step, str(row.get("Id") or ""), at)


def _owner(row: Row) -> list[News]:
    about, owner = _about("person", row, row), str(row.get("OwnerId") or "")
    if about is None or not owner:
        return []
    if not owner.startswith(USER):
        return [OwnerTold(about, "")]
    user = row.get("Owner")
    email = user.get("Email") if isinstance(user, dict) else None
    return [OwnerTold(about, owner, email if isinstance(email, str) else None)]
