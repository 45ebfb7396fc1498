"""Telephones written and said, and the countries they are from."""

import pytest

from qualification.normalise import read_contact
from qualification.values import ContactKind, Language


@pytest.mark.parametrize(
    ("language", "asked", "region", "text", "said"),
    [
        ("es", "phone", "ES", "600123123 Ana", [("phone", "+34600123123")]),
        (
            "es",
            "phone",
            "ES",
            "seis cero cero, doce, treinta y cuatro, cincuenta y seis",
            [("phone", "+34600123456")],
        ),
        (
            "es",
            "phone",
            "ES",
            "seiscientos doce treinta y cuatro cincuenta y seis setenta y ocho",
            [("phone", "+34612345678")],
        ),
        (
            "es",
            "phone",
            "ES",
            "seis cero cero ciento veintitrés cuatrocientos cincuenta y seis",
            [("phone", "+34600123456")],
        ),
        (
            "es",
            "phone",
            "ES",
            "más treinta y cuatro seis uno dos tres cuatro cinco seis siete ocho",
            [("phone", "+34612345678")],
        ),
        (
            "es",
            "phone",
            "ES",
            "seis doble cero, uno dos tres, uno dos tres",
            [("phone", "+34600123123")],
        ),
        (
            "en",
            "phone",
            "GB",
            "oh seven seven double oh nine hundred one two three",
            [("phone", "+447700900123")],
        ),
        (
            "en",
            "phone",
            "GB",
            "oh seven seven double zero, nine double zero, one two three",
            [("phone", "+447700900123")],
        ),
        (
            "en",
            "phone",
            "US",
            "four one five, five five five, two six seven one",
            [("phone", "+14155552671")],
        ),
        (
            "en",
            "phone",
            "US",
            "four one five double five five two six seven one",
            [("phone", "+14155552671")],
        ),
        (
            "en",
            "phone",
            "US",
            "four one five triple five two six seven one",
            [("phone", "+14155552671")],
        ),
        ("en", "phone", "GB", "07700 900123", [("phone", "+447700900123")]),
        ("en", "phone", "ES", "07700 900123", [("phone", "+447700900123")]),
        ("en", None, "ES", "my number is 07700 900123", [("phone", "+447700900123")]),
        ("en", None, "ES", "call me on 020 7946 0958", [("phone", "+442079460958")]),
        ("en", None, "ES", "(415) 555-2671", [("phone", "+14155552671")]),
        ("en", None, "ES", "it's 415-555-2671", [("phone", "+14155552671")]),
        ("es", None, "ES", "600123123", [("phone", "+34600123123")]),
        ("es", None, "ES", "+52 55 1234 5678", [("phone", "+525512345678")]),
        ("es", "phone", "ES", "525512345678", [("phone", "+525512345678")]),
        ("es", None, "MX", "55 1234 5678", [("phone", "+525512345678")]),
        ("es", "phone", "ES", "91 123 45 67", [("phone", "+34911234567")]),
        ("es", None, "ES", "llámame al 91 123 45 67", [("phone", "+34911234567")]),
        ("es", None, "ES", "mi tel: 612.345.678", [("phone", "+34612345678")]),
        ("es", "phone", "ES", "6OO 123 123", []),
        (
            "es",
            "phone",
            "ES",
            "el 612345678 o el 913456789",
            [("phone", "+34612345678"), ("phone", "+34913456789")],
        ),
        ("es", "phone", "ES", "no te lo doy", []),
        ("es", "phone", "ES", "tengo 3000 euros y 20 empleados", []),
        ("es", "phone", "ES", "612345678 ext. 12", [("phone", "+34612345678")]),
    ],
)
def test_a_telephone_is_read(
    language: Language,
    asked: ContactKind | None,
    region: str,
    text: str,
    said: list[tuple[str, str]],
) -> None:
    found = read_contact(text, language, asked=asked, region=region)
    assert sorted((one.kind, one.value) for one in found) == said


def test_what_is_said_twice_has_to_be_a_figure() -> None:
    assert not read_contact("seis doble casa", "es", asked="phone")
    assert not read_contact("six hundred double", "en", asked="phone")
