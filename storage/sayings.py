"""What does a turn mean for telephones? What is said becomes texts with their jobs, a stop a
suppression, all in the turn's own transaction.
"""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, bindparam, insert, select, update

from agent.carrier_words import carrier_says
from agent.messages import TEXTED, Message
from agent.permission import How
from agent.ports import Claim, Job, Turn
from agent.text_errors import PUT_OFF
from agent.texting import UNASKED, Purpose
from qualification.handover import contact_of
from qualification.reaching import ApprovedTemplate, TemplateId
from qualification.script import Script
from qualification.segments import part, plainer
from qualification.signals import Signal
from qualification.values import Language
from storage.consents import consents, give, withdraw
from storage.reach_tables import TextRow, ThreadRow
from storage.suppressions import Suppressions

KIND = "text"
"""The kind of job that sends a text; its row is the text's id."""

Enqueue = Callable[[Connection, Job], None]
"""Writes a job in the transaction of the row that it is about."""

_ADD = insert(TextRow)
_OURS = select(ThreadRow.ours).where(ThreadRow.conversation == bindparam("of"))
_WAITS = (TextRow.conversation == bindparam("of")) & (TextRow.state == "waiting")
_DROP_UNASKED = (
    update(TextRow)
    .where(_WAITS, TextRow.purpose.in_(UNASKED))
    .values(
        state="canceled",
        last_error=bindparam("because"),
        next_at=None,
        updated_at=bindparam("moment"),
    )
)
_HURRY = (
    update(TextRow)
    .where(
        _WAITS,
        TextRow.purpose == "reply",
        TextRow.code.is_(None) | TextRow.code.in_(PUT_OFF),
        TextRow.next_at > bindparam("moment"),
    )
    .values(next_at=None, updated_at=bindparam("moment"))
    .returning(TextRow.id)
)


class Sayings:
    """Writes what a turn changes for those who are reached by telephone."""

    def __init__(
        self,
        suppressions: Suppressions,
        enqueue: Enqueue,
        *,
        sms_from: str = "",
    ) -> None:
        """`sms_from`: a messaging service (MG…) or number that all SMS go out from; empty: the
        number that they wrote to.
        """
        self._suppressions = suppressions
        self._enqueue = enqueue
        self._sms_from = sms_from

    def write(
        self, connection: Connection, claim: Claim, turn: Turn, said: Sequence[Message]
    ) -> None:
        """In the turn's transaction, after its messages."""
        stops = turn.dialogue.phase == "stopped" != claim.dialogue.phase
        if stops:
            self._stop(connection, claim, turn)
        elif turn.reading is not None and Signal.OPT_IN in turn.reading.signals:
            self._start(connection, claim, turn)
        if claim.channel not in TEXTED:
            return
        _note_consent(connection, claim, turn)
        if turn.reading is not None:
            self._they_wrote(connection, claim, turn.at)
        elif _for_people(claim, turn):
            of = {"of": claim.conversation, "moment": turn.at}
            connection.execute(_DROP_UNASKED, {**of, "because": "person"})
        if said:
            self._send(connection, claim, turn, said, "confirmation" if stops else None)

    def _stop(self, connection: Connection, claim: Claim, turn: Turn) -> None:
        last = claim.unread[-1].text if claim.unread else ""
        answered = carrier_says(claim.channel, last) == "stop"
        how: How = "carrier" if answered else "words"
        addresses = _addresses(claim, turn)
        self._suppressions.stop(connection, addresses, claim.channel, how, turn.at)
        for address in addresses:
            if consents(connection, address, claim.channel):
                withdraw(connection, address, claim.channel, turn.at, last or None)

    def _start(self, connection: Connection, claim: Claim, turn: Turn) -> None:
        addresses = _addresses(claim, turn)
        self._suppressions.start(connection, addresses, claim.channel, "words", turn.at)

    def _they_wrote(self, connection: Connection, claim: Claim, at: datetime) -> None:
        """A word about their silence is out of place; what was put off goes before the answer."""
        of = {"of": claim.conversation, "moment": at}
        connection.execute(_DROP_UNASKED, {**of, "because": "they_wrote"})
        for text in connection.execute(_HURRY, of).scalars().all():
            self._enqueue(connection, Job(KIND, text, key=f"{text}/{claim.inbound_seq}"))

    def _send(
        self,
        connection: Connection,
        claim: Claim,
        turn: Turn,
        said: Sequence[Message],
        purpose: Purpose | None,
    ) -> None:
        unasked = _unasked(claim, turn)
        of = {
            "conversation": claim.conversation,
            "channel": claim.channel,
            "to_address": claim.address,
            "sender": self._sender(connection, claim),
            "purpose": purpose or _PURPOSES.get(unasked, "reply"),
            "created_at": turn.at,
            "updated_at": turn.at,
        }
        for message in said:
            text = plainer(message.text) if claim.channel == "sms" else message.text
            for place, body in enumerate(part(text)):
                identity = f"{message.id}.{place}"
                instead = unasked if not place else None
                template = _template(claim, turn.dialogue.language, body, instead)
                row = {"id": identity, "position": place, "message": message.id, "body": body}
                connection.execute(_ADD, {**of, **row, "template": template})
                self._enqueue(connection, Job(KIND, identity))

    def _sender(self, connection: Connection, claim: Claim) -> str:
        """On WhatsApp they may be answered by the number that they wrote to only."""
        if claim.channel == "sms" and self._sms_from:
            return self._sms_from
        ours = connection.execute(_OURS, {"of": claim.conversation}).scalar()
        return ours or claim.source or ""


