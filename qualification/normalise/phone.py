"""Which telephone numbers does a text hold? E.164 with the help of the region people write from."""

import re
from collections.abc import Iterator, Sequence

import phonenumbers

from qualification.normalise.tables.people import NOT_PHONES, PHONE_CONTEXT
from qualification.normalise.text import Token, fold
from qualification.normalise.vocabulary import Vocabulary
from qualification.values import Contact, Span

MOST = 5
FEWEST_FIGURES, MOST_FIGURES = 7, 15
NEAR = 4
"""How many words before the figures say what they are."""
_RUN = re.compile(r"(?:\+\s?|\(\+?)?\d(?:[ \t().\-/]{0,3}\d){5,24}")
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")
_SOCIAL = re.compile(r"\d{3}-\d{2}-\d{4}")
CONTEXT = frozenset(fold(PHONE_CONTEXT).split())
REFUSED = frozenset(fold(NOT_PHONES).split())


def phones(
    text: str, tokens: Sequence[Token], region: str, words: Vocabulary, *, asked: bool
) -> list[Contact]:
    """The numbers that are valid, or plausible where a telephone is being given."""
    found: list[Contact] = []
    runs = [*_written(text)]
    if asked and not runs:
        runs = [*_spoken(tokens, words)]
    for figures, span in runs[: 2 * MOST]:
        before = [t.text for t in tokens if t.end <= span[0]][-NEAR:] if len(tokens) < 400 else []
        if not REFUSED.isdisjoint(before) or "#" in before[-1:]:
            continue
        sure = asked or not CONTEXT.isdisjoint(before)
        if number := _e164(figures, region, sure):
            found.append(Contact("phone", number, span))
    return found[:MOST]


def _written(text: str) -> Iterator[tuple[str, Span]]:
    for match in _RUN.finditer(text):
        start, end = match.span()
        figures = sum(character.isdigit() for character in match[0])
        touching = text[start - 1 : start] + text[end : end + 1]
        if not FEWEST_FIGURES <= figures <= MOST_FIGURES or any(c.isalnum() for c in touching):
            continue
        if touching.strip("().,;:!?¡¿'\" \n\t") and touching[:1] in "#-.,@_":
            continue
        if _DATE.fullmatch(match[0]) or _SOCIAL.fullmatch(match[0]):
            continue
        yield match[0], (start, end)


def _spoken(tokens: Sequence[Token], words: Vocabulary) -> Iterator[tuple[str, Span]]:
    """ "Seis uno dos, treinta y cuatro, ...": figures said one by one or in pairs."""
    figures, first, last = "", -1, -1
    index = 0
    while index < len(tokens) and len(figures) <= MOST_FIGURES:
        text = tokens[index].text
        value = words.small.get(text)
        unit = words.small.get(tokens[index + 2].text) if index + 2 < len(tokens) else None
        if text in ("mas", "plus", "+") and not figures:
            said = "+"
        elif (
            value is not None
            and value >= 20
            and unit
            and unit < 10
            and tokens[index + 1].text in ("y", "-")
        ):
            said, index = str(value + unit), index + 2
        elif value is not None:
            said = str(value)
        elif tokens[index].is_number and text.isdigit():
            said = text
        else:
            index += 1
            continue
        figures += said
        first, last = (index if first < 0 else first), index
        index += 1
    if len(figures) >= FEWEST_FIGURES:
        yield figures, (tokens[first].start, tokens[last].end)


def _e164(figures: str, region: str, sure: bool) -> str | None:
    if figures.startswith("00"):
        figures = "+" + figures[2:]
    try:
        number = phonenumbers.parse(figures.replace("(0)", ""), region)
    except phonenumbers.NumberParseException:
        return None
    good = phonenumbers.is_valid_number(number) or (
        sure and phonenumbers.is_possible_number(number)
    )
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if good else None
