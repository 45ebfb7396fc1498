"""Which leads are made up, to try things with."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "demo_sets",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("shares", sa.Text(), nullable=False),
        sa.Column("began_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_demo_sets"),
    )
    op.create_table(
        "demo_leads",
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("conversation", name="pk_demo_leads"),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name="fk_demo_leads_conversation"
        ),
    )


def downgrade() -> None:
    op.drop_table("demo_leads")
    op.drop_table("demo_sets")
