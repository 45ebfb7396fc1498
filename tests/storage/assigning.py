"""A process that gives leads out, for tests that need two of them.

python -m tests.storage.assigning DATABASE_URL, the hand-overs on standard input
"""

import asyncio
import sys
from datetime import timedelta

from storage.database import Database
from tests.storage.routed import MONDAY, Desk


async def main(url: str) -> None:
    database = Database(url, patience=60)
    desk = Desk(database)
    handovers = sys.stdin.read().split()

    async def give(number: int, handover: str) -> None:
        await desk.assignments.give(handover, (), MONDAY + timedelta(milliseconds=number))

    for start in range(0, len(handovers), 20):
        some = enumerate(handovers[start : start + 20], start)
        await asyncio.gather(*(give(number, handover) for number, handover in some))
    await database.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
