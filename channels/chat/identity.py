"""Who does the site say they are? A token that its server has signed with the secret it shares with
us: JSON Web Token, HS256 (RFC 7519). A page alone can make none up.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Annotated, Any

import jwt
from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from agent.widget import Identity
from channels.incoming import PLAIN
from qualification.normalise.contact import read_contact
from qualification.values import CONTACT_KINDS, ContactKind

LONGEST = timedelta(days=1)
"""Further ahead a token may not expire: who copies one gains a day at most."""
CLOCKS = timedelta(seconds=30)
"""So much the clocks of two servers may differ."""
LONGEST_TOKEN = 4096
MOST_ATTRIBUTES = 30
LONGEST_ATTRIBUTE = 500
ALGORITHM = "HS256"

Datum = Annotated[str, Field(min_length=1, max_length=200, pattern=PLAIN)]


class NotVouchedFor(Exception):
    """The token is worth nothing: the text says to the site's developers why."""


class Claims(BaseModel):
    """What is in a token; claims that nobody knows are ignored (RFC 7519, 4)."""

    model_config = ConfigDict(extra="ignore")

    sub: Annotated[str, Field(min_length=1, max_length=128, pattern=PLAIN)]
    exp: float
    nbf: float | None = None
    aud: str | list[str] | None = None
    name: Datum | None = None
    email: Datum | None = None
    phone: Datum | None = None
    company: Datum | None = None
    job_title: Datum | None = None
    attributes: dict[str, JsonValue] = {}


def read_identity(token: str, secrets: Sequence[str], widget: str, now: datetime) -> Identity:
    """Whom the token stands for. Raises NotVouchedFor."""
    claims = _claims(token, secrets)
    _check_time(claims, now)
    audience = [claims.aud] if isinstance(claims.aud, str) else claims.aud
    if audience is not None and widget not in audience:
        raise NotVouchedFor(f"The token is for another chat: `aud` has to be {widget!r}.")
    contact = {kind: value for kind in CONTACT_KINDS if (value := _datum(claims, kind))}
    return Identity(claims.sub, contact, checked_attributes(claims.attributes))


def checked_attributes(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """Short facts under short names. Raises NotVouchedFor for anything else."""
    if len(attributes) > MOST_ATTRIBUTES:
        raise NotVouchedFor(f"There may be {MOST_ATTRIBUTES} attributes at most.")
    for name, value in attributes.items():
        plain = isinstance(value, str | int | float | bool) or value is None
        if not plain or len(str(value)) > LONGEST_ATTRIBUTE or not 0 < len(name) <= 60:
            raise NotVouchedFor(
                f"Attribute {name[:60]!r}: a text, a number or a yes or no, of at most "
                f"{LONGEST_ATTRIBUTE} characters."
            )
    return dict(attributes)


def _claims(token: str, secrets: Sequence[str]) -> Claims:
    if not secrets:
        raise NotVouchedFor("This chat shares no secret with the site yet: make one first.")
    for secret in secrets:
        try:
            claims = jwt.decode(
                token,
                secret,
                algorithms=[ALGORITHM],
                options={
                    "verify_exp": False,  # by our own clock, below
                    "verify_nbf": False,
                    "verify_iat": False,
                    "verify_aud": False,
                    "require": ["exp", "sub"],
                },
            )
            return Claims.model_validate(claims)
        except jwt.InvalidSignatureError:
            continue
        except jwt.MissingRequiredClaimError as missing:
            raise NotVouchedFor(f"The token has no {missing.claim!r}.") from None
        except (jwt.InvalidTokenError, ValidationError):
            raise NotVouchedFor("This is no token of ours: see docs/widget.md.") from None
    raise NotVouchedFor("The token was not signed with the secret of this chat.")


def _check_time(claims: Claims, now: datetime) -> None:
    moment, slack = now.timestamp(), CLOCKS.total_seconds()
    if not claims.exp > moment - slack:
        raise NotVouchedFor("The token has expired: have the site's server make a new one.")
    if claims.exp > moment + LONGEST.total_seconds() + slack:
        raise NotVouchedFor("The token is good for more than a day: let it expire sooner.")
    if claims.nbf is not None and claims.nbf > moment + slack:
        raise NotVouchedFor("The token is not good yet: are the clocks right?")


def _datum(claims: Claims, kind: ContactKind) -> str | None:
    """An address or number as it is kept, None where it is none; names as they are written."""
    written: str | None = getattr(claims, kind)
    if written is None or kind not in ("email", "phone"):
        return written and written.strip()
    found = read_contact(written, "en", asked=kind)
    return next((one.value for one in found if one.kind == kind), None)