def _addresses(claim: Claim, turn: Turn) -> tuple[str, ...]:
    """Every number and e-mail address known to be theirs."""
    contact = contact_of(turn.dialogue.sheet)
    numbers = [one for one in (claim.address, contact.get("phone")) if one and one[0] == "+"]
    return tuple(dict.fromkeys([*numbers, *filter(None, [contact.get("email")])]))


def _note_consent(connection: Connection, claim: Claim, turn: Turn) -> None:
    """Whoever writes to us first agrees to be answered; whoever stopped us, when they ask for us
    again.
    """
    if not claim.unread or turn.dialogue.phase == "stopped":
        return
    back = claim.dialogue.phase == "stopped"
    if back or (
        not claim.dialogue.turns and not consents(connection, claim.address, claim.channel)
    ):
        method: Literal["words", "wrote_first"] = "words" if back else "wrote_first"
        words = claim.unread[0].text
        give(connection, claim.address, claim.channel, method, turn.at, words, claim.source)


def _unasked(claim: Claim, turn: Turn) -> TemplateId | None:
    """Why we write although nobody has written, if so."""
    if turn.recontact is not None and turn.recontact != "handover":
        return turn.recontact
    return "nudge" if turn.dialogue.nudges > claim.dialogue.nudges else None


_PURPOSES: dict[TemplateId | None, Purpose] = {
    "nudge": "nudge",
    "requalify": "recontact",
    "take_up_again": "recontact",
}


def _for_people(claim: Claim, turn: Turn) -> bool:
    """Whether a person has taken the conversation over, or said that they are left alone."""
    before, after = claim.dialogue, turn.dialogue
    taken = after.phase == "held" != before.phase
    return taken or (after.left_alone is not None and before.left_alone is None)


def _template(
    claim: Claim, language: Language, body: str, unasked: TemplateId | None
) -> str | None:
    """What may be sent instead, when WhatsApp takes no free text any more: the script's own for
    what is said unasked; else the nudge, if it says what would have been said.
    """
    if claim.channel != "whatsapp":
        return None
    own = claim.script.templates.get(unasked, {}).get(language) if unasked else None
    if own is not None:
        return _filled(own, claim.script, body)
    approved = claim.script.templates.get("nudge", {}).get(language)
    quotes = approved is not None and approved.quotes
    return _filled(approved, claim.script, body) if approved and quotes else None


def _filled(approved: ApprovedTemplate, script: Script, text: str) -> str:
    """Variables may hold no line breaks (Meta)."""
    gaps = {"{name}": script.persona.name, "{company}": script.persona.company, "{text}": text}
    variables = {}
    for key, value in approved.variables.items():
        for gap, filling in gaps.items():
            value = value.replace(gap, filling)
        variables[key] = " ".join(value.split())
    return json.dumps({"content_sid": approved.content_sid, "variables": variables})
