"""How is a text said aloud? PURE: what a voice would stumble over becomes words.

Numbers, prices, dates, times and addresses are put into words of the language; markdown, links and
emoji go. Text that is spoken form already stays as it is.
"""

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise

import phonenumbers

from agent.moves import Dialogue
from agent.numerals import Form, cardinal, digits, ordinal, year
from agent.spoken_words import (
    AND_CENTS,
    CURRENCIES,
    CURRENCY_OF,
    FUNCTION_WORDS,
    HALVES,
    MINUS,
    MONTHS,
    NOT_FEMININE,
    PERIODS,
    POINT,
    SHORTHAND,
    SIGNS_SAID,
    TO,
    UNITS,
)
from qualification.values import Language

_MARKUP = (
    (re.compile(r"!?\[([^\]\n]*)\]\([^)\s]*\)"), r"\1"),  # [words](link)
    (re.compile(r"^\s{0,3}(?:#{1,6}|>+|[-*+•·])\s+", re.MULTILINE), ""),
    (re.compile(r"^\s{0,3}\d{1,2}[.)]\s+(?=\D)", re.MULTILINE), ""),
    (re.compile(r"\*{1,3}|`+|~~|(?<![\w@.-])_{1,3}|_{1,3}(?![\w@.-])"), ""),
)
_NUMBER = r"\d{1,3}(?:[.,\u00a0\u202f' ]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?"
_GROUPED = re.compile(r"(\d{1,3})((?:[.,\u00a0\u202f' ]\d{3})+)(?:[.,](\d{1,2}))?")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(
    r"(?:https?://|www\.)([^\s/<>()\"'?#]+[^\s/<>()\"'?#.,;:!])[^\s<>()\"']*?(?=[.,;:!?]*(?:[\s<>()\"']|$))",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"\b(?:[a-z0-9-]+\.)+(?:com|es|net|org|io|eu|mx|ai|app|co|uk|us)\b", re.I)
_PHONE = re.compile(
    r"\+\d[\d \u00a0().-]{5,18}\d|(?<![\d.,])\d{9,15}(?![\d.,]\d|\d)"
    r"|(?<![\d.,])(?:\d{3}[ -]\d{2,3}[ -]\d{2,3}(?:[ -]\d{2,3})?)(?![\d.,]\d|\d| ?[€%$£])"
)
_ISO_DATE = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_SLASHED = re.compile(r"\b(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?\b(?![.,/]?\d|\s?[%€$£])")
_TIME = re.compile(
    r"\b([01]?\d|2[0-3])[:.]([0-5]\d)(?:\s?(?:h|hrs?|horas)\b\.?)?(\s?[ap]\.?\s?m\b\.?)?", re.I
)
_HOUR = re.compile(r"\b(1[0-2]|0?[1-9])\s?([ap])\.?\s?m\b\.?", re.I)
_RANGE = re.compile(rf"(?<![\w.,])({_NUMBER})\s?[-–—]\s?(?={_NUMBER})")
_PLAIN = re.compile(rf"(?<![\w.,])([-−](?=\d))?({_NUMBER})(?:\s+([^\W\d_]+))?")
_LEFT_OVER = re.compile(_NUMBER)
_ALL_MONTHS = "|".join(MONTHS["en"])
_NTH = r"(\d{1,2})(?:st|nd|rd|th)?"
_OF_YEAR = r"\b(?:,? (\d{4})\b)?"
_DAY_FIRST = re.compile(rf"\b(?:the )?{_NTH}(?: of)? ({_ALL_MONTHS}){_OF_YEAR}")
_MONTH_FIRST = re.compile(rf"\b({_ALL_MONTHS}) {_NTH}{_OF_YEAR}")
_ENGLISH_ORDINAL = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")
_SPANISH_ORDINAL = re.compile(r"\b(\d+)\.?([ºª°])")
_YEAR = re.compile(
    r"\b(in|since|until|by|during|of|from|to) (1[1-9]\d\d|20\d\d)\b(?! ?[%€$£.,]?\d)"
)
_CODES = "|".join(sorted(CURRENCIES, key=len, reverse=True))
_SIGNS = "".join(CURRENCY_OF)
_PER = r"(?:\s?/\s?(?P<per>[a-zñ]+)\b)?"
_MONEY = (
    re.compile(
        rf"(?P<mark>[{_SIGNS}]|\b(?:{_CODES})\s)\s?(?P<low>{_NUMBER})"
        rf"(?:\s?[-–—]\s?(?:[{_SIGNS}])?(?P<high>{_NUMBER}))?(?:\s?(?P<times>[kKmM])\b)?{_PER}"
    ),
    re.compile(
        rf"(?<![\w.,])(?P<low>{_NUMBER})(?:\s?[{_SIGNS}]?\s?[-–—]\s?(?P<high>{_NUMBER}))?"
        rf"\s?(?P<times>[kKmM])?\s?(?P<mark>[{_SIGNS}]|(?:{_CODES})\b){_PER}"
    ),
)
_DECADE = re.compile(r"\b((?:1[1-9]|20)[2-9]0)s\b")
_THOUSANDS = re.compile(rf"(?<![\w.,])({_NUMBER})\s?[kK]\b")
_PERCENT = re.compile(rf"({_NUMBER})\s?%")
_BREATHS = "()[]–—"
_TIDY = (
    (re.compile(r"\s+"), " "),
    (re.compile(r" -+ "), ", "),
    (re.compile(r"\s+([.,;:!?])"), r"\1"),
    (re.compile(r"([.,;:!?])\1+"), r"\1"),
    (re.compile(r",+\s*([.;:!?])"), r"\1"),
    (re.compile(r"([.;:!?¿¡]),"), r"\1"),
    (re.compile(r"^[ ,.;:]+| (?= )"), ""),
)


