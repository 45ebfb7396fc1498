"""How do we come to a system's token? A sign-in for each way.

Sources: RFC 6749 (4.4 client credentials, 6 refreshing), RFC 7523 (2.1 JWT bearer).
"""

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol, TypeAlias
from urllib.parse import quote

import jwt

from agent.grants import Grant
from agent.outbox import Failed
from delivery.calls import Call, Refused, Reply
from delivery.faults import quoted
from qualification.saying import Said
from qualification.values import Json

ASSERTED = timedelta(minutes=3)
"""How long a signed assertion is good for: Salesforce takes no more than five minutes."""


@dataclass(frozen=True, slots=True)
class StaticToken:
    """A token that an admin made in the system, for ever: a private app, an API key."""

    token: str = field(repr=False)


class Exchange(Protocol):
    """A way to get a token for something else. Pure."""

    def settings(self) -> str:
        """A fingerprint of what is configured: what was given for another is not used."""
        ...

    def request(self, held: Grant | None, now: datetime) -> Call:
        """What is asked for the next grant; `held` is the newest one. Raises Refused."""
        ...

    def granted(self, reply: Reply, held: Grant | None) -> Grant:
        """The grant in an answer with a status of success. Raises Refused."""
        ...


SignIn: TypeAlias = StaticToken | Exchange


@dataclass(frozen=True, slots=True)
class OAuth:
    """A token asked for by form at `url`; what is asked depends on what was configured.

    With `refresh_token` that is shown (and each one that replaces it), with `private_key` a signed
    assertion about `subject`, else the client's own credentials with `more`.
    """

    url: str
    client_id: str
    client_secret: str = field(default="", repr=False)
    refresh_token: str = field(default="", repr=False)
    private_key: str = field(default="", repr=False)
    subject: str = ""
    audience: str = ""
    basic: bool = False
    """Credentials in the Authorization header instead of the form (RFC 6749, 2.3.1)."""
    more: Mapping[str, str] = field(default_factory=dict, repr=False)
    address_key: str = ""
    """The name in the answer under which the API's address stands."""

    def settings(self) -> str:
        """See Exchange."""
        return fingerprint(
            self.url,
            self.client_id,
            self.client_secret,
            self.refresh_token,
            self.private_key,
            self.subject,
            self.audience,
            *(f"{name}={value}" for name, value in sorted(self.more.items())),
        )

    def request(self, held: Grant | None, now: datetime) -> Call:
        """See Exchange."""
        refresh = held.refresh if held is not None and held.refresh else self.refresh_token
        form: dict[str, str] = dict(self.more)
        if self.private_key:
            form["grant_type"] = "urn:ietf:params:oauth:grant-type:jwt-bearer"
            form["assertion"] = self._assertion(now)
        else:
            headers, credentials = self._credentials()
            if refresh:
                form = {"grant_type": "refresh_token", "refresh_token": refresh}
            else:
                form.setdefault("grant_type", "client_credentials")
            form.update(credentials)
            return Call("sign_in", "POST", self.url, form=form, headers=headers, example=EXAMPLE)
        return Call("sign_in", "POST", self.url, form=form, example=EXAMPLE)

    def granted(self, reply: Reply, held: Grant | None) -> Grant:
        """See Exchange."""
        found = reply.object()
        token, lasts, refresh = (
            found.get("access_token"),
            found.get("expires_in"),
            found.get("refresh_token"),
        )
        if not isinstance(token, str) or not token:
            said = quoted(reply.body)
            why = Said("no token in the answer to the sign-in: %(said)s", said=said)
            raise Refused(Failed(why, "sign_in"))
        address = found.get(self.address_key) if self.address_key else None
        if not isinstance(refresh, str) or not refresh:
            refresh = held.refresh if held is not None else None
        return Grant(
            token=token,
            expires=reply.at + timedelta(seconds=seconds) if (seconds := _seconds(lasts)) else None,
            refresh=refresh,
            address=address.rstrip("/") if isinstance(address, str) else "",
        )

    def _credentials(self) -> tuple[dict[str, str], dict[str, str]]:
        if not self.basic:
            return {}, {"client_id": self.client_id, "client_secret": self.client_secret}
        pair = f"{quote(self.client_id, safe='')}:{quote(self.client_secret, safe='')}"
        return {"Authorization": f"Basic {b64encode(pair.encode()).decode()}"}, {}

    def _assertion(self, now: datetime) -> str:
        claims = {
            "iss": self.client_id,
            "sub": self.subject,
            "aud": self.audience,
            "exp": int((now + ASSERTED).timestamp()),
        }
        try:
            return jwt.encode(claims, self.private_key, algorithm="RS256")
        except (ValueError, TypeError, jwt.PyJWTError) as error:
            why = Said("the private key cannot be used")
            raise Refused(Failed(why, "sign_in")) from error


EXAMPLE: Json = {"access_token": "example", "token_type": "bearer", "expires_in": 3600}


def fingerprint(*settings: str) -> str:
    """Of settings, secret ones among them."""
    return hashlib.sha256("\0".join(settings).encode()).hexdigest()


def _seconds(written: Json) -> float | None:
    """Some systems write the number as text."""
    if isinstance(written, bool):
        return None
    if isinstance(written, int | float):
        return float(written)
    return float(written) if isinstance(written, str) and written.isdecimal() else None
