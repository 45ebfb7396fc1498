"""Does a message of ours arrive? One that says of itself that it is a test, by each way."""

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


class Tests:
    """Sends them; each is on the log, and nobody sends many."""

    def __init__(self, office: Office, pages: Pages) -> None:
        self._office = office
        self._pages = pages
        self._shown = Shown(office, pages)

    async def mail(self, request: Request, person: Person) -> Response:
        """An e-mail to whoever asks."""
        words, mailbox = self._pages.words(request, person), self._office.setup.mailbox
        if mailbox is None:
            return await self._shown.page(request, person, error=words.text(_NO_MAIL))
        if too_many := await self._too_many(person, words):
            return await self._shown.page(request, person, error=too_many, status=429)
        identity = uuid4().hex
        letter = Letter(
            id=identity,
            thread=identity,
            to=Owner(id=person.id, name=person.name or person.email, email=person.email),
            subject=words.text(_SUBJECT),
            text=words.text(_TEXT),
            at=self._office.clock.now(),
        )
        outcome = await mailbox.send(letter)
        sent = isinstance(outcome, Delivered)
        await self._office.audit.record(person, "mail.tested", "systems", {"sent": sent})
        return await self._after(request, person, outcome, "mailed")

    async def message(self, request: Request, person: Person, system: str) -> Response:
        """A message in Slack, or to a system of the firm's own."""
        words, send = self._pages.words(request, person), self._office.setup.trials.ways.get(system)
        if send is None:
            error = words.text(_NOT_THERE) % {"system": system}
            return await self._shown.page(request, person, error=error)
        if too_many := await self._too_many(person, words):
            return await self._shown.page(request, person, error=too_many, status=429)
        outcome = await send(uuid4().hex, _said(words, person), self._office.clock.now())
        sent = isinstance(outcome, Delivered)
        await self._office.audit.record(
            person, "test.sent", "systems", {"system": system, "sent": sent}
        )
        notice = "taken" if system == "webhook" else "posted"
        return await self._after(request, person, outcome, notice)

    async def text(self, request: Request, person: Person) -> Response:
        """An SMS to whoever asks; how it fares is seen a moment later."""
        trials = self._office.setup.trials
        words, number = self._pages.words(request, person), await trials.number(person)
        if trials.notes is None or not number:
            why = _NO_TEXTS if trials.notes is None else _NO_NUMBER
            return await self._shown.page(request, person, error=words.text(why))
        if too_many := await self._too_many(person, words):
            return await self._shown.page(request, person, error=too_many, status=429)
        identity = await trials.text(number, _said(words, person), self._office.clock.now())
        await self._office.audit.record(person, "test.sent", "systems", {"system": "sms"})
        return go_to(f"{SYSTEMS}?said=texted&text={identity}#tests")

    async def _after(
        self, request: Request, person: Person, outcome: Outcome, notice: str
    ) -> Response:
        if isinstance(outcome, Delivered):
            return go_to(f"{SYSTEMS}?said={notice}#tests")
        error = self._pages.words(request, person).text(_NOT_SENT) % {"why": outcome.why}
        return await self._shown.page(request, person, error=error)

    async def _too_many(self, person: Person, words: Words) -> str:
        """Takes a test of theirs; what to say where they have none left."""
        burst, seconds = TESTS
        attempts = self._office.accounts.attempts
        wait = await attempts.take(f"test {person.id}", burst=burst, seconds=seconds)
        return words.text(_TOO_MANY) % {"seconds": words.number(int(wait) + 1)} if wait else ""


def _said(words: Words, person: Person) -> str:
    return words.text(_MESSAGE) % {"name": person.name or person.email}
