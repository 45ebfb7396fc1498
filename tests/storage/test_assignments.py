"""Leads come to people by the plan, one at a time, and go on when nobody accepts them.

The numbers are those of the must-haves in docs/routing.md.
"""

import asyncio
from collections import Counter
from datetime import timedelta

import pytest

from agent.errors import Unavailable
from agent.router import ANNOUNCE, ASKED_AGAIN, KIND, OVERDUE, REMIND, Router
from agent.routing import ExistingOwner
from qualification.routing.following import Place
from qualification.routing.planfile import parse_teams
from qualification.routing.routing import Tried
from storage.absences import Absence
from storage.acceptance import Acceptance, NotTheirs, UnknownPlace
from storage.database import Database
from storage.outcomes import LeadOutcome, Outcomes
from storage.placing import NotAssigned
from storage.workloads import Workloads
from tests.fakes.assignments import FakeAnnouncing, FakeOwners
from tests.storage.hearing import Heard
from tests.storage.routed import MONDAY, PLAN, Desk


@pytest.fixture
async def desk(database: Database) -> Desk:
    """One process, with the plan of the tests."""
    made = Desk(database)
    await made.publish()
    return made


class TestGiving:
    async def test_a_lead_comes_to_a_person_with_the_rule_and_the_reasons(self, desk: Desk) -> None:
        given = await desk.given()
        assert (given.person, given.team, given.rule, given.number) == (
            "ana",
            "sales",
            "everything",
            1,
        )
        assert (given.state, given.cause, given.plan) == ("offered", "routed", 1)
        assert given.owner is not None
        assert (given.owner.email, given.owner.ids) == ("ana@acme.example", {"hubspot": "51001"})
        [(_, routed)] = await desk.assignments.of(given.conversation)
        assert [(one.person, one.why) for one in routed.decision.tried[-1].passed] == [
            ("luis", "turn_of_another")
        ]

    async def test_who_has_it_is_told_as_the_plan_says(self, desk: Desk) -> None:
        given = await desk.given()
        assert given.owner is not None
        assert (given.owner.ways, given.owner.channels) == (("email", "sms"), {})
        changed = PLAN.replace("id: ana,", "id: ana, tell: [email],").replace(
            "id: sales,", "id: sales, slack: C0SALES,"
        )
        await desk.publish(changed)
        owner = (await desk.give(given.handover)).owner
        assert owner is not None
        assert (owner.ways, owner.channels) == (("email",), {"slack": "C0SALES"})

    async def test_a_lead_that_has_a_place_keeps_it(self, desk: Desk) -> None:
        first = await desk.given()
        assert await desk.give(first.handover) == first
        assert await desk.assignments.current(first.handover) == first

    async def test_weights_are_kept_exactly(self, desk: Desk) -> None:
        got = [(await desk.give(lead)).person for lead in await desk.leads(30)]
        assert (got.count("ana"), got.count("luis")) == (20, 10)

    async def test_without_a_plan_nothing_is_given(self, database: Database) -> None:
        bare = Desk(database)
        lead = await bare.lead()
        assert await bare.assignments.newcomer(lead) is None
        assert await bare.assignments.give(lead, (), MONDAY) is None
        with pytest.raises(NotAssigned):
            await bare.acceptance.accept(lead, "ana", MONDAY)

    async def test_an_unknown_hand_over_is_given_to_nobody(self, desk: Desk) -> None:
        assert await desk.assignments.newcomer("nothing") is None
        assert await desk.assignments.give("nothing", (), MONDAY) is None
        assert await desk.assignments.get("nothing") is None