def speak(text: str, language: Language, *, spelled: bool = False) -> str:
    """The spoken form of a text; `spelled`: addresses letter by letter, on the second try."""
    said = unicodedata.normalize("NFC", text)
    for pattern, instead in _MARKUP:
        said = pattern.sub(instead, said)
    for step in _STEPS:
        said = step(said, language, spelled)
    said = _without_signs(_with_stops(said), language)
    for pattern, instead in _TIDY:
        said = pattern.sub(instead, said)
    return said.strip()


def is_second_try(dialogue: Dialogue) -> bool:
    """Whether an address was got wrong before: then it is read back letter by letter."""
    addresses = ("email", "phone")
    corrected = any(one.key in addresses for one in dialogue.sheet.replaced)
    return corrected or any(dialogue.tries.get(one, 0) > 1 for one in addresses)


def spell(address: str, language: Language) -> str:
    """Each character of an address by itself, a breath after each."""
    return ", ".join(_character(one, language) for one in address)


def _addresses(text: str, language: Language, spelled: bool) -> str:
    read: Callable[[str, Language], str] = spell if spelled else _read_address
    text = _EMAIL.sub(lambda found: read(found[0].rstrip(".-"), language), text)
    text = _LINK.sub(lambda found: _read_address(found[1].removeprefix("www."), language), text)
    return _DOMAIN.sub(lambda found: _read_address(found[0], language), text)


def _read_address(address: str, language: Language) -> str:
    words = SIGNS_SAID[language]
    parts = re.findall(r"\d|[^\W\d_]+|.", address)
    said = [
        digits(one, language) if one.isdigit() else words.get(one, one)
        for one in parts
        if one.isalnum() or one in words
    ]
    return " ".join(said)


def _character(one: str, language: Language) -> str:
    if one.isdecimal():
        return digits(str(int(one)), language)
    return SIGNS_SAID[language].get(one, one.upper())


def _phones(text: str, language: Language, spelled: bool) -> str:
    def read(found: re.Match[str]) -> str:
        groups = _groups(found[0])
        plus = f"{SIGNS_SAID[language]['+']} " if groups[0].startswith("+") else ""
        breath = ". " if spelled else ", "
        return plus + breath.join(digits(one.lstrip("+"), language) for one in groups)

    return _PHONE.sub(read, text)


def _groups(written: str) -> list[str]:
    """The groups in which a number is read: those it is written in, else those of its country."""
    compact = re.sub(r"[^\d+]", "", written)
    if compact.startswith("+"):
        try:
            parsed = phonenumbers.parse(compact)
        except phonenumbers.NumberParseException:
            pass
        else:
            form = phonenumbers.PhoneNumberFormat.INTERNATIONAL
            return re.findall(r"\+?\d+", phonenumbers.format_number(parsed, form))
    if compact != written:
        return re.findall(r"\+?\d+", written)
    cuts = [*range(0, len(compact) - 1, 3), len(compact)]
    return [compact[start:end] for start, end in pairwise(cuts)]


