"""A short e-mail to a salesperson, handed in at a real mail server on this machine."""

from datetime import UTC, datetime

from agent.outbox import Delivered, Failed, Owner, RetryAt
from agent.reminding import Letter
from delivery.letters import Letters
from delivery.mail import MailServer
from tests.fakes.smtp import FakeMailServer

LEO = Owner("leo", "Leo Ñúñez", "leo@acme.example")
AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def letter(to: Owner = LEO) -> Letter:
    text = "Un lead espera. https://banter.example/accept/h1~leo"
    return Letter("h1.remind.a1", "h1", to, "Un lead espera", text, AT)


def letters(port: int) -> Letters:
    server = MailServer(
        "127.0.0.1", port, "banter@acme.example", "all@acme.example", security="none"
    )
    return Letters(server)


async def test_it_arrives_whole_and_in_the_thread_of_the_lead() -> None:
    fake = FakeMailServer()
    async with fake.listening() as port:
        assert await letters(port).send(letter()) == Delivered("Taken as 42")
    (message,) = fake.received
    assert message["To"] == "Leo Ñúñez <leo@acme.example>"
    assert message["Subject"] == "Un lead espera"
    assert message["Message-ID"] == "<h1.remind.a1@acme.example>"
    assert message["References"] == "<h1@acme.example>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_content().strip() == letter().text


async def test_a_long_name_with_an_address_in_it_adds_nobody() -> None:
    fake, name = FakeMailServer(), f'{"Leo " * 20}<all@acme.example>, (boss) "x"'
    async with fake.listening() as port:
        await letters(port).send(letter(Owner("leo", name, "leo@acme.example")))
    (message,) = fake.received
    assert [one.addr_spec for one in message["To"].addresses] == ["leo@acme.example"]
    assert fake.envelopes[0][1] == ["leo@acme.example"]


async def test_what_the_server_says_is_what_comes_next() -> None:
    fake = FakeMailServer(rcpt="550 No such user")
    async with fake.listening() as port:
        refused = await letters(port).send(letter())
    assert isinstance(refused, Failed)
    assert isinstance(await letters(port).send(letter()), RetryAt), "nobody listens any more"


async def test_an_address_that_is_none_is_told() -> None:
    bad = Owner("leo", "Leo", "leo at acme")
    outcome = await letters(9).send(letter(bad))
    assert isinstance(outcome, Failed)
    assert outcome.remedy == "fix_data"
