"""Is it alive, can it work, and how much does it do? What a load balancer and Prometheus ask."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from fastapi import APIRouter
from starlette.responses import PlainTextResponse

from channels.documents import Document
from channels.problems import documented


class Health(Document):
    """All is well; anything else is a problem document."""

    status: Literal["ok"] = "ok"


class Count:
    """Something counted in this process."""

    __slots__ = ("value",)

    def __init__(self) -> None:
        self.value = 0

    async def read(self) -> float:
        """How many now."""
        return self.value


@dataclass(frozen=True, slots=True)
class Metric:
    """One line of /metrics: its name, what it says, and where the number comes from."""

    name: str
    help: str
    kind: Literal["counter", "gauge"]
    read: Callable[[], Awaitable[float]]


def operations_router(
    check_database: Callable[[], Awaitable[None]], metrics: Sequence[Metric]
) -> APIRouter:
    """`/healthz`, `/readyz` (the check raises agent.errors.Unavailable) and `/metrics`."""
    router = APIRouter(tags=["operations"])

    @router.get("/healthz", summary="The process is alive")
    async def healthz() -> Health:
        return Health()

    @router.get("/readyz", summary="The database can be written", responses=documented(503))
    async def readyz() -> Health:
        await check_database()
        return Health()

    @router.get("/metrics", summary="Figures for Prometheus", response_class=PlainTextResponse)
    async def figures() -> PlainTextResponse:
        lines: list[str] = []
        for metric in metrics:
            lines += [
                f"# HELP {metric.name} {metric.help}",
                f"# TYPE {metric.name} {metric.kind}",
                f"{metric.name} {_number(await metric.read())}",
            ]
        return PlainTextResponse(
            "\n".join([*lines, ""]), media_type="text/plain; version=0.0.4; charset=utf-8"
        )

    return router


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)
