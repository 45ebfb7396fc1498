"""How is it all put together? Settings, the application, the commands: the only wiring there is."""

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import httpx
import httpx2
import uvicorn
from fastapi import FastAPI
from fastapi_offline import FastAPIOffline

from agent.backlog import KIND as REREAD
from agent.breaker import Breaker
from agent.conductor import Conductor
from agent.erasing import KIND as ERASE
from agent.erasing import Erasing
from agent.messages import Channel
from agent.model_reader import ModelReader
from agent.models.openai import OpenAIModel, model_connections
from agent.plain.readiness import prepare_reading
from agent.prompts import Prompts
from agent.rehearsal.rehearsal import Rehearsal, SystemClock
from agent.rereader import Rereader
from agent.upkeep import keep_feeding, keep_sweeping
from channels.answering import Answering
from channels.calls.arrivals import CallArrivals
from channels.calls.lines import Switchboard
from channels.calls.pages import CallPages
from channels.calls.phone import Pace, Phone
from channels.calls.relay import relay_router
from channels.calls.voice import VoiceDesk, static_router, voice_router
from channels.chat.desk import Desk
from channels.chat.pages import pages_router
from channels.chat.routes import chat_router
from channels.chat.sessions import Sessions
from channels.chat.websocket import UVICORN
from channels.limits import ChatLimits
from channels.operations import Count, Metric, operations_router
from channels.problems import answer_with_problems
from channels.sms import TextDesk, sms_router
from channels.texting import TextSender
from channels.twilio import TwilioAccount, TwilioSignatures
from console.api import api_router
from console.command_line import Trouble, main
from console.demo import print_demo
from console.events_api import events_router
from console.gate import Gate
from console.office import Office
from console.outcomes_api import outcomes_router
from console.pages import console_router
from console.reports_api import reports_router
from console.settings import Settings, load_settings
from delivery.base import Place
from delivery.dispatcher import Dispatcher
from delivery.webhook import Webhook
from qualification.script import Script
from qualification.scriptfile import parse_script
from storage.backlog import StoredBacklog
from storage.behaviour import StoredBehaviour
from storage.calls_record import StoredCalls
from storage.database import Database
from storage.erasures import StoredErasures
from storage.exports import Exports
from storage.feed import Feed
from storage.heard import StoredHearing
from storage.inbox import StoredInbox
from storage.jobs import DurableJobs, prepare_jobs
from storage.jobs import Kind as JobKind
from storage.leads import Leads
from storage.migrate import is_current
from storage.migrate import migrate as migrate_database
from storage.outbox import KIND as DELIVER
from storage.outbox import StoredOutbox
from storage.outcomes import Outcomes
from storage.people import People
from storage.prompts import StoredPrompts
from storage.replays import Replays
from storage.replies import StoredReplies
from storage.reports import Reports
from storage.retention import Retention
from storage.sayings import KIND as TEXT
from storage.sayings import Sayings
from storage.scripts import Scripts
from storage.suppressions import Suppressions
from storage.texts import StoredTexts
from storage.users import Users
from storage.workspace import StoredWorkspace

__all__ = [
    "App",
    "Services",
    "Settings",
    "create_app",
    "log_as_told",
    "services",
    "working",
]

HERE = Path(__file__).parent
SCRIPTS = HERE / "prompts" / "scripts"
READING_LIMITS: Mapping[Channel, float] = {
    "chat": 8.0,
    "terminal": 20.0,
    "sms": 20.0,
    "whatsapp": 20.0,
    "voice": 2.5,
}
"""Seconds that a model may take in each channel before the plain reader answers."""
REREADING_LIMIT = 60.0
"""Seconds that it may take when nobody waits for it."""
REREADINGS = 2
"""At once in each process: those who are chatting go first."""


def make_readers(
    settings: Settings, connections: httpx2.AsyncClient, prompts: Prompts
) -> dict[Channel, ModelReader]:
    """A model reader for each channel, with its own time limit; none without a model."""
    if not settings.has_model:
        return {}
    model = OpenAIModel(
        settings.openai_base_url,
        settings.openai_api_key.get_secret_value() or "none",
        settings.openai_model,
        connections,
    )
    breaker, clock = Breaker(), SystemClock()
    return {
        channel: ModelReader(model, clock, breaker, limit=limit, prompts=prompts)
        for channel, limit in READING_LIMITS.items()
    }


def twilio_account(settings: Settings, client: httpx.AsyncClient) -> TwilioAccount | None:
    """Our account at Twilio, if one is configured."""
    account = settings.account()
    if account is None:
        return None
    callback = f"{settings.address}/webhooks/twilio/status"
    return TwilioAccount(
        account.sid, account.token, client, callback=callback, base_url=account.base_url
    )


@dataclass(frozen=True, slots=True)
class Services:
    """The parts that a process is made of."""

    database: Database
    scripts: Scripts
    outbox: StoredOutbox
    replies: StoredReplies
    leads: Leads
    users: Users
    jobs: DurableJobs
    dispatcher: Dispatcher
    conductor: Conductor
    rereader: Rereader
    people: People
    exports: Exports
    erasures: StoredErasures
    erasing: Erasing
    retention: Retention
    behaviour: StoredBehaviour
    outcomes: Outcomes
    replays: Replays
    reports: Reports
    suppressions: Suppressions
    texts: StoredTexts
    text_sender: TextSender


