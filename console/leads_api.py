"""How do forms and imports bring in a lead? One identifying datum is enough to begin with.

What a form tells is known and not asked again; a message in it is read and answered like any other,
so that a lead may be qualified when the form is sent. With the token the page goes on as a chat.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from agent.catalogue import Catalogue
from agent.conductor import Answered, Conductor, Known
from agent.dialogue import Phase
from agent.errors import AlreadyOpen
from agent.messages import InboundMessage, Message
from agent.plain.plain_reader import read_plainly
from agent.ports import Clock
from agent.reading import Page
from channels.chat.frames import MessageOut
from channels.chat.sessions import Sessions
from channels.chat.whence import source_of
from channels.documents import Document
from channels.incoming import LONGEST_MESSAGE, PLAIN, Empty, clean
from channels.problems import FieldProblem, Problem, documented, problem_response
from console.bearer import ApiGate
from qualification.answers import Answer, AnswerSheet
from qualification.choosing import Arrival, Chosen, ChosenBy, choose
from qualification.normalise.contact import read_contact
from qualification.script import RECEPTION, Script
from qualification.values import CONTACT_KINDS, Contact, ContactKind, Language

OURS = "leads"
"""The other end of the thread of a form: the same id leads to the same conversation."""

Short = Annotated[str, Field(min_length=1, max_length=200, pattern=PLAIN)]


class ContactIn(BaseModel):
    """Who it is: one of these at least."""

    model_config = ConfigDict(extra="forbid")

    name: Short | None = None
    email: Short | None = None
    phone: Short | None = None
    company: Short | None = None
    job_title: Short | None = None


class LeadIn(BaseModel):
    """A form that was filled in, or a line of an import."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    id: Annotated[str, Field(min_length=1, max_length=128, pattern=PLAIN)] | None = None
    """Your own id of it: sent again, it is the same lead."""
    script: Annotated[str, Field(max_length=60, pattern=PLAIN)] | None = None
    """Left out, it is chosen by the form, the page, or the message."""
    form: Annotated[str, Field(max_length=60, pattern=PLAIN)] | None = None
    """Which form it was: a script names those that are its own under `forms`."""
    page: Annotated[str, Field(max_length=2000, pattern=PLAIN)] | None = None
    language: Language | None = None
    contact: ContactIn
    answers: Annotated[dict[str, Annotated[str, Field(max_length=1000)]], Field(max_length=50)] = {}
    """By the key of a question of the script, as it was written or chosen in the form."""
    message: Annotated[str, Field(max_length=LONGEST_MESSAGE)] | None = None
    """What they wrote: it is read and answered as their first message."""


class NewLeadOut(Document):
    """The lead, and how it stands."""

    conversation: str
    token: str
    """Continues the conversation in the chat."""
    script: str
    """`reception` while it is not known which script is meant."""
    chosen_by: str | None
    """`named`, `form`, `page`, `first_message`, `asked` or `default`; null at the reception."""
    language: Language
    phase: Phase
    verdict: str
    tier: str
    asked: str | None
    """The question pending."""
    choices: list[str]
    """What they may choose from now."""
    unread: list[str]
    """The keys of `answers` that could not be read as an answer: they are asked."""
    messages: list[MessageOut]
    """What we say."""
    repeat: bool
    """This `id` was sent before: nothing has changed."""


@dataclass(frozen=True, slots=True)
class LeadDesk:
    """What new leads are taken in with."""

    conductor: Conductor
    catalogue: Catalogue
    sessions: Sessions
    clock: Clock


def leads_router(desk: LeadDesk, gate: ApiGate) -> APIRouter:
    """`POST /api/leads`"""
    router = APIRouter(prefix="/api", tags=["sales"], dependencies=[Depends(gate.permits("leads"))])

    @router.post(
        "/leads",
        summary="Bring in a lead",
        status_code=201,
        responses=documented(401, 403, 404, 413, 422, 503),
        response_model=NewLeadOut,
    )
    async def bring_in(lead: LeadIn) -> NewLeadOut | Response:
        scripts = [one.script for one in await desk.catalogue.all_current()]
        chosen = _chosen(lead, scripts)
        script = next((one for one in scripts if chosen and one.script == chosen.script), None)
        if lead.answers and script is None:
            detail = "`answers` belong to a script: name it, or a form or page of it."
            raise Problem(422, "unplaced", detail)
        language = lead.language or (script.default_language if script else "es")
        now = desk.clock.now()
        sheet, wrong = _contact(lead.contact, language, script, now)
        if wrong:
            problem = Problem(422, "invalid", "Nothing was taken: correct the contact.")
            return problem_response(problem, wrong)
        sheet, unread = _with_answers(sheet, lead.answers, script, language, now)
        return await _opened(desk, lead, chosen, Known(sheet), unread)

    return router


