"""What does a hand-over say in plain words? The facts of a brief, from what is on record. PURE.

The document may have been written by an earlier version: what it lacks is left out.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from agent.aloud import say_value
from agent.attachments import words_of
from agent.briefing import Dossier
from agent.hostile.masking import own_part
from agent.messages import Message
from qualification.brief.facts import (
    BriefFacts,
    CriterionFact,
    ProfileFact,
    ReasonFact,
    Spoken,
)
from qualification.brief.naming import option_name, own_names
from qualification.brief.wording import say
from qualification.script import Script
from qualification.values import (
    ContactKind,
    Json,
    Language,
    Money,
    Number,
    Period,
    Timeframe,
    TimeframeKind,
)

LONGEST_MESSAGE = 4000
"""Characters of each message that are looked at, as in a turn (agent/reading.py)."""


_SHOWN: tuple[ContactKind, ...] = ("name", "company", "job_title", "email", "phone")


class _Kept(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class _Criterion(_Kept):
    key: str
    state: str = "unknown"
    rule: str = ""
    value: Any = None
    quote: str | None = None


class _Reason(_Kept):
    rule: str
    keys: tuple[str, ...] = ()


class _Line(_Kept):
    rule: str
    points: int


class _Datum(_Kept):
    value: str
    confirmed: bool = False


class _Document(_Kept):
    why: str = "qualified"
    channel: str = ""
    source: str | None = None
    contact: Mapping[str, str] = {}
    profile: Mapping[str, _Datum] = {}
    outcome: str = "undecided"
    reasons: tuple[_Reason, ...] = ()
    criteria: tuple[_Criterion, ...] = ()
    score: int = 0
    fit: int = 0
    engagement: int = 0
    tier: str = ""
    score_lines: tuple[_Line, ...] = ()
    open_questions: tuple[str, ...] = ()


class _MoneyValue(_Kept):
    min: Decimal | None
    max: Decimal | None
    currency: str | None = None
    period: Period | None = None


class _TimeframeValue(_Kept):
    kind: TimeframeKind
    start: date | None = None
    end: date | None = None


class _NumberValue(_Kept):
    min: Decimal | None
    max: Decimal | None


_VALUE: TypeAdapter[_TimeframeValue | _MoneyValue | _NumberValue | bool | str] = TypeAdapter(
    _TimeframeValue | _MoneyValue | _NumberValue | bool | str
)


def facts_of(dossier: Dossier, language: Language) -> BriefFacts:
    """The facts, with values in the seller's language."""
    document = _Document.model_validate(dossier.document)
    script, dialogue = dossier.script, dossier.dialogue
    return BriefFacts(
        why=document.why,
        title=script.title,
        language=dialogue.language,
        channel=document.channel,
        source=document.source,
        outcome=document.outcome,
        tier=document.tier,
        score=document.score,
        fit=document.fit,
        engagement=document.engagement,
        contact={kind: document.contact[kind] for kind in _SHOWN if kind in document.contact},
        profile=tuple(
            ProfileFact(field, datum.value, datum.confirmed)
            for field, datum in document.profile.items()
        ),
        criteria=tuple(
            CriterionFact(
                one.key,
                one.state,
                one.rule,
                said_value(script, one.key, one.value, language),
                one.quote,
            )
            for one in document.criteria
        ),
        reasons=tuple(ReasonFact(one.rule, one.keys) for one in document.reasons),
        score_lines=tuple((one.rule, one.points) for one in document.score_lines),
        open_questions=document.open_questions,
        stopped=dialogue.phase == "stopped",
        later=_later(script, dialogue.later, language),
        spoken=tuple(_spoken(dossier.transcript)),
        names=own_names(script, language),
    )


def said_value(script: Script, key: str, value: Json, language: Language) -> str | None:
    """A value of the record (qualification.values.to_json) in words; None when there is none."""
    if value is None:
        return None
    try:
        read = _VALUE.validate_python(value)
    except ValidationError:
        return str(value)
    match read:
        case bool():
            return say(language, "yes" if read else "no")
        case str():
            criterion = script.criterion(key)
            chosen = criterion is not None and criterion.kind == "choice"
            return option_name(key, read, language, own_names(script, language)) if chosen else read
        case _TimeframeValue():
            when = Timeframe(read.kind, read.start, read.end)
            return say_value(script, key, when, language)
        case _MoneyValue(currency=currency, period=period) if "currency" in read.model_fields_set:
            money = Money(read.min, read.max, currency, period)
            return say_value(script, key, money, language)
        case _:
            return say_value(script, key, Number(read.min, read.max), language)


def _later(script: Script, later: Timeframe | None, language: Language) -> str | None:
    if later is None or (later.start or later.end) is None:
        return None
    return say_value(script, "", later, language)


def _spoken(transcript: Sequence[Message]) -> list[Spoken]:
    """What was said; of a message with an attachment, its words."""
    said = []
    for message in transcript:
        text = words_of(message.text)[:LONGEST_MESSAGE]
        theirs = message.author == "prospect"
        own = own_part(text) if theirs else text
        said.append(Spoken("prospect" if theirs else "us", text, own, message.at))
    return said
