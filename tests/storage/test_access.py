"""Users, their sessions and second factors, tries, keys and the log, on either database."""

import asyncio
from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from storage.access_tables import ApiKeyRow, RecoveryCodeRow, SessionRow
from storage.attempts import Attempts
from storage.audit import SYSTEM, Audit, Sought
from storage.database import Database
from storage.keys import Keys
from storage.leads import BadCursor
from storage.second_factors import SecondFactors
from storage.user_sessions import UserSessions
from storage.users import LastAdmin, Users
from tests.fakes.clock import FakeClock

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def users(database: Database, clock: FakeClock) -> Users:
    return Users(database, clock, QUICK)


class TestRoles:
    async def test_of_two_admins_who_go_at_once_one_stays(self, users: Users) -> None:
        first = await users.add("ana@acme.example", "x")
        second = await users.add("eva@acme.example", "x")
        gone = await asyncio.gather(
            users.deactivate(first.id), users.set_role(second.id, "sales"), return_exceptions=True
        )
        assert [type(one) for one in gone if one is not None] == [LastAdmin]
        assert [one.role for one in await users.all() if one.active].count("admin") == 1

    async def test_whoever_has_no_password_gets_in_with_none(self, users: Users) -> None:
        eva = await users.add("eva@acme.example", None, "sales")
        assert not eva.has_password
        for guess in ("", "!", "None"):
            assert await users.verify("eva@acme.example", guess) is None

    async def test_of_two_who_follow_one_link_one_is_first(self, users: Users) -> None:
        eva = await users.add("eva@acme.example", None, "sales")
        taken = await asyncio.gather(
            users.accept(eva.id, eva.seal, "one"), users.accept(eva.id, eva.seal, "two")
        )
        assert sorted(taken) == [False, True]


class TestSessions:
    async def test_a_session_is_found_by_its_secret_which_is_not_kept(
        self, users: Users, database: Database, clock: FakeClock
    ) -> None:
        sessions = UserSessions(database, clock)
        ana = await users.add("ana@acme.example", "x")
        secret = await sessions.begin(ana, "password", "Firefox" * 100)
        found = await sessions.find(secret)
        assert found is not None
        assert (found.user, found.standing, found.how) == (ana, "open", "password")
        assert await sessions.find(found.mark) is None
        kept = await database.read(
            lambda connection: connection.execute(text("SELECT * FROM console_sessions")).all()
        )
        assert secret not in str(kept)

    async def test_it_ends_when_it_is_not_used_and_in_any_case_after_a_day_of_work(
        self, users: Users, database: Database, clock: FakeClock
    ) -> None:
        sessions = UserSessions(database, clock)
        ana = await users.add("ana@acme.example", "x")
        used, unused = [await sessions.begin(ana, "password", "") for _ in range(2)]
        for _ in range(5):
            clock.pass_by(hours=2)
            assert await sessions.find(used) is not None
        assert await sessions.find(unused) is None
        clock.pass_by(hours=2)
        assert await sessions.find(used) is None
        assert await sessions.of(ana.id) == ()
        await sessions.begin(ana, "password", "")
        clock.pass_by(hours=12, seconds=1)
        await sessions.begin(ana, "sso", "")
        left = await database.read(lambda c: c.execute(select(SessionRow.how)).scalars().all())
        assert left == ["sso"], "those that ended are swept"

    async def test_a_new_password_ends_all_of_them(
        self, users: Users, database: Database, clock: FakeClock
    ) -> None:
        sessions = UserSessions(database, clock)
        ana = await users.add("ana@acme.example", "x")
        secret = await sessions.begin(ana, "password", "")
        await users.set_password("ana@acme.example", "y")
        assert await sessions.find(secret) is None


