"""What a model claims, held against one message each: lies count for nothing, the truth counts."""

import asyncio
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from agent.approval.rewording import wording_passes
from agent.breaker import Breaker
from agent.messages import Message
from agent.model_reader import ModelReader
from agent.models.scripted import ScriptedModel
from agent.reading import Page, Reading
from agent.speech import approved_wordings
from qualification.answers import AnswerSheet
from qualification.script import Script
from qualification.scriptfile import parse_script
from qualification.signals import Signal
from qualification.values import Language
from tests.agent.evidence import claims
from tests.fakes.clock import FakeClock

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SCRIPTS = Path(__file__).parents[3] / "prompts" / "scripts"


@cache
def script(name: str) -> Script:
    return parse_script((SCRIPTS / f"{name}.yaml").read_text())


def read(
    name: str, language: Language, asked: str, said: str, found: dict[str, Any]
) -> tuple[Reading, Page]:
    message = Message("m1", 1, "prospect", said, NOW)
    keys = tuple(one.key for one in script(name).criteria)
    page = Page(script(name), AnswerSheet(), language, asked, keys, (message,), (), NOW)
    model = ScriptedModel([{"bridge": "", **found}])
    reader = ModelReader(model, FakeClock(), Breaker(failures=9), limit=5.0)
    return asyncio.run(reader.read(page)).reading, page


def signalled(language: Language, said: str, signal: str, quote: str) -> frozenset[Signal]:
    other = {"es": "en", "en": "es"}[language]
    claimed: dict[str, Any] = {"signals": [{"signal": signal, "quote": quote}], "language": other}
    if signal == Signal.LATER:
        claimed = {"later": quote}
    return read("crm-suite", language, "need", said, claimed)[0].signals


def declined(
    language: Language, asked: str, said: str, key: str, reason: str, quote: str
) -> list[tuple[str, str]]:
    claimed = {"declines": [{"key": key, "reason": reason, "quote": quote}]}
    reading, _ = read("crm-suite", language, asked, said, claimed)
    return [(one.key, one.reason) for one in reading.declines]


def answered(
    name: str, language: Language, asked: str, said: str, key: str, quote: str, value: str
) -> set[tuple[str, str]]:
    claimed = {"answers": [{"key": key, "quote": quote, "value": value}]}
    reading, _ = read(name, language, asked, said, claimed)
    return {(one.key, reading.reader) for one in reading.answers}


@pytest.mark.parametrize("claim", claims.FALSE_ANSWERS, ids=lambda one: one[3])
def test_a_value_torn_out_of_its_sense_is_no_answer(claim: Any) -> None:
    assert claim[4] not in {key for key, _ in answered(*claim)}


@pytest.mark.parametrize("claim", claims.TRUE_ANSWERS, ids=lambda one: one[3])
def test_an_odd_answer_of_their_own_is_one(claim: Any) -> None:
    assert (claim[4], "model") in answered(*claim)


@pytest.mark.parametrize("claim", claims.FALSE_SIGNALS, ids=lambda one: f"{one[2]}: {one[1]}")
def test_a_signal_that_the_words_do_not_show_does_nothing(claim: Any) -> None:
    assert Signal(claim[2]) not in signalled(*claim)


@pytest.mark.parametrize("claim", claims.FALSE_STOPS, ids=lambda one: one[1])
def test_a_stop_that_the_words_do_not_show_is_told_the_word_that_stops(claim: Any) -> None:
    signals = signalled(*claim)
    assert Signal.MAY_OPT_OUT in signals
    assert Signal.OPT_OUT not in signals


@pytest.mark.parametrize("claim", claims.TRUE_SIGNALS, ids=lambda one: f"{one[2]}: {one[1]}")
def test_a_signal_in_other_words_counts(claim: Any) -> None:
    assert Signal(claim[2]) in signalled(*claim)


@pytest.mark.parametrize("claim", claims.FALSE_DECLINES, ids=lambda one: f"{one[4]}: {one[2]}")
def test_words_that_answer_or_speak_of_something_else_decline_nothing(claim: Any) -> None:
    assert declined(*claim) == []


@pytest.mark.parametrize("claim", claims.TRUE_DECLINES, ids=lambda one: one[2])
def test_unwilling_or_unknowing_words_decline(claim: Any) -> None:
    assert declined(*claim) == [(claim[3], claim[4])]


@pytest.mark.parametrize("claim", claims.FALSE_WORDINGS, ids=lambda one: one[2])
def test_a_question_that_asks_or_claims_more_is_put_in_approved_words(claim: Any) -> None:
    language, key, text = claim
    said = {"es": "perdemos clientes y mi hermano Bob", "en": "we lose leads, Bob is crazy"}
    asks = {"asks": {"key": key, "text": text}}
    reading, page = read("crm-suite", language, "need", said[language], asks)
    approved = approved_wordings(page.script, key, language)
    assert reading.asks is None or wording_passes(text, approved, language) is not None
