"""A firm with a plan of teams, an admin, and Luis who sells."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from console.access import Role
from tests.console.conftest import PASSWORD, Browser, Firm

HOME = "/console/teams"
PLAN = (Path(__file__).parents[3] / "prompts" / "teams.yaml").read_text(encoding="utf-8")


async def someone(firm: Firm, email: str, role: Role) -> Browser:
    """A browser in which somebody with this role has signed in."""
    await firm.users.add(email, PASSWORD, role=role)
    browser = Browser(firm.app())
    assert (await browser.sign_in(email)).status_code == 303
    return browser


@pytest.fixture
async def planned(firm: Firm) -> str:
    """The plan at version 1."""
    await firm.teams.publish(PLAN, origin="file")
    return PLAN


@pytest.fixture
async def admin(firm: Firm, planned: str) -> AsyncIterator[Browser]:
    assert planned
    browser = await someone(firm, "admin@acme.example", "admin")
    yield browser
    await browser.client.aclose()


@pytest.fixture
async def luis(firm: Firm, planned: str) -> AsyncIterator[Browser]:
    assert planned
    browser = await someone(firm, "luis@acme.example", "sales")
    yield browser
    await browser.client.aclose()
