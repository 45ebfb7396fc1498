"""Tokens are shared between processes, renewed in time, by one of them, and kept sealed."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from urllib.parse import parse_qs

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from sqlalchemy import select, update

from agent.grants import Grant
from agent.outbox import Failed, RetryAt
from delivery.calls import Call, Refused, Reply
from delivery.session import LONG_AGO, REFUSED, RENEWING, SigningIn
from delivery.signing_in import OAuth, SignIn, StaticToken
from delivery.sugarcrm_access import Password
from delivery.wire import Wire, request_of
from storage.database import Database
from storage.delivery_tables import GrantRow
from storage.grants import StoredGrants
from tests.delivery.rig import SECRET
from tests.fakes.clock import FakeClock
from tests.fakes.hubspot import FakeHubSpot

OAUTH = OAuth("https://crm.test/oauth/v1/token", "client", "secret", refresh_token="refresh-1")


class Party:
    """Two processes that sign in to one system."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = FakeClock()
        self.fake = FakeHubSpot()
        self.client = httpx.AsyncClient(transport=self.fake.transport())
        self.wire = Wire(self.client, self.clock)

    def process(self, sign_in: SignIn = OAUTH, secret: str = SECRET) -> SigningIn:
        """One that knows only what is on record."""
        grants = StoredGrants(self.database, secret)
        return SigningIn("hubspot", sign_in, grants, self.clock, self.sleep)

    async def sleep(self, seconds: float) -> None:
        self.clock.pass_by(seconds=seconds)
        await asyncio.sleep(0)

    async def send(self, call: Call) -> Reply:
        return await self.wire.send(request_of(call, "", {}))


@pytest.fixture
async def party(database: Database) -> AsyncIterator[Party]:
    """On either database."""
    made = Party(database)
    yield made
    await made.client.aclose()


async def test_a_token_is_asked_for_once_by_all_processes(party: Party) -> None:
    first, second = party.process(), party.process()
    found = await asyncio.gather(*[one.grant(party.send) for one in (first, second, first, second)])
    assert {one.token for one in found} == {"token-1"}
    assert party.fake.sign_ins == 1


async def test_it_is_renewed_before_it_ends_with_the_refresh_token_that_came_last(
    party: Party,
) -> None:
    await party.process().grant(party.send)
    party.clock.pass_by(minutes=28)
    await party.process().grant(party.send)
    assert party.fake.sign_ins == 1
    party.clock.pass_by(minutes=1, seconds=30)
    party.fake.token = "token-2"
    assert (await party.process().grant(party.send)).token == "token-2"
    assert party.fake.refresh == "refresh-1++", "each one was shown once"


async def test_a_refused_token_is_renewed_once(party: Party) -> None:
    first, second = party.process(), party.process()
    old = await first.grant(party.send)
    await second.grant(party.send)
    party.fake.token = "token-2"
    renewed = [await one.anew(old, party.send) for one in (first, second)]
    assert [one.token for one in renewed] == ["token-2", "token-2"]
    assert party.fake.sign_ins == 2


async def test_a_process_that_died_while_it_signed_in_is_not_waited_for_long(party: Party) -> None:
    grants, now = StoredGrants(party.database, SECRET), party.clock.now()
    assert await grants.claim("hubspot", OAUTH.settings(), 0, now, now + timedelta(seconds=20))
    assert (await party.process().grant(party.send)).token == "token-1"
    assert timedelta(seconds=20) <= party.clock.now() - now < RENEWING


async def test_other_credentials_do_not_use_the_old_grant(party: Party) -> None:
    await party.process().grant(party.send)
    other = OAuth(OAUTH.url, "another", "secret", refresh_token="refresh-1+")
    await party.process(other).grant(party.send)
    assert party.fake.sign_ins == 2


async def test_nothing_can_be_read_without_the_key(party: Party) -> None:
    await party.process().grant(party.send)
    row = await party.database.read(
        lambda connection: connection.execute(select(GrantRow.sealed, GrantRow.settings)).one()
    )
    assert "token-1" not in row.sealed + row.settings
    assert "refresh-1" not in row.sealed + row.settings
    held = await StoredGrants(party.database, SECRET).read("hubspot", OAUTH.settings())
    assert held.grant is not None
    assert held.grant.refresh == "refresh-1+"
    seal = update(GrantRow).values(sealed="nonsense")
    await party.database.write(lambda connection: connection.execute(seal))
    held = await StoredGrants(party.database, SECRET).read("hubspot", OAUTH.settings())
    assert held.grant is None


async def test_credentials_that_are_refused_are_the_admins_to_mend(party: Party) -> None:
    wrong = OAuth(OAUTH.url, "client", "secret", refresh_token="nonsense")
    with pytest.raises(Refused) as refused:
        await party.process(wrong).grant(party.send)
    assert isinstance(refused.value.outcome, Failed)
    assert refused.value.outcome.remedy == "sign_in"
    assert "invalid_grant" in refused.value.outcome.why
    assert (await party.process().grant(party.send)).token == "token-1", "nobody holds the claim"


