"""A value written in any style and either language is read back as the same value."""

from collections.abc import Callable
from decimal import Decimal

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualification.normalise import read_contact, read_money, read_number
from qualification.values import LANGUAGES, Language, Period

UNITS = {
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
    " dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro"
    " veinticinco veintiséis veintisiete veintiocho veintinueve",
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen",
}
TENS = {
    "es": "- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "en": "- - twenty thirty forty fifty sixty seventy eighty ninety",
}
HUNDREDS = "- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos"
SPANISH_HUNDREDS = [*HUNDREDS.split(), "ochocientos", "novecientos"]
THOUSAND = {"es": "mil", "en": "thousand"}


def spelled(number: int, language: Language) -> str:
    """The number in words, as people write it."""
    units = UNITS[language].split()
    if number < len(units):
        return units[number]
    if number < 100:
        ten, one = divmod(number, 10)
        join = " y " if language == "es" else "-"
        return TENS[language].split()[ten] + (join + units[one] if one else "")
    if number < 1000:
        hundred, rest = divmod(number, 100)
        if language == "es":
            head = "cien" if number == 100 else SPANISH_HUNDREDS[hundred]
            return head + (f" {spelled(rest, language)}" if rest else "")
        return f"{units[hundred]} hundred" + (f" and {spelled(rest, language)}" if rest else "")
    thousands, rest = divmod(number, 1000)
    head = "" if language == "es" and thousands == 1 else f"{spelled(thousands, language)} "
    if language == "es" and head.strip().endswith("uno"):
        head = f"{head.strip()[:-1]} ".replace("veintiun ", "veintiún ")
    return f"{head}{THOUSAND[language]}" + (f" {spelled(rest, language)}" if rest else "")


STYLES: dict[str, Callable[[int, Language], str]] = {
    "plain": lambda number, _: str(number),
    "dots": lambda number, _: f"{number:,}".replace(",", "."),
    "commas": lambda number, _: f"{number:,}",
    "spaces": lambda number, _: f"{number:,}".replace(",", "\u202f"),
    "apostrophes": lambda number, _: f"{number:,}".replace(",", "'"),
    "words": spelled,
}
WRITTEN: dict[Language, list[tuple[str, str]]] = {
    "es": [("{} euros", "EUR"), ("{} €", "EUR"), ("{} dólares", "USD"), ("{} soles", "PEN")],
    "en": [("{} euros", "EUR"), ("${}", "USD"), ("{} bucks", "USD"), ("{} pounds", "GBP")],
}
RHYTHMS: dict[Language, list[tuple[str, Period | None]]] = {
    "es": [("{}", None), ("{} al mes", "month"), ("{} anuales", "year"), ("{} por hora", "hour")],
    "en": [("{}", None), ("{} a month", "month"), ("{} per year", "year"), ("{}/hr", "hour")],
}
AMOUNTS = st.integers(1, 999_999)


@given(
    number=AMOUNTS,
    style=st.sampled_from(list(STYLES)),
    language=st.sampled_from(LANGUAGES),
    data=st.data(),
)
def test_money(number: int, style: str, language: Language, data: st.DataObject) -> None:
    pattern, currency = data.draw(st.sampled_from(WRITTEN[language]))
    rhythm, period = data.draw(st.sampled_from(RHYTHMS[language]))
    (value,) = read_money(rhythm.format(pattern.format(STYLES[style](number, language))), language)
    assert value.min == value.max == Decimal(number)
    assert (value.currency, value.period) == (currency, period)


@given(
    low=AMOUNTS,
    more=AMOUNTS,
    style=st.sampled_from([style for style in STYLES if style != "words"]),
    pattern=st.sampled_from(["entre {} y {}", "de {} a {}", "between {} and {}", "{} - {}"]),
    language=st.sampled_from(LANGUAGES),
)
def test_a_range(low: int, more: int, style: str, pattern: str, language: Language) -> None:
    ends = (STYLES[style](number, language) for number in (low, low + more))
    (value,) = read_money(f"{pattern.format(*ends)} €", language)
    assert (value.min, value.max) == (Decimal(low), Decimal(low + more))


@given(
    number=st.integers(0, 999_999),
    style=st.sampled_from(list(STYLES)),
    language=st.sampled_from(LANGUAGES),
)
def test_a_count(number: int, style: str, language: Language) -> None:
    (value,) = read_number(f"x {STYLES[style](number, language)} !", language, asked=True)
    assert value.min == value.max == Decimal(number)


FORMATS = (
    phonenumbers.PhoneNumberFormat.E164,
    phonenumbers.PhoneNumberFormat.INTERNATIONAL,
    phonenumbers.PhoneNumberFormat.NATIONAL,
)


@pytest.mark.parametrize("region", ["ES", "MX", "AR", "CO", "CL", "PE", "US", "GB", "IE", "DE"])
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_telephone(region: str, form: int, language: Language) -> None:
    number = phonenumbers.example_number(region)
    assert number is not None
    written = phonenumbers.format_number(number, form)
    found = read_contact(f"phone: {written}", language, region=region)
    international = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    assert [one.value for one in found if one.kind == "phone"] == [international]


@given(figures=st.integers(600_000_000, 699_999_999), language=st.sampled_from(LANGUAGES))
def test_a_telephone_said_figure_by_figure(figures: int, language: Language) -> None:
    said = " ".join(spelled(int(figure), language) for figure in str(figures))
    found = read_contact(said, language, asked="phone", region="ES")
    assert [one.value for one in found] == [f"+34{figures}"]


SAID_AS: dict[Language, dict[str, str]] = {
    "es": {"@": " arroba ", ".": " punto ", "_": " guion bajo ", "-": " guion "},
    "en": {"@": " at ", ".": " dot ", "_": " underscore ", "-": " dash "},
}
WORDS = st.sampled_from(["ana", "lopez", "dana", "reed", "ventas", "info", "taller", "acme"])


@given(
    parts=st.lists(WORDS, min_size=1, max_size=3),
    mark=st.sampled_from(["", ".", "_", "-"]),
    domain=WORDS,
    ending=st.sampled_from(["com", "es", "co.uk", "net"]),
    way=st.sampled_from(["written", "said", "spelled"]),
    language=st.sampled_from(LANGUAGES),
)
def test_an_address(
    parts: list[str], mark: str, domain: str, ending: str, way: str, language: Language
) -> None:
    local = mark.join(parts)
    address = f"{local}@{domain}.{ending}"
    text = address
    if way != "written":
        name = f" {' '.join(local)} " if way == "spelled" else local
        text = f"{name}@{domain}.{ending}"
        for sign, said in SAID_AS[language].items():
            text = text.replace(sign, said)
    found = read_contact(text, language, asked="email")
    assert [one.value for one in found if one.kind == "email"] == [address]