class TestAttempts:
    async def test_are_counted_by_all_processes_together(
        self, database: Database, clock: FakeClock
    ) -> None:
        processes = [Attempts(database, clock, "secret") for _ in range(2)]
        waits = await asyncio.gather(
            *(processes[number % 2].take("ana", burst=5, seconds=30) for number in range(8))
        )
        assert sorted(waits)[:5] == [0.0] * 5
        assert all(wait > 0 for wait in sorted(waits)[5:])
        assert await processes[0].take("eva", burst=5, seconds=30) == 0.0

    async def test_come_back_one_by_one_and_are_forgotten_then(
        self, database: Database, clock: FakeClock
    ) -> None:
        attempts = Attempts(database, clock, "secret")
        for _ in range(2):
            assert await attempts.take("ana@acme.example", burst=2, seconds=30) == 0.0
        assert await attempts.take("ana@acme.example", burst=2, seconds=30) == pytest.approx(30)
        clock.pass_by(seconds=31)
        assert await attempts.take("ana@acme.example", burst=2, seconds=30) == 0.0
        clock.pass_by(minutes=10)
        await attempts.take("eva@acme.example", burst=2, seconds=30)
        kept = await database.read(
            lambda connection: connection.execute(text("SELECT * FROM attempts")).all()
        )
        assert len(kept) == 1
        assert "eva" not in str(kept)


class TestSecondFactors:
    async def test_of_two_who_type_one_code_at_once_one_gets_in(
        self, users: Users, database: Database, clock: FakeClock
    ) -> None:
        factors = SecondFactors(database, clock, "secret")
        ana = await users.add("ana@acme.example", "x")
        await factors.propose(ana.id, "JBSWY3DPEHPK3PXP")
        codes = await factors.confirm(ana.id, 100)
        assert codes is not None
        assert await factors.confirm(ana.id, 101) is None
        assert not await factors.use_step(ana.id, 100)
        both = await asyncio.gather(factors.use_step(ana.id, 102), factors.use_step(ana.id, 102))
        assert sorted(both) == [False, True]
        assert not await factors.use_step(ana.id, 101), "older than one that was taken"
        paper = await asyncio.gather(
            *(factors.use_recovery_code(ana.id, codes[0]) for _ in range(2))
        )
        assert sorted(paper) == [False, True]

    async def test_codes_on_paper_are_kept_as_hashes_and_are_nobody_elses(
        self, users: Users, database: Database, clock: FakeClock
    ) -> None:
        factors = SecondFactors(database, clock, "secret")
        ana = await users.add("ana@acme.example", "x")
        eva = await users.add("eva@acme.example", "x")
        await factors.propose(ana.id, "JBSWY3DPEHPK3PXP")
        codes = await factors.confirm(ana.id, 1) or ()
        marks = await database.read(
            lambda connection: connection.execute(select(RecoveryCodeRow.mark)).scalars().all()
        )
        assert not set(marks) & set(codes)
        assert not await factors.use_recovery_code(eva.id, codes[1])
        renewed = await factors.renew_codes(ana.id)
        assert not await factors.use_recovery_code(ana.id, codes[1])
        assert await factors.use_recovery_code(ana.id, renewed[0].replace("-", " ").upper())
        assert await factors.recovery_codes_left(ana.id) == 9

    async def test_a_secret_is_sealed_and_a_new_one_does_not_replace_one_that_counts(
        self, users: Users, database: Database, clock: FakeClock
    ) -> None:
        factors = SecondFactors(database, clock, "secret")
        ana = await users.add("ana@acme.example", "x")
        await factors.propose(ana.id, "JBSWY3DPEHPK3PXP")
        await factors.confirm(ana.id, 1)
        await factors.propose(ana.id, "AAAAAAAAAAAAAAAA")
        assert await factors.secret(ana.id) == "JBSWY3DPEHPK3PXP"
        assert await SecondFactors(database, clock, "another").secret(ana.id) is None
        assert await users.reset_codes("ana@acme.example")
        assert await factors.secret(ana.id) is None
        assert not await users.reset_codes("nobody@acme.example")


class TestKeys:
    async def test_a_key_is_known_again_by_its_secret_alone(
        self, database: Database, clock: FakeClock
    ) -> None:
        keys = Keys(database, clock)
        key, secret = await keys.create(" Import ", {"leads:write"}, "someone", None)
        found = await keys.find(secret)
        assert found is not None
        assert (found.id, found.name, found.scopes) == (key, "Import", frozenset({"leads:write"}))
        for guess in (key, secret[:-1], "banter_", secret.upper()):
            assert await keys.find(guess) is None
        marks = await database.read(
            lambda connection: connection.execute(select(ApiKeyRow.mark)).scalars().all()
        )
        assert secret not in marks
        (listed,) = await keys.all()
        assert listed.last_used_at == clock.now()
        assert await keys.revoke(key)
        assert not await keys.revoke(key)
        assert await keys.find(secret) is None

    async def test_it_holds_until_its_last_moment(
        self, database: Database, clock: FakeClock
    ) -> None:
        keys = Keys(database, clock)
        until = clock.now() + timedelta(days=1)
        _, secret = await keys.create("Import", {"leads:read"}, "someone", until)
        clock.pass_by(hours=23)
        assert await keys.find(secret) is not None
        clock.pass_by(hours=1)
        assert await keys.find(secret) is None


