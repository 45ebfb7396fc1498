"""A text goes out once, or visibly not at all, whatever Twilio answers and in whatever order."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import select

from agent.erasing import Kept
from agent.text_errors import PUT_OFF
from agent.texting import (
    Accepted,
    Busy,
    Lost,
    Note,
    Refused,
    Report,
    SendOutcome,
    Text,
    Unclear,
)
from storage.erasures import StoredErasures
from storage.people import Address, People
from storage.reach_tables import PermissionRow
from storage.text_fates import (
    HOLD,
    LOOK_AFTER,
    LOOK_AGAIN,
    ONCE_MORE_AFTER,
    SENDS_AT_MOST,
    SURE_AFTER,
)
from storage.texts import IN_HAND
from tests.storage.conftest import Store
from tests.storage.records import script_text
from tests.storage.texting import DAYTIME, OURS, THEIRS, Phone

SID = f"SM{0:032x}"
TEMPLATE = """\
templates:
  nudge:
    en: {content_sid: HX0123456789abcdef0123456789abcdef, variables: {"1": "{text}"}}
"""
NO_ANSWER = Unclear("no answer from Twilio")


@pytest.fixture
def phone(store: Store) -> Phone:
    """One prospect with a telephone."""
    return Phone(store)


async def sent(phone: Phone, *answers: SendOutcome) -> Phone:
    """One text, to which Twilio answers this."""
    phone.texter.answers = list(answers)
    await phone.talk("What is your budget?")
    await phone.work()
    return phone


async def report(phone: Phone, *statuses: str, code: int | None = None) -> list[bool]:
    """What Twilio tells of the only text, in this order."""
    return [
        await phone.texts.report(Report(SID, status, code), phone.clock.now())
        for status in statuses
    ]


def due(phone: Phone) -> timedelta:
    """After how long the only job left comes back."""
    ((at, _),) = phone.due
    return at - phone.clock.now()


async def test_what_a_turn_says_goes_out_once(phone: Phone) -> None:
    await sent(phone)
    (text,) = phone.texter.sent
    assert (text.to, text.sender, text.body) == (THEIRS, OURS, "What is your budget?")
    assert (text.channel, text.purpose, text.attempt) == ("sms", "reply", 1)
    (row,) = await phone.rows()
    assert (row.state, row.sid, row.next_at) == ("queued", SID, None)
    assert await phone.sender.send(row.id) is None
    assert len(phone.texter.sent) == 1


async def test_a_mock_that_names_every_text_alike_is_not_asked_again(phone: Phone) -> None:
    phone.texter.answers = [Accepted(SID, "queued"), Accepted(SID, "queued")]
    conversation = await phone.talk("What is your budget?")
    await phone.wait(seconds=1)
    await phone.hear(conversation)
    await phone.answer(conversation, "Who decides?")
    await phone.wait(minutes=10)
    assert [text.body for text in phone.texter.sent] == ["What is your budget?", "Who decides?"]
    assert [(row.state, row.sid) for row in await phone.rows()] == [
        ("queued", SID),
        ("accepted", None),
    ]


async def test_each_ruling_is_on_record_without_the_number(phone: Phone) -> None:
    await sent(phone, Busy("429"))
    await phone.wait(seconds=1)
    rulings = await phone.store.database.read(
        lambda connection: connection.execute(select(PermissionRow)).all()
    )
    (row,) = await phone.rows()
    assert [(one.text, one.ruling, one.rule, one.purpose) for one in rulings] == [
        (row.id, "allow", "answer", "reply")
    ] * 2
    assert {one.address for one in rulings} == {phone.suppressions.mark(THEIRS)}


class TestInOrder:
    async def test_one_goes_when_those_before_it_have_ended(self, phone: Phone) -> None:
        phone.texter.answers = [Busy("429"), Busy("429")]
        conversation = await phone.talk("One")
        phone.clock.pass_by(seconds=5)
        await phone.hear(conversation)
        await phone.answer(conversation, "Two")
        await phone.work()
        assert [one.body for one in phone.texter.sent] == ["One"]
        for _ in range(3):
            await phone.wait(seconds=1)
        assert [one.body for one in phone.texter.sent] == ["One", "One", "One", "Two"]

    @pytest.mark.parametrize("answer", [Refused(30004, "blocked"), Refused(0, "no")])
    async def test_one_that_is_refused_lets_the_next_go_at_once(
        self, phone: Phone, answer: SendOutcome
    ) -> None:
        phone.texter.answers = [answer]
        conversation = await phone.talk("One")
        phone.clock.pass_by(seconds=5)
        await phone.hear(conversation)
        await phone.answer(conversation, "Two")
        await phone.work()
        assert await phone.states() == ["failed", "queued"]

    async def test_other_numbers_do_not_wait(self, phone: Phone) -> None:
        phone.texter.answers = [NO_ANSWER]
        await phone.talk("One")
        await phone.work()
        other = Phone(phone.store, phone.texter, theirs="+34600111333")
        await other.talk("Two")
        await other.work()
        assert await phone.states() == ["unknown", "queued"]

    async def test_one_whose_end_nobody_learns_holds_up_nothing_for_ever(
        self, phone: Phone
    ) -> None:
        phone.texter.away = True
        conversation = await phone.talk("One")
        phone.texter.answers = [NO_ANSWER]
        await phone.work()
        for _ in range(3):
            await phone.wait(minutes=20)
        await phone.wait(minutes=1)
        await phone.hear(conversation)
        await phone.answer(conversation, "Two")
        await phone.work()
        assert await phone.states() == ["unknown", "queued"]


class TestTryingAgain:
    async def test_what_surely_was_not_sent_is_sent_after_longer_and_longer_pauses(
        self, phone: Phone
    ) -> None:
        await sent(phone, *[Busy("429")] * 12)
        pauses = []
        while phone.due:
            pauses.append(due(phone).total_seconds())
            await phone.wait(seconds=pauses[-1])
        assert pauses == [0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6, 30, 30, 30, 30]
        assert await phone.states() == ["queued"]

    async def test_a_pause_that_is_asked_for_is_kept_within_reason(self, phone: Phone) -> None:
        await sent(phone, Busy("429", timedelta(seconds=50)), Busy("429", timedelta(days=9)))
        assert due(phone) == timedelta(seconds=50)
        await phone.wait(seconds=50)
        assert due(phone) == timedelta(minutes=5)

    async def test_an_outage_of_a_day_ends_it(self, phone: Phone) -> None:
        await sent(phone, *[Busy("connection refused")] * 1000)
        while phone.due:
            await phone.wait(seconds=due(phone).total_seconds())
        (row,) = await phone.rows()
        assert row.state == "denied"
        assert row.last_error == "too_late"
        assert timedelta(hours=24) < phone.clock.now() - DAYTIME < timedelta(hours=48)
        assert len(phone.texter.sent) < 200


class TestNobodyKnows:
    """No answer came: it is looked for, and never sent again blindly."""

    async def test_what_went_out_is_found_and_not_sent_again(self, phone: Phone) -> None:
        phone.texter.accepts_unclear = True
        await sent(phone, NO_ANSWER)
        assert await phone.states() == ["unknown"]
        assert due(phone) == LOOK_AFTER
        await phone.wait(seconds=LOOK_AFTER.total_seconds())
        (row,) = await phone.rows()
        assert (row.state, row.sid) == ("sent", SID)
        assert phone.texter.looked_since == [DAYTIME]
        assert (len(phone.texter.sent), phone.due) == (1, [])

    async def test_what_did_not_is_sent_again_only_when_that_is_sure(self, phone: Phone) -> None:
        await sent(phone, NO_ANSWER)
        await phone.wait(seconds=LOOK_AFTER.total_seconds())
        assert (len(phone.texter.sent), len(phone.texter.looked_since)) == (1, 1)
        assert phone.clock.now() + due(phone) == DAYTIME + SURE_AFTER
        await phone.wait(seconds=due(phone).total_seconds())
        assert [one.attempt for one in phone.texter.sent] == [1, 2]
        assert await phone.states() == ["queued"]

    async def test_without_a_list_it_is_not_sent_again(self, phone: Phone) -> None:
        phone.texter.away = True
        await sent(phone, NO_ANSWER)
        for _ in range(5):
            await phone.wait(minutes=5)
        assert due(phone) == LOOK_AGAIN
        assert (len(phone.texter.sent), await phone.states()) == (1, ["unknown"])
        phone.texter.away = False
        await phone.wait(minutes=5)
        assert (len(phone.texter.sent), await phone.states()) == (2, ["queued"])

    async def test_after_a_day_it_is_left_to_a_person(self, phone: Phone) -> None:
        phone.texter.away = True
        await sent(phone, NO_ANSWER)
        await phone.wait(hours=25)
        assert (await phone.states(), phone.due) == (["failed"], [])

    async def test_one_that_never_gets_an_answer_is_left_to_a_person(self, phone: Phone) -> None:
        await sent(phone, *[NO_ANSWER] * 20)
        while phone.due:
            await phone.wait(seconds=due(phone).total_seconds())
        assert len(phone.texter.sent) == SENDS_AT_MOST
        assert await phone.states() == ["failed"]

    async def test_the_callback_tells_whose_sid_it_is(self, phone: Phone) -> None:
        await sent(phone, NO_ANSWER)
        (row,) = await phone.rows()
        told = Report(SID, "sent", text=row.id)
        assert await phone.texts.report(told, phone.clock.now())
        (row,) = await phone.rows()
        assert (row.state, row.sid) == ("sent", SID)
        await phone.wait(hours=1)
        assert len(phone.texter.sent) == 1

    async def test_a_process_that_died_while_it_sent_leaves_it_to_be_looked_for(
        self, phone: Phone
    ) -> None:
        await phone.talk("What is your budget?")
        (row,) = await phone.rows()
        taken = await phone.texts.take(row.id, phone.clock.now())
        assert isinstance(taken, Text)
        await phone.texter.send(taken)
        await phone.work()
        assert await phone.states() == ["sending"], "another may be sending it at this moment"
        assert due(phone) == IN_HAND
        await phone.wait(seconds=IN_HAND.total_seconds())
        assert (await phone.states(), len(phone.texter.sent)) == (["sent"], 1)

    async def test_an_attempt_overtaken_by_another_changes_nothing(self, phone: Phone) -> None:
        await phone.talk("What is your budget?")
        (row,) = await phone.rows()
        slow = await phone.texts.take(row.id, phone.clock.now())
        assert isinstance(slow, Text)
        for _ in range(4):
            await phone.wait(minutes=2)
        assert await phone.states() == ["queued"]
        late = phone.clock.now()
        assert await phone.texts.record(slow, Refused(30004, "late"), late) is None
        assert await phone.states() == ["queued"]

    async def test_an_attempt_overtaken_by_one_under_way_does_not_end_it(
        self, phone: Phone
    ) -> None:
        await phone.talk("What is your budget?")
        (row,) = await phone.rows()
        slow = await phone.texts.take(row.id, phone.clock.now())
        assert isinstance(slow, Text)
        phone.texter.answers = [NO_ANSWER]
        for _ in range(4):
            await phone.wait(minutes=2)
            if len(phone.texter.sent) == 1:
                break
        assert await phone.states() == ["unknown"]
        late = phone.clock.now()
        assert await phone.texts.record(slow, Refused(30004, "late"), late) is None
        assert await phone.states() == ["unknown"]

    async def test_the_same_words_found_for_an_earlier_text_are_not_this_one(
        self, phone: Phone
    ) -> None:
        await sent(phone, Accepted(SID, "queued"), NO_ANSWER)
        conversation = (await phone.rows())[0].conversation
        await phone.hear(conversation)
        await phone.answer(conversation, "What is your budget?")
        await phone.work()
        phone.texter.went_out[SID] = phone.texter.sent[1]  # the list shows the first one
        await phone.wait(seconds=LOOK_AFTER.total_seconds())
        assert await phone.states() == ["queued", "unknown"]
        await phone.wait(seconds=due(phone).total_seconds())
        assert len(phone.texter.sent) == 3


class TestReports:
    @pytest.mark.parametrize(
        ("statuses", "state"),
        [
            (["sending", "sent", "delivered", "read"], "read"),
            (["delivered", "sent", "sending", "queued", "accepted"], "delivered"),
            (["read", "delivered"], "read"),
            (["sent", "sent", "sent"], "sent"),
            (["failed", "delivered", "sent"], "failed"),
            (["undelivered", "sent"], "undelivered"),
            (["canceled", "sent"], "canceled"),
            (["partially_delivered"], "delivered"),
            (["exploded", "received"], "queued"),
        ],
    )
    async def test_they_only_move_a_text_up(
        self, phone: Phone, statuses: Sequence[str], state: str
    ) -> None:
        await sent(phone)
        await report(phone, *statuses)
        assert await phone.states() == [state]

    async def test_it_says_whether_one_was_news(self, phone: Phone) -> None:
        await sent(phone)
        news = await report(phone, "sent", "sent", "queued", "delivered", "delivered", "nonsense")
        assert news == [True, False, False, True, False, False]

    async def test_one_about_a_text_that_is_not_ours_changes_nothing(self, phone: Phone) -> None:
        await sent(phone)
        now = phone.clock.now()
        other = f"SM{9:032x}"
        assert not await phone.texts.report(Report(other, "failed", 30006), now)
        assert not await phone.texts.report(Report(other, "failed", 30006, text="nobody.0"), now)
        (row,) = await phone.rows()
        assert not await phone.texts.report(Report(other, "failed", 30006, text=row.id), now)
        assert await phone.states() == ["queued"]

    async def test_the_code_of_a_failure_is_kept(self, phone: Phone) -> None:
        await sent(phone)
        await report(phone, "undelivered", code=30007)
        (row,) = await phone.rows()
        assert (row.state, row.code) == ("undelivered", 30007)

    async def test_one_that_comes_before_the_answer_is_not_undone_by_it(self, phone: Phone) -> None:
        await phone.talk("What is your budget?")
        (row,) = await phone.rows()
        now = phone.clock.now()
        taken = await phone.texts.take(row.id, now)
        assert isinstance(taken, Text)
        assert await phone.texts.report(Report(SID, "delivered", text=row.id), now)
        assert await phone.texts.record(taken, Accepted(SID, "queued"), now) is None
        assert await phone.states() == ["delivered"]


class TestCodes:
    """Twilio's error codes, told at once or by a callback."""

    async def fail(self, phone: Phone, code: int, *, at_once: bool) -> None:
        """The only text fails with this code."""
        if at_once:
            await sent(phone, Refused(code, "Twilio says no"))
        else:
            await sent(phone)
            await report(phone, "sent")
            await report(phone, "undelivered", code=code)
            await phone.work()

    @pytest.mark.parametrize("at_once", [True, False])
    async def test_who_opted_out_at_the_carrier_is_not_written_to_on_any_channel(
        self, phone: Phone, at_once: bool
    ) -> None:
        await self.fail(phone, 21610, at_once=at_once)
        assert await phone.suppressions.stops(THEIRS, "sms")
        assert await phone.suppressions.stops(THEIRS, "whatsapp")
        assert len(phone.texter.sent) == 1
        assert (await phone.rows())[0].code == 21610

    @pytest.mark.parametrize("at_once", [True, False])
    @pytest.mark.parametrize("code", [21211, 21614, 30005, 30006])
    async def test_a_number_that_sms_does_not_reach_is_left_alone(
        self, phone: Phone, code: int, at_once: bool
    ) -> None:
        await self.fail(phone, code, at_once=at_once)
        conversation = (await phone.rows())[0].conversation
        phone.clock.pass_by(minutes=5)
        await phone.nudge(conversation, "Are you still there?")
        await phone.work()
        assert (await phone.rows())[-1].last_error == "unreachable"
        await phone.hear(conversation, "I am here")
        await phone.answer(conversation, "Good.")
        await phone.work()
        assert phone.texter.sent[-1].body == "Good.", "they wrote from it since"

    @pytest.mark.parametrize("at_once", [True, False])
    @pytest.mark.parametrize("code", [30003, 30008])
    async def test_a_handset_that_is_off_is_tried_once_more_and_then_no_more(
        self, phone: Phone, code: int, at_once: bool
    ) -> None:
        await self.fail(phone, code, at_once=at_once)
        assert due(phone) == ONCE_MORE_AFTER
        assert len(phone.texter.sent) == 1
        await phone.wait(seconds=ONCE_MORE_AFTER.total_seconds())
        assert len(phone.texter.sent) == 2
        (row,) = await phone.rows()
        again = Report(row.sid, "undelivered", code)
        assert await phone.texts.report(again, phone.clock.now())
        await phone.wait(hours=5)
        assert (len(phone.texter.sent), await phone.states()) == (2, ["undelivered"])

    @pytest.mark.parametrize("at_once", [True, False])
    @pytest.mark.parametrize("code", sorted(PUT_OFF))
    async def test_what_was_put_off_goes_before_the_answer_when_they_write_and_not_after_it(
        self, phone: Phone, code: int, at_once: bool
    ) -> None:
        await self.fail(phone, code, at_once=at_once)
        phone.clock.pass_by(minutes=5)
        conversation = (await phone.rows())[0].conversation
        await phone.hear(conversation, "are you there?")
        await phone.answer(conversation, "I am.")
        phone.store.jobs.reverse()  # whichever job comes first
        await phone.wait(minutes=1)
        question = "What is your budget?"
        assert [one.body for one in phone.texter.sent] == [question, question, "I am."]
        await phone.wait(days=2)
        assert len(phone.texter.sent) == 3

    async def test_a_sender_that_is_held_stays_held_when_they_write(self, phone: Phone) -> None:
        await self.fail(phone, 21611, at_once=True)
        conversation = (await phone.rows())[0].conversation
        phone.clock.pass_by(seconds=1)
        await phone.hear(conversation, "are you there?")
        await phone.answer(conversation, "I am.")
        await phone.wait(minutes=5)
        assert len(phone.texter.sent) == 1

    async def test_a_text_that_is_found_failed_does_what_its_code_says(self, phone: Phone) -> None:
        await sent(phone, Unclear("no answer"))
        (row,) = await phone.rows()
        taken = await phone.texts.take(row.id, phone.clock.now() + LOOK_AFTER)
        assert isinstance(taken, Lost)
        failed = Accepted(SID, "undelivered", 30006)
        await phone.texts.record(taken.text, failed, phone.clock.now())
        (row,) = await phone.rows()
        assert (row.state, row.code) == ("undelivered", 30006)

    @pytest.mark.parametrize(
        "outcome", [Refused(99999, "no"), Refused(0, "no"), Busy("429"), Unclear("no answer")]
    )
    async def test_whatever_is_not_sent_is_in_the_log(
        self, phone: Phone, caplog: pytest.LogCaptureFixture, outcome: SendOutcome
    ) -> None:
        await sent(phone, outcome)
        (line,) = caplog.messages
        assert (await phone.rows())[0].id in line
        assert THEIRS not in line

    async def test_late_reports_of_the_first_attempt_do_not_touch_the_second(
        self, phone: Phone
    ) -> None:
        await self.fail(phone, 30003, at_once=False)
        (row,) = await phone.rows()
        now = phone.clock.now()
        assert not await phone.texts.report(Report(SID, "delivered", text=row.id), now)
        assert not await phone.texts.report(Report(SID, "undelivered", 30003), now)
        taken = await phone.texts.take(row.id, now + ONCE_MORE_AFTER)
        assert isinstance(taken, Text)
        assert not await phone.texts.report(Report(SID, "delivered", text=row.id), now)
        assert await phone.states() == ["sending"]

    @pytest.mark.parametrize("at_once", [True, False])
    @pytest.mark.parametrize("code", [21408, 21617, 30004, 30007, 30034, 99999])
    async def test_what_a_second_try_would_not_mend_is_not_tried(
        self, phone: Phone, code: int, at_once: bool
    ) -> None:
        await self.fail(phone, code, at_once=at_once)
        await phone.wait(hours=5)
        (row,) = await phone.rows()
        assert (row.state, row.code) == ("failed" if at_once else "undelivered", code)
        assert len(phone.texter.sent) == 1

    async def test_an_administrator_is_told_what_only_they_can_mend(
        self, phone: Phone, caplog: pytest.LogCaptureFixture
    ) -> None:
        await self.fail(phone, 30034, at_once=True)
        assert "A2P 10DLC" in caplog.text
        assert THEIRS not in caplog.text

    @pytest.mark.parametrize("at_once", [True, False])
    async def test_a_suspected_pump_is_left_alone_for_a_day(
        self, phone: Phone, at_once: bool
    ) -> None:
        await self.fail(phone, 30450, at_once=at_once)
        conversation = (await phone.rows())[0].conversation
        phone.clock.pass_by(seconds=1)
        await phone.hear(conversation)
        await phone.answer(conversation, "Hello?")
        await phone.work()
        assert (await phone.rows())[-1].last_error == "suspended"
        await phone.wait(hours=24)
        await phone.hear(conversation)
        await phone.answer(conversation, "Hello again")
        await phone.work()
        assert phone.texter.sent[-1].body == "Hello again"

    @pytest.mark.parametrize("at_once", [True, False])
    @pytest.mark.parametrize("code", [30610, 30047])
    async def test_what_twilio_holds_for_quiet_hours_goes_in_the_next_window(
        self, phone: Phone, code: int, at_once: bool
    ) -> None:
        await self.fail(phone, code, at_once=at_once)
        assert phone.clock.now() + due(phone) == DAYTIME.replace(day=3, hour=9)
        await phone.wait(seconds=due(phone).total_seconds())
        assert (len(phone.texter.sent), await phone.states()) == (2, ["queued"])

    @pytest.mark.parametrize("at_once", [True, False])
    @pytest.mark.parametrize("code", [63018, 20429])
    async def test_a_rate_limit_is_waited_for(self, phone: Phone, code: int, at_once: bool) -> None:
        await self.fail(phone, code, at_once=at_once)
        assert due(phone) == timedelta(seconds=0.2)
        await phone.wait(seconds=0.2)
        assert (len(phone.texter.sent), await phone.states()) == (2, ["queued"])

    @pytest.mark.parametrize("at_once", [True, False])
    @pytest.mark.parametrize("code", [21611, 30001])
    async def test_a_full_queue_holds_everything_from_that_sender(
        self, phone: Phone, code: int, at_once: bool
    ) -> None:
        await self.fail(phone, code, at_once=at_once)
        other = Phone(phone.store, phone.texter, theirs="+34600111333")
        await other.talk("Hello, you")
        await other.work()
        assert len(phone.texter.sent) == 1
        assert due(other) == HOLD
        phone.due += other.due
        await phone.wait(seconds=HOLD.total_seconds())
        while phone.due:
            await phone.wait(seconds=max(0.1, due_first(phone)))
        assert await phone.states() == ["queued", "queued"]
        assert len(phone.texter.sent) == 3

    @pytest.mark.parametrize("at_once", [True, False])
    async def test_whatsapps_closed_window_takes_the_template_and_no_body(
        self, store: Store, at_once: bool
    ) -> None:
        phone = Phone(store, channel="whatsapp", script=script_text() + TEMPLATE)
        await self.fail(phone, 63016, at_once=at_once)
        first, second = phone.texter.sent
        assert first.template is None
        assert second.template is not None
        assert second.template.content_sid == "HX0123456789abcdef0123456789abcdef"
        assert second.template.variables == {"1": "What is your budget?"}
        (row,) = await phone.rows()
        await phone.texts.report(Report(row.sid, "undelivered", 63016), phone.clock.now())
        await phone.wait(hours=1)
        assert (len(phone.texter.sent), await phone.states()) == (2, ["undelivered"])

    @pytest.mark.parametrize("at_once", [True, False])
    async def test_without_a_template_it_ends_there(self, store: Store, at_once: bool) -> None:
        phone = Phone(store, channel="whatsapp")
        await self.fail(phone, 63016, at_once=at_once)
        assert len(phone.texter.sent) == 1

    async def test_a_failure_after_the_delivery_sends_nothing_again(self, phone: Phone) -> None:
        await sent(phone)
        await report(phone, "delivered")
        await report(phone, "undelivered", code=30003)
        await phone.wait(hours=5)
        assert (len(phone.texter.sent), phone.due) == (1, [])


