"""Do they ask about another of our product lines, besides the one they talk about? PURE.

"In fact I also wanted to ask about renovations" is not answered by the script of another line, nor
lost: it goes to sales as an open question. Who only says what they do ("we are a renovation
company") asks nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from agent.cues import words
from agent.reading import Aside, Reading
from agent.sentences import Sentence, denies, sentences_of
from qualification.normalise.choice import read_choice
from qualification.normalise.text import find_phrase, fold
from qualification.reception import name, option_of, phrases
from qualification.script import Script
from qualification.signals import Signal
from qualification.values import LANGUAGES, Language

_BESIDES = re.compile(
    r"\b(?:tambien|ademas|por cierto|de paso|otra cosa|aparte|ya que|igualmente|"
    r"also|besides|by the way|btw|another thing|as well|too|in addition|apart from that)\b"
)
_WISH = re.compile(
    r"\b(?:qui(?:ero|siera|sieramos|eren)|quer(?:ria|riamos|emos|ia|iamos)|interesa(?:n|ria|rian)?|"
    r"interesad[oa]s?|busc(?:o|amos|ando)|necesit(?:o|amos|aria|ariamos)|pregunt(?:ar|aba|o)\w*|"
    r"consult(?:ar|aba|a)\w*|saber|informacion|gustaria|haria falta|"
    r"want(?:ed)?|d like|would like|interested|looking (?:for|into)|need|ask(?:ing)?|enquire|"
    r"inquire|know|information|info|curious|wonder(?:ing|ed)?)\b"
)
_OFFER = re.compile(
    r"\b(?:hac(?:en|eis|es)|tien(?:en|es)|teneis|ofrec(?:en|eis|es)|vend(?:en|eis|es)|"
    r"trabaj(?:an|ais)|llev(?:an|ais)|cuanto|precio|"
    r"do you|you guys|offer|sell|have|how much|price)\b"
)
_ABOUT_US = re.compile(
    r"\b(?:somos|soy|trabaj(?:o|amos)|nos dedicamos|me dedico|vendemos|hacemos|empresa de|"
    r"negocio de|sector|clientes?|"
    r"we are|we re|i am a|i m a|(?:i|we) (?:\w+ly |also |only )?(?:work|sell|do|make|offer)|"
    r"company that|business|firm|"
    r"industry|customers?|clients?)\b"
)
"""What stands before the words for a line, where they tell what the prospects do themselves."""


@dataclass(frozen=True, slots=True)
class Line:
    """Another product line of ours, and how people say it."""

    names: Mapping[Language, str]
    phrases: tuple[str, ...]


def other_lines(script: Script, scripts: Sequence[Script]) -> Mapping[str, Line]:
    """The product lines beside the one of this script, without the words that both have."""
    own = {fold(phrase) for one in LANGUAGES for phrase in phrases(script, one)}
    found = {}
    for other in scripts:
        theirs = tuple(
            phrase
            for language in LANGUAGES
            for phrase in phrases(other, language)
            if fold(phrase) not in own
        )
        if other.script != script.script and theirs:
            names = {language: name(other, language) for language in LANGUAGES}
            found[option_of(other.script)] = Line(names, tuple(dict.fromkeys(theirs)))
    return found


def with_aside(
    reading: Reading,
    script: Script,
    texts: Sequence[str],
    lines: Mapping[str, Line],
    language: Language,
    *,
    open_words: bool,
    any_mention: bool,
) -> Reading:
    """The reading, with what they ask about other lines of ours.

    `open_words`: the pending question is answered in words, so that a wish alone may be its answer;
    `any_mention`: they had not said yet which line they mean, so whatever they name they want.
    """
    options = {key: line.phrases for key, line in lines.items()}
    own = {"own": [one for spoken in LANGUAGES for one in phrases(script, spoken)]}
    meant: dict[str, str] = {}
    for sentence in _sentences(texts):
        named = [one.option for one in read_choice(sentence.text, options)]
        if not named or denies(sentence):
            continue
        asked = _asks_for(
            sentence, open_words=open_words, both=bool(read_choice(sentence.text, own))
        )
        if asked or any_mention:
            meant |= {key: sentence.text.strip() for key in named if key not in meant}
    if not meant:
        return reading
    quotes = tuple(dict.fromkeys(meant.values()))
    said = joined_with_and([lines[key].names[language] for key in meant], language)
    return replace(
        reading,
        aside=Aside(said, " ".join(quotes)),
        signals=reading.signals | {Signal.QUESTION},
        question=None if _said_in(reading.question, quotes) else reading.question,
        facts=tuple(one for one in reading.facts if _asked_elsewhere(script, one, texts, quotes)),
    )


def joined_with_and(names: Sequence[str], language: Language) -> str:
    """ "one, two and three"."""
    *others, last = names
    word = {"es": "y", "en": "and"}[language]
    return f"{', '.join(others)} {word} {last}" if others else last


def _said_in(question: str | None, quotes: Sequence[str]) -> bool:
    """Whether a question is what they ask aside, or a part of it."""
    asked = words(fold(question or ""))
    if _BESIDES.fullmatch(asked):  # "by the way" alone, which the question follows
        return True
    return any(asked in said or said in asked for said in (words(fold(one)) for one in quotes))


def _sentences(texts: Sequence[str]) -> Iterator[Sentence]:
    for text in texts:
        yield from sentences_of(text, fold(text))


def _asks_for(sentence: Sentence, *, open_words: bool, both: bool) -> bool:
    """Whether a sentence that names another line asks for it: besides, as a question to us, or as a
    wish where no answer in words is waited for.
    """
    said = words(sentence.folded)
    besides, wish = _BESIDES.search(said), _WISH.search(said)
    about_us = _ABOUT_US.search(said)
    if about_us and not (besides and wish and about_us.start() > wish.start()):
        return False
    if besides and (wish or sentence.asks or _OFFER.search(said)):
        return True
    if sentence.asks and _OFFER.search(said):
        return not both
    return bool(wish) and not open_words and not both


def _asked_elsewhere(
    script: Script, fact: str, texts: Sequence[str], quotes: Sequence[str]
) -> bool:
    """Whether a fact is asked about besides: the price of another line is not ours to tell."""
    left = " ".join(texts)
    for quote in quotes:
        left = left.replace(quote, " ")
    known, folded = script.fact(fact), fold(left)
    topics = [topic for some in known.topics.values() for topic in some] if known else []
    return any(find_phrase(folded, topic) is not None for topic in topics)
