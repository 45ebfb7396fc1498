"""What must the model answer with? The one object of a reading: its schema, and how an answer is
taken apart.

The fields stand in the order in which they are written: the bridge first, because it is said while
the rest is still coming, and the wording of the next question last. Keys are the script's own, so
nothing else can be named; there is no field for a score or a verdict.
"""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from agent.errors import ModelNonsense
from qualification.script import Script
from qualification.signals import Signal
from qualification.values import CONTACT_KINDS, Json

NO_QUESTION = "none"
MOST_ITEMS, MOST_SIGNALS, MOST_FACTS = 12, 3, 3
"""Small models run on through lists that have no end."""
NAMED_SIGNALS = (
    Signal.WANTS_HUMAN,
    Signal.WANTS_DEMO,
    Signal.OPT_OUT,
    Signal.OPT_IN,
    Signal.NOT_INTERESTED,
    Signal.SUPPORT,
    Signal.WRONG_PERSON,
    Signal.WHY,
    Signal.REPEAT,
    Signal.IS_BOT_QUESTION,
    Signal.ABUSIVE,
    Signal.LANGUAGE_SWITCH,
)
"""Those that the model is asked for; the others follow from what else it found."""


def _as_text(value: object) -> object:
    """Servers that enforce no schema write numbers, booleans and null where words are due."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, int | float) else value


def _as_list(value: object) -> object:
    return [] if value is None else value


Words = Annotated[str, BeforeValidator(_as_text)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class ExtractedSignal(_Part):
    """Something the prospect wants or does, and the words that show it."""

    signal: Words
    quote: Words = ""


class ExtractedAnswer(_Part):
    """An answer to one of the script's questions."""

    key: Words
    quote: Words = ""
    value: Words = ""
    corrects: bool = False


class ExtractedDecline(_Part):
    """A question that the prospect will not or cannot answer."""

    key: Words
    reason: Words
    quote: Words = ""


class ExtractedQuestion(_Part):
    """The model's own wording of the question that it expects next."""

    key: Words = NO_QUESTION
    text: Words = ""


class Extract(_Part):
    """What the model found. Nothing of it counts before it is grounded in the messages."""

    bridge: Words
    signals: Annotated[tuple[ExtractedSignal, ...], BeforeValidator(_as_list)] = ()
    facts: Annotated[tuple[Words, ...], BeforeValidator(_as_list)] = ()
    question: Words = ""
    answers: Annotated[tuple[ExtractedAnswer, ...], BeforeValidator(_as_list)] = ()
    declines: Annotated[tuple[ExtractedDecline, ...], BeforeValidator(_as_list)] = ()
    later: Words = ""
    language: Words = ""
    asks: ExtractedQuestion | None = None


def parse_extract(text: str) -> Extract:
    """The object in a model's answer, also when it stands in a code fence or among other words."""
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start:
        raise ModelNonsense("The model answered without a JSON object.", outcome="no_json")
    try:
        return Extract.model_validate_json(text[start : end + 1])
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"])) or "the object"
        outcome = "broken_json" if first["type"] == "json_invalid" else "wrong_shape"
        message = f"The model's answer cannot be used: {where}: {first['msg']}."
        raise ModelNonsense(message, outcome=outcome) from None


def extract_schema(script: Script) -> dict[str, Json]:
    """The object's JSON Schema for one script, in the subset that strict servers accept."""
    return _object(extract_fields(script))


def extract_fields(script: Script) -> dict[str, Json]:
    """The schema of each field, in the order in which they are written."""
    keys: list[Json] = [*(criterion.key for criterion in script.criteria), *CONTACT_KINDS]
    asked: list[Json] = [*(criterion.key for criterion in script.criteria), *script.contact.ask]
    signals: list[Json] = [signal.value for signal in NAMED_SIGNALS]
    text: dict[str, Json] = {"type": "string"}
    fields: dict[str, Json] = {
        "bridge": text,
        "signals": _list(_object({"signal": _one_of(signals), "quote": text}), MOST_SIGNALS),
        "facts": _list(_one_of([fact.id for fact in script.facts]), MOST_FACTS),
        "question": text,
        "answers": _list(
            _object(
                {
                    "key": _one_of(keys),
                    "quote": text,
                    "value": text,
                    "corrects": {"type": "boolean"},
                }
            )
        ),
        "declines": _list(
            _object(
                {
                    "key": _one_of(keys),
                    "reason": _one_of(["refused", "does_not_know"]),
                    "quote": text,
                }
            )
        ),
        "later": text,
        "language": _one_of([*script.languages, "other"]),
        "asks": _object({"key": _one_of([*asked, NO_QUESTION]), "text": text}),
    }
    if not script.facts:
        del fields["facts"]
    if script.wording == "exact":
        del fields["asks"]
    return fields


def _object(fields: dict[str, Json]) -> dict[str, Json]:
    return {
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }


def _list(items: Json, at_most: int = MOST_ITEMS) -> dict[str, Json]:
    return {"type": "array", "items": items, "maxItems": at_most}


def _one_of(names: list[Json]) -> dict[str, Json]:
    return {"type": "string", "enum": names}
