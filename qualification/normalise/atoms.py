"""What in a text could be part of a time? Turns tokens into atoms for the grammar of times."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache

from qualification.normalise.days import Stretch, feasts
from qualification.normalise.numerals import Vocabulary, read_numeral, vocabulary
from qualification.normalise.tables import time_en, time_es
from qualification.normalise.tables.time_shape import TimeWords
from qualification.normalise.text import Phrases, Token, fold, listed
from qualification.values import Language


@dataclass(frozen=True, slots=True)
class Partial:
    """A date as said, before it is known which year, month or week is meant."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of days that was meant; None is open on that side."""

    start: date | None
    end: date | None
    unit: str = "day"
    approximate: bool = False
    partial: Partial | None = None
    asap: bool = False
    unhurried: bool = False

    @property
    def stretch(self) -> Stretch:
        start = self.start or date.min
        return Stretch(start, self.end or start, self.unit)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; `most` is its upper end when two were said ("2 or 3 months")."""

    months: int = 0
    days: int = 0
    minutes: int = 0
    unit: str = "day"
    approximate: bool = False
    most: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Atom:
    """A word or phrase with every role it can play; capitals name roles that carry a value."""

    first: int
    after: int
    roles: frozenset[str]
    month: int = 0
    weekday: int = 0
    unit: str = ""
    season: str = ""
    part: str = ""
    ordinal: int = 0
    count: Decimal = Decimal(0)
    days_away: int = 0
    feast: tuple[str, int] = ("", 0)
    hour: int = 0
    partial: Partial | None = None
    when: When | None = None
    duration: Duration | None = None
    weak: bool = False

    @property
    def number(self) -> int:
        return int(self.count)


LEAP_YEAR = 2000
BLANK = Atom(0, 0, frozenset())
MARKS = {",": ",", "-": "dash", "~": "dash", "/": "dash", "=": "equals", "@": "at_in"}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The phrases of both languages as one language's speaker means them."""

    phrases: Phrases[Atom]
    numerals: Vocabulary
    endings: frozenset[str]
    day_first: bool


@cache
def lexicon(language: Language) -> Lexicon:
    """Built once per language."""
    own, other = time_es.TIMES, time_en.TIMES
    if language == "en":
        own, other = other, own
    mine, theirs = _entries(own), _entries(other)
    for homograph in listed(other.homographs):
        theirs.pop(homograph, None)
    names = {fold(name): Atom(0, 0, frozenset({"FEAST"}), feast=which) for name, which in feasts()}
    return Lexicon(
        Phrases(names, mine, theirs),
        vocabulary(language),
        frozenset((own.ordinal_endings + " st nd rd th").split()),
        language == "es",
    )


def _entries(words: TimeWords) -> dict[str, Atom]:
    found: dict[str, Atom] = {}

    def add(phrases: str, role: str, **values: object) -> None:
        for phrase in listed(phrases):
            atom = found.get(phrase, BLANK)
            found[phrase] = replace(atom, roles=atom.roles | {role}, **values)  # type: ignore[arg-type]

    for number, phrases in words.months.items():
        add(phrases, "MONTH", month=number)
    for number, phrases in words.weekdays.items():
        add(phrases, "WEEKDAY", weekday=number)
    for number, phrases in words.days_away.items():
        add(phrases, "AWAY", days_away=number)
    for number, phrases in words.ordinals.items():
        add(phrases, "ORD", ordinal=number)
    for unit, phrases in words.units.items():
        add(phrases, "UNIT", unit=unit)
    for season, phrases in words.seasons.items():
        add(phrases, "SEASON", season=season)
    for part, phrases in words.parts.items():
        add(phrases, "PART", part=part)
    for role, phrases in words.roles.items():
        add(phrases, role)
    add(words.clock, "CLOCK")
    add(words.ignored, "ignored")
    for phrase in listed(words.alone):
        atom = found.get(phrase, BLANK)
        found[phrase] = replace(atom, roles=atom.roles | {"alone"}, weak=True)
    for phrase in listed(words.weak):
        found[phrase] = replace(found.get(phrase, BLANK), weak=True)
    return found


_DATES = (
    re.compile(r"(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?P<a>\d{1,2})(?P<s>[-/.])(?P<b>\d{1,2})(?P=s)(?P<y>\d{4}|\d{2})(?!\d)"),
    re.compile(r"(?P<a>\d{1,2})/(?P<b>\d{1,2})(?![\d/])"),
    re.compile(r"(?P<m>\d{1,2})[/-](?P<y>20\d\d)(?![\d/-])"),
    re.compile(r"(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)"),
)
_HOUR = re.compile(
    r"(?P<h>\d{1,2})(?:[:. ]\d{2}(?::\d{2})?)?(?:\s?(?P<half>[ap])\.?\s?m\b\.?|(?P<letter>[ap])\b)"
    r"|(?P<hour>\d{1,2})(?::\s?\d{2}(?::\d{2}(?:\.\d+)?)?|h\d{2})(?:\s?h(?:rs?|s)?\b)?(?!\w)"
    r"|(?P<h_only>\d{1,2})h\b"
)


