"""What a turn says reaches telephones, and a stop holds everywhere, in the turn's transaction."""

import json

import pytest
from sqlalchemy import select

from agent.errors import MoreArrived
from agent.texting import Note
from qualification.answers import Answer
from qualification.segments import segments
from qualification.signals import Signal
from qualification.values import Contact
from storage.reach_tables import ConsentRow, SuppressionRow
from tests.storage.conftest import Store
from tests.storage.records import EMAIL, NOW, script_text, turn
from tests.storage.texting import OURS, THEIRS, Phone

TEMPLATES = """\
templates:
  nudge:
    en: {content_sid: HX0123456789abcdef0123456789abcdef, variables: {"1": "{name}", "2": "%s"}}
"""


@pytest.fixture
def phone(store: Store) -> Phone:
    """One prospect with a telephone."""
    return Phone(store)


def with_template(text: str) -> str:
    """A script with a template that says this."""
    return script_text() + TEMPLATES % text


async def test_a_message_becomes_a_text_and_its_job(phone: Phone) -> None:
    await phone.talk("What is your budget?")
    (row,) = await phone.rows()
    assert [job.row for job in phone.store.jobs if job.kind == "text"] == [row.id]
    assert (row.channel, row.to_address, row.sender) == ("sms", THEIRS, OURS)
    assert (row.body, row.purpose, row.state) == ("What is your budget?", "reply", "waiting")


@pytest.mark.parametrize("sender", ["MG" + "c" * 32, "+34911222999"])
async def test_a_reply_to_the_number_that_a_text_came_from_goes_on_with_the_conversation(
    phone: Phone, sender: str
) -> None:
    answering = Phone(phone.store, sms_from=sender)
    conversation = await answering.talk("What is your budget?")
    thread = phone.store.inbox.thread
    assert await thread("sms", THEIRS, OURS) == conversation
    assert await thread("sms", THEIRS, "+34911222999") == conversation
    assert await thread("whatsapp", THEIRS, "+34911222999") is None
    assert await thread("sms", "+34600111333", "+34911222999") is None


async def test_a_reply_to_a_number_that_no_text_came_from_is_another_conversation(
    phone: Phone,
) -> None:
    await phone.talk("What is your budget?")
    assert await phone.store.inbox.thread("sms", THEIRS, "+34911222999") is None


async def test_a_colleague_who_replies_to_a_note_does_not_speak_for_the_prospect(
    phone: Phone,
) -> None:
    conversation = await phone.talk("What is your budget?")
    colleague = "+34600999888"
    note = Note("n1", colleague, OURS, "A hot lead: call them", conversation)
    await phone.texts.tell(note, phone.clock.now())
    assert await phone.store.inbox.thread("sms", colleague, OURS) is None


async def test_what_is_said_in_the_chat_is_no_text(phone: Phone) -> None:
    await phone.talk("What is your budget?", channel="chat")
    assert await phone.rows() == []
    assert phone.store.jobs == []


async def test_a_turn_that_is_not_written_sends_nothing(phone: Phone) -> None:
    conversation = await phone.open()
    await phone.hear(conversation)
    claim = await phone.store.claim(conversation)
    await phone.hear(conversation, "and one more thing")
    with pytest.raises(MoreArrived):
        await phone.store.workspace.commit(claim, turn(claim, "Hello"), seen=claim.inbound_seq)
    assert await phone.rows() == []


async def test_a_person_who_writes_from_the_console_is_sent_as_well(phone: Phone) -> None:
    conversation = await phone.talk("What is your budget?")
    await phone.hear(conversation, "I want to talk to somebody")
    await phone.answer(conversation, "This is Marta. How can I help?", phase="held")
    assert [one.body for one in await phone.rows()][-1] == "This is Marta. How can I help?"


async def test_marks_that_cost_a_segment_are_replaced_in_sms_only(phone: Phone) -> None:
    said = "It’s great — really. " * 6
    await phone.talk(said)
    (row,) = await phone.rows()
    assert row.body == ("It's great - really. " * 6).strip()
    assert segments(row.body) == 1
    whatsapp = Phone(phone.store, channel="whatsapp", theirs="+34600111333")
    await whatsapp.talk(said)
    assert [one.body for one in await phone.rows()][-1] == said.strip()


async def test_a_long_message_is_parted_at_its_sentences_and_goes_in_order(phone: Phone) -> None:
    sentence = "This is a sentence of some length that says nothing much at all. "
    await phone.talk(sentence * 60)
    rows = await phone.rows()
    assert [one.position for one in rows] == [0, 1, 2]
    assert all(len(one.body) <= 1600 and one.body.endswith(".") for one in rows)
    await phone.work()
    assert [one.body for one in phone.texter.sent] == [one.body for one in rows]


async def test_sms_may_go_out_from_one_sender_but_whatsapp_from_the_number_written_to(
    store: Store,
) -> None:
    service = "MG0123456789abcdef0123456789abcdef"
    await Phone(store, sms_from=service).talk("Hello")
    whatsapp = Phone(store, channel="whatsapp", sms_from=service)
    await whatsapp.talk("Hello")
    assert [one.sender for one in await whatsapp.rows()] == [service, OURS]


