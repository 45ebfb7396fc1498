"""A parcel's body is read whichever version of us wrote it."""

import json
from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError

from agent.outbox import Brief, Owner, Parcel
from delivery.lead import Lead
from qualification.handover import LEAVE_ALONE
from storage.documents import object_text
from tests.storage.records import handover


def read(body: dict[str, Any], owner: Owner | None = None) -> Lead:
    """The lead in a body."""
    return Lead.of(Parcel("h.1.x", "x", "lead.qualified", json.dumps(body), 1, 1, owner=owner))


def test_what_is_handed_over_today_is_read_whole() -> None:
    found = read(json.loads(object_text(handover(), id="h1", revision=3, conversation="c1")))
    assert (found.id, found.revision, found.conversation) == ("h1", 3, "c1")
    assert found.contact.email == "ana@example.com"
    assert found.criteria[0].quote == "about 3,000.50 a year"
    assert (found.score, found.tier, found.language) == (30, "warm", "en")
    assert (found.is_business, found.account.domain) == (True, "example.com")


def test_an_earlier_body_lacks_what_came_later() -> None:
    found = read({"id": "h1", "contact": {"name": "Ana", "company": "Acme"}})
    assert (found.revision, found.account.kind, found.profile) == (1, None, {})
    assert found.is_business, "a company is known, and the script says nothing"
    assert not read({"id": "h1", "contact": {"name": "Ana"}}).is_business


@pytest.mark.parametrize("part", ["contact", "account", "profile", "links"])
def test_a_part_that_is_null_is_an_empty_one(part: str) -> None:
    assert read({"id": "h1", part: None}).contact.shown == "?"


def test_a_later_body_has_more() -> None:
    found = read({"id": "h1", "planet": "Mars", "contact": {"name": "Ana", "handle": "@ana"}})
    assert found.contact.shown == "Ana"


def test_values_of_another_kind_are_nothing() -> None:
    found = read({"id": "h1", "language": "pt", "contact": {"email": 7, "name": "  "}})
    assert (found.language, found.contact.email, found.contact.name) == ("es", None, None)


def test_only_a_change_can_be_of_the_brief_alone() -> None:
    body = json.dumps({"id": "h1", "changed": "brief"})
    updated = Parcel("h1.2.x", "x", "lead.updated", body, 1, 1)
    assert Lead.of(updated).changed == "brief"
    assert Lead.of(replace(updated, event="lead.outcome")).changed == ""


def test_what_is_no_hand_over_is_refused() -> None:
    with pytest.raises(ValidationError):
        read({"contact": {}})


def test_names_are_those_of_the_profile_else_split() -> None:
    profile = {"first_name": {"value": "Ana María"}, "last_name": {"value": "Ruiz Gil"}}
    named = read({"id": "h1", "contact": {"name": "Ana María Ruiz Gil"}, "profile": profile})
    assert (named.first_name, named.last_name) == ("Ana María", "Ruiz Gil")
    split = read({"id": "h1", "contact": {"name": "Ana Ruiz"}})
    assert (split.first_name, split.last_name) == ("Ana", "Ruiz")
    one = read({"id": "h1", "contact": {"name": "Ana"}})
    assert (one.first_name, one.last_name) == ("Ana", None)


def test_the_owner_decides_the_language_and_who_they_are_in_a_system() -> None:
    eva = Owner("eva", "Eva", "eva@acme.example", language="es", ids={"hubspot": "77"})
    found = read({"id": "h1", "language": "en"}, owner=eva)
    assert found.sellers_language == "es"
    assert (found.owner_in("hubspot"), found.owner_in("zoho")) == ("77", None)
    assert read({"id": "h1", "language": "en"}).sellers_language == "en"


def test_what_people_read_is_in_the_language_of_the_brief(parcel: Parcel) -> None:
    body = '{"id": "h1", "summary": "Ana: qualified", "next_step": "Get in touch."}'
    brief = Brief("es", "Ana", "Resumen:", summary="Ana: cualificada", next_step="Llamarla.")
    read = Lead.of(replace(parcel, body=body, brief=brief))
    assert (read.summary, read.next_step) == ("Ana: cualificada", "Llamarla.")
    old = replace(brief, summary="", next_step="")
    read = Lead.of(replace(parcel, body=body, brief=old))
    assert (read.summary, read.next_step) == ("Ana: qualified", "Get in touch.")


def test_who_asked_us_to_stop_is_known_in_every_version_of_a_hand_over(parcel: Parcel) -> None:
    for body, stopped in (
        ('{"id": "h1", "stopped": true}', True),
        (f'{{"id": "h1", "next_step": "{LEAVE_ALONE}"}}', True),
        ('{"id": "h1"}', False),
    ):
        assert Lead.of(replace(parcel, body=body)).stopped is stopped
