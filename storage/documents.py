"""How do the project's own types become text and come back the same? One adapter a type."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter

from agent.dialogue import Dialogue
from agent.reading import Reading
from qualification.values import Json, Value

_DIALOGUE: TypeAdapter[Dialogue] = TypeAdapter(Dialogue)
_READING: TypeAdapter[Reading] = TypeAdapter(Reading)
_VALUE: TypeAdapter[Value] = TypeAdapter(Value)


def dialogue_text(dialogue: Dialogue) -> str:
    """A dialogue as text."""
    return _DIALOGUE.dump_json(dialogue).decode()


@lru_cache(maxsize=1024)
def dialogue_from(text: str) -> Dialogue:
    """The dialogue again; nothing in it ever changes, so the newest ones are kept."""
    return _DIALOGUE.validate_json(text)


def reading_text(reading: Reading) -> str:
    """A reading as text."""
    return _READING.dump_json(reading).decode()


def reading_from(text: str) -> Reading:
    """The reading again."""
    return _READING.validate_json(text)


def value_text(value: Value) -> str:
    """A typed value as text, its type with it."""
    return _VALUE.dump_json(value).decode()


def value_from(text: str) -> Value:
    """The value again."""
    return _VALUE.validate_json(text)


def object_text(record: Any, **more: Json) -> str:
    """A frozen record of plain parts as one JSON object, `more` first."""
    return json.dumps({**more, **asdict(record)}, ensure_ascii=False)


def object_from(text: str) -> Mapping[str, Json]:
    """The JSON object again."""
    found: dict[str, Json] = json.loads(text)
    return found
