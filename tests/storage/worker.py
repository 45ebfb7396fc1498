"""A process that runs jobs, for tests to kill: says what it begins and ends.

python -m tests.storage.worker DATABASE_URL SECONDS_PER_JOB
"""

import asyncio
import sys
from datetime import datetime

from storage.database import Database
from storage.jobs import DurableJobs, Kind


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


async def main(url: str, seconds: float) -> None:
    database = Database(url)
    jobs = DurableJobs(database)

    async def work(row: str) -> datetime | None:
        say("began", row)
        await asyncio.sleep(seconds)
        say("ended", row)
        return None

    await jobs.start([Kind("work", work)])
    say("ready")
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], float(sys.argv[2])))
