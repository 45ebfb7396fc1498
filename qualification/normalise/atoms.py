"""What in a text could be part of a time? Turns tokens into atoms for the grammar of times."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache

from qualification.normalise.days import Stretch, day, feasts, month
from qualification.normalise.numerals import Vocabulary, read_numeral, vocabulary
from qualification.normalise.tables import time_en, time_es
from qualification.normalise.tables.time_shape import TimeWords
from qualification.normalise.text import Phrases, Token, fold
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
    when: When | None = None
    duration: Duration | None = None
    weak: bool = False

    @property
    def number(self) -> int:
        return int(self.count)


BLANK = Atom(0, 0, frozenset())
MARKS = {",": ",", "-": "dash", "~": "dash", "/": "dash", "=": "equals"}


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
    for homograph in _listed(other.homographs):
        theirs.pop(homograph, None)
    names = {fold(name): Atom(0, 0, frozenset({"FEAST"}), feast=which) for name, which in feasts()}
    return Lexicon(
        Phrases(names, mine, theirs),
        vocabulary(language),
        frozenset((own.ordinal_endings + " " + other.ordinal_endings).split()),
        language == "es",
    )


def _listed(phrases: str) -> list[str]:
    return [fold(phrase.strip()) for phrase in phrases.split(",") if phrase.strip()]


def _entries(words: TimeWords) -> dict[str, Atom]:
    found: dict[str, Atom] = {}

    def add(phrases: str, role: str, **values: object) -> None:
        for phrase in _listed(phrases):
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
    for phrase in _listed(words.weak):
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
    r"(\d{1,2})(?:[:](\d{2})(?::\d{2}(?:\.\d+)?)?|[.](\d{2})(?=\s*[ap]\.?\s?m)|h(\d{2})?\b)?"
    r"\s*([ap])(?:\.?\s?m\b\.?|\b)|"
    r"(\d{1,2})(?::\s?(\d{2})(?::\d{2}(?:\.\d+)?)?|h(\d{2})?)(?:\s?h(?:rs|s)?)?(?!\w)"
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
            found.append(replace(BLANK, first=index, after=index + 1))
        index += 1
    return _without_weak(_with_ordinals(found), tokens)


def _atom(folded: str, tokens: Sequence[Token], index: int, words: Lexicon) -> Atom | None:
    token = tokens[index]
    if token.text in MARKS:
        return replace(BLANK, first=index, after=index + 1, roles=frozenset({MARKS[token.text]}))
    found = words.phrases.at(tokens, index)
    if found is not None:
        return replace(found[0], first=index, after=found[1])
    if token.is_number:
        return (
            _date(folded, tokens, index, words)
            or _hour(folded, tokens, index)
            or _figure(tokens, index, words)
        )
    return _word_with_figure(tokens, index) or _number(tokens, index, words)


def _tokens_to(tokens: Sequence[Token], index: int, end: int) -> int:
    while index < len(tokens) and tokens[index].start < end:
        index += 1
    return index


def _date(folded: str, tokens: Sequence[Token], index: int, words: Lexicon) -> Atom | None:
    token = tokens[index]
    if token.glued and (
        tokens[index - 1].text[-1].isalnum()
        or (index > 1 and tokens[index - 1].glued and tokens[index - 2].is_number)
    ):
        return None
    for pattern in _DATES:
        match = pattern.match(folded, token.start)
        if match is None:
            continue
        when = _written_date(match.groupdict(), words.day_first)
        if when is not None:
            after = _tokens_to(tokens, index, match.end())
            roles = frozenset({"WHEN", f"WHEN_{when.unit}"})
            return replace(BLANK, first=index, after=after, roles=roles, when=when)
    return None


def _written_date(parts: dict[str, str | None], day_first: bool) -> When | None:
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
        whole = month(year or 2000, number)
        return When(whole.start, whole.end, "month", partial=Partial(year, number))
    try:
        one_day = day(date(year or 2000, number, which))
    except ValueError:
        return None
    return When(one_day.start, one_day.end, partial=Partial(year, number, which))


def _hour(folded: str, tokens: Sequence[Token], index: int) -> Atom | None:
    token = tokens[index]
    match = _HOUR.match(folded, token.start)
    if match is None or (token.glued and tokens[index - 1].text[-1] in "-/.:"):
        return None
    hour = int(match[1] or match[6])
    if hour > 24 or (match[5] is None and not (match[7] or match[0].strip()[-1:] != token.text)):
        return None
    if match[5] == "p" and hour < 12:
        hour += 12
    after = _tokens_to(tokens, index, match.end())
    return replace(
        BLANK, first=index, after=after, roles=frozenset({"CLOCK", "HOUR"}), hour=hour % 24
    )


def _figure(tokens: Sequence[Token], index: int, words: Lexicon) -> Atom | None:
    """A number in figures: a count, a day, a year or, with an ending, an ordinal."""
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    before = tokens[index - 1].text if index else ""
    if before in ("$", "€", "£", "#") or (following and following.text in ("%", "€", "$", "£")):
        return None
    if token.glued and before.isalpha():
        return None
    if following and following.glued and following.text in words.endings and token.text.isdigit():
        value = int(token.text[:3])
        roles = frozenset({"ORD", "ORDFIG", "DAY"} if 1 <= value <= 31 else {"ORD"})
        return replace(
            BLANK, first=index, after=index + 2, roles=roles, ordinal=value, count=Decimal(value)
        )
    if following and following.text == "q" and following.glued and token.text in ("1", "2", "3", "4"):
        return _quarter(index, index + 2, int(token.text))
    return _number(tokens, index, words)


def _number(tokens: Sequence[Token], index: int, words: Lexicon) -> Atom | None:
    token = tokens[index]
    if token.text in words.numerals.ones or token.text in words.numerals.lone_ones:
        roles = {"COUNT", "ONE"}
        if token.text in words.numerals.small:
            roles.add("DAY")
        numeral = read_numeral(words.numerals, tokens, index)
        if numeral is None or numeral.after == index + 1:
            one = Decimal(1)
            return replace(
                BLANK, first=index, after=index + 1, roles=frozenset(roles), count=one
            )
    numeral = read_numeral(words.numerals, tokens, index)
    if numeral is None:
        return None
    roles = {"COUNT", "FIGURE" if token.is_number else "SPELLED"}
    value = numeral.value
    if value == value.to_integral_value():
        if 1 <= value <= 31 and numeral.scale == 1:
            roles.add("DAY")
        if 1950 <= value <= 2100 and token.text[:1] != "0":
            roles.add("YEAR")
    return replace(
        BLANK, first=index, after=numeral.after, roles=frozenset(roles), count=value
    )


ENDS_OF = {"eom": ("end", "month"), "eoy": ("end", "year"), "eoq": ("end", "quarter"),
           "eow": ("end", "week"), "boy": ("begin", "year"), "bom": ("begin", "month"),
           "coy": ("end", "year"), "com": ("end", "month")}  # fmt: skip


def _word_with_figure(tokens: Sequence[Token], index: int) -> Atom | None:
    """ "Q3", "T3", "H1", "S2" and "EOM"."""
    word = tokens[index].text
    if word in ENDS_OF and word not in ("coy", "com"):
        part, unit = ENDS_OF[word]
        return replace(
            BLANK, first=index, after=index + 1, roles=frozenset({"ENDOF"}), part=part, unit=unit
        )
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if word not in ("q", "t", "h", "s") or following is None or not following.glued:
        return None
    if following.text not in ("1", "2", "3", "4")[: 4 if word in "qt" else 2]:
        return None
    if word in "qt":
        return _quarter(index, index + 2, int(following.text))
    return replace(
        BLANK,
        first=index,
        after=index + 2,
        roles=frozenset({"QUARTER"}),
        ordinal=int(following.text),
        unit="half",
    )


def _quarter(first: int, after: int, number: int) -> Atom:
    return replace(
        BLANK, first=first, after=after, roles=frozenset({"QUARTER"}), ordinal=number, unit="quarter"
    )


def _with_ordinals(atoms: list[Atom]) -> list[Atom]:
    """Joins "twenty" and "second", "trigésimo" and "primer"; an ordinal may name a day."""
    found: list[Atom] = []
    for atom in atoms:
        if "ORD" in atom.roles and atom.ordinal > 0:
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
    "in of at_in by until before after next this last coming from between PART ORD DAY COUNT"
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
        if atom.weak and not alone and not TIMED.isdisjoint(atom.roles):
            before = atoms[index - 1] if index else BLANK
            if "the" in before.roles and index > 1:
                before = atoms[index - 2]
            following = atoms[index + 1] if index + 1 < len(atoms) else BLANK
            following_word = tokens[atom.after].text if atom.after < len(tokens) else ""
            led = not BEFORE_WEAK.isdisjoint(before.roles)
            if "this" in before.roles:
                led = not following_word.isalpha() or following_word in THIS_TO
            if not led and AFTER_WEAK.isdisjoint(following.roles):
                atom = replace(atom, roles=atom.roles - TIMED)
        found.append(atom)
    return found
