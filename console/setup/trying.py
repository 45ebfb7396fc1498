"""Does a message of ours arrive? One that says of itself that it is a test, by each way.

Each is on the log, and nobody sends many.
"""

from uuid import uuid4

from fastapi import Request
from starlette.responses import Response

from agent.outbox import Delivered, Outcome, Owner
from agent.reminding import Letter
from console.access import Person
from console.office import Office
from console.rendering import Pages, go_to
from console.setup.systems_page import SYSTEMS, Shown
from console.translations import N_, Words

TESTS = (5, 30.0)
"""So many tests of one person at once, then one in so many seconds."""
_SUBJECT = N_("A test from Banter")
_TEXT = N_("Mail from Banter arrives: the server takes it, and so do you.")
_MESSAGE = N_(
    "A test from Banter: %(name)s wanted to see whether this arrives. There is no lead behind it."
)
_NO_MAIL = N_("No mail server is configured: set SMTP_HOST.")
_NO_TEXTS = N_("Texts cannot be sent: set TWILIO_ACCOUNT_SID and TWILIO_FROM.")
_NO_NUMBER = N_(
    "No number of yours is known: write it into the plan of teams, with the address that you sign "
    "in with."
)
_NOT_SENT = N_("It was not sent: %(why)s")
_NOT_THERE = N_("%(system)s is not configured.")
_TOO_MANY = N_("Too many tests: wait %(seconds)s seconds, then try again.")


async def try_mail(office: Office, pages: Pages, request: Request, person: Person) -> Response:
    """An e-mail to whoever asks."""
    words, mailbox, shown = pages.words(request, person), office.setup.mailbox, Shown(office, pages)
    if mailbox is None:
        return await shown.page(request, person, error=words.text(_NO_MAIL))
    if too_many := await _too_many(office, person, words):
        return await shown.page(request, person, error=too_many, status=429)
    identity = uuid4().hex
    letter = Letter(
        id=identity,
        thread=identity,
        to=Owner(id=person.id, name=person.name or person.email, email=person.email),
        subject=words.text(_SUBJECT),
        text=words.text(_TEXT),
        at=office.clock.now(),
    )
    outcome = await mailbox.send(letter)
    sent = isinstance(outcome, Delivered)
    await office.audit.record(person, "mail.tested", "systems", {"sent": sent})
    if error := _refused(outcome, words):
        return await shown.page(request, person, error=error)
    return go_to(f"{SYSTEMS}?said=mailed#tests")


async def try_message(
    office: Office, pages: Pages, request: Request, person: Person, system: str
) -> Response:
    """A message in Slack, or to a system of the firm's own."""
    words, shown = pages.words(request, person), Shown(office, pages)
    send = office.setup.trials.ways.get(system)
    if send is None:
        error = words.text(_NOT_THERE) % {"system": system}
        return await shown.page(request, person, error=error)
    if too_many := await _too_many(office, person, words):
        return await shown.page(request, person, error=too_many, status=429)
    outcome = await send(uuid4().hex, _said(words, person), office.clock.now())
    sent = isinstance(outcome, Delivered)
    await office.audit.record(person, "test.sent", "systems", {"system": system, "sent": sent})
    if error := _refused(outcome, words):
        return await shown.page(request, person, error=error)
    return go_to(f"{SYSTEMS}?said={'taken' if system == 'webhook' else 'posted'}#tests")


async def try_text(office: Office, pages: Pages, request: Request, person: Person) -> Response:
    """An SMS to whoever asks; how it fares is seen a moment later."""
    trials, shown = office.setup.trials, Shown(office, pages)
    words, number = pages.words(request, person), await trials.number(person)
    if trials.notes is None or not number:
        why = _NO_TEXTS if trials.notes is None else _NO_NUMBER
        return await shown.page(request, person, error=words.text(why))
    if too_many := await _too_many(office, person, words):
        return await shown.page(request, person, error=too_many, status=429)
    identity = await trials.text(number, _said(words, person), office.clock.now())
    await office.audit.record(person, "test.sent", "systems", {"system": "sms"})
    return go_to(f"{SYSTEMS}?said=texted&text={identity}#tests")


async def _too_many(office: Office, person: Person, words: Words) -> str:
    """Takes a test of theirs; what to say where they have none left."""
    burst, seconds = TESTS
    attempts = office.accounts.attempts
    wait = await attempts.take(f"test {person.id}", burst=burst, seconds=seconds)
    return words.text(_TOO_MANY) % {"seconds": words.number(int(wait) + 1)} if wait else ""


def _refused(outcome: Outcome, words: Words) -> str:
    """Why it did not go out; empty where it did."""
    if isinstance(outcome, Delivered):
        return ""
    return words.text(_NOT_SENT) % {"why": outcome.why}


def _said(words: Words, person: Person) -> str:
    return words.text(_MESSAGE) % {"name": person.name or person.email}
