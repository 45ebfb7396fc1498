"""A line for every conversation, kept by triggers; words to search; notes, views, what was read."""

# ruff: noqa: S608 - what these statements are put together of is written below

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
COUNTER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
FILTERS = (
    "status",
    "assignee",
    "person",
    "answering",
    "channel",
    "script",
    "outcome",
    "tier",
    "language",
    "source",
    "team",
    "snoozed_until",
    "merged_into",
)
PREVIEW = 200
WATCHED = (
    "phase, language, dialogue, outcome, tier, score, contact_name, contact_email, contact_phone, "
    "handover, inbound_seq, waiting_since, person_due_at, script_version, source"
)
"""The columns of a conversation that lists show: a lease that is taken changes no line."""
ACCENTS = ("áàâäãåéèêëíìîïóòôöõúùûüñç", "aaaaaaeeeeiiiiooooouuuunc")

WORDS_FUNCTION = f"""
CREATE FUNCTION inbox_words(said text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('simple', regexp_replace(
    translate(lower(said), '{ACCENTS[0]}', '{ACCENTS[1]}'), '[^[:alnum:]]+', ' ', 'g'))
$$
"""
SQLITE_NOW = "strftime('%Y-%m-%d %H:%M:%f', 'now') || '000+00:00'"
POSTGRES_NOW = "clock_timestamp()"


def standing(row: str) -> str:
    """What is to be done, as the conversation itself says it."""
    return (
        f"CASE WHEN {row}.phase = 'stopped' THEN 'resolved' WHEN {row}.phase = 'held' THEN 'open' "
        f"WHEN {row}.handover IS NOT NULL AND {row}.outcome <> 'unqualified' THEN 'open' "
        f"WHEN {row}.phase = 'closed' THEN 'resolved' ELSE 'pending' END"
    )


def answering(row: str, answered_by: str, offer: str) -> str:
    """Who answers."""
    return (
        f"CASE WHEN {row}.phase = 'held' AND {answered_by} IS NOT NULL THEN 'person' "
        f"WHEN {row}.phase = 'held' OR {row}.person_due_at IS NOT NULL THEN 'waiting' "
        f"WHEN {row}.phase = 'open' THEN 'agent' "
        f"WHEN {row}.phase = 'closed' AND {row}.handover IS NOT NULL "
        f"AND {row}.outcome <> 'unqualified' AND coalesce({offer}, '') <> 'accepted' "
        "AND coalesce({offer}, '') <> 'rejected' THEN 'waiting' ELSE 'nobody' END"
    ).replace("{offer}", offer)


def people(row: str) -> str:
    """Name, e-mail in parts, number whole and without its country."""
    name, email, phone = (
        f"coalesce({row}.contact_{one}, '')" for one in ("name", "email", "phone")
    )
    number = (
        f"CASE WHEN {row}.contact_phone IS NULL AND {row}.channel IN ('sms', 'whatsapp', 'voice') "
        f"THEN {row}.address ELSE {phone} END"
    )
    return (
        f"{name} || ' ' || replace(replace({email}, '@', ' '), '.', ' ') || ' ' || ({number}) "
        f"|| ' ' || substr({number}, 4)"
    )


def by(row: str, postgres: bool) -> str:
    """The person who took over, out of the dialogue."""
    field = f"({row}.dialogue::jsonb) ->> 'answered_by'"
    if not postgres:
        field = f"json_extract({row}.dialogue, '$.answered_by')"
    return f"CASE WHEN {row}.phase = 'held' THEN {field} END"


def script(row: str) -> str:
    """The key of its script."""
    return f"(SELECT key FROM script_versions WHERE id = {row}.script_version)"


COLUMNS = (
    "conversation, status, answering, answered_by, phase, handover, person_due_at, waiting_since, "
    "channel, script, language, source, outcome, tier, score, name, email, phone, people, "
    "last_seq, inbound_seq, last_at, last_author, preview, created_at, changed_at"
)


