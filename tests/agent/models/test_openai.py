import asyncio
import json
from collections.abc import AsyncIterator

import httpx2
import pytest

from agent.errors import ModelError, ModelNonsense, ModelRefused, ModelTimeout, ModelUnreachable
from agent.models.openai import OpenAIModel, model_connections
from agent.ports import ModelCall, ModelReply
from qualification.values import Json
from tests.fakes.openai_server import (
    NOTHING_READ,
    OpenAIServer,
    Play,
    answers,
    cut_off,
    fails,
    refuses,
    says,
    sends,
    silent,
)

CALL = ModelCall(
    prefix="Rules, always the same.",
    state="What was just said.",
    schema={"type": "object", "properties": {}, "required": [], "additionalProperties": False},
    schema_name="reading",
    max_tokens=50,
    timeout=5.0,
)


@pytest.fixture
async def http() -> AsyncIterator[httpx2.AsyncClient]:
    async with model_connections() as client:
        yield client


def model_at(server: OpenAIServer, http: httpx2.AsyncClient) -> OpenAIModel:
    return OpenAIModel(server.url, "sk-test", "gpt-test", http)


async def streamed(model: OpenAIModel, call: ModelCall = CALL) -> tuple[list[str], ModelReply]:
    pieces: list[str] = []
    async for piece in model.stream(call):
        if isinstance(piece, ModelReply):
            return pieces, piece
        pieces.append(piece)
    raise AssertionError("the stream ended without a reply")


async def ask(model: OpenAIModel, way: str, call: ModelCall = CALL) -> ModelReply:
    return await model.complete(call) if way == "whole" else (await streamed(model, call))[1]


BOTH_WAYS = pytest.mark.parametrize("way", ["whole", "streamed"])


class TestRequest:
    @BOTH_WAYS
    async def test_it_asks_for_a_strict_object_after_the_unchanging_part(
        self, http: httpx2.AsyncClient, way: str
    ) -> None:
        async with OpenAIServer() as server:
            await ask(model_at(server, http), way)
        (call,) = server.calls
        assert call.path == "/v1/chat/completions"
        assert call.headers["authorization"] == "Bearer sk-test"
        assert call.body["model"] == "gpt-test"
        assert call.body["messages"] == [
            {"role": "system", "content": CALL.prefix},
            {"role": "user", "content": CALL.state},
        ]
        assert call.body["response_format"] == {
            "type": "json_schema",
            "json_schema": {"name": "reading", "strict": True, "schema": CALL.schema},
        }
        assert call.body["max_completion_tokens"] == 50
        assert call.streamed is (way == "streamed")

    @BOTH_WAYS
    async def test_further_options_go_with_every_request(
        self, http: httpx2.AsyncClient, way: str
    ) -> None:
        async with OpenAIServer() as server:
            options: dict[str, Json] = {"reasoning_effort": "low", "temperature": 0.5}
            await ask(OpenAIModel(server.url, "x", "gpt-test", http, options), way)
        assert server.calls[0].body["reasoning_effort"] == "low"
        assert server.calls[0].body["temperature"] == 0.5

    @BOTH_WAYS
    async def test_what_a_server_does_not_support_is_left_out_from_then_on(
        self, http: httpx2.AsyncClient, way: str
    ) -> None:
        no = fails(400, "Unsupported value", param="temperature", code="unsupported_value")
        async with OpenAIServer([no, answers({})]) as server:
            model = model_at(server, http)
            await ask(model, way)
            await ask(model, way)
        assert ["temperature" in call.body for call in server.calls] == [True, False, False]

    @BOTH_WAYS
    async def test_a_server_that_goes_on_refusing_is_not_asked_for_ever(
        self, http: httpx2.AsyncClient, way: str
    ) -> None:
        async with OpenAIServer([fails(400, "temperature and stream_options are bad")]) as server:
            with pytest.raises(ModelRefused):
                await ask(model_at(server, http), way)
        assert len(server.calls) == 2


class TestReply:
    @BOTH_WAYS
    async def test_it_holds_the_text_and_what_it_cost(
        self, http: httpx2.AsyncClient, way: str
    ) -> None:
        async with OpenAIServer([answers({"bridge": "Sí, ¿qué tal? 😀"})]) as server:
            reply = await ask(model_at(server, http), way)
        assert json.loads(reply.text) == {**NOTHING_READ, "bridge": "Sí, ¿qué tal? 😀"}
        assert (reply.model, reply.prompt_tokens, reply.cached_tokens, reply.completion_tokens) == (
            "gpt-test",
            2000,
            1792,
            120,
        )

    @pytest.mark.parametrize(("chunks", "count"), [(1, 1), (8, 8), (1000, 160)])
    async def test_it_comes_in_pieces_however_it_is_cut(
        self, http: httpx2.AsyncClient, chunks: int, count: int
    ) -> None:
        async with OpenAIServer([says("¡Añádalo, señor!" * 10, chunks=chunks)]) as server:
            pieces, reply = await streamed(model_at(server, http))
        assert len(pieces) == count
        assert "".join(pieces) == reply.text == "¡Añádalo, señor!" * 10

    async def test_pieces_come_before_the_end(self, http: httpx2.AsyncClient) -> None:
        async with OpenAIServer([says("abc", chunks=3, hang_after=2)]) as server:
            stream = model_at(server, http).stream(CALL)
            assert await anext(stream) == "a"
            await stream.aclose()

    async def test_one_connection_serves_many_calls(self, http: httpx2.AsyncClient) -> None:
        async with OpenAIServer() as server:
            model = model_at(server, http)
            for way in ("whole", "streamed", "streamed", "whole"):
                await ask(model, way)
            assert server.connections == 1

    async def test_a_server_that_counts_nothing_is_understood(
        self, http: httpx2.AsyncClient
    ) -> None:
        body = b'{"choices":[{"message":{"content":"{}"}}]}'
        async with OpenAIServer([sends(body)]) as server:
            reply = await model_at(server, http).complete(CALL)
        assert reply == ModelReply("{}", "gpt-test")


