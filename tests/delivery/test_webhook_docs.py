"""What docs/webhook.md tells receivers is true."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

from delivery.dispatcher import BACK_OFF
from delivery.webhook import TIMEOUT, TOLERANCE, sign
from storage.outbox import GATHER
from tests.storage.conftest import Store

PAGE = (Path(__file__).parents[2] / "docs" / "webhook.md").read_text()


def block(language: str) -> str:
    """The first code block in a language."""
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


async def test_the_documented_json_has_the_fields_that_are_sent(
    store: Store, parcel_id: str
) -> None:
    documented = json.loads(block("json"))
    sent = (await store.leads.handovers()).items[0].document
    assert list(documented) == list(sent)
    assert parcel_id.startswith(str(sent["id"]))
    criteria = sent["criteria"]
    assert isinstance(criteria, list)
    assert isinstance(criteria[0], dict)
    assert list(documented["criteria"][0]) == list(criteria[0])
    assert list(documented["links"]) == ["lead", "api"]
    explained = set(re.findall(r"`(\w+)`", "\n".join(re.findall(r"^\| (`[^|]+) \|", PAGE, re.M))))
    assert set(sent) - explained == {"created_at", "script", "language", "channel", "source"}


def test_the_documented_check_accepts_what_we_sign_and_nothing_else() -> None:
    namespace: dict[str, object] = {}
    exec(block("python"), namespace)  # noqa: S102 - the code that receivers are told to copy
    check = namespace["is_from_banter"]
    assert callable(check)
    header = sign("secret", b"{}", datetime.now(UTC))
    assert check("secret", header, b"{}")
    assert not check("another", header, b"{}")
    assert all(
        check(one, sign("new,old", b"{}", datetime.now(UTC)), b"{}") for one in ("new", "old")
    )
    assert not check("secret", header, b"{ }")
    assert not check("secret", sign("secret", b"{}", datetime(2026, 3, 2, tzinfo=UTC)), b"{}")
    moment, _, signature = header.partition(",")
    for malformed in (
        "",
        ",",
        "nonsense",
        moment,
        signature,
        f"t=now,{signature}",
        f"t=²,{signature}",
        f"t={'9' * 5000},{signature}",
        f"{moment},v1=ñ",
        f"{moment},v1=\udcff",
    ):
        assert check("secret", malformed, b"{}") is False


def test_the_documented_times_are_those_of_the_code() -> None:
    assert TOLERANCE.total_seconds() == 300
    assert TIMEOUT.read == 20
    written = "10 s, 1 min, 5 min, 30 min, 2 h and 8 h"
    assert written in PAGE
    assert [pause.total_seconds() for pause in BACK_OFF] == [10, 60, 300, 1800, 7200, 28800]
    assert f"{GATHER.total_seconds():.0f} seconds after" in PAGE
