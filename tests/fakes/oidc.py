"""console.oidc's other side: an OpenID provider that really signs, over the loopback of ASGI.

What goes wrong with providers and attackers is switched on by its fields.
"""

import hashlib
import secrets
from base64 import b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import httpx
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, RSAKey

from tests.fakes.clock import FakeClock

ISSUER = "https://id.acme.example"
CLIENT = "banter client"
SECRET = "a secret: with signs"


@cache
def new_key(name: str) -> RSAKey:
    """A key of this name: making one takes a tenth of a second."""
    return RSAKey.generate_key(2048, {"kid": name, "use": "sig"})


@dataclass
class Grant:
    """A code that was handed out, and what it was asked for."""

    nonce: str
    challenge: str
    redirect: str


@dataclass
class FakeProvider:
    """Signs everybody in as `claims` say."""

    clock: FakeClock
    claims: dict[str, Any] = field(
        default_factory=lambda: {
            "sub": "248289761001",
            "email": "eva@acme.example",
            "email_verified": True,
            "name": "Eva Gil",
        }
    )
    issuer: str = ISSUER
    key: RSAKey | ECKey = field(default_factory=lambda: new_key("first"))
    algorithm: str = "RS256"
    signing_key: Any = None
    """Another one than is published."""
    token_claims: dict[str, Any] = field(default_factory=dict)
    """What the ID token says otherwise than it should."""
    token_header: dict[str, Any] = field(default_factory=dict)
    in_userinfo: tuple[str, ...] = ()
    """Claims that only the userinfo endpoint tells."""
    userinfo_subject: str | None = None
    down: bool = False
    ways: tuple[str, ...] = ("client_secret_basic",)
    asked: list[str] = field(default_factory=list)
    codes: dict[str, Grant] = field(default_factory=dict)

    def client(self) -> httpx.AsyncClient:
        """What reaches it."""
        return httpx.AsyncClient(transport=httpx.MockTransport(self._answer))

    def authorise(self, address: str) -> dict[str, str]:
        """Somebody signs in at the address that the browser was sent to: what comes back."""
        query = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        assert query["client_id"] == CLIENT
        assert query["response_type"] == "code"
        assert query["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe(16)
        self.codes[code] = Grant(query["nonce"], query["code_challenge"], query["redirect_uri"])
        return {"code": code, "state": query["state"], "iss": self.issuer}

    def rotate(self) -> None:
        """A new key, which signs from now on; the old one is not published any more."""
        self.key = new_key("second")

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request.url.path)
        if self.down:
            raise httpx.ConnectError("refused", request=request)
        match request.url.path:
            case "/.well-known/openid-configuration":
                return httpx.Response(200, json=self._document())
            case "/keys":
                return httpx.Response(200, json=KeySet([self.key]).as_dict())
            case "/token":
                return self._token(request)
            case "/userinfo":
                told = {name: self.claims[name] for name in self.in_userinfo}
                subject = self.userinfo_subject or self.claims["sub"]
                return httpx.Response(200, json={"sub": subject, **told})
        return httpx.Response(404)

    def _document(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{ISSUER}/authorize",
            "token_endpoint": f"{ISSUER}/token",
            "userinfo_endpoint": f"{ISSUER}/userinfo",
            "jwks_uri": f"{ISSUER}/keys",
            "token_endpoint_auth_methods_supported": list(self.ways),
        }

    def _token(self, request: httpx.Request) -> httpx.Response:
        form = {name: values[0] for name, values in parse_qs(request.content.decode()).items()}
        grant = self.codes.pop(form.get("code", ""), None)
        if grant is None or not self._named(request, form):
            return httpx.Response(400, json={"error": "invalid_grant"})
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        proof = urlsafe_b64encode(digest).decode().rstrip("=")
        if (proof, form["redirect_uri"]) != (grant.challenge, grant.redirect):
            return httpx.Response(400, json={"error": "invalid_grant"})
        now = int(self.clock.now().timestamp())
        told = {name: said for name, said in self.claims.items() if name not in self.in_userinfo}
        claims = {
            "iss": ISSUER,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": grant.nonce,
            **told,
            **self.token_claims,
        }
        header = {"alg": self.algorithm, "kid": self.key.kid, **self.token_header}
        key = self.signing_key or self.key
        claims = {name: said for name, said in claims.items() if said is not None}
        token = jwt.encode(header, claims, key, algorithms=[self.algorithm])
        return httpx.Response(200, json={"id_token": token, "access_token": "opaque"})

    def _named(self, request: httpx.Request, form: dict[str, str]) -> bool:
        if "client_secret_basic" not in self.ways:
            return (form.get("client_id"), form.get("client_secret")) == (CLIENT, SECRET)
        scheme, _, told = request.headers.get("authorization", "").partition(" ")
        name, _, secret = b64decode(told or "").decode().partition(":")
        return scheme == "Basic" and (unquote(name), unquote(secret)) == (CLIENT, SECRET)
