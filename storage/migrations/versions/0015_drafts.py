"""What admins are writing, and what a version was published for."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("script_versions", sa.Column("note", sa.Text(), nullable=True))
    op.create_table(
        "drafts",
        sa.Column("script", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("based_on", sa.Integer(), nullable=False),
        sa.Column("saved_at", MOMENT, nullable=False),
        sa.Column("saved_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("script", "part", name="pk_drafts"),
    )


def downgrade() -> None:
    op.drop_table("drafts")
    with op.batch_alter_table("script_versions") as versions:
        versions.drop_column("note")
