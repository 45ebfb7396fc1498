import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx2
import pytest

from agent.breaker import Breaker
from agent.errors import ModelError, ModelNonsense, ModelRefused, ModelTimeout, ModelUnreachable
from agent.model_reader import ModelReader
from agent.models.openai import OpenAIModel, model_connections
from agent.models.scripted import Play, ScriptedModel
from agent.ports import LanguageModel
from agent.prompts import Prompts
from agent.reading import Wording
from qualification.signals import Signal
from qualification.values import Text
from tests.agent.pages import make_page
from tests.fakes import openai_server as fake
from tests.fakes.clock import FakeClock
from tests.fakes.openai_server import OpenAIServer

FOUND: dict[str, Any] = {
    "bridge": "Entendido, gracias. El plan básico cuesta 49 € por usuario y mes.",
    "facts": ["price"],
    "answers": [{"key": "need", "quote": "perdemos llamadas", "value": "", "corrects": False}],
    "language": "es",
    "asks": {"key": "budget", "text": "¿Y qué presupuesto tienen?"},
}
PAGE = make_page("Perdemos llamadas. ¿Cuánto cuesta?")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
async def http() -> AsyncIterator[httpx2.AsyncClient]:
    async with model_connections() as client:
        yield client


def reader_with(
    model: LanguageModel, *, limit: float = 5.0, breaker: Breaker | None = None
) -> ModelReader:
    return ModelReader(model, FakeClock(), breaker or Breaker(failures=100), limit=limit)


def playing(*plays: Play, **how: Any) -> tuple[ModelReader, ScriptedModel]:
    model = ScriptedModel(plays)
    return reader_with(model, **how), model


class TestReading:
    @pytest.mark.parametrize("streamed", [False, True])
    async def test_it_is_what_was_found_and_grounded(self, streamed: bool) -> None:
        reader, _ = playing(FOUND)
        heard: list[str] = []
        result = await reader.read(PAGE, heard.append if streamed else None)
        reading = result.reading
        assert reading.reader == "model"
        assert [(one.key, one.value) for one in reading.answers] == [
            ("need", Text("Perdemos llamadas"))
        ]
        assert reading.facts == ("price",)
        assert reading.bridge == FOUND["bridge"]
        assert reading.asks == Wording("budget", "¿Y qué presupuesto tienen?")
        assert heard == (
            ["Entendido, gracias.", "El plan básico cuesta 49 € por usuario y mes."]
            if streamed
            else []
        )

    async def test_one_call_a_turn_with_the_prefix_first(self) -> None:
        reader, model = playing(FOUND)
        await reader.read(PAGE)
        await reader.read(make_page("Otra cosa"))
        first, second = model.calls
        assert first.prefix == second.prefix == Prompts().brief(PAGE.script, "es").prefix
        assert first.schema == second.schema
        assert "Perdemos llamadas" in first.state
        assert "Perdemos llamadas" not in second.state

    async def test_the_prompt_is_in_the_language_of_the_message(self) -> None:
        reader, model = playing({"bridge": ""})
        result = await reader.read(make_page("How much does it cost?"))
        assert model.calls[0].prefix == Prompts().brief(PAGE.script, "en").prefix
        assert result.reading.language == "en"

    async def test_what_the_model_overlooks_altogether_is_still_seen(self) -> None:
        reader, _ = playing({"bridge": "Gracias."})
        reading = (await reader.read(make_page("pues decido yo", asked="authority"))).reading
        assert [one.key for one in reading.answers] == ["authority"]
        assert reading.reader == "plain"

    async def test_a_refused_sentence_is_told_among_the_dropped(self) -> None:
        reader, _ = playing({**FOUND, "bridge": "Gracias. Le hacemos un descuento. Y más."})
        reading = (await reader.read(PAGE)).reading
        assert reading.bridge == "Gracias."
        assert any("descuento" in one for one in reading.dropped)

    async def test_a_figure_known_from_before_may_be_said_back(self) -> None:
        known = {"company_size": (Text("40"), "somos 40 personas")}
        reader, _ = playing({"bridge": "Entendido, con 40 personas."})
        reading = (await reader.read(make_page("vale", known=known))).reading
        assert reading.bridge == "Entendido, con 40 personas."

    async def test_each_call_is_recorded_with_its_prompt(self) -> None:
        reader, _ = playing(FOUND)
        (call,) = (await reader.read(PAGE, lambda _: None)).calls
        assert call.outcome == "ok"
        assert call.model == "scripted"
        assert call.prompt == Prompts().brief(PAGE.script, "es").id
        assert call.prompt_tokens > 500
        assert call.completion_tokens > 20
        assert call.first_token_milliseconds is not None
        (call,) = (await reader.read(PAGE)).calls
        assert call.first_token_milliseconds is None


