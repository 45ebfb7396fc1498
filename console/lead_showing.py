"""How does the record of a lead become its page? PURE: what is stored in, what is shown out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from agent.outbox import Brief
from agent.routing import Assignment
from console.fates import fate_of
from console.inbox_desk import person_with
from console.inbox_query import Asked
from console.inbox_showing import CHANNELS, OUTCOMES, STATUSES, TIERS, UNNAMED, Names
from console.lead_pages import (
    Beside,
    ChangeRow,
    Colleague,
    CriterionRow,
    DeliveryRow,
    LeadPart,
    OutcomeRow,
    PlaceRow,
    Rating,
    SameRow,
    ScoreRow,
    TranscriptLine,
    TriedRow,
)
from console.lead_profile import (
    FIELD_NAMES,
    Guest,
    account_in_words,
    profile_rows,
    site_rows,
)
from console.lead_words import (
    CAUSES,
    CHOSEN_BY,
    DELIVERY_STATES,
    PHASES,
    PLACE_CAUSES,
    PLACE_STATES,
    SAID_OUTCOMES,
    STATES,
    WHY,
    answer_in_words,
    criterion_of,
    found_in_words,
    line_in_words,
    passed_in_words,
    plan_in_words,
    reason_in_words,
    rule_in_words,
)
from console.marking import Piece, Quote, mark
from console.mending import what_helps
from console.naming import Naming
from console.offering import acts_for, is_live, offers
from console.showing import standing_handover
from console.translations import N_, NAMES, Words
from console.wording import named
from qualification.answers import AnswerSheet
from qualification.handover import CriterionLine
from qualification.routing.plan import TeamPlan
from qualification.routing.record import Routed
from qualification.script import Script
from qualification.values import to_json
from storage.inbox_filters import Line
from storage.inbox_handling import Note
from storage.leads import Lead, SentText, StoredHandover
from storage.outcomes import LeadOutcome
from storage.users import User

AUTHORS = {"prospect": N_("Prospect"), "agent": N_("Agent"), "person": N_("Team")}


@dataclass(frozen=True, slots=True)
class Viewed:
    """All that the page of a lead is made of."""

    lead: Lead
    script: Script
    line: Line
    notes: tuple[Note, ...]
    together: tuple[Lead, ...]
    places: tuple[tuple[Assignment, Routed], ...]
    outcomes: tuple[LeadOutcome, ...]
    brief: Brief | None
    users: tuple[User, ...]
    names: Names
    changes: bool
    person: str | None
    """Who looks, as teams.yaml names them."""
    email: str
    """Who looks, as they sign in."""
    admin: bool
    plan: TeamPlan | None
    guest: Guest
    rating: tuple[int, str] | None


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody has written to them that nobody has got yet."""

    text: str = ""
    refused: str = ""
    """Why it, or what they wanted to do, was not taken."""


NOTHING_WRITTEN = Written()


