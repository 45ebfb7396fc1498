"""A profile is worked out from the sheet: what they gave, and what it tells besides."""

from dataclasses import replace
from datetime import timedelta

from qualification.answers import Answer, AnswerSheet
from qualification.findings import Finding
from qualification.profile.gathering import profile_of
from qualification.script import Script
from qualification.values import Choice, Contact, ContactKind, Text, YesNo
from tests.builders import NOW, answer, make_script, number

SCRIPT = make_script()


def given(kind: ContactKind, value: str, quote: str | None = "so") -> Answer:
    """A contact datum of theirs; without a quote it stood in a form."""
    return answer(kind, Contact(kind, value), quote)


def sheet(*answers: Answer) -> AnswerSheet:
    """All of these, one after the other."""
    found = AnswerSheet()
    for one in answers:
        found = found.with_answer(one)
    return found


def values(found: AnswerSheet, script: Script = SCRIPT) -> dict[str, str]:
    """The datum that counts of each field."""
    return {field: entry.best.value for field, entry in profile_of(script, found, "es").items()}


def test_a_business_address_tells_the_company_as_a_guess() -> None:
    profile = profile_of(SCRIPT, sheet(given("email", "ana@mail.acme-tools.es")))
    assert {field: entry.best.value for field, entry in profile.items()} == {
        "email_kind": "business",
        "company_domain": "acme-tools.es",
        "company": "Acme Tools",
        "company_country": "ES",
    }
    assert profile["company"].best == Finding(
        "company", "Acme Tools", "email_domain", NOW, guessed=True, origin="acme-tools.es"
    )
    assert not profile["company_domain"].best.guessed


def test_a_private_address_tells_that_it_is_one() -> None:
    assert values(sheet(given("email", "ana@gmail.com"))) == {
        "email_kind": "personal",
        "language": "es",
    }


def test_a_domain_of_everybody_tells_no_country_and_perhaps_no_name() -> None:
    assert "company_country" not in values(sheet(given("email", "ana@acme.com")))
    nameless = values(sheet(given("email", "ana@onmicrosoft.com")))
    assert nameless["company_domain"] == "onmicrosoft.com"
    assert "company" not in nameless


def test_a_number_tells_country_area_and_time_zone() -> None:
    found = values(sheet(given("phone", "+34911234567", None)))
    assert found == {"country": "ES", "region": "Madrid", "time_zone": "Europe/Madrid"}
    assert values(sheet(given("phone", "+881612345678", None))) == {}
    assert values(sheet(given("phone", "anonymous", None))) == {}


def test_a_name_has_its_parts_and_the_language_is_the_one_they_speak() -> None:
    profile = profile_of(SCRIPT, sheet(given("name", "Ana Ruiz Gil")), "es")
    parts = {field: (entry.best.value, entry.best.confirmed) for field, entry in profile.items()}
    assert parts == {
        "name": ("Ana Ruiz Gil", True),
        "first_name": ("Ana", True),
        "last_name": ("Ruiz Gil", True),
        "language": ("es", True),
    }
    assert profile["name"].best.origin == "so"


def test_of_a_first_name_alone_there_is_no_surname() -> None:
    assert "last_name" not in values(sheet(given("name", "Ana")))


def test_what_they_say_beats_what_was_inferred_which_stays_visible() -> None:
    said = sheet(given("email", "ana@acme-tools.es"), given("company", "Borealis"))
    company = profile_of(SCRIPT, said)["company"]
    assert (company.best.value, company.best.source) == ("Borealis", "said")
    assert [(one.value, one.source) for one in company.others] == [("Acme Tools", "email_domain")]


def test_what_a_form_had_said_stays_visible_beside_what_they_say() -> None:
    found = sheet(given("company", "Acme", None), given("company", "Borealis"))
    company = profile_of(SCRIPT, found)["company"]
    assert company.best.value == "Borealis"
    assert [(one.value, one.source) for one in company.others] == [("Acme", "form")]
    corrected = sheet(given("company", "Acmee"), given("company", "Acme"))
    assert profile_of(SCRIPT, corrected)["company"].others == ()


def test_a_corrected_address_takes_its_company_with_it() -> None:
    found = sheet(given("email", "ana@acme.es"), given("email", "ana@borealis.mx"))
    company = profile_of(SCRIPT, found)["company"]
    assert company.best.value == "Borealis"
    assert company.others == ()


def test_what_others_told_counts_for_the_address_they_were_asked_about() -> None:
    told = Finding("industry", "software", "provider", NOW, origin="data", about="ana@acme.es")
    found = sheet(given("email", "ana@acme.es")).with_findings([told])
    assert profile_of(SCRIPT, found)["industry"].best == told
    other = found.with_answer(given("email", "ana@borealis.es"))
    assert "industry" not in profile_of(SCRIPT, other)
    ours = replace(told, about=None, source="crm")
    assert "industry" in profile_of(SCRIPT, AnswerSheet().with_findings([ours]))


def test_how_they_call_themselves_elsewhere_stays_beside_the_name_they_give() -> None:
    there = replace(given("name", "Anita", None), source="profile")
    assert profile_of(SCRIPT, sheet(there))["name"].best.source == "channel"
    name = profile_of(SCRIPT, sheet(there, given("name", "Ana Ruiz")))["name"]
    assert name.best.value == "Ana Ruiz"
    assert [(one.value, one.source) for one in name.others] == [("Anita", "channel")]
    assert profile_of(SCRIPT, sheet(there, given("name", "Anita")))["name"].others == ()


def test_criteria_of_these_names_are_part_of_the_profile() -> None:
    found = sheet(
        answer("company_size", number(51, 200)),
        answer("industry", Text("logistics")),
        answer("country", Choice("es")),
        answer("region", Choice("north")),
        answer("company_city", YesNo(yes=True)),
        answer("need", Text("a CRM")),
    )
    assert values(found) == {
        "company_size": "51-200",
        "industry": "logistics",
        "country": "ES",
        "region": "north",
        "language": "es",
    }


def test_where_the_script_wants_no_profile_there_is_only_what_they_said() -> None:
    script = make_script(profile=False)
    found = sheet(given("name", "Ana Ruiz"), given("email", "ana@acme.es"))
    assert set(values(found, script)) == {"name", "first_name", "last_name", "language"}


def test_each_datum_is_as_old_as_what_it_rests_on() -> None:
    old = replace(given("phone", "+34911234567"), given=NOW - timedelta(days=3))
    profile = profile_of(SCRIPT, sheet(old, given("name", "Ana")), "es")
    assert profile["country"].best.at == NOW - timedelta(days=3)
    assert profile["language"].best.at == NOW
