"""What `doctor` finds at a mail server; nothing is ever sent."""

from pathlib import Path
from typing import Any

import pytest

from agent.rehearsal.rehearsal import SystemClock
from delivery import mail_checks
from delivery.doctor import Finding
from delivery.mail import MailServer
from delivery.mail_checks import mail
from tests.fakes.certificates import certificate
from tests.fakes.smtp import FakeMailServer


async def found_at(port: int, **more: Any) -> list[Finding]:
    given: dict[str, Any] = {"security": "none", **more}
    server = MailServer("127.0.0.1", port, "banter@acme.example", "all@acme.example", **given)
    return await mail(server, SystemClock())


def bad(found: list[Finding]) -> list[tuple[str, str]]:
    return [(one.about, one.said) for one in found if one.level == "bad"]


async def test_what_is_in_order_is_good_and_nothing_is_sent() -> None:
    fake = FakeMailServer()
    async with fake.listening(auth_require_tls=False) as port:
        found = await found_at(port, username="banter", password="right")
    assert {one.level for one in found} == {"good"}
    assert [one.about for one in found] == ["connection", "encryption", "sign-in", "sender"]
    assert fake.received == []


async def test_a_sign_in_that_is_refused_is_told_without_the_password() -> None:
    fake = FakeMailServer()
    async with fake.listening(auth_require_tls=False) as port:
        found = await found_at(port, username="banter", password="wrong")
    ((about, said),) = bad(found)
    assert (about, found[-1].about) == ("sign-in", "sign-in")
    assert "check SMTP_USERNAME and SMTP_PASSWORD" in said
    assert "wrong" not in said


async def test_a_sender_that_is_refused_is_told() -> None:
    async with FakeMailServer(mail="553 not yours").listening() as port:
        ((about, said),) = bad(await found_at(port))
    assert (about, said.startswith("answered 553 not yours")) == ("sender", True)
    assert "check SMTP_FROM" in said


async def test_where_nobody_listens_that_is_all_there_is_to_say() -> None:
    async with FakeMailServer().listening() as port:
        pass
    ((about, said),) = bad(await found_at(port))
    assert about == "connection"
    assert "check SMTP_HOST" in said


async def test_a_server_without_encryption_is_told() -> None:
    async with FakeMailServer().listening() as port:
        ((about, said),) = bad(await found_at(port, security="starttls"))
    assert about == "encryption"
    assert "port 465" in said


@pytest.mark.parametrize(("days", "level"), [(30, "good"), (3, "warning")])
async def test_a_certificate_is_checked_and_its_end_foreseen(
    tmp_path: Path, days: int, level: str
) -> None:
    context, authorities = certificate(tmp_path, days)
    async with FakeMailServer().listening(tls_context=context) as port:
        found = await found_at(port, security="starttls", authorities=authorities)
        ((about, said),) = bad(await found_at(port, security="starttls"))
    assert [one.level for one in found if one.about == "encryption"] == [level]
    assert bad(found) == []
    assert (about, "SMTP_CA_FILE" in said) == ("encryption", True)


async def test_mail_that_anybody_could_read_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail_checks, "LOOPBACK", frozenset())
    async with FakeMailServer().listening() as port:
        found = await found_at(port)
    assert [one.about for one in found if one.level == "warning"] == ["encryption"]
