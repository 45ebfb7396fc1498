"""qualification.routing.facts: what rules see of a hand-over."""

from decimal import Decimal

from qualification.routing.facts import facts_of
from qualification.values import Json


def test_everything_is_found_in_the_document() -> None:
    document: dict[str, Json] = {
        "why": "qualified",
        "script": "crm-suite",
        "language": "en",
        "channel": "sms",
        "source": "ads",
        "tier": "hot",
        "score": 77,
        "account": {"kind": "b2b", "company": "Corp", "domain": "corp.example"},
        "contact": {"email": "jo@corp.example", "phone": "+34912345678"},
        "criteria": [
            {"key": "company_size", "value": {"min": 50, "max": 80}},
            {"key": "authority", "value": "decides"},
            {"key": "budget", "value": None},
        ],
    }
    facts = facts_of(document)
    assert (facts.script, facts.language, facts.channel, facts.source) == (
        "crm-suite",
        "en",
        "sms",
        "ads",
    )
    assert (facts.tier, facts.score, facts.why, facts.account) == ("hot", 77, "qualified", "b2b")
    assert (facts.country, facts.region, facts.domain) == ("ES", "Madrid", "corp.example")
    assert facts.size == (Decimal(50), Decimal(80))
    assert facts.answers == {"company_size": {"min": 50, "max": 80}, "authority": "decides"}


def test_the_profile_tells_what_nobody_said() -> None:
    document: dict[str, Json] = {
        "contact": {"email": "jo@gmail.com", "phone": "+12125550143"},
        "profile": {
            "country": {"value": "MX", "source": "said"},
            "region": "Jalisco",
            "company_size": {"value": "1,000-5,000"},
        },
    }
    facts = facts_of(document)
    assert (facts.country, facts.region, facts.domain) == ("MX", "Jalisco", None)
    assert facts.size == (Decimal(1000), Decimal(5000))


def test_a_company_has_a_country_too_and_a_size_may_be_open() -> None:
    document: dict[str, Json] = {
        "profile": {"company_country": {"value": "FR"}, "company_size": {"value": "500+"}}
    }
    facts = facts_of(document)
    assert facts.country == "FR"
    assert facts.size == (Decimal(500), None)


def test_a_document_of_long_ago_has_few_facts() -> None:
    facts = facts_of({"score": "many", "criteria": "none", "profile": {"company_size": "big"}})
    assert (facts.script, facts.language, facts.score, facts.size) == ("", "es", 0, None)
    assert (facts.country, facts.region, facts.answers) == (None, None, {})
