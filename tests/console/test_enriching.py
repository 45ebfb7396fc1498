"""How far leads are enriched is one setting; what cannot work is told at start."""

import httpx
import pytest

from console.enriching import Enrich, mistake_in, parsing, providers
from delivery.wire import Wire
from tests.builders import sample_text
from tests.fakes.clock import FakeClock

TEXT = "prefill: [company]\n" + sample_text("crm-suite")
URL = "https://data.example/people"


@pytest.mark.parametrize(("enrich", "wanted"), [("off", False), ("own", True), ("all", True)])
def test_off_takes_the_profile_of_every_script(enrich: Enrich, *, wanted: bool) -> None:
    script = parsing(enrich)(TEXT)
    assert script.profile is wanted
    assert bool(script.prefill) is wanted


async def test_only_all_asks_a_service() -> None:
    async with httpx.AsyncClient() as client:
        wire = Wire(client, FakeClock())
        (service,) = providers("all", URL, "t", wire)
        assert service.name == "data.example"
        assert providers("own", URL, "t", wire) == ()
        assert providers("off", URL, "t", wire) == ()
        assert providers("all", "", "", wire) == ()


@pytest.mark.parametrize(
    ("enrich", "url", "token", "told"),
    [
        ("own", "", "", None),
        ("all", URL, "t", None),
        ("all", "http://127.0.0.1:9000/", "t", None),
        ("off", URL, "t", None),
        ("all", "", "", "ENRICHMENT_URL is not set"),
        ("own", URL, "", "ENRICHMENT_TOKEN is not"),
        ("all", "http://data.example/", "t", "https://"),
        ("all", "http://localhost.evil.example/", "t", "https://"),
        ("all", "data.example", "t", "https://"),
        ("all", "https://data.example:port", "t", "https://"),
        ("all", "https://", "t", "https://"),
    ],
)
def test_what_is_wrong_is_told(enrich: Enrich, url: str, token: str, told: str | None) -> None:
    mistake = mistake_in(enrich, url, token)
    assert mistake is None if told is None else told in str(mistake)
