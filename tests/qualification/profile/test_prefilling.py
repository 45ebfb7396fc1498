"""What the profile tells need not be asked, where the script says so, until they say otherwise."""

from dataclasses import replace
from typing import Any

import pytest

from qualification.answers import AnswerSheet
from qualification.decision import questions
from qualification.findings import Finding, ProfileField
from qualification.profile.prefilling import as_answer, prefill
from qualification.script import Script
from qualification.values import Choice, Contact, Number, Text
from tests.builders import NOW, answer, make_script, make_sheet, number, question

EMAIL = answer("email", Contact("email", "ana@acme-tools.es"))
OPTIONS = {
    "es": {"says": {"es": "España", "en": "Spain"}},
    "north_america": {"says": {"es": ["Estados Unidos", "US"], "en": ["United States", "US"]}},
}


def script(*prefilled: str, **parts: Any) -> Script:
    """A script that prefills these, and asks for them too."""
    criteria = [
        {"key": "need"},
        question("company_size", "number", positive={"at_least": 50}),
        question("company_country", "choice", options=OPTIONS, positive={"any_of": ["es"]}),
        question("industry", "text"),
    ]
    rule = {"all_of": ["need", "company_size", "company_country"]}
    contact = {"ask": ["name", "email", "company"]}
    return make_script(criteria=criteria, qualify=rule, contact=contact, prefill=prefilled, **parts)


def told(field: ProfileField, value: str) -> AnswerSheet:
    """What a service told about her."""
    finding = Finding(field, value, "provider", NOW, origin="data", about="ana@acme-tools.es")
    return AnswerSheet().with_answer(EMAIL).with_findings([finding])


def test_only_what_the_script_names_is_prefilled() -> None:
    known = AnswerSheet().with_answer(EMAIL)
    assert prefill(script(), known) is known
    filled = prefill(script("company", "company_country"), known)
    assert filled.answers["company"].value == Contact("company", "Acme Tools")
    assert filled.answers["company"].source == "inferred"
    assert filled.answers["company_country"].value == Choice("es")
    assert set(filled.answers) == {"email", "company", "company_country"}
    assert prefill(script("company", "company_country"), filled) is filled


def test_what_is_prefilled_is_not_asked() -> None:
    one = script("company_country")
    need = AnswerSheet().with_answer(EMAIL).with_answer(answer("need", Text("a CRM")))
    assert "company_country" in questions(one, need, frozenset())
    assert "company_country" not in questions(one, prefill(one, need), frozenset())


def test_what_they_say_replaces_it_without_being_a_correction() -> None:
    filled = prefill(script("company"), AnswerSheet().with_answer(EMAIL))
    assert filled.settled("company")
    assert filled.stated("company") is None
    said = filled.with_answer(answer("company", Contact("company", "Borealis")))
    assert said.replaced == ()
    assert prefill(script("company"), said) is said
    confirmed = filled.with_answer(answer("company", Contact("company", "Acme Tools")))
    assert confirmed.answers["company"].source == "prospect"


def test_an_inference_goes_with_what_it_rests_on() -> None:
    one = script("company")
    filled = prefill(one, AnswerSheet().with_answer(EMAIL))
    elsewhere = answer("email", Contact("email", "ana@borealis.com"))
    moved = prefill(one, filled.with_answer(elsewhere))
    assert moved.answers["company"].value == Contact("company", "Borealis")
    private = answer("email", Contact("email", "ana@gmail.com"))
    gone = prefill(one, filled.with_answer(private))
    assert "company" not in gone.answers
    assert [one.key for one in gone.replaced] == ["email"]


def test_who_would_not_say_is_not_answered_for() -> None:
    declined = make_sheet(declined={"company": "refused"}).with_answer(EMAIL)
    assert "company" not in prefill(script("company"), declined).answers


def test_a_profile_of_a_messenger_gives_way_too() -> None:
    there = replace(answer("job_title", Contact("job_title", "CEO"), None), source="profile")
    known = told("job_title", "Directora").with_answer(there)
    title = prefill(script("job_title"), known).answers["job_title"]
    assert title.value == Contact("job_title", "Directora")


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("company_size", "51-200", number(51, 200)),
        ("company_size", "120", number(120)),
        ("company_size", "1000+", Number(number(1000).min, None)),
        ("company_size", "plenty", None),
        ("company_country", "ES", Choice("es")),
        ("company_country", "espana", Choice("es")),
        ("company_country", "us", Choice("north_america")),
        ("company_country", "North America", Choice("north_america")),
        ("company_country", "FR", None),
        ("industry", "Logistics", Text("Logistics")),
    ],
)
def test_a_datum_is_an_answer_where_it_is_one_of_the_questions(
    key: str, text: str, value: object
) -> None:
    criterion = script().criterion(key)
    assert criterion is not None
    assert as_answer(criterion, text) == value


def test_other_questions_are_answered_by_no_profile() -> None:
    asked = make_script(criteria=[question("need", "yes_no")]).criterion("need")
    assert asked is not None
    assert as_answer(asked, "yes") is None


def test_a_field_that_is_no_question_is_left_alone() -> None:
    """`scripts check` tells of it; a script of an earlier version may have it."""
    one = make_script(prefill=["industry"])
    known = told("industry", "Logistics")
    assert prefill(one, known) is known