class TestTemplates:
    async def test_a_nudge_has_one_with_its_gaps_filled(self, store: Store) -> None:
        phone = Phone(store, channel="whatsapp", script=with_template("{text}"))
        conversation = await phone.talk("What is your budget?")
        phone.clock.pass_by(hours=1)
        await phone.nudge(conversation, "Are you still there?\n\nWhat is your budget?")
        rows = await phone.rows()
        assert [one.purpose for one in rows] == ["reply", "nudge"]
        assert json.loads(rows[1].template) == {
            "content_sid": "HX0123456789abcdef0123456789abcdef",
            "variables": {"1": "Ana", "2": "Are you still there? What is your budget?"},
        }

    async def test_one_that_does_not_hold_the_words_stands_for_a_nudge_only(
        self, store: Store
    ) -> None:
        phone = Phone(store, channel="whatsapp", script=with_template("{company}"))
        conversation = await phone.talk("What is your budget?")
        phone.clock.pass_by(hours=1)
        await phone.nudge(conversation, "Are you still there?")
        reply, nudge = await phone.rows()
        assert reply.template is None
        assert json.loads(nudge.template)["variables"]["2"] == "Acme"

    async def test_a_late_answer_has_one_that_says_it(self, store: Store) -> None:
        phone = Phone(store, channel="whatsapp", script=with_template("{text}"))
        await phone.talk("What is your budget?")
        (row,) = await phone.rows()
        assert json.loads(row.template)["variables"]["2"] == "What is your budget?"

    async def test_sms_has_none(self, store: Store) -> None:
        phone = Phone(store, script=with_template("{text}"))
        await phone.talk("What is your budget?")
        assert [one.template for one in await phone.rows()] == [None]


class TestAStop:
    async def test_it_cancels_what_waits_and_is_confirmed_once(self, phone: Phone) -> None:
        conversation = await phone.talk("What is your budget?")
        await phone.hear(conversation, "do not write to me again")
        await phone.answer(conversation, "You will hear no more from us.", phase="stopped")
        assert await phone.states() == ["canceled", "waiting"]
        await phone.work()
        assert [one.body for one in phone.texter.sent] == ["You will hear no more from us."]
        assert (await phone.rows())[1].purpose == "confirmation"

    async def test_a_word_that_the_carrier_answers_is_not_answered_again(
        self, phone: Phone
    ) -> None:
        conversation = await phone.talk("What is your budget?")
        await phone.work()
        await phone.hear(conversation, "Stop.")
        await phone.answer(conversation, "You will hear no more from us.", phase="stopped")
        await phone.work()
        assert len(phone.texter.sent) == 1
        last = (await phone.rows())[-1]
        assert (last.state, last.last_error) == ("denied", "carrier_answered")

    async def test_it_holds_for_every_address_and_channel(self, phone: Phone) -> None:
        conversation = await phone.talk("What is your budget?")
        await phone.hear(conversation, "do not write to me again")
        await phone.answer(conversation, "Bye.", phase="stopped", answers=[EMAIL])
        for address in (THEIRS, "ana@example.com", "ANA@example.com"):
            for channel in ("sms", "whatsapp", "voice", "chat"):
                assert await phone.suppressions.stops(address, channel)
        assert not await phone.suppressions.stops("+34600111333", "sms")

    async def test_one_in_the_chat_stops_the_telephone_that_was_given_there(
        self, phone: Phone
    ) -> None:
        conversation = await phone.talk("What is your budget?", channel="chat")
        await phone.hear(conversation, "never contact me", channel="chat")
        number = Answer("phone", Contact("phone", THEIRS), NOW)
        await phone.answer(conversation, "Bye.", phase="stopped", answers=[number])
        assert await phone.suppressions.stops(THEIRS, "whatsapp")

    async def test_a_prospect_who_stopped_elsewhere_is_not_answered_here(
        self, phone: Phone
    ) -> None:
        sms = await phone.talk("What is your budget?")
        await phone.hear(sms, "do not write to me again")
        await phone.answer(sms, "Bye.", phase="stopped")
        await phone.work()
        whatsapp = Phone(phone.store, phone.texter, channel="whatsapp")
        await whatsapp.talk("What is your budget?")
        await whatsapp.work()
        assert [one.channel for one in phone.texter.sent] == ["sms"]
        assert (await phone.rows())[-1].last_error == "stopped"

    async def test_no_address_is_kept_with_it(self, phone: Phone) -> None:
        conversation = await phone.talk("What is your budget?")
        await phone.hear(conversation, "do not write to me again")
        await phone.answer(conversation, "Bye.", phase="stopped")
        kept = await phone.store.database.read(
            lambda connection: connection.execute(select(SuppressionRow)).all()
        )
        assert kept
        assert not any(THEIRS[1:] in str(row) for row in kept)

    async def test_asking_for_us_again_reopens_the_channel_it_is_said_on_only(
        self, phone: Phone
    ) -> None:
        conversation = await phone.talk("What is your budget?")
        await phone.hear(conversation, "do not write to me again")
        await phone.answer(conversation, "Bye.", phase="stopped")
        phone.clock.pass_by(hours=1)
        await phone.hear(conversation, "you may write to me again")
        await phone.answer(conversation, "Welcome back.", signals=[Signal.OPT_IN])
        assert not await phone.suppressions.stops(THEIRS, "sms")
        assert await phone.suppressions.stops(THEIRS, "whatsapp")
        await phone.work()
        assert [one.body for one in phone.texter.sent] == ["Welcome back."]

    async def test_asking_for_us_without_having_stopped_us_is_not_put_down(
        self, phone: Phone
    ) -> None:
        conversation = await phone.talk("What is your budget?")
        await phone.hear(conversation, "you may write to me again")
        await phone.answer(conversation, "Good.", signals=[Signal.OPT_IN])
        assert not await phone.store.database.read(
            lambda connection: connection.execute(select(SuppressionRow)).all()
        )

    async def test_a_second_stop_is_confirmed_like_the_first(self, phone: Phone) -> None:
        conversation = await phone.talk("What is your budget?")
        for _ in range(2):
            await phone.hear(conversation, "do not write to me again")
            await phone.answer(conversation, "Bye.", phase="stopped")
            await phone.work()
            phone.clock.pass_by(hours=1)
            await phone.hear(conversation, "you may write to me again")
            await phone.answer(conversation, signals=[Signal.OPT_IN])
        assert [one.body for one in phone.texter.sent] == ["Bye.", "Bye."]


