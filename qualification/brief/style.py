"""How does this person write, and so how do they like to be spoken to? Measured, never guessed:
every trait carries a count or their own words. PURE.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Literal, TypeAlias

from qualification.brief.facts import Spoken
from qualification.brief.manners import Manner, manners_in
from qualification.brief.private import is_private
from qualification.brief.sections import one_line
from qualification.brief.wishes import WISHES
from qualification.normalise import detect_language
from qualification.values import Language

Measured = Literal[
    "brief", "detailed", "emoji", "exclaims", "shouts", "asks", "figures", "prompt", "slow"
]
TraitKind: TypeAlias = Manner | Measured | Literal["spanish", "english", "both_languages"]

MOST_MESSAGES, MOST_CHARACTERS = 200, 4000
"""Messages looked at, and characters of each."""
LONGEST_QUOTE = 160
FEW_WORDS, MANY_WORDS = 3, 25
"""A median up to the one is brief, from the other detailed: of messages in chats that were looked
at, a tenth has three words or fewer, and a tenth more than twenty.
"""
SHORT = 8
"""Words that no message of somebody brief exceeds: half of all messages have no more, so that
alone says nothing of a person; who tells a story once can do so.
"""
A_LONG_TEXT = 60
"""Words of one message that is detailed by itself."""
PROMPT, SLOW = 90, 1800
"""Seconds."""
_ENOUGH, _ENOUGH_SHORT = 3, 4
"""Messages that show a habit; a name and an address are short whoever gives them."""
_WANTED: tuple[Manner, ...] = ("wants_formal", "wants_informal")
_SENTENCE = re.compile(r"(?:[^.!?…\n]|\.(?=\w))+[.!?…]*")
_EMOJI = re.compile(
    "[\U0001f300-\U0001faff\u2600-\u27bf\U0001f1e6-\U0001f1ff]|(?<!\\w)[:;]-?[)(DP](?!\\w)"
)
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing that they do: in `count` of `of` messages, or by `figure`; `quote` shows it."""

    kind: TraitKind
    count: int
    of: int
    figure: int | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class _Talk:
    """What is looked at."""

    messages: tuple[str, ...]
    sentences: tuple[tuple[str, ...], ...]
    """Of each message, those that may be quoted."""
    spoken: bool
    """By telephone: nobody types a mark or waits before they answer."""


def traits(said: Sequence[Spoken], channel: str) -> tuple[Trait, ...]:
    """What their messages show, the most telling first; nothing when they wrote nothing."""
    theirs = [one for one in said if one.author == "prospect" and one.own.strip()]
    theirs = theirs[-MOST_MESSAGES:]
    if not theirs:
        return ()
    talk = _Talk(
        messages=tuple(one.own[:MOST_CHARACTERS] for one in theirs),
        sentences=tuple(tuple(_quotable(one)) for one in theirs),
        spoken=channel == "voice",
    )
    wishes = list(_wishes(talk))
    short = any(one.kind == "point" for one in wishes)
    found = [*wishes, *_forms(talk), *([] if short else _length(talk)), *_words(talk)]
    if not talk.spoken:
        found += [*_marks(talk), *_pace(said)]
    return (*found, *_languages(talk))


def _quotable(message: Spoken) -> Iterator[str]:
    """Sentences that are their own words, and that may be shown: nothing private, nothing long."""
    for found in _SENTENCE.finditer(message.own[:MOST_CHARACTERS]):
        start, end = found.span()
        sentence = one_line(found[0])
        if message.text[start:end] == found[0] and 0 < len(sentence) <= LONGEST_QUOTE:
            yield sentence


def _where(talk: _Talk, shows: Callable[[str], bool]) -> tuple[int, str | None]:
    """In how many messages a sentence shows it, and the first that may be quoted."""
    count, quote = 0, None
    for sentences in talk.sentences:
        showing = [one for one in sentences if shows(one)]
        count += bool(showing)
        if quote is None:
            quote = next((one for one in showing if not is_private(one, strict=True)), None)
    return count, quote


def _manner(talk: _Talk, manner: Manner, least: int = 1) -> Iterator[Trait]:
    count, quote = _where(talk, lambda one: manner in manners_in(one))
    if count >= least and quote is not None:
        yield Trait(manner, count, len(talk.messages), quote=quote)


