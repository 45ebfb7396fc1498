"""An index of the lines that are not put aside: the many resolved ones are passed over."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

NAME = "ix_inbox_lines_unresolved"
COLUMNS = (
    "last_at",
    "position",
    "status",
    "assignee",
    "person",
    "answering",
    "channel",
    "script",
    "outcome",
    "tier",
    "language",
    "source",
    "team",
    "snoozed_until",
    "merged_into",
)
UNRESOLVED = sa.text("status <> 'resolved' AND merged_into IS NULL")


def upgrade() -> None:
    op.create_index(
        NAME, "inbox_lines", COLUMNS, sqlite_where=UNRESOLVED, postgresql_where=UNRESOLVED
    )


def downgrade() -> None:
    op.drop_index(NAME, "inbox_lines")
