"""agent.router: records are asked with patience, people reminded, places told."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from agent.errors import Unavailable
from agent.outbox import Owner
from agent.reminding import TextReminders
from agent.router import ASKED_AGAIN, SELDOM, Router
from agent.routing import Assignment, Cause, ExistingOwner, Owners, Reminder
from agent.texting import Note
from tests.fakes.assignments import (
    FakeAnnouncing,
    FakeAssignments,
    FakeOwners,
    FakeReminding,
)
from tests.fakes.clock import FakeClock

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ANA = Owner("ana", "Ana Ruiz", "ana@acme.example", "+34600111201")
KNOWN = ExistingOwner("hubspot", "51001", None, "contact")


def assignment(owner: Owner | None = ANA, number: int = 1, cause: Cause = "routed") -> Assignment:
    """One that waits to be accepted."""
    return Assignment(
        id="a1",
        handover="h1",
        number=number,
        conversation="c1",
        plan=1,
        cause=cause,
        state="offered",
        person="ana",
        team="sales",
        queue=None,
        rule="everything",
        tier="hot",
        at=NOW,
        remind_at=NOW,
        due_at=NOW,
        reminded_at=None,
        accepted_at=None,
        overdue_at=None,
        ended_at=None,
        closed_at=None,
        reason=None,
        by=None,
        why="in turn",
        owner=owner,
    )


@dataclass
class Routing:
    """A router and what it works with."""

    prepared: Assignment = field(default_factory=assignment)
    owners: list[Owners] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.assignments = FakeAssignments({"h1": self.prepared})
        self.announcing = FakeAnnouncing()
        self.reminding = FakeReminding()
        self.router = Router(
            self.assignments,
            self.owners,
            self.announcing,
            [self.reminding],
            FakeClock(NOW),
            patience=0.05,
        )


class TestAssigning:
    async def test_a_lead_gets_its_owner_once(self) -> None:
        owners = FakeOwners(None)
        routing = Routing(owners=[owners])
        assert await routing.router.assign("h1") == ANA
        assert await routing.router.assign("h1") == ANA
        assert owners.asked == [{"email": "jo@corp.example"}]

    async def test_without_a_plan_or_a_hand_over_there_is_no_owner(self) -> None:
        assert await Routing().router.assign("h2") is None

    async def test_a_lead_in_a_queue_without_a_mailbox_has_none(self) -> None:
        assert await Routing(assignment(None)).router.assign("h1") is None

    async def test_must_have_1_every_record_of_owners_is_asked_the_first_counts_most(self) -> None:
        ours = ExistingOwner("banter", "luis", None, "account")
        routing = Routing(owners=[FakeOwners(KNOWN), FakeOwners(None), FakeOwners(ours)])
        await routing.router.assign("h1")
        assert routing.assignments.known == [KNOWN, ours]

    @pytest.mark.parametrize("trouble", [Unavailable("away"), 5.0])
    async def test_a_record_that_is_away_or_slow_holds_nothing_up(
        self, trouble: Exception | float
    ) -> None:
        routing = Routing(owners=[FakeOwners(trouble, "zoho"), FakeOwners(KNOWN)])
        assert await routing.router.assign("h1") == ANA
        assert routing.assignments.known == [KNOWN]
        assert routing.assignments.silent == ["zoho"], "the decision tells that it was not heard"


class TestLookingAfter:
    async def test_who_has_not_accepted_is_reminded(self) -> None:
        routing = Routing()
        await routing.router.assign("h1")
        await routing.router.look_after("a1/remind")
        assert routing.reminding.reminded == [Reminder("a1", "h1", "c1", ANA, "es", NOW)]

    async def test_who_has_accepted_is_left_in_peace(self) -> None:
        routing = Routing()
        await routing.router.assign("h1")
        routing.assignments.change("h1", state="accepted")
        await routing.router.look_after("a1/remind")
        assert routing.reminding.reminded == []

    async def test_a_process_that_died_before_it_told_them_is_made_good(self) -> None:
        """The same reminder again: those who tell know it by its assignment."""
        routing = Routing()
        await routing.router.assign("h1")
        for _ in range(2):
            await routing.router.look_after("a1/remind")
        first, again = routing.reminding.reminded
        assert first.assignment == again.assignment
        routing.assignments.change("h1", state="missed", ended_at=NOW)
        await routing.router.look_after("a1/remind")
        assert len(routing.reminding.reminded) == 2

    async def test_nobody_is_reminded_of_what_lies_where_nobody_reads(self) -> None:
        routing = Routing(assignment(None))
        await routing.router.assign("h1")
        await routing.router.look_after("a1/remind")
        assert routing.reminding.reminded == []

    async def test_where_a_queue_has_no_mailbox_its_people_are_reminded(self) -> None:
        luis = Owner("luis", "Luis", "luis@acme.example", language="en")
        routing = Routing(replace(assignment(None), queue="general", takers=(ANA, luis)))
        await routing.router.assign("h1")
        await routing.router.look_after("a1/remind")
        assert routing.reminding.reminded == [
            Reminder("a1", "h1", "c1", ANA, "es", NOW, queued=True),
            Reminder("a1", "h1", "c1", luis, "en", NOW, queued=True),
        ]

    @pytest.mark.parametrize(
        ("ago", "later"),
        [(timedelta(0), ASKED_AGAIN), (timedelta(hours=1),) * 2, (timedelta(days=1), SELDOM)],
    )
    async def test_a_record_that_stays_silent_is_asked_after_longer_and_longer(
        self, ago: timedelta, later: timedelta
    ) -> None:
        crm, ours = FakeOwners(Unavailable("away")), FakeOwners(None, "banter")
        routing = Routing(replace(assignment(), at=NOW - ago), [ours, crm])
        await routing.router.assign("h1")
        assert await routing.router.look_after("a1/ask hubspot") == NOW + later
        assert (len(crm.asked), len(ours.asked)) == (2, 1), "only who did not answer"
        assert routing.assignments.claimed == []
        crm.answer = KNOWN
        assert await routing.router.look_after("a1/ask hubspot") is None
        assert routing.assignments.claimed == [("a1", KNOWN)]
        routing.assignments.change("h1", overdue_at=NOW)
        assert await routing.router.look_after("a1/ask hubspot") is None
        assert await routing.router.look_after("a9/ask hubspot") is None
        assert len(crm.asked) == 3

    async def test_nobody_is_asked_of_a_lead_that_was_erased_meanwhile(self) -> None:
        crm = FakeOwners(KNOWN)
        routing = Routing(owners=[crm])
        await routing.router.assign("h1")
        routing.assignments.prepared.clear()
        assert await routing.router.look_after("a1/ask hubspot") is None
        assert len(crm.asked) == 1

    async def test_a_queue_is_reminded_again_until_it_is_enough(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        routing = Routing(replace(assignment(), queue="general", person=None))
        await routing.router.assign("h1")
        later = NOW + timedelta(hours=1)
        routing.assignments.again = [later, None]
        assert await routing.router.look_after("a1/again") == later
        assert "nobody took" not in caplog.text
        assert await routing.router.look_after("a1/again") is None
        assert "nobody took lead c1 out of the queue general" in caplog.text
        assert [one.again for one in routing.reminding.reminded] == [1, 2]
        assert await routing.router.look_after("a1/again") is None
        assert len(routing.reminding.reminded) == 2

    @pytest.mark.parametrize(("what", "minutes"), [("remind", 2), ("overdue", 5)])
    async def test_what_is_due_later_than_was_thought_comes_again(
        self, what: str, minutes: int
    ) -> None:
        """Whoever has it turned out to be away until then."""
        moments = [NOW + timedelta(minutes=count) for count in (2, 5)]
        routing = Routing(replace(assignment(), remind_at=moments[0], due_at=moments[1]))
        await routing.router.assign("h1")
        later = NOW + timedelta(minutes=minutes)
        assert await routing.router.look_after(f"a1/{what}") == later
        assert (routing.reminding.reminded, routing.assignments.gone) == ([], [])
        routing.assignments.change("h1", state="accepted")
        assert await routing.router.look_after(f"a1/{what}") is None

    async def test_what_is_overdue_moves_on(self) -> None:
        routing = Routing()
        assert await routing.router.look_after("a1/overdue") is None
        assert routing.assignments.gone == ["a1"]

    @pytest.mark.parametrize(
        ("cause", "why"),
        [
            ("reassigned", "reassigned"),
            ("away", "reassigned"),
            ("by_hand", "reassigned"),
            ("fallback", "reassigned"),
            ("escalated", "escalated"),
            ("taken", "taken"),
        ],
    )
    async def test_the_places_hear_of_a_new_owner(self, cause: Cause, why: str) -> None:
        routing = Routing(assignment(number=2, cause=cause))
        await routing.router.assign("h1")
        await routing.router.look_after("a1/announce")
        assert routing.announcing.announced == [("h1", why, 2)]

    async def test_an_owner_who_is_none_any_more_is_not_announced(self) -> None:
        routing = Routing(assignment(number=2, cause="reassigned"))
        await routing.router.assign("h1")
        routing.assignments.change("h1", ended_at=NOW)
        await routing.router.look_after("a1/announce")
        await routing.router.look_after("gone/announce")
        assert routing.announcing.announced == []


class FakeNotes:
    """agent.reminding.Notes that remembers."""

    def __init__(self) -> None:
        self.told: list[Note] = []

    async def tell(self, note: Note, _now: datetime) -> None:
        self.told.append(note)


class FakeLinks:
    """agent.routing.AcceptLinks, readable."""

    def link(self, handover: str, owner: str) -> str:
        return f"https://banter.example/accept/{handover}~{owner}"


class TestTextReminders:
    async def test_a_reminder_is_a_text_with_the_link_in_their_language(self) -> None:
        notes = FakeNotes()
        reminders = TextReminders(notes, FakeLinks(), "+34911222333")
        await reminders.remind(Reminder("a1", "h1", "c1", ANA, "en", NOW), NOW)
        [note] = notes.told
        assert (note.id, note.to, note.sender, note.conversation) == (
            "remind:a1",
            "+34600111201",
            "+34911222333",
            "c1",
        )
        assert "waiting" in note.body
        assert note.body.endswith("https://banter.example/accept/h1~ana")

    async def test_each_reminder_of_a_queue_is_another_text(self) -> None:
        notes = FakeNotes()
        reminders = TextReminders(notes, FakeLinks(), "+34911222333")
        for again in (0, 1, 1, 2):
            late = Reminder("a1", "h1", "c1", ANA, "en", NOW, again=again, queued=True)
            await reminders.remind(late, NOW)
        ids = [note.id for note in notes.told]
        assert ids == [f"remind:a1/{again}/ana" for again in (0, 1, 1, 2)]
        assert "in the queue" in notes.told[0].body

    @pytest.mark.parametrize(("sender", "phone"), [("", "+34600111201"), ("+34911222333", None)])
    async def test_who_cannot_be_reached_by_text_is_left_alone(
        self, sender: str, phone: str | None
    ) -> None:
        notes = FakeNotes()
        owner = Owner("ana", "Ana", "ana@acme.example", phone)
        reminders = TextReminders(notes, FakeLinks(), sender)
        await reminders.remind(Reminder("a1", "h1", "c1", owner, "es", None), NOW)
        assert notes.told == []
