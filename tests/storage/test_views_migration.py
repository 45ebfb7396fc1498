"""Revision 0022: views that were kept have no searches any more."""

from sqlalchemy import create_engine, text

from storage.database import synchronous
from storage.migrate import migrate, roll_back

VIEW = """
INSERT INTO inbox_views (id, "user", name, query, created_at) VALUES (:id, 'u1', :id, :query, :at)
"""
AT = "2026-03-02 09:00:00.000000+00:00"
VIEWS = {"a": "tier=hot&q=vera%40samemail.example", "b": "status=open&source=a%2Fb", "c": "q=vera"}


def test_what_was_searched_for_is_gone_and_filters_stay(bare_database_url: str) -> None:
    migrate(bare_database_url)
    roll_back(bare_database_url, "0021")
    engine = create_engine(synchronous(bare_database_url))
    with engine.begin() as connection:
        for name, query in VIEWS.items():
            connection.execute(text(VIEW), {"id": name, "query": query, "at": AT})
    migrate(bare_database_url)
    with engine.connect() as connection:
        found = connection.execute(text("SELECT id, query FROM inbox_views ORDER BY id")).all()
    engine.dispose()
    assert [tuple(one) for one in found] == [("a", "tier=hot"), ("b", VIEWS["b"]), ("c", "")]