class TestStreaming:
    async def test_sentences_are_heard_while_the_rest_is_still_coming(
        self, http: httpx2.AsyncClient
    ) -> None:
        heard = asyncio.Event()
        play = fake.answers(FOUND, chunks=30, hang_after=12)
        async with OpenAIServer([play]) as server:
            reader = reader_with(OpenAIModel(server.url, "x", "gpt-test", http))
            task = asyncio.create_task(reader.read(PAGE, lambda _: heard.set()))
            await asyncio.wait_for(heard.wait(), 5)
            assert not task.done()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    @pytest.mark.parametrize("chunks", [1, 2, 60, 2000])
    async def test_it_is_the_same_however_it_is_cut(
        self, http: httpx2.AsyncClient, chunks: int
    ) -> None:
        heard: list[str] = []
        async with OpenAIServer([fake.answers(FOUND, chunks=chunks)]) as server:
            reader = reader_with(OpenAIModel(server.url, "x", "gpt-test", http))
            streamed = await reader.read(PAGE, heard.append)
            whole = await reader.read(PAGE)
        assert streamed.reading == whole.reading
        assert " ".join(heard) == whole.reading.bridge

    async def test_a_bridge_that_comes_late_is_still_heard(self) -> None:
        late: dict[str, Any] = {"answers": [], "facts": ["price"], "bridge": "Gracias."}
        heard: list[str] = []
        reader, _ = playing(late)
        reading = (await reader.read(PAGE, heard.append)).reading
        assert heard == ["Gracias."]
        assert reading.bridge == "Gracias."


class TestTryingAgain:
    @pytest.mark.parametrize(
        "failure", [ModelUnreachable("down"), "no json here", "{}", '{"bridge": 1, "answers": 2}']
    )
    @pytest.mark.parametrize("streamed", [False, True])
    async def test_once_when_it_came_to_nothing(self, failure: Play, streamed: bool) -> None:
        reader, model = playing(failure, FOUND)
        result = await reader.read(PAGE, (lambda _: None) if streamed else None)
        assert result.reading.answers != ()
        assert len(model.calls) == 2
        assert [call.outcome == "ok" for call in result.calls] == [False, True]

    async def test_not_twice(self) -> None:
        reader, model = playing("nonsense", "nonsense", FOUND)
        with pytest.raises(ModelNonsense) as caught:
            await reader.read(PAGE)
        assert len(model.calls) == 2
        assert [call.outcome for call in caught.value.calls] == ["no_json", "no_json"]

    async def test_not_when_the_request_was_refused(self) -> None:
        reader, model = playing(ModelRefused("no such key"), FOUND)
        with pytest.raises(ModelRefused) as caught:
            await reader.read(PAGE)
        assert len(model.calls) == 1
        assert [call.outcome for call in caught.value.calls] == ["refused"]

    async def test_not_when_little_time_is_left(self, http: httpx2.AsyncClient) -> None:
        play = fake.fails(500)
        slow = fake.Play(status=play.status, error=play.error, delay=0.4)
        async with OpenAIServer([slow]) as server:
            reader = reader_with(OpenAIModel(server.url, "x", "gpt-test", http), limit=0.5)
            with pytest.raises(ModelUnreachable):
                await reader.read(PAGE)
        assert len(server.calls) == 1

    async def test_what_was_heard_is_not_said_again(self, http: httpx2.AsyncClient) -> None:
        torn = fake.answers({**FOUND, "bridge": "Gracias por todo. Y"}, chunks=40, reset_after=20)
        heard: list[str] = []
        async with OpenAIServer([torn, fake.answers(FOUND)]) as server:
            reader = reader_with(OpenAIModel(server.url, "x", "gpt-test", http))
            result = await reader.read(PAGE, heard.append)
        assert heard == ["Gracias por todo."]
        assert result.reading.bridge == "Gracias por todo."
        assert result.reading.answers != ()
        assert len(result.calls) == 2


