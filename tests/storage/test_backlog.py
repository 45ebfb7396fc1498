"""What is to be read again leaves its job with the turn, and what was read again leaves a trace."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Connection, select

from agent.backlog import KIND
from agent.ports import Job, SecondRead
from agent.reading import Reading
from qualification.answers import Answer
from storage.backlog import FIRST_PAUSE, StoredBacklog
from storage.database import Database
from storage.documents import reading_from
from storage.prompts import StoredPrompts
from storage.tables import ModelCallRow, RereadRow
from storage.workspace import StoredWorkspace
from tests.storage.conftest import Store
from tests.storage.records import BUDGET, CALL, NOW, turn


@pytest.fixture
def backlog(store: Store) -> StoredBacklog:
    """Beside a workspace that fills it."""
    prompts = StoredPrompts(store.database, store.clock, lambda: {"a-hash": "Read this."})
    kept = StoredBacklog(store.database, store.scripts, store.enqueue, prompts)
    store.workspace = StoredWorkspace(store.database, store.scripts, store.outbox, prompts, kept)
    return kept


async def plainly_read(store: Store) -> tuple[str, str]:
    """A conversation with a turn that is to be read again, and its entry."""
    conversation = await store.open()
    await store.hear(conversation, "fifty grand")
    claim = await store.claim(conversation)
    plain = replace(turn(claim), again="timeout", reading=Reading("plain"))
    await store.workspace.commit(claim, plain, seen=claim.inbound_seq)
    return conversation, store.jobs[-1].row


async def rows(database: Database) -> list[tuple[str, str, str | None]]:
    """State, reason and second reading of each entry."""
    wanted = select(RereadRow.state, RereadRow.why, RereadRow.reading)

    def work(connection: Connection) -> list[tuple[str, str, str | None]]:
        return [(state, why, read) for state, why, read in connection.execute(wanted)]

    return await database.read(work)


async def test_the_job_comes_when_the_model_has_been_left_alone_for_a_while(
    store: Store, backlog: StoredBacklog
) -> None:
    _, entry = await plainly_read(store)
    assert store.jobs == [Job(KIND, entry, at=NOW + FIRST_PAUSE)]
    assert await backlog.waiting(entry) is not None
    assert await rows(store.database) == [("waiting", "timeout", None)]


async def test_a_turn_without_its_job_is_not_written(store: Store) -> None:
    def refuse(_connection: Connection, _job: Job) -> None:
        raise KeyError("no room for a job")

    conversation = await store.open()
    await store.hear(conversation, "fifty grand")
    claim = await store.claim(conversation)
    backlog = StoredBacklog(store.database, store.scripts, refuse)
    workspace = StoredWorkspace(store.database, store.scripts, store.outbox, backlog=backlog)
    plain = replace(turn(claim, "Thanks."), again="timeout")
    with pytest.raises(KeyError, match="no room"):
        await workspace.commit(claim, plain, seen=claim.inbound_seq)
    assert await rows(store.database) == []
    assert [one.text for one in await store.transcript(conversation)][1:] == ["fifty grand"]


async def test_the_second_reading_and_the_corrected_answer_are_on_record(
    store: Store, backlog: StoredBacklog
) -> None:
    conversation, entry = await plainly_read(store)
    claim = await store.claim(conversation)
    read = Reading("model", question="What about Malta?")
    answer: Answer = replace(BUDGET, source="reread")
    corrects = replace(
        turn(claim, answers=[answer], calls=[CALL], at=NOW + timedelta(minutes=1)),
        reading=None,
        reread=(SecondRead(entry, read),),
    )
    await store.workspace.commit(claim, corrects, seen=claim.inbound_seq)
    assert await backlog.waiting(entry) is None
    [(state, why, second)] = await rows(store.database)
    assert (state, why) == ("read", "timeout")
    assert second is not None
    assert reading_from(second) == read
    lead = await store.leads.lead(conversation)
    [given] = lead.answers
    assert (given.key, given.source, given.quote) == ("budget", "reread", "about 3,000.50 a year")
    assert lead.dialogue.sheet.answers["budget"].source == "reread"


async def test_what_was_spent_in_vain_is_on_record_with_its_prompt(
    store: Store, backlog: StoredBacklog
) -> None:
    conversation, entry = await plainly_read(store)
    waiting = await backlog.waiting(entry)
    assert waiting is not None
    await backlog.put_off(waiting, [], [replace(CALL, outcome="no_json")], NOW)
    calls = await store.database.read(
        lambda connection: connection.execute(
            select(ModelCallRow.conversation, ModelCallRow.outcome)
        ).all()
    )
    assert [tuple(one) for one in calls] == [(conversation, "no_json")]
    prompts = StoredPrompts(store.database, store.clock, dict)
    assert await prompts.get("a-hash") == "Read this."


async def test_what_was_given_up_says_so(store: Store, backlog: StoredBacklog) -> None:
    _, entry = await plainly_read(store)
    waiting = await backlog.waiting(entry)
    assert waiting is not None
    await backlog.leave(waiting.turns, "given_up", NOW)
    assert await rows(store.database) == [("given_up", "timeout", None)]
