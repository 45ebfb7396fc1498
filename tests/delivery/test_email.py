"""The seller's e-mail: who gets it, what it holds, and what a mail server's answers mean."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from agent.outbox import Brief, Delivered, Event, Failed, Outcome, Owner, Parcel, RetryAt
from delivery.alerting import Alerting
from delivery.email import Email, MailServer
from qualification.values import Json
from storage.documents import object_text
from tests.delivery.walking import LINKS
from tests.fakes.certificates import certificate
from tests.fakes.clock import FakeClock
from tests.fakes.ledger import FakeLedger
from tests.fakes.links import FakeLinks
from tests.fakes.smtp import FakeMailServer
from tests.storage.records import handover

EVA = Owner("eva", "Eva Ríos", "eva@acme.example", language="en")
LEO = Owner("leo", "Leo", "leo@acme.example", language="es")
BRIEF = Brief("en", "Ana Ruiz <hot>, wants it by May", "Needs:\n- “50 seats” & a demo")


def parcel(revision: int = 1, event: Event = "lead.qualified", **more: Any) -> Parcel:
    links: dict[str, Json] = LINKS
    body = object_text(handover(), id="h1", revision=revision, links=links, conversation="c1")
    given: dict[str, Any] = {"owner": EVA, "brief": BRIEF, **more}
    return Parcel(f"h1.{revision}.email", "email", event, body, 1, 1, **given)


@pytest.fixture
async def server() -> AsyncIterator[FakeMailServer]:
    fake = FakeMailServer()
    async with fake.listening():
        yield fake


def mail_server(port: int, **more: Any) -> MailServer:
    given: dict[str, Any] = {"security": "none", **more}
    return MailServer("127.0.0.1", port, "banter@acme.example", "sales@acme.example", **given)


def alerts(port: int, **more: Any) -> Alerting:
    email = Email(mail_server(port, **more), FakeLinks())
    return Alerting(email, FakeLedger(), FakeClock())


async def test_the_owner_gets_the_brief_and_a_link(server: FakeMailServer) -> None:
    outcome = await alerts(server.port).deliver(parcel())
    assert outcome == Delivered("Taken as 42")
    (mail,) = server.received
    assert server.envelopes == [("banter@acme.example", ["eva@acme.example"])]
    assert mail["To"] == "Eva Ríos <eva@acme.example>"
    assert mail["Subject"] == BRIEF.headline
    assert mail["Message-ID"] == "<h1.1.email@acme.example>"
    assert mail["Auto-Submitted"] == "auto-generated"
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None
    assert html is not None
    assert "“50 seats” & a demo" in plain.get_content()
    assert "https://banter.example/accept/h1~eva" in plain.get_content()
    assert "“50 seats” &amp; a demo" in html.get_content()
    assert "&lt;hot&gt;" in html.get_content()
    assert 'href="https://banter.example/accept/h1~eva"' in html.get_content()


async def test_a_lead_that_nobody_has_goes_to_the_common_address(server: FakeMailServer) -> None:
    await alerts(server.port).deliver(parcel(owner=None))
    (mail,) = server.received
    assert mail["To"] == "sales@acme.example"
    assert "/accept/" not in mail.as_string()


async def test_a_change_is_told_only_to_a_new_owner(server: FakeMailServer) -> None:
    place = alerts(server.port)
    for revision, event, owner in (
        (1, "lead.qualified", EVA),
        (2, "lead.updated", EVA),
        (3, "lead.updated", LEO),
        (4, "lead.updated", LEO),
        (5, "lead.needs_person", LEO),
    ):
        assert isinstance(await place.deliver(parcel(revision, event, owner=owner)), Delivered)  # type: ignore[arg-type]
    sent = [mail["To"].addresses[0].username for mail in server.received]
    assert sent == ["eva", "leo", "leo"]


async def test_a_change_that_needs_no_mail_does_not_overtake_one_that_does(
    server: FakeMailServer,
) -> None:
    place = alerts(server.port)
    await place.deliver(parcel(1))
    await place.deliver(parcel(3, "lead.updated"))
    await place.deliver(parcel(2, "lead.needs_person"))
    assert [mail["Message-ID"] for mail in server.received] == [
        "<h1.1.email@acme.example>",
        "<h1.2.email@acme.example>",
    ]


async def test_a_job_that_is_done_twice_sends_one_mail(server: FakeMailServer) -> None:
    place = alerts(server.port)
    await place.deliver(parcel())
    await place.deliver(replace(parcel(), attempt=2))
    assert len(server.received) == 1


async def test_what_may_have_arrived_is_sent_again_as_the_same_message(
    server: FakeMailServer,
) -> None:
    server.hangs_up = True
    place = alerts(server.port)
    assert isinstance(await place.deliver(parcel()), RetryAt)
    assert isinstance(await place.deliver(replace(parcel(), attempt=2)), Delivered)
    first, second = server.received
    assert first["Message-ID"] == second["Message-ID"]


async def test_no_header_can_be_written_from_outside(server: FakeMailServer) -> None:
    place = alerts(server.port)
    evil = replace(EVA, name="Eva\r\nBcc: all@acme.example")
    brief = replace(BRIEF, headline="Ana\r\nBcc: all@acme.example\r\n\r\nBuy")
    assert isinstance(await place.deliver(parcel(owner=evil, brief=brief)), Delivered)
    (mail,) = server.received
    assert mail["Bcc"] is None
    assert server.envelopes[0][1] == ["eva@acme.example"]
    nobody = replace(EVA, email="eva@acme.example\r\nBcc: all@acme.example")
    outcome = await place.deliver(parcel(2, "lead.needs_person", owner=nobody))
    assert isinstance(outcome, Failed)
    assert outcome.remedy == "fix_data"
    assert len(server.received) == 1


@pytest.mark.parametrize(
    ("command", "answer", "expected"),
    [
        ("rcpt", "550 5.1.1 no such user", "fix_data"),
        ("rcpt", "450 greylisted", RetryAt),
        ("mail", "550 not from you", "fix_configuration"),
        ("mail", "451 try later", RetryAt),
        ("data", "554 refused", "fix_configuration"),
        ("data", "452 disk full", RetryAt),
    ],
)
async def test_a_mail_servers_no_says_what_comes_next(
    command: str, answer: str, expected: type[Outcome] | str
) -> None:
    fake = FakeMailServer(**{command: answer})
    async with fake.listening() as port:
        outcome = await alerts(port).deliver(parcel())
    assert not isinstance(outcome, Delivered)
    assert answer.partition(" ")[0] in outcome.why
    remedy = outcome.remedy if isinstance(outcome, Failed) else type(outcome)
    assert remedy == expected
    assert fake.received == []


async def test_a_server_that_is_not_there_is_tried_again() -> None:
    fake = FakeMailServer()
    async with fake.listening() as port:
        pass
    assert isinstance(await alerts(port).deliver(parcel()), RetryAt)


async def test_a_sign_in_that_is_refused_is_for_the_administrator() -> None:
    fake = FakeMailServer()
    async with fake.listening(auth_require_tls=False) as port:
        wrong = {"username": "banter", "password": "wrong"}
        outcome = await alerts(port, **wrong).deliver(parcel())
        assert isinstance(outcome, Failed)
        assert outcome.remedy == "sign_in"
        assert "wrong" not in outcome.why
        right = alerts(port, username="banter", password="right")
        assert isinstance(await right.deliver(replace(parcel(), attempt=2)), Delivered)


async def test_mail_goes_out_encrypted_or_not_at_all(tmp_path: Path) -> None:
    context, authorities = certificate(tmp_path)
    fake = FakeMailServer()
    async with fake.listening(tls_context=context) as port:
        place = alerts(port, security="starttls", authorities=authorities)
        assert isinstance(await place.deliver(parcel()), Delivered)
    assert fake.encrypted == [True]
    async with fake.listening() as port:
        outcome = await alerts(port, security="starttls").deliver(parcel(2, "lead.needs_person"))
    assert isinstance(outcome, Failed)
    assert outcome.remedy == "fix_configuration"
    assert len(fake.received) == 1


async def test_who_wants_no_mail_gets_none(server: FakeMailServer) -> None:
    outcome = await alerts(server.port).deliver(parcel(owner=replace(EVA, ways=("sms",))))
    assert isinstance(outcome, Delivered)
    assert outcome.response.startswith("nobody is told")
    assert server.received == []
