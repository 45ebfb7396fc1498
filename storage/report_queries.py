"""What does a report ask the database? Counts that are read off indexes, and samples of leads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    Date,
    Row,
    Text,
    bindparam,
    cast,
    func,
    literal_column,
    select,
    type_coerce,
)

from storage.outcome_tables import HOLDS, OutcomeRow
from storage.report_scope import EVERYBODY, Scope
from storage.score_tables import VerdictChangeRow
from storage.study_tables import LEADS
from storage.tables import AnswerRow, ConversationRow, MessageRow

SAMPLE = 2_500
TIMED = 1_000
"""Leads of the sample whose pace is looked at."""
TOGETHER = 500
FIRST_WORDS = 10
"""Messages among which the first of theirs and our reply to it are looked for."""

_SINCE = ConversationRow.created_at >= bindparam("since")
_PEOPLE = (
    select(
        ConversationRow.source,
        ConversationRow.channel,
        ConversationRow.language,
        ConversationRow.script_version,
        ConversationRow.outcome,
        func.count().label("leads"),
    )
    .where(_SINCE, LEADS)
    .group_by(
        ConversationRow.source,
        ConversationRow.channel,
        ConversationRow.language,
        ConversationRow.script_version,
        ConversationRow.outcome,
    )
)
_ENDS = (
    select(
        OutcomeRow.source,
        OutcomeRow.person,
        OutcomeRow.outcome,
        OutcomeRow.currency,
        func.count().label("leads"),
        func.sum(OutcomeRow.hundredths).label("hundredths"),
    )
    .where(HOLDS, OutcomeRow.opened_at >= bindparam("since"))
    .group_by(OutcomeRow.source, OutcomeRow.person, OutcomeRow.outcome, OutcomeRow.currency)
)
_DRAWN = (
    select(ConversationRow.id)
    .where(ConversationRow.script_version == bindparam("version"), _SINCE, LEADS)
    .order_by(ConversationRow.id)
    .limit(SAMPLE)
)
_LEADS = select(
    ConversationRow.id,
    ConversationRow.script_version,
    ConversationRow.source,
    ConversationRow.channel,
    ConversationRow.language,
    ConversationRow.dialogue,
    ConversationRow.outcome,
    ConversationRow.score,
    ConversationRow.created_at,
).where(ConversationRow.id.in_(bindparam("leads", expanding=True)))
_WORDS = (
    select(MessageRow.conversation, MessageRow.author, MessageRow.at)
    .where(
        MessageRow.conversation.in_(bindparam("leads", expanding=True)),
        MessageRow.seq <= FIRST_WORDS,
    )
    .order_by(MessageRow.conversation, MessageRow.seq)
)
_ANSWERS = (
    select(AnswerRow.conversation, func.min(AnswerRow.given).label("at"))
    .where(
        AnswerRow.conversation.in_(bindparam("leads", expanding=True)),
        AnswerRow.source == "prospect",
    )
    .group_by(AnswerRow.conversation)
)
_VERDICTS = (
    select(VerdictChangeRow.conversation, func.min(VerdictChangeRow.at).label("at"))
    .where(
        VerdictChangeRow.conversation.in_(bindparam("leads", expanding=True)),
        VerdictChangeRow.outcome != "undecided",
    )
    .group_by(VerdictChangeRow.conversation)
)

PeopleRow = Row[str | None, str, str, str, str, int]
EndsRow = Row[str | None, str | None, str, str | None, int, int | None]
LeadRow = Row[str, str, str | None, str, str, str, str, int, datetime]
WeekRow = Row[date, str, str, int]


@dataclass(frozen=True, slots=True)
class Moments:
    """When things happened first with a lead; None for what never did."""

    wrote: datetime
    replied: datetime | None
    answered: datetime | None
    decided: datetime | None


def people(
    connection: Connection, since: datetime, scope: Scope = EVERYBODY
) -> Sequence[PeopleRow]:
    """All leads, counted by all that they have in common."""
    return connection.execute(scope.leads(_PEOPLE), {"since": since}).all()


def ends(connection: Connection, since: datetime, scope: Scope = EVERYBODY) -> Sequence[EndsRow]:
    """What sales said last, counted by source and person."""
    return connection.execute(scope.outcomes(_ENDS), {"since": since}).all()


def weeks(connection: Connection, since: datetime, scope: Scope = EVERYBODY) -> Sequence[WeekRow]:
    """All leads, by the Monday of their week (UTC), version and verdict."""
    monday = _monday(connection.dialect.name).label("monday")
    query = (
        select(
            monday,
            ConversationRow.script_version,
            ConversationRow.outcome,
            func.count().label("leads"),
        )
        .where(_SINCE, LEADS)
        .group_by(monday, ConversationRow.script_version, ConversationRow.outcome)
    )
    return connection.execute(scope.leads(query), {"since": since}).all()


def _monday(dialect: str) -> ColumnElement[date]:
    if dialect == "sqlite":
        day = func.substr(type_coerce(ConversationRow.created_at, Text), 1, 10)
        return type_coerce(func.date(day, "weekday 0", "-6 days"), Date())
    utc = func.timezone("UTC", ConversationRow.created_at)
    return cast(func.date_trunc(literal_column("'week'"), utc), Date)


def sample(
    connection: Connection, versions: Sequence[str], since: datetime, scope: Scope = EVERYBODY
) -> list[LeadRow]:
    """Of a script's leads, the first by their ids, which are random; oldest first."""
    query = scope.leads(_DRAWN)
    drawn = [
        lead
        for version in versions
        for lead in connection.execute(query, {"version": version, "since": since}).scalars()
    ]
    return leads(connection, sorted(drawn)[:SAMPLE])


def leads(connection: Connection, wanted: Sequence[str]) -> list[LeadRow]:
    """These leads, oldest first."""
    found: list[LeadRow] = []
    for some in _parts(wanted):
        found += connection.execute(_LEADS, {"leads": some}).all()
    return sorted(found, key=lambda row: (row.created_at, row.id))


def moments(connection: Connection, wanted: Sequence[str]) -> list[Moments]:
    """The pace of these leads; of those who wrote."""
    found: list[Moments] = []
    for some in _parts(wanted):
        asked = {"leads": some}
        wrote, replied = _first_words(connection, asked)
        answered = _moments_of(connection.execute(_ANSWERS, asked).all())
        decided = _moments_of(connection.execute(_VERDICTS, asked).all())
        found += (
            Moments(at, replied.get(lead), answered.get(lead), decided.get(lead))
            for lead, at in wrote.items()
        )
    return found


def _first_words(
    connection: Connection, asked: Mapping[str, Sequence[str]]
) -> tuple[dict[str, datetime], dict[str, datetime]]:
    """The first message of theirs, and our first one after it."""
    wrote: dict[str, datetime] = {}
    replied: dict[str, datetime] = {}
    for lead, author, at in connection.execute(_WORDS, asked):
        if author == "prospect":
            wrote.setdefault(lead, at)
        elif lead in wrote:
            replied.setdefault(lead, at)
    return wrote, replied


def _moments_of(rows: Sequence[Row[str, datetime]]) -> dict[str, datetime]:
    return {row[0]: row[1] for row in rows}


def _parts(wanted: Sequence[str]) -> list[Sequence[str]]:
    return [wanted[start : start + TOGETHER] for start in range(0, len(wanted), TOGETHER)]
