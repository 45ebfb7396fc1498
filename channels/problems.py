"""What does a caller get when something is wrong? Always a problem document (RFC 9457)."""

import math
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from agent.errors import Unavailable, UnknownConversation, UnknownScript
from channels.documents import Document

MEDIA_TYPE = "application/problem+json"
SCHEMAS = "#/components/schemas/"
RETRY_SECONDS = 2
"""When to try again while the database cannot take anything."""
RETRY_OPEN_SECONDS = 30
OWN_WORDS = "Value error, "
"""What pydantic says before the words of our own checks; no word to whoever calls."""


class Problem(HTTPException):
    """An answer that is an error; `code` stays the same for ever, `detail` says what to do."""

    def __init__(
        self, status: int, code: str, detail: str, *, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(status, detail, headers)
        self.code = code


class TooMany(Problem):
    """Slower, please: come back after `seconds`."""

    def __init__(self, seconds: float) -> None:
        self.seconds = max(1, math.ceil(seconds))
        super().__init__(
            429,
            "rate-limited",
            f"Too many requests: wait {self.seconds} s.",
            headers={"Retry-After": str(self.seconds)},
        )


class TooManyOpen(Problem):
    """So many lines are open already: close one."""

    def __init__(self) -> None:
        super().__init__(
            429,
            "too-many-open",
            "Too many chats are open at once: close one, or wait a little.",
            headers={"Retry-After": str(RETRY_OPEN_SECONDS)},
        )


class FieldProblem(Document):
    """One field that was not accepted."""

    field: str
    message: str


class ProblemDocument(Document):
    """An error: RFC 9457, `application/problem+json`."""

    type: str
    """`urn:banter:problem:<code>`: what went wrong, for programs."""
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] | None = None
    """The fields that were not accepted (422)."""


def problem_response(problem: Problem, errors: Sequence[FieldProblem] = ()) -> Response:
    """The document that says what went wrong."""
    document = ProblemDocument(
        type=f"urn:banter:problem:{problem.code}",
        title=HTTPStatus(problem.status_code).phrase,
        status=problem.status_code,
        detail=problem.detail,
        errors=list(errors) or None,
    )
    return JSONResponse(
        document.model_dump(exclude_none=True),
        status_code=problem.status_code,
        headers=problem.headers,
        media_type=MEDIA_TYPE,
    )


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that may answer with these errors, for OpenAPI."""
    schema = {"$ref": f"{SCHEMAS}{ProblemDocument.__name__}"}  # answer_with_problems defines it
    return {
        status: {
            "description": HTTPStatus(status).phrase,
            "content": {MEDIA_TYPE: {"schema": schema}},
        }
        for status in statuses
    }


def unavailable() -> Problem:
    """Not now. A message sent again under the same client id is never taken twice."""
    return Problem(
        503,
        "unavailable",
        "Not possible right now. Send the very same again: nothing happens twice.",
        headers={"Retry-After": str(RETRY_SECONDS)},
    )


def unknown_conversation() -> Problem:
    """The session was valid once, but its conversation is gone."""
    return Problem(404, "unknown-conversation", "There is no such conversation: begin a new one.")


def answer_with_problems(app: FastAPI) -> None:
    """Make every error of the application a problem document, and define that in its OpenAPI."""
    _define_problems(app)

    @app.exception_handler(Problem)
    async def problem(_: Request, error: Problem) -> Response:
        return problem_response(error)

    @app.exception_handler(HTTPException)
    async def http(_: Request, error: HTTPException) -> Response:
        if error.status_code < HTTPStatus.BAD_REQUEST:
            return Response(status_code=error.status_code, headers=error.headers)
        code = HTTPStatus(error.status_code).name.lower().replace("_", "-")
        return problem_response(
            Problem(error.status_code, code, str(error.detail), headers=error.headers)
        )

    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, error: RequestValidationError) -> Response:
        fields = [
            FieldProblem(
                field=".".join(map(str, one["loc"])),
                message=str(one["msg"]).removeprefix(OWN_WORDS),
            )
            for one in error.errors()
        ]
        named = "; ".join(f"{one.field}: {one.message}" for one in fields)
        return problem_response(Problem(422, "invalid", named), fields)

    @app.exception_handler(Unavailable)
    async def not_stored(_: Request, __: Unavailable) -> Response:
        return problem_response(unavailable())

    @app.exception_handler(UnknownConversation)
    async def unknown(_: Request, __: UnknownConversation) -> Response:
        return problem_response(unknown_conversation())

    @app.exception_handler(UnknownScript)
    async def no_script(_: Request, error: UnknownScript) -> Response:
        return problem_response(
            Problem(404, "unknown-script", f"No script {str(error)!r} is published.")
        )

    @app.exception_handler(Exception)
    async def broken(_: Request, __: Exception) -> Response:
        return problem_response(
            Problem(500, "internal", "Something broke on our side; it has been logged.")
        )


def _define_problems(app: FastAPI) -> None:
    """FastAPI defines the models of one media type only: ours is added to what it makes."""
    describe = app.openapi

    def openapi() -> dict[str, Any]:
        document = describe()
        problem = ProblemDocument.model_json_schema(ref_template=f"{SCHEMAS}{{model}}")
        schemas = document.setdefault("components", {}).setdefault("schemas", {})
        schemas |= problem.pop("$defs") | {ProblemDocument.__name__: problem}
        return document

    app.openapi = openapi  # type: ignore[method-assign]
