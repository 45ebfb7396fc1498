"""Which tables say who may do what, and who did? Users and their visits, keys, and the log."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Float, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables import Counter, Row


class UserRow(Row):
    """Somebody who may use the console."""

    __tablename__ = "users"

    email: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    """What the log names them by."""
    password: Mapped[str]
    """As argon2id; what begins with `!` is none, and nothing matches it."""
    role: Mapped[str]
    name: Mapped[str | None]
    language: Mapped[str | None]
    zone: Mapped[str | None]
    theme: Mapped[str] = mapped_column(default="auto", server_default="auto")
    inactive_since: Mapped[datetime | None]
    subject: Mapped[str | None] = mapped_column(unique=True)
    """Who they are at the sign-on of the firm: issuer and subject."""
    totp_sealed: Mapped[str | None]
    """The secret of their codes, sealed with SECRET_KEY."""
    totp_since: Mapped[datetime | None]
    """When they first gave a code of it: from then on it is asked."""
    totp_step: Mapped[int | None] = mapped_column(BigInteger)
    """The step of the last code that was taken: that one and those before it are used up."""
    created_at: Mapped[datetime]


class RecoveryCodeRow(Row):
    """A code that stands in for the telephone once; it goes when it is used."""

    __tablename__ = "recovery_codes"

    user: Mapped[str] = mapped_column(ForeignKey("users.id"), primary_key=True)
    mark: Mapped[str] = mapped_column(primary_key=True)


class SessionRow(Row):
    """A browser that somebody has signed in with; its secret is in the cookie alone."""

    __tablename__ = "console_sessions"

    mark: Mapped[str] = mapped_column(primary_key=True)
    user: Mapped[str] = mapped_column(ForeignKey("users.id"), index=True)
    standing: Mapped[str]
    """`open`; `code`: a second factor is asked; `enrol`: they must set one up first."""
    how: Mapped[str]
    """`password` or `sso`"""
    browser: Mapped[str]
    began_at: Mapped[datetime] = mapped_column(index=True)
    seen_at: Mapped[datetime]


class AttemptRow(Row):
    """How soon may be tried again? One number a key: when its bucket will be full again."""

    __tablename__ = "attempts"

    mark: Mapped[str] = mapped_column(primary_key=True)
    full_at: Mapped[float] = mapped_column(Float(53), index=True)


class AccessRuleRow(Row):
    """What holds for everybody, by name."""

    __tablename__ = "access_rules"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class ApiKeyRow(Row):
    """A program that may use the API; its secret is kept by the program alone."""

    __tablename__ = "api_keys"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    mark: Mapped[str] = mapped_column(unique=True)
    scopes: Mapped[str]
    """One after the other, with a space between."""
    created_by: Mapped[str]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class AuditRow(Row):
    """Who did or saw what; never changed, never taken away."""

    __tablename__ = "audit_log"
    __table_args__: Any = (
        Index(None, "at", "position"),
        Index(None, "actor", "at", "position"),
        Index(None, "action", "at", "position"),
        Index(None, "subject", "at", "position"),
        {"sqlite_autoincrement": True},
    )

    position: Mapped[int] = mapped_column(Counter, primary_key=True)
    at: Mapped[datetime]
    actor: Mapped[str]
    """The id of a user or key; `api-token`, `terminal` or `system`."""
    action: Mapped[str]
    subject: Mapped[str | None]
    """The id of what it was done to: never a name or an address."""
    details: Mapped[str]
