"""Was the prospect understood? What they said, held against what is on record. PURE."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from agent.dialogue import Dialogue, Phase
from agent.simulation.personas.prospect import Move
from agent.simulation.personas.sayings import Saying
from agent.simulation.personas.table import Act
from agent.speech import Explain, SayText, word
from qualification.answers import Answer, AnswerSheet
from qualification.normalise.text import fold, tokenise
from qualification.script import Script
from qualification.values import (
    Contact,
    Language,
    Money,
    Number,
    Text,
    Timeframe,
    Value,
    to_json,
)

Grade = Literal["right", "missed", "wrong"]


@dataclass(frozen=True, slots=True)
class Told:
    """The newest answer that a prospect gave to a question."""

    saying: Saying
    move: Move
    asked: str | None
    """What was pending then."""
    instead_of: "Told | None" = None
    """The answer that this one contradicts, without a word about it: either may stand."""

    def meant(self) -> Iterator[Saying]:
        """All that may stand."""
        yield self.saying
        if self.instead_of is not None:
            yield from self.instead_of.meant()


@dataclass(frozen=True, slots=True)
class Graded:
    """One thing that a prospect said, and what became of it."""

    kind: str
    """The kind of the question (`money`, …), or what was meant (`opt_out`, `fact`, …)."""
    grade: Grade
    wrote: str
    meant: str
    got: str
    asked: str | None
    language: Language
    misspelled: bool = False


def graded_answers(
    script: Script, told: Mapping[str, Told], sheet: AnswerSheet, moves: Sequence[Move]
) -> Iterator[Graded]:
    """Every answer given in words, against the record; and what is on record that nobody said."""
    for key, one in told.items():
        answer = sheet.answers.get(key)
        grade: Grade = "missed"
        if answer is not None:
            same = any(_same(meant, answer.value) for meant in one.meant())
            grade = "right" if same else "wrong"
        got = "" if answer is None else str(to_json(answer.value))
        yield _graded(_kind(script, key), grade, one.move, _shown(one.saying), got, one.asked)
    wanted = {one.key for one in script.criteria} | set(script.contact.ask)
    for key, answer in sheet.answers.items():
        if key not in told and key in wanted and answer.source == "prospect":
            got = f"{key}: {to_json(answer.value)}"
            yield _graded(_kind(script, key), "wrong", _source(answer, moves), "nothing", got, None)


def _graded(kind: str, grade: Grade, move: Move, meant: str, got: str, asked: str | None) -> Graded:
    wrote = " | ".join(move.texts)
    return Graded(kind, grade, wrote, meant, got, asked, move.language, move.misspelled)


def _source(answer: Answer, moves: Sequence[Move]) -> Move:
    """The newest move that has the answer's quote."""
    quote = answer.evidence.quote if answer.evidence else ""
    found = (one for one in reversed(moves) if any(quote in text for text in one.texts))
    return next(found, moves[-1])


def _kind(script: Script, key: str) -> str:
    criterion = script.criterion(key)
    return criterion.kind if criterion is not None else "contact"


def _shown(saying: Saying) -> str:
    return f"{saying.key}: {to_json(saying.value)}"


def _same(saying: Saying, got: Value) -> bool:
    """Whether they mean the same: what was left unsaid may be filled in, and "about" is a matter of
    taste.
    """
    match saying.value, got:
        case Money() as meant, Money():
            same = (meant.min, meant.max) == (got.min, got.max)
            coin = meant.currency is None or meant.currency == got.currency
            return same and coin and meant.period in (None, got.period)
        case Number() as meant, Number():
            return (meant.min, meant.max) == (got.min, got.max)
        case Timeframe() as meant, Timeframe():
            return _same_time(meant, got, saying.slack)
        case Text(text=meant), Text(text=text):
            return not _words(meant).isdisjoint(_words(text))
        case Contact() as meant, Contact():
            return fold(meant.value) == fold(got.value)
        case meant, _:
            return meant == got


def _words(text: str) -> frozenset[str]:
    return frozenset(token.text for token in tokenise(fold(text)) if token.text.isalpha())


def _same_time(meant: Timeframe, got: Timeframe, slack: int) -> bool:
    if meant.start is None or got.start is None:
        return meant.kind == got.kind
    if abs((meant.start - got.start).days) > slack:
        return False
    return slack > 0 or meant.end == got.end


def graded_acts(
    script: Script,
    move: Move,
    before: Dialogue,
    after: Dialogue,
    reply: str,
    *,
    qualified: bool,
) -> Iterator[Graded]:
    """What was meant besides answers, against what happened."""
    if before.phase != "open":
        return
    if move.asks is not None:
        told: Grade = "right" if _facts_told(script, move.asks, reply) else "missed"
        yield _graded("fact", told, move, move.asks, reply, before.asked)
    if move.act is None:
        return
    seen = _seen(script, move.act, before, after, reply, qualified=qualified)
    if seen is not None:
        grade: Grade = "right" if seen else "missed"
        yield _graded(move.act, grade, move, move.act, reply, before.asked)


def _facts_told(script: Script, topic: str, reply: str) -> bool:
    """Whether the reply gives one of the facts that the topic belongs to, in whichever language."""
    answers = [
        answer
        for fact in script.facts
        if any(topic in topics for topics in fact.topics.values())
        for answer in fact.answer.values()
    ]
    return any(answer in reply for answer in answers)


_ENDINGS: Mapping[Act, Phase] = {
    "human": "held",
    "opt_out": "stopped",
    "support": "closed",
    "wrong_number": "closed",
    "not_interested": "closed",
    "later": "closed",
}


def _seen(
    script: Script, act: Act, before: Dialogue, after: Dialogue, reply: str, *, qualified: bool
) -> bool | None:
    """Whether the reply shows that the act was understood; None where nothing follows from it."""
    language = after.language
    match act:
        case "human" | "opt_out" | "support" | "wrong_number" | "not_interested" | "later":
            return after.phase == _ENDINGS[act]
        case "refuse" | "dont_know" if before.asked is not None:
            tried_again = after.asked == before.asked and act == "dont_know"
            return before.asked in after.sheet.declined or tried_again
        case "why" if before.asked is not None:
            return word(script, language, Explain(before.asked), after.turns) in reply
        case "bot":
            return word(script, language, SayText("tell_bot"), after.turns) in reply
        case "ask_unknown":
            return len(after.open_questions) > len(before.open_questions)
        case "repeat":
            return after.asked == before.asked
        case "abuse":
            calmed = word(script, language, SayText("calm"), after.turns) in reply
            return calmed or after.phase == "closed"
        case "demo" if script.qualify.auto:
            return qualified
        case "switch":
            return after.language != before.language or None
        case _:
            return None
