"""A lead who agreed, or did not, to be sent marketing; delivered although things go wrong."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from delivery.lead import Criterion, Lead
from qualification.handover import CriterionLine
from storage.database import Database
from tests.delivery.pairs import Pair
from tests.delivery.rig import Rig
from tests.delivery.walking import NOW, lead
from tests.fakes.crm import FakeCrm, Trouble

WORDS = "yes, send me offers"
LINE = CriterionLine("marketing_consent", "positive", True, WORDS, "m1", "positive", "prospect")
"""Whose time is not on record, as in hand-overs of before."""


def agreed(answer: object = True, source: str = "prospect", **more: Any) -> Lead:
    """What they answered, when, and how we know."""
    said = {
        "key": "marketing_consent",
        "value": answer,
        "source": source,
        "at": more.pop("at", NOW),
    }
    quote = WORDS if source in ("prospect", "reread") else None
    return lead(criteria=(Criterion(**said, quote=quote),), **more)


async def through(
    pair: Pair, tmp_path: Path, template: Path, trouble: Trouble, check: Callable[[FakeCrm], None]
) -> None:
    """Every request in turn meets the trouble; what is there in the end is checked each time."""
    path = tmp_path / "banter.db"
    shutil.copy(template, path)
    database = Database(f"sqlite:///{path}")
    first = Rig(database, pair)
    await first.deliver(await first.hand_over(criteria=[LINE]))
    check(first.fake)
    for nth in range(len(first.fake.requests)):
        rig = Rig(database, pair)
        rig.fake.troubles.extend([*[None] * nth, trouble])
        await rig.deliver(await rig.hand_over(criteria=[LINE]))
        assert await rig.state() == "delivered", nth
        check(rig.fake)
    await database.close()


async def and_back(
    pair: Pair, tmp_path: Path, template: Path, trouble: Trouble, check: Callable[[FakeCrm], None]
) -> None:
    """Who agreed takes it back; every request of that in turn meets the trouble."""
    path = tmp_path / "banter.db"
    shutil.copy(template, path)
    database = Database(f"sqlite:///{path}")
    untroubled = await _back(database, pair)
    check(untroubled.fake)
    for nth in range(len(untroubled.fake.requests)):
        rig = await _back(database, pair, *[None] * nth, trouble)
        assert await rig.state() == "delivered", nth
        check(rig.fake)
    await database.close()


async def _back(database: Database, pair: Pair, *troubles: Trouble) -> Rig:
    """They agree, and then they do not; the troubles are those of the second delivery."""
    rig = Rig(database, pair)
    conversation = await rig.store.open()
    await rig.deliver(await rig.hand_over_again(conversation, criteria=[LINE]))
    rig.fake.requests.clear()
    rig.fake.troubles.extend(troubles)
    no = replace(LINE, value=False)
    await rig.deliver(await rig.hand_over_again(conversation, criteria=[no]))
    return rig
