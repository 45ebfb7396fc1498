"""What leads did, and the histories of their score and verdict."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
COUNTER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "behaviour",
        sa.Column("position", COUNTER, nullable=False),
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("client_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name="fk_behaviour_conversation"
        ),
        sa.PrimaryKeyConstraint("position", name="pk_behaviour"),
        sa.UniqueConstraint(
            "conversation", "client_id", name="uq_behaviour_conversation_client_id"
        ),
    )
    op.create_table(
        "score_changes",
        sa.Column("position", COUNTER, nullable=False),
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("fit", sa.Integer(), nullable=False),
        sa.Column("engagement", sa.Integer(), nullable=False),
        sa.Column("tier", sa.Text(), nullable=False),
        sa.Column("lines", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name="fk_score_changes_conversation"
        ),
        sa.PrimaryKeyConstraint("position", name="pk_score_changes"),
    )
    op.create_index(
        "ix_score_changes_conversation", "score_changes", ["conversation"], unique=False
    )
    op.create_table(
        "verdict_changes",
        sa.Column("position", COUNTER, nullable=False),
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name="fk_verdict_changes_conversation"
        ),
        sa.PrimaryKeyConstraint("position", name="pk_verdict_changes"),
    )
    op.create_index(
        "ix_verdict_changes_conversation", "verdict_changes", ["conversation"], unique=False
    )
    op.add_column("conversations", sa.Column("score_lines", sa.Text(), nullable=True))
    op.add_column("conversations", sa.Column("events", sa.Integer(), nullable=True))
    op.add_column("conversations", sa.Column("rescore_at", MOMENT, nullable=True))
    op.create_index(
        "ix_conversations_rescore_at",
        "conversations",
        ["rescore_at"],
        unique=False,
        sqlite_where=sa.text("rescore_at IS NOT NULL"),
        postgresql_where=sa.text("rescore_at IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index(
        "ix_conversations_rescore_at",
        table_name="conversations",
        sqlite_where=sa.text("rescore_at IS NOT NULL"),
        postgresql_where=sa.text("rescore_at IS NOT NULL"),
    )
    op.drop_column("conversations", "rescore_at")
    op.drop_column("conversations", "events")
    op.drop_column("conversations", "score_lines")
    op.drop_index("ix_verdict_changes_conversation", table_name="verdict_changes")
    op.drop_table("verdict_changes")
    op.drop_index("ix_score_changes_conversation", table_name="score_changes")
    op.drop_table("score_changes")
    op.drop_table("behaviour")
