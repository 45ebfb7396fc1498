"""What follows from a lead that sales does not get, from a no, and from what sales made of one?

Lists and counters are told: in the transaction of the turn, or of the outcome. Each of these has a
record of its own, which sales never sees, and is delivered like everything else.
"""

import json
from collections.abc import Collection
from datetime import datetime
from decimal import Decimal
from uuid import UUID, uuid5

from sqlalchemy import Connection, bindparam, or_, select, update

from agent.messages import TEXTED
from agent.nurture import agreed
from agent.ports import Claim, Turn
from qualification.handover import contact_of
from qualification.script import CONSENT
from qualification.values import Json, YesNo, plain_number
from storage.delivery_tables import DeliveryStepRow, DeliveryTurnRow
from storage.documents import object_from
from storage.outbox import APART, HOLD, NEWEST, StoredOutbox
from storage.outcome_tables import OutcomeRow
from storage.parcels import UNDER_WAY
from storage.tables import ConversationRow, DeliveryRow, HandoverRow

NURTURED = UUID("5b1e2f0c-6f0e-4a35-9a53-1a8a5d3e7c10")
CONCLUDED = UUID("0d9c3a51-7a52-4c6a-8a39-52a1f6d0c2be")
HUNDREDTHS = Decimal(100)
LISTED = ("nurture", "withdrawn")
"""What lists get: of these the newest alone counts."""

_CALL_OFF = (
    update(DeliveryRow)
    .where(
        DeliveryRow.handover == bindparam("of"),
        UNDER_WAY,
        DeliveryRow.revision.in_(
            select(HandoverRow.revision).where(
                HandoverRow.id == bindparam("of"),
                HandoverRow.why.in_(bindparam("whys", expanding=True)),
            )
        ),
    )
    .values(state="superseded", next_at=None)
)
"""What waits to be sent of it is not sent any more."""
_PAYLOAD = (
    select(HandoverRow.payload)
    .where(HandoverRow.id == bindparam("of"), HandoverRow.why.not_in(APART - {"nurture"}))
    .order_by(HandoverRow.revision.desc())
    .limit(1)
)
_ON_A_LIST = (
    select(DeliveryStepRow.handover)
    .where(
        DeliveryStepRow.handover == bindparam("of"),
        DeliveryStepRow.system.in_(bindparam("systems", expanding=True)),
        or_(DeliveryStepRow.remote.is_not(None), DeliveryStepRow.unsure),
    )
    .limit(1)
)
_ON_ITS_WAY = (
    select(DeliveryTurnRow.handover)
    .where(
        DeliveryTurnRow.handover == bindparam("of"),
        DeliveryTurnRow.system.in_(bindparam("systems", expanding=True)),
        DeliveryTurnRow.held_until > bindparam("moment"),
    )
    .limit(1)
)
_THEIRS = select(ConversationRow.id).where(
    or_(
        ConversationRow.contact_email.in_(bindparam("emails", expanding=True)),
        ConversationRow.contact_phone.in_(bindparam("numbers", expanding=True)),
        ConversationRow.channel.in_(TEXTED)
        & ConversationRow.address.in_(bindparam("numbers", expanding=True)),
    )
)
_EMAILS = (
    select(ConversationRow.contact_email)
    .where(
        ConversationRow.channel.in_(TEXTED),
        ConversationRow.address == bindparam("number"),
        ConversationRow.contact_email.is_not(None),
    )
    .distinct()
)
_LEAD = select(ConversationRow.handover).where(ConversationRow.id == bindparam("of"))
_SAID = (
    select(
        OutcomeRow.outcome,
        OutcomeRow.at,
        OutcomeRow.hundredths,
        OutcomeRow.currency,
        OutcomeRow.reason,
    )
    .join(ConversationRow, ConversationRow.id == OutcomeRow.conversation)
    .where(ConversationRow.handover == bindparam("of"))
    .order_by(OutcomeRow.position)
)


