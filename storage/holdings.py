"""Which tables hold something of a person? Every table is here: as held, or as kept and why."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from sqlalchemy import ColumnElement, Table, bindparam, or_, select, tuple_

from agent.ledger import SHARED
from storage.access_tables import (
    AccessRuleRow,
    ApiKeyRow,
    AttemptRow,
    AuditRow,
    RecoveryCodeRow,
    SessionRow,
    UserRow,
)
from storage.delivery_tables import (
    AnnouncementRow,
    DeliveryCallRow,
    DeliveryStepRow,
    DeliveryTurnRow,
    PreparationRow,
)
from storage.demo_tables import DemoLeadRow, DemoSetRow
from storage.draft_tables import DraftRow
from storage.inbox_tables import InboxLineRow, InboxNoteRow, InboxReadRow, InboxViewRow
from storage.news_tables import CursorRow, NewsRow
from storage.outcome_tables import OutcomeRow
from storage.people import Person
from storage.profile_tables import EnquiryRow
from storage.reach_tables import (
    CallRow,
    ConsentRow,
    PermissionRow,
    SuppressionRow,
    TextRow,
    ThreadRow,
    UnreachableRow,
)
from storage.routing_tables import AssignmentRow, RingRow
from storage.score_tables import BehaviourRow, ScoreChangeRow, VerdictChangeRow
from storage.study_tables import StudyRow
from storage.suppressions import Suppressions
from storage.tables import (
    AnswerRow,
    ConversationRow,
    DeliveryRow,
    HandoverRow,
    MessageRow,
    ModelCallRow,
    RereadRow,
    Row,
    TurnRow,
)
from storage.visit_tables import VisitConsentRow
from storage.widget_tables import ChatConsentRow, ChatRatingRow, GuestRow, WidgetRow

Column = Any
"""A mapped column of any type."""


def table_of(row: type[Row]) -> Table:
    """The table of a mapped class."""
    return cast(Table, row.__table__)


def _of(column: Column) -> ColumnElement[bool]:
    """The rows of the person's conversations."""
    theirs: ColumnElement[bool] = column.in_(bindparam("conversations", expanding=True))
    return theirs


def _at(column: Column) -> ColumnElement[bool]:
    """The rows of the person's addresses, written out or hashed with our key."""
    return or_(
        column.in_(bindparam("addresses", expanding=True)),
        column.in_(bindparam("sealed", expanding=True)),
    )


