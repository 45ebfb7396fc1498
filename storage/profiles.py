"""What are others asked about leads, and what did they answer? A row for each question, with a job
that asks it.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeAlias
from uuid import uuid4

from sqlalchemy import Connection, Row, Update, bindparam, select, update

from agent.dialogue import Dialogue
from agent.enrichment import KIND, Ended, Enquiry, Fields, subject_of
from agent.ports import Claim, Job, Turn
from qualification.findings import PROFILE_FIELDS
from qualification.handover import contact_of
from qualification.profile.domains import mail_kind
from storage.database import Database
from storage.documents import dialogue_from, object_from
from storage.profile_tables import EnquiryRow
from storage.scripts import Scripts
from storage.suppressions import inserting
from storage.tables import ConversationRow

STANDS = timedelta(days=90)
"""What was answered about an e-mail so long ago counts still: the service is not asked again."""

Enqueue = Callable[[Connection, Job], None]
"""Writes a job in the transaction of the row that it is about."""

_COLUMNS = (
    EnquiryRow.conversation,
    EnquiryRow.provider,
    EnquiryRow.email,
    EnquiryRow.tries,
    EnquiryRow.fields,
    EnquiryRow.answered_at,
)
_Row: TypeAlias = Row[str, str, str, int, str | None, datetime | None]
_TO_DO = EnquiryRow.state.in_(("waiting", "answered"))
_TAKE = (
    update(EnquiryRow)
    .where(EnquiryRow.id == bindparam("enquiry"), _TO_DO)
    .values(tries=EnquiryRow.tries + 1)
    .returning(*_COLUMNS)
)
_AGAIN = select(*_COLUMNS).where(EnquiryRow.id == bindparam("enquiry"))
_STANDING = select(ConversationRow.script_version, ConversationRow.dialogue).where(
    ConversationRow.id == bindparam("of")
)
_ANSWERED_BEFORE = (
    select(EnquiryRow.fields, EnquiryRow.answered_at)
    .where(
        EnquiryRow.email == bindparam("to"),
        EnquiryRow.provider == bindparam("by"),
        EnquiryRow.fields.is_not(None),
        EnquiryRow.answered_at > bindparam("since"),
    )
    .order_by(EnquiryRow.answered_at.desc())
    .limit(1)
)
_KEEP = (
    update(EnquiryRow)
    .where(EnquiryRow.id == bindparam("enquiry"), _TO_DO)
    .values(
        state="answered",
        fields=bindparam("new_fields"),
        answered_at=bindparam("moment"),
        last_error=None,
    )
)
_PUT_OFF = (
    update(EnquiryRow)
    .where(EnquiryRow.id == bindparam("enquiry"), _TO_DO)
    .values(last_error=bindparam("why"))
)
_END = (
    update(EnquiryRow)
    .where(EnquiryRow.id == bindparam("enquiry"), _TO_DO)
    .values(state=bindparam("new_state"), last_error=bindparam("why"), ended_at=bindparam("moment"))
)


class StoredEnquiries:
    """agent.enrichment.Enquiries over the database, and what a turn's transaction adds to it."""

    def __init__(
        self,
        database: Database,
        scripts: Scripts,
        enqueue: Enqueue,
        providers: Sequence[str] = (),
    ) -> None:
        """`providers`: the services that are configured; each is asked about each lead."""
        self._database = database
        self._scripts = scripts
        self._enqueue = enqueue
        self._providers = tuple(providers)

    def write(self, connection: Connection, claim: Claim, turn: Turn) -> None:
        """In the turn's transaction: the e-mail is known now, so the services are asked."""
        email = self._new_email(claim, turn)
        if email is None:
            return
        for provider in self._providers:
            row = {
                "id": uuid4().hex,
                "conversation": claim.conversation,
                "provider": provider,
                "email": email,
                "state": "waiting",
                "tries": 0,
                "asked_at": turn.at,
            }
            new = inserting(connection, EnquiryRow).values(**row).on_conflict_do_nothing()
            added = connection.execute(new.returning(EnquiryRow.id)).scalar()
            if added is not None:
                self._enqueue(connection, Job(KIND, added))

    async def take(self, enquiry: str, now: datetime) -> Enquiry | None:
        """Begin a try; None when nothing is to be done (any more)."""
        found = await self._database.write(lambda connection: _take(connection, enquiry, now))
        if found is None:
            return None
        row, version, dialogue = found
        script = (await self._scripts.get(version)).script
        known = contact_of(dialogue.sheet).get("email")
        if dialogue.phase == "stopped" or not script.profile or known != row.email:
            await self._end(enquiry, "left_alone", "", now)
            return None
        return Enquiry(
            enquiry,
            row.conversation,
            row.provider,
            subject_of(script, dialogue.sheet, row.email),
            row.tries,
            None if row.fields is None else _fields(row.fields),
            row.answered_at,
        )

    async def keep(self, enquiry: Enquiry, fields: Fields, now: datetime) -> Enquiry:
        """Keep what was answered: the service is not asked again."""
        written = json.dumps(dict(fields), ensure_ascii=False)
        await self._write(_KEEP, enquiry=enquiry.id, new_fields=written, moment=now)
        return replace(enquiry, fields=fields, answered_at=now)

    async def put_off(self, enquiry: Enquiry, why: str) -> None:
        """Keep why this try came to nothing."""
        await self._write(_PUT_OFF, enquiry=enquiry.id, why=why)

    async def end(self, enquiry: Enquiry, how: Ended, why: str, now: datetime) -> None:
        """It is done, or nothing will come of it."""
        await self._end(enquiry.id, how, why, now)

    async def _end(self, enquiry: str, how: str, why: str, now: datetime) -> None:
        await self._write(_END, enquiry=enquiry, new_state=how, why=why or None, moment=now)

    async def _write(self, change: Update, **values: object) -> None:
        await self._database.write(lambda connection: connection.execute(change, values))

    def _new_email(self, claim: Claim, turn: Turn) -> str | None:
        """The e-mail that this turn brought, or that was known when it all began."""
        if not self._providers or turn.dialogue.phase == "stopped" or not claim.script.profile:
            return None
        email = contact_of(turn.dialogue.sheet).get("email")
        brought = any(one.key == "email" for one in turn.answers)
        if email is None or not (brought or claim.dialogue.turns == 0):
            return None
        return None if mail_kind(email.rpartition("@")[2]) == "disposable" else email


def _take(connection: Connection, enquiry: str, now: datetime) -> tuple[_Row, str, Dialogue] | None:
    row = connection.execute(_TAKE, {"enquiry": enquiry}).first()
    if row is None:
        return None
    version, text = connection.execute(_STANDING, {"of": row.conversation}).one()
    if row.fields is None:
        asked = {"to": row.email, "by": row.provider, "since": now - STANDS}
        before = connection.execute(_ANSWERED_BEFORE, asked).first()
        if before is not None:
            answer = {"new_fields": before.fields, "moment": before.answered_at}
            connection.execute(_KEEP, {"enquiry": enquiry, **answer})
            row = connection.execute(_AGAIN, {"enquiry": enquiry}).one()
    return row, version, dialogue_from(text)


def _fields(text: str) -> Fields:
    written = object_from(text)
    return {field: str(written[field]) for field in PROFILE_FIELDS if field in written}