def due_first(phone: Phone) -> float:
    """Seconds until the first job comes back."""
    return (min(at for at, _ in phone.due) - phone.clock.now()).total_seconds()


class TestHours:
    async def test_a_word_about_their_silence_waits_for_the_morning(self, phone: Phone) -> None:
        conversation = await phone.talk("What is your budget?")
        await phone.work()
        phone.clock.pass_by(hours=12)
        await phone.nudge(conversation, "Are you still there?")
        await phone.work()
        assert len(phone.texter.sent) == 1
        assert phone.clock.now() + due(phone) == DAYTIME.replace(day=3, hour=9)
        await phone.wait(seconds=due(phone).total_seconds())
        assert phone.texter.sent[-1].body == "Are you still there?"

    async def test_a_whatsapp_nudge_after_a_day_goes_as_its_template(self, store: Store) -> None:
        phone = Phone(store, channel="whatsapp", script=script_text() + TEMPLATE)
        conversation = await phone.talk("What is your budget?")
        await phone.work()
        phone.clock.pass_by(hours=25)
        await phone.nudge(conversation, "Are you still there?")
        await phone.work()
        assert phone.texter.sent[-1].template is not None

    async def test_without_a_template_it_is_not_sent(self, store: Store) -> None:
        phone = Phone(store, channel="whatsapp")
        conversation = await phone.talk("What is your budget?")
        await phone.work()
        phone.clock.pass_by(hours=25)
        await phone.nudge(conversation, "Are you still there?")
        await phone.work()
        assert (await phone.rows())[-1].last_error == "window_closed"


