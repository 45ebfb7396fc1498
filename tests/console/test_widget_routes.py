"""console.widget_routes over a real database: what admins set up, and who may."""

import re

import httpx
import pytest
from sqlalchemy import select

from agent.widget import Widget
from storage.access_tables import AuditRow
from storage.widgets import StoredWidgets
from tests.console.conftest import EMAIL, PASSWORD, Browser, Firm

SECRET = "a secret of the tests"
FORM = {"name": "Shop", "colour": "#aa2200", "sites": "https://shop.example", "version": "0"}


@pytest.fixture
def widgets(firm: Firm) -> StoredWidgets:
    return StoredWidgets(firm.database, SECRET, firm.clock)


@pytest.fixture
async def admin(ana: Browser) -> Browser:
    """Somebody who may set things up, on the page of the default chat."""
    await ana.see("/console/widget")
    return ana


async def actions(firm: Firm) -> list[tuple[str, str | None]]:
    """What stands in the log of it."""
    wanted = select(AuditRow.action, AuditRow.subject).where(AuditRow.action.like("widget.%"))
    rows = await firm.database.read(
        lambda connection: connection.execute(wanted.order_by(AuditRow.position)).all()
    )
    return [(row.action, row.subject) for row in rows]


async def post(browser: Browser, path: str, **fields: str) -> httpx.Response:
    """A form of the page that is open."""
    return await browser.send(path, **fields)


async def test_what_is_saved_holds_from_then_on_and_is_in_the_log(
    admin: Browser, firm: Firm, widgets: StoredWidgets
) -> None:
    saved = await post(admin, "/console/widget/default", **FORM)
    assert saved.headers["location"] == "/console/widget/default?saved=1"
    found = await widgets.get("default")
    assert found == Widget(name="Shop", colour="#aa2200", sites=("https://shop.example",))
    assert await actions(firm) == [("widget.changed", "default")]
    page = await admin.see("/console/widget/default?saved=1")
    assert "Saved." in page.text


async def test_a_mistake_saves_nothing_and_keeps_what_was_written(
    admin: Browser, firm: Firm, widgets: StoredWidgets
) -> None:
    refused = await post(admin, "/console/widget/default", **{**FORM, "sites": "<b>shop</b>"})
    assert refused.status_code == 422
    assert "&lt;b&gt;shop&lt;/b&gt;" in refused.text
    assert 'aria-describedby="sites-wrong"' in refused.text
    assert await widgets.get("default") == Widget()
    assert await actions(firm) == []


async def test_of_two_who_save_at_once_the_second_is_told(
    admin: Browser, widgets: StoredWidgets
) -> None:
    await widgets.save(Widget(name="Of somebody else"), 0, "luis@acme.example")
    refused = await post(admin, "/console/widget/default", **FORM)
    assert refused.status_code == 409
    assert "Somebody else has changed this meanwhile" in refused.text
    version = re.findall(r'name="version" value="(\d+)"', refused.text)
    assert version == ["1"]
    again = await post(admin, "/console/widget/default", **{**FORM, "version": version[0]})
    assert again.status_code == 303
    assert (await widgets.get("default") or Widget()).name == "Shop"


async def test_a_site_is_added_and_removed(
    admin: Browser, firm: Firm, widgets: StoredWidgets
) -> None:
    await admin.see("/console/widget/new")
    for key, status in [("Bad key!", 422), ("new", 422), ("shop", 303), ("shop", 422)]:
        added = await post(admin, "/console/widget/new", name="The shop", key=key)
        assert added.status_code == status, key
    assert await widgets.get("shop") == Widget(key="shop", name="The shop")
    await admin.see("/console/widget/shop")
    removed = await post(admin, "/console/widget/shop/remove")
    assert removed.status_code == 303
    assert await widgets.get("shop") is None
    assert await actions(firm) == [("widget.added", "shop"), ("widget.removed", "shop")]


async def test_a_secret_is_shown_once_and_never_in_the_log(
    admin: Browser, firm: Firm, widgets: StoredWidgets
) -> None:
    made = await post(admin, "/console/widget/default/secret")
    (secret,) = await widgets.secrets("default")
    assert made.text.count(secret) == 1
    assert secret not in (await admin.see("/console/widget")).text
    assert await actions(firm) == [("widget.secret_made", "default")]
    wanted = select(AuditRow.details)
    rows = await firm.database.read(lambda connection: connection.execute(wanted).all())
    assert not [row for row in rows if secret in str(row)]


async def test_a_draft_is_shown_and_not_kept(admin: Browser, widgets: StoredWidgets) -> None:
    drawn = await post(admin, "/console/widget/default/draft", **{**FORM, "colour": "#ffd400"})
    told = drawn.json()
    assert told["fits"] is True
    assert (told["config"]["fill"], told["config"]["ink"]) == ("#ffd400", "#000000")
    assert len(told["swatches"]) == 3
    assert await widgets.get("default") == Widget()


async def test_a_form_of_another_site_is_refused(ana: Browser, widgets: StoredWidgets) -> None:
    for path in ("", "/secret", "/remove", "/draft"):
        forged = await ana.client.post(
            f"/console/widget/default{path}", data={**FORM, "token": "made up"}
        )
        assert forged.status_code == 403
    assert await widgets.get("default") == Widget()


async def test_a_chat_that_there_is_not_is_a_404(admin: Browser) -> None:
    assert (await admin.client.get("/console/widget/nope")).status_code == 404


async def test_sales_may_not_and_auditors_may_only_look(firm: Firm, stranger: Browser) -> None:
    await firm.users.add("sales@acme.example", PASSWORD, "sales")
    await firm.users.add("auditor@acme.example", PASSWORD, "auditor")
    assert EMAIL not in ("sales@acme.example", "auditor@acme.example")
    await stranger.sign_in("sales@acme.example")
    assert (await stranger.client.get("/console/widget")).status_code == 403
    await stranger.sign_in("auditor@acme.example")
    page = await stranger.see("/console/widget")
    assert page.status_code == 200
    assert "disabled" in page.text
    refused = await post(stranger, "/console/widget/default", **FORM)
    assert refused.status_code == 403
