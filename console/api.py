"""What do programs get? Hand-overs and leads as JSON, for whoever has the API token."""

from dataclasses import asdict
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from pydantic import Field, JsonValue

from agent.dialogue import Phase
from agent.ports import Clock, Replies
from channels.chat.frames import MessageOut
from channels.documents import Document
from channels.incoming import PLAIN
from channels.problems import Problem, documented
from console.bearer import ApiGate
from console.histories import HistoryOut, history
from console.planned_documents import PlanOut
from console.profile_api import AccountOut, ProfileDatumOut, account_out, profile_out
from console.showing import standing_handover
from qualification.handover import CriterionLine, Handover
from qualification.values import Language
from storage.leads import MOST, BadCursor, Lead, LeadLine, Leads, StoredHandover

Limit = Annotated[int, Query(ge=1, le=MOST)]
After = Annotated[
    str | None,
    Query(max_length=100, pattern=PLAIN, description="The `next` of the page before this one."),
]


class CriterionOut(Document):
    """One criterion: how it stands, its value, the prospect's words, and the rule."""

    key: str
    state: str
    """`positive`, `acceptable`, `negative` or `unknown`."""
    value: JsonValue
    quote: str | None
    message: str | None
    """The id of the message that the quote stands in."""
    rule: str
    source: str | None = None
    """`prospect` or `reread`: their words; `prefill`: a form; `inferred`: their profile."""


class DeliveryOut(Document):
    """How a hand-over fares on its way to one system."""

    id: str
    system: str
    state: str
    """`queued`, `retrying`, `delivered` or `failed`."""
    attempts: int
    next_at: datetime | None
    last_error: str | None
    delivered_at: datetime | None


class ReasonOut(Document):
    """A rule of the script and how it stands."""

    rule: str
    """`auto`, `disqualify`, `knock_out`, `all_of`, `at_least`, `tier` or `required`."""
    standing: str
    """`met`, `failed` or `open`."""
    keys: list[str]
    """The criteria or signals behind it."""


class ScoreLineOut(Document):
    """Points, and the rule that gave them."""

    rule: str
    points: int


class StandingOut(Document):
    """The verdict with its reasons and the score with its lines."""

    verdict: str
    """`qualified`, `unqualified` or `undecided`."""
    reasons: list[ReasonOut]
    """The rules that decided, or that are still open."""
    criteria: list[CriterionOut]
    score: int
    fit: int
    engagement: int
    tier: str
    score_lines: list[ScoreLineOut]
    contact: dict[str, str]
    summary: str
    open_questions: list[str]
    """What the prospect asked and got no answer to."""
    unknown: list[str]
    next_step: str
    profile: dict[str, ProfileDatumOut] = Field(default_factory=dict)
    """What is known besides the answers, by field."""
    account: AccountOut | None = None
    """None in hand-overs from before accounts were told apart."""


class HandoverOut(StandingOut):
    """What sales received: one lead, in its newest revision."""

    id: str
    revision: int
    conversation: str
    created_at: datetime
    why: str
    """`qualified`, `wants_human`, `support` or `update`."""
    script: str
    language: Language
    channel: str
    source: str | None
    chosen_by: str | None = None
    """What the script was chosen by: see docs/choosing.md."""
    links: dict[str, str]
    deliveries: list[DeliveryOut]


class HandoverPage(Document):
    """Some hand-overs, newest first; `next` is where the older ones begin."""

    items: list[HandoverOut]
    next: str | None


class LeadLineOut(Document):
    """A conversation in the list."""

    conversation: str
    channel: str
    source: str | None
    script: str
    script_version: str
    language: Language
    phase: Phase
    verdict: str
    tier: str | None
    score: int
    name: str | None
    email: str | None
    phone: str | None
    handover: str | None
    """The id of its hand-over, if there is one."""
    messages: int
    review_since: datetime | None
    """Since when people are to look whether the rules were wrong to turn the lead away."""
    created_at: datetime
    updated_at: datetime


class LeadListPage(Document):
    """Some leads, newest first; `next` is where the older ones begin."""

    items: list[LeadLineOut]
    next: str | None


