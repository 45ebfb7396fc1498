"""What `doctor` finds at lists, counters and messengers: nothing is changed by it."""

from dataclasses import replace
from typing import Any

import httpx
import pytest

from delivery.connection import Connection
from delivery.constant_contact import ConstantContact
from delivery.doctor import Finding, examine
from delivery.google_analytics import GoogleAnalytics
from delivery.mailchimp import Mailchimp
from delivery.slack import Slack
from delivery.system import System
from delivery.system_checks import checks_of
from tests.fakes.clock import FakeClock
from tests.fakes.constant_contact import FakeConstantContact
from tests.fakes.crm import FakeCrm, Says
from tests.fakes.google_analytics import FakeGoogleAnalytics
from tests.fakes.grants import FakeGrants
from tests.fakes.links import FakeLinks
from tests.fakes.mailchimp import FakeMailchimp
from tests.fakes.slack import CHANNEL, FakeSlack

HOST = "https://list.test"


async def found_in(system: System, fake: FakeCrm) -> list[Finding]:
    """What is found; afterwards there is what there was before."""
    before = fake.records()
    client = httpx.AsyncClient(transport=fake.transport())
    checks = checks_of(system)
    assert checks is not None
    found = await examine(Connection(system, client, FakeGrants(), FakeClock()), checks)
    assert fake.records() == before
    return found


def told(found: list[Finding], level: str = "bad") -> list[str]:
    return [f"{one.about}: {one.said}" for one in found if one.level == level]


async def the_one(system: System, fake: FakeCrm, level: str = "bad") -> str:
    (one,) = told(await found_in(system, fake), level)
    return one


MAILCHIMP = Mailchimp("0123-us6", "a1", base_url=HOST, extra={"tier": "TIER"})


class TestMailchimp:
    def fake(self) -> FakeMailchimp:
        return FakeMailchimp(merge=("FNAME", "LNAME", "TIER"))

    async def test_what_is_in_order_is_good(self) -> None:
        fake = self.fake()
        found = await found_in(MAILCHIMP, fake)
        assert {one.level for one in found} == {"good"}
        assert "audience: they become members of Newsletter" in told(found, "good")
        assert {one.method for one in fake.requests} == {"GET"}

    async def test_a_key_that_is_refused_ends_it(self) -> None:
        fake = self.fake()
        fake.always = Says(401, json={"title": "API Key Invalid"})
        assert "put its credentials right" in await the_one(MAILCHIMP, fake)

    async def test_an_audience_that_is_not_there_is_told(self) -> None:
        other = replace(MAILCHIMP, audience="gone")
        assert "MAILCHIMP_AUDIENCE" in await the_one(other, self.fake())

    async def test_merge_fields_that_are_missing_are_named(self) -> None:
        fake = FakeMailchimp(merge=("FNAME", "LNAME"))
        assert "the audience has no TIER" in await the_one(MAILCHIMP, fake)

    async def test_a_merge_field_that_it_insists_on_is_told(self) -> None:
        fake = self.fake()
        fake.required = {"BIRTHDAY", "FNAME"}
        assert "insists on BIRTHDAY" in await the_one(MAILCHIMP, fake)

    async def test_that_it_asks_back_though_we_do_not_want_it_is_a_warning(self) -> None:
        fake = self.fake()
        fake.asks_back = True
        at_once = replace(MAILCHIMP, double_opt_in=False)
        assert "double opt-in" in await the_one(at_once, fake, "warning")
        assert told(await found_in(MAILCHIMP, fake), "warning") == []

    async def test_a_server_that_is_down_is_for_later(self) -> None:
        fake = self.fake()
        fake.always = Says(503)
        assert "try again later" in await the_one(MAILCHIMP, fake)


CONSTANT = ConstantContact(
    "client", "secret", "refresh-1", ("l1", "l2"), sign_in_url=HOST, base_url=HOST
)


