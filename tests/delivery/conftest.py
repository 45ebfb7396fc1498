"""What the tests of delivery start from: a hand-over on its way, on either database."""

import pytest

from agent.outbox import Parcel
from tests.databases import database, database_url, sqlite_template
from tests.delivery.pauses import no_pauses
from tests.storage.conftest import Store, store
from tests.storage.records import handover, turn

__all__ = [
    "database",
    "database_url",
    "no_pauses",
    "sqlite_template",
    "store",
]


@pytest.fixture
async def parcel_id(store: Store) -> str:
    """A hand-over's parcel, not sent yet."""
    conversation = await store.open()
    claim = await store.claim(conversation)
    await store.workspace.commit(claim, turn(claim, handover=handover()), seen=claim.inbound_seq)
    return store.jobs.pop().row


@pytest.fixture
def parcel() -> Parcel:
    """A parcel by itself."""
    return Parcel("h1.1.webhook", "webhook", "lead.qualified", '{"summary": "Peña"}', 1, 1)
