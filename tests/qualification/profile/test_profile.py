"""What they said goes first, what was told next, what was inferred last; nothing is overwritten."""

from datetime import timedelta

import pytest

from qualification.findings import Finding, FindingSource
from qualification.profile.profile import ORDER, make_profile, same
from tests.builders import NOW


def finding(
    value: str, source: FindingSource, *, days: int = 0, confirmed: bool = False
) -> Finding:
    """Something about the company."""
    return Finding("company", value, source, NOW + timedelta(days=days), confirmed=confirmed)


def test_each_source_beats_those_after_it() -> None:
    told = [finding(source, source) for source in reversed(ORDER)]
    entry = make_profile(told)["company"]
    assert entry.best.value == "said"
    assert [one.value for one in entry.others] == list(ORDER[1:])


def test_what_was_confirmed_beats_what_was_not_whatever_its_source() -> None:
    yes = finding("Acme", "channel", confirmed=True)
    entry = make_profile([finding("Apex", "crm"), yes, finding("Apex Group", "form")])["company"]
    assert entry.best == yes
    assert [one.value for one in entry.others] == ["Apex Group", "Apex"]


def test_of_one_source_the_newest_counts() -> None:
    entry = make_profile([finding("Old", "provider"), finding("New", "provider", days=1)])[
        "company"
    ]
    assert entry.best.value == "New"


def test_the_same_in_other_words_contradicts_nothing() -> None:
    told = [finding("Acme Tools, S.L.", "said", confirmed=True), finding("acmetools", "provider")]
    assert make_profile(told)["company"].others == ()


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("Acme Tools, S.L.", "ACME TOOLS", True),
        ("Peña S.A. de C.V.", "Peña SA de CV", True),
        ("Acme", "Acme Group", False),
        ("SL", "S.L.", False),
    ],
)
def test_a_companys_legal_form_says_nothing_of_it(one: str, other: str, *, equal: bool) -> None:
    assert same("company", one, other) is equal


def test_other_fields_are_compared_without_case_and_accents() -> None:
    assert same("job_title", "Directora de Operaciones", "directora de operaciones")
    assert not same("country", "ES", "MX")
