"""console.scripts.testing and trials: tests are written, recorded and played on the page."""

import json
from pathlib import Path

import pytest

from agent.rehearsal.conversation_files import read_tests
from console.scripts.recording import Recorded, with_test
from console.scripts.trials import findings_of_tests, played, simulated
from qualification.scriptfile import parse_script
from tests.console.conftest import SCRIPT, Browser, Firm
from tests.console.scripts.conftest import HOME, KEY

TESTS = f"{HOME}/{KEY}/tests"
PROMPTS = Path(__file__).parents[3] / "prompts"
GOOD = """\
script: crm-suite
conversations:
  - name: says what they need
    language: en
    turns:
      - say: We need a CRM
        expect: {asked: budget}
"""
FAILING = GOOD.replace("asked: budget", "asked: need")


async def test_tests_are_saved_beside_the_script(admin: Browser, firm: Firm) -> None:
    await admin.see(TESTS)
    assert (await admin.send(TESTS, text=GOOD, revision="0")).status_code == 303
    kept = await firm.workshop.tests(KEY)
    assert kept is not None
    assert kept.text == GOOD
    assert "says what they need" in (await admin.see(TESTS)).text
    assert await firm.workshop.drafts.get(KEY) is None


async def test_the_second_of_two_who_save_tests_is_told(admin: Browser) -> None:
    await admin.see(TESTS)
    await admin.send(TESTS, text=GOOD, revision="0")
    await admin.see(TESTS)
    told = await admin.send(TESTS, text=FAILING, revision="0")
    assert told.status_code == 409
    assert 'action="/console/scripts/crm-suite/tests"' in told.text


async def test_tests_are_played_against_the_draft(seller: Browser, admin: Browser) -> None:
    await seller.see(TESTS)
    assert "1 passed" in (await seller.send(f"{TESTS}/run", text=GOOD)).text
    failed = (await seller.send(f"{TESTS}/run", text=FAILING)).text
    assert "1 failed" in failed
    assert "asked should be need, but is budget" in failed
    await admin.see(f"{HOME}/{KEY}")
    broken = SCRIPT.replace("kind: money", "kind: mony")
    await admin.send(f"{HOME}/{KEY}", text=broken, revision="0")
    await seller.see(TESTS)
    assert "The draft has mistakes" in (await seller.send(f"{TESTS}/run", text=GOOD)).text


async def test_mistakes_in_tests_are_said_with_their_line(seller: Browser) -> None:
    await seller.see(TESTS)
    page = (await seller.send(f"{TESTS}/run", text=GOOD.replace("asked:", "askd:"))).text
    assert "Line 7" in page
    page = (await seller.send(f"{TESTS}/run", text=GOOD.replace("crm-suite", "another"))).text
    assert "these are tests of `another`" in page


async def test_a_preview_becomes_a_test_that_passes(admin: Browser, firm: Firm) -> None:
    await admin.see(f"{HOME}/{KEY}")
    talked = json.dumps(["We need a CRM", 'about "4000" euros a year'])
    sent = await admin.send(f"{TESTS}/record", name="a good: lead", language="en", said=talked)
    assert sent.status_code == 303
    kept = await firm.workshop.tests(KEY)
    assert kept is not None
    [test] = [one for one in read_tests(kept.text, "x").conversations if one.name == "a good: lead"]
    assert [one.say for one in test.turns] == [("We need a CRM",), ('about "4000" euros a year',)]
    assert test.turns[-1].expect.verdict == "qualified"
    assert "budget" in test.turns[-1].expect.answers
    results = await played(kept.text, parse_script(SCRIPT))
    assert [one.name for one in results if one.name == "a good: lead" and one.passed] != []


async def test_nothing_said_is_no_test(admin: Browser) -> None:
    await admin.see(f"{HOME}/{KEY}")
    sent = await admin.send(f"{TESTS}/record", name="x", language="en", said="[]")
    assert sent.status_code == 422
    assert "Say something in the preview first" in sent.text


async def test_simulated_prospects_talk_to_the_draft(seller: Browser) -> None:
    await seller.see(TESTS)
    page = (await seller.send(f"{HOME}/{KEY}/simulate")).text
    assert "Turns on average" in page


async def test_a_simulation_counts_what_it_has_seen() -> None:
    found = await simulated(parse_script(SCRIPT), count=4)
    assert found.talks == 4
    assert 0 <= found.qualified <= 4
    assert found.average_turns > 0


SAMPLES = {
    file.stem: (
        file.read_text(encoding="utf-8"),
        (PROMPTS / "scripts" / file.name).read_text(encoding="utf-8"),
    )
    for file in sorted((PROMPTS / "tests").glob("*.yaml"))
}


@pytest.mark.parametrize("sample", SAMPLES)
async def test_the_tests_of_the_samples_pass(sample: str) -> None:
    text, script = SAMPLES[sample]
    assert findings_of_tests(sample, text).all == ()
    results = await played(text, parse_script(script))
    assert results
    assert [one.name for one in results if not one.passed] == []


class TestRecording:
    TURN = Recorded("hi: there", "need", "open", "undecided", {"size": {"value": 3}})

    def test_begins_a_file(self) -> None:
        text = with_test("", "gym", "first", "en", [self.TURN])
        [test] = read_tests(text, "x").conversations
        assert (test.name, test.turns[0].say) == ("first", ("hi: there",))
        assert test.turns[0].expect.answers["size"].value == "3"

    def test_is_put_after_those_that_there_are(self) -> None:
        text = with_test(GOOD, "crm-suite", "second", "en", [self.TURN])
        assert text.startswith(GOOD.rstrip())
        assert [one.name for one in read_tests(text, "x").conversations] == [
            "says what they need",
            "second",
        ]