async def test_one_number_gets_no_more_than_its_cap_in_a_day(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    phone = Phone(store, cap=2)
    conversation = await phone.talk("One")
    for text in ("Two", "Three"):
        await phone.wait(seconds=1)
        await phone.hear(conversation)
        await phone.answer(conversation, text)
    await phone.work()
    assert [one.body for one in phone.texter.sent] == ["One", "Two"]
    unsent = (await phone.rows())[-1]
    assert unsent.last_error == "cap"
    assert caplog.messages == [f"Text {unsent.id} is not sent: cap"], "they wait for an answer"
    phone.clock.pass_by(days=1, seconds=1)
    await phone.hear(conversation)
    await phone.answer(conversation, "Four")
    await phone.work()
    assert phone.texter.sent[-1].body == "Four"


class TestNotes:
    NOTE = Note("CA1/after", "+34600999888", OURS, "Hot lead: Ana, 3000 a year", None)

    async def test_a_note_to_our_own_people_goes_at_any_hour(self, phone: Phone) -> None:
        phone.clock.pass_by(hours=12)
        await phone.texts.tell(self.NOTE, phone.clock.now())
        await phone.work()
        (text,) = phone.texter.sent
        assert (text.to, text.body, text.purpose) == (self.NOTE.to, self.NOTE.body, "sales")

    async def test_the_same_note_twice_is_one(self, phone: Phone) -> None:
        for _ in range(2):
            await phone.texts.tell(self.NOTE, phone.clock.now())
            await phone.work()
        assert len(phone.texter.sent) == 1


async def test_a_text_that_is_not_there_is_nothing_to_do(phone: Phone) -> None:
    assert await phone.sender.send("nobody.0") is None
    missing = Text("nobody.0", None, "sms", THEIRS, OURS, "Hi", "reply", 1)
    assert await phone.texts.record(missing, Accepted(SID, "queued"), DAYTIME) is None


class TestErasedMeanwhile:
    """A text was on its way when its person was erased: Twilio is to delete it too."""

    async def lost(self, phone: Phone) -> tuple[StoredErasures, Text]:
        """Who erases, and a text that was handed to Twilio before and not answered yet."""
        await phone.talk("What is your budget?")
        (row,) = await phone.rows()
        taken = await phone.texts.take(row.id, phone.clock.now())
        assert isinstance(taken, Text)
        store = phone.store
        erasures = StoredErasures(store.database, phone.suppressions, store.enqueue, store.clock)
        people = People(store.database, store.scripts, store.clock)
        await erasures.erase(await people.find(Address("phone", THEIRS)))
        store.jobs.clear()
        return erasures, taken

    async def test_when_twilio_answers(self, phone: Phone) -> None:
        erasures, text = await self.lost(phone)
        assert await phone.texts.record(text, Accepted(SID, "queued"), phone.clock.now()) is None
        assert await erasures.left(SID) == Kept("message", SID)
        assert [(job.kind, job.row) for job in phone.store.jobs] == [("erase", SID)]

    async def test_when_twilio_has_not_answered_and_reports_on_it(self, phone: Phone) -> None:
        erasures, text = await self.lost(phone)
        now = phone.clock.now()
        assert await phone.texts.record(text, Unclear("no answer"), now) is None
        assert await erasures.waiting() == ()
        for status in ("sent", "delivered"):
            assert not await phone.texts.report(Report(SID, status, text=text.id), now)
        assert await erasures.waiting() == (SID,)
        keys = {job.key for job in phone.store.jobs}
        assert len(keys) == 2, "the first may be done before Twilio reports again"

    async def test_what_is_reported_of_a_text_that_is_not_ours_is_nothing_to_do(
        self, phone: Phone
    ) -> None:
        erasures, _ = await self.lost(phone)
        assert not await phone.texts.report(Report(SID, "sent"), phone.clock.now())
        assert await erasures.waiting() == ()