class TestExistingOwners:
    """Must-have 1."""

    async def test_who_has_the_person_already_gets_the_lead_and_no_turn_is_used(
        self, desk: Desk
    ) -> None:
        known = ExistingOwner("hubspot", "51001", None, "contact")
        given = await desk.give(await desk.lead(), known)
        assert (given.person, given.rule) == ("ana", "existing owner")
        assert given.why == "Ana Ruiz has them already (hubspot: contact)"
        assert (await desk.given()).person == "ana"

    async def test_a_crm_that_is_away_is_named_in_the_decision_that_did_without_it(
        self, desk: Desk
    ) -> None:
        away = FakeOwners(Unavailable("answered 503"), "zoho")
        router = Router(desk.assignments, [away], FakeAnnouncing(), [], desk.clock)
        handover = await desk.lead()
        assert await router.assign(handover) is not None
        given = await desk.assignments.current(handover)
        assert given is not None
        [(_, routed)] = await desk.assignments.of(given.conversation)
        assert routed.situation.silent == ("zoho",)
        assert routed.decision.tried[0] == Tried("existing owner", "zoho did not say who has them")
        plan = await desk.teams.current()
        assert plan is not None
        assert routed.again(plan.plan) == routed.decision

    async def test_a_crm_that_was_away_is_asked_again_and_whose_customer_it_is_gets_the_lead(
        self, desk: Desk
    ) -> None:
        crm, announcing = FakeOwners(Unavailable("answered 503")), FakeAnnouncing()
        router = Router(desk.assignments, [crm], announcing, [], desk.clock)
        handover = await desk.lead()
        first = await router.assign(handover)
        assert first is not None
        assert first.id == "ana"
        [job] = [one for one in desk.jobs if "ask" in one.row]
        assert (job.row.partition("/")[2], job.at) == ("ask hubspot", MONDAY + ASKED_AGAIN)
        desk.clock.pass_by(minutes=30)
        again = await router.look_after(job.row)
        assert again == MONDAY + timedelta(hours=1), "away still: after as long again"
        crm.answer = ExistingOwner("hubspot", "52002", "luis@acme.example", "contact")
        for _ in range(2):
            assert await router.look_after(job.row) is None
        now = await desk.assignments.current(handover)
        assert now is not None
        assert (now.person, now.rule, now.number, now.state, now.cause) == (
            "luis",
            "existing owner",
            2,
            "offered",
            "routed",
        )
        assert now.why == "Luis Vega has them already (hubspot: contact)"
        await router.look_after(f"{now.id}/{ANNOUNCE}")
        assert announcing.announced == [(handover, "reassigned", 2)]
        turns = Counter([(await desk.given()).person for _ in range(3)])
        assert turns == {"ana": 2, "luis": 1}, "that lead was nobody's turn"

    async def test_whoever_has_accepted_a_lead_keeps_it_whatever_a_crm_says_later(
        self, desk: Desk
    ) -> None:
        crm = FakeOwners(Unavailable("answered 503"))
        router = Router(desk.assignments, [crm], FakeAnnouncing(), [], desk.clock)
        handover = await desk.lead()
        await router.assign(handover)
        given = await desk.acceptance.accept(handover, "ana", MONDAY)
        assert await router.look_after(f"{given.id}/ask hubspot") is None
        luis = ExistingOwner("hubspot", "52002", "luis@acme.example", "contact")
        assert await desk.assignments.claim(given.id, [luis], MONDAY) is None
        assert await desk.assignments.current(handover) == given
        assert len(crm.asked) == 1

    @pytest.mark.parametrize("who", ["ana@acme.example", "gone@acme.example"])
    async def test_a_crm_that_says_the_same_or_knows_nobody_of_ours_moves_no_lead(
        self, desk: Desk, who: str
    ) -> None:
        given = await desk.given()
        known = ExistingOwner("zoho", "1", who, "contact")
        assert await desk.assignments.claim(given.id, [known], MONDAY) is None
        assert await desk.assignments.claim("unknown", [known], MONDAY) is None
        assert await desk.assignments.current(given.handover) == given

    async def test_nobody_is_asked_again_where_owners_do_not_count_or_the_record_is_ours(
        self, desk: Desk
    ) -> None:
        await desk.assignments.give(await desk.lead(), (), MONDAY, ["banter"])
        await desk.publish(f"existing_owner: never\n{PLAN}")
        await desk.assignments.give(await desk.lead(), (), MONDAY, ["hubspot"])
        assert [one for one in desk.jobs if "ask" in one.row] == []

    async def test_somebody_of_the_crm_is_known_by_their_e_mail(self, desk: Desk) -> None:
        known = ExistingOwner("salesforce", "005x", "LUIS@acme.example", "account")
        assert (await desk.give(await desk.lead(), known)).person == "luis"

    async def test_an_owner_whom_the_plan_does_not_know_changes_nothing(self, desk: Desk) -> None:
        known = ExistingOwner("hubspot", "99", "gone@acme.example", "contact")
        given = await desk.give(await desk.lead(), known)
        assert (given.person, given.rule) == ("ana", "everything")

    async def test_the_last_lead_of_the_same_person_tells_the_owner(self, desk: Desk) -> None:
        await desk.given()
        first = await desk.given(contact={"email": "jo@corp.example"})
        assert first.person == "luis"
        assert await desk.owners.owner_of({"email": "jo@corp.example"}) == ExistingOwner(
            "banter", "luis", None, "contact"
        )
        assert await desk.owners.owner_of({"email": "someone@corp.example"}) == ExistingOwner(
            "banter", "luis", None, "account"
        )
        assert await desk.owners.owner_of({"phone": "+34600000000"}) is None

    async def test_leads_of_one_company_that_come_at_once_have_one_owner(self, desk: Desk) -> None:
        """Our record was asked for all of them before the first was given to anybody."""
        other = Desk(desk.database, desk.clock)
        leads = [await desk.lead(contact={"email": f"{one}@corp.example"}) for one in "abcd"]
        given = await asyncio.gather(
            *((desk, other)[place % 2].give(lead) for place, lead in enumerate(leads))
        )
        assert len({one.person for one in given}) == 1
        assert [one.rule for one in given].count("everything") == 1
        known = [one for one in given if one.rule == "existing owner"]
        assert all("banter: account" in one.why for one in known)
        for one in given:
            ((_, routed),) = await desk.assignments.of(one.conversation)
            assert routed.again((await desk.teams.get(one.plan)).plan) == routed.decision
        [other_company] = [await desk.given(contact={"email": "x@else.example"})]
        assert other_company.person != given[0].person

    async def test_leads_of_one_person_that_come_at_once_have_one_owner(self, desk: Desk) -> None:
        leads = await desk.leads(3, contact={"email": "ana.perez@gmail.com"})
        given = await asyncio.gather(*map(desk.give, leads))
        assert {one.person for one in given} == {given[0].person}

    async def test_a_private_mailbox_is_no_company(self, desk: Desk) -> None:
        await desk.given(contact={"email": "jo@gmail.com"})
        assert await desk.owners.owner_of({"email": "mo@gmail.com"}) is None


