"""What is there to see of the set-up? Settings, doctor, jobs, and what a first step needs."""

from dataclasses import dataclass
from pathlib import Path

from agent.ports import Clock
from agent.reminding import Mailbox
from console.check_ups import CheckUps
from console.doctor_command import findings
from console.jobs_document import JobBook
from console.queues import Queues
from console.services import Services
from console.settings import Settings
from console.trials import Trials
from delivery.letters import Letters
from storage.scripts import Scripts
from storage.sent_notes import SentNotes
from storage.teams import Teams
from storage.users import Users
from storage.widgets import StoredWidgets

EXPLAINED = Path(__file__).parent.parent / ".env.example"


@dataclass(frozen=True, slots=True)
class SetupDesk:
    """What the pages about the set-up work with."""

    settings: Settings
    explained: str
    """The text of .env.example."""
    check_ups: CheckUps
    book: JobBook
    queues: Queues
    mailbox: Mailbox | None
    """Our own mail, where a server is configured."""
    places: tuple[str, ...]
    """The systems that leads go to."""
    scripts: Scripts
    teams: Teams
    users: Users
    widgets: StoredWidgets
    trials: Trials


def make_setup(
    parts: Services, settings: Settings, widgets: StoredWidgets, clock: Clock
) -> SetupDesk:
    """Of the parts of a process."""
    server = settings.mail_server()
    return SetupDesk(
        settings=settings,
        explained=EXPLAINED.read_text(encoding="utf-8"),
        check_ups=CheckUps(lambda: findings(parts, settings), clock),
        book=parts.job_book,
        queues=parts.queues,
        mailbox=Letters(server) if server is not None else None,
        places=parts.places.systems,
        scripts=parts.scripts,
        teams=parts.teams,
        users=parts.users,
        widgets=widgets,
        trials=Trials(
            places=parts.places,
            payloads=parts.outbox,
            notes=parts.texts if settings.sms_sender and settings.account() else None,
            sender=settings.sms_sender,
            sent=SentNotes(parts.database),
            teams=parts.teams,
        ),
    )
