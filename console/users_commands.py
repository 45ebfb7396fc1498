"""Who may sign in, from the terminal? People are added, and let in again when they cannot."""

import asyncio
from typing import Annotated

import typer
from rich.markup import escape

from console.wiring import Desk, Trouble, screen, wiring_of
from storage.audit import TERMINAL
from storage.users import Role, UserExists

users_cli = typer.Typer(help="Who may sign in.", no_args_is_help=True)

Password = Annotated[str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True)]


@users_cli.command()
def add(
    context: typer.Context,
    email: str,
    password: Password,
    role: Annotated[Role, typer.Option(help="What they may do.")] = "admin",
) -> None:
    """Let somebody sign in to the console."""

    async def work() -> None:
        async with wiring_of(context).desk() as desk:
            try:
                user = await desk.users.add(email, password, role)
            except UserExists:
                raise Trouble(f"{email} can sign in already") from None
            await desk.audit.record(TERMINAL, "user.added", user.id, {"role": role})

    asyncio.run(work())
    screen.print(f"{escape(email)} can sign in now, as {role}")


@users_cli.command()
def password(context: typer.Context, email: str, password: Password) -> None:
    """Give somebody a new password; whoever is signed in as them must sign in again."""

    async def work() -> bool:
        async with wiring_of(context).desk() as desk:
            await desk.users.set_password(email, password)
            return await _recorded(desk, "password.changed", email)

    _known(email, asyncio.run(work()))


@users_cli.command("reset-codes")
def reset_codes(context: typer.Context, email: str) -> None:
    """Take away somebody's second step: at the next sign-in their password is enough."""

    async def work() -> bool:
        async with wiring_of(context).desk() as desk:
            await desk.users.reset_codes(email)
            return await _recorded(desk, "codes.reset", email)

    _known(email, asyncio.run(work()))


async def _recorded(desk: Desk, action: str, email: str) -> bool:
    """Whether there is such a user, whom something was done to."""
    user = await desk.users.get(email)
    if user is not None:
        await desk.audit.record(TERMINAL, action, user.id)
    return user is not None


def _known(email: str, found: bool) -> None:
    if not found:
        raise Trouble(f"{email} cannot sign in yet: use `users add`")
