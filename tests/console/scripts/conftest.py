"""A firm whose admin and salesperson have signed in, and a published script."""

from collections.abc import AsyncIterator

import pytest

from tests.console.conftest import PASSWORD, SCRIPT, Browser, Firm

HOME = "/console/scripts"
KEY = "crm-suite"


@pytest.fixture
async def published(firm: Firm) -> str:
    """The script's text at version 1."""
    await firm.scripts.publish(SCRIPT, origin="file")
    return SCRIPT


async def someone(firm: Firm, email: str, role: str) -> Browser:
    """A browser in which somebody with this role has signed in."""
    await firm.users.add(email, PASSWORD, role=role)  # type: ignore[arg-type]
    browser = Browser(firm.app())
    assert (await browser.sign_in(email)).status_code == 303
    return browser


@pytest.fixture
async def admin(firm: Firm, published: str) -> AsyncIterator[Browser]:
    assert published
    browser = await someone(firm, "admin@acme.example", "admin")
    yield browser
    await browser.client.aclose()


@pytest.fixture
async def seller(firm: Firm, published: str) -> AsyncIterator[Browser]:
    assert published
    browser = await someone(firm, "seller@acme.example", "sales")
    yield browser
    await browser.client.aclose()
