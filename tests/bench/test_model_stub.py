"""The model stub answers our own schema, and counts what it is asked."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from agent.brief_writer import BriefWriter
from agent.evidence.extract import extract_schema, parse_extract
from agent.evidence.grounding import ground
from agent.messages import Message
from agent.model_reader import SCHEMA_NAME
from agent.models.openai import OpenAIModel, model_connections
from agent.ports import ModelCall, ModelReply
from agent.prompts import Prompts
from agent.reading import Page
from bench.driver import Http, prospect
from bench.model_stub import CHUNKS, Stats, answer, serve
from qualification.answers import AnswerSheet
from qualification.script import Script
from qualification.scriptfile import parse_script
from tests.agent.dossiers import dossier, talk
from tests.bench.scripts import CRM
from tests.fakes.clock import FakeClock
from tests.fakes.dossiers import FakeDossiers

NOW = datetime(2026, 9, 1, 10, tzinfo=UTC)


@pytest.fixture(scope="module")
def script() -> Script:
    return parse_script(CRM.read_text(encoding="utf-8"), str(CRM))


@pytest.fixture
async def port() -> AsyncIterator[int]:
    async with await serve(0, latency=0.02) as server:
        yield server.sockets[0].getsockname()[1]


@pytest.fixture
async def model(port: int) -> AsyncIterator[OpenAIModel]:
    async with model_connections() as connections:
        yield OpenAIModel(f"http://127.0.0.1:{port}/v1", "none", "stub", connections)


def page_of(script: Script, text: str) -> Page:
    message = Message("m1", 2, "prospect", text, NOW)
    expected = ("need", "company_size", "budget")
    return Page(script, AnswerSheet(), "en", "need", expected, (message,), (), NOW)


def call_for(page: Page) -> ModelCall:
    prompts = Prompts()
    prefix = prompts.brief(page.script, "en").prefix
    schema = extract_schema(page.script)
    return ModelCall(prefix, prompts.state(page, "en"), schema, SCHEMA_NAME, 900, timeout=5.0)


class TestReading:
    async def test_all_that_a_prospect_says_is_found_and_grounded(
        self, script: Script, model: OpenAIModel
    ) -> None:
        found = set()
        for text in prospect():
            page = page_of(script, text)
            reply = await model.complete(call_for(page))
            reading = ground(page, "en", parse_extract(reply.text))
            assert not reading.dropped
            found |= {read.key for read in reading.answers}
        wanted = {"name", "need", "budget", "authority", "timeline", "company_size", "email"}
        assert found == wanted

    async def test_the_next_open_question_is_asked_for(
        self, script: Script, model: OpenAIModel
    ) -> None:
        page = page_of(script, "We lose leads in the evening")
        reply = await model.complete(call_for(page))
        asks = parse_extract(reply.text).asks
        assert asks is not None
        assert asks.key == "company_size"
        assert asks.text == "And how many people work at your company?"

    async def test_a_question_is_answered_from_the_facts(
        self, script: Script, model: OpenAIModel
    ) -> None:
        reply = await model.complete(call_for(page_of(script, "And what is the price?")))
        extract = parse_extract(reply.text)
        assert extract.facts == ("price",)
        assert extract.bridge.startswith("Nexo CRM costs")

    async def test_a_stream_says_the_same_in_pieces(
        self, script: Script, model: OpenAIModel
    ) -> None:
        call = call_for(page_of(script, prospect()[2]))
        whole = await model.complete(call)
        *pieces, last = [piece async for piece in model.stream(call)]
        assert isinstance(last, ModelReply)
        assert CHUNKS / 2 < len(pieces) <= CHUNKS
        assert last.text == whole.text


class TestOtherBots:
    def test_a_flat_object_gets_plain_values(self) -> None:
        properties = {name: {"type": "string"} for name in ("need", "budget", "email")}
        body = {
            "messages": [{"role": "user", "content": "We have €14,000 a year, a@example.com"}],
            "response_format": {"json_schema": {"schema": {"properties": properties}}},
        }
        said = json.loads(answer(body))
        assert said == {"need": None, "budget": 14000, "email": "a@example.com"}

    def test_without_a_schema_it_says_a_sentence(self) -> None:
        assert answer({"messages": [{"role": "user", "content": "Hello"}]}).startswith("Thank you")


class TestCounting:
    async def test_calls_and_bytes_are_counted_until_reset(
        self, script: Script, model: OpenAIModel, port: int
    ) -> None:
        call = call_for(page_of(script, "Hello"))
        await model.complete(call)
        stub = await Http.open(port)
        stats = await stub.post("/_stats", {})
        sent = len(f"{call.prefix}\n{call.state}".encode()) + len(json.dumps(call.schema))
        assert (stats["calls"], stats["prompt_bytes"]) == (1, sent)
        await stub.post("/_reset", {})
        assert (await stub.post("/_stats", {}))["calls"] == 0
        stub.close()

    def test_the_common_beginning_is_of_the_same_conversation(self) -> None:
        stats = Stats()
        stats.count(b"Rules. Dana Qaa: Hello", 0)
        stats.count(b"Rules. Dana Qbb: Hello", 0)
        assert stats.message_bytes == 0
        stats.count(b"Rules. Dana Qaa: Bye", 0)
        assert stats.shared_bytes == len(b"Rules. Dana Qaa: ")
        assert stats.message_bytes == len(b"Rules. Dana Qaa: Bye")


async def test_its_brief_passes_the_checks(model: OpenAIModel) -> None:
    said = talk(*prospect())
    dossiers = FakeDossiers(h1=dossier(said, language="en"))
    brief = await BriefWriter(dossiers, FakeClock(NOW), model=model).write("h1", "en")
    assert brief.by == "model"
    assert "They lose leads because nobody answers in the evening (“" in brief.summary
