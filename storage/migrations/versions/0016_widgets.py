"""How the chats of web sites are set up, and what their visitors left there."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
COUNTER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "widgets",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=True),
        sa.Column("secret_at", MOMENT, nullable=True),
        sa.Column("secret_before", sa.Text(), nullable=True),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key", name="pk_widgets"),
    )
    op.create_table(
        "chat_guests",
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("widget", sa.Text(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("verified", sa.Text(), nullable=True),
        sa.Column("attributes", sa.Text(), nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name="fk_chat_guests_conversation"
        ),
        sa.PrimaryKeyConstraint("conversation", name="pk_chat_guests"),
    )
    op.create_index(
        "ix_chat_guests_widget_subject_at", "chat_guests", ["widget", "subject", "at"], unique=False
    )
    op.create_table(
        "chat_consents",
        sa.Column("position", COUNTER, nullable=False),
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("page", sa.Text(), nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name="fk_chat_consents_conversation"
        ),
        sa.PrimaryKeyConstraint("position", name="pk_chat_consents"),
    )
    op.create_index(
        "ix_chat_consents_conversation", "chat_consents", ["conversation"], unique=False
    )
    op.create_table(
        "chat_ratings",
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("stars", sa.Integer(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name="fk_chat_ratings_conversation"
        ),
        sa.PrimaryKeyConstraint("conversation", name="pk_chat_ratings"),
    )


def downgrade() -> None:
    op.drop_table("chat_ratings")
    op.drop_index("ix_chat_consents_conversation", table_name="chat_consents")
    op.drop_table("chat_consents")
    op.drop_index("ix_chat_guests_widget_subject_at", table_name="chat_guests")
    op.drop_table("chat_guests")
    op.drop_table("widgets")
