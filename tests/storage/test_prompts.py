"""A prompt is kept once, whoever used it first."""

import asyncio

from storage.database import Database
from storage.prompts import Prompts
from tests.fakes.clock import FakeClock


async def test_a_prompt_is_found_by_its_hash(database: Database) -> None:
    prompts = Prompts(database, FakeClock())
    await prompts.keep("abc", "You read messages.")
    assert await prompts.get("abc") == "You read messages."
    assert await prompts.get("def") is None


async def test_a_prompt_is_kept_once(database: Database, database_url: str) -> None:
    other = Database(database_url)
    keepers = [Prompts(one, FakeClock()) for one in (database, other, database)]
    await asyncio.gather(*(keeper.keep("abc", "You read.") for keeper in keepers * 2))
    assert await keepers[1].get("abc") == "You read."
    await other.close()
