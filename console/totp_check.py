"""Is this the code of somebody's telephone, or one of their codes on paper? Each opens once."""

import math

from starlette.responses import Response

from console.office import Office
from console.rendering import HEADERS
from console.totp import new_secret, picture, step_of
from storage.users import User


class TooManyCodes(Exception):
    """Too many guesses: say how long to wait, and take none until then."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = math.ceil(seconds)


async def right_code(office: Office, user: User, code: str) -> bool:
    """Whether it is; it is used up then. Raises TooManyCodes."""
    await _wait(office, user)
    factors = office.accounts.factors
    step = await _step(office, user, code)
    if step is not None:
        return await factors.use_step(user.id, step)
    if not await factors.use_recovery_code(user.id, code):
        return False
    await office.audit.record(user, "recovery_code.used", user.id)
    return True


async def first_code(office: Office, user: User, code: str) -> tuple[str, ...] | None:
    """The recovery codes, after the first code of a new secret; None when it is not right. Raises
    TooManyCodes.
    """
    await _wait(office, user)
    step = await _step(office, user, code)
    codes = None if step is None else await office.accounts.factors.confirm(user.id, step)
    if codes is not None:
        await office.audit.record(user, "codes.set_up", user.id)
    return codes


async def proposed(office: Office, user: User) -> str:
    """The secret that they are to put into their telephone; the same until it is confirmed."""
    factors = office.accounts.factors
    secret = await factors.secret(user.id)
    if secret is None:
        secret = new_secret()
        await factors.propose(user.id, secret)
    return secret


def svg(secret: str, user: User) -> Response:
    """The picture for the telephone's camera, which nobody keeps."""
    return Response(picture(secret, user.email), media_type="image/svg+xml", headers=HEADERS)


async def _wait(office: Office, user: User) -> None:
    wait = await office.gate.wait_for_code(user)
    if wait:
        raise TooManyCodes(wait)


async def _step(office: Office, user: User, code: str) -> int | None:
    secret = await office.accounts.factors.secret(user.id)
    return None if secret is None else step_of(secret, code, office.clock.now())
