"""console.wording: the record in a salesperson's words."""

from datetime import UTC, datetime

import pytest

from console.wording import (
    line_in_words,
    moment,
    named,
    reason_in_words,
    rule_in_words,
    value_in_words,
)
from qualification.decision import Reason
from qualification.values import Json


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
            ("decides", "Decides"),
            ("we_rent", "We rent"),
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
        assert value_in_words(value) == words


class TestRules:
    def test_of_a_criterion_say_why(self) -> None:
        assert rule_in_words("refused") == "asked, and they would rather not say"
        assert rule_in_words("no_rate:USD") == "the script has no rate for USD"
        assert rule_in_words("something_new") == "something_new"

    def test_of_the_verdict_name_the_criteria(self) -> None:
        assert reason_in_words(Reason("all_of", "met", ("need",))) == "Need: must be good"
        assert (
            reason_in_words(Reason("at_least", "met", ("budget", "company_size")))
            == "Budget, Company size: enough of these must be good"
        )

    @pytest.mark.parametrize(
        ("line", "words"),
        [
            ("budget:positive", "Budget: good"),
            ("authority=decides", "Authority: decides"),
            ("fit:company_size", "Fits: Company size"),
            ("profile:job_title", "Fits: Job title"),
            ("event:price_page", "Did: Price page"),
            ("event:page_view>=30s", "Did: Page view, 30 s or more"),
            ("cap:engagement", "Over the cap: Engagement"),
            ("cap:engagement.email", "Over the cap: Engagement, email"),
            ("floor:total", "Never below zero"),
        ],
    )
    def test_of_a_score_line_name_what_gave_the_points(self, line: str, words: str) -> None:
        assert line_in_words(line) == words


def test_a_key_is_a_name() -> None:
    assert named("company_size") == "Company size"


def test_a_moment_says_its_zone() -> None:
    assert moment(datetime(2026, 3, 2, 9, 5, tzinfo=UTC)) == "2 Mar 2026, 09:05 UTC"
