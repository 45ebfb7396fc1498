"""Why a reminder comes, whom a person should write to, and how many were asked again in a day.

Landed after 0010: the numbers are those of the parts, the order is that of `down_revision`.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0010"
branch_labels = None
depends_on = None

DUE = sa.text("person_due_at IS NOT NULL")


def upgrade() -> None:
    op.add_column("conversations", sa.Column("remind_why", sa.Text(), nullable=True))
    op.add_column(
        "conversations", sa.Column("person_due_at", sa.DateTime(timezone=True), nullable=True)
    )
    op.add_column("conversations", sa.Column("person_due_why", sa.Text(), nullable=True))
    op.create_index(
        "ix_conversations_person_due_at",
        "conversations",
        ["person_due_at"],
        unique=False,
        sqlite_where=DUE,
        postgresql_where=DUE,
    )
    op.add_column("verdict_changes", sa.Column("cause", sa.Text(), nullable=True))
    op.create_table(
        "recontact_days",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_recontact_days"),
    )


def downgrade() -> None:
    op.drop_table("recontact_days")
    op.drop_column("verdict_changes", "cause")
    op.drop_index(
        "ix_conversations_person_due_at",
        table_name="conversations",
        sqlite_where=DUE,
        postgresql_where=DUE,
    )
    op.drop_column("conversations", "person_due_why")
    op.drop_column("conversations", "person_due_at")
    op.drop_column("conversations", "remind_why")
