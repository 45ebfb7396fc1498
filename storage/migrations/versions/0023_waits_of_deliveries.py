"""What deliveries wait for and since when; which systems take nothing until somebody acts."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
FILL = "UPDATE deliveries SET waiting_since = created_at WHERE state = 'retrying'"
"""When they began to wait was not kept; they are no older than that."""


def upgrade() -> None:
    for column in (
        sa.Column("waiting_since", MOMENT, nullable=True),
        sa.Column("unsaid", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("urged", sa.Text(), nullable=True),
        sa.Column("remedy", sa.Text(), nullable=True),
    ):
        op.add_column("deliveries", column)
    op.execute(FILL)
    op.create_table(
        "standstills",
        sa.Column("system", sa.Text(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("remedy", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("told_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("system", name="pk_standstills"),
    )


def downgrade() -> None:
    op.drop_table("standstills")
    with op.batch_alter_table("deliveries") as deliveries:
        for name in ("remedy", "urged", "unsaid", "waiting_since"):
            deliveries.drop_column(name)
