"""What in a text could be part of a time? Turns tokens into atoms for the grammar of times."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from qualification.normalise.context import with_ordinals, without_weak
from qualification.normalise.lexicon import Lexicon
from qualification.normalise.numerals import read_numeral
from qualification.normalise.text import Token, word_set
from qualification.normalise.times import BLANK, Atom, Partial

LEAP_YEAR = 2000
AROUND_THE_CLOCK = ("24", "7")
CENTURY = Decimal(2000)
CENTURIES = (19, 20)
FIGURES = ("1", "2", "3", "4")
OF_DAYS = ("st", "nd", "rd", "th")
"""Endings that name a day by themselves; "2º" is a floor until a month follows."""
NO_DAY = ("%", "€", "$", "£")
AFTER_A_YEAR = word_set("y o u or and to hasta que si works is was como en at but pero maybe at")
AFTER_A_DAY = word_set("a de del y o por para and or at to hasta que si works is was como en")
MARKS = {",": ",", "-": "dash", "~": "dash", "/": "dash", "=": "equals", "@": "at_in"}
_DATES = (
    re.compile(r"(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?P<a>\d{1,2})(?P<s>[-/.])(?P<b>\d{1,2})(?P=s)(?P<y>\d{4}|\d{2})(?!\d)"),
    re.compile(r"(?P<a>\d{1,2})/(?P<b>\d{1,2})(?![\d/])"),
    re.compile(r"(?P<a>\d\d)-(?P<b>\d\d)(?![-\d])"),
    re.compile(r"(?P<m>\d{1,2})[/-](?P<y>20\d\d)(?![\d/-])"),
    re.compile(r"(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)"),
)
_HOUR = re.compile(
    r"(?P<h>\d{1,2})(?:[:. ]\d{2}(?::\d{2})?)?\s?(?P<half>[ap])\.?\s?m\b\.?"
    r"|(?P<hour>\d{1,2}):\d{2}(?P<letter>[ap])\b"
    r"|(?P<exact>\d{1,2})(?::\s?\d{2}(?::\d{2}(?:\.\d+)?)?|h\d{2})(?:\s?h(?:rs?|s)?\b)?(?!\w)"
    r"|(?P<whole>\d{1,2})h\b"
)


def atoms_of(folded: str, tokens: Sequence[Token], known: Lexicon) -> list[Atom]:
    """The atoms in order; everything else becomes one atom without roles per gap."""
    found: list[Atom] = []
    index = 0
    while index < len(tokens):
        atom = _atom(folded, tokens, index, known)
        if atom is not None:
            found.append(atom)
            index = atom.after
            continue
        if not found or found[-1].roles:
            found.append(Atom(index, index + 1, frozenset()))
        index += 1
    return without_weak(with_ordinals(_with_spelled_years(found)), tokens)


def _with_spelled_years(atoms: list[Atom]) -> list[Atom]:
    """Joins "twenty" and "twenty seven", "nineteen" and "ninety eight"."""
    found: list[Atom] = []
    for atom in atoms:
        before = found[-1] if found else BLANK
        joined = "SPELLED" in atom.roles and "SPELLED" in before.roles
        if joined and before.count in CENTURIES and 10 <= atom.count < 100:
            count = before.count * 100 + atom.count
            atom = Atom(before.first, atom.after, frozenset({"YEAR", "ALONE_YEAR"}), count=count)
            found.pop()
        found.append(atom)
    return found


def _atom(folded: str, tokens: Sequence[Token], index: int, known: Lexicon) -> Atom | None:
    token = tokens[index]
    if token.text in MARKS:
        return Atom(index, index + 1, frozenset({MARKS[token.text]}))
    if (named := _word_with_figure(tokens, index)) is not None:
        return named
    found = known.phrases.at(tokens, index)
    if found is not None:
        return replace(found[0], first=index, after=found[1])
    if token.is_number:
        return (
            _date(folded, tokens, index, known)
            or _short_part(tokens, index)
            or _ordinal(tokens, index, known)
            or _hour(folded, tokens, index)
            or _figure(tokens, index, known)
        )
    return _number(tokens, index, known)


def _tokens_to(tokens: Sequence[Token], index: int, end: int) -> int:
    while index < len(tokens) and tokens[index].start < end:
        index += 1
    return index


def _date(folded: str, tokens: Sequence[Token], index: int, known: Lexicon) -> Atom | None:
    token = tokens[index]
    before = tokens[index - 1] if token.glued else token
    if token.glued and before.text[-1].isalnum():
        return None
    chained = before.text if before.glued and tokens[index - 2].is_number else ""
    for pattern in _DATES:
        match = pattern.match(folded, token.start)
        loose = token.glued and "d" not in pattern.groupindex and "a" not in pattern.groupindex
        if match is None or loose or (chained and chained in match[0]):
            continue
        if "y" not in pattern.groupindex and _is_no_date(tokens, index, known):
            continue
        partial = _written_date(match.groupdict(), known.day_first)
        if partial is not None:
            after = _tokens_to(tokens, index, match.end())
            return Atom(index, after, frozenset({"LITERAL"}), partial=partial)
    return None


def _is_no_date(tokens: Sequence[Token], index: int, known: Lexicon) -> bool:
    """ "1/2 of the people", "3/6 months", "05-12": a range, unless it runs down as "31-12"."""
    runs_down = known.day_first and tokens[index].text > tokens[index + 2].text
    if tokens[index + 1].text == "-" and not (runs_down and _stands_free(tokens, index + 3)):
        return True
    unit = known.phrases.at(tokens, index + 3)
    if unit and "UNIT" in unit[0].roles:
        return True
    if (tokens[index].text, tokens[index + 2].text) == AROUND_THE_CLOCK:
        return True
    following = [token.text for token in tokens[index + 3 : index + 5]]
    return len(following) == 2 and following[0] in ("of", "de") and not following[1].isdigit()


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
    hour = int(match["h"] or match["hour"] or match["exact"] or match["whole"])
    if hour > 24:
        return None
    if "p" in (match["half"], match["letter"]) and hour < 12:
        hour += 12
    after = _tokens_to(tokens, index, match.end())
    return Atom(index, after, frozenset({"CLOCK", "HOUR"}), hour=hour % 24)


def _ordinal(tokens: Sequence[Token], index: int, known: Lexicon) -> Atom | None:
    """Figures with an ending: 21st, 4ª."""
    token, following = tokens[index], tokens[index + 1 : index + 2]
    if not (following and following[0].glued and following[0].text in known.endings):
        return None
    if not token.text.isdigit() or len(token.text) > 3:
        return None
    value = int(token.text)
    names_a_day = 1 <= value <= 31 and following[0].text in OF_DAYS
    roles = frozenset({"ORD", "ORDFIG"} if names_a_day else {"ORD"})
    return Atom(index, index + 2, roles, ordinal=value)


def _figure(tokens: Sequence[Token], index: int, known: Lexicon) -> Atom | None:
    """A number in figures: a count, a day or a year; not an amount of money."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    before = tokens[index - 1].text if index else ""
    if before in ("$", "€", "£", "#") or (following and following.text in ("%", "€", "$", "£")):
        return None
    return _number(tokens, index, known)