class TestFailing:
    @pytest.mark.parametrize("streamed", [False, True])
    async def test_the_time_limit_holds(self, http: httpx2.AsyncClient, streamed: bool) -> None:
        async with OpenAIServer([fake.silent()]) as server:
            reader = reader_with(OpenAIModel(server.url, "x", "gpt-test", http), limit=0.1)
            with pytest.raises(ModelTimeout) as caught:
                await reader.read(PAGE, (lambda _: None) if streamed else None)
        assert [call.outcome for call in caught.value.calls] == ["timeout"]
        assert caught.value.calls[0].model == "gpt-test"

    async def test_it_holds_for_a_stream_that_trickles(self, http: httpx2.AsyncClient) -> None:
        trickle = fake.answers(FOUND, chunks=200, pause=0.02)
        heard: list[str] = []
        async with OpenAIServer([trickle]) as server:
            reader = reader_with(OpenAIModel(server.url, "x", "gpt-test", http), limit=0.5)
            with pytest.raises(ModelTimeout) as caught:
                await reader.read(PAGE, heard.append)
        assert caught.value.calls[0].first_token_milliseconds is not None
        assert caught.value.heard == " ".join(heard)

    async def test_a_channel_may_wait_longer_than_another(self, http: httpx2.AsyncClient) -> None:
        async with OpenAIServer([fake.answers(FOUND, delay=0.2)]) as server:
            hurried = reader_with(OpenAIModel(server.url, "x", "gpt-test", http), limit=0.05)
            with pytest.raises(ModelTimeout):
                await hurried.read(PAGE)
            assert (await hurried.with_limit(5).read(PAGE)).reading.answers != ()

    async def test_what_was_heard_goes_with_the_failure(self, http: httpx2.AsyncClient) -> None:
        torn = fake.answers(FOUND, chunks=40, reset_after=8)
        heard: list[str] = []
        async with OpenAIServer([torn]) as server:
            reader = reader_with(OpenAIModel(server.url, "x", "gpt-test", http))
            with pytest.raises(ModelUnreachable) as caught:
                await reader.read(PAGE, heard.append)
        assert heard == ["Entendido, gracias."]
        assert caught.value.heard == "Entendido, gracias."
        assert len(caught.value.calls) == 2

    @pytest.mark.parametrize(
        ("play", "error"),
        [
            (fake.fails(500), ModelUnreachable),
            (fake.fails(429), ModelUnreachable),
            (fake.fails(401), ModelRefused),
            (fake.says('{"bridge": "Hola", "answers": ['), ModelNonsense),
            (fake.says("{}"), ModelNonsense),
            (fake.cut_off(), ModelNonsense),
            (fake.refuses(), ModelNonsense),
        ],
    )
    @pytest.mark.parametrize("streamed", [False, True])
    async def test_a_faulty_server_is_a_model_error(
        self, http: httpx2.AsyncClient, play: fake.Play, error: type[ModelError], streamed: bool
    ) -> None:
        async with OpenAIServer([play]) as server:
            reader = reader_with(OpenAIModel(server.url, "x", "gpt-test", http))
            with pytest.raises(error):
                await reader.read(PAGE, (lambda _: None) if streamed else None)

    @pytest.mark.parametrize(
        "lie",
        [
            {"bridge": "Le cuesta 9 € al mes."},
            {"bridge": "Thank you, we will be in touch with you."},
            {"bridge": "Enhorabuena, está usted cualificado."},
            {"answers": [{"key": "budget", "quote": "un millón", "value": "1000000 EUR"}]},
            {"signals": [{"signal": "wants_demo", "quote": "quiero una demo"}]},
        ],
    )
    async def test_a_lying_server_changes_nothing(
        self, http: httpx2.AsyncClient, lie: dict[str, Any]
    ) -> None:
        async with OpenAIServer([fake.answers(lie)]) as server:
            reader = reader_with(OpenAIModel(server.url, "x", "gpt-test", http))
            reading = (await reader.read(make_page("hola"), lambda _: None)).reading
        assert (reading.bridge, reading.answers, reading.doubts) == ("", (), ())
        assert reading.signals == {Signal.PLEASANTRY}
        assert reading.dropped != ()


class TestBreaker:
    async def test_a_failing_model_is_left_alone(self, clock: FakeClock) -> None:
        model = ScriptedModel([ModelTimeout("slow"), ModelTimeout("slow"), FOUND])
        breaker = Breaker(failures=2, pause=timedelta(seconds=30))
        reader = ModelReader(model, clock, breaker, limit=5)
        for _ in range(2):
            with pytest.raises(ModelTimeout):
                await reader.read(PAGE)
        with pytest.raises(ModelUnreachable) as caught:
            await reader.read(PAGE)
        assert caught.value.outcome == "left_alone"
        assert caught.value.calls == ()
        assert len(model.calls) == 2

    async def test_and_tried_again_after_a_while(self, clock: FakeClock) -> None:
        model = ScriptedModel([ModelTimeout("slow"), FOUND])
        reader = ModelReader(
            model, clock, Breaker(failures=1, pause=timedelta(seconds=30)), limit=5
        )
        with pytest.raises(ModelTimeout):
            await reader.read(PAGE)
        clock.pass_by(seconds=30)
        assert (await reader.read(PAGE)).reading.answers != ()
        assert (await reader.with_limit(9).read(PAGE)).reading.answers != ()