class TestAcceptance:
    """Must-haves 4 and 9."""

    async def test_a_hot_lead_is_to_be_accepted_in_five_minutes_a_warm_one_in_an_hour(
        self, desk: Desk
    ) -> None:
        hot, warm = await desk.given(tier="hot"), await desk.given(tier="warm")
        assert hot.due_at == MONDAY + timedelta(minutes=5)
        assert hot.remind_at == MONDAY + timedelta(minutes=2, seconds=30)
        assert warm.due_at == MONDAY + timedelta(hours=1)
        assert desk.due(hot) == {REMIND: hot.remind_at, OVERDUE: hot.due_at}
        assert hot.owner is not None
        assert (hot.owner.due_at, hot.owner.timezone) == (hot.due_at, "Europe/Madrid")

    async def test_outside_working_time_the_clock_stands_still(self, desk: Desk) -> None:
        desk.clock.pass_by(hours=7, minutes=58)  # two minutes to six in Madrid
        given = await desk.given()
        assert given.due_at == MONDAY.replace(day=24, hour=8, minute=3)

    async def test_accepting_is_on_record_once_and_ends_the_timers(self, desk: Desk) -> None:
        given = await desk.given()
        first = await desk.acceptance.accept(given.handover, "ana", MONDAY)
        again = await desk.acceptance.accept(given.handover, "ana", MONDAY + timedelta(hours=1))
        assert first == again
        assert (again.state, again.accepted_at) == ("accepted", MONDAY)
        outcomes = await Outcomes(desk.database).of(given.conversation)
        assert [(one.outcome, one.person) for one in outcomes] == [("accepted", "ana")]
        assert set(desk.cancelled) == {
            (KIND, f"{given.id}/{REMIND}"),
            (KIND, f"{given.id}/{OVERDUE}"),
        }
        assert await desk.assignments.remind(given.id, MONDAY) is None
        assert await desk.assignments.overdue(given.id, MONDAY) is None

    async def test_what_somebody_does_with_a_lead_is_told_once(self, desk: Desk) -> None:
        told = Heard()
        acceptance = Acceptance(desk.database, desk.teams, desk.enqueue, desk.cancel, told)
        first, second = await desk.given(), await desk.given()
        who = second.person or ""
        for _ in range(2):
            await acceptance.accept(first.handover, first.person or "", MONDAY)
            await acceptance.reject(second.handover, who, "a student", MONDAY)
        assert told.leads == [first.conversation, second.conversation]

    async def test_nobody_accepts_the_lead_of_another(self, desk: Desk) -> None:
        given = await desk.given()
        with pytest.raises(NotTheirs) as refused:
            await desk.acceptance.accept(given.handover, "luis", MONDAY)
        assert refused.value.now.person == "ana"

    async def test_a_rejected_lead_goes_nowhere_and_was_nobodys_turn(self, desk: Desk) -> None:
        given = await desk.given()
        for _ in range(2):
            done = await desk.acceptance.reject(given.handover, "ana", "a student", MONDAY)
        assert (done.number, done.state, done.reason) == (1, "rejected", "a student")
        outcomes = await Outcomes(desk.database).of(given.conversation)
        assert [(one.outcome, one.reason) for one in outcomes] == [("rejected", "a student")]
        got = [(await desk.give(lead)).person for lead in await desk.leads(6)]
        assert (got.count("ana"), got.count("luis")) == (4, 2)

    async def test_what_was_no_lead_costs_nobody_who_could_not_have_got_it(
        self, desk: Desk
    ) -> None:
        """Luis does not speak its language; what Ana weighs was another number then."""
        hers = PLAN.replace(
            "luis@acme.example, languages: [es, en]", "l@acme.example, languages: [en]"
        )
        await desk.publish(hers)
        given = await desk.given()
        await desk.publish(hers.replace("weight: 2", "weight: 5"))
        await desk.acceptance.reject(given.handover, "ana", "a student", MONDAY)
        ((_, rests_on),) = await desk.assignments.of((await desk.given()).conversation)
        assert set(rests_on.situation.debts["sales"].values()) == {0}

    async def test_a_lead_that_is_passed_on_goes_to_somebody_else(self, desk: Desk) -> None:
        given = await desk.given()
        await desk.acceptance.accept(given.handover, "ana", MONDAY)
        after = await desk.acceptance.pass_on(given.handover, "ana", "on a plane", MONDAY)
        assert (after.person, after.cause, after.number) == ("luis", "reassigned", 2)
        before = await desk.assignments.get(given.id)
        assert before is not None
        assert (before.state, before.reason) == ("passed_on", "on a plane")
        assert ANNOUNCE in desk.due(after)

    async def test_what_the_crm_says_of_a_lead_holds_for_its_assignment(self, desk: Desk) -> None:
        outcomes = Outcomes(desk.database)
        given = await desk.given()
        await outcomes.record(LeadOutcome(given.conversation, "accepted", MONDAY), MONDAY)
        now = await desk.assignments.current(given.handover)
        assert now is not None
        assert (now.state, now.closed_at) == ("accepted", None)
        await outcomes.record(LeadOutcome(given.conversation, "won", MONDAY), MONDAY)
        now = await desk.assignments.current(given.handover)
        assert now is not None
        assert now.closed_at == MONDAY
        other = await desk.given()
        await outcomes.record(
            LeadOutcome(other.conversation, "rejected", MONDAY, reason="spam"), MONDAY
        )
        after = await desk.assignments.current(other.handover)
        assert after is not None
        assert (after.state, after.reason) == ("rejected", "spam")


