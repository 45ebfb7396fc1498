import json

import pytest

from agent.errors import ModelTimeout
from agent.models.scripted import ScriptedModel
from agent.ports import ModelCall, ModelReply

CALL = ModelCall("prefix", "state", {}, "reading", 50, 5.0)


async def test_plays_come_in_order_and_the_last_for_ever() -> None:
    model = ScriptedModel(["one", {"bridge": "dos"}])
    replies = [(await model.complete(CALL)).text for _ in range(3)]
    assert replies == ["one", '{"bridge": "dos"}', '{"bridge": "dos"}']
    assert model.calls == [CALL] * 3


async def test_a_function_may_answer_what_it_is_asked() -> None:
    model = ScriptedModel(lambda call: {"bridge": call.state})
    assert json.loads((await model.complete(CALL)).text) == {"bridge": "state"}


async def test_a_stream_gives_the_same_in_pieces_and_the_whole_last() -> None:
    model = ScriptedModel(["abcdefg"], piece=3)
    pieces = [piece async for piece in model.stream(CALL)]
    assert pieces[:-1] == ["abc", "def", "g"]
    assert isinstance(pieces[-1], ModelReply)
    assert pieces[-1].text == "abcdefg"


async def test_a_failure_is_played_as_one() -> None:
    failing = ModelTimeout("too slow")
    model = ScriptedModel([failing, "fine"])
    with pytest.raises(ModelTimeout):
        await model.complete(CALL)
    assert (await model.complete(CALL)).text == "fine"
