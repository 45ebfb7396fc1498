"""The task of a lead, in every CRM: by when it is due, and whose it is when the lead goes on."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from agent.outbox import Owner
from delivery.hubspot import HubSpot
from delivery.salesforce import Salesforce
from delivery.signing_in import StaticToken
from delivery.sugarcrm import SugarCrm
from delivery.system import System
from delivery.zoho import Zoho
from tests.delivery.walking import EVA, NOW, Walk, lead
from tests.fakes.crm import FakeCrm
from tests.fakes.hubspot import FakeHubSpot
from tests.fakes.salesforce import FakeSalesforce
from tests.fakes.sugarcrm import FakeSugarCrm
from tests.fakes.zoho import FakeZoho

NIGHT = datetime(2026, 3, 1, 22, 30, tzinfo=UTC)
"""A Sunday: nobody works."""
MONDAY = datetime(2026, 3, 2, 8, 5, tzinfo=UTC)
EVA_AT_WORK = replace(EVA, timezone="Europe/Madrid", due_at=MONDAY)
LEO = Owner("leo", "Leo", "leo@acme.example", ids={})


@dataclass(frozen=True)
class Crm:
    """A CRM, and how its only task is read."""

    name: str
    system: System
    fake: Callable[[], FakeCrm]
    tasks: Callable[[Any], list[dict[str, Any]]]
    due: Callable[[dict[str, Any]], datetime | date]
    owner: Callable[[dict[str, Any]], str]


def day(written: str) -> date:
    return date.fromisoformat(written)


CRMS = [
    Crm(
        "hubspot",
        HubSpot(StaticToken("token-1")),
        FakeHubSpot,
        lambda fake: list(fake.objects["tasks"].values()),
        lambda row: datetime.fromisoformat(row["hs_timestamp"]),
        lambda row: str(row["hubspot_owner_id"]),
    ),
    Crm(
        "salesforce",
        Salesforce("https://acme.my.salesforce.com", "client", "secret"),
        FakeSalesforce,
        lambda fake: list(fake.tables["Task"].values()),
        lambda row: day(row["ActivityDate"]),
        lambda row: str(row["OwnerId"]),
    ),
    Crm(
        "zoho",
        Zoho("client", "secret", "refresh-1"),
        FakeZoho,
        lambda fake: list(fake.modules["Tasks"].values()),
        lambda row: day(row["Due_Date"]),
        lambda row: str(row["Owner"]["id"]),
    ),
    Crm(
        "sugarcrm",
        SugarCrm("https://acme.sugarondemand.com", "banter", "secret"),
        FakeSugarCrm,
        lambda fake: list(fake.modules["Tasks"].values()),
        lambda row: datetime.fromisoformat(row["date_due"]),
        lambda row: str(row["assigned_user_id"]),
    ),
]


@pytest.fixture(params=CRMS, ids=lambda crm: crm.name)
def crm(request: pytest.FixtureRequest) -> Crm:
    """Each of them."""
    made: Crm = request.param
    return made


def in_crm(crm: Crm, owner: Owner, number: str) -> Owner:
    """Somebody whom the teams file knows there."""
    return replace(owner, ids={crm.name: number})


def only(crm: Crm, walk: Walk) -> dict[str, Any]:
    """The one task."""
    (task,) = crm.tasks(walk.fake)
    return task


def shown(crm: Crm, at: datetime, zone: str = "UTC") -> datetime | date:
    """A moment as the system keeps it: some keep only the day."""
    if crm.name in ("hubspot", "sugarcrm"):
        return at
    hours = {"UTC": 0, "Europe/Madrid": 1, "Pacific/Auckland": 13, "America/Lima": -5}[zone]
    return (at + timedelta(hours=hours)).date()


def test_it_is_due_when_the_lead_is_to_be_accepted(crm: Crm) -> None:
    owner = in_crm(crm, EVA_AT_WORK, "77")
    walk = Walk(crm.system, crm.fake()).deliver(lead(owner=owner, created_at=NIGHT, tier="hot"))
    assert crm.due(only(crm, walk)) == shown(crm, MONDAY)


@pytest.mark.parametrize("zone", ["Europe/Madrid", "Pacific/Auckland", "America/Lima"])
def test_its_day_is_that_of_where_the_owner_works(crm: Crm, zone: str) -> None:
    late = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
    owner = in_crm(crm, replace(EVA, timezone=zone, due_at=late), "77")
    walk = Walk(crm.system, crm.fake()).deliver(lead(owner=owner))
    assert crm.due(only(crm, walk)) == shown(crm, late, zone)


@pytest.mark.parametrize(
    ("tier", "soon"), [("hot", timedelta(minutes=5)), ("warm", timedelta(hours=1))]
)
@pytest.mark.parametrize("owner", [None, EVA], ids=["nobody", "nobody has to accept it"])
def test_without_an_assignment_it_is_due_soon(
    crm: Crm, tier: str, soon: timedelta, owner: Owner | None
) -> None:
    at = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
    walk = Walk(crm.system, crm.fake()).deliver(lead(owner=owner, tier=tier, created_at=at))
    assert crm.due(only(crm, walk)) == shown(crm, at + soon)


def test_it_goes_on_to_the_next_owner_with_their_time(crm: Crm) -> None:
    owner = in_crm(crm, EVA_AT_WORK, "77")
    walk = Walk(crm.system, crm.fake()).deliver(lead(owner=owner))
    next_day = MONDAY + timedelta(days=1)
    leo = in_crm(crm, replace(LEO, timezone="Europe/Madrid", due_at=next_day), "88")
    walk.deliver(lead(owner=leo, revision=2, why="update"))
    task = only(crm, walk)
    assert (crm.owner(task), crm.due(task)) == ("88", shown(crm, next_day, "Europe/Madrid"))


def test_with_the_same_owner_it_is_left_alone(crm: Crm) -> None:
    """Whatever its owner made of it: another day, another colleague."""
    owner = in_crm(crm, EVA_AT_WORK, "77")
    walk = Walk(crm.system, crm.fake()).deliver(lead(owner=owner))
    before = dict(only(crm, walk))
    asked = len([call for call in walk.calls if call.step == "task"])
    later = replace(owner, due_at=MONDAY + timedelta(days=3))
    walk.deliver(lead(owner=later, revision=2, why="update", score=99))
    assert only(crm, walk) == before
    assert len([call for call in walk.calls if call.step == "task"]) == asked


def test_a_task_that_nobody_had_goes_to_who_has_the_lead_now(crm: Crm) -> None:
    walk = Walk(crm.system, crm.fake()).deliver(lead(created_at=NOW))
    walk.deliver(lead(owner=in_crm(crm, EVA_AT_WORK, "77"), revision=2, why="update"))
    assert crm.owner(only(crm, walk)) == "77"
