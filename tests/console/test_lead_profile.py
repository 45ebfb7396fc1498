"""A salesperson reads where each datum is from, and what contradicts it."""

from typing import get_args

import pytest

from console.lead_pages import ProfileRow
from console.lead_profile import account_in_words, profile_rows
from console.lead_words import WHENCE
from console.naming import Naming
from console.translations import Words
from qualification.findings import FindingSource
from qualification.handover import OtherDatum, ProfileDatum
from qualification.profile.account import Account

AT = "2026-03-02T09:00:00+00:00"


def test_every_source_has_its_words() -> None:
    assert set(WHENCE) == set(get_args(FindingSource))


def test_what_they_said_is_shown_only_where_something_contradicts_it() -> None:
    said = ProfileDatum("Ana", "said", AT, confirmed=True, guessed=False, origin="Ana")
    guess = ProfileDatum(
        "Acme Tools", "email_domain", AT, confirmed=False, guessed=True, origin="acme-tools.es"
    )
    doubtful = ProfileDatum(
        "COO",
        "said",
        AT,
        confirmed=True,
        guessed=False,
        origin="soy la COO",
        others=(OtherDatum("CEO", "provider", AT, "data.example"), OtherDatum("CTO", "crm", AT)),
    )
    shown = profile_rows(
        {"first_name": said, "company": guess, "job_title": doubtful}, Naming(Words())
    )
    assert shown == (
        ProfileRow(
            "Company", "Acme Tools", "from their e-mail's domain, acme-tools.es, a guess", ()
        ),
        ProfileRow(
            "Job title",
            "COO",
            "they said so",
            ("but CEO: from data.example", "but CTO: from the CRM"),
        ),
    )


@pytest.mark.parametrize(
    ("account", "words"),
    [
        (Account("b2c"), "A person (B2C)"),
        (Account("b2b"), "A company (B2B): not known yet"),
        (Account("b2b", domain="acme.es"), "A company (B2B): acme.es"),
        (Account("b2b", "Acme", guessed=True), "A company (B2B): Acme, perhaps"),
        (Account("b2b", "Acme"), "A company (B2B): Acme"),
    ],
)
def test_an_account_is_a_company_or_a_person(account: Account, words: str) -> None:
    assert account_in_words(account, Words()) == words
