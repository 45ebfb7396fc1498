"""Revision 0009: outcomes that were on record before know whether they hold, and their lead."""

from typing import Any

from sqlalchemy import create_engine, text

from storage.database import synchronous
from storage.migrate import migrate, roll_back

AT = "2026-03-02 09:00:00.000000+00:00"
LATER = "2026-03-03 09:00:00.000000+00:00"
LEAD = """
INSERT INTO conversations (id, channel, address, script_version, source, phase, language, dialogue,
  outcome, score, fit, engagement, last_seq, inbound_seq, read_seq, lease_token, created_at,
  updated_at)
VALUES ('a', 'chat', 'a', 'crm@1', 'ads', 'closed', 'en', '{}', 'qualified', 0, 0, 0, 1, 1, 1, 0,
  :at, :at)
"""
SCRIPT = """
INSERT INTO script_versions (id, key, number, text, sha256, origin, published_at)
VALUES ('crm@1', 'crm', 1, '', '', 'file', :at)
"""
OUTCOME = """
INSERT INTO outcomes (conversation, stage, outcome, at, recorded_at)
VALUES ('a', :stage, :outcome, :at, :at)
"""


def test_the_newest_of_each_stage_holds(bare_database_url: str) -> None:
    migrate(bare_database_url)
    roll_back(bare_database_url, "0008")
    engine = create_engine(synchronous(bare_database_url))
    said: list[dict[str, Any]] = [
        {"stage": "acceptance", "outcome": "accepted", "at": AT},
        {"stage": "deal", "outcome": "won", "at": LATER},
        {"stage": "deal", "outcome": "lost", "at": AT},
        {"stage": "acceptance", "outcome": "rejected", "at": AT},
    ]
    with engine.begin() as connection:
        connection.execute(text(SCRIPT), {"at": AT})
        connection.execute(text(LEAD), {"at": AT})
        for one in said:
            connection.execute(text(OUTCOME), one)
    migrate(bare_database_url)
    query = "SELECT outcome, source, script_version FROM outcomes WHERE holds ORDER BY outcome"
    with engine.connect() as connection:
        found = [tuple(row) for row in connection.execute(text(query))]
    engine.dispose()
    assert found == [("rejected", "ads", "crm@1"), ("won", "ads", "crm@1")]
