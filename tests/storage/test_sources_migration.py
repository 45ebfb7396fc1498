"""Revision 0021: of the addresses that were kept before, only whence the leads came is left."""

from sqlalchemy import create_engine, text

from storage.database import synchronous
from storage.migrate import migrate, roll_back

AT = "2026-03-02 09:00:00.000000+00:00"
SCRIPT = """
INSERT INTO script_versions (id, key, number, text, sha256, origin, published_at)
VALUES ('crm@1', 'crm', 1, '', '', 'file', :at)
"""
LEAD = """
INSERT INTO conversations (id, channel, address, script_version, source, phase, language, dialogue,
  outcome, score, fit, engagement, last_seq, inbound_seq, read_seq, lease_token, created_at,
  updated_at)
VALUES (:id, 'chat', :id, 'crm@1', :source, 'closed', 'en', '{}', 'qualified', 0, 0, 0, 1, 1, 1, 0,
  :at, :at)
"""
OUTCOME = """
INSERT INTO outcomes (conversation, stage, outcome, at, recorded_at, holds, source, script_version,
  opened_at)
VALUES (:id, 'deal', 'won', :at, :at, true, :source, 'crm@1', :at)
"""
AGREED = (
    "INSERT INTO chat_consents (conversation, words, page, at) VALUES (:id, 'Yes', :source, :at)"
)
SOURCES = {
    "a": ("https://shop.example/a?email=zoe@x.example&utm_source=Ads&utm_medium=cpc", "ads / cpc"),
    "b": ("https://shop.example/reset#token", "https://shop.example/reset"),
    "c": ("form:quote?", "form:quote?"),
    "d": ("https://shop.example/b", "https://shop.example/b"),
    "e": ("file:///home/zoe/shop.html?x", None),
    "f": ("http://[?x", None),
    "g": ("/pricing?zoe@x.example", "/pricing"),
    "h": (None, None),
}
PAGES = {"a": "https://shop.example/a"}


def test_what_stood_in_addresses_is_gone(bare_database_url: str) -> None:
    migrate(bare_database_url)
    roll_back(bare_database_url, "0020")
    engine = create_engine(synchronous(bare_database_url))
    with engine.begin() as connection:
        connection.execute(text(SCRIPT), {"at": AT})
        for lead, (source, _) in SOURCES.items():
            row = {"id": lead, "source": source, "at": AT}
            for statement in (LEAD, OUTCOME, AGREED):
                connection.execute(text(statement), row)
    migrate(bare_database_url)
    kept = {lead: source for lead, (_, source) in SOURCES.items()}
    with engine.connect() as connection:
        for query, expected in (
            ("SELECT id, source FROM conversations", kept),
            ("SELECT conversation, source FROM outcomes", kept),
            ("SELECT conversation, source FROM inbox_lines", kept),
            ("SELECT conversation, page FROM chat_consents", kept | PAGES),
        ):
            assert {row[0]: row[1] for row in connection.execute(text(query))} == expected
    engine.dispose()
