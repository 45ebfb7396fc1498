"""Who may come in, and what is known of them before they have said a word? The form, the consent
and the site's word, checked before a conversation begins.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import cast, get_args
from zoneinfo import available_timezones

from agent.conductor import Known
from agent.ports import Clock
from agent.widget import (
    FormField,
    Guests,
    Identity,
    Introductions,
    Office,
    OfficeHours,
    Post,
    Widget,
    Widgets,
)
from channels.chat.frames import ContactIn, NewSession
from channels.chat.identity import NotVouchedFor, checked_attributes, read_identity
from channels.chat.whence import page_of
from channels.problems import Problem
from qualification.answers import Answer, AnswerSheet
from qualification.findings import Finding, ProfileField
from qualification.normalise.contact import read_contact
from qualification.values import CONTACT_KINDS, Contact, ContactKind, Json, Language

_FIELDS = frozenset(get_args(ProfileField))
_ZONES = frozenset(available_timezones())


@dataclass(frozen=True, slots=True)
class Arrived:
    """Somebody who may come in."""

    widget: Widget
    identity: Identity | None
    known: Known
    attributes: Mapping[str, Json]
    """What the page tells of them."""
    agreed_to: str
    """The words that they have agreed to; empty where there were none."""


@dataclass(frozen=True, slots=True)
class Lobby:
    """What stands before the chat, and beside it."""

    widgets: Widgets
    guests: Guests
    introductions: Introductions
    hours: OfficeHours
    clock: Clock
    post: Post | None = None
    """None: no mail can be sent."""

    async def widget(self, key: str) -> Widget:
        """How a chat is set up, or the 404."""
        found = await self.widgets.get(key)
        if found is None:
            raise Problem(404, "unknown-widget", f"No chat {key!r} is set up.")
        return found

    async def office(self, widget: Widget) -> Office:
        """Whether people are there; always, where nobody is to know."""
        return await self.hours.office() if widget.hours == "team" else Office(open=True)

    async def identity(self, widget: str, token: str) -> Identity:
        """Whom the site vouches for, or the 403."""
        secrets = await self.widgets.secrets(widget)
        try:
            return read_identity(token, secrets, widget, self.clock.now())
        except NotVouchedFor as error:
            raise Problem(403, "bad-identity", str(error)) from None

    async def arrive(self, new: NewSession) -> Arrived:
        """Who wants to come in; a Problem says what is missing."""
        widget = await self.widget(new.widget)
        identity = await self.identity(widget.key, new.identity) if new.identity else None
        if identity is None and widget.identified_only:
            raise Problem(
                403, "identity-required", "This chat is for those who have signed in at the site."
            )
        attributes = attributes_of(new.attributes)
        language: Language = new.language or widget.language or "en"
        told = contact_of(new.contact, language) if new.contact else {}
        agreed_to = ""
        if identity is None:
            _check_form(widget.fields, told)
            agreed_to = widget.consent.get(language) or next(iter(widget.consent.values()), "")
            if agreed_to and not new.consent:
                raise Problem(422, "consent-required", "Agree to the terms of the chat first.")
        now = self.clock.now()
        sheet = AnswerSheet()
        for kind, value in {**told, **(identity.contact if identity else {})}.items():
            sheet = sheet.with_answer(Answer(kind, Contact(kind, value), now, None, "prefill"))
        findings = vouched_for(identity, widget.key, now) if identity else ()
        if new.timezone in _ZONES:
            findings += (Finding("time_zone", new.timezone, "channel", now),)
        known = Known(sheet.with_findings(findings))
        return Arrived(widget, identity, known, attributes, agreed_to)

    async def remember(self, conversation: str, arrived: Arrived, new: NewSession) -> None:
        """What is known of them, now that there is a conversation."""
        if arrived.identity:
            await self.guests.identify(conversation, arrived.widget.key, arrived.identity)
        if arrived.attributes:
            await self.guests.describe(conversation, arrived.attributes)
        if arrived.agreed_to:
            await self.guests.agree(conversation, arrived.agreed_to, page_of(new.page))


def contact_of(told: ContactIn, language: Language) -> dict[ContactKind, str]:
    """What they wrote in a form, as it is kept. Raises Problem for what is no address or number."""
    found: dict[ContactKind, str] = {}
    for kind in CONTACT_KINDS:
        written: str | None = getattr(told, kind)
        if written is None or not written.strip():
            continue
        if kind in ("email", "phone"):
            read = read_contact(written, language, asked=kind)
            value = next((one.value for one in read if one.kind == kind), None)
        else:
            value = written.strip()
        if value is None:
            raise Problem(422, f"bad-{kind}", f"This is no {kind}: {kind} has to be corrected.")
        found[kind] = value
    return found


def attributes_of(told: Mapping[str, Json]) -> dict[str, Json]:
    """What a page says of its visitor, or the 422."""
    try:
        return cast(dict[str, Json], checked_attributes(told))
    except NotVouchedFor as error:
        raise Problem(422, "bad-attributes", str(error)) from None


def vouched_for(identity: Identity, widget: str, now: datetime) -> tuple[Finding, ...]:
    """What a site vouches for, as data of a profile; what is none of them stays beside it."""
    told: dict[str, Json] = {**identity.attributes, **dict(identity.contact.items())}
    return tuple(
        Finding(cast(ProfileField, name), str(value), "site", now, origin=widget)
        for name, value in told.items()
        if name in _FIELDS and isinstance(value, str | int | float) and str(value).strip()
    )


def _check_form(fields: tuple[FormField, ...], told: Mapping[ContactKind, str]) -> None:
    missing = [one.kind for one in fields if one.required and one.kind not in told]
    if missing:
        names = ", ".join(missing)
        raise Problem(422, "form-required", f"Before the chat begins, tell: {names}.")