def lead_part(
    viewed: Viewed,
    asked: Asked,
    words: Words,
    now: datetime,
    written: Written,
) -> LeadPart:
    """The page."""
    _ = words.text
    lead, line = viewed.lead, viewed.line
    names = Naming.of(viewed.script, words)
    shown = standing_handover(lead, viewed.script, now)
    contact = {str(kind): value for kind, value in shown.contact.items()}
    seqs = {message.id: message.seq for message in lead.messages}
    standing = line.standing(now)
    by = lead.dialogue.answered_by or ""
    place = viewed.places[-1][0] if viewed.places else None
    instead_of = acts_for(place, viewed.person, admin=viewed.admin)
    return LeadPart(
        conversation=line.conversation,
        path=f"/console/leads/{line.conversation}",
        query=asked.query,
        back=asked.path(),
        who=_who(contact, words),
        changes=viewed.changes,
        standing=standing,
        standing_word=_(STATUSES[standing]),
        snoozed_until=line.snoozed_until if standing == "snoozed" else None,
        colleagues=_colleagues(viewed, place),
        phase=lead.dialogue.phase,
        phase_word=_(PHASES[lead.dialogue.phase]),
        answered_by=viewed.names.by_email.get(by.casefold(), by),
        held=lead.dialogue.phase == "held" and bool(by),
        mine=lead.dialogue.phase == "held" and by == viewed.email,
        refused=written.refused,
        unsent=written.text,
        channel=_(CHANNELS.get(line.channel, line.channel)),
        script=viewed.script.title,
        language=NAMES[shown.language],
        source=lead.line.source,
        began=lead.line.created_at,
        chosen_by=_(CHOSEN_BY[lead.dialogue.chosen_by]) if lead.dialogue.chosen_by else "",
        contact={_(FIELD_NAMES.get(kind, named(kind))): one for kind, one in contact.items()},
        account=account_in_words(shown.account, words),
        profile=profile_rows(shown.profile, names),
        why=_(WHY[shown.why]) if lead.handovers else None,
        next_step=shown.next_step if lead.handovers else None,
        brief=_sections(viewed.brief),
        outcome=shown.outcome,
        outcome_word=_(OUTCOMES.get(shown.outcome, shown.outcome)),
        reasons=tuple(reason_in_words(one, names) for one in shown.reasons),
        criteria=tuple(_criterion(one, seqs, lead.dialogue.sheet, names) for one in shown.criteria),
        tier=_(TIERS.get(shown.tier, shown.tier)),
        score=shown.score,
        score_rows=tuple(
            ScoreRow(criterion_of(one.rule), line_in_words(one.rule, names), one.points)
            for one in shown.score_lines
        ),
        scores=tuple(float(one.score) for one in lead.score_changes),
        changes_of_score=_score_changes(lead, names),
        changes_of_verdict=_verdict_changes(lead, names),
        open_questions=shown.open_questions,
        plans=tuple(plan_in_words(one, now, words) for one in lead.plans),
        places=tuple(_place(*one, viewed.names, words) for one in reversed(viewed.places)),
        acceptable=bool(viewed.places) and viewed.places[-1][0].state == "offered",
        acts_for=instead_of or "",
        acts_for_name=viewed.names.people.get(instead_of or "", instead_of or ""),
        offers=offers(place, viewed.plan, instead_of or viewed.person, viewed.outcomes),
        site=site_rows(viewed.guest, names),
        rating=Rating(*viewed.rating) if viewed.rating else None,
        outcomes=tuple(_outcome(one, viewed.names, words) for one in reversed(viewed.outcomes)),
        deliveries=tuple(_deliveries(lead.handovers, words)),
        same=tuple(
            SameRow(
                one.id,
                f"{_(CHANNELS.get(one.channel, one.channel))}, {words.moment(one.last)}",
                f"{one.script}: {found_in_words(one, words)}",
            )
            for one in lead.beside
            if one.id not in {other.line.conversation for other in viewed.together}
        ),
        together=tuple(
            Beside(
                other.line.conversation,
                f"{_(CHANNELS.get(other.line.channel, other.line.channel))}, "
                f"{words.day(other.line.created_at)}",
                _transcript(other, (), viewed, words),
                _(PHASES[other.dialogue.phase]),
                _has_news(other, lead),
            )
            for other in viewed.together
        ),
        merged_into=line.merged_into or "",
        transcript=_transcript(lead, shown.criteria, viewed, words),
        last_seq=line.last_seq,
    )


def _has_news(other: Lead, lead: Lead) -> bool:
    """Whether one must look there, too, before one answers here."""
    last = max((one.at for one in lead.messages), default=None)
    newer = any(last is None or one.at > last for one in other.messages)
    return newer or other.dialogue.phase == "held"


def _colleagues(viewed: Viewed, place: Assignment | None) -> tuple[Colleague, ...]:
    """Who may see to it, with who does: of what a team has got, people of the teams."""
    given = place is not None and is_live(place)
    found = list[Colleague]()
    for one in viewed.users:
        who = person_with(viewed.plan, one.email)
        if not one.active or one.role == "auditor" or (given and who is None):
            continue
        owner = given and who is not None and place is not None and who == place.person
        chosen = owner if given else one.id == viewed.line.assignee
        found.append(Colleague(one.id, one.name or one.email, chosen))
    return tuple(found)


def _who(contact: Mapping[str, object], words: Words) -> str:
    kinds = ("name", "company", "email", "phone")
    found = (str(contact[kind]) for kind in kinds if contact.get(kind))
    return next(found, words.text(UNNAMED))


def _criterion(
    line: CriterionLine, seqs: Mapping[str, int], sheet: AnswerSheet, names: Naming
) -> CriterionRow:
    words = names.words
    answer = sheet.answers.get(line.key)
    read_again = answer is not None and answer.source == "reread"
    replaced = [to_json(one.value) for one in sheet.replaced if one.key == line.key]
    return CriterionRow(
        key=line.key,
        name=names.criterion(line.key),
        state=line.state,
        state_word=words.text(STATES[line.state]),
        value=answer_in_words(line.key, line.value, names),
        quote=line.quote,
        message=seqs.get(line.message or ""),
        rule=rule_in_words(line.rule, words),
        read_again=read_again,
        before=answer_in_words(line.key, replaced[-1], names) if read_again and replaced else None,
    )


def _score_changes(lead: Lead, names: Naming) -> tuple[ChangeRow, ...]:
    words = names.words
    return tuple(
        ChangeRow(
            one.at,
            f"{words.number(one.score)} ({words.text(TIERS.get(one.tier, one.tier))})",
            ", ".join(
                [f"{line_in_words(line.rule, names)} {line.points:+d}" for line in one.added]
                + [f"− {line_in_words(line.rule, names)}" for line in one.removed]
            )
            or words.text(CAUSES[one.cause]),
        )
        for one in reversed(lead.score_changes)
    )