def atoms_of(folded: str, tokens: Sequence[Token], words: Lexicon) -> list[Atom]:
    """The atoms in order; everything else becomes one atom without roles per gap."""
    found: list[Atom] = []
    index = 0
    while index < len(tokens):
        atom = _atom(folded, tokens, index, words)
        if atom is not None:
            found.append(atom)
            index = atom.after
            continue
        if not found or found[-1].roles:
            found.append(Atom(index, index + 1, frozenset()))
        index += 1
    return _without_weak(_with_ordinals(found), tokens)


def _atom(folded: str, tokens: Sequence[Token], index: int, words: Lexicon) -> Atom | None:
    token = tokens[index]
    if token.text in MARKS:
        return Atom(index, index + 1, frozenset({MARKS[token.text]}))
    if (named := _word_with_figure(tokens, index)) is not None:
        return named
    found = words.phrases.at(tokens, index)
    if found is not None:
        return replace(found[0], first=index, after=found[1])
    if token.is_number:
        return (
            _date(folded, tokens, index, words)
            or _ordinal(tokens, index, words)
            or _hour(folded, tokens, index)
            or _figure(tokens, index, words)
        )
    return _number(tokens, index, words)


def _tokens_to(tokens: Sequence[Token], index: int, end: int) -> int:
    while index < len(tokens) and tokens[index].start < end:
        index += 1
    return index


def _date(folded: str, tokens: Sequence[Token], index: int, words: Lexicon) -> Atom | None:
    token = tokens[index]
    before = tokens[index - 1] if token.glued else token
    if token.glued and before.text[-1].isalnum():
        return None
    chained = before.text if before.glued and tokens[index - 2].is_number else ""
    for pattern in _DATES:
        match = pattern.match(folded, token.start)
        if match is None or (chained and chained in match[0]):
            continue
        partial = _written_date(match.groupdict(), words.day_first)
        if partial is not None:
            after = _tokens_to(tokens, index, match.end())
            return Atom(index, after, frozenset({"LITERAL"}), partial=partial
            )
    return None


def _written_date(parts: dict[str, str | None], day_first: bool) -> Partial | None:
    year = int(parts["y"] or 0) if parts.get("y") else None
    if year is not None and year < 100:
        year += 2000
    if parts.get("a"):
        one, two = int(parts["a"] or 0), int(parts["b"] or 0)
        number, which = (two, one) if day_first else (one, two)
        if number > 12:
            number, which = which, number
    else:
        number, which = int(parts["m"] or 0), int(parts.get("d") or 0)
    if not 1 <= number <= 12 or (year is not None and not 1900 <= year <= 2199):
        return None
    if "d" not in parts and "a" not in parts:
        return Partial(year, number)
    longest = monthrange(year or LEAP_YEAR, number)[1]
    return Partial(year, number, which) if 1 <= which <= longest else None


def _hour(folded: str, tokens: Sequence[Token], index: int) -> Atom | None:
    token = tokens[index]
    match = _HOUR.match(folded, token.start)
    if match is None or (token.glued and tokens[index - 1].text[-1] in "-/.:"):
        return None
    hour = int(match["h"] or match["hour"] or match["h_only"])
    if hour > 24:
        return None
    if "p" in (match["half"], match["letter"]) and hour < 12:
        hour += 12
    after = _tokens_to(tokens, index, match.end())
    return Atom(index, after, frozenset({"CLOCK", "HOUR"}), hour=hour % 24
    )


def _ordinal(tokens: Sequence[Token], index: int, words: Lexicon) -> Atom | None:
    """Figures with an ending: 21st, 4ª."""
    token, following = tokens[index], tokens[index + 1 : index + 2]
    if not (following and following[0].glued and following[0].text in words.endings):
        return None
    if not token.text.isdigit() or len(token.text) > 3:
        return None
    value = int(token.text)
    roles = frozenset({"ORD", "ORDFIG"} if 1 <= value <= 31 else {"ORD"})
    return Atom(index, index + 2, roles, ordinal=value)


def _figure(tokens: Sequence[Token], index: int, words: Lexicon) -> Atom | None:
    """A number in figures: a count, a day or a year; not an amount of money."""
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    before = tokens[index - 1].text if index else ""
    if before in ("$", "€", "£", "#") or (following and following.text in ("%", "€", "$", "£")):
        return None
    if token.glued and before.isalpha():
        return None
    if following and following.text == "q" and following.glued and token.text in ("1", "2", "3", "4"):
        return _quarter(index, index + 2, int(token.text))
    return _number(tokens, index, words)


