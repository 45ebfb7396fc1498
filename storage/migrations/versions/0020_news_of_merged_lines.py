"""What happens in a conversation that was put with another shows in the line of that other one."""

# ruff: noqa: S608 - what these statements are put together of is written below

from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

SQLITE_NOW = "strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00'"
POSTGRES_NOW = "clock_timestamp()"
THEIRS = "FROM inbox_lines theirs WHERE theirs.merged_into = inbox_lines.conversation"
"""The lines that were put with the one that is written."""
OWN = (
    "CASE WHEN inbox_lines.phase = 'held' AND inbox_lines.answered_by IS NOT NULL THEN 'person' "
    "WHEN inbox_lines.phase = 'held' OR inbox_lines.person_due_at IS NOT NULL THEN 'waiting' "
    "WHEN inbox_lines.phase = 'open' THEN 'agent' "
    "WHEN inbox_lines.phase = 'closed' AND inbox_lines.handover IS NOT NULL "
    "AND inbox_lines.outcome <> 'unqualified' "
    "AND coalesce(inbox_lines.offer, '') NOT IN ('accepted', 'rejected') THEN 'waiting' "
    "ELSE 'nobody' END"
)
"""Who answers in the conversation itself (as in migration 0018): only while it is held is who
answers its own.
"""


def routed(value: str) -> str:
    """Of the newest assignment of the conversation itself."""
    return (
        f"(SELECT {value} FROM assignments own WHERE own.conversation = inbox_lines.conversation "
        "ORDER BY own.at DESC, own.number DESC LIMIT 1)"
    )


def newest(column: str) -> str:
    """Of the newest message of all: `last_seq` is the line's own."""
    return (
        f"(SELECT said.{column} FROM ("
        "SELECT at AS last_at, seq, author AS last_author, substr(text, 1, 200) AS preview "
        "FROM messages WHERE messages.conversation = inbox_lines.conversation "
        "AND messages.seq = inbox_lines.last_seq "
        "UNION ALL SELECT theirs.last_at, theirs.last_seq, theirs.last_author, theirs.preview "
        f"{THEIRS} AND theirs.last_seq > 0) said "
        "ORDER BY said.last_at DESC, said.seq DESC LIMIT 1)"
    )


def some(condition: str) -> str:
    return f"EXISTS (SELECT 1 {THEIRS} AND theirs.{condition})"


def fallen_to(column: str) -> str:
    """Whose it is: as the conversation itself was routed, else as the newest of the others."""
    own = "own.person" if column == "person" else "coalesce(own.team, own.queue)"
    return (
        f"coalesce({routed(own)}, (SELECT theirs.{column} {THEIRS} AND theirs.{column} IS NOT NULL "
        "ORDER BY theirs.last_at DESC LIMIT 1))"
    )


def shown(which: str, now: str) -> str:
    """The newest words, and of everything else what is more urgent."""
    due = routed("CASE WHEN own.state = 'offered' THEN own.due_at END")
    return f"""
UPDATE inbox_lines SET
  last_at = coalesce({newest("last_at")}, created_at),
  last_author = {newest("last_author")},
  preview = coalesce({newest("preview")}, ''),
  answering = CASE
    WHEN {OWN} = 'waiting' OR {some("answering = 'waiting'")} THEN 'waiting'
    WHEN {OWN} = 'person' OR {some("answering = 'person'")} THEN 'person'
    WHEN {OWN} = 'agent' OR {some("answering = 'agent'")} THEN 'agent'
    ELSE 'nobody' END,
  answered_by = CASE WHEN phase = 'held' THEN answered_by ELSE
    (SELECT max(theirs.answered_by) {THEIRS} AND theirs.answering = 'person') END,
  person = {fallen_to("person")},
  team = {fallen_to("team")},
  due_at = (SELECT min(due.at) FROM (
    SELECT {due} AS at UNION ALL SELECT theirs.due_at {THEIRS}) due),
  status = CASE
    WHEN status <> 'open' AND {some("status = 'open'")} THEN 'open'
    WHEN status IN ('snoozed', 'resolved') AND {some("status = 'pending'")} THEN 'pending'
    ELSE status END,
  snoozed_until = CASE WHEN {some("status IN ('open', 'pending')")} THEN NULL
    ELSE snoozed_until END,
  changed_at = {now}
WHERE {which}"""


SHOWN_IN = "conversation IN (NEW.merged_into, OLD.merged_into)"
ITSELF = f"conversation = NEW.conversation AND EXISTS (SELECT 1 {THEIRS})"
LEFT = "conversation = OLD.merged_into"
SOME = "conversation IN (SELECT merged_into FROM inbox_lines WHERE merged_into IS NOT NULL)"
CARRIED = ("answering", "answered_by", "due_at", "status", "person", "team")
"""What a change of the kept conversation writes over with what is its own alone."""


def upgrade() -> None:
    postgres = op.get_bind().dialect.name == "postgresql"
    now = POSTGRES_NOW if postgres else SQLITE_NOW
    op.execute(shown(SOME, now))
    unlike = "IS DISTINCT FROM" if postgres else "IS NOT"
    differs = " OR ".join(f"OLD.{one} {unlike} NEW.{one}" for one in CARRIED)
    for name, event, when, which in (
        (
            "inbox_beside",
            "UPDATE",
            "OLD.merged_into IS NOT NULL OR NEW.merged_into IS NOT NULL",
            SHOWN_IN,
        ),
        (
            "inbox_kept",
            f"UPDATE OF {', '.join(CARRIED)}",
            f"NEW.merged_into IS NULL AND ({differs})",
            ITSELF,
        ),
        ("inbox_left", "DELETE", "OLD.merged_into IS NOT NULL", LEFT),
    ):
        body, head = shown(which, now), f"CREATE TRIGGER {name} AFTER {event} ON inbox_lines"
        if postgres:
            op.execute(
                f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$\n"
                f"BEGIN\n{body};\nRETURN NULL;\nEND $$"
            )
            op.execute(f"{head} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION {name}()")
        else:
            op.execute(f"{head} WHEN {when}\nBEGIN\n{body};\nEND")


def downgrade() -> None:
    postgres = op.get_bind().dialect.name == "postgresql"
    for name in ("inbox_beside", "inbox_kept", "inbox_left"):
        op.execute(f"DROP TRIGGER {name} ON inbox_lines" if postgres else f"DROP TRIGGER {name}")
        if postgres:
            op.execute(f"DROP FUNCTION {name}()")