def _dates(text: str, language: Language, _: bool) -> str:
    def iso(found: re.Match[str]) -> str:
        return _date(int(found[3]), int(found[2]), int(found[1]), language) or found[0]

    def slashed(found: re.Match[str]) -> str:
        first, second = int(found[1]), int(found[2])
        month_first = language == "en" and first <= 12
        day, month = (second, first) if month_first else (first, second)
        number = int(found[3]) if found[3] else None
        if number is not None and number < 100:
            number += 2000
        if "/" not in found[0] and number is None:
            return found[0]  # a decimal
        return _date(day, month, number, language) or found[0]

    text = _SLASHED.sub(slashed, _ISO_DATE.sub(iso, text))
    if language == "es":
        return text
    text = _DAY_FIRST.sub(lambda one: _english_date(one, one[1], one[2]), text)
    text = _MONTH_FIRST.sub(lambda one: _english_date(one, one[2], one[1]), text)
    return _YEAR.sub(lambda found: f"{found[1]} {year(int(found[2]), 'en')}", text)


def _english_date(found: re.Match[str], day: str, month: str) -> str:
    number = int(found[3]) if found[3] else None
    return _date(int(day), MONTHS["en"].index(month) + 1, number, "en") or found[0]


def _date(day: int, month: int, number: int | None, language: Language) -> str | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    name = MONTHS[language][month - 1]
    if language == "es":
        said = f"{cardinal(day, 'es')} de {name}"
        return said if number is None else f"{said} de {year(number, 'es')}"
    said = f"{name} {ordinal(day, 'en')}"
    return said if number is None else f"{said}, {year(number, 'en')}"


def _times(text: str, language: Language, _: bool) -> str:
    def clock(found: re.Match[str]) -> str:
        half = (found[3] or "").strip().lower()[:1]
        if "." in found[0][:5] and not half and "h" not in found[0].lower():
            return found[0]  # a decimal
        return _time(int(found[1]), int(found[2]), half, language)

    def hour(found: re.Match[str]) -> str:
        return _time(int(found[1]), 0, found[2].lower(), language)

    return _HOUR.sub(hour, _TIME.sub(clock, text))


def _time(hour: int, minute: int, half: str, language: Language) -> str:
    after = f" {HALVES[language][half]}" if half else ""
    if language == "es":
        if half == "p" and hour >= 8:
            after = " del mediodía" if hour == 12 else " de la noche"
        said = cardinal(hour, "es", "feminine")
        return said + (f" y {cardinal(minute, 'es')}" if minute else "") + after
    if not minute:
        return cardinal(hour, "en") + (after or " o'clock")
    return f"{cardinal(hour, 'en')} {'oh ' if minute < 10 else ''}{cardinal(minute, 'en')}{after}"


def _money(text: str, language: Language, _: bool) -> str:
    def read(found: re.Match[str]) -> str:
        code = CURRENCY_OF.get(found["mark"].strip(), found["mark"].strip())
        times = {"k": 1000, "m": 10**6}.get((found["times"] or "").lower(), 1)
        low, high = found["low"], found["high"]
        said = _amount(high or low, times, code, language)
        if high:
            said = f"{_amount(low, times, code, language, bare=True)} {TO[language]} {said}"
        per = PERIODS[language].get((found["per"] or "").lower(), found["per"])
        return f"{said} {per}" if per else said

    for pattern in _MONEY:
        text = pattern.sub(read, text)
    return text


def _amount(written: str, times: int, code: str, language: Language, *, bare: bool = False) -> str:
    """An amount with its currency; `bare`: without, as the first of a range."""
    one, many, cent, cents, form = CURRENCIES[code][language]
    whole, decimals = _parsed(written)
    if times > 1 and decimals:
        scaled = round((whole + int(decimals) / 10 ** len(decimals)) * times)
        whole, decimals = scaled, ""
    else:
        whole *= times
    said = cardinal(whole, language, form)
    if bare:
        return said
    decimals = decimals or "0"
    join = " de" if language == "es" and whole >= 10**6 and whole % 10**6 == 0 else ""
    said += f"{join} {one if whole == 1 else many}"
    part = int(decimals.ljust(2, "0")[:2])
    if not part:
        return said
    small = f"{cardinal(part, language, 'masculine')} {cent if part == 1 else cents}"
    return f"{said} {AND_CENTS[language]} {small}" if whole else small


def _percents(text: str, language: Language, _: bool) -> str:
    return _PERCENT.sub(
        lambda one: f"{_number(one[1], language)} {SIGNS_SAID[language]['%']}", text
    )


