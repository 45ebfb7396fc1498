"""Mistakes about profiles are found before a script is published, each with its place."""

import re

import pytest

from qualification.scriptfile import ScriptError, parse_script
from tests.builders import sample_text

BASE = re.sub(r"(?m)^(account|prefill):.*\n", "", sample_text("crm-suite"))


def mistakes(text: str) -> list[str]:
    """What is wrong with a text, as its author reads it."""
    try:
        parse_script(text, "x")
    except ScriptError as error:
        return str(error).splitlines()
    return []


def scored(*lines: str, above: str = "") -> str:
    """The sample with these lines of the profile; the first one stands in line 4 of its score."""
    profile = "".join(f"      - {line}\n" for line in lines)
    whole = f"score:\n  fit:\n    profile:\n{profile}"
    return above + re.sub(r"(?ms)^score:\n.*?(?=^\S)", lambda _: whole, BASE)


def test_the_words_of_profiles_are_taken() -> None:
    above = "account: b2b\nprefill: [company, job_title, company_size]\n"
    assert not mistakes(
        scored(
            "{when: {country: {any_of: [ES, MX]}, email_kind: {any_of: [business]}}, points: 5}",
            "{when: {company_size: {at_least: 50}}, points: 5, confirmed: yes}",
            "{when: {industry: {any_of: [software]}, region: {mentions: [Madrid]}}, points: 5}",
            above=above,
        )
    )


@pytest.mark.parametrize(
    ("above", "found"),
    [
        (
            "prefill: [company, industry]\n",
            "x:1:20: there is no criterion `industry` to prefill: "
            "add a criterion with `key: industry`, or prefill only company and job_title",
        ),
        (
            "prefill: [compani]\n",
            "x:1:11: `compani` is not known here: did you mean `company`?",
        ),
        (
            "prefill: [company, company]\n",
            "x:1:20: `company` stands here a second time, after line 1: name each of them once",
        ),
        (
            "prefill: [company]\nprofile: no\n",
            "x:1:11: nothing is prefilled where `profile` is off: "
            "delete `prefill`, or `profile: no`",
        ),
        ("account: b3b\n", "x:1:10: `b3b` is not known here: did you mean `b2b`?"),
        ("prefill: yes\n", "x:1:10: a list is expected here"),
        ("prefill: [[company]]\n", "x:1:11: "),
    ],
)
def test_what_is_wrong_above_is_told(above: str, found: str) -> None:
    told = mistakes(above + BASE)
    assert len(told) == 1
    assert told[0].startswith(found)


def test_a_question_of_another_kind_is_answered_by_no_profile() -> None:
    criterion = (
        "criteria:\n  - {key: industry, kind: yes_no, ask: {es: '¿Industria?', en: Industry?}}\n"
    )
    text = "prefill: [industry]\n" + BASE.replace("criteria:\n", criterion, 1)
    assert mistakes(text) == [
        "x:1:11: `industry` is a yes_no question: a profile cannot answer it: "
        "make it one of choice, text"
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "{when: {country: {any_of: [es]}}, points: 5}",
            "there is no country `es`: did you mean `ES`?",
        ),
        (
            "{when: {country: {any_of: [Spain]}}, points: 5}",
            "there is no country `Spain`: write two letters: ES, MX, US (ISO 3166-1)",
        ),
        (
            "{when: {email_kind: {any_of: [bussiness]}}, points: 5}",
            "there is no email kind `bussiness`: did you mean `business`?",
        ),
        (
            "{when: {company_size: {any_of: [big]}}, points: 5}",
            "this condition is not for `company_size`: write it like `{at_least: 50}`",
        ),
        (
            "{when: {job_title: {at_least: 5}}, points: 5}",
            "this condition is not for `job_title`: write it like `{mentions: [director]}`",
        ),
        (
            "{when: {phone: {any_of: [ES]}}, points: 5}",
            "this condition is not for `phone`: write it like `{mentions: [director]}`",
        ),
        (
            "{when: {contry: {any_of: [ES]}}, points: 5}",
            "`contry` is not known here: did you mean `country`?",
        ),
    ],
)
def test_lines_of_the_score_are_in_words_of_their_field(line: str, found: str) -> None:
    (told,) = mistakes(scored(line))
    assert re.fullmatch(rf"x:\d+:\d+: {re.escape(found)}", told)


def test_where_the_profile_is_off_its_points_never_count() -> None:
    lines = (
        "{when: {country: {any_of: [ES]}}, points: 5}",
        "{when: {job_title: {mentions: [director]}}, points: 5}",
    )
    (told,) = mistakes(scored(*lines, above="profile: no\n"))
    assert "`country` is never known where `profile` is off: delete this line" in told


@pytest.mark.parametrize("when", ["yes", "{country: ES}", "{country: {any_of: ES}}"])
def test_what_has_no_form_at_all_is_left_to_the_form(when: str) -> None:
    assert mistakes(scored(f"{{when: {when}, points: 5}}", "5"))


def test_a_score_without_form_is_left_to_the_form() -> None:
    assert mistakes(re.sub(r"(?ms)^score:\n.*?(?=^\S)", "score: {fit: {profile: 5}}\n", BASE))
    assert mistakes(re.sub(r"(?ms)^score:\n.*?(?=^\S)", "score: {fit: 5}\n", BASE))
