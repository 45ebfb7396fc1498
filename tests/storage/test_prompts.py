"""A prompt is kept once, whoever used it first, and before the calls that name it."""

import asyncio
from dataclasses import replace

from storage.database import Database
from storage.prompts import StoredPrompts
from storage.workspace import StoredWorkspace
from tests.fakes.clock import FakeClock
from tests.storage.conftest import Store
from tests.storage.records import CALL, turn

TEXTS = {"abc": "You read messages.", "def": "Lees mensajes."}


async def test_a_prompt_is_found_by_its_hash(database: Database) -> None:
    prompts = StoredPrompts(database, FakeClock(), lambda: TEXTS)
    await prompts.keep(["abc", "no longer known"])
    assert await prompts.get("abc") == "You read messages."
    assert await prompts.get("def") is None
    assert await prompts.get("no longer known") is None


async def test_a_prompt_is_kept_once(database: Database, database_url: str) -> None:
    other = Database(database_url)
    keepers = [
        StoredPrompts(one, FakeClock(), lambda: TEXTS) for one in (database, other, database)
    ]
    await asyncio.gather(*(keeper.keep(["abc"]) for keeper in keepers * 2))
    assert await keepers[1].get("abc") == "You read messages."
    await other.close()


async def test_a_turn_keeps_the_prompts_of_its_calls(store: Store) -> None:
    prompts = StoredPrompts(store.database, store.clock, lambda: TEXTS)
    workspace = StoredWorkspace(store.database, store.scripts, store.outbox, prompts)
    claim = await store.claim(await store.open())
    calls = [replace(CALL, prompt="def"), replace(CALL, prompt="no longer known")]
    await workspace.commit(claim, turn(claim, calls=calls), seen=claim.inbound_seq)
    assert await prompts.get("def") == "Lees mensajes."
    assert await prompts.get("abc") is None
