"""A text goes out once, or visibly not at all."""

import pytest

from tests.storage.conftest import Store
from tests.storage.texting import OURS, THEIRS, Phone


@pytest.fixture
def phone(store: Store) -> Phone:
    """One prospect with a telephone."""
    return Phone(store)


async def test_what_a_turn_says_goes_out_as_a_text(phone: Phone) -> None:
    await phone.talk("Hello! What is your budget?")
    await phone.work()
    (sent,) = phone.texter.sent
    assert (sent.to, sent.sender, sent.body) == (THEIRS, OURS, "Hello! What is your budget?")
    assert await phone.states() == ["queued"]
    assert phone.due == []
