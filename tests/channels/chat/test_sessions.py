"""channels.chat.sessions: tokens nobody can make up."""

import pytest

from channels.chat.sessions import ForeignToken, Sessions
from tests.fakes.clock import FakeClock


@pytest.fixture
def sessions(clock: FakeClock) -> Sessions:
    return Sessions("secret", clock)


class TestSessions:
    def test_a_token_stands_for_its_conversation(self, sessions: Sessions) -> None:
        assert sessions.conversation(sessions.token("c1")) == "c1"

    def test_every_altered_token_is_foreign(self, sessions: Sessions) -> None:
        token = sessions.token("c1")
        for place, character in enumerate(token[:-1]):
            other = "A" if character != "A" else "B"
            with pytest.raises(ForeignToken):
                sessions.conversation(token[:place] + other + token[place + 1 :])

    @pytest.mark.parametrize("token", ["", ".", "..", "c1", "ñ.x.y", "x" * 1000, "\x00"])
    def test_nonsense_is_foreign(self, sessions: Sessions, token: str) -> None:
        with pytest.raises(ForeignToken):
            sessions.conversation(token)

    def test_a_token_of_another_server_is_foreign(
        self, sessions: Sessions, clock: FakeClock
    ) -> None:
        with pytest.raises(ForeignToken):
            sessions.conversation(Sessions("other", clock).token("c1"))

    def test_a_token_lasts_a_year(self, sessions: Sessions, clock: FakeClock) -> None:
        token = sessions.token("c1")
        clock.pass_by(days=365)
        assert sessions.conversation(token) == "c1"
        clock.pass_by(seconds=1)
        with pytest.raises(ForeignToken):
            sessions.conversation(token)