def _ordinals(text: str, language: Language, _: bool) -> str:
    if language == "en":
        return _ENGLISH_ORDINAL.sub(lambda found: ordinal(int(found[1]), "en"), text)
    return _SPANISH_ORDINAL.sub(
        lambda found: _spanish_ordinal(found, text[found.end() :].lstrip()[:1]), text
    )


def _spanish_ordinal(found: re.Match[str], following: str) -> str:
    said = ordinal(int(found[1]), "es", feminine=found[2] == "ª")
    short = said in ("primero", "tercero") and following.isalpha()
    return said[:-1] if short else said


def _shorthand(text: str, language: Language, _: bool) -> str:
    for pattern, words in SHORTHAND[language]:
        text = pattern.sub(words, text)
    return text


def _units(text: str, language: Language, _: bool) -> str:
    for pattern, words in UNITS[language]:
        text = pattern.sub(words, text)
    text = _DECADE.sub(lambda found: f"{year(int(found[1]), 'en')[:-1]}ies", text)
    return _THOUSANDS.sub(lambda one: f"{_scaled(one[1], language)}", text)


def _scaled(written: str, language: Language) -> str:
    whole, decimals = _parsed(written)
    return cardinal(round((whole + int(f"0{decimals}") / 10 ** len(decimals)) * 1000), language)


def _numbers(text: str, language: Language, _: bool) -> str:
    text = _RANGE.sub(lambda found: f"{found[1]} {TO[language]} ", text)

    def read(found: re.Match[str]) -> str:
        minus = f"{MINUS[language]} " if found[1] else ""
        said = minus + _number(found[2], language, _form_before(found[3], found[2], language))
        following = found[0][found.end(2) - found.start() :]
        apart = " " if text[found.end(2) : found.end(2) + 1].isalpha() else ""
        return f"{said}{apart}{following}"

    text = _PLAIN.sub(read, text)
    return _LEFT_OVER.sub(lambda found: f" {_number(found[0], language)} ", text)


def _number(written: str, language: Language, form: Form = "alone") -> str:
    if written.startswith("0") and written.isdigit() and len(written) > 1:
        return digits(written, language)
    whole, decimals = _parsed(written)
    if not decimals:
        return cardinal(whole, language, form)
    point = POINT[language]
    # 0,05: "cero coma cero cinco"; English reads each digit
    zeros = len(decimals) - len(decimals.lstrip("0"))
    if language == "en" or len(decimals) > 2 or zeros == len(decimals):
        after = digits(decimals, language)
    else:
        after = " ".join([*["cero"] * zeros, cardinal(int(decimals), "es")])
    return f"{cardinal(whole, language)} {point} {after}"


def _parsed(written: str) -> tuple[int, str]:
    """A written number: its whole part, and the digits behind its point."""
    grouped = _GROUPED.fullmatch(written)
    if grouped and not written.startswith("0"):
        return int(re.sub(r"\D", "", grouped[1] + grouped[2])), grouped[3] or ""
    whole, _, decimals = written.replace(",", ".").partition(".")
    return int(re.sub(r"\D", "", whole)), decimals


def _form_before(word: str | None, written: str, language: Language) -> Form:
    """Whether a Spanish number counts the word behind it, and of which gender that is."""
    if language == "en" or word is None or word.lower() in FUNCTION_WORDS:
        return "alone"
    lower = word.lower()
    feminine = lower.endswith("a" if written == "1" else "as") and lower not in NOT_FEMININE
    return "feminine" if feminine else "masculine"


def _with_stops(text: str) -> str:
    """A line's end is a sentence's end, if the sentence has none."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    ended = [line if line[-1] in ".,;:!?…" else f"{line}." for line in lines[:-1]]
    return " ".join([*ended, *lines[-1:]])


def _without_signs(text: str, language: Language) -> str:
    """What is no letter, no punctuation that a voice knows, is a word or nothing."""
    return "".join(_sign(one, language) for one in text)


def _sign(one: str, language: Language) -> str:
    if one.isspace() or one in ".,;:!?¿¡'-’":
        return one
    if one in _BREATHS:
        return ", "
    if one in SIGNS_SAID[language]:
        return f" {SIGNS_SAID[language][one]} "
    if one == "…":
        return "."
    return one if unicodedata.category(one)[0] == "L" else " "


Step = Callable[[str, Language, bool], str]
_STEPS: tuple[Step, ...] = (
    _shorthand,
    _addresses,
    _phones,
    _dates,
    _money,
    _times,
    _percents,
    _ordinals,
    _units,
    _numbers,
)