class LeadOut(LeadLineOut):
    """One lead: where it stands now, and all that was said."""

    chosen_by: str | None
    """What the script was chosen by; null while the reception finds it out."""
    asked: str | None
    """The question pending."""
    signals: list[str]
    standing: StandingOut
    transcript: list[MessageOut]
    handovers: list[HandoverOut]
    """Every revision, newest first."""
    history: HistoryOut
    planned: list[PlanOut]
    """What they are to hear from us, and why; what a person should write comes first."""
    left_alone: str | None
    """Who has decided that nothing is said to them unasked, until they write: a person, or
    `elsewhere`: they have talked to us since, in another conversation."""


def api_router(leads: Leads, replies: Replies, clock: Clock, gate: ApiGate) -> APIRouter:
    """`/api/…`"""
    router = APIRouter(prefix="/api", tags=["sales"], dependencies=[Depends(gate.permits("leads"))])

    @router.get(
        "/handovers",
        summary="What sales received, newest first",
        responses=documented(401, 403, 422, 503),
    )
    async def handovers(limit: Limit = 50, after: After = None) -> HandoverPage:
        try:
            page = await leads.handovers(limit, after)
        except BadCursor:
            raise _bad_cursor() from None
        return HandoverPage(items=list(map(_handover, page.items)), next=page.next)

    @router.get(
        "/leads",
        summary="Every conversation, newest first",
        responses=documented(401, 403, 422, 503),
    )
    async def lead_list(
        limit: Limit = 50,
        after: After = None,
        review: Annotated[
            bool, Query(description="Only those that people are to look at: `review_since`.")
        ] = False,
    ) -> LeadListPage:
        try:
            page = await leads.conversations(limit, after, review=review)
        except BadCursor:
            raise _bad_cursor() from None
        items = [LeadLineOut.model_validate(_line(line)) for line in page.items]
        return LeadListPage(items=items, next=page.next)

    @router.get(
        "/leads/{conversation}",
        summary="One lead: its standing, its words",
        responses=documented(401, 403, 404, 422, 503),
    )
    async def one(conversation: Annotated[str, Path(pattern=PLAIN)]) -> LeadOut:
        lead = await leads.lead(conversation)
        script = (await replies.standing(conversation)).script
        plans = [PlanOut.of(plan, script, lead.dialogue) for plan in lead.plans]
        return _lead(lead, standing_handover(lead, script, clock.now()), plans)

    return router


def _bad_cursor() -> Problem:
    return Problem(422, "bad-cursor", "`after` is not the `next` of an earlier page: leave it out.")


def _handover(stored: StoredHandover) -> HandoverOut:
    """The document as it was sent, and how its deliveries fare."""
    document = dict(stored.document)
    return HandoverOut.model_validate(
        {
            **document,
            "verdict": document["outcome"],
            "deliveries": [
                DeliveryOut.model_validate(one, from_attributes=True) for one in stored.deliveries
            ],
        }
    )


def _line(line: LeadLine) -> dict[str, object]:
    return {
        "verdict": line.outcome,
        **{name: getattr(line, name) for name in LeadLineOut.model_fields if name != "verdict"},
    }


def _lead(lead: Lead, standing: Handover, plans: list[PlanOut]) -> LeadOut:
    return LeadOut.model_validate(
        {
            **_line(lead.line),
            "chosen_by": lead.dialogue.chosen_by,
            "asked": lead.dialogue.asked,
            "signals": sorted(lead.dialogue.signals),
            "standing": _standing(standing),
            "transcript": list(map(MessageOut.of, lead.messages)),
            "handovers": list(map(_handover, lead.handovers)),
            "history": history(lead),
            "planned": plans,
            "left_alone": lead.dialogue.left_alone,
        }
    )


def _standing(standing: Handover) -> StandingOut:
    return StandingOut(
        verdict=standing.outcome,
        reasons=[ReasonOut.model_validate(asdict(one)) for one in standing.reasons],
        criteria=[_criterion(line) for line in standing.criteria],
        score=standing.score,
        fit=standing.fit,
        engagement=standing.engagement,
        tier=standing.tier,
        score_lines=[ScoreLineOut.model_validate(asdict(one)) for one in standing.score_lines],
        contact={str(kind): value for kind, value in standing.contact.items()},
        summary=standing.summary,
        open_questions=list(standing.open_questions),
        unknown=list(standing.unknown),
        next_step=standing.next_step,
        profile=profile_out(standing.profile),
        account=account_out(standing.account),
    )


def _criterion(line: CriterionLine) -> CriterionOut:
    return CriterionOut.model_validate(line, from_attributes=True)
