"""In which language does the console speak to somebody, and how does it write dates and numbers?

English is the source text; the other languages are in console/locale/<language>/*.po, one file a
page, read at start. GNU gettext's formats and plural rules, through Babel.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import negotiate_locale
from babel.dates import format_date, format_datetime, format_time, format_timedelta
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import format_currency, format_decimal, format_percent

FOLDER = Path(__file__).parent / "locale"
Tongue = Literal["en", "es"]
"""A language of the console."""
TONGUES: tuple[Tongue, ...] = get_args(Tongue)
NAMES: Mapping[Tongue, str] = {"en": "English", "es": "Español"}
SOURCE: Tongue = "en"


def N_(text: str) -> str:
    """Mark a text for the catalogues where it stands as a constant; it is translated when shown."""
    return text


class Disagreement(Exception):
    """Two catalogues translate one text in two ways: make them agree, or word the texts apart."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one language; a text that it lacks is said in English."""

    tongue: Tongue
    single: Mapping[str, str]
    several: Mapping[str, tuple[str, ...]]
    """By the English singular: the forms for the language's plural rule."""

    def gettext(self, text: str) -> str:
        """The text in this language."""
        return self.single.get(text, text)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """The form that goes with a number."""
        forms = self.several.get(one)
        if forms is None:
            return one if number == 1 else many
        return forms[number != 1]  # the rule of every language in TONGUES, as the catalogues say


def read_texts(tongue: Tongue, folder: Path = FOLDER) -> Texts:
    """Every catalogue of a language as one. Raises Disagreement."""
    single: dict[str, str] = {}
    several: dict[str, tuple[str, ...]] = {}
    for path in sorted((folder / tongue).glob("*.po")):
        for message in read_catalogue(path):
            if not message.id or message.fuzzy:
                continue
            if isinstance(message.id, str):
                known = single.setdefault(message.id, str(message.string))
                same = known == message.string
            else:
                forms = tuple(map(str, message.string or ()))
                same = several.setdefault(message.id[0], forms) == forms
            if not same:
                raise Disagreement(f"{path.name}: {message.id!r} is translated otherwise elsewhere")
    return Texts(
        tongue,
        {text: said for text, said in single.items() if said},
        {text: forms for text, forms in several.items() if all(forms)},
    )


def read_catalogue(path: Path) -> Catalog:
    """One file. Raises babel.messages.pofile.PoFileError for one that cannot be read."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.name, abort_invalid=True)


@cache
def texts_of(tongue: Tongue) -> Texts:
    """The texts of a language, read once."""
    return read_texts(tongue)


@dataclass(frozen=True, slots=True)
class Words:
    """How things are said to one person: their language, and the clock on their wall."""

    tongue: Tongue = SOURCE
    zone: str = "UTC"

    def text(self, text: str) -> str:
        """An English text in this language."""
        return texts_of(self.tongue).gettext(text)

    def plural(self, one: str, many: str, number: int) -> str:
        """The text that goes with a number; `%(num)s` stands for it."""
        return self.form(one, many, number) % {"num": self.number(number)}

    def form(self, one: str, many: str, number: int) -> str:
        """The same with its places still empty."""
        return texts_of(self.tongue).ngettext(one, many, number)

    def moment(self, at: datetime) -> str:
        """Day and time: `22 Nov 2026, 10:05`."""
        return format_datetime(self._there(at), "d MMM y, HH:mm", locale=self._locale)

    def day(self, day: date) -> str:
        """A day: `22 Nov 2026`; of a moment, the day it is where they are."""
        there = self._there(day) if isinstance(day, datetime) else day
        return format_date(there, "d MMM y", locale=self._locale)

    def clock(self, at: datetime) -> str:
        """The time of day: `10:05`."""
        return format_time(self._there(at), "HH:mm", locale=self._locale)

    def short(self, at: datetime, now: datetime) -> str:
        """As short as a list needs: the time today, the day and month this year, else the day."""
        there, today = self._there(at), self._there(now)
        if there.date() == today.date():
            return self.clock(at)
        pattern = "d MMM" if there.year == today.year else "d MMM y"
        return format_date(there, pattern, locale=self._locale)

    def ago(self, at: datetime, now: datetime) -> str:
        """How long ago, or in how long: `3 minutes ago`, `in 2 hours`."""
        return format_timedelta(at - now, add_direction=True, locale=self._locale)

    def lasting(self, span: timedelta) -> str:
        """How long: `4 minutes`."""
        return format_timedelta(span, locale=self._locale)

    def number(self, number: float | Decimal) -> str:
        """A number: `1,234.5` or `1.234,5`."""
        return format_decimal(number, locale=self._locale)

    def percent(self, share: float) -> str:
        """A share of one: `12%`."""
        return format_percent(share, locale=self._locale)

    def money(self, amount: float | Decimal, currency: str) -> str:
        """An amount with its currency; whole where it is whole."""
        usual = self._locale.currency_formats["standard"].pattern
        whole = amount == int(amount)
        return format_currency(
            amount,
            currency,
            usual.replace(".00", "") if whole else usual,
            locale=self._locale,
            currency_digits=not whole,
        )

    @property
    def _locale(self) -> Locale:
        return _locale(self.tongue)

    def _there(self, at: datetime) -> datetime:
        aware = at if at.tzinfo is not None else at.replace(tzinfo=UTC)
        return aware.astimezone(_zone(self.zone))


@cache
def _locale(tongue: Tongue) -> Locale:
    """English as it is written in Europe: 22 Nov 2026, 24 hours."""
    return Locale.parse({"en": "en_GB", "es": "es_ES"}[tongue])


@cache
def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")


def tongue_of(chosen: Iterable[str | None], accept: str = "") -> Tongue:
    """The first of these that we speak, else the best of an Accept-Language header, else ours."""
    for one in chosen:
        if one in TONGUES:
            return next(tongue for tongue in TONGUES if tongue == one)
    wished = negotiate_locale(_by_wish(accept), TONGUES, sep="-")
    return next((tongue for tongue in TONGUES if tongue == (wished or "")[:2]), SOURCE)


def _by_wish(accept: str) -> list[str]:
    """The languages of an Accept-Language header, the dearest first (RFC 9110, 12.5.4)."""
    wishes = list[tuple[float, int, str]]()
    for place, part in enumerate(accept[:500].split(",")):
        name, _, weight = part.partition(";q=")
        try:
            share = float(weight) if weight else 1.0
        except ValueError:
            share = 0.0
        if name.strip() and share > 0:
            wishes.append((-share, place, name.strip()))
    return [name for _, _, name in sorted(wishes)]
