"""What a seller would read is printed whole, without the token that the lead is accepted by."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from agent.outbox import Brief, Owner, Parcel
from agent.texting import Note
from delivery.alerting import Messenger, Sent
from delivery.email import Email, MailServer
from delivery.lead import Lead
from delivery.message_dry_run import rehearse_message
from delivery.text_alert import TextAlert
from storage.documents import object_text
from tests.delivery.walking import LINKS
from tests.fakes.clock import FakeClock
from tests.fakes.links import FakeLinks
from tests.storage.records import handover

EVA = Owner("eva", "Eva Ríos", "eva@acme.example", "+34600000001", "en")
BRIEF = Brief("en", "Ana Ruiz <hot>, by May", "Needs:\n- “50 seats” & a demo")


class Silent:
    """agent.reminding.Notes: nothing may be sent."""

    async def tell(self, note: Note, now: datetime) -> None:
        raise AssertionError((note, now))


def parcel(**more: Any) -> Parcel:
    body = object_text(handover(), id="h1", revision=1, links=LINKS, conversation="c1")
    made = Parcel("h1.1.x", "x", "lead.qualified", body, 0, 0, owner=EVA, brief=BRIEF)
    return replace(made, **more)


def email() -> Email:
    server = MailServer("127.0.0.1", 9, "banter@acme.example", "all@acme.example", password="hush")
    return Email(server, FakeLinks())


def texts() -> TextAlert:
    return TextAlert(Silent(), FakeLinks(), "+34900000000", FakeClock())


def test_an_e_mail_is_printed_with_its_headers_its_text_and_its_html() -> None:
    lines = rehearse_message(email(), parcel()).splitlines()
    headers = dict(one.split(": ", 1) for one in lines[: lines.index("")])
    assert headers["From"] == "Banter <banter@acme.example>"
    assert headers["To"] == "Eva Ríos <eva@acme.example>"
    assert headers["Subject"] == "Ana Ruiz <hot>, by May"
    assert headers["Message-ID"] == "<h1.1.x@acme.example>"
    assert headers["Auto-Submitted"] == "auto-generated"
    plain, html = lines.index("--- text/plain"), lines.index("--- text/html")
    assert any("“50 seats” & a demo" in one for one in lines[plain:html])
    assert any("“50 seats” &amp; a demo" in one for one in lines[html:])
    assert any("https://banter.example/console/leads/c1" in one for one in lines)


def test_the_token_of_the_link_is_masked_and_nothing_secret_is_shown() -> None:
    shown = rehearse_message(email(), parcel()) + rehearse_message(texts(), parcel())
    assert shown.count("https://banter.example/accept/***") == 3
    assert "h1~eva" not in shown
    assert "hush" not in shown


def test_a_text_is_printed_with_what_it_takes() -> None:
    lines = rehearse_message(texts(), parcel()).splitlines()
    assert lines[:2] == ["From: +34900000000", "To: +34600000001"]
    assert lines[2].startswith("1 segment of GSM-7, ")
    assert lines[-1].startswith("Ana Ruiz <hot>, by May")
    foreign = Brief("en", "Мария Иванова, горячий лид, хочет демонстрацию в пятницу утром", "")
    several = rehearse_message(texts(), parcel(brief=foreign)).splitlines()
    assert "UCS-2" in several[2]


def test_who_cannot_be_reached_is_said() -> None:
    nobody = replace(EVA, phone=None)
    assert rehearse_message(texts(), parcel(owner=nobody)).startswith("nobody is told")


def test_an_address_that_is_none_is_said() -> None:
    bad = replace(EVA, email="eva at acme")
    assert "is no e-mail address" in rehearse_message(email(), parcel(owner=bad))


def test_a_messenger_without_messages_says_so() -> None:
    class Pigeon:
        system = "pigeon"

        def recipient(self, lead: Lead) -> str | None:
            return lead.id

        async def send(self, parcel: Parcel, lead: Lead) -> Sent:
            raise AssertionError((parcel, lead))

    pigeon: Messenger = Pigeon()
    assert rehearse_message(pigeon, parcel()) == "pigeon shows no messages"
