"""The lines of the inbox are kept by the database, found by filters and words, and gone with who
is erased.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, delete, select, text, update

import storage.inbox_words
from agent.errors import UnknownConversation
from storage.erasures import StoredErasures
from storage.inbox_filters import ANSWERING, STATUSES, WHOSE, Filters, Line, Me, Status
from storage.inbox_handling import CannotMerge, InboxHandling, TooManyViews, ViewExists
from storage.inbox_lines import InboxLines
from storage.inbox_tables import InboxLineRow
from storage.inbox_words import conversations_with, words_of
from storage.leads import BadCursor
from storage.people import People
from storage.tables import ConversationRow
from tests.storage.conftest import Store
from tests.storage.persons import ledger
from tests.storage.records import NOW, handover, turn

ME = Me("u1", "ana")
EVERY = Filters(status="every")


@pytest.fixture
def lines(store: Store) -> InboxLines:
    """Reads them."""
    return InboxLines(store.database)


@pytest.fixture
def handling(store: Store) -> InboxHandling:
    """Changes them."""
    return InboxHandling(store.database)


async def handed_over(store: Store, text: str = "We need a CRM") -> str:
    """A lead that sales has."""
    conversation = await store.open()
    await store.hear(conversation, text)
    claim = await store.claim(conversation)
    done = turn(claim, "Thank you", handover=handover(), at=store.clock.now())
    closed = replace(done, dialogue=replace(done.dialogue, phase="closed"))
    await store.workspace.commit(claim, closed, seen=claim.inbound_seq)
    return conversation


async def found(lines: InboxLines, filters: Filters, now: datetime = NOW) -> set[str]:
    """The conversations of a list."""
    listed = await lines.listed(filters, ME, now)
    return {line.conversation for line in listed.lines}


class TestALine:
    async def test_follows_its_conversation_message_by_message(
        self, store: Store, lines: InboxLines
    ) -> None:
        conversation = await store.open()
        line = await lines.line(conversation, ME)
        assert (line.status, line.answering, line.preview) == ("pending", "agent", "Hello!")
        await store.hear(conversation, "Hi, a question: " + "x" * 500)
        line = await lines.line(conversation, ME)
        assert (line.last_author, line.last_seq, line.unread) == ("prospect", 2, True)
        assert line.preview.startswith("Hi, a question")
        assert len(line.preview) == 200

    async def test_is_open_once_sales_has_the_lead(self, store: Store, lines: InboxLines) -> None:
        line = await lines.line(await handed_over(store), ME)
        assert (line.status, line.answering, line.outcome) == ("open", "waiting", "qualified")
        assert (line.tier, line.score, line.script) == ("warm", 30, "crm-suite")

    async def test_tells_which_person_answers(self, store: Store, lines: InboxLines) -> None:
        conversation = await store.open()
        claim = await store.claim(conversation)
        held = replace(claim.dialogue, phase="held", answered_by="eva@acme.example")
        taken = replace(turn(claim), dialogue=held)
        await store.workspace.commit(claim, taken, seen=claim.inbound_seq)
        line = await lines.line(conversation, ME)
        assert (line.status, line.answering) == ("open", "person")
        assert line.answered_by == "eva@acme.example"

    async def test_comes_back_when_they_write(
        self, store: Store, lines: InboxLines, handling: InboxHandling
    ) -> None:
        conversation = await handed_over(store)
        await handling.snooze(conversation, NOW + timedelta(days=1))
        assert await found(lines, Filters()) == set()
        await store.hear(conversation, "Are you there?")
        line = await lines.line(conversation, ME)
        assert (line.status, line.snoozed_until) == ("open", None)

    async def test_of_nobody_is_an_error(self, lines: InboxLines, handling: InboxHandling) -> None:
        with pytest.raises(UnknownConversation):
            await lines.line("nobody", ME)
        for act in (
            handling.assign("nobody", None),
            handling.stand("nobody", "open"),
            handling.note("nobody", "u1", "x", NOW),
            handling.merge("nobody", "nobody either"),
        ):
            with pytest.raises(UnknownConversation):
                await act


class TestFilters:
    async def test_say_the_same_of_a_query_and_of_one_line(
        self, store: Store, lines: InboxLines, handling: InboxHandling
    ) -> None:
        leads = [await handed_over(store) for _ in range(4)] + [await store.open()]
        await handling.assign(leads[0], "u1")
        await handling.snooze(leads[1], NOW + timedelta(hours=1))
        await handling.snooze(leads[2], NOW - timedelta(hours=1))
        await handling.stand(leads[3], "resolved")
        every = [await lines.line(one, ME) for one in leads]
        for whose in WHOSE:
            for status in STATUSES:
                for answering in (None, *ANSWERING):
                    fields = {"answering": answering} if answering else {}
                    filters = Filters(whose, status, fields)
                    held = {one.conversation for one in every if filters.hold(one, ME, NOW)}
                    assert await found(lines, filters) == held, filters
                    counts = (await lines.listed(filters, ME, NOW, counted=[filters])).counts
                    assert counts == (len(held),)

    @pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
    async def test_of_what_is_to_be_done_pass_over_what_was_put_aside(self, store: Store) -> None:
        def plan(connection: Connection, status: Status) -> str:
            query = select(InboxLineRow.position).where(Filters("mine", status).condition(ME, NOW))
            said = query.compile(connection, compile_kwargs={"literal_binds": True})
            steps = connection.execute(text(f"EXPLAIN QUERY PLAN {said}"))
            return " ".join(row.detail for row in steps)

        for status in STATUSES:
            steps = await store.database.read(partial(plan, status=status))
            passes_over = "ix_inbox_lines_unresolved" in steps
            assert passes_over == (status not in ("every", "resolved")), steps

    def test_know_what_was_routed_to_me(self) -> None:
        line = _line(person="ana")
        assert Filters("mine").hold(line, ME, NOW)
        assert not Filters("mine").hold(replace(line, assignee="u2"), ME, NOW)
        assert not Filters("mine").hold(line, Me("u1"), NOW)
        assert not Filters("unassigned").hold(line, ME, NOW)

    async def test_give_the_next_part_of_a_list(self, store: Store, lines: InboxLines) -> None:
        leads = [await store.open() for _ in range(5)]
        first = await lines.listed(EVERY, ME, NOW, limit=2)
        second = await lines.listed(EVERY, ME, NOW, first.next, limit=2)
        third = await lines.listed(EVERY, ME, NOW, second.next, limit=2)
        shown = [one.conversation for part in (first, second, third) for one in part.lines]
        assert shown == leads[::-1]
        assert third.next is None
        for bad in ("x", "1.x", "9" * 25 + ".1"):
            with pytest.raises(BadCursor):
                await lines.listed(EVERY, ME, NOW, bad)


class TestWords:
    @pytest.mark.parametrize(
        ("sought", "finds"),
        [
            ("ñandú", True),
            ("NANDU", True),
            ("nand", True),
            ("na", False),
            ("facturacion 12.000", True),
            ("facturacion 13.000", False),
            ("correo@roble.example", True),
            ('"; DROP TABLE messages; --', False),
            ("NEAR(a b) | ! & *", False),
        ],
    )
    async def test_are_found_whatever_their_accents(
        self, store: Store, sought: str, finds: bool
    ) -> None:
        conversation = await store.open()
        await store.hear(conversation, "Ñandú: facturación de 12.000 €, correo@roble.example")
        with_words = await store.database.read(lambda c: tuple(conversations_with(c, sought)))
        assert with_words == ((conversation,) if finds else ())

    def test_are_letters_and_digits_alone(self) -> None:
        assert words_of("  ¿Qué tal, O'Brien_7? ") == ("que", "tal", "o", "brien", "7")
        assert words_of("''") == ()

    async def test_find_people_by_what_they_gave(self, store: Store) -> None:
        conversation = await store.open()
        given = (
            update(ConversationRow)
            .where(ConversationRow.id == conversation)
            .values(contact_name="Iñaki Sáez", contact_phone="+34600111222")
        )
        await store.database.write(lambda connection: connection.execute(given))
        for sought in ("inaki", "saez iña", "600111222", "+34600111222"):
            with_words = partial(conversations_with, sought=sought)
            assert await store.database.read(with_words) == (conversation,), sought

    @pytest.mark.parametrize("often", [1, 100])
    async def test_that_many_say_give_the_newest_and_that_few_say_are_found_in_the_oldest(
        self, store: Store, monkeypatch: pytest.MonkeyPatch, often: int
    ) -> None:
        monkeypatch.setattr(storage.inbox_words, "OFTEN", {"people": often, "messages": often})
        monkeypatch.setattr(storage.inbox_words, "NEWEST", 4)
        monkeypatch.setattr(storage.inbox_words, "MOST", 2)
        _, second, third, *_ = all_of_them = [await store.open() for _ in range(6)]
        for place, conversation in enumerate(all_of_them):
            rare = "zanzibar" if place < 3 else "capri"
            await store.hear(conversation, f"price, please, of {rare}")
        for sought, found in (
            ("price", tuple(reversed(all_of_them[-2:]))),
            ("price zanzibar", (third, second)),
            ("zanzi", (third, second)),
            ("nowhere", ()),
        ):
            with_words = partial(conversations_with, sought=sought)
            assert await store.database.read(with_words) == found, sought


class TestHandling:
    async def test_puts_two_of_one_person_together_and_what_was_with_the_second_too(
        self, store: Store, lines: InboxLines, handling: InboxHandling
    ) -> None:
        first, second, third = [await store.open() for _ in range(3)]
        await handling.merge(third, second)
        await handling.merge(second, first)
        assert await found(lines, EVERY) == {first}
        assert {one.conversation for one in await lines.together(first)} == {second, third}
        with pytest.raises(CannotMerge):
            await handling.merge(first, third)
        await handling.separate(second)
        assert await found(lines, EVERY) == {first, second}

    async def test_remembers_how_far_somebody_has_read(
        self, store: Store, lines: InboxLines, handling: InboxHandling
    ) -> None:
        conversation = await store.open()
        await store.hear(conversation, "Hi")
        await handling.read(conversation, "u1", 2)
        await handling.read(conversation, "u1", 1)
        assert not (await lines.line(conversation, ME)).unread
        assert (await lines.line(conversation, Me("u2"))).unread
        assert await lines.read_by(["u1", "u2"], [conversation]) == {("u1", conversation): 2}

    async def test_keeps_views_of_ones_own(self, handling: InboxHandling) -> None:
        view = await handling.keep_view("u1", "Hot", "tier=hot", NOW)
        with pytest.raises(ViewExists):
            await handling.keep_view("u1", "Hot", "tier=warm", NOW)
        await handling.keep_view("u2", "Hot", "tier=warm", NOW)
        await handling.drop_view("u2", view.id)
        assert await handling.views("u1") == (view,)
        for number in range(29):
            await handling.keep_view("u1", f"v{number}", "", NOW)
        with pytest.raises(TooManyViews):
            await handling.keep_view("u1", "one more", "", NOW)


class TestWhatWasPutWithAnother:
    async def test_is_on_top_new_and_waiting_in_the_line_of_the_other(
        self, store: Store, lines: InboxLines, handling: InboxHandling
    ) -> None:
        kept, merged = await store.open(), await store.open()
        await handling.merge(merged, kept)
        newer = await store.open()
        await handling.read(kept, "u1", 1)
        before = await lines.newest_change()
        store.clock.pass_by(minutes=1)
        await store.hear(merged, "I need a person, pronto")
        await _hold(store, merged)
        first, second = (await lines.listed(Filters(), ME, NOW)).lines
        assert (first.conversation, second.conversation) == (kept, newer)
        assert (first.preview, first.last_author) == ("I need a person, pronto", "prospect")
        assert (first.answering, first.status, first.unread) == ("waiting", "open", True)
        assert first.last_seq == 1
        assert kept in {one.conversation for one in await lines.changed(before)}
        assert await found(lines, Filters(fields={"answering": "waiting"})) == {kept}
        assert await found(lines, Filters(sought="pronto")) == {kept}

    async def test_is_new_until_it_was_read_there(
        self, store: Store, lines: InboxLines, handling: InboxHandling
    ) -> None:
        kept, merged = await store.open(), await store.open()
        await handling.merge(merged, kept)
        await store.hear(merged, "Hi")
        assert (await lines.line(kept, ME)).unread
        told = await lines.read_by(["u1"], [kept])
        assert replace(await lines.line(kept, ME), read_seq=told["u1", kept]).unread
        await handling.read(kept, "u1", 1)
        assert not (await lines.line(kept, ME)).unread
        assert (await lines.line(kept, Me("u2"))).unread
        assert await lines.read_by(["u1"], [kept]) == {("u1", kept): 1, ("u1", merged): 2}

    async def test_goes_on_to_wait_whatever_happens_in_the_other(
        self, store: Store, lines: InboxLines, handling: InboxHandling
    ) -> None:
        kept, merged = await store.open(), await store.open()
        await handling.merge(merged, kept)
        await store.hear(merged, "A person, please")
        await _hold(store, merged)
        await store.hear(kept, "And here I say something else")
        claim = await store.claim(kept)
        closed = replace(claim.dialogue, phase="closed")
        over = replace(turn(claim, "Goodbye"), dialogue=closed)
        await store.workspace.commit(claim, over, seen=claim.inbound_seq)
        line = await lines.line(kept, ME)
        assert (line.answering, line.status, line.phase) == ("waiting", "open", "closed")
        assert line.preview == "Goodbye"
        await _hold(store, merged, by="eva@acme.example")
        line = await lines.line(kept, ME)
        assert (line.answering, line.answered_by) == ("person", "eva@acme.example")

    async def test_is_handled_with_the_other_and_wakes_it(
        self, store: Store, lines: InboxLines, handling: InboxHandling
    ) -> None:
        kept, merged = await handed_over(store), await handed_over(store)
        await handling.merge(merged, kept)
        await handling.assign(kept, "u1")
        assert (await lines.line(merged, ME)).assignee == "u1"
        await handling.stand(kept, "resolved")
        assert await found(lines, Filters()) == set()
        await store.hear(merged, "One more thing")
        assert await found(lines, Filters()) == {kept}
        await handling.snooze(kept, NOW + timedelta(days=1))
        assert await found(lines, Filters()) == set()
        await store.hear(merged, "And another")
        line = await lines.line(kept, ME)
        assert (line.status, line.snoozed_until) == ("open", None)

    async def test_takes_its_news_along_when_it_is_separated_or_erased(
        self, store: Store, lines: InboxLines, handling: InboxHandling
    ) -> None:
        kept, *others = [await store.open() for _ in range(3)]
        for other in others:
            await handling.merge(other, kept)
            await store.hear(other, f"pronto, {other}")
            await _hold(store, other)
        separated, erased = others
        store.clock.pass_by(minutes=1)
        await store.hear(separated, "Is anybody there?")
        await handling.separate(separated)
        line = await lines.line(kept, ME)
        assert (line.preview, line.answering) == (f"pronto, {erased}", "waiting")
        people = People(store.database, store.scripts, store.clock)
        erasures = StoredErasures(store.database, ledger(store), store.enqueue, store.clock)
        await erasures.erase(await people.find(erased, alone=True))
        line = await lines.line(kept, ME)
        assert (line.preview, line.answering, line.last_author) == ("Hello!", "agent", "agent")

    async def test_is_due_and_somebodys_where_the_other_is_not(
        self, store: Store, lines: InboxLines, handling: InboxHandling
    ) -> None:
        kept, merged = await store.open(), await store.open()
        await handling.merge(merged, kept)
        of = update(InboxLineRow).where(InboxLineRow.conversation == merged)
        routed = of.values(person="ana", team="west", due_at=NOW)
        await store.database.write(lambda connection: connection.execute(routed))
        line = await lines.line(kept, ME)
        assert (line.person, line.team, line.due_at) == ("ana", "west", NOW)
        assert await found(lines, Filters("mine")) == {kept}
        await handling.separate(merged)
        line = await lines.line(kept, ME)
        assert (line.person, line.team, line.due_at) == (None, None, None)

    async def test_gives_what_was_put_with_it_to_the_one_that_it_is_put_with(
        self, store: Store, lines: InboxLines, handling: InboxHandling
    ) -> None:
        kept, middle, last = [await store.open() for _ in range(3)]
        await handling.merge(last, middle)
        await store.hear(last, "A person")
        await _hold(store, last)
        await handling.merge(middle, kept)
        assert (await lines.line(kept, ME)).answering == "waiting"
        assert (await lines.line(middle, ME)).answering == "agent"
        assert (await lines.line(middle, ME)).preview == "Hello!"


class TestChanges:
    async def test_are_told_whoever_made_them(
        self, store: Store, lines: InboxLines, handling: InboxHandling
    ) -> None:
        conversation = await store.open()
        before = await lines.newest_change()
        assert await lines.changed(before) == ()
        await store.hear(conversation, "Hi")
        (told,) = await lines.changed(before)
        assert (told.conversation, told.preview) == (conversation, "Hi")
        await handling.note(conversation, "u1", "A note", NOW)
        (noted,) = await lines.changed(told.changed_at)
        assert noted.conversation == conversation

    async def test_of_nothing_are_since_ever(self, lines: InboxLines) -> None:
        assert await lines.newest_change() == datetime(1970, 1, 1, tzinfo=UTC)


class TestErasing:
    async def test_leaves_no_word_to_be_found(
        self, store: Store, database_url: str, lines: InboxLines
    ) -> None:
        conversation = await store.open()
        await store.hear(conversation, "my secret word is zanzibar")
        other = await store.open()
        await store.hear(other, "nothing secret here")
        person = await People(store.database, store.scripts, store.clock).find(
            conversation, alone=True
        )
        erasures = StoredErasures(store.database, ledger(store), store.enqueue, store.clock)
        await erasures.erase(person)
        got = await store.database.read(lambda c: tuple(conversations_with(c, "zanzibar")))
        assert got == ()
        assert await found(lines, EVERY) == {other}
        if database_url.startswith("sqlite"):
            held = _bytes_of(database_url.removeprefix("sqlite:///"))
            assert b"zanzibar" not in held
            assert b"nothing" in held

    async def test_frees_what_was_put_with_them(
        self, store: Store, lines: InboxLines, handling: InboxHandling
    ) -> None:
        kept, other = await store.open(), await store.open()
        await handling.merge(other, kept)
        gone = delete(InboxLineRow).where(InboxLineRow.conversation == kept)

        def work(connection: Connection) -> None:
            connection.execute(gone)

        await store.database.write(work)
        assert await found(lines, EVERY) == {other}


async def _hold(store: Store, conversation: str, by: str | None = None) -> None:
    """The agent is silent there: a person is asked for, or has taken over."""
    claim = await store.claim(conversation)
    held = replace(claim.dialogue, phase="held", answered_by=by)
    done = replace(turn(claim), dialogue=held)
    await store.workspace.commit(claim, done, seen=claim.inbound_seq)


def _line(**values: str) -> Line:
    plain: dict[str, Any] = dict.fromkeys(Line.__dataclass_fields__)
    known = {"status": "open", "answering": "agent", "last_at": NOW, "inbound_seq": 0}
    return Line(**(plain | known | values))


def _bytes_of(path: str) -> bytes:
    return Path(path).read_bytes() + Path(f"{path}-wal").read_bytes()
