"""A thousand simulated prospects: none is left hanging, asked twice or led past the limits."""

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from agent.simulation.personas.cast import CAST
from agent.simulation.report import Report, tally
from agent.simulation.simulation import Simulated, cues, simulate
from qualification.script import Script
from qualification.scriptfile import parse_script
from qualification.values import LANGUAGES, Language
from tests.agent.scripts import crm, home, poll

SAMPLES = Path(__file__).parents[3] / "prompts" / "scripts"


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
def test_a_thousand_conversations_keep_every_promise(name: str) -> None:
    """Five hundred on a sample script, in one test: two would hold them twice, in two processes."""
    file = SAMPLES / f"{name}.yaml"
    script = parse_script(file.read_text(encoding="utf-8"), file.name)
    sampled = asyncio.run(run(script, 500, seed=2026))
    no_rule_is_broken(sampled)
    the_characters_end_as_they_should(sampled)
    who_vanishes_is_reminded_and_goes_on(sampled)
    the_report_counts_what_the_conversations_did(sampled)
    most_of_what_is_said_is_read_right_without_a_model(sampled)


def no_rule_is_broken(sampled: Report) -> None:
    if sampled.broken():
        pytest.fail(shown(sampled.broken()), pytrace=False)
    total = sampled.total()
    assert (total.conversations, total.dead_ends, total.unanswered) == (500, 0, 0)
    assert 0.2 < total.rate < 0.8


@pytest.mark.parametrize("script", [crm(), home(), poll()], ids=lambda one: one.script)
async def test_any_script_can_be_tried(script: Script) -> None:
    report = await run(script, len(CAST) + 7, seed=3)
    hard = {"stuck", "no_reply", "asks_what_is_known", "over_its_limits", "speaks_after_stop"}
    assert not hard & set(report.rules()), shown(report.broken())
    assert 0 < report.total().qualified < len(report.simulated)


async def test_the_same_seed_gives_the_same_conversations_to_the_letter() -> None:
    first, second, other = [await run(crm(), 25, seed) for seed in (5, 5, 6)]
    assert shown(first.simulated).encode() == shown(second.simulated).encode()
    assert json.dumps(first.to_json()) == json.dumps(second.to_json())
    assert shown(first.simulated) != shown(other.simulated)


async def test_a_conversation_does_not_depend_on_those_before_it() -> None:
    few, more = await run(crm(), 5), await run(crm(), 12)
    assert shown(few.simulated) == shown(more.simulated[:5])


def the_characters_end_as_they_should(sampled: Report) -> None:

    def of(name: str) -> list[Simulated]:
        return [one for one in sampled.simulated if one.cue.persona.name == name]

    def share(name: str, ended: str) -> float:
        return sum(one.ended == ended for one in of(name)) / len(of(name))

    assert share("opts out", "held") < 0.2
    assert share("opts out", "stopped") > 0.2
    assert share("wants a person", "held") > 0.2
    rates = {name: tally(name, None, of(name)).rate for name in ("demo seeker", "wrong number")}
    assert rates["demo seeker"] > 0.8
    assert rates["wrong number"] < 0.3
    buyers = tally("", None, of("decisive buyer")).rate
    assert buyers > 0.7 > 0.5 > tally("", None, of("student")).rate


def who_vanishes_is_reminded_and_goes_on(sampled: Report) -> None:
    lines = [
        [line.text for line in one.transcript]
        for one in sampled.simulated
        if one.cue.persona.name == "vanishes and returns"
    ]
    waited = [one for one in lines if any("pass)" in text for text in one)]
    nudges = ("Are you still there", "¿Sigue por ahí?")
    reminded = [one for one in waited if any(nudge in text for text in one for nudge in nudges)]
    assert reminded
    assert all("pass)" not in one[-1] for one in reminded)


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


def the_report_counts_what_the_conversations_did(sampled: Report) -> None:
    talks = sampled.simulated
    assert sum(one.conversations for one in sampled.tallies()) == len(talks)
    total = sampled.total()
    assert total.qualified == sum(one.outcome == "qualified" for one in talks)
    assert total.most_turns == max(one.turns for one in talks)
    assert total.average_turns == pytest.approx(sum(one.turns for one in talks) / len(talks))
    counted = sum(sum(grades.values()) for grades in sampled.readings().values())
    assert counted == sum(len(one.readings) for one in talks)
    misread = counted - sum(grades["right"] for grades in sampled.readings().values())
    assert len(sampled.misread()) == misread
    assert Report("none", 1, ()).total().rate == 0


def most_of_what_is_said_is_read_right_without_a_model(sampled: Report) -> None:
    for kind in ("money", "choice", "contact", "timeframe", "opt_out", "human"):
        grades = sampled.readings()[kind]
        assert grades["right"] / sum(grades.values()) > 0.85, kind
