"""What each system got of a lead, what it was asked, what was prepared, and our tokens."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0005"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
COUNTER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "delivery_turns",
        sa.Column("handover", sa.Text(), nullable=False),
        sa.Column("system", sa.Text(), nullable=False),
        sa.Column("parcel", sa.Text(), nullable=True),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("held_until", MOMENT, nullable=True),
        sa.Column("delivered", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("handover", "system", name="pk_delivery_turns"),
    )
    op.create_table(
        "delivery_steps",
        sa.Column("handover", sa.Text(), nullable=False),
        sa.Column("system", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("remote", sa.Text(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("unsure", sa.Boolean(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("handover", "system", "step", name="pk_delivery_steps"),
    )
    op.create_table(
        "delivery_calls",
        sa.Column("position", COUNTER, nullable=False),
        sa.Column("parcel", sa.Text(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("milliseconds", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["parcel"], ["deliveries.id"], name="fk_delivery_calls_parcel"),
        sa.PrimaryKeyConstraint("position", name="pk_delivery_calls"),
    )
    op.create_index("ix_delivery_calls_parcel", "delivery_calls", ["parcel"])
    op.create_table(
        "preparations",
        sa.Column("handover", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.Column("brief", sa.Text(), nullable=True),
        sa.Column("trouble", sa.Text(), nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("handover", "revision", name="pk_preparations"),
    )
    op.create_table(
        "announcements",
        sa.Column("handover", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("handover", "number", name="pk_announcements"),
    )
    op.create_table(
        "grants",
        sa.Column("system", sa.Text(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=True),
        sa.Column("claimed_until", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("system", name="pk_grants"),
    )


def downgrade() -> None:
    op.drop_table("grants")
    op.drop_table("announcements")
    op.drop_table("preparations")
    op.drop_index("ix_delivery_calls_parcel", table_name="delivery_calls")
    op.drop_table("delivery_calls")
    op.drop_table("delivery_steps")
    op.drop_table("delivery_turns")