def _verdict_changes(lead: Lead, names: Naming) -> tuple[ChangeRow, ...]:
    words = names.words
    return tuple(
        ChangeRow(
            one.at,
            words.text(OUTCOMES.get(one.outcome, one.outcome)),
            words.text(CAUSES[one.cause])
            if one.cause
            else "; ".join(reason_in_words(reason, names) for reason in one.reasons),
        )
        for one in reversed(lead.verdict_changes)
    )


def _transcript(
    lead: Lead, criteria: Sequence[CriterionLine], viewed: Viewed, words: Words
) -> tuple[TranscriptLine, ...]:
    """The messages, and between them the notes of colleagues; each day is named once."""
    quotes: dict[str, list[Quote]] = {}
    for line in criteria:
        if line.message and line.quote:
            quotes.setdefault(line.message, []).append(Quote(line.key, line.quote))
    parts: dict[str, list[SentText]] = {}
    for text in lead.texts:
        parts.setdefault(text.message, []).append(text)
    said = [
        TranscriptLine(
            seq=message.seq,
            author=message.author,
            name=words.text(AUTHORS[message.author]),
            pieces=mark(message.text, quotes.get(message.id, ())),
            at=message.at,
            heard=message.heard,
            fate=fate_of(parts.get(message.id, ())),
        )
        for message in lead.messages
    ]
    noted = [
        TranscriptLine(
            one.after_seq,
            "note",
            viewed.names.users.get(one.author, ""),
            (Piece(one.text),),
            one.at,
        )
        for one in viewed.notes
        if one.conversation == lead.line.conversation
    ]
    together = sorted([*said, *noted], key=lambda one: (one.seq, one.author == "note", one.at))
    return _dated(together, words)


def _dated(lines: Sequence[TranscriptLine], words: Words) -> tuple[TranscriptLine, ...]:
    found, before = list[TranscriptLine](), ""
    for line in lines:
        day = words.day(line.at)
        found.append(replace(line, day="" if day == before else day))
        before = day
    return tuple(found)


def _deliveries(handovers: Sequence[StoredHandover], words: Words) -> list[DeliveryRow]:
    return [
        DeliveryRow(
            id=one.id,
            system=one.system,
            revision=handover.revision,
            state=one.state,
            state_word=words.text(DELIVERY_STATES.get(one.state, one.state)),
            tries=words.plural("%(num)s try", "%(num)s tries", one.attempts),
            next_at=one.next_at if one.state in ("queued", "retrying") else None,
            error=one.last_error,
            mend=words.text(mend) if (mend := what_helps(one)) else None,
            response=one.response,
            delivered_at=one.delivered_at,
        )
        for handover in handovers
        for one in handover.deliveries
    ]


def _place(place: Assignment, routed: Routed, names: Names, words: Words) -> PlaceRow:
    _ = words.text
    queue = _("Queue %(name)s") % {"name": place.queue}
    return PlaceRow(
        name=names.people.get(place.person, place.person) if place.person else queue,
        state=place.state,
        state_word=_(PLACE_STATES[place.state]),
        cause=_(PLACE_CAUSES[place.cause]),
        why=place.why,
        at=place.at,
        due_at=place.due_at if place.state == "offered" else None,
        late=place.is_late,
        reminded_at=place.reminded_at,
        remind_next_at=place.remind_next_at,
        reason=place.reason or "",
        tried=tuple(
            TriedRow(
                one.rule,
                one.missed or "",
                tuple(
                    passed_in_words(who, names.people.get(who.person, who.person), words)
                    for who in one.passed
                ),
            )
            for one in routed.decision.tried
        ),
    )


def _outcome(outcome: LeadOutcome, names: Names, words: Words) -> OutcomeRow:
    amount = ""
    if outcome.amount is not None and outcome.currency is not None:
        amount = words.money(outcome.amount, outcome.currency)
    by = outcome.person or ""
    return OutcomeRow(
        outcome=outcome.outcome,
        word=words.text(SAID_OUTCOMES[outcome.outcome]),
        by=names.people.get(by) or names.by_email.get(by.casefold()) or by,
        reason=outcome.reason or "",
        amount=amount,
        at=outcome.at,
    )


def _sections(brief: Brief | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The brief's plain lines: headings end with a colon, points begin with a dash."""
    if brief is None:
        return ()
    found: list[tuple[str, list[str]]] = []
    for text in brief.text.splitlines():
        line = text.strip()
        if line.endswith(":"):
            found.append((line.removesuffix(":"), []))
        elif line:
            if not found:
                found.append(("", []))
            found[-1][1].append(line.removeprefix("- "))
    return tuple((heading, tuple(lines)) for heading, lines in found if lines)
