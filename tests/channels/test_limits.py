"""channels.limits: token buckets."""

import pytest

from channels import limits
from channels.limits import ChatLimits, ChatRates, Limiter, Rate, Room
from channels.problems import TooManyOpen
from tests.fakes.clock import FakeClock


@pytest.fixture
def limiter(clock: FakeClock) -> Limiter:
    return Limiter(Rate(burst=3, per_second=0.5), clock.seconds)


class TestLimiter:
    def test_gives_a_burst_and_then_one_by_one(self, limiter: Limiter, clock: FakeClock) -> None:
        assert [limiter.take("a") for _ in range(3)] == [0, 0, 0]
        assert limiter.take("a") == pytest.approx(2)
        clock.pass_by(seconds=1)
        assert limiter.take("a") == pytest.approx(1)
        clock.pass_by(seconds=1)
        assert limiter.take("a") == 0
        assert limiter.take("a") == pytest.approx(2)

    def test_fills_up_again_but_never_over_the_burst(
        self, limiter: Limiter, clock: FakeClock
    ) -> None:
        for _ in range(3):
            limiter.take("a")
        clock.pass_by(hours=1)
        assert [limiter.take("a") > 0 for _ in range(4)] == [False, False, False, True]

    def test_keeps_keys_apart(self, limiter: Limiter) -> None:
        for _ in range(3):
            limiter.take("a")
        assert limiter.take("a") > 0
        assert limiter.take("b") == 0

    def test_a_refusal_costs_nothing(self, limiter: Limiter, clock: FakeClock) -> None:
        for _ in range(10):
            limiter.take("a")
        clock.pass_by(seconds=2)
        assert limiter.take("a") == 0

    def test_forgets_the_idle_and_keeps_the_busy(
        self, limiter: Limiter, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(limits, "SWEEP_AT", 10)
        limiter = Limiter(Rate(burst=3, per_second=0.5), clock.seconds)
        for number in range(10):
            limiter.take(f"idle{number}")
        clock.pass_by(minutes=1)
        for _ in range(3):
            limiter.take("busy")
        assert len(limiter) == 1
        assert limiter.take("busy") > 0


class TestChatLimits:
    @pytest.mark.parametrize("address", ["127.0.0.1", "::1", None])
    def test_an_address_that_stands_for_many_has_no_limit_of_its_own(
        self, clock: FakeClock, address: str | None
    ) -> None:
        one = Rate(burst=1, per_second=0.1)
        chat = ChatLimits(ChatRates(one, one, one), clock.seconds)
        assert [chat.opening(address) for _ in range(5)] == [0] * 5
        assert [chat.message(f"session{n}", address) for n in range(5)] == [0] * 5
        assert chat.message("session0", address) > 0

    def test_somebody_elsewhere_has(self, clock: FakeClock) -> None:
        one = Rate(burst=1, per_second=0.1)
        chat = ChatLimits(ChatRates(one, one, one), clock.seconds)
        assert [chat.opening("203.0.113.7") > 0 for _ in range(2)] == [False, True]
        assert [chat.message(f"s{n}", "203.0.113.7") > 0 for n in range(2)] == [False, True]


class TestRoom:
    def test_has_places_for_each_key_which_are_free_again_afterwards(self) -> None:
        room = Room(2)
        with room.enter("a"), room.enter("a"), room.enter("b"):
            with pytest.raises(TooManyOpen), room.enter("a"):
                pass
            assert len(room) == 2
        assert len(room) == 0
        with room.enter("a"), room.enter("a"):
            pass

    def test_a_place_is_given_back_when_something_breaks(self) -> None:
        room = Room(1)
        with pytest.raises(ZeroDivisionError), room.enter("a"):
            _ = 1 / 0
        with room.enter("a"):
            pass

    @pytest.mark.parametrize("key", [None, "127.0.0.1", "::1"])
    def test_ourselves_and_the_unknown_are_not_counted(self, key: str | None) -> None:
        room = Room(1)
        with room.enter(key), room.enter(key):
            assert len(room) == 0
