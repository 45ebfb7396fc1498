"""Indexes that reports count in, which outcomes hold, and what is asked about the past."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
WROTE = sa.text("inbound_seq > 0")
HOLDS = sa.text("holds")
FILL = """
UPDATE outcomes SET
  source = (SELECT source FROM conversations WHERE id = outcomes.conversation),
  script_version = (SELECT script_version FROM conversations WHERE id = outcomes.conversation),
  opened_at = (SELECT created_at FROM conversations WHERE id = outcomes.conversation),
  holds = NOT EXISTS (
    SELECT 1 FROM outcomes newer
    WHERE newer.conversation = outcomes.conversation AND newer.stage = outcomes.stage
      AND (newer.at > outcomes.at
        OR (newer.at = outcomes.at AND newer.position > outcomes.position))
  )
"""


def upgrade() -> None:
    for column in (
        sa.Column("holds", sa.Boolean(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("script_version", sa.Text(), nullable=True),
        sa.Column("opened_at", MOMENT, nullable=True),
    ):
        op.add_column("outcomes", column)
    op.execute(FILL)
    with op.batch_alter_table("outcomes") as outcomes:
        outcomes.alter_column("holds", existing_type=sa.Boolean(), nullable=False)
        outcomes.alter_column("script_version", existing_type=sa.Text(), nullable=False)
        outcomes.alter_column("opened_at", existing_type=MOMENT, nullable=False)
    op.create_index(
        "ix_outcomes_counted",
        "outcomes",
        [
            "opened_at",
            "script_version",
            "source",
            "person",
            "outcome",
            "currency",
            "hundredths",
            "conversation",
        ],
        sqlite_where=HOLDS,
        postgresql_where=HOLDS,
    )
    op.create_index(
        "ix_conversations_counted",
        "conversations",
        ["created_at", "source", "channel", "language", "script_version", "outcome"],
        sqlite_where=WROTE,
        postgresql_where=WROTE,
    )
    op.create_index(
        "ix_conversations_sampled",
        "conversations",
        ["script_version", "id", "created_at"],
        sqlite_where=WROTE,
        postgresql_where=WROTE,
    )
    op.create_table(
        "studies",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("request", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("leads", sa.Integer(), nullable=True),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("trouble", sa.Text(), nullable=True),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_studies"),
    )
    op.create_index("ix_studies_asked_at", "studies", ["asked_at"])


def downgrade() -> None:
    op.drop_index("ix_studies_asked_at", table_name="studies")
    op.drop_table("studies")
    op.drop_index("ix_conversations_sampled", table_name="conversations")
    op.drop_index("ix_conversations_counted", table_name="conversations")
    op.drop_index("ix_outcomes_counted", table_name="outcomes")
    with op.batch_alter_table("outcomes") as outcomes:
        for column in ("opened_at", "script_version", "source", "holds"):
            outcomes.drop_column(column)
