"""What is a model asked for when it writes a brief, and what does its answer look like?

The prefix depends on the language alone; what stands on record and the lead's own words follow it.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from agent.errors import ModelNonsense
from agent.outbox import Told
from agent.ports import ModelCall
from agent.prompts import TEMPLATES, templates
from qualification.brief.facts import Spoken
from qualification.brief.private import is_private
from qualification.brief.sections import one_line
from qualification.values import LANGUAGES, Json, Language

SCHEMA_NAME = "brief"
MAX_TOKENS = 700
MESSAGES_AT_MOST, CHARACTERS_AT_MOST, MESSAGE_AT_MOST = 40, 6000, 1000
"""Messages shown, the newest; characters of all of them, and of each."""
RECORD_AT_MOST = 6000
_NAMES: Mapping[Language, str] = {"es": "Spanish", "en": "English"}
_MARKER = re.compile(r"<(?=\s*/?\s*message)", re.IGNORECASE)


class _Answer(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class BriefText(_Answer):
    """A model's own words for a brief."""

    summary: tuple[Told, ...]
    manner: tuple[Told, ...]
    next_step: str


class BriefPrompts:
    """Makes the calls; what differs between two of one language stands at their end."""

    def __init__(self, folder: Path = TEMPLATES) -> None:
        environment = templates(folder)
        prefix = environment.get_template("brief.j2")
        self._record = environment.get_template("brief_record.j2")
        source = (folder / "brief_record.j2").read_text(encoding="utf-8")
        self._prefixes = {one: prefix.render(language_name=_NAMES[one]) for one in LANGUAGES}
        self._ids = {
            one: hashlib.sha256(f"{text}\0{source}".encode()).hexdigest()
            for one, text in self._prefixes.items()
        }

    def texts(self) -> Mapping[str, str]:
        """What the ids stand for."""
        return {self._ids[one]: self._prefixes[one] for one in LANGUAGES}

    def id(self, language: Language) -> str:
        """The content hash of all that a call begins with."""
        return self._ids[language]

    def call(
        self, language: Language, record: str, spoken: Sequence[Spoken], timeout: float
    ) -> ModelCall:
        """The request for a brief in a language."""
        messages = list(_own_words(spoken))[::-1]
        return ModelCall(
            prefix=self._prefixes[language],
            state=self._record.render(
                record=_shown(record, RECORD_AT_MOST, lines=True), messages=messages
            ),
            schema=SCHEMA,
            schema_name=SCHEMA_NAME,
            max_tokens=MAX_TOKENS,
            timeout=timeout,
        )


def parse_brief(text: str) -> BriefText:
    """The object in a model's answer. Raises ModelNonsense."""
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start:
        raise ModelNonsense("The model answered without a JSON object.", outcome="no_json")
    try:
        return BriefText.model_validate_json(text[start : end + 1])
    except ValidationError as error:
        broken = error.errors(include_url=False, include_input=False)[0]["type"] == "json_invalid"
        raise ModelNonsense(
            "The model's brief is not the object asked for.",
            outcome="broken_json" if broken else "wrong_shape",
        ) from None


def _own_words(spoken: Sequence[Spoken]) -> Iterator[str]:
    """What the lead said, the newest first: without what is no person's, or nobody's business."""
    room, shown = CHARACTERS_AT_MOST, 0
    for one in reversed(spoken):
        if one.author != "prospect":
            continue
        text = _shown(one.own, min(room, MESSAGE_AT_MOST))
        if not text or is_private(text):
            continue
        room -= len(text)
        shown += 1
        yield text
        if room <= 0 or shown == MESSAGES_AT_MOST:
            return


def _shown(text: str, most: int, *, lines: bool = False) -> str:
    """Text as data: nothing in it can end the place where data stands."""
    kept = text[:most] if lines else one_line(text, most)
    return _MARKER.sub("‹", kept)


def _schema() -> dict[str, Json]:
    text: Json = {"type": "string"}
    told: Json = {"type": "array", "items": _object({"text": text, "quote": text})}
    return _object({"summary": told, "manner": told, "next_step": text})


def _object(fields: dict[str, Json]) -> dict[str, Json]:
    return {
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }


SCHEMA: Mapping[str, Json] = _schema()
