"""A language model that plays given replies: for tests, simulation and trying a script without a
key.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, Callable, Iterable, Mapping
from typing import TypeAlias

from agent.errors import ModelError
from agent.ports import ModelCall, ModelReply
from qualification.values import Json

Play: TypeAlias = str | Mapping[str, Json] | ModelError
"""A text, an object to be sent as JSON, or a failure."""


class ScriptedModel:
    """Satisfies LanguageModel: plays in order, the last one for ever, or by a function."""

    name = "scripted"

    def __init__(
        self,
        plays: Iterable[Play] | Callable[[ModelCall], Play],
        *,
        piece: int = 12,
        delay: float = 0.0,
    ) -> None:
        self._choose = plays if callable(plays) else _in_order(plays)
        self._piece = piece
        self._delay = delay
        self.calls: list[ModelCall] = []
        """What was asked for, oldest first."""

    async def complete(self, call: ModelCall) -> ModelReply:
        """The next play, whole."""
        text = self._play(call)
        await asyncio.sleep(self._delay)
        return _reply(call, text)

    async def stream(self, call: ModelCall) -> AsyncGenerator[str | ModelReply, None]:
        """The next play, piece by piece."""
        text = self._play(call)
        for start in range(0, len(text), self._piece):
            await asyncio.sleep(self._delay)
            yield text[start : start + self._piece]
        yield _reply(call, text)

    def _play(self, call: ModelCall) -> str:
        self.calls.append(call)
        play = self._choose(call)
        if isinstance(play, ModelError):
            raise play
        return play if isinstance(play, str) else json.dumps(play, ensure_ascii=False)


def _in_order(plays: Iterable[Play]) -> Callable[[ModelCall], Play]:
    left = list(plays)
    return lambda _: left.pop(0) if len(left) > 1 else left[0]


def _reply(call: ModelCall, text: str) -> ModelReply:
    """Tokens are counted as four characters each: near enough for what is only played."""
    asked, answered = (len(call.prefix) + len(call.state)) // 4, len(text) // 4
    return ModelReply(text, ScriptedModel.name, prompt_tokens=asked, completion_tokens=answered)