class Aftercare:
    """Writes what lists and counters are to be told."""

    def __init__(self, outbox: StoredOutbox) -> None:
        self._outbox = outbox

    def follow(self, connection: Connection, claim: Claim, turn: Turn) -> None:
        """What a turn means for them: the lead is left to nurture, or taken back."""
        if self._outbox.systems_for("nurture"):
            self._nurture(connection, claim.conversation, turn)
        if self._outbox.systems_for("withdrawn") and _said_no(claim, turn):
            for conversation in _whose(connection, claim, turn):
                told = conversation == claim.conversation and turn.nurture is not None
                if not told:  # otherwise what was written above says it
                    self._withdraw(connection, conversation, turn.at)

    def opted_out(self, connection: Connection, number: str, now: datetime) -> None:
        """A carrier says that a number of theirs does not want to hear of us any more: whoever
        writes from it is taken off the lists, with all that has their number or their e-mail.
        """
        if not self._outbox.systems_for("withdrawn"):
            return
        emails = connection.execute(_EMAILS, {"number": number}).scalars().all()
        asked = {"emails": emails, "numbers": [number]}
        for conversation in connection.execute(_THEIRS, asked).scalars().all():
            self._withdraw(connection, conversation, now)

    def told(self, connection: Connection, conversation: str, now: datetime) -> None:
        """Sales said something of a lead: all that it said so far is told."""
        if not self._outbox.systems_for("outcome"):
            return
        lead = connection.execute(_LEAD, {"of": conversation}).scalar()
        body = None if lead is None else _newest_body(connection, lead)
        if lead is None or body is None:
            return
        said = connection.execute(_SAID, {"of": lead}).all()
        rows: list[Json] = [
            {
                "outcome": one.outcome,
                "at": one.at.isoformat(),
                "amount": None
                if one.hundredths is None
                else plain_number(Decimal(one.hundredths) / HUNDREDTHS),
                "currency": one.currency,
                "reason": one.reason,
            }
            for one in said
        ]
        identity = uuid5(CONCLUDED, lead).hex
        self._write(connection, identity, conversation, "outcome", {**body, "sales": rows}, now)

    def _nurture(self, connection: Connection, conversation: str, turn: Turn) -> None:
        if turn.nurture is None and not turn.nurture_off:
            return
        identity, at, lead = nurtured(conversation), turn.at, turn.nurture
        if lead is None:  # that they are taken off a list stands, whatever they say next
            connection.execute(_CALL_OFF, {"of": identity, "whys": ["nurture"]})
            return
        connection.execute(HOLD, {"handover": identity}).all()
        connection.execute(_CALL_OFF, {"of": identity, "whys": LISTED})
        revision = _next_revision(connection, identity)
        payload = self._outbox.payload(identity, revision, conversation, lead, at)
        self._outbox.write_revision(
            connection, identity, revision, conversation, lead.why, payload, at
        )
        due = turn.nurture_at or at
        self._outbox.send_revision(connection, identity, revision, lead.why, at, due, {})

    def _withdraw(self, connection: Connection, conversation: str, at: datetime) -> None:
        """What waits is called off; who was put on a list, or is being so, is taken off it."""
        identity = nurtured(conversation)
        connection.execute(HOLD, {"handover": identity}).all()
        connection.execute(_CALL_OFF, {"of": identity, "whys": LISTED})
        systems = self._outbox.systems_for("withdrawn")
        asked = {"of": identity, "systems": systems, "moment": at}
        there = connection.execute(_ON_A_LIST, asked).first()
        body = _newest_body(connection, identity)
        if body is None or not (there or connection.execute(_ON_ITS_WAY, asked).first()):
            return
        self._write(connection, identity, conversation, "withdrawn", body, at)

    def _write(
        self,
        connection: Connection,
        identity: str,
        conversation: str,
        why: str,
        body: dict[str, Json],
        at: datetime,
    ) -> None:
        """The next revision of a record that was made of another one."""
        revision = _next_revision(connection, identity)
        payload = json.dumps(
            {
                **body,
                "id": identity,
                "revision": revision,
                "created_at": at.isoformat(),
                "why": why,
            },
            ensure_ascii=False,
        )
        self._outbox.write_revision(connection, identity, revision, conversation, why, payload, at)
        self._outbox.send_revision(connection, identity, revision, why, at, at, {})


def nurtured(conversation: str) -> str:
    """What a lead is known by to nurture systems; the same each time that it is left to them."""
    return uuid5(NURTURED, conversation).hex


def _said_no(claim: Claim, turn: Turn) -> bool:
    """Whether they do not want to hear of us any more, since this turn."""
    before, after = claim.dialogue, turn.dialogue
    if after.phase == "stopped" != before.phase:
        return True
    said = after.sheet.answers.get(CONSENT)
    new = said is not None and said is not before.sheet.answers.get(CONSENT)
    no = said is not None and isinstance(said.value, YesNo) and not said.value.yes
    return (new and no) or (agreed(before.sheet) and not agreed(after.sheet))


def _whose(connection: Connection, claim: Claim, turn: Turn) -> Collection[str]:
    """This conversation, and those of the same address: lists know people by their e-mail. A number
    tells only where its carrier vouches for it.
    """
    email = contact_of(turn.dialogue.sheet).get("email")
    asked = {
        "emails": [email] if email else [],
        "numbers": [claim.address] if claim.channel in TEXTED else [],
    }
    found = connection.execute(_THEIRS, asked).scalars() if any(asked.values()) else ()
    return dict.fromkeys((claim.conversation, *found))


def _newest_body(connection: Connection, identity: str) -> dict[str, Json] | None:
    payload = connection.execute(_PAYLOAD, {"of": identity}).scalar()
    return None if payload is None else dict(object_from(payload))


def _next_revision(connection: Connection, identity: str) -> int:
    newest: int | None = connection.execute(NEWEST, {"handover": identity}).scalar()
    return 1 if newest is None else newest + 1
