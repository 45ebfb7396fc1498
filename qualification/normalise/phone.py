"""Which telephone numbers does a text hold? E.164, by the region and language people write in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import phonenumbers

from qualification.normalise.numerals import read_numeral
from qualification.normalise.tables.people import (
    NOT_PHONES,
    PHONE_CONTEXT,
    REGIONS,
    SPOKEN_PAUSES,
    SPOKEN_TIMES,
    SPOKEN_ZEROS,
)
from qualification.normalise.text import Token, by_phrase, word_set
from qualification.normalise.vocabulary import Vocabulary, vocabulary
from qualification.values import Contact, Language, Span

MOST = 5
FEWEST_FIGURES, MOST_FIGURES = 7, 15
INTERNATIONAL = 11
"""Figures of a number with its country's prefix."""
NEAR = 4
"""How many words before the figures say what they are."""
ENOUGH = 400
"""Words of a message in which a telephone is given."""
TENS, THOUSAND = 20, 1000
_RUN = re.compile(r"(?:\+\s?|\(\+?)?\d(?:[ \t().\-/]{0,3}\d){5,24}")
_OTHER = re.compile(
    r"""\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}  # a date
    | \d{3}-\d{2}-\d{4}                # a social security number
    | \d+\.\d{6,}                      # a fraction
    | .*\(.*\(.*                        # arithmetic""",
    re.VERBOSE,
)
_EXTENSION = re.compile(r"-\d{1,4}$")
CONTEXT = word_set(PHONE_CONTEXT)
REFUSED = word_set(NOT_PHONES)
PAUSES = word_set(SPOKEN_PAUSES)
TIMES = by_phrase(SPOKEN_TIMES)


def phones(
    text: str, tokens: Sequence[Token], region: str, language: Language, *, asked: bool
) -> list[Contact]:
    """The numbers that are valid, or plausible where a telephone is being given."""
    found: list[Contact] = []
    tokens = tokens[:ENOUGH]
    given = asked or not CONTEXT.isdisjoint(token.text for token in tokens)
    runs = [*_written(text)]
    if given and not runs:
        runs = [*_Spoken(tokens, language).runs()]
    for figures, span in runs[: 2 * MOST]:
        before = [token.text for token in tokens if token.end <= span[0]][-NEAR:]
        if not REFUSED.isdisjoint(before) or "#" in before[-1:]:
            continue
        sure = asked or not CONTEXT.isdisjoint(before)
        if number := _e164(figures, (region, *REGIONS[language]), sure):
            found.append(Contact("phone", number, span))
    return found[:MOST]


def _written(text: str) -> Iterator[tuple[str, Span]]:
    for match in _RUN.finditer(text):
        start, end = match.span()
        figures = sum(character.isdigit() for character in match[0])
        before = "" if match[0][0] == "+" else text[start - 1 : start]
        touching = before + text[end : end + 1]
        if not FEWEST_FIGURES <= figures <= MOST_FIGURES or any(c.isalnum() for c in touching):
            continue
        if touching.strip("().,;:!?¡¿'\" \n\t") and touching[:1] in "#-.,@_":
            continue
        if not _OTHER.fullmatch(match[0]):
            yield match[0], (start, end)


@cache
def _zeros(language: Language) -> frozenset[str]:
    return word_set(SPOKEN_ZEROS[language])


@dataclass(frozen=True, slots=True)
class _Spoken:
    """ "Seis cero cero, doce, treinta y cuatro", "oh seven double seven": figures in words."""

    tokens: Sequence[Token]
    language: Language

    def runs(self) -> Iterator[tuple[str, Span]]:
        """The stretches of figures in words that nothing but a pause interrupts."""
        figures, first, last = "", 0, 0
        index = 0
        while index <= len(self.tokens):
            said = self._figures(index, first=not figures) if index < len(self.tokens) else None
            if said is not None:
                first = first if figures else index
                figures, index = figures + said[0], said[1]
                last = index - 1
            elif figures and index < len(self.tokens) and self.tokens[index].text in PAUSES:
                index += 1
            else:
                if FEWEST_FIGURES <= len(figures) <= MOST_FIGURES:
                    yield figures, (self.tokens[first].start, self.tokens[last].end)
                figures, index = "", index + 1

    def _figures(self, index: int, *, first: bool) -> tuple[str, int] | None:
        """The figures said here, and the index after them."""
        words: Vocabulary = vocabulary(self.language)
        text = self.tokens[index].text
        following = self.tokens[index + 1].text if index + 1 < len(self.tokens) else ""
        if first and text in ("mas", "plus", "+"):
            return "+", index + 1
        if text.isdigit() or text in _zeros(self.language):
            return (text if text.isdigit() else "0"), index + 1
        if text in TIMES:
            digit = self._figures(index + 1, first=False) if following else None
            if digit and len(digit[0]) == 1:
                return digit[0] * TIMES[text], digit[1]
            return None
        value = words.small.get(text)
        if value is None:
            return None
        if words.scales.get(following) == 100:
            return f"{value}00", index + 2
        numeral = read_numeral(words, self.tokens, index) if value >= TENS else None
        if numeral is not None and numeral.value < THOUSAND:
            return str(numeral.value), numeral.after
        return str(value), index + 1


def _e164(figures: str, regions: Sequence[str], sure: bool) -> str | None:
    """The number in the first region where it is valid; only a sure one may be doubtful."""
    if figures.startswith("00"):
        figures = "+" + figures[2:]
    figures = figures.replace("(0)", "")
    digits = "".join(character for character in figures if character.isdigit())
    hinted = regions if sure or len(digits) < len(figures) else regions[:1]
    tries = [(figures, region) for region in hinted]
    if figures.startswith("+") and _EXTENSION.search(figures):
        tries.append((_EXTENSION.sub("", figures), regions[0]))
    if sure and len(digits) >= INTERNATIONAL:
        tries.append(("+" + digits, regions[0]))
    numbers = [number for one in tries if (number := _parsed(*one))]
    good = [number for number in numbers if phonenumbers.is_valid_number(number)]
    if sure:
        good += [number for number in numbers if _is_whole(number)]
    return (
        phonenumbers.format_number(good[0], phonenumbers.PhoneNumberFormat.E164) if good else None
    )


def _is_whole(number: phonenumbers.PhoneNumber) -> bool:
    """Whether it is as long as its country's numbers are, their area code included."""
    possible = phonenumbers.is_possible_number_with_reason(number)
    return possible == phonenumbers.ValidationResult.IS_POSSIBLE


def _parsed(figures: str, region: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(figures, region)
    except phonenumbers.NumberParseException:
        return None
