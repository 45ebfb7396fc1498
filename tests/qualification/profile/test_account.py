"""S46: of a B2B lead the company is the account and the person its contact; of a B2C lead the
person is all there is.
"""

from typing import Literal

import pytest

from qualification.answers import AnswerSheet
from qualification.findings import Finding
from qualification.profile.account import Account, account_of
from qualification.profile.gathering import profile_of
from qualification.values import Contact
from tests.builders import NOW, answer, make_script

BUSINESS = AnswerSheet().with_answer(answer("email", Contact("email", "ana@acme-tools.es")))
PRIVATE = AnswerSheet().with_answer(answer("email", Contact("email", "ana@gmail.com")))


@pytest.mark.parametrize(
    ("sells_to", "sheet", "account"),
    [
        ("b2b", PRIVATE, Account("b2b")),
        ("b2c", BUSINESS, Account("b2c")),
        ("b2c", PRIVATE, Account("b2c")),
        ("either", PRIVATE, Account("b2c")),
        (
            "either",
            BUSINESS,
            Account("b2b", "Acme Tools", guessed=True, domain="acme-tools.es", country="ES"),
        ),
    ],
)
def test_the_script_says_to_whom_it_sells_and_the_profile_which_company_it_is(
    sells_to: Literal["b2b", "b2c", "either"], sheet: AnswerSheet, account: Account
) -> None:
    script = make_script(account=sells_to)
    assert account_of(script, profile_of(script, sheet)) == account


def test_what_is_known_of_the_company_goes_with_it() -> None:
    about = "ana@acme-tools.es"
    told = [
        Finding("company", "Acme Tools Group", "provider", NOW, about=about),
        Finding("company_city", "Bilbao", "provider", NOW, about=about),
        Finding("company_size", "51-200", "provider", NOW, about=about),
        Finding("industry", "software", "provider", NOW, about=about),
    ]
    script = make_script(account="b2b")
    assert account_of(script, profile_of(script, BUSINESS.with_findings(told))) == Account(
        "b2b",
        "Acme Tools Group",
        domain="acme-tools.es",
        country="ES",
        city="Bilbao",
        size="51-200",
        industry="software",
    )
