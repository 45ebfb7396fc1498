"""Who agreed that their visits of pages are told, and which leads people are to look at."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
COUNTER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "visit_consents",
        sa.Column("position", COUNTER, nullable=False),
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name="fk_visit_consents_conversation"
        ),
        sa.PrimaryKeyConstraint("position", name="pk_visit_consents"),
    )
    op.create_index(
        "ix_visit_consents_conversation", "visit_consents", ["conversation"], unique=False
    )
    op.add_column("conversations", sa.Column("review_since", MOMENT, nullable=True))
    op.create_index(
        "ix_conversations_review_since",
        "conversations",
        ["review_since"],
        unique=False,
        sqlite_where=sa.text("review_since IS NOT NULL"),
        postgresql_where=sa.text("review_since IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index(
        "ix_conversations_review_since",
        table_name="conversations",
        sqlite_where=sa.text("review_since IS NOT NULL"),
        postgresql_where=sa.text("review_since IS NOT NULL"),
    )
    op.drop_column("conversations", "review_since")
    op.drop_index("ix_visit_consents_conversation", table_name="visit_consents")
    op.drop_table("visit_consents")
