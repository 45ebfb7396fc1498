"""A service is told what it needs to find somebody, and nothing that was guessed."""

from agent.enrichment import Subject, subject_of
from qualification.answers import AnswerSheet
from qualification.values import Contact, ContactKind, Text
from tests.builders import answer, make_script


def test_a_service_is_told_the_name_the_address_and_the_country() -> None:
    sheet = AnswerSheet()
    given: tuple[tuple[ContactKind, str], ...] = (
        ("name", "Ana Ruiz Gil"),
        ("email", "ana@acme.es"),
        ("phone", "+34911234567"),
    )
    for kind, value in given:
        sheet = sheet.with_answer(answer(kind, Contact(kind, value)))
    sheet = sheet.with_answer(answer("need", Text("a CRM, and nobody may know")))
    assert subject_of(make_script(), sheet, "ana@acme.es") == Subject(
        "ana@acme.es",
        first_name="Ana",
        last_name="Ruiz Gil",
        domain="acme.es",
        country="ES",
    )


def test_the_company_is_told_where_they_named_it() -> None:
    sheet = AnswerSheet().with_answer(answer("company", Contact("company", "Acme")))
    assert subject_of(make_script(), sheet, "ana@acme.es") == Subject("ana@acme.es", company="Acme")
