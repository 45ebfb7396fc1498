"""What every place must do that keeps conversations: in memory and in the database alike."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from agent.backlog import TALK, Backlog
from agent.dialogue import Dialogue
from agent.errors import AlreadyOpen, LeaseLost, MoreArrived, UnknownConversation
from agent.messages import Channel, InboundMessage, Message, Opening, Receipt
from agent.ports import Claim, Inbox, Replies, SecondRead, Utterance, Workspace
from agent.reading import Reading
from qualification.signals import Signal
from tests.storage.records import BUDGET, CALL, NOW, handover, inbound, turn

LEASE = timedelta(seconds=5)
SECOND = timedelta(seconds=1)
NOWHERE = "no-such-conversation"


@dataclass
class Office:
    """The ports of one place, and a conversation in it."""

    inbox: Inbox
    workspace: Workspace
    replies: Replies
    version: str
    transcript: Callable[[str], Awaitable[tuple[Message, ...]]]
    backlog: Backlog
    entries: Callable[[], list[str]]
    """What was asked to be read again, also what was read again since."""
    now: datetime = field(default=NOW)

    async def open(self, greeting: str | None = "Hello!") -> str:
        """A new conversation."""
        opening = Opening(uuid4().hex, "chat", uuid4().hex, self.version, "en", self.now, "/here")
        said = None if greeting is None else Utterance(uuid4().hex, greeting)
        await self.inbox.open(opening, Dialogue("en"), said)
        return opening.conversation

    async def hear(self, conversation: str, *texts: str) -> Receipt:
        """The prospect writes; the receipt of the last message."""
        receipts = [
            await self.inbox.receive(inbound(conversation, text, at=self.now)) for text in texts
        ]
        return receipts[-1]

    async def claim(self, conversation: str, *, steal: bool = False) -> Claim:
        """The conversation, which must be free."""
        claim = await self.workspace.claim(conversation, self.now, LEASE, steal=steal)
        assert claim is not None
        return claim

    async def answer(self, conversation: str, *said: str) -> tuple[Message, ...]:
        """A whole turn."""
        claim = await self.claim(conversation)
        written = turn(claim, *said, at=self.now)
        return await self.workspace.commit(claim, written, seen=claim.inbound_seq)

    async def answer_plainly(self, conversation: str, *signals: Signal) -> str:
        """A whole turn that a model is to read again; its entry in the backlog."""
        claim = await self.claim(conversation)
        plain = Reading("plain", signals=frozenset(signals))
        written = replace(turn(claim, "Thanks.", at=self.now), again="unreachable", reading=plain)
        await self.workspace.commit(claim, written, seen=claim.inbound_seq)
        return self.entries()[-1]


class KeepingContract:
    """Inbox, Workspace and Replies together; a subclass gives the fixture `office`."""

    async def test_the_greeting_is_the_first_message(self, office: Office) -> None:
        conversation = await office.open("Hello!")
        (greeting,) = await office.transcript(conversation)
        assert (greeting.seq, greeting.author, greeting.text) == (1, "agent", "Hello!")

    async def test_messages_are_numbered_without_gaps_over_both_sides(self, office: Office) -> None:
        conversation = await office.open()
        await office.hear(conversation, "one", "two")
        said = await office.answer(conversation, "three", "four")
        assert (await office.hear(conversation, "five")).seq == 6
        assert [one.seq for one in said] == [4, 5]
        assert [one.seq for one in await office.transcript(conversation)] == [1, 2, 3, 4, 5, 6]

    async def test_without_a_greeting_the_prospect_is_number_one(self, office: Office) -> None:
        conversation = await office.open(None)
        assert (await office.hear(conversation, "hi")).seq == 1

    async def test_two_numbers_have_one_conversation_on_a_channel(self, office: Office) -> None:
        def opening(channel: Channel = "sms", ours: str = "+34911000000") -> Opening:
            return Opening(
                uuid4().hex, channel, "+34600111222", office.version, "es", NOW, ours=ours
            )

        first, whatsapp, elsewhere = opening(), opening("whatsapp"), opening(ours="+34922000000")
        for one in (first, whatsapp, elsewhere):
            await office.inbox.open(one, Dialogue("es"), None)
        with pytest.raises(AlreadyOpen) as refused:
            await office.inbox.open(opening(), Dialogue("es"), None)
        assert refused.value.conversation == first.conversation
        found = await office.inbox.thread("sms", "+34600111222", "+34911000000")
        assert found == first.conversation
        assert await office.inbox.thread("sms", "+34600111223", "+34911000000") is None

    async def test_a_lead_handed_over_before_is_the_same_lead(self, office: Office) -> None:
        opening = Opening(uuid4().hex, "sms", "+1", office.version, "en", NOW, handover="lead-1")
        await office.inbox.open(opening, Dialogue("en"), None)
        assert (await office.claim(opening.conversation)).handover == "lead-1"

    async def test_a_repeat_changes_nothing_and_gives_the_first_receipt(
        self, office: Office
    ) -> None:
        conversation = await office.open()
        first = await office.inbox.receive(inbound(conversation, "hi", "x1"))
        await office.hear(conversation, "and more")
        again = await office.inbox.receive(inbound(conversation, "something else", "x1"))
        assert (first.repeat, again) == (False, replace(first, repeat=True))
        assert [one.text for one in await office.transcript(conversation)] == [
            "Hello!",
            "hi",
            "and more",
        ]

    async def test_the_same_id_of_another_channel_is_another_message(self, office: Office) -> None:
        conversation = await office.open()
        await office.inbox.receive(inbound(conversation, "hi", "x1"))
        other = InboundMessage("sms", "x1", conversation, "hi", office.now)
        assert not (await office.inbox.receive(other)).repeat

    async def test_one_message_delivered_twice_at_once_is_kept_once(self, office: Office) -> None:
        conversation = await office.open()
        message = inbound(conversation, "hi", "x1")
        receipts = await asyncio.gather(*(office.inbox.receive(message) for _ in range(5)))
        assert sum(not one.repeat for one in receipts) == 1
        assert len({one.message for one in receipts}) == 1
        assert len(await office.transcript(conversation)) == 2

    async def test_nothing_is_kept_for_a_conversation_that_is_not_there(
        self, office: Office
    ) -> None:
        with pytest.raises(UnknownConversation):
            await office.inbox.receive(inbound(NOWHERE))
        with pytest.raises(UnknownConversation):
            await office.workspace.claim(NOWHERE, NOW, LEASE)
        with pytest.raises(UnknownConversation):
            await office.replies.standing(NOWHERE)

    async def test_a_claim_shows_what_is_unread_and_what_was_said_before(
        self, office: Office
    ) -> None:
        conversation = await office.open()
        await office.hear(conversation, "one")
        await office.answer(conversation, "two")
        await office.hear(conversation, "three", "four")
        claim = await office.claim(conversation)
        assert [one.text for one in claim.unread] == ["three", "four"]
        assert [one.text for one in claim.transcript] == ["Hello!", "one", "two"]
        assert (claim.inbound_seq, claim.channel, claim.source) == (5, "chat", "/here")

    async def test_what_a_person_says_over_unread_messages_is_not_said_before_them(
        self, office: Office
    ) -> None:
        conversation = await office.open()
        await office.hear(conversation, "one")
        claim = await office.claim(conversation)
        person = replace(turn(claim, "I'll take it", at=office.now), read_up_to=0)
        await office.workspace.commit(claim, person, seen=claim.inbound_seq)
        after = await office.claim(conversation)
        assert [one.text for one in after.unread] == ["one"]
        assert [one.text for one in after.transcript] == ["Hello!"]
        assert await office.replies.said_after(conversation, 2) is None

    async def test_the_transcript_is_the_newest_ten(self, office: Office) -> None:
        conversation = await office.open()
        await office.hear(conversation, *map(str, range(40)))
        await office.answer(conversation, "fine")
        await office.hear(conversation, "unread")
        claim = await office.claim(conversation)
        assert [one.text for one in claim.transcript] == [*map(str, range(31, 40)), "fine"]

    async def test_a_held_conversation_is_free_again_when_its_lease_runs_out(
        self, office: Office
    ) -> None:
        conversation = await office.open()
        await office.claim(conversation)
        almost = office.now + LEASE - timedelta(microseconds=1)
        assert await office.workspace.claim(conversation, almost, LEASE) is None
        assert await office.workspace.claim(conversation, office.now + LEASE, LEASE) is not None

    async def test_a_renewed_lease_holds_longer(self, office: Office) -> None:
        conversation = await office.open()
        claim = await office.claim(conversation)
        assert await office.workspace.renew(claim, office.now + 4 * SECOND, LEASE)
        assert await office.workspace.claim(conversation, office.now + 6 * SECOND, LEASE) is None

    async def test_a_stolen_conversation_cannot_be_renewed_freed_or_written(
        self, office: Office
    ) -> None:
        conversation = await office.open()
        await office.hear(conversation, "hi")
        slow = await office.claim(conversation)
        quick = await office.claim(conversation, steal=True)
        assert quick.token > slow.token
        assert not await office.workspace.renew(slow, office.now, LEASE)
        await office.workspace.release(slow)
        assert await office.workspace.claim(conversation, office.now, LEASE) is None
        with pytest.raises(LeaseLost):
            await office.workspace.commit(slow, turn(slow, "Late."), seen=slow.inbound_seq)
        await office.workspace.commit(quick, turn(quick, "First."), seen=quick.inbound_seq)
        with pytest.raises(LeaseLost):
            await office.workspace.commit(slow, turn(slow, "Later."), seen=slow.inbound_seq)
        assert [one.text for one in await office.transcript(conversation)][2:] == ["First."]

    async def test_a_lease_that_ran_out_unnoticed_still_writes(self, office: Office) -> None:
        """Nobody else came: the work done is worth keeping."""
        conversation = await office.open()
        await office.hear(conversation, "hi")
        claim = await office.claim(conversation)
        office.now += 2 * LEASE
        await office.workspace.commit(claim, turn(claim, "Slow."), seen=claim.inbound_seq)
        assert [one.text for one in await office.transcript(conversation)][2:] == ["Slow."]

    async def test_a_turn_is_not_written_over_a_message_it_has_not_seen(
        self, office: Office
    ) -> None:
        conversation = await office.open()
        await office.hear(conversation, "hi")
        claim = await office.claim(conversation)
        await office.hear(conversation, "and more")
        before = await office.replies.standing(conversation)
        with pytest.raises(MoreArrived):
            await office.workspace.commit(
                claim, turn(claim, "Hello.", answers=[BUDGET]), seen=claim.inbound_seq
            )
        assert await office.replies.standing(conversation) == before
        assert len(await office.transcript(conversation)) == 3
        assert await office.workspace.claim(conversation, office.now, LEASE) is None
        again = await office.claim(conversation, steal=True)
        assert [one.text for one in again.unread] == ["hi", "and more"]

    async def test_a_lost_lease_is_told_before_a_new_message(self, office: Office) -> None:
        conversation = await office.open()
        claim = await office.claim(conversation)
        await office.claim(conversation, steal=True)
        await office.hear(conversation, "hi")
        with pytest.raises(LeaseLost):
            await office.workspace.commit(claim, turn(claim), seen=claim.inbound_seq)

    async def test_a_commit_shows_in_where_the_conversation_stands_and_frees_it(
        self, office: Office
    ) -> None:
        conversation = await office.open()
        await office.hear(conversation, "hi")
        claim = await office.claim(conversation)
        written = turn(claim, "Hello.", answers=[BUDGET])
        await office.workspace.commit(claim, written, seen=claim.inbound_seq)
        assert (await office.replies.standing(conversation)).dialogue == written.dialogue
        after = await office.claim(conversation)
        assert (after.dialogue, after.unread) == (written.dialogue, ())

    async def test_a_release_frees_without_a_trace(self, office: Office) -> None:
        conversation = await office.open()
        await office.hear(conversation, "hi")
        claim = await office.claim(conversation)
        await office.workspace.release(claim)
        again = await office.claim(conversation)
        assert again.unread == claim.unread
        assert await office.replies.said_after(conversation, 2) is None

    async def test_a_hand_over_is_known_to_the_next_turn(self, office: Office) -> None:
        conversation = await office.open()
        claim = await office.claim(conversation)
        assert claim.handover is None
        await office.workspace.commit(claim, turn(claim, handover=handover()), seen=0)
        first = (await office.claim(conversation)).handover
        assert first is not None
        again = await office.claim(conversation, steal=True)
        await office.workspace.commit(again, turn(again, handover=handover("update")), seen=0)
        assert (await office.claim(conversation)).handover == first

    async def test_each_message_is_answered_by_the_turn_that_read_it(self, office: Office) -> None:
        conversation = await office.open()
        await office.hear(conversation, "one", "two")
        assert await office.replies.said_after(conversation, 2) is None
        both = await office.answer(conversation, "A", "B")
        third = await office.hear(conversation, "three")
        assert await office.replies.said_after(conversation, third.seq) is None
        last = await office.answer(conversation, "C")
        assert await office.replies.said_after(conversation, 2) == both
        assert await office.replies.said_after(conversation, 3) == both
        assert await office.replies.said_after(conversation, third.seq) == last

    async def test_a_turn_that_says_nothing_is_an_answer_too(self, office: Office) -> None:
        conversation = await office.open()
        receipt = await office.hear(conversation, "hi")
        await office.answer(conversation)
        assert await office.replies.said_after(conversation, receipt.seq) == ()

    async def test_a_turn_without_a_message_answers_nothing(self, office: Office) -> None:
        conversation = await office.open()
        await office.answer(conversation, "Are you still there?")
        receipt = await office.hear(conversation, "yes")
        assert await office.replies.said_after(conversation, receipt.seq) is None

    async def test_the_unanswered_come_longest_waiting_first(self, office: Office) -> None:
        waiting = [await office.open() for _ in range(3)]
        for conversation in reversed(waiting):
            await office.hear(conversation, "hi")
            office.now += SECOND
            await office.hear(conversation, "hello?")
        await office.open()
        assert await office.inbox.unanswered(office.now, 9) == waiting[::-1]
        assert await office.inbox.unanswered(office.now, 2) == waiting[:0:-1]

    async def test_the_held_are_not_unanswered_until_their_lease_runs_out(
        self, office: Office
    ) -> None:
        conversation = await office.open()
        await office.hear(conversation, "hi")
        claim = await office.claim(conversation)
        assert await office.inbox.unanswered(office.now, 9) == []
        assert await office.inbox.unanswered(office.now + LEASE, 9) == [conversation]
        await office.workspace.commit(claim, turn(claim, "Hello."), seen=claim.inbound_seq)
        assert await office.inbox.unanswered(office.now + LEASE, 9) == []

    async def test_a_burst_is_left_to_settle(self, office: Office) -> None:
        conversation = await office.open()
        await office.hear(conversation, "hi")
        soon, late = office.now + SECOND, office.now + 3 * SECOND
        assert await office.inbox.unanswered(soon, 9, waiting=3 * SECOND) == []
        assert await office.inbox.unanswered(late, 9, waiting=3 * SECOND) == [conversation]

    async def test_a_burst_of_texts_is_left_to_settle_longer(self, office: Office) -> None:
        conversation = uuid4().hex
        opening = Opening(conversation, "whatsapp", "+1", office.version, "en", office.now)
        await office.inbox.open(opening, Dialogue("en"), None)
        await office.hear(conversation, "hi")

        async def waiting(seconds: int) -> list[str]:
            now = office.now + seconds * SECOND
            return await office.inbox.unanswered(now, 9, waiting=3 * SECOND, more=2 * SECOND)

        assert (await waiting(4), await waiting(5)) == ([], [conversation])

    async def test_the_silent_come_longest_due_first(self, office: Office) -> None:
        asleep = [await office.open() for _ in range(3)]
        for hours, conversation in zip((3, 1, 2), asleep, strict=True):
            claim = await office.claim(conversation)
            due = office.now + timedelta(hours=hours)
            await office.workspace.commit(claim, turn(claim, remind_at=due), seen=0)
        second = office.now + timedelta(hours=2)
        assert await office.inbox.silent(office.now, 9) == []
        assert await office.inbox.silent(second, 9) == [asleep[1], asleep[2]]
        assert await office.inbox.silent(second, 1) == [asleep[1]]
        claim = await office.claim(asleep[1])
        assert claim.remind_at == office.now + timedelta(hours=1)
        office.now = second
        held = await office.claim(asleep[1], steal=True)
        assert await office.inbox.silent(second, 9) == [asleep[2]]
        await office.workspace.commit(held, turn(held), seen=0)
        assert await office.inbox.silent(second, 9) == [asleep[2]]


class BacklogContract:
    """Backlog, with the Workspace that fills and empties it; a subclass gives `office`."""

    async def test_a_turn_read_plainly_waits_with_all_that_its_reading_depends_on(
        self, office: Office
    ) -> None:
        conversation = await office.open()
        await office.hear(conversation, "one")
        await office.answer(conversation, "two")
        await office.hear(conversation, "three", "four")
        entry = await office.answer_plainly(conversation, Signal.QUESTION, Signal.LATER)
        waiting = await office.backlog.waiting(entry)
        assert waiting is not None
        assert (waiting.conversation, waiting.channel) == (conversation, "chat")
        assert waiting.script.script == "crm-suite"
        assert waiting.dialogue == (await office.replies.standing(conversation)).dialogue
        assert [one.text for one in waiting.messages][1:] == [
            "one",
            "two",
            "three",
            "four",
            "Thanks.",
        ]
        [one] = waiting.turns
        assert (one.id, one.first_seq, one.last_seq, one.useless) == (entry, 4, 5, 0)
        assert (one.asked, one.language, one.at) == (None, "en", office.now)
        assert one.noticed == {Signal.QUESTION, Signal.LATER}

    async def test_other_turns_wait_for_nothing(self, office: Office) -> None:
        conversation = await office.open()
        await office.hear(conversation, "one")
        await office.answer(conversation, "two")
        assert office.entries() == []
        assert await office.backlog.waiting("no-such-entry") is None

    async def test_the_turns_of_a_conversation_wait_together_oldest_first(
        self, office: Office
    ) -> None:
        conversation, other = await office.open(), await office.open()
        entries = []
        for each in (conversation, other, conversation):
            await office.hear(each, "hello")
            entries.append(await office.answer_plainly(each))
        for entry in (entries[0], entries[2]):
            waiting = await office.backlog.waiting(entry)
            assert waiting is not None
            assert [one.id for one in waiting.turns] == [entries[0], entries[2]]

    async def test_only_so_much_of_what_was_said_before_comes_along(self, office: Office) -> None:
        conversation = await office.open()
        await office.hear(conversation, *map(str, range(2 * TALK)))
        await office.answer(conversation, "fine")
        await office.hear(conversation, "again")
        waiting = await office.backlog.waiting(await office.answer_plainly(conversation))
        assert waiting is not None
        assert [one.text for one in waiting.messages][TALK:] == ["again", "Thanks."]

    async def test_what_was_read_again_is_struck_off_with_the_turn_that_corrects(
        self, office: Office
    ) -> None:
        conversation = await office.open()
        await office.hear(conversation, "hello")
        first = await office.answer_plainly(conversation)
        await office.hear(conversation, "and more")
        second = await office.answer_plainly(conversation)
        claim = await office.claim(conversation)
        corrects = replace(turn(claim), reread=(SecondRead(first, Reading("model")),), reading=None)
        await office.workspace.commit(claim, corrects, seen=claim.inbound_seq)
        assert await office.backlog.waiting(first) is None
        left = await office.backlog.waiting(second)
        assert left is not None
        assert [one.id for one in left.turns] == [second]

    async def test_a_correction_that_is_not_written_strikes_nothing_off(
        self, office: Office
    ) -> None:
        conversation = await office.open()
        await office.hear(conversation, "hello")
        entry = await office.answer_plainly(conversation)
        claim = await office.claim(conversation)
        await office.hear(conversation, "and more")
        corrects = replace(turn(claim), reread=(SecondRead(entry, Reading("model")),))
        with pytest.raises(MoreArrived):
            await office.workspace.commit(claim, corrects, seen=claim.inbound_seq)
        assert await office.backlog.waiting(entry) is not None

    async def test_who_opts_out_is_not_read_again(self, office: Office) -> None:
        conversation, other = await office.open(), await office.open()
        for each in (conversation, other):
            await office.hear(each, "hello")
            await office.answer_plainly(each)
        claim = await office.claim(conversation)
        stopped = replace(turn(claim), dialogue=Dialogue("en", phase="stopped"))
        await office.workspace.commit(claim, stopped, seen=claim.inbound_seq)
        left, right = office.entries()
        assert await office.backlog.waiting(left) is None
        assert await office.backlog.waiting(right) is not None

    async def test_useless_answers_are_counted_for_each_turn(self, office: Office) -> None:
        conversation = await office.open()
        for _ in range(2):
            await office.hear(conversation, "hello")
            entry = await office.answer_plainly(conversation)
        waiting = await office.backlog.waiting(entry)
        assert waiting is not None
        await office.backlog.put_off(waiting, waiting.turns[1:], [CALL], office.now)
        await office.backlog.put_off(waiting, [], [], office.now)
        again = await office.backlog.waiting(entry)
        assert again is not None
        assert [one.useless for one in again.turns] == [0, 1]

    async def test_what_is_given_up_does_not_wait_any_more(self, office: Office) -> None:
        conversation = await office.open()
        for _ in range(2):
            await office.hear(conversation, "hello")
            entry = await office.answer_plainly(conversation)
        waiting = await office.backlog.waiting(entry)
        assert waiting is not None
        await office.backlog.leave(waiting.turns[:1], "given_up", office.now)
        assert await office.backlog.waiting(waiting.turns[0].id) is None
        assert await office.backlog.waiting(entry) is not None
