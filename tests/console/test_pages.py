"""console.pages: every address under /console is a page, also one that is none."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.console.conftest import Browser, Firm

PLAN = (Path(__file__).parents[2] / "prompts" / "teams.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ["/console/nope", "/console/leads/x/say", "/console/a/b/c.php"])
async def test_says_that_there_is_no_such_page(ana: Browser, path: str) -> None:
    response = await ana.see(path)
    assert response.status_code == 404
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "There is no page at this address." in response.text


async def test_tells_strangers_nothing_of_which_pages_there_are(stranger: Browser) -> None:
    response = await stranger.see("/console/nope")
    assert (response.status_code, response.headers["location"]) == (
        303,
        "/console/login?next=%2Fconsole%2Fnope",
    )


async def test_whoever_chose_no_zone_reads_the_clock_of_the_teams(ana: Browser, firm: Firm) -> None:
    lead = await firm.lead()
    clock = f"{firm.clock.now():%H:%M}"
    assert clock in (await ana.see(f"/console/leads/{lead}")).text
    await firm.teams.publish(
        PLAN.replace("timezone: Europe/Madrid", "timezone: Asia/Tokyo", 1), origin="file"
    )
    there = f"{firm.clock.now().astimezone(ZoneInfo('Asia/Tokyo')):%H:%M}"
    page = (await ana.see(f"/console/leads/{lead}")).text
    assert there in page
    assert f">{clock}<" not in page
