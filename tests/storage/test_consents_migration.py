"""Revision 0025: where people agreed to be written to is a page, without what stood behind it."""

from sqlalchemy import create_engine, text

from storage.database import synchronous
from storage.migrate import migrate, roll_back

AGREED = """
INSERT INTO consents (address, channel, purpose, kind, method, words, page, at)
VALUES (:of, 'sms', 'conversation', 'given', 'words', 'Yes', :page,
  '2026-03-02 09:00:00.000000+00:00')
"""
PAGES = {
    "a": ("https://shop.example/a?email=zoe@x.example&utm_source=Ads&utm_medium=cpc", "ads / cpc"),
    "b": ("https://shop.example/reset?token=1f#now", "https://shop.example/reset"),
    "c": ("form:quote?", "form:quote?"),
    "d": ("https://shop.example/b", "https://shop.example/b"),
    "e": ("https://zoe:pass@shop.example/b", "https://shop.example/b"),
    "f": ("http://[?x", None),
    "g": ("/pricing?zoe@x.example", "/pricing"),
    "h": ("+34911222333", "+34911222333"),
    "i": (None, None),
}


def test_what_stood_in_addresses_is_gone(bare_database_url: str) -> None:
    migrate(bare_database_url)
    roll_back(bare_database_url, "0023")
    engine = create_engine(synchronous(bare_database_url))
    with engine.begin() as connection:
        rows = [{"of": of, "page": page} for of, (page, _) in PAGES.items()]
        connection.execute(text(AGREED), rows)
    migrate(bare_database_url)
    with engine.connect() as connection:
        found = connection.execute(text("SELECT address, page FROM consents")).all()
    assert {one.address: one.page for one in found} == {of: kept for of, (_, kept) in PAGES.items()}
    engine.dispose()