class TestConstantContact:
    def fake(self) -> FakeConstantContact:
        return FakeConstantContact(lists=("l1", "l2"))

    async def test_what_is_in_order_is_good(self) -> None:
        fake = self.fake()
        found = await found_in(CONSTANT, fake)
        assert {one.level for one in found} == {"good"}
        assert "account: the account of Acme answers" in told(found, "good")
        assert {one.method for one in fake.requests} == {"GET"}

    async def test_a_list_that_is_not_there_is_named(self) -> None:
        fake = FakeConstantContact(lists=("l1",))
        assert "there is no list l2" in await the_one(CONSTANT, fake)

    async def test_a_missing_scope_is_named(self) -> None:
        fake = self.fake()
        fake.scopes = {"account_read"}
        assert "the scope contact_data" in await the_one(CONSTANT, fake)

    async def test_whose_account_it_is_need_not_be_known(self) -> None:
        fake = self.fake()
        fake.scopes = {"contact_data"}
        found = await found_in(CONSTANT, fake)
        assert "account_read" in told(found, "warning")[0]
        assert told(found) == []

    async def test_a_refresh_token_that_is_used_up_is_told(self) -> None:
        fake = self.fake()
        fake.refresh = "another"
        assert "sign-in refused" in await the_one(CONSTANT, fake)


ANALYTICS = GoogleAnalytics("G-1", "secret", base_url=HOST)


class TestGoogleAnalytics:
    async def test_an_event_is_looked_at_and_not_counted(self) -> None:
        fake = FakeGoogleAnalytics()
        found = await found_in(ANALYTICS, fake)
        assert told(found) == []
        assert [one.url.path for one in fake.requests] == ["/debug/mp/collect"]
        assert "Realtime" in told(found, "warning")[0]

    async def test_what_google_complains_of_is_told(self) -> None:
        fake = FakeGoogleAnalytics()
        complaint = {"fieldPath": "measurement_id", "description": "is not known"}
        fake.complaints = [complaint]
        said = await the_one(ANALYTICS, fake)
        assert "measurement_id: is not known: check GA4_MEASUREMENT_ID" in said

    async def test_that_google_is_down_is_no_mistake_of_theirs(self) -> None:
        fake = FakeGoogleAnalytics()
        fake.always = Says(500)
        assert "try again later" in await the_one(ANALYTICS, fake)


def slack(**more: Any) -> Slack:
    return Slack("token-1", CHANNEL, FakeLinks(), base_url=f"{HOST}/api", **more)


class TestSlack:
    async def test_what_is_in_order_is_good(self) -> None:
        fake = FakeSlack()
        found = await found_in(slack(), fake)
        assert {one.level for one in found} == {"good"}
        assert "token: banter in Acme" in told(found, "good")
        assert {one.method for one in fake.requests} == {"GET"}

    async def test_the_channels_of_teams_are_looked_at_too(self) -> None:
        said = await the_one(slack(others=("C0WORKS", CHANNEL)), FakeSlack())
        assert said.startswith("channel: C0WORKS: there is no such channel")

    @pytest.mark.parametrize(
        ("method", "error", "expected"),
        [
            ("auth_test", "invalid_auth", "SLACK_TOKEN"),
            ("conversations_history", "not_in_channel", "/invite"),
            ("conversations_history", "missing_scope", "channels:history"),
            ("conversations_history", "is_archived", "archived"),
            ("conversations_history", "team_access_not_granted", "team_access_not_granted"),
        ],
    )
    async def test_what_slack_refuses_is_told(self, method: str, error: str, expected: str) -> None:
        fake = FakeSlack()
        fake.errors = {method: error}
        assert expected in await the_one(slack(), fake)

    async def test_scopes_that_are_missing_are_named(self) -> None:
        fake = FakeSlack()
        fake.scopes = "channels:history,users:read"
        assert "the app lacks chat:write" in await the_one(slack(), fake)
        assert "users:read.email" in await the_one(slack(), fake, "warning")

    async def test_without_buttons_that_is_a_warning(self) -> None:
        said = await the_one(slack(interactive=False), FakeSlack(), "warning")
        assert "SLACK_SIGNING_SECRET" in said

    async def test_slack_that_is_down_is_for_later(self) -> None:
        fake = FakeSlack()
        fake.always = Says(503)
        assert "try again later" in await the_one(slack(), fake)
