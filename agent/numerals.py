"""How is a number said? PURE: whole numbers, years, ordinals and digits as words, es and en."""

from collections.abc import Mapping
from typing import Literal

from qualification.values import Language

Form = Literal["alone", "masculine", "feminine"]
"""What stands behind it: nothing ("uno"), or a noun ("un euro", "una libra"). Spanish only."""


def _words(written: str) -> tuple[str, ...]:
    return tuple(written.split())


_ES = _words(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro "
    "veinticinco veintiséis veintisiete veintiocho veintinueve"
)
_ES_TENS = _words("treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_ES_HUNDREDS = _words(
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos "
    "novecientos"
)
_EN = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_EN_TENS = _words("twenty thirty forty fifty sixty seventy eighty ninety")
_EN_POWERS = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_MOST = 10**12
"""From here on a number is read out digit by digit."""
_ORDINALS: Mapping[Language, tuple[str, ...]] = {
    "es": _words("primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo"),
    "en": _words("first second third fourth fifth sixth seventh eighth ninth tenth"),
}
_EN_IRREGULAR = {"five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}


def cardinal(number: int, language: Language, form: Form = "alone") -> str:
    """A whole number in words; the very long ones digit by digit."""
    if number < 0:
        return f"{_MINUS[language]} {cardinal(-number, language, form)}"
    if number >= _MOST:
        return digits(str(number), language)
    return _spanish(number, form) if language == "es" else _english(number)


_MINUS: Mapping[Language, str] = {"es": "menos", "en": "minus"}


def digits(written: str, language: Language) -> str:
    """Each digit by itself."""
    return " ".join((_ES if language == "es" else _EN)[int(one)] for one in written)


def ordinal(number: int, language: Language, *, feminine: bool = False) -> str:
    """The place in a row; in Spanish the higher ones are said as plain numbers."""
    known = _ORDINALS[language]
    if language == "es":
        said = known[number - 1] if 0 < number <= len(known) else cardinal(number, "es")
        return f"{said[:-1]}a" if feminine and said.endswith("o") else said
    head, mark, last = _english(number).rpartition("-")
    if not mark:
        head, mark, last = _english(number).rpartition(" ")
    return f"{head}{mark}{_english_ordinal(last)}"


def _english_ordinal(word: str) -> str:
    if word in _EN and 0 < _EN.index(word) <= len(_ORDINALS["en"]):
        return _ORDINALS["en"][_EN.index(word) - 1]
    if word in _EN_IRREGULAR:
        return _EN_IRREGULAR[word]
    return f"{word[:-1]}ieth" if word.endswith("y") else f"{word}th"


def year(number: int, language: Language) -> str:
    """A year: in English by its halves."""
    century, rest = divmod(number, 100)
    if language == "es" or not 1100 <= number <= 2099 or (century == 20 and rest < 10):
        return cardinal(number, language)
    if not rest:
        return f"{_english(century)} hundred"
    return f"{_english(century)} {'oh ' if rest < 10 else ''}{_english(rest)}"


def _spanish(number: int, form: Form) -> str:
    if number < len(_ES):
        return _agreeing(_ES[number], form)
    if number < 100:
        ten, one = divmod(number, 10)
        tens = _ES_TENS[ten - 3]
        return f"{tens} y {_spanish(one, form)}" if one else tens
    if number < 1000:
        hundred, rest = divmod(number, 100)
        said = "cien" if number == 100 else _ES_HUNDREDS[hundred - 1]
        if form == "feminine" and hundred > 1:
            said = f"{said[:-2]}as"
        return f"{said} {_spanish(rest, form)}" if rest else said
    if number < 10**6:
        thousands, rest = divmod(number, 1000)
        counted = _spanish(thousands, "masculine" if form == "alone" else form)
        said = "mil" if thousands == 1 else f"{counted} mil"
        return f"{said} {_spanish(rest, form)}" if rest else said
    millions, rest = divmod(number, 10**6)
    said = "un millón" if millions == 1 else f"{_spanish(millions, 'masculine')} millones"
    return f"{said} {_spanish(rest, form)}" if rest else said


def _agreeing(word: str, form: Form) -> str:
    """`uno` loses its end before a noun, or becomes `una`."""
    if not word.endswith("uno") or form == "alone":
        return word
    if form == "feminine":
        return f"{word[:-1]}a"
    return "veintiún" if word == "veintiuno" else "un"


def _english(number: int) -> str:
    if number < len(_EN):
        return _EN[number]
    if number < 100:
        ten, one = divmod(number, 10)
        return _EN_TENS[ten - 2] + (f"-{_EN[one]}" if one else "")
    if number < 1000:
        hundred, rest = divmod(number, 100)
        said = f"{_EN[hundred]} hundred"
        return f"{said} and {_english(rest)}" if rest else said
    for power, name in _EN_POWERS:
        if number >= power:
            head, rest = divmod(number, power)
            said = f"{_english(head)} {name}"
            if not rest:
                return said
            return f"{said} {'and ' if rest < 100 else ''}{_english(rest)}"
    raise AssertionError(number)
