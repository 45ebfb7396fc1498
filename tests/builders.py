"""Scripts and answers for every test: small, valid, and changed where a test needs it."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from qualification.answers import Answer, AnswerSheet, Declined, DeclineReason, Evidence
from qualification.frameworks import with_preset
from qualification.script import Script
from qualification.scriptfile import parse_script
from qualification.values import Money, Number, Period, Timeframe, Value

SCRIPTS = Path(__file__).parent.parent / "prompts" / "scripts"
SAMPLES = ("crm-suite", "reformas", "vigia-seguridad", "pulso-industrial", "curso-datos")
NOW = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)


def sample_text(name: str) -> str:
    """The text of one of the sample scripts."""
    return (SCRIPTS / f"{name}.yaml").read_text(encoding="utf-8")


@cache
def sample(name: str) -> Script:
    """One of the sample scripts."""
    return parse_script(sample_text(name), f"{name}.yaml")


def question(key: str, kind: str, **parts: Any) -> dict[str, Any]:
    """A criterion with words in both languages."""
    ask = {"es": f"¿Y su {key}?", "en": f"What about your {key}?"}
    return {"key": key, "kind": kind, "ask": ask, **parts}


def make_script(**parts: Any) -> Script:
    """A script in both languages that asks for a need and nothing else, changed by `parts`."""
    script: dict[str, Any] = {
        "script": "test",
        "title": "Test",
        "languages": ["es", "en"],
        "persona": {"name": "Lucía", "company": "Acme"},
        "disclosure": {"es": "Soy Lucía, una IA.", "en": "I'm Lucía, an AI."},
        "criteria": [{"key": "need"}],
        "qualify": {"all_of": ["need"]},
        **parts,
    }
    return Script.model_validate(with_preset(script))


def answer(key: str, value: Value, quote: str | None = "so", given: datetime = NOW) -> Answer:
    """An answer with its quote; without one it was known beforehand."""
    if quote is None:
        return Answer(key, value, given, None, "prefill")
    return Answer(key, value, given, Evidence("m1", quote))


def make_sheet(
    answers: Mapping[str, Value] | None = None, declined: Mapping[str, DeclineReason] | None = None
) -> AnswerSheet:
    """A sheet of these values and refusals."""
    return AnswerSheet(
        answers={key: answer(key, value) for key, value in (answers or {}).items()},
        declined={
            key: Declined(key, reason, Evidence("m2", "rather not"))
            for key, reason in (declined or {}).items()
        },
    )


def money(
    low: int | str | None,
    high: int | str | None = None,
    currency: str | None = "EUR",
    period: Period | None = None,
) -> Money:
    """One amount, or a range of it."""
    if high is None and low is not None:
        high = low
    return Money(_decimal(low), _decimal(high), currency, period)


def number(low: int | None, high: int | None = None) -> Number:
    """One count, or a range of it."""
    if high is None and low is not None:
        high = low
    return Number(_decimal(low), _decimal(high))


def on(day: date) -> Timeframe:
    """A time that begins on a day."""
    return Timeframe("date", day)


def _decimal(amount: int | str | None) -> Decimal | None:
    return None if amount is None else Decimal(amount)
