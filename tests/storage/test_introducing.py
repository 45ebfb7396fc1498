"""agent.introducing over the real workspace: what a form or a site tells gets on record."""

from datetime import timedelta

import pytest

from agent import introducing
from agent.errors import Unavailable
from agent.introducing import Introducing
from qualification.findings import Finding
from qualification.values import Contact
from tests.storage.conftest import Store


@pytest.fixture
def introductions(store: Store) -> Introducing:
    return Introducing(store.workspace, store.clock)


async def test_it_is_known_from_then_on_and_nothing_is_said(
    store: Store, introductions: Introducing
) -> None:
    conversation = await store.open()
    told = Finding("company_size", "40", "site", store.clock.now(), origin="shop")
    await introductions.introduce(conversation, {"phone": "+34600111222"}, (told,))
    sheet = (await store.replies.standing(conversation)).dialogue.sheet
    assert sheet.answers["phone"].value == Contact("phone", "+34600111222")
    assert sheet.answers["phone"].source == "prefill"
    assert sheet.found == (told,)
    assert [one.text for one in await store.transcript(conversation)] == ["Hello!"]


async def test_what_they_wrote_meanwhile_is_still_answered(
    store: Store, introductions: Introducing
) -> None:
    conversation = await store.open()
    await store.hear(conversation, "We need a CRM")
    await introductions.introduce(conversation, {"email": "ana@acme.example"})
    claim = await store.claim(conversation)
    assert [one.text for one in claim.unread] == ["We need a CRM"]
    assert claim.dialogue.sheet.answers["email"].value == Contact("email", "ana@acme.example")


async def test_the_same_again_changes_nothing(store: Store, introductions: Introducing) -> None:
    conversation = await store.open()
    for _ in range(2):
        await introductions.introduce(conversation, {"name": "Ana"})
    sheet = (await store.replies.standing(conversation)).dialogue.sheet
    assert sheet.replaced == ()
    await store.workspace.release(await store.claim(conversation))  # it is free


async def test_a_turn_that_goes_on_goes_first(
    store: Store, introductions: Introducing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(introducing, "TRIES", 2)
    monkeypatch.setattr(introducing, "PAUSE", 0.0)
    conversation = await store.open()
    claim = await store.claim(conversation)
    with pytest.raises(Unavailable):
        await introductions.introduce(conversation, {"name": "Ana"})
    await store.workspace.release(claim)
    store.clock.pass_by(seconds=timedelta(seconds=1).total_seconds())
    await introductions.introduce(conversation, {"name": "Ana"})
    assert "name" in (await store.replies.standing(conversation)).dialogue.sheet.answers
