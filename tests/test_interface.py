"""What OpenAPI says of the application, held against itself and against what is answered."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from hypothesis import given, settings
from hypothesis.strategies import booleans
from pydantic import SecretStr
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.openapi import from_asgi
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from app import Settings, create_app
from channels.chat.desk import Desk
from channels.chat.farewell_routes import farewell_router
from channels.chat.guest_routes import guests_router
from channels.chat.lobby import Lobby
from channels.chat.routes import chat_router
from channels.chat.sessions import Sessions
from channels.limits import ChatLimits, ChatRates, Rate
from channels.operations import Count, operations_router
from channels.problems import answer_with_problems
from qualification.scriptfile import parse_script
from storage.jobs import prepare_jobs
from storage.migrate import migrate
from tests.fakes.clock import FakeClock
from tests.fakes.conductor import FakeConductor
from tests.fakes.widgets import FakeWidgets

SCRIPT = Path(__file__).parents[1] / "prompts" / "scripts" / "crm-suite.yaml"
PROBLEM = "application/problem+json"
SECRET = "0123456789abcdef0123456789abcdef"
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The description that the whole application gives of itself."""
    url = f"sqlite:///{tmp_path_factory.mktemp('interface') / 'banter.db'}"
    migrate(url)
    prepare_jobs(url)
    app = create_app(Settings(_env_file=None, database_url=url, secret_key=SecretStr(SECRET)))

    async def describe() -> dict[str, Any]:
        async with app.router.lifespan_context(app):
            return app.openapi()

    return asyncio.run(describe())


def _references(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for value in node.values():
            yield from _references(value)
    elif isinstance(node, list):
        for value in node:
            yield from _references(value)


class TestTheDocument:
    def test_every_reference_leads_somewhere(self, document: dict[str, Any]) -> None:
        references = set(_references(document))
        assert "#/components/schemas/FieldProblem" in references
        for reference in references:
            root, *steps = reference.split("/")
            assert root == "#", reference
            found: Any = document
            for step in steps:
                assert step in found, reference
                found = found[step]

    def test_every_error_is_a_problem_document(self, document: dict[str, Any]) -> None:
        errors = [
            (path, status, answer)
            for path, methods in document["paths"].items()
            for operation in methods.values()
            for status, answer in operation["responses"].items()
            if status >= "400"
        ]
        assert errors
        for path, status, answer in errors:
            assert answer["content"] == {
                PROBLEM: {"schema": {"$ref": "#/components/schemas/ProblemDocument"}}
            }, (path, status)

    def test_an_operation_names_the_token_that_it_wants(self, document: dict[str, Any]) -> None:
        wanted = {
            path: {
                scheme
                for method in methods.values()
                for one in method.get("security", [])
                for scheme in one
            }
            for path, methods in document["paths"].items()
        }
        assert wanted["/chat/messages"] == wanted["/chat/events"] == {"ChatSession"}
        assert wanted["/api/leads"] == wanted["/api/handovers"] == {"ApiToken"}
        assert wanted["/healthz"] == wanted["/chat/sessions"] == set()
        for methods in document["paths"].values():
            for operation in methods.values():
                guarded = bool(operation.get("security"))
                assert guarded == ("401" in operation["responses"])

    def test_the_fields_are_explained(self, document: dict[str, Any]) -> None:
        schemas = document["components"]["schemas"]
        for schema, field, word in [
            ("MessageOut", "seq", "without gaps"),
            ("Reply", "asked", "question pending"),
            ("NewSession", "page", "source"),
            ("LeadOut", "handovers", "revision"),
            ("ReasonOut", "standing", "`open`"),
            ("ProblemDocument", "type", "urn:banter:problem"),
        ]:
            assert word in schemas[schema]["properties"][field]["description"]


@pytest.fixture(scope="module")
def chat() -> FastAPI:
    """The public routes over a fake conductor, with one conversation open."""

    async def check() -> None:
        """The database can be used."""

    clock, app = FakeClock(), FastAPI()
    conductor = FakeConductor([parse_script(SCRIPT.read_text(encoding="utf-8"))], clock)
    asyncio.run(conductor.open("chat", "chat:1", "crm-suite"))
    plenty = Rate(burst=1_000_000, per_second=1000)
    desk = Desk(
        conversations=conductor,
        record=conductor,
        replies=conductor,
        sessions=Sessions(SECRET, clock),
        limits=ChatLimits(ChatRates(plenty, plenty, plenty), clock.seconds),
        clock=clock,
        received=Count(),
        sockets=Count(),
    )
    answer_with_problems(app)
    widgets = FakeWidgets()
    lobby = Lobby(widgets, widgets, widgets, widgets, clock, widgets)
    app.include_router(chat_router(desk, lobby))
    app.include_router(guests_router(desk, lobby))
    app.include_router(farewell_router(desk, lobby))
    app.include_router(operations_router(check, []))
    return app


@pytest.fixture(scope="module")
def interface(chat: FastAPI) -> BaseSchema:
    """What the public routes say of themselves."""
    return from_asgi("/openapi.json", chat)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("post", "/chat/sessions"),
        ("post", "/chat/messages"),
        ("get", "/chat/messages"),
        ("put", "/chat/identity"),
        ("put", "/chat/attributes"),
        ("put", "/chat/contact"),
        ("put", "/chat/rating"),
        ("post", "/chat/end"),
        ("post", "/chat/transcript"),
        ("get", "/healthz"),
        ("get", "/readyz"),
    ],
)
def test_whatever_is_sent_the_answer_is_a_documented_one(
    interface: BaseSchema, method: str, path: str
) -> None:
    operation = interface[path][method]
    token = Sessions(SECRET, FakeClock()).token("conversation-1")

    @settings(max_examples=40, deadline=None, derandomize=True, database=None)
    @given(case=operation.as_strategy(), known=booleans())
    def send(case: Case[Any], *, known: bool) -> None:
        headers = {"Authorization": f"Bearer {token}"} if known else None
        case.validate_response(case.call(headers=headers), checks=CHECKS)

    send()
