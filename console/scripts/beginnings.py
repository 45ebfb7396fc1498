"""How does a new script begin? PURE: as a text that can be talked to at once, with the places that
its author fills in.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from qualification.frameworks import PRESETS

FRAMEWORKS: tuple[str, ...] = tuple(PRESETS)


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is asked before a script is begun."""

    key: str
    title: str
    company: str
    framework: str
    languages: Sequence[str]


_DISCLOSURE = {
    "es": "Hola, soy Lucía, la asistente virtual de {company}.",
    "en": "Hi, I'm Lucía, {company}'s AI assistant.",
}
_GOAL = {"es": "¿En qué podemos ayudarle?", "en": "What can we help you with?"}
_TIME = {"es": "¿Para cuándo lo necesitaría?", "en": "When would you need it?"}
_TOPICS = {"es": "[precio, cuánto cuesta]", "en": "[price, how much]"}
_ANSWER = {
    "es": "El precio depende de lo que necesite; se lo cuenta una persona del equipo.",
    "en": "The price depends on what you need; someone from the team will tell you.",
}


def beginning(of: Beginning) -> str:
    """The text of a new script."""
    lines = [
        "# The format is explained in docs/scripts.md.",
        f"script: {of.key}",
        f"title: {_quoted(of.title)}",
        f"framework: {of.framework}",
        f"languages: [{', '.join(of.languages)}]",
        f"persona: {{name: Lucía, company: {_quoted(of.company)}, tone: warm and brief}}",
        "",
        "disclosure:",
        *_each(of, {one: text.format(company=of.company) for one, text in _DISCLOSURE.items()}, 2),
        "",
    ]
    if of.framework == "none":
        lines += [
            "criteria:",
            "  - key: need",
            "    kind: text",
            "    ask:",
            *_each(of, _GOAL, 6),
            "  - key: timeline",
            "    kind: timeframe",
            "    ask:",
            *_each(of, _TIME, 6),
            "    positive: {within: 3 months}",
            "    acceptable: {within: 9 months}",
            "",
            "contact: {ask: [name, email]}",
            "",
            "qualify:",
            "  all_of: [need]",
            "  at_least: {count: 1, of: [timeline]}",
            "  disqualify: [support, wrong_person]",
            "",
        ]
    topics = [f"      {one}: {_TOPICS[one]}" for one in of.languages]
    lines += ["facts:", "  - id: price", "    topics:", *topics, "    answer:"]
    lines += _each(of, _ANSWER, 6)
    return "\n".join(lines) + "\n"


def _each(of: Beginning, texts: dict[str, str], indent: int) -> list[str]:
    return [f"{' ' * indent}{one}: {_quoted(texts[one])}" for one in of.languages]


def _quoted(text: str) -> str:
    """As YAML and JSON both write a text."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
