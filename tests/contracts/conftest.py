"""Both databases, for the contracts."""

from tests.databases import database, database_url, sqlite_template

__all__ = ["database", "database_url", "sqlite_template"]
