"""How people are reached: threads, calls, texts, and who may be written to."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
COUNTER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "consents",
        sa.Column("position", COUNTER, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("page", sa.Text(), nullable=True),
        sa.Column("ip", sa.Text(), nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("position", name="pk_consents"),
    )
    op.create_index("ix_consents_address", "consents", ["address"], unique=False)

    op.create_table(
        "erasures",
        sa.Column("sid", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("sid", name="pk_erasures"),
    )
    op.create_table(
        "permissions",
        sa.Column("position", COUNTER, nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("ruling", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("until", MOMENT, nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("position", name="pk_permissions"),
    )
    op.create_index("ix_permissions_address", "permissions", ["address"], unique=False)

    op.create_table(
        "suppressions",
        sa.Column("position", COUNTER, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("position", name="pk_suppressions"),
        sa.UniqueConstraint("reference", name="uq_suppressions_reference"),
    )
    op.create_index("ix_suppressions_address", "suppressions", ["address"], unique=False)

    op.create_table(
        "unreachable",
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("code", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("address", "channel", name="pk_unreachable"),
    )
    op.create_table(
        "calls",
        sa.Column("sid", sa.Text(), nullable=False),
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("theirs", sa.Text(), nullable=False),
        sa.Column("ours", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("end_reason", sa.Text(), nullable=True),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("accepted_by", sa.Text(), nullable=True),
        sa.Column("callback", sa.Text(), nullable=True),
        sa.Column("recording", sa.Text(), nullable=True),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name="fk_calls_conversation"
        ),
        sa.PrimaryKeyConstraint("sid", name="pk_calls"),
    )
    op.create_index("ix_calls_conversation", "calls", ["conversation"], unique=False)

    op.create_table(
        "threads",
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("theirs", sa.Text(), nullable=False),
        sa.Column("ours", sa.Text(), nullable=False),
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name="fk_threads_conversation"
        ),
        sa.PrimaryKeyConstraint("channel", "theirs", "ours", name="pk_threads"),
    )
    op.create_index("ix_threads_conversation", "threads", ["conversation"], unique=False)

    op.create_table(
        "texts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("conversation", sa.Text(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("to_address", sa.Text(), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("template", sa.Text(), nullable=True),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("sid", sa.Text(), nullable=True),
        sa.Column("code", sa.Integer(), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("next_at", MOMENT, nullable=True),
        sa.Column("tried_at", MOMENT, nullable=True),
        sa.Column("as_template", sa.Boolean(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name="fk_texts_conversation"
        ),
        sa.ForeignKeyConstraint(["message"], ["messages.id"], name="fk_texts_message"),
        sa.PrimaryKeyConstraint("id", name="pk_texts"),
        sa.UniqueConstraint("sid", name="uq_texts_sid"),
    )
    op.create_index("ix_texts_conversation", "texts", ["conversation"], unique=False)
    op.create_index("ix_texts_message", "texts", ["message"], unique=False)
    op.create_index(
        "ix_texts_to_address_created_at", "texts", ["to_address", "created_at"], unique=False
    )
    op.create_index(
        "ix_texts_next_at",
        "texts",
        ["next_at"],
        unique=False,
        sqlite_where=sa.text("next_at IS NOT NULL"),
        postgresql_where=sa.text("next_at IS NOT NULL"),
    )

    op.create_index(
        "ix_conversations_contact_email",
        "conversations",
        ["contact_email"],
        unique=False,
        sqlite_where=sa.text("contact_email IS NOT NULL"),
        postgresql_where=sa.text("contact_email IS NOT NULL"),
    )
    op.create_index(
        "ix_conversations_contact_phone",
        "conversations",
        ["contact_phone"],
        unique=False,
        sqlite_where=sa.text("contact_phone IS NOT NULL"),
        postgresql_where=sa.text("contact_phone IS NOT NULL"),
    )

    op.add_column("messages", sa.Column("heard", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("messages", "heard")

    op.drop_index(
        "ix_conversations_contact_phone",
        table_name="conversations",
        sqlite_where=sa.text("contact_phone IS NOT NULL"),
        postgresql_where=sa.text("contact_phone IS NOT NULL"),
    )
    op.drop_index(
        "ix_conversations_contact_email",
        table_name="conversations",
        sqlite_where=sa.text("contact_email IS NOT NULL"),
        postgresql_where=sa.text("contact_email IS NOT NULL"),
    )

    op.drop_index(
        "ix_texts_next_at",
        table_name="texts",
        sqlite_where=sa.text("next_at IS NOT NULL"),
        postgresql_where=sa.text("next_at IS NOT NULL"),
    )
    op.drop_index("ix_texts_to_address_created_at", table_name="texts")
    op.drop_index("ix_texts_message", table_name="texts")
    op.drop_index("ix_texts_conversation", table_name="texts")

    op.drop_table("texts")
    op.drop_index("ix_threads_conversation", table_name="threads")

    op.drop_table("threads")
    op.drop_index("ix_calls_conversation", table_name="calls")

    op.drop_table("calls")
    op.drop_table("unreachable")
    op.drop_index("ix_suppressions_address", table_name="suppressions")

    op.drop_table("suppressions")
    op.drop_index("ix_permissions_address", table_name="permissions")

    op.drop_table("permissions")
    op.drop_table("erasures")
    op.drop_index("ix_consents_address", table_name="consents")

    op.drop_table("consents")
