"""How is a brief shown where there is only plain text? In a note, and in one SMS. PURE."""

import unicodedata
from collections.abc import Iterator

from qualification.brief.sections import Section, one_line, sections_of, text_of
from qualification.brief.wording import WORDS
from qualification.segments import plainer, segments

_TITLES_OF_NEXT = frozenset(words["title.next"] for words in WORDS.values())
_CUT = "..."
_NARROW = 80
"""So many of one character are one segment if it is in the SMS alphabet, and two if not."""


def as_text(headline: str, text: str, most: int | None = None) -> str:
    """Headline and sections; of at most so many characters, whole points left out at the end."""
    whole = f"{one_line(headline)}\n\n{text_of(sections_of(text))}".strip()
    if most is None or len(whole) <= most:
        return whole
    lines = whole.split("\n")
    while lines and (lines[-1].endswith(":") or len("\n".join([*lines, "…"])) > most):
        lines.pop()
    return "\n".join([*lines, "…"]) if lines else one_line(whole, most)


def as_sms(headline: str, text: str, link: str = "") -> str:
    """Who it is, how they stand and what to do, in one segment where that can be; the link is
    never cut.
    """
    ending = f" {link}" if link else ""
    said = [one for part in (headline, *_next_step(text)) if (one := _in_alphabet(part))]
    for parts in range(len(said), 0, -1):
        whole = ". ".join(one.rstrip(".") for one in said[:parts]) + ending
        if segments(whole) <= 1:
            return whole
    cut = said[0] if said else ""
    while cut and segments(f"{cut}{_CUT}{ending}") > 1:
        cut = cut[:-1].rstrip()
    return f"{cut}{_CUT}{ending}".strip() if cut else ending.strip()


def _next_step(text: str) -> Iterator[str]:
    for section in sections_of(text):
        if section.title in _TITLES_OF_NEXT:
            yield from section.lines[:1]


def _in_alphabet(text: str) -> str:
    """The text in the characters of an SMS: accents that it lacks are left out, and symbols;
    letters of another script stay, for nothing stands for them.
    """
    return one_line("".join(map(_narrow, one_line(text).replace("…", _CUT))))


def _narrow(character: str) -> str:
    plain = plainer(character * _NARROW)
    if segments(plain) <= 1:
        return plain[:1]
    bare = unicodedata.normalize("NFKD", character)[:1]
    if bare != character and segments(bare * _NARROW) == 1:
        return bare
    return character if character.isalnum() else " "


def shown_sections(text: str) -> tuple[Section, ...]:
    """The sections of a kept text that have anything in them."""
    return tuple(one for one in sections_of(text) if one.lines or one.points)
