"""How are the demo leads made and removed at a terminal? `demo make`, `remove` and `status`."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import Annotated, Protocol, TypeVar

import typer

from console.demo_data.desk import LEADS, SEED, DemoDesk, DemoFailed, NoScripts
from console.wiring import Trouble, screen
from storage.demo import DemoSet, NotEmpty

T = TypeVar("T")

demo_cli = typer.Typer(no_args_is_help=True, help="Made-up leads to try things with.")


class DemoParts(Protocol):
    """What the commands use."""

    @property
    def demo(self) -> DemoDesk: ...


class DemoWiring(Protocol):
    """What app.py supplies."""

    def desk(self) -> AbstractAsyncContextManager[DemoParts]:
        """The parts, on the configured database."""
        ...


@demo_cli.command()
def make(
    context: typer.Context,
    seed: Annotated[int, typer.Option(help="The same seed gives the same people.")] = SEED,
    leads: Annotated[int, typer.Option(min=1, max=5_000, help="How many.")] = LEADS,
) -> None:
    """Make leads of the last 90 days, by simulated people; into a database without leads only."""

    async def work(desk: DemoDesk) -> DemoSet:
        return await desk.make(seed, leads, again=True)

    try:
        made = _run(context, work)
    except NotEmpty:
        raise Trouble(
            "There are leads already: demo leads are for a database without any. "
            "`python app.py demo remove` takes away those that were made before."
        ) from None
    except NoScripts:
        raise Trouble(
            "The demo's people talk to the sample scripts, and none is published: start the server "
            "once, or `python app.py scripts publish prompts/scripts/crm-suite.yaml`."
        ) from None
    except DemoFailed:
        raise Trouble("They could not be made: what went wrong stands above.") from None
    screen.print(f"{made.leads} demo leads are there. `python app.py demo remove` takes them away.")


@demo_cli.command()
def remove(context: typer.Context) -> None:
    """Take every demo lead away, with all that is held of it; real leads stay as they are."""

    async def work(desk: DemoDesk) -> int:
        return await desk.remove()

    screen.print(f"{_run(context, work)} demo leads were removed.")


@demo_cli.command()
def status(context: typer.Context) -> None:
    """Say whether there are demo leads."""

    async def work(desk: DemoDesk) -> DemoSet | None:
        return await desk.look()

    found = _run(context, work)
    if found is None:
        screen.print("There never were demo leads.")
    else:
        screen.print(f"Demo leads: {found.leads} ({found.state}).")


def _run(context: typer.Context, work: Callable[[DemoDesk], Awaitable[T]]) -> T:
    wiring: DemoWiring = context.obj

    async def run() -> T:
        async with wiring.desk() as parts:
            return await work(parts.demo)

    return asyncio.run(run())