class TestNobodyAnswers:
    """Must-have 4: reminder, somebody else, escalation, fallback; never back to the same first."""

    async def test_the_reminder_is_for_whoever_has_not_accepted(self, desk: Desk) -> None:
        given = await desk.given()
        reminded = await desk.assignments.remind(given.id, MONDAY + timedelta(minutes=2))
        assert reminded is not None
        assert reminded.reminded_at == MONDAY + timedelta(minutes=2)
        again = await desk.assignments.remind(given.id, MONDAY + timedelta(minutes=3))
        assert again == reminded  # a job that died half-way comes again

    async def test_a_lead_goes_through_every_hand_once_and_ends_in_the_queue(
        self, desk: Desk
    ) -> None:
        where = await desk.given()
        path = [(where.person, where.cause)]
        while (following := await desk.overdue(where)) is not None:
            where = following
            path.append((where.person or where.queue, where.cause))
            assert len(path) < 10
        assert path == [
            ("ana", "routed"),
            ("luis", "reassigned"),
            ("marta", "escalated"),
            ("general", "fallback"),
        ]
        states = [one.state for one, _ in await desk.assignments.of(where.conversation)]
        assert states == ["missed", "missed", "missed", "offered"]
        assert where.owner is not None
        assert (where.owner.id, where.owner.email) == ("queue:general", "leads@acme.example")

    async def test_a_timer_that_rings_twice_moves_a_lead_once(self, desk: Desk) -> None:
        given = await desk.given()
        assert await desk.overdue(given) is not None
        assert await desk.assignments.overdue(given.id, desk.clock.now()) is None

    async def test_a_lead_in_a_queue_is_taken_by_one_person(self, desk: Desk) -> None:
        plan = PLAN.replace("to: {team: sales}", "to: {queue: general}")
        await desk.publish(plan)
        given = await desk.given()
        assert (given.person, given.queue, given.due_at) == (
            None,
            "general",
            MONDAY + timedelta(minutes=5),
        )
        taken = await desk.acceptance.accept(given.handover, "luis", MONDAY)
        assert (taken.person, taken.cause, taken.state, taken.number) == (
            "luis",
            "taken",
            "accepted",
            2,
        )
        with pytest.raises(NotTheirs):
            await desk.acceptance.accept(given.handover, "ana", MONDAY)
        with pytest.raises(NotTheirs):
            await desk.acceptance.pass_on(given.handover, "ana", "no time", MONDAY)

    async def test_a_queue_that_nobody_looks_at_is_escalated(self, desk: Desk) -> None:
        await desk.publish(PLAN.replace("to: {team: sales}", "to: {queue: general}"))
        after = await desk.overdue(await desk.given())
        assert after is not None
        assert (after.person, after.cause) == ("marta", "escalated")


