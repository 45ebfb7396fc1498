"""The source of a lead is where they came from, and no longer all that stood in the address."""

import re
from urllib.parse import parse_qs, urlsplit

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

WORD = re.compile(r"(?!(?:.*\d){7})[\w .-]{1,60}")


def page(address: str) -> str | None:
    if "://" not in address.partition("?")[0]:
        return re.split(r"[?#;]", address, maxsplit=1)[0] or None
    try:
        split = urlsplit(address)
    except ValueError:
        return None
    site = split.netloc.rpartition("@")[2].lower()
    return f"{split.scheme}://{site}{split.path.partition(';')[0]}" if site else None


def campaign(address: str) -> str:
    try:
        told = parse_qs(address.partition("#")[0].partition("?")[2], max_num_fields=100)
    except ValueError:
        return ""
    words = [told.get(name, [""])[0].strip().casefold() for name in ("utm_source", "utm_medium")]
    words = [one if WORD.fullmatch(one) else "" for one in words]
    return " / ".join(filter(None, words)) if words[0] else ""


def upgrade() -> None:
    """By channels/chat/whence.py as it is on the day of this revision."""
    for name, key, column in (
        ("conversations", "id", "source"),
        ("outcomes", "position", "source"),
        ("chat_consents", "position", "page"),
    ):
        table = sa.table(name, sa.column(key), sa.column(column))
        said, its = table.c[column], table.c[key]
        longer = sa.or_(*(said.contains(one) for one in "?#;@"))
        wanted = sa.select(its, said).where(longer, sa.not_(said.startswith("form:")))
        rows = op.get_bind().execute(wanted).all()
        kept = [
            {"row": row, "kept": (column == "source" and campaign(told)) or page(told)}
            for row, told in rows
        ]
        if kept:
            change = sa.update(table).where(its == sa.bindparam("row"))
            op.get_bind().execute(change.values({column: sa.bindparam("kept")}), kept)


def downgrade() -> None:
    """What stood in the addresses is gone."""
