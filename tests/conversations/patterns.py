"""Which conversation patterns are there, and how many conversations show each?

`python -m tests.conversations.patterns` prints the table. A name under `covers` that is not here is
a mistake, and a pattern that lacks a language fails tests/conversations/test_patterns.py.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rich.console import Console
from rich.table import Table

from agent.rehearsal.conversation_files import read_tests
from agent.rehearsal.conversation_tests import ConversationTest
from qualification.values import LANGUAGES, Language

HERE = Path(__file__).parent
PATTERNS: Mapping[str, tuple[str, ...]] = {
    "answers": (
        "several answers in one message",
        "answers in any order",
        "never re-ask what is known",
        "knock-out",
        "a denial is no answer",
    ),
    "corrections": (
        "correction",
        "correction twice in a row",
        "correction of an older answer",
        "correction cancelled",
        "an invalid new value keeps the old one",
        "a changed answer reopens only what depends on it",
    ),
    "validation": ("validation with a reason and a capped number of tries",),
    "questions": (
        "question answered from facts, then the same question resumes",
        "question that no fact answers",
        "yes, and by the way is an answer and a question",
        "why do you ask",
        "repeat that",
    ),
    "half answers": (
        "refuses",
        "skips",
        "does not know",
        "gives a range",
        "gives no currency",
        "gives no period",
    ),
    "wishes": (
        "not now, write me in March",
        "not interested",
        "asks for a person",
        "takes the conversation over",
        "asks for a demo",
        "is this a bot",
    ),
    "not a lead": (
        "support request from a customer",
        "wrong person",
        "student",
        "seller",
    ),
    "stop": ("STOP in its many forms", "sentences that only look like STOP"),
    "how they write": (
        "two languages in one conversation",
        "bursts",
        "goes on writing while the model reads",
        "empty",
        "very long",
        "emoji",
        "abuse",
    ),
    "time": (
        "comes back days later",
        "comes back in a new conversation",
        "script published meanwhile",
        "silence and nudges",
        "asked again after months",
        "taken up again when they asked for it",
        "quiet hours",
    ),
    "contact": ("read back e-mail", "read back phone"),
    "frameworks": ("the whole path of a framework", "unqualified by a framework's rule"),
    "injection": ("prompt injection of every kind",),
    "model": (
        "model reads",
        "model slow",
        "model down",
        "model refusing",
        "model empty",
        "model malformed",
        "model inventing a quote",
        "model inventing a fact",
        "model disagreeing",
        "model in another language",
    ),
}
"""The names that conversation tests may cover, by theme."""
NOT_BUILT: Mapping[str, str] = {
    "comes back by another channel": "there is one channel so far",
}
"""Patterns that nothing can show yet, and why."""
NAMES = frozenset(name for names in PATTERNS.values() for name in names)


@dataclass(frozen=True, slots=True)
class Shown:
    """A conversation test, and where it stands."""

    file: str
    script: str
    test: ConversationTest


@dataclass(frozen=True, slots=True)
class Count:
    """How many conversations show a pattern in a language: read plainly, or by a scripted model."""

    plain: int = 0
    scripted: int = 0

    @property
    def all(self) -> int:
        """Both."""
        return self.plain + self.scripted


@cache
def all_tests(folder: Path = HERE) -> tuple[Shown, ...]:
    """Every conversation test of a folder, read once."""
    return tuple(_read(folder))


def _read(folder: Path) -> Iterator[Shown]:
    for file in sorted(folder.glob("*.yaml")):
        tests = read_tests(file.read_text(encoding="utf-8"), file.name)
        for test in tests.conversations:
            yield Shown(file.stem, tests.script, test)


def coverage(folder: Path = HERE) -> dict[tuple[str, Language], Count]:
    """How many conversations show each pattern in each language."""
    plain: Counter[tuple[str, Language]] = Counter()
    scripted: Counter[tuple[str, Language]] = Counter()
    for shown in all_tests(folder):
        for name in shown.test.covers:
            (scripted if shown.test.scripted else plain)[name, shown.test.language] += 1
    return {
        (name, language): Count(plain[name, language], scripted[name, language])
        for name in NAMES
        for language in LANGUAGES
    }


def unknown(folder: Path = HERE) -> dict[str, str]:
    """Names under `covers` that are no pattern, with the conversation that has them."""
    return {
        name: f"{shown.file}: {shown.test.name}"
        for shown in all_tests(folder)
        for name in shown.test.covers
        if name not in NAMES
    }


def table(folder: Path = HERE) -> Table:
    """Pattern by language: conversations read plainly + by a scripted model."""
    counts = coverage(folder)
    shown = Table(
        title="Conversation patterns",
        caption=f"{len(all_tests(folder))} conversations: read plainly + with a scripted model",
    )
    shown.add_column("theme")
    shown.add_column("pattern")
    for language in LANGUAGES:
        shown.add_column(language, justify="right")
    for theme, names in PATTERNS.items():
        for name in names:
            shown.add_row(
                theme if name == names[0] else "",
                name,
                *(_cell(counts[name, language]) for language in LANGUAGES),
            )
    for name, why in NOT_BUILT.items():
        shown.add_row("not built", f"{name}: {why}")
    return shown


def _cell(count: Count) -> str:
    if not count.all:
        return "[red]none[/red]"
    return f"{count.plain} + {count.scripted}" if count.scripted else str(count.plain)


if __name__ == "__main__":
    Console().print(table())
