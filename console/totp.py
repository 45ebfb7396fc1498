"""Which code does a telephone show now? RFC 6238 with the values that every app knows: SHA-1, six
digits, thirty seconds; a code of the step before or after is taken, too (5.2: clocks differ).
"""

import hmac
import io
from datetime import datetime

import pyotp
import segno

ISSUER = "Banter"
SECONDS = 30
WINDOW = 1
DIGITS = 6


def new_secret() -> str:
    """160 bits, as RFC 4226 (4, R6) recommends."""
    return pyotp.random_base32()


def step_of(secret: str, code: str, now: datetime) -> int | None:
    """The step that shows this code, among those that are taken now; None when none does."""
    digits = "".join(code.split())
    if len(digits) != DIGITS or not (digits.isascii() and digits.isdigit()):
        return None
    shown = pyotp.TOTP(secret)
    current = int(now.timestamp()) // SECONDS
    found = None
    for step in range(current - WINDOW, current + WINDOW + 1):
        if hmac.compare_digest(shown.generate_otp(step), digits):
            found = step
    return found


def picture(secret: str, email: str) -> bytes:
    """What the telephone's camera reads, as an SVG that is no page: nothing in it runs."""
    address = pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=ISSUER)
    drawn = io.BytesIO()
    segno.make(address, micro=False).save(
        drawn, kind="svg", scale=5, border=3, dark="#000", light="#fff", title=None
    )
    return drawn.getvalue()


def readable(secret: str) -> str:
    """For whoever types it in: four letters at a time."""
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
