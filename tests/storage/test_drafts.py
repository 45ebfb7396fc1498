"""storage.drafts: whoever saves over what they have not read is told, and nothing is lost."""

import pytest

from storage.drafts import Drafts, SavedMeanwhile
from tests.storage.conftest import Store
from tests.storage.records import NOW


@pytest.fixture
def drafts(store: Store) -> Drafts:
    return Drafts(store.database)


async def test_a_draft_is_kept_as_it_was_typed(drafts: Drafts) -> None:
    text = "script: café\r\n\ttitle: ñ ☕\n\n"
    saved = await drafts.save("cafe", text, onto=0, by="ana@acme.example", at=NOW, based_on=3)
    assert await drafts.get("cafe") == saved
    assert (saved.text, saved.revision, saved.based_on) == (text, 1, 3)


async def test_the_second_of_two_who_began_at_once_is_told(drafts: Drafts) -> None:
    mine = await drafts.save("cafe", "mine", onto=0, by="ana", at=NOW)
    with pytest.raises(SavedMeanwhile) as told:
        await drafts.save("cafe", "yours", onto=0, by="luis", at=NOW)
    assert told.value.there == mine
    assert await drafts.get("cafe") == mine


async def test_the_second_of_two_who_went_on_at_once_is_told(drafts: Drafts) -> None:
    await drafts.save("cafe", "one", onto=0, by="ana", at=NOW)
    second = await drafts.save("cafe", "two", onto=1, by="luis", at=NOW)
    with pytest.raises(SavedMeanwhile) as told:
        await drafts.save("cafe", "three", onto=1, by="ana", at=NOW)
    assert told.value.there == second
    assert second.revision == 2


async def test_the_same_text_again_changes_nothing(drafts: Drafts) -> None:
    first = await drafts.save("cafe", "one", onto=0, by="ana", at=NOW)
    assert await drafts.save("cafe", "one", onto=1, by="luis", at=NOW) == first


async def test_what_was_discarded_meanwhile_is_told_too(drafts: Drafts) -> None:
    await drafts.save("cafe", "one", onto=0, by="ana", at=NOW)
    await drafts.discard("cafe", revision=1)
    with pytest.raises(SavedMeanwhile) as told:
        await drafts.save("cafe", "two", onto=1, by="luis", at=NOW)
    assert told.value.there is None


async def test_nothing_is_discarded_that_was_not_read(drafts: Drafts) -> None:
    await drafts.save("cafe", "one", onto=0, by="ana", at=NOW)
    await drafts.save("cafe", "two", onto=1, by="luis", at=NOW)
    with pytest.raises(SavedMeanwhile):
        await drafts.discard("cafe", revision=1)
    assert (await drafts.get("cafe")) is not None


async def test_discarding_what_is_gone_is_no_trouble(drafts: Drafts) -> None:
    await drafts.discard("cafe", revision=1)


async def test_tests_lie_beside_their_script(drafts: Drafts) -> None:
    await drafts.save("cafe", "the script", onto=0, by="ana", at=NOW)
    await drafts.save("cafe", "its tests", onto=0, by="luis", at=NOW, part="tests")
    await drafts.discard("cafe", revision=1)
    tests = await drafts.get("cafe", "tests")
    assert tests is not None
    assert tests.text == "its tests"


async def test_the_drafts_of_scripts_are_listed_without_those_of_tests(drafts: Drafts) -> None:
    await drafts.save("b", "2", onto=0, by="luis", at=NOW)
    await drafts.save("a", "1", onto=0, by="ana", at=NOW)
    await drafts.save("c", "tests", onto=0, by="ana", at=NOW, part="tests")
    assert [(one.script, one.saved_by) for one in await drafts.resting()] == [
        ("a", "ana"),
        ("b", "luis"),
    ]


async def test_a_draft_takes_up_a_newer_version(drafts: Drafts) -> None:
    await drafts.save("cafe", "one", onto=0, by="ana", at=NOW, based_on=1)
    assert await drafts.rebase("cafe", revision=1, based_on=2)
    assert not await drafts.rebase("cafe", revision=1, based_on=3)
    now = await drafts.get("cafe")
    assert now is not None
    assert (now.based_on, now.revision) == (2, 2)
