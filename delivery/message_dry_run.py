"""What would a salesperson read? The very message, header by header, and what a text would take.

Nothing leaves this machine. The token of the accept link is masked: whoever has it has the lead.
"""

from collections.abc import Iterator
from email.message import EmailMessage

from agent.outbox import Parcel
from delivery.alerting import Messenger
from delivery.dry_run import masked_links
from delivery.email import Email
from delivery.lead import Lead
from delivery.text_alert import TextAlert
from qualification.segments import alphabet, segments, units


def rehearse_message(messenger: Messenger, parcel: Parcel) -> str:
    """The message that a parcel would become, as people read it."""
    lead = Lead.of(parcel)
    if messenger.recipient(lead) is None:
        return "nobody is told: who has the lead cannot be reached this way"
    return masked_links("\n".join(_lines(messenger, parcel, lead)))


def _lines(messenger: Messenger, parcel: Parcel, lead: Lead) -> Iterator[str]:
    match messenger:
        case Email():
            try:
                yield from _mail(messenger.message(parcel, lead))
            except ValueError as error:
                yield f"the message cannot be made: {error}"
        case TextAlert():
            note = messenger.note(parcel, lead)
            yield f"From: {note.sender}"
            yield f"To: {note.to}"
            count = segments(note.body)
            yield (
                f"{count} segment{'s' if count > 1 else ''} of {alphabet(note.body)}, "
                f"{units(note.body)} characters"
            )
            yield ""
            yield note.body
        case _:
            yield f"{messenger.system} shows no messages"


def _mail(message: EmailMessage) -> Iterator[str]:
    """Its headers, then each part as the mailbox shows it."""
    for name, value in message.items():
        yield f"{name}: {value}"
    for part in message.iter_parts():
        yield ""
        yield f"--- {part.get_content_type()}"
        yield from part.get_content().rstrip("\n").splitlines()
