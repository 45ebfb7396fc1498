"""How is it all put together? The application, its routes, the commands."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from fastapi_offline import FastAPIOffline

from agent.breaker import Breaker
from agent.conductor import Conductor
from agent.models.openai import model_connections
from agent.plain.readiness import prepare_reading
from agent.prompts import Prompts
from agent.rehearsal.rehearsal import Rehearsal, SystemClock
from channels.answering import Answering
from channels.calls.arrivals import CallArrivals
from channels.calls.lines import Switchboard
from channels.calls.pages import CallPages
from channels.calls.phone import Pace, Phone
from channels.calls.relay import relay_router
from channels.calls.voice import VoiceDesk, static_router, voice_router
from channels.chat.desk import Desk
from channels.chat.farewell_routes import farewell_router
from channels.chat.guest_routes import guests_router
from channels.chat.pages import pages_router
from channels.chat.routes import chat_router
from channels.chat.sessions import Sessions
from channels.chat.visits import visits_router
from channels.chat.websocket import UVICORN
from channels.limits import ChatLimits
from channels.operations import Count, Metric, operations_router
from channels.problems import answer_with_problems
from channels.sms import TextDesk, sms_router
from channels.twilio import TwilioSignatures
from console.accepting import Accepting, accept_router
from console.accounts import make_accounts, make_sign_on
from console.analytics.desk import make_analytics
from console.api import api_router
from console.assignments_api import absences_router, assignments_router
from console.bearer import ApiGate
from console.command_line import main
from console.demo import print_demo
from console.events_api import events_router
from console.gate import Gate
from console.hubspot_events import HubSpotDesk, hubspot_router
from console.inbox_desk import inbox_desk
from console.jobs_api import jobs_router
from console.leads_api import LeadDesk, leads_router
from console.models import make_model, make_readers
from console.office import Office
from console.outcomes_api import outcomes_router
from console.pages import console_router
from console.planned_api import planned_router
from console.rendering import Pages
from console.reports_api import reports_router
from console.services import Services, services
from console.settings import Settings, load_settings
from console.setup_desk import make_setup
from console.slack_actions import SlackDesk, answer_slack, slack_router
from console.studies_api import studies_router
from console.teams_desk import TeamsDesk
from console.widget_desk import WidgetDesk
from console.widget_wiring import make_lobby, make_widgets
from console.working import working
from qualification.script import Script
from storage.calls_record import StoredCalls
from storage.heard import StoredHearing
from storage.jobs import prepare_jobs
from storage.migrate import migrate as migrate_database
from storage.roster import StoredRoster
from storage.workloads import Workloads

__all__ = ["App", "Settings", "create_app", "log_as_told"]

HERE = Path(__file__).parent
SCRIPTS = HERE / "prompts" / "scripts"
TEAMS = HERE / "prompts" / "teams.yaml"
"""Made-up people: published by the demo alone."""


def create_app(settings: Settings) -> FastAPI:
    """The web application, with the jobs in the same process."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with services(settings) as parts, working(parts):
            if settings.demo:
                await parts.demo.expect()  # they get ready beside the rest of the start
            await parts.scripts.publish_folder(SCRIPTS)
            if settings.twilio_account_sid:
                await Answering(parts.scripts, settings.default_script).check()
            if settings.demo:
                await parts.teams.publish_file(TEAMS)
                await print_demo(parts.users, settings.address)
            add_routes(app, parts, settings)
            async with parts.demo.kept(make=settings.demo):
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
    sessions = Sessions(settings.secret(), clock)
    desk = Desk(
        conversations=parts.conductor,
        record=parts.leads,
        replies=parts.replies,
        sessions=sessions,
        limits=ChatLimits(),
        clock=clock,
        received=Count(),
        sockets=Count(),
    )
    widgets = make_widgets(parts, settings, clock)
    lobby = make_lobby(parts, settings, widgets, clock)
    app.include_router(chat_router(desk, lobby))
    app.include_router(guests_router(desk, lobby))
    app.include_router(farewell_router(desk, lobby))
    app.include_router(visits_router(desk, parts.visits))
    app.include_router(pages_router(parts.scripts, lobby, demo=settings.demo))
    app.include_router(operations_router(parts.jobs.check, metrics(parts, desk)))
    add_telephone_routes(app, parts, settings, desk.received)
    secure = settings.address.startswith("https://")
    accounts = make_accounts(
        parts.database,
        parts.users,
        clock,
        settings.secret(),
        settings.address,
        sign_on=make_sign_on(settings.provider(), settings.secret(), clock, settings.address),
        passwords=settings.local_passwords,
    )
    office = Office(
        gate=Gate(accounts, parts.teams, settings.secret(), clock, secure=secure),
        audit=accounts.audit,
        accounts=accounts,
        leads=parts.leads,
        replies=parts.replies,
        conductor=parts.conductor,
        outbox=parts.outbox,
        inbox=inbox_desk(parts, clock),
        workshop=parts.workshop,
        analytics=make_analytics(
            parts.database, parts.reports, parts.outcomes, parts.scripts, clock
        ),
        samples=parts.demo,
        widgets=WidgetDesk(widgets, parts.teams, settings.address),
        teams=TeamsDesk(
            teams=parts.teams,
            scripts=parts.scripts,
            absences=parts.absences,
            acceptance=parts.acceptance,
            reports=parts.routing_reports,
            workloads=Workloads(parts.database),
            clock=clock,
        ),
        setup=make_setup(parts, settings, widgets, clock),
        clock=clock,
        demo=settings.demo,
    )
    app.include_router(console_router(office))
    accepting = Accepting(
        links=parts.accept_links,
        assignments=parts.assignments,
        acceptance=parts.acceptance,
        teams=parts.teams,
        leads=parts.leads,
        clock=clock,
        address=settings.address,
    )
    app.include_router(accept_router(accepting, Pages()))
    signing = settings.slack_signing_secret.get_secret_value()
    slack = SlackDesk(
        signing,
        parts.accept_links,
        parts.acceptance,
        parts.teams,
        clock,
        answer_slack,
        settings.slack_forms(),
    )
    app.include_router(slack_router(slack))
    calling = HubSpotDesk(
        settings.hubspot_signing_secret(), settings.address, parts.follower, clock
    )
    app.include_router(hubspot_router(calling))
    api = ApiGate(settings.api_token.get_secret_value(), accounts.keys, accounts.audit)
    for router in (
        api_router(parts.leads, parts.replies, clock, api),
        events_router(parts.behaviour, api),
        outcomes_router(parts.outcomes, clock, api),
        reports_router(parts.reports, clock, api),
        jobs_router(parts.job_book, api),
        leads_router(LeadDesk(parts.conductor, parts.scripts, sessions, clock), api),
        assignments_router(parts.assignments, parts.acceptance, clock, api),
        absences_router(parts.absences, parts.acceptance, parts.teams, clock, api),
        studies_router(parts.studies, clock, api),
        planned_router(parts.planned, parts.conductor, api),
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
    roster = StoredRoster(parts.database, parts.teams, parts.acceptance)
    board = Switchboard(
        roster=roster,
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
                roster=roster,
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
                readers=make_readers(make_model(settings, connections), Breaker(), Prompts()),
                clock=SystemClock(),
            )


if __name__ == "__main__":
    logging.basicConfig(level="WARNING", format="%(levelname)s %(name)s: %(message)s")
    main(App())
