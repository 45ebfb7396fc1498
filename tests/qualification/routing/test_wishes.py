"""qualification.routing.wishes: which leads a rule is for."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from qualification.routing.wishes import Range, When, Wish
from tests.qualification.routing.plans import lead

KNOWN = lead(
    country="ES",
    region="Madrid",
    source="google-ads",
    account="b2b",
    domain="obras.gob.es",
    size=(Decimal(40), Decimal(60)),
    answers={"authority": "decides", "seats": {"min": 20, "max": None}, "agency": True, "n": 7},
)


@pytest.mark.parametrize(
    "line",
    [
        {"script": "CRM-suite"},
        {"country": ["PT", "ES"]},
        {"region": "madrid"},
        {"language": ["es"]},
        {"size": {"at_least": 50}},
        {"size": {"at_most": 40}},
        {"tier": ["warm", "hot"]},
        {"score": {"at_least": 80, "at_most": 80}},
        {"source": "google*"},
        {"channel": "chat"},
        {"account": "b2b"},
        {"domain": ["acme.com", "*.gob.es"]},
        {"why": "qualified"},
        {"answers": {"authority": {"any_of": "Decides"}}},
        {"answers": {"seats": {"at_least": 100}}},
        {"answers": {"agency": {"any_of": ["yes"]}}},
        {"answers": {"n": {"at_most": 7}}},
        {},
    ],
)
def test_a_lead_that_is_so_fits(line: dict[str, Any]) -> None:
    assert When.model_validate(line).misses(KNOWN) is None


@pytest.mark.parametrize(
    ("line", "missed"),
    [
        ({"script": "reformas"}, "script"),
        ({"country": "US"}, "country"),
        ({"region": "Sevilla"}, "region"),
        ({"language": "en"}, "language"),
        ({"size": {"at_least": 61}}, "size"),
        ({"tier": "warm"}, "tier"),
        ({"score": {"at_least": 81}}, "score"),
        ({"source": "google"}, "source"),
        ({"channel": "sms"}, "channel"),
        ({"account": "b2c"}, "account"),
        ({"domain": "gob.es"}, "domain"),
        ({"why": "support"}, "why"),
        ({"answers": {"authority": {"any_of": ["neither"]}}}, "answers.authority"),
        ({"answers": {"seats": {"at_most": 19}}}, "answers.seats"),
        ({"answers": {"agency": {"any_of": ["no"]}}}, "answers.agency"),
        ({"answers": {"authority": {"at_least": 1}}}, "answers.authority"),
        ({"answers": {"nothing": {"at_least": 1}}}, "answers.nothing"),
    ],
)
def test_a_lead_that_is_not_says_by_what(line: dict[str, Any], missed: str) -> None:
    assert When.model_validate(line).misses(KNOWN) == missed


@pytest.mark.parametrize("line", ["country", "region", "size", "source", "account", "domain"])
def test_what_is_not_known_fits_nothing(line: str) -> None:
    wanted: object = {"at_least": 1} if line == "size" else "ES"
    assert When.model_validate({line: wanted}).misses(lead()) == line


def test_a_false_answer_is_no() -> None:
    unagreed = lead(answers={"agency": False})
    assert When.model_validate({"answers": {"agency": {"any_of": "no"}}}).misses(unagreed) is None


def test_what_asks_for_nothing_or_too_much_is_refused() -> None:
    for nothing in ({}, {"at_least": 5, "at_most": 4}):
        with pytest.raises(ValidationError):
            Range.model_validate(nothing)
    for odd in ({}, {"any_of": ["x"], "at_least": 4}):
        with pytest.raises(ValidationError):
            Wish.model_validate(odd)