@asynccontextmanager
async def services(settings: Settings) -> AsyncIterator[Services]:
    """Build the parts, and take them down in order."""
    if not await asyncio.to_thread(is_current, settings.database_url):
        raise Trouble("The database is not up to date: run `python app.py migrate`")
    clock = SystemClock()
    database = Database(settings.database_url)
    jobs = DurableJobs(database)
    async with httpx.AsyncClient(timeout=30.0) as client, model_connections() as connections:
        places: list[Place] = []
        if settings.webhook_url:
            secret = settings.webhook_secret.get_secret_value()
            places.append(Webhook(settings.webhook_url, secret, client, clock))
        scripts = Scripts(database, parse_script, clock)
        systems = [place.system for place in places]
        outbox = StoredOutbox(database, jobs.enqueue, systems, settings.address)
        replies = StoredReplies(database, scripts)
        prompts = Prompts()
        kept_prompts = StoredPrompts(database, clock, prompts.texts)
        backlog = StoredBacklog(database, scripts, jobs.enqueue, kept_prompts)
        suppressions = Suppressions(database, settings.secret())
        sender = settings.twilio_messaging_service_sid or settings.twilio_from
        sayings = Sayings(suppressions, jobs.enqueue, sms_from=sender)
        workspace = StoredWorkspace(database, scripts, outbox, kept_prompts, backlog, sayings)
        readers = make_readers(settings, connections, prompts)
        conductor = Conductor(
            inbox=StoredInbox(database),
            workspace=workspace,
            replies=replies,
            catalogue=scripts,
            readers=readers,
            clock=clock,
        )
        texts = StoredTexts(database, jobs.enqueue, suppressions, cap=settings.texts_per_day)
        account = twilio_account(settings, client)
        erasures = StoredErasures(database, suppressions, jobs.enqueue, clock)
        patient = {one: reader.with_limit(REREADING_LIMIT) for one, reader in readers.items()}
        try:
            yield Services(
                database=database,
                scripts=scripts,
                outbox=outbox,
                replies=replies,
                leads=Leads(database),
                users=Users(database, clock),
                jobs=jobs,
                dispatcher=Dispatcher(outbox, places, clock),
                conductor=conductor,
                rereader=Rereader(backlog, workspace, patient, clock, conductor.tell_phase),
                people=People(database, scripts, clock),
                exports=Exports(database, suppressions, clock),
                erasures=erasures,
                erasing=Erasing(erasures, account, clock),
                retention=Retention(
                    database, suppressions, jobs.enqueue, clock, settings.retention
                ),
                behaviour=StoredBehaviour(database, scripts, clock),
                outcomes=Outcomes(database),
                replays=Replays(database, scripts),
                reports=Reports(database, scripts),
                suppressions=suppressions,
                texts=texts,
                text_sender=TextSender(texts, account, clock),
            )
        finally:
            await conductor.aclose()
            await jobs.stop()
            await database.close()


@asynccontextmanager
async def working(parts: Services) -> AsyncIterator[None]:
    """Do jobs and take up what was left, for as long as the block runs."""
    await parts.jobs.start(
        [
            JobKind(DELIVER, parts.dispatcher.send),
            JobKind(REREAD, parts.rereader.read_again, per_process=REREADINGS),
            JobKind(ERASE, parts.erasing.erase, at_once=5, per_process=5),
            JobKind(TEXT, parts.text_sender.send, poll=0.5),
        ]
    )
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


