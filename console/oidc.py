"""Who does the firm's own sign-on say that somebody is? OpenID Connect, code flow with PKCE.

OpenID Connect Core 1.0 (3.1), Discovery 1.0 (4), RFC 7636 (PKCE), RFC 9207 (issuer in the answer).
Between the two halves of a sign-on the browser keeps what we must remember, sealed.
"""

import hmac
import json
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from urllib.parse import quote, urlencode

import httpx
from authlib.oauth2.rfc7636 import (  # type: ignore[import-untyped]
    create_s256_code_challenge,
)
from authlib.oidc.core import CodeIDToken  # type: ignore[import-untyped]
from cryptography.fernet import Fernet, InvalidToken
from joserfc import jwt
from joserfc.errors import JoseError

from agent.ports import Clock
from console.oidc_provider import Metadata, Provider, ProviderAway, Published, read_json

__all__ = ["Beginning", "Identity", "Provider", "ProviderAway", "SignOn", "SignOnRefused"]

CALLBACK = "/console/sso/callback"
VALID = 600
"""Seconds that a sign-on may take."""
LEEWAY = 60
"""Seconds that two clocks may differ."""
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
"""Those of a provider's private key: our own secret signs nothing, and nothing goes unsigned."""


class SignOnRefused(Exception):
    """This sign-on is worth nothing: begin it anew, or see what the provider says. For the log."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where the browser goes, and what it keeps until it comes back."""

    address: str
    kept: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Somebody whom the provider vouches for."""

    subject: str
    email: str
    name: str
    claims: Mapping[str, Any] = field(repr=False)
    then: str
    """Where they wanted to go."""


class SignOn:
    """Sends people to the provider, and understands what they come back with."""

    def __init__(
        self,
        provider: Provider,
        secret: str,
        clock: Clock,
        address: str,
        client: Callable[[], httpx.AsyncClient],
    ) -> None:
        """`secret`: SECRET_KEY; `address`: where browsers find us."""
        self.provider = provider
        self._clock = clock
        self._redirect = address.rstrip("/") + CALLBACK
        self._client = client
        self._published = Published(provider.issuer, clock, client)
        key = hmac.new(secret.encode(), b"sign-ons under way", sha256).digest()
        self._seal = Fernet(urlsafe_b64encode(key))

    async def begin(self, then: str) -> Beginning:
        """A sign-on that leads to `then`. Raises ProviderAway."""
        metadata = await self._published.metadata()
        state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
        query = {
            "response_type": "code",
            "client_id": self.provider.client_id,
            "redirect_uri": self._redirect,
            "scope": self.provider.scopes,
            "state": state,
            "nonce": nonce,
            "code_challenge": create_s256_code_challenge(verifier),
            "code_challenge_method": "S256",
        }
        kept = json.dumps({"state": state, "nonce": nonce, "verifier": verifier, "then": then})
        sealed = self._seal.encrypt_at_time(kept.encode(), self._now()).decode()
        joint = "&" if "?" in metadata.authorization_endpoint else "?"
        return Beginning(f"{metadata.authorization_endpoint}{joint}{urlencode(query)}", sealed)

    async def finish(self, kept: str, state: str, code: str, issuer: str | None) -> Identity:
        """Who it is. Raises SignOnRefused and ProviderAway."""
        began = self._opened(kept)
        if not hmac.compare_digest(began["state"].encode(), state.encode()):
            raise SignOnRefused("the state is another one")
        if issuer is not None and issuer != self.provider.issuer:
            raise SignOnRefused("another issuer answers")
        metadata = await self._published.metadata()
        tokens = await self._exchange(metadata, code, began["verifier"])
        claims = await self._verified(str(tokens.get("id_token", "")), tokens, began["nonce"])
        claims = await self._completed(metadata, claims, str(tokens.get("access_token", "")))
        email = claims.get("email")
        if not isinstance(email, str) or "@" not in email:
            raise SignOnRefused("no e-mail address is told: add the scope `email`")
        if claims.get("email_verified", True) not in (True, "true"):
            raise SignOnRefused("the e-mail address is not verified")
        name = claims.get("name")
        return Identity(
            subject=f"{self.provider.issuer}|{claims['sub']}",
            email=email.strip().casefold(),
            name=name if isinstance(name, str) else "",
            claims=claims,
            then=began["then"],
        )

    def _opened(self, kept: str) -> Mapping[str, str]:
        try:
            opened = self._seal.decrypt_at_time(kept.encode(), VALID, self._now())
        except InvalidToken as error:
            raise SignOnRefused("it took too long, or began in another browser") from error
        found: dict[str, str] = json.loads(opened)
        return found

    async def _exchange(self, metadata: Metadata, code: str, verifier: str) -> Mapping[str, Any]:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._redirect,
            "code_verifier": verifier,
        }
        auth: httpx.BasicAuth | None = None
        if self.provider.client_secret and metadata.basic:
            # RFC 6749, 2.3.1: both are written as in a form before they become a header
            auth = httpx.BasicAuth(
                quote(self.provider.client_id, safe=""), quote(self.provider.client_secret, safe="")
            )
        else:
            form["client_id"] = self.provider.client_id
            if self.provider.client_secret:
                form["client_secret"] = self.provider.client_secret
        async with self._client() as client:
            try:
                response = await client.post(
                    metadata.token_endpoint,
                    data=form,
                    auth=auth or httpx.USE_CLIENT_DEFAULT,
                    headers={"Accept": "application/json"},
                )
            except httpx.HTTPError as error:
                raise ProviderAway(f"its token endpoint: {type(error).__name__}") from error
        if response.is_client_error:
            raise SignOnRefused(f"the code was not taken: {response.status_code}")
        return read_json(response)

    async def _verified(
        self, token: str, tokens: Mapping[str, Any], nonce: str
    ) -> Mapping[str, Any]:
        try:
            decoded = jwt.decode(
                token, await self._published.keys_for(token), algorithms=ALGORITHMS
            )
            claims = CodeIDToken(
                decoded.claims,
                decoded.header,
                options={
                    "iss": {"essential": True, "value": self.provider.issuer},
                    "aud": {"essential": True, "value": self.provider.client_id},
                },
                params={
                    "nonce": nonce,
                    "client_id": self.provider.client_id,
                    "access_token": tokens.get("access_token"),
                },
            )
            claims.validate(now=self._now(), leeway=LEEWAY)
        except (JoseError, ValueError) as error:
            raise SignOnRefused(f"the ID token cannot be trusted: {error}") from error
        verified: Mapping[str, Any] = claims
        return verified

    async def _completed(
        self, metadata: Metadata, claims: Mapping[str, Any], access_token: str
    ) -> Mapping[str, Any]:
        """With what only the userinfo endpoint tells; it must be of the same person (5.3.2)."""
        wanted = {"email", self.provider.role_claim} - {""}
        if wanted <= claims.keys() or not metadata.userinfo_endpoint or not access_token:
            return claims
        async with self._client() as client:
            try:
                response = await client.get(
                    metadata.userinfo_endpoint, headers={"Authorization": f"Bearer {access_token}"}
                )
            except httpx.HTTPError as error:
                raise ProviderAway(f"its userinfo endpoint: {type(error).__name__}") from error
        more = read_json(response)
        if more.get("sub") != claims["sub"]:
            raise SignOnRefused("userinfo is of somebody else")
        return {**more, **claims}

    def _now(self) -> int:
        return int(self._clock.now().timestamp())
