"""Reports count leads that a form or an import told of, too: their indexes have them."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

WROTE = sa.text("inbound_seq > 0")
LEADS = sa.text("(inbound_seq > 0 OR substr(address, 1, 5) = 'form:')")
INDEXES = {
    "ix_conversations_counted": [
        "created_at",
        "source",
        "channel",
        "language",
        "script_version",
        "outcome",
    ],
    "ix_conversations_sampled": ["script_version", "id", "created_at"],
}


def upgrade() -> None:
    _index(LEADS)


def downgrade() -> None:
    _index(WROTE)


def _index(where: sa.TextClause) -> None:
    for name, columns in INDEXES.items():
        op.drop_index(name, table_name="conversations")
        op.create_index(name, "conversations", columns, sqlite_where=where, postgresql_where=where)
