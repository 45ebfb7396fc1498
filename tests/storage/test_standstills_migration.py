"""Revision 0023: what deliveries wait for; those that waited before have waited since they were
made.
"""

from sqlalchemy import create_engine, text

from storage.database import synchronous
from storage.migrate import migrate, roll_back

AT = "2026-03-02 09:00:00.000000+00:00"
HANDOVER = """
INSERT INTO handovers (id, revision, conversation, why, payload, created_at)
VALUES ('h1', 1, 'c1', 'qualified', '{}', :at)
"""
DELIVERY = """
INSERT INTO deliveries
  (id, handover, revision, system, state, attempts, round, tries, next_at, created_at)
VALUES (:id, 'h1', 1, :id, :state, 9, 0, 2, :at, :at)
"""


def test_deliveries_of_before_go_on(bare_database_url: str) -> None:
    migrate(bare_database_url)
    roll_back(bare_database_url, "0022")
    engine = create_engine(synchronous(bare_database_url))
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET session_replication_role = replica"))
        connection.execute(text(HANDOVER), {"at": AT})
        for state in ("queued", "retrying", "delivered", "failed"):
            connection.execute(text(DELIVERY), {"id": state, "state": state, "at": AT})
    migrate(bare_database_url)
    with engine.connect() as connection:
        asked = (
            "SELECT id, unsaid, remedy, urged, waiting_since IS NULL FROM deliveries ORDER BY id"
        )
        found = [tuple(one) for one in connection.execute(text(asked))]
        since = connection.execute(
            text("SELECT waiting_since = created_at FROM deliveries WHERE id = 'retrying'")
        )
        assert since.scalar()
    engine.dispose()
    assert [(*one[:4], bool(one[4])) for one in found] == [
        ("delivered", 0, None, None, True),
        ("failed", 0, None, None, True),
        ("queued", 0, None, None, True),
        ("retrying", 0, None, None, False),
    ]
