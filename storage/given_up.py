"""Which deliveries were given up? What failed, unless a newer revision has taken its place."""

from sqlalchemy import and_, select
from sqlalchemy.orm import aliased

from agent.outbox import WAYS
from storage.tables import DeliveryRow, HandoverRow

_LATER, _LATER_OF, _OWN = aliased(DeliveryRow), aliased(HandoverRow), aliased(HandoverRow)
_REPLACED = (
    select(_LATER.id)
    .join(
        _LATER_OF,
        (_LATER_OF.id == _LATER.handover) & (_LATER_OF.revision == _LATER.revision),
    )
    .join(_OWN, (_OWN.id == DeliveryRow.handover) & (_OWN.revision == DeliveryRow.revision))
    .where(
        _LATER.handover == DeliveryRow.handover,
        _LATER.system == DeliveryRow.system,
        _LATER.revision > DeliveryRow.revision,
        _LATER.system.not_in(sorted(WAYS)),
        (_LATER_OF.why != "outcome") | (_OWN.why == "outcome"),
    )
    .correlate(DeliveryRow)
    .exists()
)
"""A newer revision holds all that this one does; a message does not, nor does what sales said."""
GIVEN_UP = and_(DeliveryRow.state == "failed", ~_REPLACED)
