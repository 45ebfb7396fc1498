"""Who may sign in, from the terminal? People are added, and let in again when they cannot."""

import asyncio
from typing import Annotated

import typer
from rich.markup import escape

from console.wiring import Trouble, screen, wiring_of
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
                await desk.users.add(email, password, role)
            except UserExists:
                raise Trouble(f"{email} can sign in already") from None

    asyncio.run(work())
    screen.print(f"{escape(email)} can sign in now, as {role}")


@users_cli.command()
def password(context: typer.Context, email: str, password: Password) -> None:
    """Give somebody a new password; whoever is signed in as them must sign in again."""

    async def work() -> bool:
        async with wiring_of(context).desk() as desk:
            return await desk.users.set_password(email, password)

    _known(email, asyncio.run(work()))


@users_cli.command("reset-codes")
def reset_codes(context: typer.Context, email: str) -> None:
    """Take away somebody's second step: at the next sign-in their password is enough."""

    async def work() -> bool:
        async with wiring_of(context).desk() as desk:
            return await desk.users.reset_codes(email)

    _known(email, asyncio.run(work()))


def _known(email: str, found: bool) -> None:
    if not found:
        raise Trouble(f"{email} cannot sign in yet: use `users add`")