async def test_a_sign_in_that_is_away_is_asked_again_later(party: Party) -> None:
    async def away(_call: Call) -> Reply:
        return Reply(503, {}, b"", party.clock.now())

    with pytest.raises(Refused) as refused:
        await party.process().grant(away)
    assert isinstance(refused.value.outcome, RetryAt)


async def test_a_refresh_token_that_lapsed_is_followed_by_what_is_configured(
    party: Party,
) -> None:
    await party.process().grant(party.send)
    party.fake.refresh = "refresh-1"  # ours is not known any more, the configured one is
    party.clock.pass_by(hours=1)
    await party.process().grant(party.send)
    assert party.fake.sign_ins == 2


async def test_a_token_for_ever_is_shown_and_cannot_be_renewed(party: Party) -> None:
    process = party.process(StaticToken("forever"))
    assert await process.grant(party.send) == Grant("forever")
    with pytest.raises(Refused, match="not accepted"):
        await process.anew(Grant("forever"), party.send)
    assert party.fake.sign_ins == 0


def test_a_signed_assertion_says_who_we_are() -> None:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    ).decode()
    oauth = OAuth("https://x.test/token", "id", private_key=pem, subject="me", audience="aud")
    now = FakeClock().now()
    call = oauth.request(None, now)
    assert call.form is not None
    claims = jwt.decode(
        call.form["assertion"],
        key.public_key(),
        algorithms=["RS256"],
        audience="aud",
        options={"verify_exp": False},
    )
    assert (claims["iss"], claims["sub"]) == ("id", "me")
    assert claims["exp"] - now.timestamp() == 180
    with pytest.raises(Refused, match="private key"):
        OAuth("https://x.test/token", "id", private_key="no key").request(None, now)


def test_credentials_stand_in_the_form_or_in_the_header() -> None:
    now = FakeClock().now()
    plain = OAuth("https://x.test/token", "i d", "s").request(None, now)
    assert plain.form == {
        "grant_type": "client_credentials",
        "client_id": "i d",
        "client_secret": "s",
    }
    basic = OAuth("https://x.test/token", "i d", "s", basic=True).request(None, now)
    assert basic.headers == {"Authorization": "Basic aSUyMGQ6cw=="}
    sent = parse_qs(request_of(basic, "", {}).content.decode())
    assert sent == {"grant_type": ["client_credentials"]}
    assert "s3cret" not in repr(OAuth("https://x.test", "i", "s3cret"))


async def test_what_was_refused_is_not_shown_again_at_once(party: Party) -> None:
    """Of a thousand leads that wait one asks: a user who is wrong too often is locked out."""
    wrong = OAuth(OAUTH.url, "client", "secret", refresh_token="nonsense")
    asked = list[Call]()

    async def send(call: Call) -> Reply:
        asked.append(call)
        return await party.send(call)

    process = party.process(wrong)
    for _ in range(5):
        with pytest.raises(Refused):
            await process.grant(send)
    assert len(asked) == 1
    for times, pause in enumerate((*REFUSED, REFUSED[-1]), 2):
        party.clock.pass_by(seconds=pause.total_seconds() - 1)
        with pytest.raises(Refused):
            await process.grant(send)
        assert len(asked) == times - 1, "not yet"
        party.clock.pass_by(seconds=1)
        with pytest.raises(Refused):
            await process.grant(send)
        assert len(asked) == times
    process.forget()
    with pytest.raises(Refused):
        await process.grant(send)
    assert len(asked) == times + 1


async def test_a_token_for_ever_that_was_refused_by_mistake_is_shown_again_soon(
    party: Party,
) -> None:
    process = party.process(StaticToken("forever"))
    for _ in range(3):
        with pytest.raises(Refused, match="not accepted"):
            await process.anew(Grant("forever"), party.send)
        with pytest.raises(Refused):
            await process.grant(party.send)
        party.clock.pass_by(seconds=REFUSED[0].total_seconds())
        assert await process.grant(party.send) == Grant("forever")
        party.clock.pass_by(seconds=LONG_AGO.total_seconds())


async def test_a_users_password_is_shown_more_sparingly(party: Party) -> None:
    """SugarCRM, Admin > Password Management: a user is locked out after some failed sign-ins."""
    asked = list[Call]()

    async def refuses(call: Call) -> Reply:
        asked.append(call)
        return Reply(401, {}, b"", party.clock.now())

    password = Password("https://crm.test/oauth2/token", "banter", "p", "sugar", "", "banter")
    process = party.process(password)
    for _ in range(60):
        with pytest.raises(Refused):
            await process.grant(refuses)
        party.clock.pass_by(seconds=10)
    assert len(asked) == 2, "in ten minutes"


async def test_what_was_refused_since_is_not_forgotten_by_those_who_were_hurried_before(
    party: Party,
) -> None:
    process, hurried = party.process(StaticToken("forever")), party.clock.now()
    party.clock.pass_by(seconds=1)
    with pytest.raises(Refused):
        await process.anew(Grant("forever"), party.send)
    process.forget(before=hurried)
    with pytest.raises(Refused):
        await process.grant(party.send)
    party.clock.pass_by(seconds=1)
    process.forget(before=party.clock.now())
    assert await process.grant(party.send) == Grant("forever")
