"""What a simulated prospect writes next follows from its character and from what was asked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from agent.moves import Phase
from agent.simulation.personas.cast import CAST, Persona
from agent.simulation.personas.prospect import DIGRESSIONS, PATIENCE, Heard, Move, Prospect
from agent.simulation.simulation import WORDS
from qualification.script import Script
from qualification.values import Language
from tests.agent.scripts import crm, home

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
PLAIN = Persona("plain", misspells=0, careless=0, emoji=0, bursts=0, volunteers=0)


def prospect(
    persona: Persona, seed: int = 1, script: Script | None = None, language: Language = "en"
) -> Prospect:
    return Prospect(persona, script or crm(), WORDS, language, Random(seed))


def heard(asked: str | None = "need", phase: Phase = "open") -> Heard:
    return Heard(asked, phase, NOON)


def moves(one: Prospect, asked: Sequence[str]) -> list[Move]:
    found = [one.next(heard(key)) for key in asked]
    return [move for move in found if move is not None]


KEYS = ("need", "budget", "authority", "timeline", "name", "email")


def test_there_are_at_least_twelve_characters_with_names_of_their_own() -> None:
    assert len({one.name for one in CAST}) == len(CAST) >= 12


@pytest.mark.parametrize("persona", CAST, ids=lambda one: one.name)
def test_the_same_seed_writes_the_same(persona: Persona) -> None:
    first, second = (moves(prospect(persona, 7), KEYS) for _ in range(2))
    assert first == second


def test_a_plain_prospect_answers_what_is_asked_and_nothing_else() -> None:
    for move, key in zip(moves(prospect(PLAIN), KEYS), KEYS, strict=True):
        assert [one.key for one in move.sayings] == [key]
        assert move.texts == (move.sayings[0].text,)


def test_asked_again_it_gives_the_same_answer() -> None:
    one = prospect(PLAIN)
    first, second = moves(one, ("authority", "authority"))
    assert first.sayings[0].value == second.sayings[0].value


def test_a_question_that_it_has_no_answer_for_gets_a_greeting() -> None:
    assert moves(prospect(PLAIN), ("unheard_of",))[0].act == "greet"


def test_it_opens_with_what_it_came_for() -> None:
    persona = replace(PLAIN, opens_with="sell")
    first, second = moves(prospect(persona), ("need", "need"))
    assert first.act == "sell"
    assert second.act is None


@pytest.mark.parametrize("act", ["support", "wrong_number"])
def test_what_must_end_the_conversation_is_said_until_it_does(act: str) -> None:
    persona = next(one for one in CAST if one.opens_with == act)
    assert [move.act for move in moves(prospect(persona), ("need",) * 3)] == [act] * 3


def test_a_plan_is_carried_out_in_its_turn() -> None:
    one = prospect(replace(PLAIN, then={2: "opt_out"}))
    assert [move.act for move in moves(one, KEYS[:4])] == [None, None, "opt_out", "opt_out"]


def test_nobody_digresses_for_ever() -> None:
    one = prospect(replace(PLAIN, habits={"why": 0.5, "repeat": 0.5}, asks=1.0))
    acts = [move.act for move in moves(one, ("need",) * (DIGRESSIONS + 1))]
    assert acts[-1] is None
    assert None not in acts[:-1]


def test_who_refused_says_so_again_or_gives_in() -> None:
    seconds = set()
    for seed in range(20):
        one = prospect(replace(PLAIN, habits={"refuse": 1.0}), seed)
        first, second = moves(one, ("budget", "budget"))
        assert first.act == "refuse"
        seconds.add(second.act)
        assert ("budget" in one.declined) is (second.act == "refuse")
    assert seconds == {"refuse", None}


def test_a_question_about_a_fact_is_one_of_the_script_s_topics() -> None:
    topics = {topic for fact in crm().facts for topic in fact.topics["en"]}
    alone = moves(prospect(replace(PLAIN, asks=1.0), 3), ("need",))[0]
    assert alone.asks in topics
    assert alone.asks in alone.texts[0]
    found = [moves(prospect(replace(PLAIN, asks=1.0), seed), ("budget",))[0] for seed in range(20)]
    assert {len(move.sayings) for move in found} == {0, 1}
    assert all(move.asks is not None for move in found)


def test_where_a_script_has_no_facts_the_question_is_of_something_else() -> None:
    one = prospect(replace(PLAIN, asks=1.0), script=home(), language="es")
    assert one.next(heard("tenure")) is not None
    assert moves(one, ("tenure",))[0].act == "ask_unknown"


def test_who_volunteers_answers_several_questions_at_once() -> None:
    one = prospect(replace(PLAIN, volunteers=1.0))
    move = moves(one, ("budget",))[0]
    assert {"budget", "authority"} <= {saying.key for saying in move.sayings}
    assert all(saying.text in move.texts[0] for saying in move.sayings)
    burst = moves(prospect(replace(PLAIN, volunteers=1.0, bursts=1.0)), ("budget",))[0]
    assert len(burst.texts) == len(burst.sayings) > 1


def test_a_correction_replaces_an_answer_and_says_so() -> None:
    one = prospect(replace(PLAIN, corrects=1.0), 5)
    first = moves(one, ("authority",))[0]
    later = next(move for move in moves(one, ("budget",) * 20) if move.corrects)
    assert later.sayings[0].key in {"authority", "budget"}
    assert later.sayings[0].text in later.texts[0]
    assert later.sayings[0] != first.sayings[0]
    assert one.told[later.sayings[0].key] is not first.sayings[0]


def test_a_contradiction_does_not_say_so() -> None:
    one = prospect(replace(PLAIN, contradicts=1.0), 5)
    moves(one, ("authority",))
    later = next(move for move in moves(one, ("budget",) * 20) if move.contradicts)
    assert later.texts == (later.sayings[0].text,)


def test_words_of_ones_own_are_not_corrected() -> None:
    one = prospect(replace(PLAIN, corrects=1.0, contradicts=1.0))
    assert not any(move.corrects or move.contradicts for move in moves(one, ("need", "need")))


def test_a_switch_of_language_lasts_and_needs_a_second_language() -> None:
    one = prospect(replace(PLAIN, habits={"switch": 1.0}))
    first = moves(one, ("need",))[0]
    assert (first.act, first.language, one.language) == ("switch", "es", "es")
    alone = prospect(
        replace(PLAIN, habits={"switch": 1.0}), script=crm(languages=["en"]), language="en"
    )
    assert moves(alone, ("need",))[0].act is None


def test_a_pause_is_taken_before_an_answer_and_not_before_the_first() -> None:
    one = prospect(replace(PLAIN, pauses=1.0, pause=timedelta(days=3)))
    first, second = moves(one, ("need", "budget"))
    assert (first.wait, second.wait) == (timedelta(0), timedelta(days=3))


def test_who_leaves_writes_no_more() -> None:
    one = prospect(replace(PLAIN, leaves_after=2))
    assert len(moves(one, KEYS)) == 2
    assert one.left


def test_everybody_hangs_up_in_the_end() -> None:
    one = prospect(PLAIN)
    most = crm().limits.turns + PATIENCE
    assert len(moves(one, ("need",) * (most + 5))) == most
    assert one.worn_out
    assert not one.left


def test_after_the_goodbye_there_is_a_word_at_most_and_none_to_a_person() -> None:
    for seed in range(10):
        one = prospect(PLAIN, seed)
        after = [one.next(heard(None, "closed")) for _ in range(3)]
        assert [move.act for move in after if move is not None] in ([], ["thanks"])
        assert after[1:] == [None, None]
    assert prospect(PLAIN).next(heard(None, "held")) is None


def test_the_busy_come_back_with_an_answer() -> None:
    one = prospect(replace(PLAIN, then={0: "later"}, comes_back=True))
    moves(one, ("need",))
    back = one.next(heard(None, "closed"))
    assert back is not None
    assert back.wait == one.persona.pause
    assert back.sayings


def test_the_busy_who_have_said_everything_come_back_with_a_greeting() -> None:
    one = prospect(replace(PLAIN, then={4: "later"}, comes_back=True))
    moves(one, ("need", "budget", "authority", "timeline", "name"))
    back = one.next(heard(None, "closed"))
    assert back is not None
    assert back.act == "back"


def test_slips_are_marked_and_names_are_spared() -> None:
    careless = replace(PLAIN, misspells=1.0, careless=1.0, emoji=1.0)
    one = prospect(careless)
    need, name = moves(one, ("need", "name"))
    assert need.misspelled
    assert any(symbol in need.texts[0] for symbol in WORDS["en"].emoji)
    assert not name.misspelled
    assert name.texts == (name.sayings[0].text,)
