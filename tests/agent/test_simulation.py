"""A thousand simulated prospects: none is left hanging, asked twice or led past the limits."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from agent.personas.cast import CAST
from agent.simulation import Simulated, cues, simulate
from agent.simulation_report import Report
from qualification.script import Script
from qualification.scriptfile import parse_script
from qualification.values import LANGUAGES, Language
from tests.agent.scripts import crm, home, poll

SAMPLES = Path(__file__).parents[2] / "prompts" / "scripts"


async def run(
    script: Script, count: int, seed: int = 1, languages: Sequence[Language] = LANGUAGES
) -> Report:
    talks = [one async for one in simulate(script, count, seed, languages)]
    return Report(script.script, seed, tuple(talks))


def shown(talks: Sequence[Simulated]) -> str:
    return "\n\n".join(str(one) for one in talks)


def test_every_character_comes_in_every_language_in_turn() -> None:
    first = list(cues(crm(), 2 * len(CAST), LANGUAGES))
    assert {(one.persona.name, one.language) for one in first} == {
        (persona.name, language) for persona in CAST for language in LANGUAGES
    }
    assert [one.number for one in first] == list(range(1, 2 * len(CAST) + 1))
    assert {one.language for one in cues(home(), 50, LANGUAGES)} == {"es"}
    assert not list(cues(home(), 50, ("en",)))


@pytest.mark.parametrize("name", ["crm-suite", "reformas"])
async def test_five_hundred_conversations_on_a_sample_script_break_no_rule(name: str) -> None:
    script = parse_script((SAMPLES / f"{name}.yaml").read_text(encoding="utf-8"), name)
    report = await run(script, 500, seed=2026)
    assert not report.broken(), shown(report.broken())
    total = report.total()
    assert (total.conversations, total.dead_ends, total.unanswered) == (500, 0, 0)
    assert total.most_turns <= script.limits.turns + 2
    assert 0.2 < total.rate < 0.8


@pytest.mark.parametrize("script", [crm(), home(), poll()], ids=lambda one: one.script)
async def test_any_script_can_be_tried(script: Script) -> None:
    report = await run(script, 2 * len(CAST), seed=3)
    hard = {"stuck", "no_reply", "asks_what_is_known", "over_its_limits", "speaks_after_stop"}
    assert not hard & set(report.rules()), shown(report.broken())
    assert 0 < report.total().qualified < 2 * len(CAST)


async def test_the_same_seed_gives_the_same_conversations_to_the_letter() -> None:
    first, second, other = [await run(crm(), 60, seed) for seed in (5, 5, 6)]
    assert shown(first.simulated).encode() == shown(second.simulated).encode()
    assert json.dumps(first.to_json()) == json.dumps(second.to_json())
    assert shown(first.simulated) != shown(other.simulated)


async def test_a_conversation_does_not_depend_on_those_before_it() -> None:
    few, more = await run(crm(), 10), await run(crm(), 30)
    assert shown(few.simulated) == shown(more.simulated[:10])


async def test_the_characters_end_as_they_should() -> None:
    report = await run(crm(), 4 * len(CAST), seed=8)
    ends: dict[str, set[str]] = {}
    for one in report.simulated:
        ends.setdefault(one.cue.persona.name, set()).add(one.ended)
    assert ends["opts out"] <= {"stopped", "closed"}
    assert "stopped" in ends["opts out"]
    assert "held" in ends["wants a person"]
    demos = [t for t in report.tallies() if t.name == "demo seeker"]
    assert all(one.rate > 0.5 for one in demos)
    wrong = [t for t in report.tallies() if t.name == "wrong number"]
    assert all(one.rate < 0.5 for one in wrong)


async def test_who_vanishes_is_reminded_and_goes_on() -> None:
    report = await run(crm(), 8 * len(CAST), seed=9)
    paused = [
        one for one in report.simulated if any("pass)" in line.text for line in one.transcript)
    ]
    assert paused
    assert any(
        "Are you still there" in line.text or "¿Sigue por ahí?" in line.text
        for one in paused
        for line in one.transcript
    )


async def test_a_broken_rule_is_shown_in_the_transcript_where_it_happened() -> None:
    """A script whose own words are wrong: its English speaks Spanish."""
    spanish = {"es": "¿Quién decide la compra?", "en": "¿Quién decide la compra?"}
    need, budget, authority, timeline = (one.model_dump() for one in crm().criteria)
    script = crm(criteria=[need, budget, {**authority, "ask": spanish}, timeline])
    report = await run(script, 8, languages=("en",))
    assert set(report.rules()) >= {"wrong_language"}
    first = report.broken()[0]
    marks = [line.text for line in first.transcript if line.who == "!"]
    assert len(marks) == len(first.broken)
    assert "wrong_language: ¿Quién decide la compra?" in marks
    assert sum(one.broken for one in report.tallies()) == len(report.broken())


async def test_the_report_counts_what_the_conversations_did() -> None:
    report = await run(crm(), 2 * len(CAST), seed=4)
    talks = report.simulated
    assert sum(one.conversations for one in report.tallies()) == len(talks)
    total = report.total()
    assert total.qualified == sum(one.outcome == "qualified" for one in talks)
    assert total.most_turns == max(one.turns for one in talks)
    assert total.average_turns == pytest.approx(sum(one.turns for one in talks) / len(talks))
    counted = sum(sum(grades.values()) for grades in report.readings().values())
    assert counted == sum(len(one.readings) for one in talks)
    misread = counted - sum(grades["right"] for grades in report.readings().values())
    assert len(report.misread()) == misread
    assert Report("none", 1, ()).total().rate == 0


async def test_most_of_what_is_said_is_read_right_without_a_model() -> None:
    report = await run(crm(), 200, seed=10)
    for kind in ("money", "choice", "contact", "timeframe"):
        grades = report.readings()[kind]
        assert grades["right"] / sum(grades.values()) > 0.8, kind