class TestConsent:
    async def consents(self, phone: Phone) -> list[tuple[str, str, str | None]]:
        """What was agreed to, oldest first."""
        wanted = select(ConsentRow).order_by(ConsentRow.position)
        rows = await phone.store.database.read(lambda connection: connection.execute(wanted).all())
        assert {(one.address, one.channel) for one in rows} <= {(THEIRS, "sms")}
        assert {one.page for one in rows if one.kind == "given"} <= {OURS}
        return [(one.kind, one.method, one.words) for one in rows]

    async def test_who_writes_first_agrees_once_by_those_words(self, phone: Phone) -> None:
        conversation = await phone.talk("What is your budget?")
        await phone.hear(conversation, "3000")
        await phone.answer(conversation, "Thanks.")
        assert await self.consents(phone) == [("given", "wrote_first", "hello")]

    async def test_who_stops_takes_it_back_and_may_give_it_again(self, phone: Phone) -> None:
        conversation = await phone.talk("What is your budget?")
        await phone.hear(conversation, "no more texts")
        await phone.answer(conversation, "Bye.", phase="stopped")
        await phone.hear(conversation, "start again")
        await phone.answer(conversation, "Welcome back.", signals=[Signal.OPT_IN])
        assert (await self.consents(phone))[1:] == [
            ("withdrawn", "words", "no more texts"),
            ("given", "words", "start again"),
        ]

    async def test_a_stop_as_the_first_word_is_no_consent(self, phone: Phone) -> None:
        conversation = await phone.open()
        await phone.hear(conversation, "who are you? stop")
        await phone.answer(conversation, "Bye.", phase="stopped")
        assert await self.consents(phone) == []


async def test_who_writes_is_not_asked_whether_they_are_there(phone: Phone) -> None:
    conversation = await phone.talk("What is your budget?")
    await phone.work()
    phone.clock.pass_by(hours=11)
    await phone.nudge(conversation, "Are you still there?")
    await phone.work()
    assert (await phone.states())[1] == "waiting", "it is night"
    await phone.hear(conversation, "3000")
    await phone.answer(conversation, "Thanks.")
    await phone.work()
    assert [one.body for one in phone.texter.sent] == ["What is your budget?", "Thanks."]
    assert await phone.states() == ["queued", "canceled", "queued"]


async def test_an_answer_that_waits_for_the_morning_goes_when_they_write_again(
    phone: Phone,
) -> None:
    conversation = await phone.open()
    phone.clock.pass_by(hours=10)
    await phone.hear(conversation)
    phone.clock.pass_by(hours=2)
    await phone.answer(conversation, "What is your budget?")
    await phone.work()
    assert phone.texter.sent == []
    await phone.hear(conversation, "still there?")
    await phone.answer(conversation, "I am.")
    await phone.work()
    assert [one.body for one in phone.texter.sent] == ["What is your budget?", "I am."]


async def test_a_turn_without_telephones_is_written_as_ever(store: Store) -> None:
    conversation = await store.open()
    claim = await store.claim(conversation)
    await store.workspace.commit(claim, turn(claim, "Hi", at=NOW), seen=claim.inbound_seq)
    assert [one.text for one in await store.transcript(conversation)] == ["Hello!", "Hi"]
