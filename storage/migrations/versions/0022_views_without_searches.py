"""Views that people keep have no searches any more: those may name somebody who is erased."""

from urllib.parse import parse_qsl, urlencode

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

VIEWS = sa.table("inbox_views", sa.column("id", sa.Text()), sa.column("query", sa.Text()))


def upgrade() -> None:
    connection = op.get_bind()
    for view in connection.execute(sa.select(VIEWS.c.id, VIEWS.c.query)).all():
        kept = urlencode([part for part in parse_qsl(view.query) if part[0] != "q"])
        if kept != view.query:
            of = sa.update(VIEWS).where(VIEWS.c.id == view.id)
            connection.execute(of.values(query=kept))


def downgrade() -> None:
    """What was searched for is gone."""
