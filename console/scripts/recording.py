"""How does a conversation become a test? PURE: what was said, and what has to hold after it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qualification.values import Json, Language

FIRST = "# What must hold in a conversation: docs/scripts.md, Conversation tests.\nscript: {key}\n"


@dataclass(frozen=True, slots=True)
class Recorded:
    """One turn: what was said, and how things stood after it."""

    said: str
    asked: str | None
    phase: str
    outcome: str
    answers: Mapping[str, Mapping[str, Json]]
    """By question, what came to be known in this turn: state and value."""


def with_test(text: str, key: str, name: str, language: Language, turns: Sequence[Recorded]) -> str:
    """A file of tests with one more at its end."""
    lines = [
        f"  - name: {_quoted(name)}",
        f"    language: {language}",
        "    turns:",
    ]
    for turn in turns:
        lines.append(f"      - say: {_quoted(turn.said)}")
        lines.append("        expect:")
        if turn.answers:
            lines.append("          answers:")
            lines += [f"            {one}: {_flow(answer)}" for one, answer in turn.answers.items()]
        lines.append(f"          asked: {turn.asked or 'nothing'}")
        lines.append(f"          phase: {turn.phase}")
        lines.append(f"          verdict: {turn.outcome}")
    body = text.rstrip()
    if not body:
        body = FIRST.format(key=key) + "conversations:"
    elif "\nconversations:" not in f"\n{body}":
        body += "\nconversations:"
    gap = "\n" if body.endswith("conversations:") else "\n\n"
    return body + gap + "\n".join(lines) + "\n"


def _flow(answer: Mapping[str, Json]) -> str:
    return "{" + ", ".join(f"{name}: {_value(one)}" for name, one in answer.items()) + "}"


def _value(value: Json) -> str:
    """As YAML in one line, which JSON is, too."""
    return json.dumps(value, ensure_ascii=False)


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
