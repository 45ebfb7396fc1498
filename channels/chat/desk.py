"""What happens to a visitor's message before it is on record? The same for requests and sockets."""

from dataclasses import dataclass

from agent.happenings import Listener
from agent.messages import InboundMessage, Receipt
from agent.ports import Clock, Replies
from channels.chat.feed import Feed
from channels.chat.ports import Conversations, Record
from channels.chat.sessions import ForeignToken, Sessions
from channels.incoming import Empty, TooLong, clean
from channels.limits import ChatLimits
from channels.operations import Count
from channels.problems import Problem, TooMany


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the web chat works with, and its front: who is this, may they, what do they say."""

    conversations: Conversations
    record: Record
    replies: Replies
    sessions: Sessions
    limits: ChatLimits
    clock: Clock
    received: Count
    """Messages taken."""
    sockets: Count
    """Open now."""

    def visitor(self, token: str) -> str:
        """The conversation of a token, or the 401."""
        try:
            return self.sessions.conversation(token)
        except ForeignToken:
            raise Problem(
                401,
                "bad-token",
                "The session token is not valid here: open a new session.",
                headers={"WWW-Authenticate": "Bearer"},
            ) from None

    def admit(self, conversation: str, address: str | None) -> None:
        """Count one message or one look at the record; TooMany for one too often."""
        wait = self.limits.message(conversation, address)
        if wait:
            raise TooMany(wait)

    def feed(self, conversation: str, after: int, listener: Listener) -> Feed:
        """What an open chat shows, from a sequence number on."""
        return Feed(conversation, after, listener, self.record, self.replies)

    async def take(
        self, conversation: str, client_id: str, text: str, address: str | None
    ) -> Receipt:
        """Put a message on record. Raises Problem (not taken) or Unavailable (not stored)."""
        try:
            cleaned = clean(text)
        except TooLong as refused:
            raise Problem(413, "too-long", str(refused)) from None
        except Empty as refused:
            raise Problem(422, "empty", str(refused)) from None
        self.admit(conversation, address)
        receipt = await self.conversations.receive(
            InboundMessage(
                channel="chat",
                external_id=f"{conversation}:{client_id}",
                conversation=conversation,
                text=cleaned,
                received_at=self.clock.now(),
            )
        )
        if not receipt.repeat:
            self.received.value += 1
        return receipt
