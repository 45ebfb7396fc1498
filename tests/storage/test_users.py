"""People get in with their own password, and nobody learns who else could."""

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from storage.access_tables import UserRow
from storage.database import Database
from storage.users import User, UserExists, Users
from tests.fakes.clock import FakeClock

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture
def users(database: Database) -> Users:
    """Nobody yet."""
    return Users(database, FakeClock(), QUICK)


async def stored(database: Database) -> str:
    """The one password as it is kept."""
    return await database.read(
        lambda connection: connection.execute(select(UserRow.password)).scalar_one()
    )


async def test_somebody_gets_in_with_their_password_only(users: Users) -> None:
    ana = await users.add("Ana@Example.com ", "correct horse")
    assert ana == User(ana.id, "ana@example.com", "admin", ana.seal)
    assert await users.verify(" ana@example.COM", "correct horse") == ana
    assert await users.verify("ana@example.com", "battery staple") is None
    assert await users.verify("ana@example.com", "") is None
    assert await users.verify("nobody@example.com", "correct horse") is None


async def test_a_password_is_kept_as_argon2id(users: Users, database: Database) -> None:
    await users.add("ana@example.com", "correct horse")
    kept = await stored(database)
    assert kept.startswith("$argon2id$")
    assert "correct horse" not in kept


async def test_a_stranger_costs_as_much_work_as_a_user(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str] = []
    verify = PasswordHasher.verify

    def count(self: PasswordHasher, kept: str, password: str) -> bool:
        checked.append(kept[:40])
        return verify(self, kept, password)

    monkeypatch.setattr(PasswordHasher, "verify", count)
    users = Users(database, FakeClock(), QUICK)
    await users.add("ana@example.com", "correct horse")
    await users.verify("ana@example.com", "wrong")
    await users.verify("nobody@example.com", "wrong")
    assert len(checked) == 2
    assert checked[0].rsplit("$", 1)[0] == checked[1].rsplit("$", 1)[0], "the same parameters"


async def test_an_address_is_given_once(users: Users) -> None:
    await users.add("ana@example.com", "one", "sales")
    with pytest.raises(UserExists):
        await users.add("ANA@example.com", "two")
    assert await users.verify("ana@example.com", "two") is None


async def test_a_new_password_replaces_the_old_one(users: Users) -> None:
    await users.add("ana@example.com", "old")
    assert await users.set_password("ana@example.com", "new")
    assert await users.verify("ana@example.com", "old") is None
    assert await users.verify("ana@example.com", "new") is not None
    assert not await users.set_password("nobody@example.com", "new")


async def test_a_password_is_kept_stronger_when_the_rules_get_stronger(
    users: Users, database: Database
) -> None:
    await users.add("ana@example.com", "correct horse")
    before = await stored(database)
    stronger = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)
    assert await Users(database, FakeClock(), stronger).verify("ana@example.com", "correct horse")
    after = await stored(database)
    assert after != before
    assert "t=2" in after


async def test_a_session_finds_its_user_again(users: Users) -> None:
    ana = await users.add("ana@example.com", "x", "sales")
    assert (ana.email, ana.role) == ("ana@example.com", "sales")
    assert await users.get("ana@example.com") == ana
    assert await users.get("nobody@example.com") is None


async def test_every_new_password_has_a_seal_of_its_own(users: Users, database: Database) -> None:
    ana = await users.add("ana@example.com", "x")
    assert ana.seal not in await stored(database)
    await users.set_password("ana@example.com", "y")
    changed = await users.get("ana@example.com")
    assert changed is not None
    assert changed == await users.verify("ana@example.com", "y")
    assert changed.seal != ana.seal


async def test_the_seal_is_that_of_the_strengthened_password(
    users: Users, database: Database
) -> None:
    await users.add("ana@example.com", "x")
    stronger = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)
    ana = await Users(database, FakeClock(), stronger).verify("ana@example.com", "x")
    assert ana == await users.get("ana@example.com")
