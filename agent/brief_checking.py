"""What of a model's words stands in a brief, and may they be said again of a later revision? PURE.

A new owner, or another next step, makes no new brief: the model's sentences are taken over while
the record that they were made of says the same, and each is held against it once more. A model is
not paid twice for the same words.
"""

import hashlib
import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from agent.approval.briefs import Record, quote_stands, record_of, sentence_stands
from agent.brief_prompt import BriefText
from agent.outbox import Brief, Told, Words
from qualification.brief.composing import NOTHING, Written, compose, headline
from qualification.brief.facts import BriefFacts
from qualification.brief.private import is_private
from qualification.brief.sections import one_line, text_of
from qualification.brief.wording import quoted
from qualification.values import Language

log = logging.getLogger(__name__)

MOST_TOLD = 4
"""Sentences of a model in the summary, and on the manner."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a brief is about: the facts as they stood at a time, and whose they are."""

    conversation: str
    facts: BriefFacts
    language: Language
    """The seller's."""
    written: datetime


def of_the_data(matter: Matter) -> Brief:
    """The brief that the data alone make."""
    return _brief(matter, NOTHING)


def checked(matter: Matter, text: BriefText) -> Brief:
    """The brief with those of the model's sentences that the record bears out."""
    record = record_of(matter.facts, matter.language, matter.written)
    refused: list[str] = []
    summary = _standing(_told(text.summary), record, refused)
    manner = [
        one
        for one in _standing(_told(text.manner), record, refused)
        if not is_private(one.quote, strict=True)
    ]
    step = one_line(text.next_step)
    reason = sentence_stands(step, record)
    if step and reason is not None:
        refused.append(reason)
    if refused:
        log.info("Brief of %s: not used: %s", matter.conversation, ", ".join(refused))
    words = Words(
        of=_digest(matter),
        summary=tuple(summary),
        manner=tuple(manner),
        next_step=step if reason is None else "",
    )
    return _with(matter, words)


def taken_over(matter: Matter, earlier: Sequence[Brief]) -> Brief | None:
    """A model's brief of an earlier revision, said of this one; None where there is none in this
    language, the record says something else, or a sentence no longer stands.
    """
    digest = _digest(matter)
    for one in earlier:
        if one.language == matter.language and one.words is not None and one.words.of == digest:
            return _with(matter, one.words) if _still_stand(matter, one.words) else None
    return None


def _still_stand(matter: Matter, words: Words) -> bool:
    record = record_of(matter.facts, matter.language, matter.written)
    refused: list[str] = []
    _standing(words.summary, record, refused)
    _standing(words.manner, record, refused)
    step_stands = not words.next_step or sentence_stands(words.next_step, record) is None
    return step_stands and not refused


def _digest(matter: Matter) -> str:
    """Of all that a model is told: what the brief says, without why it is handed over, and the
    prospect's own words.
    """
    told = text_of(compose(replace(matter.facts, why="update"), matter.language))
    theirs = [one.own for one in matter.facts.spoken if one.author == "prospect"]
    return hashlib.sha256(json.dumps([told, *theirs]).encode()).hexdigest()


def _told(sentences: Sequence[Told]) -> tuple[Told, ...]:
    return tuple(Told(one_line(one.text), one_line(one.quote)) for one in sentences[:MOST_TOLD])


def _standing(told: tuple[Told, ...], record: Record, refused: list[str]) -> list[Told]:
    """Those that pass, each once; why the others do not is added to `refused`."""
    kept: dict[str, Told] = {}
    for one in told:
        reason = (
            sentence_stands(one.text, record, one.quote)
            if quote_stands(one.quote, record)
            else "a quote that nobody said"
        )
        if reason is None and is_private(one.quote):
            reason = "private"
        if reason is None:
            kept.setdefault(one.text.casefold(), one)
        else:
            refused.append(reason)
    return list(kept.values())


def _with(matter: Matter, words: Words) -> Brief:
    """The brief with a model's words in it; without a next step of theirs where ours is all."""
    wanted = matter.facts.outcome != "unqualified" and matter.facts.why != "wants_human"
    written = Written(
        summary=_with_their_words(matter, words.summary),
        manner=_with_their_words(matter, words.manner),
        next_step=words.next_step if wanted and words.next_step else None,
    )
    if written == NOTHING:
        return _brief(matter, NOTHING)
    return replace(_brief(matter, written), by="model", words=words)


def _with_their_words(matter: Matter, told: Sequence[Told]) -> tuple[str, ...]:
    """Whoever reads it can judge whether it is what was said."""
    return tuple(f"{one.text.rstrip('.')} ({quoted(matter.language, one.quote)})" for one in told)


def _brief(matter: Matter, written: Written) -> Brief:
    sections = compose(matter.facts, matter.language, written)
    summary, step = sections[:2]
    return Brief(
        matter.language,
        headline(matter.facts, matter.language),
        text_of(sections),
        summary="\n".join(summary.lines),
        next_step=" ".join(step.lines),
        by="data",
    )
