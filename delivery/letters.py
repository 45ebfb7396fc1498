"""How do our own people get a short e-mail? As plain text, in the thread of the lead."""

from email.message import EmailMessage
from email.policy import SMTP as WIRE
from email.utils import format_datetime

from agent.outbox import Failed, Outcome
from agent.reminding import Letter
from delivery.mail import MailServer, address, hand_in


class Letters:
    """agent.reminding.Mailbox by SMTP."""

    def __init__(self, server: MailServer) -> None:
        self._server = server

    def message(self, letter: Letter) -> EmailMessage:
        """The whole message; the same at each attempt. Raises ValueError for an address that is
        none.
        """
        domain = self._server.sender.rpartition("@")[2]
        message = EmailMessage(policy=WIRE)
        message["From"] = address("Banter", self._server.sender)
        message["To"] = address(letter.to.name, letter.to.email)
        message["Subject"] = letter.subject
        message["Date"] = format_datetime(letter.at)
        message["Message-ID"] = f"<{letter.id}@{domain}>"
        message["References"] = f"<{letter.thread}@{domain}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(f"{letter.text}\n", cte="quoted-printable")
        return message

    async def send(self, letter: Letter) -> Outcome:
        """See Mailbox."""
        try:
            message = self.message(letter)
        except ValueError as error:
            return Failed(f"the message cannot be made: {error}", "fix_data")
        return (await hand_in(self._server, message)).outcome
