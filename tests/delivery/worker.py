"""A process that delivers, for a test to kill.

python -m tests.delivery.worker DATABASE_URL ADDRESS_OF_HUBSPOT
"""

import asyncio
import sys

import httpx

from agent.rehearsal.rehearsal import SystemClock
from delivery.connection import Connection
from delivery.dispatcher import Dispatcher
from delivery.hubspot import HubSpot
from delivery.sending import Sending
from delivery.signing_in import StaticToken
from storage.database import Database
from storage.grants import StoredGrants
from storage.jobs import DurableJobs, Kind, Lane
from storage.ledger import StoredLedger
from storage.outbox import StoredOutbox
from tests.delivery.rig import SECRET


async def main(url: str, host: str) -> None:
    database, clock = Database(url), SystemClock()
    jobs = DurableJobs(database)
    outbox = StoredOutbox(database, jobs.enqueue, ["hubspot"], host, lanes=["hubspot"])
    async with httpx.AsyncClient() as client:
        system = HubSpot(StaticToken("token-1"), base_url=host)
        connection = Connection(system, client, StoredGrants(database, SECRET), clock)
        sending = Sending(connection, StoredLedger(database, clock), clock)
        dispatcher = Dispatcher(outbox, [sending], clock)
        await jobs.start([Kind("deliver", dispatcher.send, lanes=[Lane("hubspot", poll=0.1)])])
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2]))
