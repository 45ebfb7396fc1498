"""Which programs may use the API? Those that have the server's API_TOKEN."""

import hmac
from collections.abc import Callable
from typing import Annotated

from fastapi import Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from channels.problems import Problem


def bearer_of(token: str) -> Callable[..., None]:
    """The dependency of a router that refuses whoever does not send the token; with none, all."""
    bearer = HTTPBearer(
        auto_error=False, scheme_name="ApiToken", description="The server's `API_TOKEN`."
    )

    def administrator(
        given: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)],
    ) -> None:
        if not token:
            raise Problem(403, "api-off", "The API is off: set API_TOKEN to turn it on.")
        if given is None or not hmac.compare_digest(given.credentials.encode(), token.encode()):
            raise Problem(
                401,
                "bad-token",
                "Send the server's API_TOKEN: `Authorization: Bearer …`.",
                headers={"WWW-Authenticate": "Bearer"},
            )

    return administrator
