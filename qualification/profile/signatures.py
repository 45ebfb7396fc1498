"""Who signs a message, as what, for whom? "Ana Ruiz, Directora de Operaciones, Acme S.L."

Only what has the form of a signature counts: at the end, a name in capitals, then a position, then
perhaps a company. A name alone is no signature, nor is one that a sentence leads to.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qualification.normalise import read_contact
from qualification.normalise.names import FIRST, HEADS, SMALL, common_words
from qualification.normalise.tables.people import COMPANY_ENDINGS, TITLE_JOINS, TITLE_MODIFIERS
from qualification.normalise.text import fold, word_set
from qualification.values import Contact, ContactKind, Language, Span

LONGEST = 300
"""Characters of a signature."""
MOST_LINES = 8
MOST_WORDS = 8
_CLOSINGS = (
    r"(?:muchas )?gracias(?: y)?(?: (?:un )?(?:cordial )?saludos?)?",
    r"gracias por [^.\n]{0,40},?",
    r"(?:un )?(?:cordial )?saludos?(?: cordial(?:es)?)?",
    r"un abrazo",
    r"atentamente",
    r"atte",
    r"(?:many )?thanks(?: a lot)?",
    r"thank you",
    r"cheers",
    r"(?:best|kind|warm)(?: regards| wishes)?",
    r"regards",
    r"sincerely",
    r"yours(?: sincerely| truly)?",
    r"--+",
)
_CLOSING = re.compile(
    rf"(?:^|(?<=[.!?\n])\s*)(?:{'|'.join(_CLOSINGS)})[ \t]*[,.!\n:-]+\s*", re.IGNORECASE
)
_BLANK = re.compile(r"\n[ \t]*\n\Z")
_BETWEEN = re.compile(r"\s*(?:[,|·•\n]|\s[–—-]\s)\s*")
_WORKS_FOR = re.compile(r"\s+(?:en|at|@)\s+(?=[A-ZÁÉÍÓÚÑ])")
_NO_COMPANY = re.compile(
    r"@|www\.|https?:|\d{5}|^(?:tel|m[oó]vil|mobile|phone|fax)\b", re.IGNORECASE
)
_LEGAL = word_set(COMPANY_ENDINGS)
_OF_TITLES = word_set(f"{TITLE_JOINS} {TITLE_MODIFIERS}")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs; all spans are of the whole text."""

    name: Contact
    title: Contact
    company: Contact | None
    marked: bool
    """A closing or an empty line stands before it; otherwise it may tell of somebody else."""

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Its data."""
        return tuple(one for one in (self.name, self.title, self.company) if one is not None)


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the signature between two commas or lines."""

    text: str
    start: int

    def span(self) -> Span:
        return self.start, self.start + len(self.text)


def read_signature(text: str, language: Language) -> Signature | None:
    """The signature that a text ends with; None for one without."""
    for start, marked in _beginnings(text):
        parts = tuple(_parts(text, start))
        if len(parts) < 2 or not _is_name(parts[0], language):
            continue
        title, employer = _title(parts[1])
        if title is None:
            continue
        company = employer or (_company(parts[2:]) if len(parts) > 2 else None)
        return Signature(_contact("name", parts[0]), title, company, marked)
    return None


def _beginnings(text: str) -> Iterator[tuple[int, bool]]:
    """Where a signature may begin, and whether it is marked as one: after a closing, or with one of
    the last lines.
    """
    tail = max(0, len(text) - LONGEST)
    for closing in _CLOSING.finditer(text, tail):
        yield closing.end(), True
    lines = [match.start() for match in re.finditer(r"(?m)^(?=[^\n])", text)]
    for start in lines[-MOST_LINES:]:
        if start >= tail and not text[:start].rstrip().endswith(":"):
            yield start, _BLANK.search(text, tail, start) is not None


def _parts(text: str, start: int) -> Iterator[_Part]:
    position = start
    for mark in _BETWEEN.finditer(text, start):
        if text[position : mark.start()].strip():
            yield _Part(text[position : mark.start()], position)
        position = mark.end()
    rest = text[position:].rstrip(" \n\t.") if text[position:].count(".") == 1 else text[position:]
    if rest.strip():
        yield _Part(rest.rstrip(), position)


def _is_name(part: _Part, language: Language) -> bool:
    words = part.text.split()
    written = all(word[0].isupper() for word in words if fold(word) not in SMALL)
    known = len(words) > 1 or fold(part.text) in FIRST
    read = read_contact(part.text, language, asked="name") if written and known else ()
    return any(one.kind == "name" and one.span == (0, len(part.text)) for one in read)


def _title(part: _Part) -> tuple[Contact | None, Contact | None]:
    """The position, and the company that is named with it ("Head of Sales at Acme")."""
    found = _WORKS_FOR.search(part.text)
    own = part if found is None else _Part(part.text[: found.start()], part.start)
    words = fold(own.text).replace("/", " ").split()
    if not HEADS.intersection(words) or len(words) > MOST_WORDS:
        return None, None
    if common_words().intersection(words) - _OF_TITLES:
        return None, None
    title = _contact("job_title", own)
    if found is None:
        return title, None
    return title, _company([_Part(part.text[found.end() :], part.start + found.end())])


def _company(parts: Sequence[_Part]) -> Contact | None:
    first = parts[0]
    if not first.text[0].isupper() or _NO_COMPANY.search(first.text):
        return None
    if len(first.text.split()) > MOST_WORDS or HEADS.intersection(fold(first.text).split()):
        return None
    if len(parts) > 1 and fold(parts[1].text).replace(".", "") in _LEGAL:
        text, start = f"{first.text}, {parts[1].text}", first.start
        return Contact("company", text, (start, parts[1].span()[1]))
    return _contact("company", first)


def _contact(kind: ContactKind, part: _Part) -> Contact:
    return Contact(kind, " ".join(part.text.split()), part.span())
