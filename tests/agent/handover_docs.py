"""The examples of docs/handover.md, as they are written now: `python -m tests.agent.handover_docs`
brings the page up to date.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from agent.brief_facts import facts_of
from qualification.brief.composing import compose, headline
from qualification.brief.rendering import as_sms, as_text
from qualification.brief.sections import text_of
from qualification.values import LANGUAGES
from tests.agent.dossiers import ana

PAGE = Path(__file__).parents[2] / "docs" / "handover.md"
_EXAMPLE = re.compile(r"(<!-- example (\w+) -->\n```text\n).*?(```\n)", re.DOTALL)


def examples() -> Mapping[str, str]:
    """Each example under its name: a language's brief, and its SMS."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        facts = facts_of(ana(), language)
        head, text = headline(facts, language), text_of(compose(facts, language))
        found[language] = as_text(head, text)
        found[f"{language}_sms"] = as_sms(head, text)
    return found


def brought_up_to_date(page: str) -> str:
    """The page with the examples of today."""
    today = examples()
    return _EXAMPLE.sub(lambda one: f"{one[1]}{today[one[2]]}\n{one[3]}", page)


def shown(page: str) -> frozenset[str]:
    """The names of the examples that a page shows."""
    return frozenset(name for _, name, _ in _EXAMPLE.findall(page))


if __name__ == "__main__":
    PAGE.write_text(brought_up_to_date(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