class TestTheLog:
    async def test_has_one_look_of_each_person_in_a_quarter_of_an_hour(
        self, database: Database, users: Users, clock: FakeClock
    ) -> None:
        ana = await users.add("ana@acme.example", "correct horse", "sales")
        here, elsewhere = Audit(database, clock), Audit(database, clock)

        async def looks() -> list[str]:
            entries = (await here.entries(Sought(actor=ana.id), 10)).items
            return [one.action for one in entries]

        for log in (here, here, elsewhere):
            await log.look(ana, "inbox.viewed")
            await log.look(SYSTEM, "inbox.viewed")
        assert await looks() == ["inbox.viewed"]
        await here.look(ana, "inbox.searched")
        clock.pass_by(minutes=14)
        await here.look(ana, "inbox.viewed")
        assert await looks() == ["inbox.searched", "inbox.viewed"]
        clock.pass_by(minutes=1)
        await elsewhere.look(ana, "inbox.viewed")
        await here.look(ana, "inbox.viewed")
        assert await looks() == ["inbox.viewed", "inbox.searched", "inbox.viewed"]

    async def test_is_read_from_the_newest_on_also_what_happened_at_one_moment(
        self, database: Database, clock: FakeClock
    ) -> None:
        audit = Audit(database, clock)
        for number in range(7):
            await audit.record(SYSTEM, "lead.viewed", f"lead-{number}")
        seen, after = list[str | None](), None
        while True:
            page = await audit.entries(Sought(), 3, after)
            seen += [one.subject for one in page.items]
            if (after := page.next) is None:
                break
        assert seen == [f"lead-{number}" for number in reversed(range(7))]
        assert [one.subject async for one in audit.every(Sought())] == seen
        for forged in ("x", "1", "1.x", "9" * 40, "-1.5", f"{'9' * 30}.1"):
            with pytest.raises(BadCursor):
                await audit.entries(Sought(), 3, forged)

    async def test_is_narrowed_and_knows_every_kind_of_entry(
        self, database: Database, clock: FakeClock, users: Users
    ) -> None:
        audit = Audit(database, clock)
        ana = await users.add("ana@acme.example", "x", "admin", name="Ana")
        await audit.record(ana, "lead.viewed", "lead-1")
        clock.pass_by(hours=1)
        middle = clock.now()
        await audit.record(SYSTEM, "user.added", ana.id, {"role": "sales"})
        clock.pass_by(hours=1)
        await audit.record(ana, "lead.viewed", "lead-2")
        assert await audit.actions() == ("lead.viewed", "user.added")
        for sought, subjects in (
            (Sought(actor=ana.id), ["lead-2", "lead-1"]),
            (Sought(action="user.added"), [ana.id]),
            (Sought(subject="lead-1"), ["lead-1"]),
            (Sought(since=middle), ["lead-2", ana.id]),
            (Sought(until=middle), ["lead-1"]),
            (Sought(actor=ana.id, until=middle, action="lead.viewed"), ["lead-1"]),
        ):
            page = await audit.entries(sought, 10)
            assert [one.subject for one in page.items] == subjects
        newest, added = (await audit.entries(Sought(since=middle), 10)).items
        assert (newest.who, added.who) == ("Ana", "system")
        assert added.details == {"role": "sales"}

    @pytest.mark.parametrize(
        "statement", ["UPDATE audit_log SET actor = 'x'", "DELETE FROM audit_log"]
    )
    async def test_is_only_added_to(
        self, database: Database, clock: FakeClock, statement: str
    ) -> None:
        audit = Audit(database, clock)
        await audit.record(SYSTEM, "lead.viewed", "lead-1")
        with pytest.raises(DBAPIError, match="only added to"):
            await database.write(lambda connection: connection.execute(text(statement)))
        assert len((await audit.entries(Sought(), 10)).items) == 1
