"""Whose chat is this? Signed session tokens: nothing is stored for them, nobody can make one up."""

from itsdangerous import BadSignature

from agent.ports import Clock
from channels.signing import DatedSigner

LIFETIME_SECONDS = 365 * 24 * 3600
LONGEST_TOKEN = 300
PURPOSE = "banter.chat.session"


class ForeignToken(Exception):
    """Not one of ours, altered, or a year old: a new session must be opened."""


class Sessions:
    """Makes tokens for conversations and reads them back."""

    def __init__(self, secret: str, clock: Clock) -> None:
        self._signer = DatedSigner(secret, PURPOSE, clock)

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