def create_app(settings: Settings) -> FastAPI:
    """The web application, with the jobs in the same process."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with services(settings) as parts, working(parts):
            await parts.scripts.publish_folder(SCRIPTS)
            if settings.twilio_account_sid:
                await Answering(parts.scripts, settings.default_script).check()
            if settings.demo:
                await print_demo(parts.users, settings.address)
            add_routes(app, parts, settings)
            yield

    app = FastAPIOffline(
        title="Banter",
        version="0.1.0",
        lifespan=lifespan,
        redoc_url=None,
        telemetry={"tracing": False, "metrics": False, "logs": False},  # looked up at each request
    )
    answer_with_problems(app)
    return app


def add_routes(app: FastAPI, parts: Services, settings: Settings) -> None:
    """Every route there is."""
    clock = SystemClock()
    desk = Desk(
        conversations=parts.conductor,
        record=parts.leads,
        replies=parts.replies,
        sessions=Sessions(settings.secret(), clock),
        limits=ChatLimits(),
        clock=clock,
        received=Count(),
        sockets=Count(),
    )
    sites = [site.strip() for site in settings.chat_sites.split(",") if site.strip()]
    app.include_router(chat_router(desk))
    app.include_router(pages_router(parts.scripts, demo=settings.demo, sites=sites))
    app.include_router(operations_router(parts.jobs.check, metrics(parts, desk)))
    add_telephone_routes(app, parts, settings, desk.received)
    secure = settings.address.startswith("https://")
    office = Office(
        gate=Gate(parts.users, settings.secret(), clock, secure=secure),
        leads=parts.leads,
        replies=parts.replies,
        conductor=parts.conductor,
        outbox=parts.outbox,
        clock=clock,
        demo=settings.demo,
    )
    app.include_router(console_router(office))
    token = settings.api_token.get_secret_value()
    for router in (
        api_router(parts.leads, parts.replies, clock, token),
        events_router(parts.behaviour, token),
        outcomes_router(parts.outcomes, clock, token),
        reports_router(parts.reports, clock, token),
    ):
        app.include_router(router)


def add_telephone_routes(
    app: FastAPI, parts: Services, settings: Settings, received: Count
) -> None:
    """What Twilio calls; without an account each of its requests is refused."""
    clock, voicing = SystemClock(), settings.voicing()
    account = settings.account()
    signatures = TwilioSignatures(
        account.sid if account else "",
        account.token if account else "",
        settings.address,
        settings.shared_keys(),
    )
    answering = Answering(parts.scripts, settings.default_script)
    calls = StoredCalls(parts.database)
    arrivals = CallArrivals(
        parts.conductor, answering, parts.people, calls, clock, mode=voicing.mode
    )
    app.include_router(
        sms_router(
            TextDesk(
                signatures=signatures,
                conversations=parts.conductor,
                answering=answering,
                acquaintances=parts.people,
                texts=parts.texts,
                ledger=parts.suppressions,
                clock=clock,
                received=received,
            )
        )
    )
    board = Switchboard(
        conversations=parts.conductor,
        record=parts.leads,
        calls=calls,
        notes=parts.texts,
        pages=CallPages(settings.address, voicing),
        clock=clock,
        sender=settings.twilio_messaging_service_sid or settings.twilio_from,
        longest=timedelta(minutes=settings.voice_longest_minutes),
    )
    app.include_router(voice_router(VoiceDesk(signatures, arrivals, board)))
    app.include_router(static_router())
    app.include_router(
        relay_router(
            Phone(
                conversations=parts.conductor,
                record=parts.leads,
                hearing=StoredHearing(parts.database),
                calls=calls,
                arrivals=arrivals,
                signatures=signatures,
                clock=clock,
                locales=voicing.locales,
                pace=Pace(
                    longest=settings.voice_longest_minutes * 60,
                    turns=settings.voice_most_turns,
                    characters=settings.voice_most_characters,
                ),
            )
        )
    )


def metrics(parts: Services, desk: Desk) -> list[Metric]:
    """The figures of /metrics."""

    async def pending() -> float:
        return await parts.jobs.waiting()

    async def turns() -> float:
        return parts.conductor.turns_written()

    return [
        Metric("banter_messages_total", "Messages taken", "counter", desk.received.read),
        Metric("banter_turns_total", "Turns written", "counter", turns),
        Metric("banter_sockets", "Open chat sockets", "gauge", desk.sockets.read),
        Metric("banter_jobs_pending", "Jobs not done yet", "gauge", pending),
    ]


def log_as_told(settings: Settings) -> None:
    """LOG_LEVEL is of our own packages: others would write addresses with telephone numbers."""
    for package in ("agent", "channels", "console", "delivery", "storage"):
        logging.getLogger(package).setLevel(settings.log_level)


class App:
    """console.command_line.Wiring: what the commands work with."""

    script_folder = SCRIPTS

    def serve(self) -> None:
        """Serve the web, and do the jobs in the same process."""
        settings = load_settings()
        settings.secret()
        log_as_told(settings)
        prepare_reading()
        uvicorn.run(
            create_app(settings),
            host=settings.host,
            port=settings.port,
            log_level=settings.log_level.lower(),
            access_log=False,
            **UVICORN,
            timeout_graceful_shutdown=10,
        )

    async def work(self) -> None:
        """Do jobs alone."""
        prepare_reading()
        settings = load_settings()
        log_as_told(settings)
        async with services(settings) as parts, working(parts):
            await asyncio.Event().wait()

    def migrate(self) -> None:
        """The tables of the record, then those of the jobs."""
        url = load_settings().database_url
        migrate_database(url)
        prepare_jobs(url)

    def desk(self) -> AbstractAsyncContextManager[Services]:
        """The parts, on the configured database."""
        return services(load_settings())

    @asynccontextmanager
    async def rehearse(self, script: Script) -> AsyncIterator[Conductor]:
        """A conductor that keeps nothing, with the configured model."""
        settings, rehearsal = load_settings(), Rehearsal(script)
        async with model_connections() as connections:
            yield Conductor(
                inbox=rehearsal,
                workspace=rehearsal,
                replies=rehearsal,
                catalogue=rehearsal,
                readers=make_readers(settings, connections, Prompts()),
                clock=SystemClock(),
            )


if __name__ == "__main__":
    logging.basicConfig(level="WARNING", format="%(levelname)s %(name)s: %(message)s")
    main(App())
