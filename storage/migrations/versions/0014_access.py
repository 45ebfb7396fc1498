"""Roles and second factors of users, their visits, keys of the API, and the log of who did what."""

import secrets
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
COUNTER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ONLY_ADDED_TO = """
CREATE FUNCTION audit_log_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_log is only added to';
END $$
"""
GUARD = """
CREATE TRIGGER audit_log_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_only_added_to()
"""
SQLITE_GUARDS = tuple(
    f"""
CREATE TRIGGER audit_log_no_{what.lower()} BEFORE {what} ON audit_log
BEGIN
  SELECT RAISE(ABORT, 'audit_log is only added to');
END
"""
    for what in ("UPDATE", "DELETE")
)


def upgrade() -> None:
    _users()
    op.create_table(
        "recovery_codes",
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("user", "mark", name="pk_recovery_codes"),
        sa.ForeignKeyConstraint(["user"], ["users.id"], name="fk_recovery_codes_user"),
    )
    op.create_table(
        "console_sessions",
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("browser", sa.Text(), nullable=False),
        sa.Column("began_at", MOMENT, nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("mark", name="pk_console_sessions"),
        sa.ForeignKeyConstraint(["user"], ["users.id"], name="fk_console_sessions_user"),
    )
    op.create_index("ix_console_sessions_user", "console_sessions", ["user"])
    op.create_index("ix_console_sessions_began_at", "console_sessions", ["began_at"])
    op.create_table(
        "attempts",
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("full_at", sa.Float(53), nullable=False),
        sa.PrimaryKeyConstraint("mark", name="pk_attempts"),
    )
    op.create_index("ix_attempts_full_at", "attempts", ["full_at"])
    op.create_table(
        "access_rules",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_access_rules"),
    )
    op.create_table(
        "api_keys",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("scopes", sa.Text(), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT),
        sa.Column("last_used_at", MOMENT),
        sa.Column("revoked_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_api_keys"),
        sa.UniqueConstraint("mark", name="uq_api_keys_mark"),
    )
    _log()


def _new() -> list[sa.Column[Any]]:
    return [
        sa.Column("id", sa.Text()),
        sa.Column("name", sa.Text()),
        sa.Column("language", sa.Text()),
        sa.Column("zone", sa.Text()),
        sa.Column("theme", sa.Text(), nullable=False, server_default="auto"),
        sa.Column("inactive_since", MOMENT),
        sa.Column("subject", sa.Text()),
        sa.Column("totp_sealed", sa.Text()),
        sa.Column("totp_since", MOMENT),
        sa.Column("totp_step", sa.BigInteger()),
    ]


def _users() -> None:
    """Who could sign in before is an administrator, as before."""
    with op.batch_alter_table("users") as users:
        for column in _new():
            users.add_column(column)
    connection = op.get_bind()
    table = sa.table("users", sa.column("email"), sa.column("id"))
    for (email,) in connection.execute(sa.select(table.c.email)).all():
        given = sa.update(table).where(table.c.email == email).values(id=secrets.token_hex(8))
        connection.execute(given)
    with op.batch_alter_table("users") as users:
        users.alter_column("id", existing_type=sa.Text(), nullable=False)
        users.create_unique_constraint("uq_users_id", ["id"])
        users.create_unique_constraint("uq_users_subject", ["subject"])


def _log() -> None:
    op.create_table(
        "audit_log",
        sa.Column("position", COUNTER, nullable=False, autoincrement=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text()),
        sa.Column("details", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("position", name="pk_audit_log"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_log_at_position", "audit_log", ["at", "position"])
    for column in ("actor", "action", "subject"):
        columns = [column, "at", "position"]
        op.create_index(f"ix_audit_log_{column}_at_position", "audit_log", columns)
    guards = (ONLY_ADDED_TO, GUARD) if op.get_bind().dialect.name == "postgresql" else SQLITE_GUARDS
    for statement in guards:
        op.execute(statement)


def downgrade() -> None:
    for table in ("audit_log", "api_keys", "access_rules", "attempts", "console_sessions"):
        op.drop_table(table)
    op.drop_table("recovery_codes")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION audit_log_is_only_added_to()")
    with op.batch_alter_table("users") as users:
        users.drop_constraint("uq_users_id", type_="unique")
        users.drop_constraint("uq_users_subject", type_="unique")
        for column in _new():
            users.drop_column(column.name)
