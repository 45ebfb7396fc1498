"""How is a salesperson told by e-mail? The brief, and a link to accept the lead."""

from collections.abc import Mapping
from email.message import EmailMessage
from email.policy import SMTP as WIRE
from email.utils import format_datetime
from html import escape

from agent.outbox import Failed, Parcel
from agent.routing import AcceptLinks
from delivery.alerting import Sent
from delivery.lead import Lead
from delivery.mail import TIMEOUT, MailServer, Security, address, hand_in
from delivery.notes import told
from qualification.brief.rendering import as_text
from qualification.brief.rendering_html import as_html
from qualification.brief.sections import one_line
from qualification.values import Language

__all__ = ["TIMEOUT", "Email", "MailServer", "Security"]

SUBJECT = 180
WORDS: Mapping[Language, Mapping[str, str]] = {
    "es": {"accept": "Aceptar o rechazar el lead", "lead": "Ver la conversación"},
    "en": {"accept": "Accept or reject the lead", "lead": "See the conversation"},
}


class Email:
    """delivery.alerting.Messenger by SMTP."""

    system = "email"

    def __init__(self, server: MailServer, links: AcceptLinks) -> None:
        self._server = server
        self._links = links

    def recipient(self, lead: Lead) -> str | None:
        """The owner, if they want to be told so, else whoever reads the fallback address."""
        if lead.owner is None:
            return ""
        return lead.owner.id if "email" in lead.owner.ways else None

    def message(self, parcel: Parcel, lead: Lead) -> EmailMessage:
        """The whole message; the same at each attempt. Raises ValueError for an address that is
        none.
        """
        headline, text = told(lead)
        links = tuple(self._links_of(lead))
        message = EmailMessage(policy=WIRE)
        message["From"] = address("Banter", self._server.sender)
        if lead.owner is None:
            message["To"] = address("", self._server.fallback)
        else:
            message["To"] = address(lead.owner.name, lead.owner.email)
        message["Subject"] = one_line(headline, SUBJECT)
        message["Date"] = format_datetime(lead.created_at)
        domain = self._server.sender.rpartition("@")[2]
        message["Message-ID"] = f"<{parcel.id}@{domain}>"
        message["References"] = f"<{lead.id}@{domain}>"  # mail about one lead is one thread
        message["Auto-Submitted"] = "auto-generated"
        plain = "\n".join(f"{label}: {url}" for label, url in links)
        message.set_content(f"{as_text(headline, text)}\n\n{plain}\n", cte="quoted-printable")
        shown = "\n".join(
            f'<p><a href="{escape(url, quote=True)}">{escape(label)}</a></p>'
            for label, url in links
        )
        message.add_alternative(
            f"{as_html(headline, text)}\n{shown}\n", subtype="html", cte="quoted-printable"
        )
        return message

    async def send(self, parcel: Parcel, lead: Lead) -> Sent:
        """Hand it in."""
        try:
            message = self.message(parcel, lead)
        except ValueError as error:
            where = f"{self._server.host}:{self._server.port}"
            return Sent(Failed(f"the message cannot be made: {error}", "fix_data"), "SMTP", where)
        return await hand_in(self._server, message)

    def _links_of(self, lead: Lead) -> list[tuple[str, str]]:
        words = WORDS[lead.sellers_language]
        links = [(words["lead"], lead.links.lead)]
        if lead.owner is not None:
            links.insert(0, (words["accept"], self._links.link(lead.id, lead.owner.id)))
        return links
