"""Leads that nobody has are found at once; shares of a day may be of any number of leads.

Shares are counted in parts of a lead (qualification/routing/rotation.py): in 64 bits PostgreSQL
refused the 1 727th lead of one person in a day. SQLite goes on with a rounded number where that
happens, and keeps its column.
"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

UNPLACED = "handover IS NOT NULL AND offer IS NULL AND merged_into IS NULL AND status <> 'resolved'"


def upgrade() -> None:
    where = sa.text(UNPLACED)
    op.create_index(
        "ix_inbox_lines_unplaced",
        "inbox_lines",
        ["handover"],
        sqlite_where=where,
        postgresql_where=where,
    )
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("routing_shares", "due", type_=sa.Numeric(30, 0))


def downgrade() -> None:
    """A share that 64 bits do not hold stays in the database: the column keeps its type."""
    op.drop_index("ix_inbox_lines_unplaced", "inbox_lines")