def _chosen(lead: LeadIn, scripts: list[Script]) -> Chosen | None:
    if lead.script:
        return Chosen(lead.script, "named")
    return choose(scripts, Arrival(form=lead.form or "", page=lead.page or ""))


def _contact(
    contact: ContactIn, language: Language, script: Script | None, now: datetime
) -> tuple[AnswerSheet, list[FieldProblem]]:
    """What identifies them, and what of it is no such thing."""
    sheet, wrong = AnswerSheet(), []
    region = script.contact.region if script else "ES"
    for kind in CONTACT_KINDS:
        written: str | None = getattr(contact, kind)
        if written is None:
            continue
        value = _read(kind, written.strip(), language, region)
        if value is None:
            wrong.append(FieldProblem(field=f"body.contact.{kind}", message=f"is no {kind}"))
        else:
            sheet = sheet.with_answer(Answer(kind, Contact(kind, value), now, None, "prefill"))
    if not sheet.answers and not wrong:
        message = f"give one of {', '.join(CONTACT_KINDS)}"
        wrong.append(FieldProblem(field="body.contact", message=message))
    return sheet, wrong


def _read(kind: ContactKind, written: str, language: Language, region: str) -> str | None:
    """An address or number as it is kept; names and titles as they were written."""
    if kind not in ("email", "phone"):
        return written or None
    found = read_contact(written, language, asked=kind, region=region)
    return next((one.value for one in found if one.kind == kind), None)


def _with_answers(
    sheet: AnswerSheet,
    answers: Mapping[str, str],
    script: Script | None,
    language: Language,
    now: datetime,
) -> tuple[AnswerSheet, list[str]]:
    """The sheet with the fields that are answers, and the keys of those that are none."""
    unread = []
    for key, text in answers.items():
        if script is None or script.criterion(key) is None or not text.strip():
            unread.append(key)
            continue
        message = Message(f"form:{key}", 1, "prospect", text, now)
        page = Page(script, sheet, language, key, (key,), (message,), (), now)
        read = next((one for one in read_plainly(page).answers if one.key == key), None)
        if read is None:
            unread.append(key)
        else:
            sheet = sheet.with_answer(Answer(key, read.value, now, None, "prefill"))
    return sheet, unread


async def _opened(
    desk: LeadDesk, lead: LeadIn, chosen: Chosen | None, known: Known, unread: list[str]
) -> NewLeadOut:
    words = _words(lead.message)
    by: ChosenBy | None = chosen.by if chosen else None
    source = f"form:{lead.form}" if lead.form else source_of(lead.page) or "api"
    said: tuple[Message, ...] = ()
    try:
        opened = await desk.conductor.open(
            "chat",
            f"form:{lead.id or secrets.token_urlsafe(16)}",
            chosen.script if chosen else RECEPTION,
            lead.language,
            source,
            ours=OURS if lead.id else None,
            greet=words is None,
            known=known,
            chosen_by=by,
        )
        conversation, said, repeat = opened.conversation, opened.messages, False
    except AlreadyOpen as already:
        conversation, repeat = already.conversation, True
    if words is None:
        if not repeat:
            await desk.conductor.take_stock(conversation)
        answered = await desk.conductor.standing(conversation, said)
    else:
        receipt = await desk.conductor.receive(
            InboundMessage("chat", f"{conversation}:form", conversation, words, desk.clock.now())
        )
        answered = await desk.conductor.answer(receipt)
    return _out(desk, conversation, answered, unread, repeat=repeat)


def _words(message: str | None) -> str | None:
    """What they wrote, if they wrote anything."""
    try:
        return clean(message) if message else None
    except Empty:
        return None


def _out(
    desk: LeadDesk, conversation: str, answered: Answered, unread: list[str], *, repeat: bool
) -> NewLeadOut:
    dialogue = answered.dialogue
    return NewLeadOut(
        conversation=conversation,
        token=desk.sessions.token(conversation),
        script=answered.script.script,
        chosen_by=dialogue.chosen_by,
        language=dialogue.language,
        phase=dialogue.phase,
        verdict=answered.verdict.outcome,
        tier=answered.score.tier,
        asked=dialogue.asked,
        choices=list(answered.choices),
        unread=unread,
        messages=[MessageOut.of(message) for message in answered.messages],
        repeat=repeat,
    )