def _number(tokens: Sequence[Token], index: int, words: Lexicon) -> Atom | None:
    token = tokens[index]
    if token.text in words.numerals.ones or token.text in words.numerals.lone_ones:
        roles = {"COUNT", "ONE"} | ({"DAY"} if token.text == "uno" else set())
        numeral = read_numeral(words.numerals, tokens, index)
        if numeral is None or numeral.after == index + 1:
            one = Decimal(1)
            return Atom(index, index + 1, frozenset(roles), count=one
            )
    numeral = read_numeral(words.numerals, tokens, index)
    if numeral is None:
        return None
    roles = {"COUNT", "FIGURE" if token.is_number else "SPELLED"}
    value = numeral.value
    if value == value.to_integral_value():
        if 1 <= value <= 31 and numeral.scale == 1:
            roles |= {"DAY", "FREE"} if _stands_free(tokens, numeral.after) else {"DAY"}
        if 1950 <= value <= 2100 and token.text[:1] != "0":
            roles.add("YEAR")
    return Atom(index, numeral.after, frozenset(roles), count=value
    )


AFTER_A_DAY = frozenset("a de del y o por para and or at to hasta que si works is was como en".split())


def _stands_free(tokens: Sequence[Token], after: int) -> bool:
    """Whether no noun follows: "el 16", not "el 16 aniversario"."""
    following = tokens[after].text if after < len(tokens) else ""
    return not (following.isalpha() or following == "%") or following in AFTER_A_DAY


ENDS_OF = {
    "eom": ("end", "month"), "eoq": ("end", "quarter"), "eoy": ("end", "year"),
    "bom": ("begin", "month"), "boq": ("begin", "quarter"), "boy": ("begin", "year"),
    "eow": ("end", "week"),
}  # fmt: skip


def _word_with_figure(tokens: Sequence[Token], index: int) -> Atom | None:
    """ "Q3", "T3", "H1", "S2" and "EOM"."""
    word = tokens[index].text
    if word in ENDS_OF:
        part, unit = ENDS_OF[word]
        return Atom(index, index + 1, frozenset({"ENDOF"}), part=part, unit=unit
        )
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if word not in ("q", "t", "h", "s") or following is None or not following.glued:
        return None
    if following.text not in ("1", "2", "3", "4")[: 4 if word in "qt" else 2]:
        return None
    if word in "qt":
        return _quarter(index, index + 2, int(following.text))
    return Atom(
        index,
        index + 2,
        frozenset({"QUARTER"}),
        ordinal=int(following.text),
        unit="half",
    )


def _quarter(first: int, after: int, number: int) -> Atom:
    return Atom(
        first, after, frozenset({"QUARTER"}), ordinal=number, unit="quarter"
    )


def _with_ordinals(atoms: list[Atom]) -> list[Atom]:
    """Joins "twenty" and "second", "trigésimo" and "primer"; an ordinal may name a day."""
    found: list[Atom] = []
    for atom in atoms:
        if "ORD" in atom.roles and 0 < atom.ordinal <= 31:
            atom = replace(atom, roles=atom.roles | {"DAY"}, count=Decimal(atom.ordinal))
            before = found[-1] if found else BLANK
            tens = before.ordinal or before.number
            spelled = "ORD" in before.roles or "SPELLED" in before.roles
            if atom.ordinal < 10 and spelled and tens in (20, 30) and before.after == atom.first:
                value = tens + atom.ordinal
                found[-1] = replace(
                    atom, first=before.first, ordinal=value, count=Decimal(value),
                    roles=frozenset({"ORD", "DAY"} if value <= 31 else {"ORD"}), weak=False,
                )  # fmt: skip
                continue
        found.append(atom)
    return found


BEFORE_WEAK = frozenset(
    "in of at_in by until before after next this last coming from between PART ORD DAY"
    " WEEKDAY dash starting every last_ordinal".split()
)
AFTER_WEAK = frozenset("DAY YEAR ORD next_after last_after WHEN".split())
TIMED = frozenset("MONTH WEEKDAY UNIT SEASON AWAY CLOCK PART".split())
THIS_TO = frozenset("to until till through thru hasta a y and of".split())


def _without_weak(atoms: list[Atom], tokens: Sequence[Token]) -> list[Atom]:
    """Takes the time out of words like "may", "sat" and "mar" where nothing beside them speaks of time."""
    alone = sum(bool(token.text[0].isalnum()) for token in tokens) == 1
    found: list[Atom] = []
    for index, atom in enumerate(atoms):
        if atom.weak and not alone and not _is_led(atoms, index, tokens):
            atom = replace(atom, roles=atom.roles - TIMED)
        found.append(atom)
    return found


def _is_led(atoms: Sequence[Atom], index: int, tokens: Sequence[Token]) -> bool:
    """Whether what stands beside an ambiguous word makes it a time."""
    atom, place = atoms[index], index - 1
    while place > 0 and not {"the", ","}.isdisjoint(atoms[place].roles):
        place -= 1
    before = atoms[place].roles if place >= 0 else frozenset[str]()
    following = atoms[index + 1].roles if index + 1 < len(atoms) else frozenset[str]()
    word = tokens[atom.after].text if atom.after < len(tokens) else ""
    if "alone" in atom.roles:
        return False
    if "UNIT" in atom.roles and "COUNT" in before:
        return True
    if "this" in before:
        return not word.isalpha() or word in THIS_TO
    if not AFTER_WEAK.isdisjoint(following):
        return True
    return not BEFORE_WEAK.isdisjoint(before)
