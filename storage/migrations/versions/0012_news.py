"""What CRMs told of our leads, and where our records are by the ids that they have there."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0009"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "news_cursors",
        sa.Column("system", sa.Text(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("system", name="pk_news_cursors"),
    )
    op.create_table(
        "news",
        sa.Column("system", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("remote", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("heard_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name="fk_news_conversation"
        ),
        sa.PrimaryKeyConstraint("system", "step", "remote", "what", name="pk_news"),
    )
    op.create_index("ix_news_conversation", "news", ["conversation"])
    op.create_index("ix_delivery_steps_remote_system", "delivery_steps", ["remote", "system"])


def downgrade() -> None:
    op.drop_index("ix_delivery_steps_remote_system", table_name="delivery_steps")
    op.drop_index("ix_news_conversation", table_name="news")
    op.drop_table("news")
    op.drop_table("news_cursors")
