"""How does the record become what a page shows? PURE: stored leads in, the pages' rows out."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import cast

from agent.dialogue import verdict_on
from console.contexts import (
    BesideRow,
    CriterionRow,
    DeliveryRow,
    HandoverRow,
    LeadPage,
    Signed,
    TranscriptLine,
    UnfinishedRow,
)
from console.fates import fate_of
from console.marking import Quote, mark
from console.profile_rows import account_in_words, profile_rows
from console.wording import (
    WHY,
    found_in_words,
    line_in_words,
    named,
    reason_in_words,
    rule_in_words,
    value_in_words,
)
from qualification.answers import AnswerSheet
from qualification.handover import CriterionLine, Handover, Why, make_handover
from qualification.scoring import score
from qualification.script import Script
from qualification.values import Json, to_json
from storage.leads import Lead, LeadLine, SentText, StoredHandover

UNNAMED = "Unnamed lead"


def handover_row(stored: StoredHandover) -> HandoverRow:
    """A hand-over in the list."""
    document = stored.document
    contact = document["contact"] if isinstance(document["contact"], dict) else {}
    return HandoverRow(
        conversation=stored.conversation,
        who=_who(contact),
        reach=_first(contact, "phone", "email"),
        why=WHY[cast(Why, stored.why)],
        outcome=str(document["outcome"]),
        tier=str(document["tier"]),
        score=int(cast(int, document["score"])),
        script=str(document["script"]),
        channel=str(document["channel"]),
        at=stored.created_at,
        deliveries=tuple((one.system, one.state) for one in stored.deliveries),
    )


def unfinished_row(line: LeadLine) -> UnfinishedRow:
    """A conversation in the list."""
    return UnfinishedRow(
        conversation=line.conversation,
        who=line.name or line.email or line.phone or UNNAMED,
        phase=line.phase,
        outcome=line.outcome,
        tier=line.tier or "—",
        score=line.score,
        script=line.script,
        channel=line.channel,
        messages=line.messages,
        at=line.created_at,
    )


def standing_handover(lead: Lead, script: Script, now: datetime) -> Handover:
    """What sales would receive if the lead were handed over now: the document, always fresh."""
    dialogue = lead.dialogue
    why = cast(Why, lead.handovers[0].why) if lead.handovers else "update"
    heard = reversed(lead.messages)
    verdict = verdict_on(script, dialogue)
    return make_handover(
        script,
        dialogue.sheet,
        verdict,
        score(
            script,
            dialogue.sheet,
            now,
            lead.behaviour,
            before=lead.line.tier,
            last_message=next((one.at for one in heard if one.author == "prospect"), None),
            verdict=verdict,
        ),
        why=why,
        language=dialogue.language,
        channel=lead.line.channel,
        source=lead.line.source,
        open_questions=dialogue.open_questions,
        later=dialogue.later,
        stopped=dialogue.phase == "stopped",
        chosen_by=dialogue.chosen_by,
    )


def lead_page(signed: Signed, lead: Lead, script: Script, now: datetime) -> LeadPage:
    """One lead with everything that sales may ask about it."""
    shown = standing_handover(lead, script, now)
    contact = {str(kind): value for kind, value in shown.contact.items()}
    seqs = {message.id: message.seq for message in lead.messages}
    return LeadPage(
        signed=signed,
        conversation=lead.line.conversation,
        who=_who(contact),
        contact={named(kind): value for kind, value in contact.items()},
        profile=profile_rows(shown.profile),
        account=account_in_words(shown.account),
        script=script.title,
        channel=lead.line.channel,
        source=lead.line.source,
        language=shown.language,
        at=lead.line.created_at,
        phase=lead.dialogue.phase,
        answered_by=lead.dialogue.answered_by,
        why=WHY[shown.why] if lead.handovers else None,
        outcome=shown.outcome,
        reasons=tuple(map(reason_in_words, shown.reasons)),
        tier=shown.tier,
        score=shown.score,
        score_lines=tuple((line_in_words(one.rule), one.points) for one in shown.score_lines),
        criteria=tuple(_criterion(line, seqs, lead.dialogue.sheet) for line in shown.criteria),
        open_questions=shown.open_questions,
        next_step=shown.next_step if lead.handovers else None,
        transcript=_transcript(lead, shown.criteria),
        deliveries=tuple(_deliveries(lead.handovers)),
        beside=tuple(
            BesideRow(one.id, one.channel, one.script, one.last, found_in_words(one))
            for one in lead.beside
        ),
    )


def _criterion(line: CriterionLine, seqs: Mapping[str, int], sheet: AnswerSheet) -> CriterionRow:
    answer = sheet.answers.get(line.key)
    read_again = answer is not None and answer.source == "reread"
    replaced = [to_json(one.value) for one in sheet.replaced if one.key == line.key]
    return CriterionRow(
        key=line.key,
        name=named(line.key),
        state=line.state,
        value=value_in_words(line.value),
        quote=line.quote,
        message=seqs.get(line.message or ""),
        rule=rule_in_words(line.rule),
        read_again=read_again,
        before=value_in_words(replaced[-1]) if read_again and replaced else None,
    )


def _transcript(lead: Lead, criteria: Sequence[CriterionLine]) -> tuple[TranscriptLine, ...]:
    quotes: dict[str, list[Quote]] = {}
    for line in criteria:
        if line.message and line.quote:
            quotes.setdefault(line.message, []).append(Quote(line.key, line.quote))
    parts: dict[str, list[SentText]] = {}
    for text in lead.texts:
        parts.setdefault(text.message, []).append(text)
    return tuple(
        TranscriptLine(
            seq=message.seq,
            author=message.author,
            pieces=mark(message.text, quotes.get(message.id, ())),
            at=message.at,
            heard=message.heard,
            fate=fate_of(parts.get(message.id, ())),
        )
        for message in lead.messages
    )


def _deliveries(handovers: Sequence[StoredHandover]) -> list[DeliveryRow]:
    return [
        DeliveryRow(
            id=one.id,
            system=one.system,
            revision=handover.revision,
            state=one.state,
            attempts=one.attempts,
            next_at=one.next_at if one.state in ("queued", "retrying") else None,
            error=one.last_error,
            delivered_at=one.delivered_at,
        )
        for handover in handovers
        for one in handover.deliveries
    ]


def _who(contact: Mapping[str, Json]) -> str:
    return _first(contact, "name", "company", "email", "phone") or UNNAMED


def _first(contact: Mapping[str, Json], *kinds: str) -> str:
    return next((str(contact[kind]) for kind in kinds if contact.get(kind)), "")
