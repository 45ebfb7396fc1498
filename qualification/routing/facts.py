"""What do rules see of a hand-over? Its facts, from the document that sales receives."""

import re
from collections.abc import Mapping
from decimal import Decimal

from qualification.profile.domains import company_domain
from qualification.profile.numbers import origin_of
from qualification.routing.wishes import LeadFacts, number_in
from qualification.values import LANGUAGES, Json, Language

SIZE = "company_size"
"""The criterion, or the datum of the profile, that says how many work there."""
_NUMBER = re.compile(r"\d+")


def facts_of(document: Mapping[str, Json]) -> LeadFacts:
    """The facts of a hand-over; documents of earlier versions lack some."""
    contact, profile = _group(document.get("contact")), _group(document.get("profile"))
    origin = origin_of(_text(contact.get("phone")) or "")
    answers = _answers(document)
    email = _text(contact.get("email"))
    domain = company_domain(email) if email else None
    country = _told(profile, "country") or _told(profile, "company_country")
    return LeadFacts(
        script=_text(document.get("script")) or "",
        language=_language(document.get("language")),
        channel=_text(document.get("channel")) or "",
        why=_text(document.get("why")) or "",
        tier=_text(document.get("tier")) or "",
        score=score if isinstance(score := document.get("score"), int) else 0,
        source=_text(document.get("source")),
        account=_text(_group(document.get("account")).get("kind")),
        country=country or (origin.country if origin else None),
        region=_told(profile, "region") or (origin.region if origin else None),
        domain=domain,
        size=_size(answers.get(SIZE), _told(profile, SIZE)),
        answers=answers,
    )


def _answers(document: Mapping[str, Json]) -> dict[str, Json]:
    lines = document.get("criteria")
    found = [_group(one) for one in lines] if isinstance(lines, list) else []
    return {str(one["key"]): one.get("value") for one in found if one.get("value") is not None}


def _size(answer: Json, told: str | None) -> tuple[Decimal | None, Decimal | None] | None:
    """From their answer; otherwise from what is told of the company: `50-200`."""
    least, most = number_in(answer)
    if least is not None or most is not None:
        return least, most
    numbers = [Decimal(one) for one in _NUMBER.findall((told or "").replace(",", ""))]
    return (
        (numbers[0], None if (told or "").strip().endswith("+") else numbers[-1])
        if numbers
        else None
    )


def _told(profile: Mapping[str, Json], field: str) -> str | None:
    """The value of a datum of the profile: written out, or with where it is from."""
    entry = profile.get(field)
    return _text(_group(entry).get("value") if isinstance(entry, Mapping) else entry)


def _language(value: Json) -> Language:
    return next((one for one in LANGUAGES if one == value), LANGUAGES[0])


def _group(value: Json) -> Mapping[str, Json]:
    return value if isinstance(value, Mapping) else {}


def _text(value: Json) -> str | None:
    return value if isinstance(value, str) and value else None