def line(row: str, postgres: bool, now: str) -> str:
    """The values of COLUMNS for a conversation without messages."""
    answered = by(row, postgres)
    return (
        f"{row}.id, {standing(row)}, {answering(row, answered, 'NULL')}, {answered}, {row}.phase, "
        f"{row}.handover, {row}.person_due_at, {row}.waiting_since, {row}.channel, {script(row)}, "
        f"{row}.language, {row}.source, {row}.outcome, {row}.tier, {row}.score, "
        f"{row}.contact_name, {row}.contact_email, {row}.contact_phone, {people(row)}, "
        f"0, {row}.inbound_seq, {row}.created_at, NULL, '', {row}.created_at, {now}"
    )


def opened(postgres: bool, now: str) -> str:
    return f"INSERT INTO inbox_lines ({COLUMNS}) SELECT {line('NEW', postgres, now)}"


def changed(postgres: bool, now: str) -> str:
    answered = by("NEW", postgres)
    return f"""
UPDATE inbox_lines SET
  status = CASE WHEN status = 'pending' OR {standing("NEW")} <> {standing("OLD")}
    THEN {standing("NEW")} ELSE status END,
  snoozed_until = CASE WHEN {standing("NEW")} <> {standing("OLD")} THEN NULL
    ELSE snoozed_until END,
  answering = {answering("NEW", answered, "offer")}, answered_by = {answered}, phase = NEW.phase,
  handover = NEW.handover, person_due_at = NEW.person_due_at, waiting_since = NEW.waiting_since,
  script = {script("NEW")}, language = NEW.language, source = NEW.source, outcome = NEW.outcome,
  tier = NEW.tier, score = NEW.score, name = NEW.contact_name, email = NEW.contact_email,
  phone = NEW.contact_phone, people = {people("NEW")}, inbound_seq = NEW.inbound_seq,
  changed_at = {now}
WHERE conversation = NEW.id"""


def said(now: str) -> str:
    """A prospect who writes again is there again: for whoever sees to them, else for the agent."""
    return f"""
UPDATE inbox_lines SET
  last_seq = NEW.seq, last_at = NEW.at, last_author = NEW.author,
  preview = substr(NEW.text, 1, {PREVIEW}),
  status = CASE WHEN NEW.author = 'prospect' AND status IN ('snoozed', 'resolved')
    THEN CASE WHEN assignee IS NULL AND answering IN ('agent', 'nobody')
      THEN 'pending' ELSE 'open' END
    ELSE status END,
  snoozed_until = CASE WHEN NEW.author = 'prospect' THEN NULL ELSE snoozed_until END,
  changed_at = {now}
WHERE conversation = NEW.conversation AND last_seq < NEW.seq"""


def assigned(now: str) -> str:
    return f"""
UPDATE inbox_lines SET
  person = NEW.person, team = coalesce(NEW.team, NEW.queue), offer = NEW.state,
  due_at = CASE WHEN NEW.state = 'offered' THEN NEW.due_at END,
  answering = {answering("inbox_lines", "answered_by", "NEW.state")}, changed_at = {now}
WHERE conversation = NEW.conversation AND NOT EXISTS (
  SELECT 1 FROM assignments later
  WHERE later.handover = NEW.handover AND later.number > NEW.number)"""


FREED = "UPDATE inbox_lines SET merged_into = NULL WHERE merged_into = OLD.conversation"
"""What was put with somebody who is erased stands for itself again."""
BACKFILL = """
UPDATE inbox_lines SET (last_seq, last_at, last_author, preview) = (
  SELECT seq, at, author, substr(text, 1, 200) FROM messages
  WHERE messages.conversation = inbox_lines.conversation ORDER BY seq DESC LIMIT 1)
WHERE EXISTS (SELECT 1 FROM messages WHERE messages.conversation = inbox_lines.conversation)
"""
BACKFILL_ASSIGNED = """
UPDATE inbox_lines SET (person, team, offer, due_at) = (
  SELECT person, coalesce(team, queue), state, CASE WHEN state = 'offered' THEN due_at END
  FROM assignments WHERE assignments.conversation = inbox_lines.conversation
  ORDER BY at DESC, number DESC LIMIT 1)
WHERE EXISTS (SELECT 1 FROM assignments WHERE assignments.conversation = inbox_lines.conversation)
"""


def upgrade() -> None:
    _tables()
    if op.get_bind().dialect.name == "postgresql":
        _postgres()
    else:
        _sqlite()


