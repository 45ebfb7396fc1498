"""What only looks like a name, a title, a company or an address."""

import pytest

from qualification.normalise import read_contact
from qualification.values import ContactKind, Language


def said(
    text: str, language: Language, asked: ContactKind | None = None
) -> list[tuple[ContactKind, str]]:
    return [(one.kind, one.value) for one in read_contact(text, language, asked=asked)]


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        ("en", "whatever", "name"),
        ("en", "nobody", "name"),
        ("es", "no soy el propietario", None),
        ("es", "no soy la directora", "job_title"),
        ("es", "ya no soy el gerente", "job_title"),
    ],
)
def test_no_name_and_no_title(language: Language, text: str, asked: ContactKind | None) -> None:
    assert said(text, language, asked) == []


def test_a_denial_before_a_comma_denies_something_else() -> None:
    assert said("no, soy el propietario", "es") == [("job_title", "propietario")]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "Soy yo, Begoña", "Begoña"),
        ("en", "it's me, Karen", "Karen"),
        ("en", "my name is June May", "June May"),
        ("en", "my name is Karen May I ask who you are", "Karen"),
        ("en", "it's Karen from accounting", "Karen"),
        ("en", "this is Karen from the sales team", "Karen"),
        ("es", "soy Ana, de administración", "Ana"),
    ],
)
def test_a_name_and_nothing_more(language: Language, text: str, name: str) -> None:
    assert said(text, language) == [("name", name)]


def test_a_company_after_from_is_one() -> None:
    assert ("company", "Initech") in said("it's Karen from Initech", "en")
    assert ("company", "Sales Force One") in said("it's Karen from Sales Force One", "en")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("begoña@piñata.es", "begoña@piñata.es"),
        ("es josé@ejemplo.es", "josé@ejemplo.es"),
        ("ana@peluquería-sol.es", "ana@peluquería-sol.es"),
        ("begoña arroba ejemplo punto es", "begoña@ejemplo.es"),
        ("ana@ejemplo.es", "ana@ejemplo.es"),
    ],
)
def test_an_address_is_never_changed_into_another(text: str, address: str) -> None:
    assert said(text, "es") == [("email", address)]


def test_an_address_that_cannot_be_is_not_mended() -> None:
    assert said("begoña..ruiz@ejemplo.es", "es") == []