def _number(tokens: Sequence[Token], index: int, known: Lexicon) -> Atom | None:
    token = tokens[index]
    if token.text in known.numerals.ones or token.text in known.numerals.lone_ones:
        roles = {"COUNT", "ONE"} | ({"DAY"} if token.text == "uno" else set())
        numeral = read_numeral(known.numerals, tokens, index)
        if numeral is None or numeral.lone_one:
            return Atom(index, index + 1, frozenset(roles), count=Decimal(1))
    numeral = read_numeral(known.numerals, tokens, index)
    if numeral is None:
        return _of_quarters(token, index, known)
    roles = {"COUNT", "FIGURE" if token.is_number else "SPELLED"}
    value = numeral.value
    if value == value.to_integral_value():
        if 1 <= value <= 31 and numeral.scale == 1:
            roles |= {"DAY", "FREE"} if _stands_free(tokens, numeral.after) else {"DAY"}
        if 1950 <= value <= 2100 and token.text[0] != "0":
            alone = token.is_number and _stands_free(tokens, numeral.after, AFTER_A_YEAR)
            roles |= {"YEAR", "ALONE_YEAR"} if alone else {"YEAR"}
    return Atom(index, numeral.after, frozenset(roles), count=value)


def _of_quarters(token: Token, index: int, known: Lexicon) -> Atom | None:
    """The "three" of "three quarters", which is no numeral but may be a length of time."""
    count = known.numerals.small.get(token.text)
    if not count:
        return None
    return Atom(index, index + 1, frozenset({"COUNT", "SPELLED"}), count=Decimal(count))


def _stands_free(
    tokens: Sequence[Token], after: int, followers: frozenset[str] = AFTER_A_DAY
) -> bool:
    """Whether no noun follows: "el 16", not "el 16 aniversario"."""
    following = tokens[after].text if after < len(tokens) else ""
    return not (following.isalpha() or following in NO_DAY) or following in followers


SHORT_PARTS = {"q": ("quarter", 4), "t": ("quarter", 4), "h": ("half", 2), "s": ("half", 2)}
"""Letters of a year's parts: Q3, T3, H1, S2; and how many of each a year has."""


def _word_with_figure(tokens: Sequence[Token], index: int) -> Atom | None:
    """ "Q3", "Q4'27", "H1", "FY27" and "'27"."""
    word = tokens[index].text
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or not following.glued or not following.is_number:
        return None
    if word == "fy" or (word == "'" and not tokens[index].glued):
        return _short_year(index, index + 2, following.text)
    number, _, year = following.text.partition("'")
    if len(year) not in (0, 2, 4):
        return None
    return _part_of_year(word, number, index, index + 2, year)


def _short_part(tokens: Sequence[Token], index: int) -> Atom | None:
    """ "3Q", "2T 2027", "1H27"; a lone "1h" is an hour, a lone "2s" two seconds."""
    following = tokens[index + 1 : index + 3]
    if not following or not following[0].glued:
        return None
    year = following[1].text if len(following) > 1 else ""
    if following[0].text in "hs" and not (year.isdigit() or year in ("de", "del", "of", "'")):
        return None
    if len(following) > 1 and following[1].glued and year.isdigit():
        return _part_of_year(following[0].text, tokens[index].text, index, index + 3, year)
    return _part_of_year(following[0].text, tokens[index].text, index, index + 2, "")


def _part_of_year(letter: str, number: str, first: int, after: int, year: str) -> Atom | None:
    unit, most = SHORT_PARTS.get(letter, ("", 0))
    if number not in FIGURES[:most]:
        return None
    count = Decimal(year[-2:]) + CENTURY if year else Decimal(0)
    return Atom(first, after, frozenset({"QUARTER"}), ordinal=int(number), unit=unit, count=count)


def _short_year(first: int, after: int, figures: str) -> Atom | None:
    if len(figures) not in (2, 4) or not figures.isdigit():
        return None
    year = Decimal(figures[-2:]) + CENTURY
    return Atom(first, after, frozenset({"YEAR", "ALONE_YEAR", "FISCAL"}), count=year)
