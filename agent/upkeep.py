"""What goes on in the background? The sweep for turns nobody took, and the feed of open sockets."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from typing import Protocol

from agent.conductor import Conductor
from agent.errors import Unavailable
from agent.messages import Message

log = logging.getLogger(__name__)

TEXTS_SETTLED = timedelta(seconds=7)
"""So much longer by SMS and WhatsApp, where a burst may last 10 seconds (channels.sms.LONGEST)."""
EVERY = timedelta(seconds=1)
SETTLED = timedelta(seconds=5)
"""Messages unread for so long are nobody's: their process died, or the database was away. Longer
than a burst may last (agent.conductor.BURST), or a burst would be answered in its middle.
"""


class Fresh(Protocol):
    """A message that has appeared on record, and its conversation."""

    @property
    def conversation(self) -> str: ...

    @property
    def message(self) -> Message: ...


async def keep_sweeping(conductor: Conductor) -> None:
    """Take up what no process answers; at once after a start, for the last one may have died."""
    waiting = more = timedelta(0)

    async def sweep() -> None:
        nonlocal waiting, more
        await conductor.sweep(waiting=waiting, more=more)
        waiting, more = SETTLED, TEXTS_SETTLED

    await keep_doing(sweep, EVERY)


async def keep_feeding(
    fresh: Callable[[], Awaitable[Sequence[Fresh]]], conductor: Conductor
) -> None:
    """Show this process's sockets what other processes said, by one query a second.

    Also while nobody listens: the first one to come must not be sent all that was said before.
    """

    async def feed() -> None:
        for one in await fresh():
            conductor.publish(one.conversation, [one.message])

    await keep_doing(feed, EVERY)


async def keep_doing(work: Callable[[], Awaitable[None]], every: timedelta) -> None:
    """An outermost loop: whatever goes wrong is logged, and the work goes on."""
    while True:
        try:
            await work()
        except Unavailable as error:
            log.warning("The database is away, trying again: %s", error)
        except Exception:
            log.exception("Upkeep failed, trying again")
        await asyncio.sleep(every.total_seconds())
