"""May a sentence of a model tell a seller about a lead? Only what the record bears out. PURE.

Every figure, date, name and address must be on record; nothing is promised, judged or said of a
person's private life; each sentence comes with the prospect's words that it rests on, and denies
nothing that they do not. What fails is not shown. What passes may still be wrong in its sense, most
of all in another language: it is shown after the data, as a model's (qualification/brief).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from agent.approval.brief_words import (
    ASKING,
    CALENDAR,
    GIVING,
    GRANTING,
    JUDGING,
    OPENERS,
    OUTSIDE,
    SPELT_OUT,
)
from agent.approval.claims import (
    addresses,
    is_foreign,
    is_marked_up,
    names,
    numbers,
    off_limits,
    times,
    words_of,
)
from agent.approval.polarity import denies, others_in
from agent.approval.vouching import is_harsh, known_word, roots_of
from agent.hostile.masking import own_part
from qualification.brief.composing import evidence
from qualification.brief.facts import BriefFacts
from qualification.brief.private import is_private
from qualification.normalise import (
    find_phrase,
    fold,
    is_a_first_name,
    read_money,
    read_timeframe,
)
from qualification.values import LANGUAGES, Language

LONGEST_SENTENCE, FEWEST_WORDS = 300, 2
SHORTEST_QUOTE = 2
_MOST_SAID = 8000
"""Characters of the prospect's words that are held against, the newest first."""
_DIGITS = re.compile(r"\d+(?:[.,'’]\d+)*")
_RUN = re.compile(r"\+?\d(?:[\d\s().-]*\d)?")
_QUOTED = re.compile(r"«([^«»]*)»|“([^“”]*)”|\"([^\"]*)\"")
_FIRST = re.compile(r"[^\W_][\w'’-]*")
_PART = re.compile(r"(?<=[.!?…:;])\s+|[«“\"(]")
_MAGNITUDE = re.compile(r"\s?(?:k|m|mil|millon\w*|thousand|million|grand)\b")
_LONG_WORD = 5
_When: TypeAlias = date | str
_Amount: TypeAlias = tuple[str | None, str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Record:
    """What is on record about a lead, taken apart for checking."""

    language: Language
    """The seller's."""
    same_language: bool
    """The prospect writes in it too."""
    messages: tuple[str, ...]
    """The prospect's own words, folded, message by message."""
    numbers: frozenset[str]
    digits: frozenset[str]
    amounts: frozenset[_Amount]
    times: frozenset[_When]
    words: frozenset[str]
    roots: frozenset[str]
    addresses: frozenset[str]
    asked_for: frozenset[str]
    """Words otherwise off limits that the prospect used."""
    others: frozenset[str]
    """Whom the prospect named beside themselves, by what they are to them."""
    now: datetime


def record_of(facts: BriefFacts, language: Language, now: datetime) -> Record:
    """What a brief may rest on: what the facts tell in the seller's language, and what was said."""
    said, told = _own_words(facts), evidence(facts, language)
    texts = [(told, language, now)]
    texts += [(own, one, at) for own, at in said for one in LANGUAGES]
    words = words_of(" ".join([told, *(own for own, _ in said)]))
    return Record(
        language=language,
        same_language=facts.language == language,
        messages=tuple(_flat(own) for own, _ in said),
        numbers=frozenset({"1"}).union(*(numbers(text, one) for text, one, _ in texts)),
        digits=frozenset(one for text, _, _ in texts for one in _digits(text)),
        amounts=frozenset(one for text, lang, _ in texts for one in _amounts(text, lang)),
        times=frozenset(one for text, lang, at in texts for one in _whens(text, lang, at)),
        words=words,
        roots=frozenset(root for one in words for root in roots_of(one).values()),
        addresses=frozenset(one for text, _, _ in texts for one in addresses(text)),
        asked_for=off_limits(" ".join(own for own, _ in said)),
        others=others_in(" ".join([told, *(own for own, _ in said)])),
        now=now,
    )


def quote_stands(quote: str, record: Record) -> bool:
    """Whether the prospect said these words, in one message."""
    flat = _flat(quote).strip(" .…")
    return len(flat) >= SHORTEST_QUOTE and any(flat in one for one in record.messages)


def sentence_stands(sentence: str, record: Record, quote: str = "") -> str | None:
    """Why a sentence may not be shown; None when it may. `quote`: the words that it rests on."""
    if len(sentence) > LONGEST_SENTENCE or len(words_of(sentence)) < FEWEST_WORDS:
        return "no sentence"
    quotes = ["".join(one) for one in _QUOTED.findall(sentence)]
    if not all(quote_stands(one, record) for one in quotes):
        return "a quote that nobody said"
    bare = _QUOTED.sub(" ", sentence)
    return (
        _unfit(bare, record)
        or _overstepping(bare, record)
        or _unknown(bare, record)
        or ("the contrary of the words that it rests on" if denies(bare) != denies(quote) else None)
        or ("private" if is_private(sentence, strict=True) else None)
    )


def _unfit(bare: str, record: Record) -> str | None:
    """How no brief speaks."""
    if own_part(bare) != bare:
        return "words that no person says"
    if is_marked_up(bare):
        return "formatting"
    if "?" in bare or "¿" in bare:
        return "a question"
    if is_foreign(bare, record.language):
        return "another language"
    return "an insult" if is_harsh(bare, record.language) else None


def _overstepping(bare: str, record: Record) -> str | None:
    """What no model says of a lead, whatever is on record."""
    folded = fold(bare).replace("’", "'")
    if SPELT_OUT.search(folded):
        return "an address"
    if OUTSIDE[record.language].search(folded):
        return "words of ours, or to somebody"
    if JUDGING.search(folded):
        return "a judgement that is the rules'"
    if GRANTING.search(folded):
        return "something granted"
    promised = off_limits(bare)
    if promised - record.asked_for:
        return "a promise or a secret"
    if promised and (GIVING.search(folded) or not ASKING.search(folded)):
        return "a promise"
    return None


def _unknown(bare: str, record: Record) -> str | None:
    """What is not on record."""
    language = record.language
    if not record.addresses.issuperset(addresses(bare)):
        return "an address that is not on record"
    if numbers(bare, language) - record.numbers or _strange_digits(bare, record):
        return "a figure that is not on record"
    if not record.amounts.issuperset(_amounts(bare, language)):
        return "an amount that is not on record"
    if _strange_time(bare, record):
        return "a date that is not on record"
    if _strange_name(bare, record):
        return "a name that is not on record"
    if others_in(bare) - record.others:
        return "somebody of whom nobody spoke"
    if record.same_language and _strays(bare, record):
        return "what nobody spoke of"
    return None


def _strange_digits(text: str, record: Record) -> bool:
    folded = fold(text)
    for run in _RUN.finditer(folded):
        if _only_digits(run[0]) in record.digits:
            continue
        for one in _DIGITS.finditer(run[0]):
            after = folded[run.start() + one.end() :]
            if _only_digits(one[0]) not in record.digits and not _MAGNITUDE.match(after):
                return True
    return False


def _strange_time(text: str, record: Record) -> bool:
    """A time passes by its words or by the days that it means."""
    said = times(text, record.language, record.now)
    if all(any(find_phrase(one, time) for one in record.messages) for time in said):
        return False
    return not record.times.issuperset(_whens(text, record.language, record.now))


def _strange_name(text: str, record: Record) -> bool:
    if names(text) - record.words - CALENDAR:
        return True
    return any(_may_be_a_name(part, record) for part in _PART.split(text))


def _may_be_a_name(part: str, record: Record) -> bool:
    """Whether what begins a sentence, or a part of it, may owe its capital to being a name."""
    found = _FIRST.search(part)
    if found is None or not found[0][0].isupper():
        return False
    first = fold(found[0]).replace("’", "'").removesuffix("'s")
    if first in record.words:
        return False
    return is_a_first_name(first) or first not in OPENERS[record.language]


def _strays(text: str, record: Record) -> bool:
    """Whether it speaks more of what nobody spoke of than of what is on record."""
    known = strange = 0
    for word, root in roots_of(text).items():
        if len(word) < _LONG_WORD or word[0].isdigit():
            continue
        if known_word(root, record.roots):
            known += 1
        elif word not in OPENERS[record.language]:
            strange += 1
    return strange > max(1, known)


def _own_words(facts: BriefFacts) -> list[tuple[str, datetime]]:
    found: list[tuple[str, datetime]] = []
    room = _MOST_SAID
    for one in reversed(facts.spoken):
        if one.author == "prospect" and room > 0 and one.own.strip():
            found.append((one.own[:room], one.at))
            room -= len(one.own)
    return found[::-1]


def _flat(text: str) -> str:
    return " ".join(fold(text).split())


def _only_digits(text: str) -> str:
    return "".join(one for one in text if one.isdigit()).lstrip("0") or "0"


def _digits(text: str) -> Iterator[str]:
    folded = fold(text)
    for run in _RUN.findall(folded):
        yield _only_digits(run)
        yield from map(_only_digits, _DIGITS.findall(run))


def _amounts(text: str, language: Language) -> Iterator[_Amount]:
    for one in read_money(text, language):
        low = f"{one.min.normalize():f}" if one.min is not None else None
        high = f"{one.max.normalize():f}" if one.max is not None else None
        yield low, high, one.currency, one.period
        yield low, high, one.currency, None
        yield low, high, None, one.period
        yield low, high, None, None


def _whens(text: str, language: Language, now: datetime) -> Iterator[_When]:
    """The days that its times begin and end with; of those without one, their kind."""
    for one in read_timeframe(text, language, now=now):
        if one.start is None and one.end is None:
            yield one.kind
        begins_now = one.start == now.date() and one.end is not None  # "by May"
        if one.start is not None and not begins_now:
            yield one.start
        if one.end is not None:
            yield one.end
