"""What the tests of storage start from: an open conversation on either database."""

from tests.databases import database, database_url, postgres, sqlite_template

__all__ = ["database", "database_url", "postgres", "sqlite_template"]
