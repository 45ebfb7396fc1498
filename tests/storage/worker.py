"""A process that runs jobs, for tests to kill: says what it begins and ends.

python -m tests.storage.worker DATABASE_URL SECONDS_PER_JOB [--kind K] [--lane L] [--rate N SECONDS]
"""

import argparse
import asyncio
import sys
from datetime import datetime

from storage.database import Database
from storage.jobs import DurableJobs, Kind, Lane, Rate


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("seconds", type=float)
    parser.add_argument("--kind", default="work")
    parser.add_argument("--lane", action="append", default=[])
    parser.add_argument("--rate", nargs=2, type=float)
    return parser.parse_args()


async def main(given: argparse.Namespace) -> None:
    database = Database(given.url)
    jobs = DurableJobs(database)

    async def work(row: str) -> datetime | None:
        say("began", row)
        await asyncio.sleep(given.seconds)
        say("ended", row)
        return None

    rate = Rate(int(given.rate[0]), given.rate[1]) if given.rate else None
    lanes = [Lane(name, poll=0.1) for name in given.lane]
    await jobs.start([Kind(given.kind, work, rate=rate, poll=0.1, lanes=lanes)])
    say("ready")
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(asked()))
