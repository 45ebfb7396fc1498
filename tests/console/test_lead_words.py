"""console.lead_words: the record in a salesperson's words, in their language."""

import pytest

from console.lead_words import (
    answer_in_words,
    line_in_words,
    reason_in_words,
    rule_in_words,
    value_in_words,
)
from console.naming import Naming
from console.translations import Words
from qualification.decision import Reason
from qualification.scriptfile import parse_script
from qualification.values import Json
from tests.builders import sample_text

ENGLISH, SPANISH = Words("en"), Words("es")
NAMES = Naming(ENGLISH)


def amount(low: Json, high: Json, **more: Json) -> Json:
    return {"min": low, "max": high, **more}


def time(kind: str, start: str | None = None, end: str | None = None, **more: Json) -> Json:
    return {"kind": kind, "start": start, "end": end, **more}


class TestValues:
    @pytest.mark.parametrize(
        ("value", "words"),
        [
            (None, "—"),
            (True, "yes"),
            (False, "no"),
            ("A CRM for 12 people", "A CRM for 12 people"),
            (amount(40, 40), "40"),
            (amount(10, 50), "10 to 50"),
            (amount(1000, None), "at least 1,000"),
            (amount(None, 2.5), "up to 2.5"),
            (amount(3000, 3000, currency="EUR", period="year"), "3,000 EUR a year"),
            (amount(90, 90, currency="USD", period="once"), "90 USD, once"),
            (amount(1, 2, currency=None, period=None, approximate=True), "about 1 to 2"),
            (time("asap"), "as soon as possible"),
            (time("none"), "no date in mind"),
            (time("date", "2026-05-01", "2026-05-02"), "1 May 2026"),
            (time("range", "2026-05-01", "2026-06-01"), "1 May 2026 to 31 May 2026"),
            (time("open", "2026-05-01"), "from 1 May 2026 on"),
            (time("open", None, "2026-05-02", approximate=True), "about by 1 May 2026"),
            (time("range"), "some time"),
        ],
    )
    def test_are_said_in_a_few_words(self, value: Json, words: str) -> None:
        assert value_in_words(value, ENGLISH) == words


class TestRules:
    def test_of_a_criterion_say_why(self) -> None:
        assert rule_in_words("refused", ENGLISH) == "asked, and they would rather not say"
        assert rule_in_words("no_rate:USD", ENGLISH) == "the script has no rate for USD"
        assert rule_in_words("something_new", ENGLISH) == "something_new"

    def test_of_the_verdict_name_the_criteria(self) -> None:
        assert reason_in_words(Reason("all_of", "met", ("need",)), NAMES) == "Need: must be good"
        assert (
            reason_in_words(Reason("at_least", "met", ("budget", "company_size")), NAMES)
            == "Budget, Company size: enough of these must be good"
        )

    @pytest.mark.parametrize(
        ("line", "words"),
        [
            ("budget:positive", "Budget: good"),
            ("authority=decides", "Who decides: decides"),
            ("fit:company_size", "Fits: Company size"),
            ("profile:job_title", "Fits: Job title"),
            ("event:price_page", "Did: looked at the prices"),
            ("event:page_view>=30s", "Did: Page view, 30 s or more"),
            ("cap:engagement", "Over the cap: Engagement"),
            ("cap:engagement.email", "Over the cap: Engagement, email"),
            ("floor:total", "Never below zero"),
            ("fit:company_size+job_title", "Fits: Company size, Job title"),
        ],
    )
    def test_of_a_score_line_name_what_gave_the_points(self, line: str, words: str) -> None:
        assert line_in_words(line, NAMES) == words


class TestNames:
    def test_are_the_scripts_own_in_the_readers_language(self) -> None:
        text = sample_text("crm-suite").replace(
            "  - key: need\n", "  - key: need\n    name: {es: Qué les duele, en: What hurts}\n", 1
        )
        names = Naming.of(parse_script(text), SPANISH)
        said = reason_in_words(Reason("all_of", "met", ("need", "budget")), names)
        assert said == "Qué les duele, Presupuesto: tiene que estar bien"
        assert line_in_words("need:positive", names) == "Qué les duele: bien"

    def test_of_answers_to_choose_are_said_with_them(self) -> None:
        assert answer_in_words("authority", "influences", NAMES) == "Influences the decision"
        assert answer_in_words("need", "A CRM for 12 people", NAMES) == "A CRM for 12 people"
        assert answer_in_words("authority", "decides", Naming(SPANISH)) == "Decide"
