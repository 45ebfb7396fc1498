"""What Alembic runs: the revisions, in the transaction that storage/migrate.py opened."""

from alembic import context

import storage.access_tables
import storage.delivery_tables
import storage.demo_tables
import storage.draft_tables
import storage.inbox_tables
import storage.news_tables
import storage.outcome_tables
import storage.profile_tables
import storage.reach_tables
import storage.routing_tables
import storage.score_tables
import storage.study_tables
import storage.visit_tables
import storage.widget_tables  # noqa: F401 - their tables belong to the metadata too
from storage.tables import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
)
context.run_migrations()
