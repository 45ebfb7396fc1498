"""A call is talked: signed, in turns, with interruptions, silences and ends."""

import pytest
from websockets.exceptions import InvalidStatus

from tests.channels.switchboard import Switchboard


async def test_a_caller_speaks_and_is_answered() -> None:
    async with Switchboard().serving() as board, board.call() as line:
        await line.say("we lose customers")
        heard = await line.hear()
        assert heard.text.endswith("What yearly budget have you set aside?")
        assert heard.text == board.transcript(line)[-1].text
        assert board.said(line) == ["we lose customers"]


async def test_a_line_that_is_not_signed_is_refused_before_it_opens() -> None:
    async with Switchboard().serving() as board:
        for signature in ("", "bad"):
            with pytest.raises(InvalidStatus) as refused:
                async with board.line(signature=signature):
                    pass
            assert refused.value.response.status_code == 403
