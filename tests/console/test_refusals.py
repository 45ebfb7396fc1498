"""console.refusals: who could not get in stands in the log, by no name, and not without end."""

import json

from storage.audit import Entry, Sought
from tests.console.conftest import EMAIL, Browser, Firm

WRONG = "not the password"


async def refused(firm: Firm) -> tuple[Entry, ...]:
    return (await firm.audit.entries(Sought(action="session.refused"), 500)).items


async def test_a_wrong_password_is_noted_by_the_id_of_the_account(
    stranger: Browser, firm: Firm
) -> None:
    user = await firm.users.get(EMAIL)
    assert user is not None
    assert (await stranger.sign_in(password=WRONG)).status_code == 401
    [entry] = await refused(firm)
    assert (entry.actor, entry.subject) == ("stranger", user.id)
    assert entry.details["how"] == "password"


async def test_who_is_not_known_is_noted_by_a_digest_that_is_the_same_again(
    stranger: Browser, firm: Firm
) -> None:
    for email in ("Eve@evil.example", "eve@evil.example ", "mallory@evil.example"):
        await stranger.sign_in(email, WRONG)
    third, second, first = await refused(firm)
    assert first.details["account"] == second.details["account"] != third.details["account"]
    assert first.subject is None
    written = json.dumps([dict(one.details) for one in (first, second, third)])
    assert "evil" not in written
    assert "203.0.113" not in written
    assert first.details["from"] == third.details["from"]


async def test_guessing_does_not_flood_the_log(firm: Firm) -> None:
    refusals = firm.office().accounts.refusals
    for _ in range(20):
        await refusals.of_name(EMAIL, "198.51.100.9", "password", "wrong")
    assert len(await refused(firm)) == 3
    for number in range(150):
        await refusals.of_name(f"{number}@evil.example", "198.51.100.9", "password", "wrong")
    assert len(await refused(firm)) == 100
    firm.clock.pass_by(minutes=1)
    await refusals.of_name("late@evil.example", "198.51.100.9", "password", "wrong")
    assert len(await refused(firm)) == 101


async def test_too_many_tries_and_codes_are_noted_as_such(stranger: Browser, firm: Firm) -> None:
    for _ in range(6):
        last = await stranger.sign_in("nobody@acme.example", WRONG)
    assert last.status_code == 429
    refusals = firm.office().accounts.refusals
    await refusals.of_user("some-id", "198.51.100.9", "code", "wrong")
    await refusals.of_nobody(None, "sso")
    sso, code, *rest = await refused(firm)
    assert (sso.details["how"], sso.details["from"], sso.subject) == ("sso", "", None)
    assert (code.details["how"], code.subject) == ("code", "some-id")
    assert len(rest) == 3


async def test_the_log_says_it_in_words(firm: Firm) -> None:
    await firm.office().accounts.refusals.of_nobody("198.51.100.9", "sso")
    await firm.users.add("boss@acme.example", "correct horse", "admin")
    boss = Browser(firm.app())
    await boss.sign_in("boss@acme.example", "correct horse")
    page = (await boss.see("/console/audit")).text
    assert "<td>Failed to sign in</td>" in page
    assert "<bdi>stranger</bdi>" not in page
    await boss.client.aclose()
