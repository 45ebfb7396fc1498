"""What does the firm's sign-on publish of itself? Its addresses and its keys, kept for an hour.

Keys change (Core 1.0, 10.1.1): a token signed with one that is not known has them fetched again,
but not more often than once in a minute, whoever sends tokens.
"""

from base64 import urlsafe_b64decode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from json import JSONDecodeError, loads
from typing import Any
from urllib.parse import urlsplit

import httpx
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from agent.ports import Clock
from storage.users import Role

FRESH = timedelta(hours=1)
PAUSE = timedelta(minutes=1)
WELL_KNOWN = "/.well-known/openid-configuration"


class ProviderAway(Exception):
    """The provider does not answer as it should: try again, or use a password. For the log."""


@dataclass(frozen=True, slots=True)
class Provider:
    """The firm's sign-on, as it is configured."""

    name: str
    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    scopes: str
    domains: frozenset[str]
    """Of e-mail addresses; empty takes all that the provider vouches for."""
    role_claim: str
    roles: Mapping[str, Role]
    """By the value of the claim."""
    default_role: Role | None
    """Of somebody new whose claim names none; None lets in only who is a user already."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """Where the provider does what."""

    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    userinfo_endpoint: str
    basic: bool
    """Whether we name ourselves by a header; otherwise in the form."""


class Published:
    """Reads it, and keeps it for a while."""

    def __init__(self, issuer: str, clock: Clock, client: Callable[[], httpx.AsyncClient]) -> None:
        self._issuer = issuer
        self._clock = clock
        self._client = client
        self._metadata: tuple[datetime, Metadata] | None = None
        self._keys: tuple[datetime, KeySet] | None = None

    async def metadata(self) -> Metadata:
        """Raises ProviderAway."""
        now = self._clock.now()
        if self._metadata is None or now - self._metadata[0] >= FRESH:
            document = await self._get(self._issuer.rstrip("/") + WELL_KNOWN)
            self._metadata = now, self._understood(document)
        return self._metadata[1]

    async def keys_for(self, token: str) -> KeySet:
        """The keys, fetched again when none is the one that this token names."""
        now = self._clock.now()
        if self._keys is None or now - self._keys[0] >= FRESH:
            return await self._fetched(now)
        at, keys = self._keys
        if _key_id(token) in {key.kid for key in keys} or now - at < PAUSE:
            return keys
        return await self._fetched(now)

    async def _fetched(self, now: datetime) -> KeySet:
        metadata = await self.metadata()
        document = await self._get(metadata.jwks_uri)
        try:
            usable = [one for one in document["keys"] if one.get("use", "sig") == "sig"]
            keys = KeySet.import_key_set({"keys": usable})
        except (JoseError, KeyError, TypeError, ValueError, AttributeError) as error:
            raise ProviderAway("its keys cannot be read") from error
        self._keys = now, keys
        return keys

    async def _get(self, address: str) -> Mapping[str, Any]:
        async with self._client() as client:
            try:
                response = await client.get(address)
            except httpx.HTTPError as error:
                raise ProviderAway(f"{address}: {type(error).__name__}") from error
        return read_json(response)

    def _understood(self, document: Mapping[str, Any]) -> Metadata:
        if document.get("issuer") != self._issuer:
            raise ProviderAway("it calls itself by another name than OIDC_ISSUER")  # Discovery, 4.3
        ways = document.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        metadata = Metadata(
            authorization_endpoint=str(document.get("authorization_endpoint", "")),
            token_endpoint=str(document.get("token_endpoint", "")),
            jwks_uri=str(document.get("jwks_uri", "")),
            userinfo_endpoint=str(document.get("userinfo_endpoint") or ""),
            basic="client_secret_basic" in ways,
        )
        scheme = urlsplit(self._issuer).scheme
        named = [metadata.authorization_endpoint, metadata.token_endpoint, metadata.jwks_uri]
        if any(urlsplit(one).scheme not in ("https", scheme) for one in named):
            raise ProviderAway("it names an address that is not https")
        return metadata


def read_json(response: httpx.Response) -> Mapping[str, Any]:
    """The document of an answer that went well. Raises ProviderAway."""
    if not response.is_success:
        raise ProviderAway(f"it answers {response.status_code}")
    try:
        document = response.json()
    except (JSONDecodeError, UnicodeDecodeError) as error:
        raise ProviderAway("its answer is no JSON") from error
    if not isinstance(document, dict):
        raise ProviderAway("its answer is no document")
    return document


def _key_id(token: str) -> str | None:
    """The `kid` of a token that nobody has looked at yet."""
    head = token.partition(".")[0]
    try:
        header = loads(urlsafe_b64decode(head + "=" * (-len(head) % 4)))
    except ValueError:
        return None
    found = header.get("kid") if isinstance(header, dict) else None
    return found if isinstance(found, str) else None