class TestQueues:
    """Must-have 5: a lead that nobody takes out of a queue is not forgotten there."""

    QUEUED = PLAN.replace("to: {team: sales}", "to: {queue: general}").replace(
        "email: leads@acme.example, escalate_to: marta", "email: leads@acme.example"
    )

    async def test_its_mailbox_is_reminded_ever_more_seldom_until_it_is_enough(
        self, desk: Desk
    ) -> None:
        await desk.publish(self.QUEUED)
        given = await desk.given()
        await desk.work_until(MONDAY + timedelta(minutes=12), KIND)
        shown = await desk.assignments.get(given.id)
        assert shown is not None
        assert (shown.queue, shown.state) == ("general", "offered")
        assert shown.reminded_at == MONDAY + timedelta(minutes=10)
        assert shown.remind_next_at == MONDAY + timedelta(minutes=20)
        await desk.work_until(MONDAY + timedelta(days=30), KIND)
        minutes = [(at - MONDAY).total_seconds() / 60 for at in desk.reminding.at]
        assert minutes == [2.5, 10, 20, 40, 80]
        assert [one.again for one in desk.reminding.reminded] == [0, 1, 2, 3, 4]
        assert {one.owner.email for one in desk.reminding.reminded} == {"leads@acme.example"}
        done = await desk.assignments.get(given.id)
        assert done is not None
        assert (done.number, done.remind_next_at) == (1, None)
        assert desk.jobs == []

    async def test_without_a_mailbox_its_people_are(self, desk: Desk) -> None:
        await desk.publish(
            self.QUEUED.replace("email: leads@acme.example", "people: [luis, marta]")
        )
        await desk.given()
        await desk.work_until(MONDAY + timedelta(minutes=10), KIND)
        told = [(one.owner.id, one.again) for one in desk.reminding.reminded]
        assert told == [("luis", 0), ("marta", 0), ("luis", 1), ("marta", 1)]

    async def test_where_nobody_reads_nobody_counts_as_reminded(self, desk: Desk) -> None:
        await desk.publish(self.QUEUED.replace(", email: leads@acme.example", ""))
        given = await desk.given()
        await desk.work_until(MONDAY + timedelta(days=30), KIND)
        shown = await desk.assignments.get(given.id)
        assert shown is not None
        assert (desk.reminding.reminded, shown.reminded_at) == ([], None)

    @pytest.mark.parametrize("end", ["taken", "won", "rejected"])
    async def test_who_takes_it_is_left_in_peace(self, desk: Desk, end: str) -> None:
        await desk.publish(self.QUEUED)
        given = await desk.given()
        await desk.work_until(MONDAY + timedelta(minutes=10), KIND)
        now = desk.clock.now()
        if end == "taken":
            await desk.acceptance.accept(given.handover, "luis", now)
        else:
            said = LeadOutcome(given.conversation, "won" if end == "won" else "rejected", now, "x")
            await Outcomes(desk.database).record(said, now)
        await desk.work_until(MONDAY + timedelta(days=30), KIND)
        assert len(desk.reminding.reminded) == 2

    async def test_who_is_named_for_such_leads_later_gets_it(self, desk: Desk) -> None:
        await desk.publish(self.QUEUED)
        given = await desk.given()
        await desk.work_until(MONDAY + timedelta(minutes=10), KIND)
        await desk.publish(PLAN)
        await desk.work_until(MONDAY + timedelta(minutes=20), KIND)
        now = await desk.assignments.current(given.handover)
        assert now is not None
        assert (now.person, now.cause) == ("marta", "escalated")

    async def test_a_process_that_was_away_reminds_once_and_goes_on(self, desk: Desk) -> None:
        await desk.publish(self.QUEUED)
        given = await desk.given()
        await desk.overdue(given)
        desk.clock.pass_by(minutes=40)
        late = await desk.assignments.remind_again(given.id, desk.clock.now())
        assert late is not None
        assert (late.number, late.next_at) == (3, MONDAY + timedelta(minutes=80))
        again = await desk.assignments.remind_again(given.id, desk.clock.now())
        assert again == late, "whoever was told is not told again: it is the same reminder"

    async def test_one_that_comes_too_early_comes_again(self, desk: Desk) -> None:
        await desk.publish(self.QUEUED)
        given = await desk.given()
        assert await desk.assignments.remind_again(given.id, MONDAY) is None, "it is not late yet"
        await desk.overdue(given)
        early = await desk.assignments.remind_again(given.id, desk.clock.now())
        assert early is not None
        assert (early.assignment, early.next_at) == (None, MONDAY + timedelta(minutes=10))


