"""What goes on in a process besides answering? Its jobs, by kind, and its loops."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from agent.backlog import KIND as REREAD
from agent.enrichment import KIND as ENRICH
from agent.erasing import KIND as ERASE
from agent.follower import KIND as FOLLOW
from agent.leaving import KIND as ABSENCE
from agent.preparing import IMPROVE
from agent.preparing import KIND as PREPARE
from agent.rehearsal.rehearsal import SystemClock
from agent.reminding import KIND as REMIND
from agent.router import KIND as ASSIGNMENT
from agent.upkeep import keep_feeding, keep_sweeping
from console.services import Services
from console.widget_post import KIND as TRANSCRIPT
from storage.feed import Feed
from storage.jobs import Kind as JobKind
from storage.parcels import KIND as DELIVER
from storage.sayings import KIND as TEXT
from storage.standstills import KIND as STANDSTILL
from storage.studies import KIND as STUDY

REREADINGS = 2
"""At once in each process: those who are chatting go first."""


@asynccontextmanager
async def working(parts: Services) -> AsyncIterator[None]:
    """Do jobs and take up what was left, for as long as the block runs."""
    await parts.jobs.start(
        [
            JobKind(DELIVER, parts.dispatcher.send, lanes=parts.places.lanes),
            JobKind(ASSIGNMENT, parts.router.look_after),
            JobKind(ABSENCE, parts.leaving.begin, at_once=1, per_process=1),
            JobKind(PREPARE, parts.preparing.prepare, per_process=20),
            JobKind(IMPROVE, parts.preparing.improve),
            JobKind(STUDY, parts.study_desk.work_out, at_once=1, per_process=1),
            JobKind(REREAD, parts.rereader.read_again, per_process=REREADINGS),
            JobKind(REMIND, parts.mail_reminders.send, at_once=5, per_process=5),
            JobKind(ENRICH, parts.enricher.ask, at_once=5, per_process=5),
            JobKind(ERASE, parts.erasing.erase, at_once=5, per_process=5),
            JobKind(TEXT, parts.text_sender.send),
            JobKind(TRANSCRIPT, parts.transcripts.send, at_once=5, per_process=5),
            JobKind(FOLLOW, parts.follower.follow),
            JobKind(STANDSTILL, parts.alarms.tell, at_once=1, per_process=1),
        ]
    )
    await parts.queues.resume()
    await parts.follower.begin()
    feed = Feed(parts.database, SystemClock())
    loops = [
        asyncio.create_task(keep_sweeping(parts.conductor)),
        asyncio.create_task(keep_feeding(feed.fresh, parts.conductor)),
        asyncio.create_task(parts.retention.keep()),
        asyncio.create_task(parts.behaviour.keep()),
    ]
    try:
        yield
    finally:
        for loop in loops:
            loop.cancel()
        await asyncio.gather(*loops, return_exceptions=True)
