"""What does a sheet tell of its lead besides the answers? The findings behind a profile.

What is inferred is worked out anew each time from what it rests on, so a corrected address takes
its inferences with it; what others told is kept with the sheet (`AnswerSheet.found`).
"""

from collections.abc import Iterator
from datetime import datetime

from qualification.answers import Answer, AnswerSheet
from qualification.findings import Finding, FindingSource, ProfileField
from qualification.profile.domains import (
    company_domain,
    company_name,
    country_of_domain,
    mail_kind,
)
from qualification.profile.names import split_name
from qualification.profile.numbers import origin_of
from qualification.profile.profile import Profile, make_profile
from qualification.profile.sizes import size_text
from qualification.script import Script
from qualification.values import Choice, Contact, Language, Number, Text, Value

SAID = frozenset({"prospect", "reread"})
"""The sources of answers in the prospect's own words."""
_OF_ANSWERS: tuple[ProfileField, ...] = (
    "job_title",
    "company",
    "country",
    "region",
    "company_country",
    "company_city",
    "company_size",
    "industry",
)
"""Contact data, and criteria: where a script asks for one of these by this very key, the answer is
the profile's too.
"""
_COUNTRIES = frozenset({"country", "company_country"})


def profile_of(script: Script, sheet: AnswerSheet, language: Language | None = None) -> Profile:
    """What is known of a lead; where the script wants no profile, only what they said."""
    findings = _findings(sheet, language)
    if not script.profile:
        findings = (one for one in findings if one.confirmed)
    return make_profile(findings)


def _findings(sheet: AnswerSheet, language: Language | None) -> Iterator[Finding]:
    yield from _of_name(sheet, language)
    yield from _of_answers(sheet)
    if language is not None and (at := _last_said(sheet)) is not None:
        yield Finding("language", language, "said", at, confirmed=True)
    yield from _of_email(sheet)
    yield from _of_phone(sheet)
    yield from _told(sheet)


def _of_name(sheet: AnswerSheet, language: Language | None) -> Iterator[Finding]:
    answer = sheet.answers.get("name")
    if answer is None or not isinstance(answer.value, Contact):
        return
    name = answer.value.value
    parts = split_name(name, language)
    fields: tuple[tuple[ProfileField, str], ...] = (
        ("name", name),
        ("first_name", parts.first),
        ("last_name", parts.last),
    )
    yield from (_finding(field, value, answer) for field, value in fields if value)


def _of_answers(sheet: AnswerSheet) -> Iterator[Finding]:
    """What was said or filled in, and what a form had said before it was corrected."""
    before = [one for one in sheet.replaced if one.source == "prefill"]
    for answer in (*sheet.answers.values(), *before):
        if answer.source == "inferred":
            continue  # its own finding is there, with where it is from
        for field in _OF_ANSWERS:
            if answer.key == field and (value := _text(field, answer.value)):
                yield _finding(field, value, answer)


def _of_email(sheet: AnswerSheet) -> Iterator[Finding]:
    answer = sheet.answers.get("email")
    if answer is None or not isinstance(answer.value, Contact):
        return
    email, at = answer.value.value, answer.given
    domain = email.rpartition("@")[2]
    yield Finding("email_kind", mail_kind(domain), "email_domain", at, origin=domain)
    own = company_domain(email)
    if own is None:
        return
    yield Finding("company_domain", own, "email_domain", at, origin=domain)
    if name := company_name(own):
        yield Finding("company", name, "email_domain", at, guessed=True, origin=own)
    if country := country_of_domain(own):
        yield Finding("company_country", country, "email_domain", at, guessed=True, origin=own)


def _of_phone(sheet: AnswerSheet) -> Iterator[Finding]:
    answer = sheet.answers.get("phone")
    if answer is None or not isinstance(answer.value, Contact):
        return
    origin = origin_of(answer.value.value)
    if origin is None:
        return
    fields: tuple[tuple[ProfileField, str | None], ...] = (
        ("country", origin.country),
        ("region", origin.region),
        ("time_zone", ", ".join(origin.zones)),
    )
    for field, value in fields:
        if value:
            yield Finding(field, value, "phone", answer.given, origin=origin.prefix)


def _told(sheet: AnswerSheet) -> Iterator[Finding]:
    """What others told, and not of an e-mail that was corrected since."""
    answer = sheet.answers.get("email")
    email = answer.value.value if answer and isinstance(answer.value, Contact) else None
    return (one for one in sheet.found if one.about in (None, email))


def _finding(field: ProfileField, value: str, answer: Answer) -> Finding:
    said = answer.source in SAID
    quote = answer.evidence.quote if answer.evidence is not None else None
    source: FindingSource = "said" if said else "form"
    if answer.source == "profile":
        source = "channel"
    return Finding(field, value, source, answer.given, confirmed=said, origin=quote)


def _text(field: ProfileField, value: Value) -> str:
    """A value in words; a country that an option names by its code, as the code is written."""
    match value:
        case Choice(option=option) if field in _COUNTRIES and len(option) == 2:
            return option.upper()
        case Contact(value=text) | Text(text=text) | Choice(option=text):
            return text
        case Number():
            return size_text(value)
        case _:
            return ""


def _last_said(sheet: AnswerSheet) -> datetime | None:
    return max((one.given for one in sheet.answers.values() if one.source in SAID), default=None)
