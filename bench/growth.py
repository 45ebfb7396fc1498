"""Does a turn cost more late in a conversation? Many go through the same turns, in step."""

from collections.abc import Sequence
from time import perf_counter

from bench.driver import Banter, Timer, prospect
from bench.rig import Bot, Figures

CONVERSATIONS = 80
STEPS_AT_ONCE = 8
EARLY, LATE = 3, 30
_INTRODUCTION = "Hi, I'm {name}, I have just been on your pricing page"
_QUESTION = "And what is the price again?"
_ANSWERS = (
    "We need to answer leads in the evening",
    "For the record, our sector is sea freight",
    "For the record, our region is the Baltic coast",
    "For the record, our team is four people in the back office",
    "For the record, our tools is a spreadsheet and a shared mailbox",
    "For the record, our process is a form on the website",
    "For the record, our goal is an answer within the hour",
    "We have put aside €14,000 a year for this",
    "It should be running within 2 months",
)
"""All but one: the last question stays open, so that the conversation does not end."""


def texts() -> list[str]:
    """Thirty turns: two questions of the prospect's for each answer; the 3rd and 30th are alike."""
    said = [_INTRODUCTION]
    answers = iter(_ANSWERS)
    for turn in range(2, LATE + 1):
        said.append(next(answers) if turn % 3 == 1 else _QUESTION)
    return prospect(said)


class OneTurn:
    """The next turn of each of the conversations that are under way."""

    name = "ten questions"

    def __init__(self, banter: Banter, under_way: Sequence[tuple[str, list[str]]]) -> None:
        self._banter = banter
        self._under_way = list(under_way)

    async def converse(self, _texts: Sequence[str], timer: Timer) -> str | None:
        """Say the next thing in one conversation after the other."""
        while self._under_way:
            token, left = self._under_way.pop()
            began = perf_counter()
            reply = await self._banter.say(token, left.pop(0))
            timer(perf_counter() - began)
            if reply["phase"] != "open":
                return str(reply["phase"])
        return None

    def close(self) -> None:
        """Hang up."""
        self._banter.close()


async def late_turns(bot: Bot, port: int) -> tuple[Figures, Figures]:
    """The figures of the early turn and of the late one."""
    banter = Banter(port, "", "ten-questions")
    under_way = [(await banter.open(), texts()) for _ in range(CONVERSATIONS)]
    found = {}
    for turn in range(1, LATE + 1):
        step = OneTurn(banter, under_way)
        found[turn] = await bot.measure(step, at_once=STEPS_AT_ONCE, conversations=1)
    banter.close()
    return found[EARLY], found[LATE]