def _tables() -> None:
    text, number = sa.Text(), sa.Integer()
    op.create_table(
        "inbox_lines",
        sa.Column("position", COUNTER, nullable=False, autoincrement=True),
        sa.Column("conversation", text, nullable=False),
        sa.Column("status", text, nullable=False),
        sa.Column("snoozed_until", MOMENT),
        sa.Column("assignee", text),
        sa.Column("person", text),
        sa.Column("team", text),
        sa.Column("offer", text),
        sa.Column("due_at", MOMENT),
        sa.Column("answering", text, nullable=False),
        sa.Column("answered_by", text),
        sa.Column("phase", text, nullable=False),
        sa.Column("handover", text),
        sa.Column("person_due_at", MOMENT),
        sa.Column("waiting_since", MOMENT),
        sa.Column("channel", text, nullable=False),
        sa.Column("script", text, nullable=False),
        sa.Column("language", text, nullable=False),
        sa.Column("source", text),
        sa.Column("outcome", text, nullable=False),
        sa.Column("tier", text),
        sa.Column("score", number, nullable=False),
        sa.Column("name", text),
        sa.Column("email", text),
        sa.Column("phone", text),
        sa.Column("people", text, nullable=False),
        sa.Column("last_seq", number, nullable=False),
        sa.Column("inbound_seq", number, nullable=False),
        sa.Column("last_at", MOMENT, nullable=False),
        sa.Column("last_author", text),
        sa.Column("preview", text, nullable=False),
        sa.Column("merged_into", text),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("position", name="pk_inbox_lines"),
        sa.UniqueConstraint("conversation", name="uq_inbox_lines_conversation"),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name="fk_inbox_lines_conversation"
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "inbox_reads",
        sa.Column("user", text, nullable=False),
        sa.Column("conversation", text, nullable=False),
        sa.Column("seq", number, nullable=False),
        sa.PrimaryKeyConstraint("user", "conversation", name="pk_inbox_reads"),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name="fk_inbox_reads_conversation"
        ),
    )
    op.create_table(
        "inbox_notes",
        sa.Column("id", text, nullable=False),
        sa.Column("conversation", text, nullable=False),
        sa.Column("author", text, nullable=False),
        sa.Column("text", text, nullable=False),
        sa.Column("after_seq", number, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_inbox_notes"),
        sa.ForeignKeyConstraint(
            ["conversation"], ["conversations.id"], name="fk_inbox_notes_conversation"
        ),
    )
    op.create_index("ix_inbox_notes_conversation", "inbox_notes", ["conversation"])
    op.create_table(
        "inbox_views",
        sa.Column("id", text, nullable=False),
        sa.Column("user", text, nullable=False),
        sa.Column("name", text, nullable=False),
        sa.Column("query", text, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_inbox_views"),
        sa.UniqueConstraint("user", "name", name="uq_inbox_views_user_name"),
    )


def _indexes() -> None:
    """After the lines are there."""
    op.create_index("ix_inbox_lines_listed", "inbox_lines", ["last_at", "position", *FILTERS])
    op.create_index("ix_inbox_lines_changed_at", "inbox_lines", ["changed_at"])
    for column in ("merged_into", "due_at"):
        there = sa.text(f"{column} IS NOT NULL")
        op.create_index(
            f"ix_inbox_lines_{column}",
            "inbox_lines",
            [column],
            sqlite_where=there,
            postgresql_where=there,
        )


def _fill(postgres: bool, now: str) -> None:
    newly = line("conversations", postgres, now)
    op.execute(
        f"INSERT INTO inbox_lines ({COLUMNS}) SELECT {newly} FROM conversations "
        "ORDER BY created_at, id"
    )
    op.execute(BACKFILL)
    op.execute(BACKFILL_ASSIGNED)
    op.execute(
        f"UPDATE inbox_lines SET answering = {answering('inbox_lines', 'answered_by', 'offer')}"
    )


def _postgres() -> None:
    op.execute(WORDS_FUNCTION)
    _fill(True, POSTGRES_NOW)
    _indexes()
    op.execute("CREATE INDEX words_messages ON messages USING gin (inbox_words(text))")
    op.execute("CREATE INDEX words_people ON inbox_lines USING gin (inbox_words(people))")
    bodies = {
        "inbox_opened": ("AFTER INSERT ON conversations", opened(True, POSTGRES_NOW)),
        "inbox_changed": (
            f"AFTER UPDATE OF {WATCHED} ON conversations",
            changed(True, POSTGRES_NOW),
        ),
        "inbox_said": ("AFTER INSERT ON messages", said(POSTGRES_NOW)),
        "inbox_assigned": ("AFTER INSERT OR UPDATE ON assignments", assigned(POSTGRES_NOW)),
        "inbox_freed": ("AFTER DELETE ON inbox_lines", FREED),
    }
    for name, (when, body) in bodies.items():
        op.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$\n"
            f"BEGIN\n{body};\nRETURN NULL;\nEND $$"
        )
        op.execute(f"CREATE TRIGGER {name} {when} FOR EACH ROW EXECUTE FUNCTION {name}()")


def _sqlite() -> None:
    """FTS5 with the tables' own texts for content: https://sqlite.org/fts5.html, 4.4.3."""
    _fill(False, SQLITE_NOW)
    _indexes()
    for words, table, column in (
        ("words_messages", "messages", "text"),
        ("words_people", "inbox_lines", "people"),
    ):
        op.execute(
            f"CREATE VIRTUAL TABLE {words} USING fts5({column}, content='{table}', "
            "content_rowid='position', tokenize='unicode61 remove_diacritics 2', prefix='3')"
        )
        op.execute(f"INSERT INTO {words}({words}) VALUES ('rebuild')")
        add = f"INSERT INTO {words}(rowid, {column}) VALUES (NEW.position, NEW.{column});"
        drop = (
            f"INSERT INTO {words}({words}, rowid, {column}) "
            f"VALUES ('delete', OLD.position, OLD.{column});"
        )
        for when, body in (
            ("INSERT", add),
            ("DELETE", drop),
            (f"UPDATE OF {column}", f"{drop} {add}"),
        ):
            event = when.split()[0].lower()
            differs = f"WHEN OLD.{column} <> NEW.{column}" if event == "update" else ""
            op.execute(
                f"CREATE TRIGGER {words}_{event} AFTER {when} ON {table} {differs}\n"
                f"BEGIN {body} END"
            )
    for name, when, body in (
        ("inbox_opened", "AFTER INSERT ON conversations", opened(False, SQLITE_NOW)),
        (
            "inbox_changed",
            f"AFTER UPDATE OF {WATCHED} ON conversations",
            changed(False, SQLITE_NOW),
        ),
        ("inbox_said", "AFTER INSERT ON messages", said(SQLITE_NOW)),
        ("inbox_assigned", "AFTER INSERT ON assignments", assigned(SQLITE_NOW)),
        ("inbox_reassigned", "AFTER UPDATE ON assignments", assigned(SQLITE_NOW)),
        ("inbox_freed", "AFTER DELETE ON inbox_lines", FREED),
    ):
        op.execute(f"CREATE TRIGGER {name} {when}\nBEGIN\n{body};\nEND")


def downgrade() -> None:
    postgres = op.get_bind().dialect.name == "postgresql"
    tables = {
        "inbox_opened": "conversations",
        "inbox_changed": "conversations",
        "inbox_said": "messages",
        "inbox_assigned": "assignments",
        "inbox_freed": "inbox_lines",
    }
    for name, table in tables.items():
        op.execute(f"DROP TRIGGER {name} ON {table}" if postgres else f"DROP TRIGGER {name}")
        if postgres:
            op.execute(f"DROP FUNCTION {name}()")
    if postgres:
        op.execute("DROP INDEX words_messages")
    else:
        op.execute("DROP TRIGGER inbox_reassigned")
        for words in ("words_messages", "words_people"):
            for event in ("insert", "delete", "update"):
                op.execute(f"DROP TRIGGER {words}_{event}")
            op.execute(f"DROP TABLE {words}")
    for table in ("inbox_views", "inbox_notes", "inbox_reads", "inbox_lines"):
        op.drop_table(table)
    if postgres:
        op.execute("DROP FUNCTION inbox_words(text)")
