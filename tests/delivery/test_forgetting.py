"""Who was erased is deleted from the lists; once they are gone, again is no mistake."""

from collections.abc import Callable

import httpx
import pytest

from agent.errors import Unavailable
from delivery.connection import Connection
from delivery.constant_contact import ConstantContact
from delivery.forgetting import Lists
from delivery.mailchimp import Mailchimp
from delivery.system import System
from tests.delivery.agreeing import agreed
from tests.delivery.walking import Walk
from tests.fakes.clock import FakeClock
from tests.fakes.constant_contact import FakeConstantContact
from tests.fakes.crm import FakeCrm, Says
from tests.fakes.grants import FakeGrants
from tests.fakes.mailchimp import FakeMailchimp

MAILCHIMP = Mailchimp("0123-us6", "a1", base_url="https://lists.test")
CONSTANT = ConstantContact(
    "client",
    "secret",
    "refresh-1",
    ("l1",),
    sign_in_url="https://lists.test",
    base_url="https://lists.test",
)


def lists(system: System, fake: FakeCrm) -> Lists:
    client = httpx.AsyncClient(transport=fake.transport())
    return Lists([Connection(system, client, FakeGrants(), FakeClock())])


async def test_a_member_of_mailchimp_is_deleted_for_good() -> None:
    fake = FakeMailchimp()
    member = Walk(MAILCHIMP, fake).deliver(agreed()).record.remote("member") or ""
    known = lists(MAILCHIMP, fake)
    await known.forget("mailchimp", member)
    assert (fake.members, fake.forgotten) == ({}, {member})
    await known.forget("mailchimp", member)


async def test_a_contact_of_constant_contact_is_deleted() -> None:
    fake = FakeConstantContact()
    contact = Walk(CONSTANT, fake).deliver(agreed()).record.remote("contact") or ""
    known = lists(CONSTANT, fake)
    await known.forget("constant_contact", contact)
    assert fake.contacts == {}
    await known.forget("constant_contact", contact)


@pytest.mark.parametrize("status", [401, 403, 429, 500])
@pytest.mark.parametrize(
    ("system", "fake"), [(MAILCHIMP, FakeMailchimp), (CONSTANT, FakeConstantContact)]
)
async def test_what_they_refuse_is_said_and_tried_again(
    system: Mailchimp | ConstantContact, fake: Callable[[], FakeCrm], status: int
) -> None:
    there = fake()
    there.always = Says(status, {"retry-after": "3600"})
    with pytest.raises(Unavailable, match=system.name):
        await lists(system, there).forget(
            "mailchimp" if isinstance(system, Mailchimp) else "constant_contact", "x"
        )


async def test_a_list_that_is_not_configured_says_what_to_do() -> None:
    with pytest.raises(Unavailable, match="set it, or delete them there"):
        await lists(MAILCHIMP, FakeMailchimp()).forget("constant_contact", "1")
