"""How does somebody who tries the demo get in? By a user made at each start."""

import secrets

from console.wiring import screen
from storage.users import Users

USER = "demo@example.com"


async def print_demo(users: Users, address: str) -> None:
    """A user for the demo's console, with a password that holds until the next start."""
    password = secrets.token_urlsafe(9)
    if not await users.set_password(USER, password):
        await users.add(USER, password)
    screen.print(
        f"\n  Chat with the agent   [bold]{address}/[/]\n"
        f"  See the leads         [bold]{address}/console[/]"
        f"   ({USER}, password [bold]{password}[/])\n",
        soft_wrap=True,
    )
