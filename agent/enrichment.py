"""Who else can tell something of a lead? The port for services that are asked, once a lead, and for
what is kept of their answers.

Nobody waits for them: an enquiry is a row and a job, both written with the turn in which the e-mail
came to be known.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol, TypeAlias

from agent.outbox import Failed, RetryAt
from qualification.answers import AnswerSheet
from qualification.findings import Finding, ProfileField
from qualification.profile.gathering import profile_of
from qualification.script import Script

KIND = "enrich"
"""The kind of job that asks a service about a lead; its row is the enquiry."""
Fields: TypeAlias = Mapping[ProfileField, str]


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a service is asked about: what it needs to find them, and nothing else."""

    email: str
    first_name: str | None = None
    last_name: str | None = None
    company: str | None = None
    domain: str | None = None
    """The company's; None for a private address."""
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a service knows; nothing where it does not know them."""

    fields: Fields = field(default_factory=dict)


Answer: TypeAlias = Told | RetryAt | Failed


class Provider(Protocol):
    """A service that knows people or companies: a data provider, or the CRM itself."""

    @property
    def name(self) -> str:
        """What it is called wherever a datum of it is shown."""
        ...

    @property
    def source(self) -> Literal["provider", "crm"]: ...

    async def look_up(self, subject: Subject) -> Answer:
        """What it knows of somebody. It raises nothing for its own troubles."""
        ...


@dataclass(frozen=True, slots=True)
class Enquiry:
    """A question to a service, and its answer once there is one."""

    id: str
    conversation: str
    provider: str
    subject: Subject
    tries: int
    """This one included."""
    fields: Fields | None = None
    """What was answered, now or in another conversation of theirs; None: it is to be asked."""
    answered_at: datetime | None = None

    def findings(self, source: Literal["provider", "crm"]) -> tuple[Finding, ...]:
        """The answer as data of a profile."""
        if self.fields is None or self.answered_at is None:
            return ()
        return tuple(
            Finding(
                key,
                value,
                source,
                self.answered_at,
                origin=self.provider,
                about=self.subject.email,
            )
            for key, value in self.fields.items()
        )


Ended = Literal["done", "failed"]


class Enquiries(Protocol):
    """Keeps the enquiries; they are added in the transaction of a turn."""

    async def take(self, enquiry: str, now: datetime) -> Enquiry | None:
        """Begin a try; None when nothing is to be done (any more)."""
        ...

    async def keep(self, enquiry: Enquiry, fields: Fields, now: datetime) -> Enquiry:
        """Keep what was answered: the service is not asked again."""
        ...

    async def put_off(self, enquiry: Enquiry, why: str) -> None:
        """Keep why this try came to nothing."""
        ...

    async def end(self, enquiry: Enquiry, how: Ended, why: str, now: datetime) -> None:
        """It is done, or nothing will come of it."""
        ...


def subject_of(script: Script, sheet: AnswerSheet, email: str) -> Subject:
    """Whom a service is asked about."""
    profile = profile_of(script, sheet)

    def known(key: ProfileField) -> str | None:
        entry = profile.get(key)
        return None if entry is None or entry.best.guessed else entry.best.value

    return Subject(
        email,
        first_name=known("first_name"),
        last_name=known("last_name"),
        company=known("company"),
        domain=known("company_domain"),
        country=known("country"),
    )