class TestFailure:
    @BOTH_WAYS
    @pytest.mark.parametrize(
        ("play", "error", "outcome"),
        [
            (fails(500), ModelUnreachable, "unreachable"),
            (fails(503), ModelUnreachable, "unreachable"),
            (fails(429), ModelUnreachable, "unreachable"),
            (fails(429, code="insufficient_quota"), ModelRefused, "no_credit"),
            (fails(401, "no such key"), ModelRefused, "refused"),
            (fails(404, "no such model"), ModelRefused, "refused"),
            (fails(400, "bad schema"), ModelRefused, "refused"),
            (cut_off(), ModelNonsense, "cut_off"),
            (refuses(), ModelNonsense, "declined"),
            (Play("x", finish="content_filter"), ModelNonsense, "filtered"),
        ],
    )
    async def test_it_says_what_to_do_next(
        self, http: httpx2.AsyncClient, way: str, play: Play, error: type[ModelError], outcome: str
    ) -> None:
        async with OpenAIServer([play]) as server:
            with pytest.raises(ModelError) as caught:
                await ask(model_at(server, http), way)
        assert type(caught.value) is error
        assert caught.value.outcome == outcome
        assert len(server.calls) == 1, "the SDK does not retry"

    async def test_a_refusal_tells_the_admin_where_to_look(self, http: httpx2.AsyncClient) -> None:
        async with OpenAIServer([fails(401, "Incorrect API key")]) as server:
            with pytest.raises(ModelRefused, match=r"401.*Incorrect API key.*OPENAI_API_KEY"):
                await model_at(server, http).complete(CALL)

    @pytest.mark.parametrize(
        "body", [b"<html>gateway</html>", b"", b"[]", b'{"choices": "none"}', b"{", b"\xff\xfe"]
    )
    async def test_a_body_that_is_no_completion_is_nonsense(
        self, http: httpx2.AsyncClient, body: bytes
    ) -> None:
        async with OpenAIServer([sends(body)]) as server:
            with pytest.raises(ModelNonsense):
                await model_at(server, http).complete(CALL)

    async def test_an_answer_without_a_choice_is_nonsense(self, http: httpx2.AsyncClient) -> None:
        async with OpenAIServer([sends(b'{"choices": []}')]) as server:
            with pytest.raises(ModelNonsense) as caught:
                await model_at(server, http).complete(CALL)
        assert caught.value.outcome == "no_choice"

    @pytest.mark.parametrize(
        ("body", "error"),
        [
            (b"data: <html>\n\n", ModelNonsense),
            (b'data: {"error": {"message": "overloaded"}}\n\n', ModelUnreachable),
            (b"data: [DONE]\n\n", ModelUnreachable),
            (b'{"choices": []}', ModelUnreachable),
        ],
    )
    async def test_a_stream_that_is_none_fails(
        self, http: httpx2.AsyncClient, body: bytes, error: type[ModelError]
    ) -> None:
        async with OpenAIServer([sends(body)]) as server:
            with pytest.raises(error):
                await streamed(model_at(server, http))

    async def test_a_stream_torn_off_is_unreachable(self, http: httpx2.AsyncClient) -> None:
        async with OpenAIServer([says("abcdef", chunks=6, reset_after=3)]) as server:
            model = model_at(server, http)
            with pytest.raises(ModelUnreachable):
                await streamed(model)

    @BOTH_WAYS
    async def test_a_silent_server_is_too_slow(self, http: httpx2.AsyncClient, way: str) -> None:
        hurried = ModelCall(CALL.prefix, CALL.state, CALL.schema, "reading", 50, timeout=0.5)
        async with OpenAIServer([silent()]) as server:
            with pytest.raises(ModelTimeout):
                await ask(model_at(server, http), way, hurried)

    async def test_a_stream_that_falls_silent_is_too_slow(self, http: httpx2.AsyncClient) -> None:
        hurried = ModelCall(CALL.prefix, CALL.state, CALL.schema, "reading", 50, timeout=0.1)
        async with OpenAIServer([says("abcdef", chunks=6, hang_after=3)]) as server:
            with pytest.raises(ModelTimeout):
                await streamed(model_at(server, http), hurried)

    @BOTH_WAYS
    async def test_no_server_at_all_is_unreachable(
        self, http: httpx2.AsyncClient, way: str
    ) -> None:
        async with OpenAIServer() as server:
            model = model_at(server, http)
        with pytest.raises(ModelUnreachable):
            await ask(model, way)

    @BOTH_WAYS
    async def test_a_call_can_be_called_off(self, http: httpx2.AsyncClient, way: str) -> None:
        async with OpenAIServer([silent(), answers({})]) as server:
            model = model_at(server, http)
            task = asyncio.create_task(ask(model, way))
            await server.asked.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert (await ask(model, way)).text

    @BOTH_WAYS
    async def test_a_server_that_hangs_up_without_an_answer_is_unreachable(
        self, http: httpx2.AsyncClient, way: str
    ) -> None:
        async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            writer.transport.abort()

        async with await asyncio.start_server(hang_up, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            model = OpenAIModel(f"http://127.0.0.1:{port}/v1", "x", "gpt-test", http)
            with pytest.raises(ModelUnreachable):
                await ask(model, way)
