"""Addresses written, spoken, spelled and mistyped."""

import pytest

from qualification.normalise import read_contact
from qualification.values import ContactKind, Language


@pytest.mark.parametrize(
    ("language", "asked", "region", "text", "said"),
    [
        ("es", "email", "ES", "Ana López ana@x.es", [("email", "ana@x.es")]),
        ("es", None, "ES", "Ana López, ana@x.es", [("email", "ana@x.es")]),
        (
            "es",
            None,
            "ES",
            "ana punto lopez arroba gmail punto com",
            [("email", "ana.lopez@gmail.com")],
        ),
        ("en", None, "ES", "a n a at gmail dot com", [("email", "ana@gmail.com")]),
        (
            "es",
            None,
            "ES",
            "ana guion bajo lopez arroba gmail punto com",
            [("email", "ana_lopez@gmail.com")],
        ),
        (
            "en",
            None,
            "ES",
            "ana underscore lopez at gmail dot com",
            [("email", "ana_lopez@gmail.com")],
        ),
        (
            "es",
            None,
            "ES",
            "ana lopez todo junto arroba gmail punto com",
            [("email", "analopez@gmail.com")],
        ),
        (
            "es",
            None,
            "ES",
            "ana lopez, todo junto, arroba gmail punto com",
            [("email", "analopez@gmail.com")],
        ),
        (
            "es",
            None,
            "ES",
            "analopez arroba gmail punto com todo junto",
            [("email", "analopez@gmail.com")],
        ),
        (
            "en",
            None,
            "ES",
            "anna lee all one word at gmail dot com",
            [("email", "annalee@gmail.com")],
        ),
        (
            "en",
            None,
            "ES",
            "annalee at gmail dot com all lowercase",
            [("email", "annalee@gmail.com")],
        ),
        (
            "es",
            "email",
            "ES",
            "be de barcelona, a, de, o, arroba gmail punto com",
            [("email", "bado@gmail.com")],
        ),
        (
            "es",
            "email",
            "ES",
            "ene de navarra, a, te de toledo arroba acme punto es",
            [("email", "nat@acme.es")],
        ),
        (
            "en",
            "email",
            "ES",
            "b as in boy, o, b as in boy at gmail dot com",
            [("email", "bob@gmail.com")],
        ),
        (
            "en",
            "email",
            "ES",
            "b for bravo o b for bravo at gmail dot com",
            [("email", "bob@gmail.com")],
        ),
        (
            "en",
            "email",
            "ES",
            "it's dana dash reed at acme dot co dot uk",
            [("email", "dana-reed@acme.co.uk")],
        ),
        (
            "en",
            "email",
            "ES",
            "my email is john dot smith seventy two at gmail dot com",
            [("email", "john.smith72@gmail.com")],
        ),
        (
            "es",
            "email",
            "ES",
            "mi correo es juan veintitrés arroba hotmail punto es",
            [("email", "juan23@hotmail.es")],
        ),
        ("es", "email", "ES", "juan2 3 arroba hotmail punto es", [("email", "juan23@hotmail.es")]),
        ("es", "email", "ES", "jota pe erre arroba acme punto es", [("email", "jpr@acme.es")]),
        ("es", "email", "ES", "ana@gmail,com", [("email", "ana@gmail.com")]),
        ("es", "email", "ES", "ana@gmail . com", [("email", "ana@gmail.com")]),
        ("es", "email", "ES", "ana @gmail.com", [("email", "ana@gmail.com")]),
        ("en", "email", "ES", "ana (at) gmail (dot) com", [("email", "ana@gmail.com")]),
        ("en", "email", "ES", "ana [at] gmail [dot] com", [("email", "ana@gmail.com")]),
        ("es", "email", "ES", "ana(arroba)gmail.com", [("email", "ana@gmail.com")]),
        ("es", "email", "ES", "ANA@GMAIL.COM", [("email", "ana@gmail.com")]),
        ("es", "email", "ES", "mailto:ana@gmail.com", [("email", "ana@gmail.com")]),
        ("en", "email", "ES", "no email sorry", []),
        ("en", "email", "ES", "let's meet at acme dot", []),
        ("en", "email", "ES", "I work at acme.com", [("company", "acme")]),
    ],
)
def test_an_address_is_read(
    language: Language,
    asked: ContactKind | None,
    region: str,
    text: str,
    said: list[tuple[str, str]],
) -> None:
    found = read_contact(text, language, asked=asked, region=region)
    assert sorted((one.kind, one.value) for one in found) == said