class TestByHand:
    """Must-have 10: out of office, and moved by hand."""

    async def test_a_lead_is_moved_to_a_person_or_a_queue(self, desk: Desk) -> None:
        given = await desk.given()
        moved = await desk.acceptance.move(
            given.handover, Place(person="luis"), "boss", "his region", MONDAY
        )
        assert (moved.person, moved.cause, moved.by, moved.rule) == (
            "luis",
            "by_hand",
            "boss",
            "by hand",
        )
        assert moved.due_at == MONDAY + timedelta(minutes=5)
        queued = await desk.acceptance.move(
            given.handover, Place(queue="general"), "boss", None, MONDAY
        )
        assert (queued.person, queued.queue, queued.number) == (None, "general", 3)

    async def test_by_the_rules_it_goes_to_somebody_who_has_not_had_it(self, desk: Desk) -> None:
        given = await desk.given()
        moved = await desk.acceptance.move(given.handover, None, "boss", None, MONDAY)
        assert moved.person == "luis"

    async def test_nobody_moves_a_lead_to_nowhere(self, desk: Desk) -> None:
        given = await desk.given()
        with pytest.raises(UnknownPlace):
            await desk.acceptance.move(given.handover, Place(person="eve"), "boss", None, MONDAY)
        assert await desk.assignments.current(given.handover) == given

    async def test_who_is_away_gets_nothing_and_gives_up_what_they_have_not_accepted(
        self, desk: Desk
    ) -> None:
        waiting, kept = await desk.given(), await desk.given()
        assert (waiting.person, kept.person) == ("ana", "luis")
        absences = desk.absences
        ill = Absence("ana", MONDAY, MONDAY + timedelta(days=2), "ill", "boss")
        [moved] = await absences.add(ill, desk.acceptance, MONDAY)
        assert await absences.coming(MONDAY) == (ill,)
        assert await desk.acceptance.leave("ana", MONDAY) == ()
        assert (moved.handover, moved.person) == (waiting.handover, "luis")
        assert {(await desk.give(lead)).person for lead in await desk.leads(3)} == {"luis"}
        assert await absences.back("ana", desk.acceptance, MONDAY + timedelta(hours=1))
        assert not await absences.back("ana", desk.acceptance, MONDAY + timedelta(hours=2))
        desk.clock.pass_by(hours=1)
        assert (await desk.given()).person == "ana"


