"""Since when nobody gets through to a system, and who is refused although others do."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    alone = sa.Column("alone", sa.Integer(), nullable=False, server_default="0")
    op.add_column("deliveries", alone)
    op.add_column("deliveries", sa.Column("trouble", MOMENT, nullable=True))
    op.add_column("standstills", sa.Column("failing_since", MOMENT, nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("standstills") as standstills:
        standstills.drop_column("failing_since")
    with op.batch_alter_table("deliveries") as deliveries:
        deliveries.drop_column("trouble")
        deliveries.drop_column("alone")