def _wishes(talk: _Talk) -> Iterator[Trait]:
    """How they say that they want to be dealt with: what they asked for goes before what they
    showed.
    """
    for wish in WISHES:
        yield from _manner(talk, wish)


def _forms(talk: _Talk) -> Iterator[Trait]:
    """Formal or not: whichever shows more often; nothing where they said which they want."""
    if any(list(_manner(talk, wish)) for wish in _WANTED):
        return
    both = [*_manner(talk, "formal"), *_manner(talk, "informal")]
    if len(both) == 2 and both[0].count == both[1].count:
        return
    yield from sorted(both, key=lambda one: one.count, reverse=True)[:1]


def _length(talk: _Talk) -> Iterator[Trait]:
    lengths = [len(one.split()) for one in talk.messages]
    middle = round(median(lengths))
    short = middle <= FEW_WORDS and max(lengths) <= SHORT
    if short and len(lengths) >= _ENOUGH_SHORT:
        yield Trait("brief", len(lengths), len(lengths), figure=middle)
    elif middle >= MANY_WORDS and (len(lengths) >= _ENOUGH or max(lengths) >= A_LONG_TEXT):
        yield Trait("detailed", len(lengths), len(lengths), figure=middle)


def _words(talk: _Talk) -> Iterator[Trait]:
    if not any(_manner(talk, "no_calls")):
        yield from _manner(talk, "reach")
    yield from _manner(talk, "irritated")
    yield from _manner(talk, "hurry")
    yield from _manner(talk, "careful")
    yield from list(_manner(talk, "bargain")) or _manner(talk, "price", least=2)
    asking, question = _where(talk, lambda one: "?" in one)
    if asking >= 2 and 3 * asking >= len(talk.messages) and question is not None:
        yield Trait("asks", asking, len(talk.messages), quote=_after_mark(question))
    figures = sum(any(letter.isdigit() for letter in one) for one in talk.messages)
    if figures >= 2 and 2 * figures >= len(talk.messages):
        yield Trait("figures", figures, len(talk.messages))
    yield from _manner(talk, "polite", least=2)
    yield from _manner(talk, "playful")


def _after_mark(question: str) -> str:
    """The question of a sentence, where its beginning is marked."""
    return question[max(0, question.find("¿")) :]


def _marks(talk: _Talk) -> Iterator[Trait]:
    of = len(talk.messages)
    emoji = sum(_EMOJI.search(one) is not None for one in talk.messages)
    if emoji:
        yield Trait("emoji", emoji, of)
    exclaiming = sum("!" in one for one in talk.messages)
    if exclaiming >= 2:
        yield Trait("exclaims", exclaiming, of)
    shouting = sum(_shouts(one) for one in talk.messages)
    if shouting >= 2:
        yield Trait("shouts", shouting, of)


def _shouts(text: str) -> bool:
    letters = "".join(_LETTERS.findall(text))
    return len(letters) >= 8 and letters.isupper()


def _pace(said: Sequence[Spoken]) -> Iterator[Trait]:
    """How soon they answer us, by the middle of the times that it took."""
    waits = [
        (after.at - before.at).total_seconds()
        for before, after in pairwise(said)
        if before.author == "us" and after.author == "prospect"
    ]
    if len(waits) < _ENOUGH:
        return
    middle = median(waits)
    if middle <= PROMPT:
        yield Trait("prompt", len(waits), len(waits), figure=max(1, round(middle)))
    elif middle >= SLOW:
        yield Trait("slow", len(waits), len(waits), figure=round(middle / 60))


def _languages(talk: _Talk) -> Iterator[Trait]:
    seen: dict[Language, int] = {"es": 0, "en": 0}
    for one in talk.messages:
        language = detect_language(one)
        if language is not None:
            seen[language] += 1
    total = seen["es"] + seen["en"]
    if not total:
        return
    less, more = sorted(seen.values())
    if less >= 2 or (less and 4 * less >= total):
        yield Trait("both_languages", more, total, figure=less)
    else:
        yield Trait("spanish" if seen["es"] > seen["en"] else "english", more, len(talk.messages))
