"""Whose chat is this? Signed session tokens: nothing is stored for them, nobody can make one up."""

import hashlib

from itsdangerous import BadSignature, TimestampSigner

from agent.ports import Clock

LIFETIME_SECONDS = 365 * 24 * 3600
LONGEST_TOKEN = 300
SALT = "banter.chat.session"


class ForeignToken(Exception):
    """Not one of ours, altered, or a year old: a new session must be opened."""


class _Signer(TimestampSigner):
    """Takes the time from our clock."""

    def __init__(self, secret: str, clock: Clock) -> None:
        super().__init__(secret, salt=SALT, digest_method=hashlib.sha256)
        self._clock = clock

    def get_timestamp(self) -> int:
        return int(self._clock.now().timestamp())


class Sessions:
    """Makes tokens for conversations and reads them back."""

    def __init__(self, secret: str, clock: Clock) -> None:
        self._signer = _Signer(secret, clock)

    def token(self, conversation: str) -> str:
        """What the visitor shows to go on with this conversation."""
        return self._signer.sign(conversation).decode()

    def conversation(self, token: str) -> str:
        """The conversation a token stands for; ForeignToken when it is none of ours."""
        if len(token) > LONGEST_TOKEN or not token.isascii():
            raise ForeignToken
        try:
            return self._signer.unsign(token, max_age=LIFETIME_SECONDS).decode()
        except BadSignature as error:
            raise ForeignToken from error
