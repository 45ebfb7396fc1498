"""Where somebody agreed to be written to is a page or a campaign, and no longer a whole address.

Revision 0021 did so for the sources of leads; what was agreed to in the chat had taken the address
of the page from there.
"""

import re
from urllib.parse import parse_qs, urlsplit

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0023"
branch_labels = None
depends_on = None

CONSENTS = sa.table(
    "consents", sa.column("position", sa.BigInteger()), sa.column("page", sa.Text())
)
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
    said, its = CONSENTS.c.page, CONSENTS.c.position
    longer = sa.or_(*(said.contains(one) for one in "?#;@"))
    wanted = sa.select(its, said).where(longer, sa.not_(said.startswith("form:")))
    rows = op.get_bind().execute(wanted).all()
    kept = [{"row": row, "kept": campaign(told) or page(told)} for row, told in rows]
    if kept:
        change = sa.update(CONSENTS).where(its == sa.bindparam("row"))
        op.get_bind().execute(change.values(page=sa.bindparam("kept")), kept)


def downgrade() -> None:
    """What stood in the addresses is gone."""