_REVISIONS = select(HandoverRow.id, HandoverRow.revision).where(_of(HandoverRow.conversation))
_HANDED_OVER = select(HandoverRow.id).where(_of(HandoverRow.conversation))
_PARCELS = select(DeliveryRow.id).where(
    tuple_(DeliveryRow.handover, DeliveryRow.revision).in_(_REVISIONS)
)
_SHARED = DeliveryTurnRow.handover.startswith(SHARED) & DeliveryTurnRow.parcel.in_(_PARCELS)
"""Held last for one of their hand-overs: by what they are known by, which nobody can read."""
_TEXTS = or_(_of(TextRow.conversation), _at(TextRow.to_address) & (TextRow.purpose != "sales"))
"""What is sent to our own people is found by the conversation that it tells of."""
_HELD: Sequence[tuple[type[Row], ColumnElement[bool]]] = (
    (DemoLeadRow, _of(DemoLeadRow.conversation)),
    (NewsRow, _of(NewsRow.conversation)),
    (DeliveryCallRow, DeliveryCallRow.parcel.in_(_PARCELS)),
    (
        DeliveryStepRow,
        DeliveryStepRow.handover.in_(_HANDED_OVER)
        | DeliveryStepRow.handover.in_(select(DeliveryTurnRow.handover).where(_SHARED)),
    ),
    (DeliveryTurnRow, DeliveryTurnRow.handover.in_(_HANDED_OVER) | _SHARED),
    (AnnouncementRow, AnnouncementRow.handover.in_(_HANDED_OVER)),
    (PreparationRow, PreparationRow.handover.in_(_HANDED_OVER)),
    (DeliveryRow, tuple_(DeliveryRow.handover, DeliveryRow.revision).in_(_REVISIONS)),
    (HandoverRow, _of(HandoverRow.conversation)),
    (AssignmentRow, _of(AssignmentRow.conversation)),
    (OutcomeRow, _of(OutcomeRow.conversation)),
    (EnquiryRow, _of(EnquiryRow.conversation)),
    (BehaviourRow, _of(BehaviourRow.conversation)),
    (VisitConsentRow, _of(VisitConsentRow.conversation)),
    (GuestRow, _of(GuestRow.conversation)),
    (ChatConsentRow, _of(ChatConsentRow.conversation)),
    (ChatRatingRow, _of(ChatRatingRow.conversation)),
    (ScoreChangeRow, _of(ScoreChangeRow.conversation)),
    (VerdictChangeRow, _of(VerdictChangeRow.conversation)),
    (PermissionRow, _at(PermissionRow.address)),
    (TextRow, _TEXTS),
    (RereadRow, _of(RereadRow.conversation)),
    (ModelCallRow, _of(ModelCallRow.conversation)),
    (TurnRow, _of(TurnRow.conversation)),
    (AnswerRow, _of(AnswerRow.conversation)),
    (RingRow, _of(RingRow.conversation)),
    (CallRow, _of(CallRow.conversation)),
    (ThreadRow, _of(ThreadRow.conversation)),
    (InboxNoteRow, _of(InboxNoteRow.conversation)),
    (InboxReadRow, _of(InboxReadRow.conversation)),
    (MessageRow, _of(MessageRow.conversation)),
    (InboxLineRow, _of(InboxLineRow.conversation)),
    (ConversationRow, _of(ConversationRow.id)),
    (ConsentRow, _at(ConsentRow.address)),
    (UnreachableRow, _at(UnreachableRow.address)),
)
HELD: dict[Table, ColumnElement[bool]] = {table_of(row): theirs for row, theirs in _HELD}
"""The rows of a person in each table, in an order in which they can be deleted."""
SUPPRESSED = _at(SuppressionRow.address)
"""Their rows in the ledger of those who asked not to be written to."""
KEPT: Mapping[str, str] = {
    "suppressions": "who asked not to be written to is not written to, also after they were erased",
    "erasures": "what Twilio and lists still have to delete, by its id there alone",
    "script_versions": "our own words",
    "prompts": "our own words: what a prospect writes is in no prompt that is kept",
    "recontact_days": "how many were asked again on a day, without saying who",
    UserRow.__tablename__: "our own people",
    SessionRow.__tablename__: "who of our own people is signed in",
    RecoveryCodeRow.__tablename__: "our own people, hashed",
    AttemptRow.__tablename__: "how often somebody tried to sign in",
    AccessRuleRow.__tablename__: "how our own people sign in",
    ApiKeyRow.__tablename__: "our own programs",
    AuditRow.__tablename__: "what our own people did; leads by ids that lead nowhere then",
    DraftRow.__tablename__: "our own words",
    CursorRow.__tablename__: "until when other systems were asked",
    "grants": "what other systems let us in by",
    "processes": "our own machines",
    "standstills": "other systems that take nothing, and why",
    "team_versions": "our own people and rules",
    "absences": "our own people",
    StudyRow.__tablename__: "counts and random ids, forgotten after a week",
    InboxViewRow.__tablename__: "filters that our own people keep",
    WidgetRow.__tablename__: "how our own chats are set up",
    DemoSetRow.__tablename__: "whether there are made-up leads",
    "routing_debts": "whose turn it is among our own people",
    "routing_shares": "how many leads our own people got, without saying which",
}
"""What is not a person's, or outlives them, and why."""


def whole(person: Person, suppressions: Suppressions) -> dict[str, list[str]]:
    """What the conditions above are about: a person with all their addresses."""
    addresses = [one.value for one in person.addresses]
    return {
        "conversations": [one.id for one in person.conversations],
        "addresses": addresses,
        "sealed": list(map(suppressions.mark, addresses)),
    }
