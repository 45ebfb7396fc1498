"""Which list does an address ask for? Its filters, there and back: a list can be sent to others."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated
from urllib.parse import parse_qs, urlencode

from fastapi import Query, Request

from channels.incoming import PLAIN
from storage.inbox_filters import FIELDS, STATUSES, WHOSE, Filters, Status, Whose

LONGEST = 200
Short = Annotated[str, Query(max_length=LONGEST, pattern=PLAIN)]
START = Filters()


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for."""

    filters: Filters = START

    @property
    def query(self) -> str:
        """As it stands in an address: nothing where it is the list that one begins with."""
        return urlencode(parts(self.filters))

    @property
    def unsought(self) -> "Asked":
        """The same list without what is searched for: that may name somebody."""
        return replace(self, filters=replace(self.filters, sought=""))

    @property
    def narrowed(self) -> bool:
        """Whether anything but whose and what status is asked for."""
        return bool(self.filters.fields or self.filters.sought)

    def but(self, **changes: str) -> str:
        """The query of the same list with something else in it; empty takes it away."""
        found = parts(self.filters) | changes
        return urlencode({name: value for name, value in found.items() if value})

    def path(self, conversation: str = "", **changes: str) -> str:
        """The address of the list, or of a lead in it."""
        query = self.but(**changes)
        base = f"/console/leads/{conversation}" if conversation else "/console"
        return f"{base}?{query}" if query else base


def parts(filters: Filters) -> dict[str, str]:
    """The parameters that say it."""
    found: dict[str, str] = {}
    if filters.whose != START.whose:
        found["whose"] = filters.whose
    if filters.status != START.status:
        found["status"] = filters.status
    found |= {name: filters.fields[name] for name in FIELDS if name in filters.fields}
    if filters.sought:
        found["q"] = filters.sought
    return found


def asked_for(
    request: Request,
    whose: Whose = "all",
    status: Status = "active",
    q: Short = "",
) -> Asked:
    """What the address of a request asks for."""
    fields = {
        name: value[:LONGEST] for name in FIELDS if (value := request.query_params.get(name, ""))
    }
    return Asked(Filters(whose, status, fields, q.strip()))


def asked_in(query: str) -> Asked:
    """The same of a query that was kept; what is not known there is left out."""
    found = {name: values[-1] for name, values in parse_qs(query[:2000]).items()}
    return Asked(with_parts(START, found))


def with_parts(filters: Filters, found: Mapping[str, str]) -> Filters:
    """The filters with these parameters."""
    whose, status = found.get("whose", filters.whose), found.get("status", filters.status)
    return replace(
        filters,
        whose=whose if whose in WHOSE else filters.whose,
        status=status if status in STATUSES else filters.status,
        fields={name: found[name][:LONGEST] for name in FIELDS if found.get(name)},
        sought=found.get("q", filters.sought)[:LONGEST].strip(),
    )
