"""How do we know our own words again? Signed with our secret, dated by our clock."""

import hashlib

from itsdangerous import TimestampSigner

from agent.ports import Clock


class DatedSigner(TimestampSigner):
    """Signs for one purpose: what was signed for another is worth nothing."""

    def __init__(self, secret: str, purpose: str, clock: Clock) -> None:
        super().__init__(secret, salt=purpose, digest_method=hashlib.sha256)
        self._clock = clock

    def get_timestamp(self) -> int:
        """Now, in whole seconds."""
        return int(self._clock.now().timestamp())
