"""Points for who they are: the country, the size, the kind of address, the position."""

from dataclasses import replace
from typing import Any

import pytest

from qualification.answers import AnswerSheet
from qualification.findings import Finding, ProfileField
from qualification.points import reach
from qualification.scoring import ScoreLine, score
from qualification.script import Script
from qualification.values import Contact
from tests.builders import NOW, answer, make_script

EMAIL = answer("email", Contact("email", "ana@acme-tools.es"))
NEED = 20
"""What the framework gives for a need, at best."""


def script(when: dict[str, Any], **parts: Any) -> Script:
    """One line of the profile, worth ten points."""
    return make_script(score={"fit": {"profile": [{"when": when, "points": 10, **parts}]}})


def told(**fields: str) -> AnswerSheet:
    """What a service told about her."""
    names: dict[str, ProfileField] = {"size": "company_size", "industry": "industry"}
    return (
        AnswerSheet()
        .with_answer(EMAIL)
        .with_findings(
            Finding(names[name], value, "provider", NOW, about="ana@acme-tools.es")
            for name, value in fields.items()
        )
    )


@pytest.mark.parametrize(
    ("when", "points"),
    [
        ({"company_country": {"any_of": ["ES", "MX"]}}, 10),
        ({"company_country": {"any_of": ["MX"]}}, 0),
        ({"country": {"any_of": ["ES"]}}, 0),
        ({"email_kind": {"any_of": ["business"]}}, 10),
        ({"company_domain": {"mentions": ["acme-tools.es"]}}, 10),
        ({"company_size": {"at_least": 50}}, 10),
        ({"company_size": {"at_least": 500}}, 0),
        ({"industry": {"mentions": ["software"]}}, 10),
        ({"industry": {"any_of": ["software as a service"]}}, 10),
        ({"industry": {"mentions_none_of": ["gambling"]}}, 10),
        ({"company_city": {"given": False}}, 10),
        ({"email": {"mentions": ["acme"]}}, 10),
        ({"company": {"given": True}}, 0),
        ({"company_country": {"any_of": ["ES"]}, "company_size": {"at_least": 500}}, 0),
    ],
)
def test_a_line_counts_when_all_its_conditions_are_met(when: dict[str, Any], points: int) -> None:
    known = told(size="51-200", industry="Software as a Service")
    card = score(script(when), known, NOW)
    assert card.fit == points
    states = {"need": "unknown"}
    assert reach(script(when), known, states).most == NEED + points
    if points:
        assert card.lines == (ScoreLine("profile:" + "+".join(when), 10),)


def test_a_size_in_other_words_is_none() -> None:
    assert score(script({"company_size": {"at_least": 1}}), told(size="plenty"), NOW).fit == 0


def test_points_may_ask_for_what_they_said_themselves() -> None:
    title = {"job_title": {"mentions": ["director"]}}
    said = answer("job_title", Contact("job_title", "Director"))
    form = answer("job_title", Contact("job_title", "Director"), None)
    for one, points in ((said, 10), (form, 0), (replace(form, source="inferred"), 0)):
        known = AnswerSheet().with_answer(one)
        assert score(script(title, confirmed=True), known, NOW).fit == points
        assert score(script(title), known, NOW).fit == 10
    country = script({"company_country": {"any_of": ["ES"]}}, confirmed=True)
    assert score(country, told(), NOW).fit == 0


def test_where_the_script_wants_no_profile_nothing_of_it_counts() -> None:
    line = {"when": {"company_country": {"any_of": ["ES"]}}, "points": 10}
    off = make_script(profile=False, score={"fit": {"profile": [line]}})
    assert score(off, told(), NOW).fit == 0
