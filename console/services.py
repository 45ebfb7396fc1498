"""What parts is a process made of? They are built here, and taken down in order."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx

from agent.breaker import Breaker
from agent.brief_prompt import BriefPrompts
from agent.brief_writer import BriefWriter
from agent.conductor import Conductor
from agent.enricher import Enricher
from agent.erasing import Erasing
from agent.follower import Follower
from agent.introducing import Introducing
from agent.leaving import Leaving
from agent.models.openai import model_connections
from agent.preparing import Preparing
from agent.prompts import Prompts
from agent.rehearsal.rehearsal import SystemClock
from agent.reminding import MailReminders, TextReminders
from agent.rereader import Rereader
from agent.router import Router
from channels.texting import TextSender
from channels.twilio import TwilioAccount
from console.accepting import SignedLinks
from console.alarms import Alarms
from console.demo_data.desk import DemoDesk
from console.enriching import parsing, providers
from console.following import tellers
from console.jobs_document import JobBook
from console.models import REREADING_LIMIT, make_model, make_readers
from console.places import Places, contacts, owners, places
from console.queues import Queues
from console.replay_crew import Processes
from console.settings import Settings
from console.study_desk import StudyDesk
from console.widget_post import Transcripts
from console.wiring import Trouble
from console.workshop import Workshop
from delivery.dispatcher import Dispatcher
from delivery.forgetting import Lists
from delivery.letters import Letters
from delivery.wire import Wire
from qualification.routing.planfile import parse_teams
from storage.absences import Absences
from storage.acceptance import Acceptance
from storage.aftercare import Aftercare
from storage.assignments import StoredAssignments
from storage.audit import Audit
from storage.backlog import StoredBacklog
from storage.behaviour import StoredBehaviour
from storage.database import Database
from storage.demo import DemoLeads
from storage.dossiers import StoredDossiers
from storage.drafts import Drafts
from storage.erasures import StoredErasures
from storage.exports import Exports
from storage.grants import StoredGrants
from storage.inbox import StoredInbox
from storage.job_leads import JobLeads
from storage.jobs import DurableJobs
from storage.leads import Leads
from storage.ledger import StoredLedger
from storage.migrate import is_current
from storage.news import StoredNews
from storage.outbox import StoredOutbox
from storage.outcomes import Outcomes
from storage.owners import OwnRecord
from storage.people import People
from storage.planned import Planned
from storage.preparations import StoredAnnouncing, StoredPreparations
from storage.profiles import StoredEnquiries
from storage.prompts import StoredPrompts
from storage.recontacts import Recontacts
from storage.replays import Replays
from storage.replies import StoredReplies
from storage.reports import Reports
from storage.retention import Retention
from storage.routing_past import RoutingPast
from storage.routing_report import RoutingReports
from storage.sayings import Sayings
from storage.script_versions import ScriptVersions
from storage.scripts import Scripts
from storage.standstills import Standstills
from storage.story import Stories
from storage.studies import Studies
from storage.suggestions import Suggestions
from storage.suppressions import Suppressions
from storage.teams import Teams
from storage.texts import StoredTexts
from storage.users import Users
from storage.visits import StoredVisits
from storage.waits import Waits
from storage.workspace import StoredWorkspace


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
    audit: Audit
    jobs: DurableJobs
    places: Places
    dispatcher: Dispatcher
    preparing: Preparing
    follower: Follower
    stories: Stories
    job_book: JobBook
    queues: Queues
    alarms: Alarms
    conductor: Conductor
    rereader: Rereader
    introducing: Introducing
    people: People
    exports: Exports
    erasures: StoredErasures
    erasing: Erasing
    retention: Retention
    behaviour: StoredBehaviour
    visits: StoredVisits
    outcomes: Outcomes
    replays: Replays
    reports: Reports
    suggestions: Suggestions
    studies: Studies
    study_desk: StudyDesk
    workshop: Workshop
    teams: Teams
    assignments: StoredAssignments
    acceptance: Acceptance
    absences: Absences
    leaving: Leaving
    routing_past: RoutingPast
    routing_reports: RoutingReports
    router: Router
    mail_reminders: MailReminders
    accept_links: SignedLinks
    planned: Planned
    enricher: Enricher
    suppressions: Suppressions
    texts: StoredTexts
    text_sender: TextSender
    transcripts: Transcripts
    demo: DemoDesk


@asynccontextmanager
async def services(settings: Settings) -> AsyncIterator[Services]:
    """Build the parts, and take them down in order."""
    if not await asyncio.to_thread(is_current, settings.database_url):
        raise Trouble("The database is not up to date: run `python app.py migrate`")
    clock = SystemClock()
    database = Database(settings.database_url)
    jobs = DurableJobs(database)
    async with httpx.AsyncClient(timeout=30.0) as client, model_connections() as connections:
        scripts = Scripts(
            database, parsing(settings.enrich), clock, default=settings.default_script
        )
        ledger, grants = StoredLedger(database, clock), StoredGrants(database, settings.secret())
        suppressions = Suppressions(database, settings.secret())
        notes = StoredTexts(database, jobs.enqueue, suppressions, cap=settings.texts_per_day)
        links = SignedLinks(settings.secret(), settings.address, clock)
        configured = places(settings, client, ledger, grants, clock, links, notes)
        outbox = StoredOutbox(
            database,
            jobs.enqueue,
            configured.systems,
            settings.address,
            lanes=configured.systems,
            prepares=True,
            wants=configured.wants,
            move=jobs.move,
        )
        queues = Queues(Waits(database), outbox, clock)
        aftercare = Aftercare(outbox)
        texts = StoredTexts(
            database,
            jobs.enqueue,
            suppressions,
            cap=settings.texts_per_day,
            unlisting=aftercare,
        )
        replies = StoredReplies(database, scripts)
        prompts = Prompts()
        kept_prompts = StoredPrompts(database, clock, prompts.texts)
        backlog = StoredBacklog(database, scripts, jobs.enqueue, kept_prompts)
        sender = settings.sms_sender
        sayings = Sayings(suppressions, jobs.enqueue, sms_from=sender)
        recontacts = Recontacts(settings.recontacts_per_day)
        token = settings.enrichment_token.get_secret_value()
        asked = (
            *providers(settings.enrich, settings.enrichment_url, token, Wire(client, clock)),
            *(contacts(configured) if settings.enrich == "all" else ()),
        )
        enquiries = StoredEnquiries(database, scripts, jobs.enqueue, [one.name for one in asked])
        workspace = StoredWorkspace(
            database,
            scripts,
            outbox,
            kept_prompts,
            backlog,
            sayings,
            enquiries=enquiries,
            recontacts=recontacts,
        )
        model, breaker = make_model(settings, connections), Breaker()
        readers = make_readers(model, breaker, prompts)
        brief_prompts = BriefPrompts()
        briefs = BriefWriter(
            StoredDossiers(database, scripts, StoredPrompts(database, clock, brief_prompts.texts)),
            clock,
            model=model,
            breaker=breaker,
            prompts=brief_prompts,
        )
        conductor = Conductor(
            inbox=StoredInbox(database, recontacts),
            workspace=workspace,
            replies=replies,
            catalogue=scripts,
            readers=readers,
            clock=clock,
        )
        account = twilio_account(settings, client)
        replays = Replays(database, scripts, Processes())
        suggestions = Suggestions(database, scripts)
        routing_past = RoutingPast(database)
        studies = Studies(database, jobs.enqueue)
        behaviour = StoredBehaviour(database, scripts, clock)
        teams = Teams(database, parse_teams, clock, jobs.enqueue)
        absences = Absences(database, teams, jobs)
        assignments = StoredAssignments(database, teams, jobs.enqueue)
        acceptance = Acceptance(database, teams, jobs.enqueue, jobs.cancel, aftercare)
        hearsay = StoredNews(database, teams, acceptance)
        server = settings.mail_server()
        letters, users = Letters(server) if server is not None else None, Users(database, clock)
        mail_reminders = MailReminders(assignments, letters, links, jobs, clock)
        router = Router(
            assignments,
            owners=[OwnRecord(database), *owners(configured)],
            announcing=StoredAnnouncing(database, outbox, clock),
            reminding=[TextReminders(texts, links, sender), mail_reminders],
            clock=clock,
        )
        erasures = StoredErasures(database, suppressions, jobs.enqueue, clock)
        patient = {one: reader.with_limit(REREADING_LIMIT) for one, reader in readers.items()}
        try:
            yield Services(
                database=database,
                scripts=scripts,
                outbox=outbox,
                replies=replies,
                leads=Leads(database),
                users=users,
                audit=Audit(database, clock),
                jobs=jobs,
                places=configured,
                dispatcher=Dispatcher(
                    outbox, configured.places, clock, connections=configured.connections
                ),
                preparing=Preparing(StoredPreparations(database, outbox), router, briefs, clock),
                follower=Follower(tellers(configured, settings), hearsay, jobs, clock),
                stories=Stories(database),
                job_book=JobBook(jobs, JobLeads(database), settings.address, queues),
                queues=queues,
                alarms=Alarms(Standstills(database), users, letters, settings.address, clock),
                conductor=conductor,
                rereader=Rereader(backlog, workspace, patient, clock, conductor.tell_phase),
                introducing=Introducing(workspace, clock),
                people=People(database, scripts, clock),
                exports=Exports(database, suppressions, clock),
                erasures=erasures,
                erasing=Erasing(erasures, account, clock, Lists(configured.connections)),
                retention=Retention(
                    database, suppressions, jobs.enqueue, clock, settings.retention
                ),
                behaviour=behaviour,
                visits=StoredVisits(database, scripts, behaviour, clock),
                outcomes=Outcomes(database, aftercare),
                replays=replays,
                reports=Reports(database, scripts),
                suggestions=suggestions,
                studies=studies,
                study_desk=StudyDesk(studies, replays, suggestions, routing_past, clock),
                workshop=Workshop(
                    scripts=scripts,
                    drafts=Drafts(database),
                    versions=ScriptVersions(database),
                    studies=studies,
                    readers=make_readers(model, Breaker(), prompts),  # its own: no visitor pays
                    clock=clock,
                ),
                teams=teams,
                assignments=assignments,
                acceptance=acceptance,
                absences=absences,
                leaving=Leaving(absences, acceptance, clock),
                routing_past=routing_past,
                routing_reports=RoutingReports(database),
                router=router,
                mail_reminders=mail_reminders,
                accept_links=links,
                planned=Planned(database, scripts),
                enricher=Enricher(enquiries, workspace, asked, clock),
                suppressions=suppressions,
                texts=texts,
                text_sender=TextSender(texts, account, clock),
                transcripts=Transcripts(server, Leads(database), replies, clock),
                demo=DemoDesk(DemoLeads(database), settings.database_url, settings.address, clock),
            )
        finally:
            await conductor.aclose()
            await jobs.stop()
            await database.close()