class TestCaps:
    """Must-have 3."""

    async def test_who_has_enough_for_today_or_open_gets_no_more(self, desk: Desk) -> None:
        capped = PLAN.replace("weight: 2,", "caps: {per_day: 1},").replace(
            "email: luis@acme.example,", "email: luis@acme.example, caps: {open: 2},"
        )
        await desk.publish(capped)
        given = [await desk.given() for _ in range(4)]
        assert [one.person for one in given] == ["ana", "luis", "luis", None]
        assert given[3].queue == "general"
        outcomes = Outcomes(desk.database)
        await outcomes.record(LeadOutcome(given[1].conversation, "lost", MONDAY), MONDAY)
        assert (await desk.given()).person == "luis"
        desk.clock.pass_by(days=1)
        assert (await desk.given()).person == "ana"

    async def test_what_was_no_lead_or_went_on_while_they_were_away_takes_no_room(
        self, desk: Desk
    ) -> None:
        """As Chili Piper credits meetings that do not take place."""
        await desk.publish(PLAN.replace("weight: 2,", "caps: {per_day: 1}, weight: 2,"))
        first = await desk.given()
        assert first.person == "ana"
        await desk.acceptance.reject(first.handover, "ana", "spam", MONDAY)
        second = await desk.given()
        assert second.person == "ana"
        shown = await Workloads(desk.database).now(parse_teams(PLAN), MONDAY)
        assert shown.work["ana"].today == 1
        gone = Absence("ana", MONDAY, MONDAY + timedelta(minutes=1))
        [moved] = await desk.absences.add(gone, desk.acceptance, MONDAY)
        assert moved.person == "luis"
        desk.clock.pass_by(minutes=1)
        assert (await desk.given()).person == "ana"
        assert (await desk.given()).person == "luis", "now she has had enough"


class TestAtTheSameMoment:
    """Must-have 8: what two processes do at once is done one after the other."""

    async def test_a_lead_is_accepted_or_goes_on_and_never_both(self, desk: Desk) -> None:
        given, other = await desk.given(), Desk(desk.database, desk.clock)
        accepted, moved = await asyncio.gather(
            desk.acceptance.accept(given.handover, "ana", MONDAY),
            other.assignments.overdue(given.id, MONDAY),
            return_exceptions=True,
        )
        now = await desk.assignments.current(given.handover)
        assert now is not None
        if isinstance(accepted, NotTheirs):
            assert (now.person, now.number, now.state) == ("luis", 2, "offered")
        else:
            assert moved is None
            assert (now.person, now.number, now.state) == ("ana", 1, "accepted")

    async def test_two_who_take_a_lead_out_of_a_queue_do_not_both_have_it(self, desk: Desk) -> None:
        await desk.publish(PLAN.replace("to: {team: sales}", "to: {queue: general}"))
        given, other = await desk.given(), Desk(desk.database, desk.clock)
        results = await asyncio.gather(
            desk.acceptance.accept(given.handover, "ana", MONDAY),
            other.acceptance.accept(given.handover, "luis", MONDAY),
            return_exceptions=True,
        )
        assert sum(isinstance(one, NotTheirs) for one in results) == 1
        outcomes = await Outcomes(desk.database).of(given.conversation)
        assert len(outcomes) == 1

    async def test_what_a_crm_says_and_what_a_person_does_at_once_both_count(
        self, desk: Desk
    ) -> None:
        given, outcomes = await desk.given(), Outcomes(desk.database)
        won = LeadOutcome(given.conversation, "won", MONDAY)
        await asyncio.gather(
            desk.acceptance.accept(given.handover, "ana", MONDAY), outcomes.record(won, MONDAY)
        )
        assert {one.outcome for one in await outcomes.of(given.conversation)} == {"accepted", "won"}
        now = await desk.assignments.current(given.handover)
        assert now is not None
        assert (now.state, now.closed_at) == ("accepted", MONDAY)
