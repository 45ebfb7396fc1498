"""What is wrong with a script, in its author's words? Pydantic's errors with places and hints.

The author is a marketer: no types, no jargon, and always what to write instead.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from qualification.errors import Problem
from qualification.frameworks import PRESETS, preset_criteria
from qualification.script import Script
from qualification.source import Data, Path, Source

Found: TypeAlias = tuple[Path, str | int | None]
"""The path of the part that an error is about, and the name that is missing from it, if one is."""

_NEEDS: Mapping[str, str] = {
    "string_type": "a text is expected here",
    "tuple_type": "a list is expected here",
    "mapping_type": "a group of `key: value` lines is expected here",
    "dict_type": "a group of `key: value` lines is expected here",
    "model_type": "a group of `key: value` lines is expected here",
    "model_attributes_type": "a group of `key: value` lines is expected here",
    "int_type": "a whole number is expected here",
    "int_parsing": "a whole number is expected here",
    "int_from_float": "a whole number is expected here",
    "decimal_type": "a number is expected here",
    "decimal_parsing": "a number is expected here",
    "bool_type": "`yes` or `no` is expected here",
    "bool_parsing": "`yes` or `no` is expected here",
    "date_type": "a day is expected here",
    "date_parsing": "a day is expected here",
    "date_from_datetime_parsing": "a day is expected here",
    "date_from_datetime_inexact": "a day is expected here",
    "time_type": "a time of day is expected here",
}
_FORMS: Mapping[str, str] = {
    "string_type": "write it behind the key; quote a text that begins with `{` or `[`",
    "tuple_type": "write `[one, two]`, or a line with `- ` for each",
    "mapping_type": "begin each line under the key with two more spaces",
    "dict_type": "begin each line under the key with two more spaces",
    "model_type": "begin each line under the key with two more spaces",
    "model_attributes_type": "begin each line under the key with two more spaces",
    "int_type": "write it in figures, like `25`",
    "int_parsing": "write it in figures, like `25`",
    "int_from_float": "write it in figures, like `25`",
    "decimal_type": "write it in figures without separators, like `3000`",
    "decimal_parsing": "write it in figures without separators, like `3000`",
    "date_type": "write it like `2026-03-31`",
    "date_parsing": "write it like `2026-03-31`",
    "date_from_datetime_parsing": "write it like `2026-03-31`",
    "date_from_datetime_inexact": "write it like `2026-03-31`",
    "time_type": "write it like `21:00`",
}
_PATTERNS: Mapping[str, str] = {
    r"^[a-z][a-z0-9_]{0,39}$": "use small letters, figures and `_`, like `company_size`",
    r"^[a-z][a-z0-9-]{0,59}$": "use small letters, figures and `-`, like `crm-suite`",
    r"^[A-Z]{3}$": "write the three capital letters of the currency, like `EUR`",
    r"^[A-Z]{2}$": "write the two capital letters of the country, like `ES`",
}
_LIMITS: Mapping[str, tuple[str, str]] = {
    "string_too_long": ("this text is longer than {max_length} characters", "shorten it"),
    "string_too_short": ("this text is empty", "write it, or delete the line"),
    "too_short": ("at least {min_length} must stand here", "add what is missing"),
    "too_long": ("at most {max_length} may stand here", "take some away"),
    "greater_than_equal": ("this number is too small", "write {ge} or more"),
    "less_than_equal": ("this number is too large", "write {le} or less"),
}
_LONGEST_SHOWN = 40
_ABSENT = "(absent)"


def problems_of(
    errors: Sequence[ErrorDetails], data: Data, source: Source, form: type[BaseModel] = Script
) -> Iterator[Problem]:
    """The problems that pydantic's errors stand for; a misspelt key is not also a missing one.

    `form` is what the text should have been.
    """
    misspelt = set()
    for error in errors:
        if error["type"] == "extra_forbidden":
            path, _ = _path(error["loc"], data)
            near = _near(str(path[-1]), tuple(_known_keys(path[:-1], data, form)))
            misspelt |= {(path[:-1], one) for one in near}
    for error in errors:
        path, name = _path(error["loc"], data)
        if name == "[key]":
            yield Problem(*source.key_at(path), *_words(error))
        elif error["type"] != "missing":
            if not _follows(error, errors):
                yield _problem(error, path, data, source, form)
        elif (path, name) not in misspelt:
            yield _missing(path, name, source)


def _follows(error: ErrorDetails, errors: Sequence[ErrorDetails]) -> bool:
    """Whether a list is found too short only because some of it is wrong."""
    loc = error["loc"]
    return error["type"] == "too_short" and any(
        len(other["loc"]) > len(loc) and other["loc"][: len(loc)] == loc for other in errors
    )


def _problem(
    error: ErrorDetails, path: Path, data: Data, source: Source, form: type[BaseModel]
) -> Problem:
    if error["type"] == "extra_forbidden":
        return _unknown(path, data, source, form)
    if error["type"] in ("union_tag_not_found", "union_tag_invalid"):
        return _wrong_kind(path, data, source)
    message, hint = _words(error)
    return Problem(*source.value_at(path), message, hint)


def close_to(wrong: str, known: Sequence[str]) -> str:
    """ "Did you mean …?" when one of the known is near, else all of them."""
    near = _near(wrong, known)
    return f"did you mean `{near[0]}`?" if near else f"known here: {', '.join(known)}"


def _near(wrong: str, known: Sequence[str]) -> list[str]:
    return get_close_matches(wrong, known, n=1, cutoff=0.6)


def shown(value: object) -> str:
    """A value as it is quoted to its author: short, on one line."""
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _missing(path: Path, name: str | int | None, source: Source) -> Problem:
    if not path:
        return Problem(1, 1, f"`{name}` is missing", f"add a line `{name}: …`")
    inside = "this item" if isinstance(path[-1], int) else f"`{path[-1]}`"
    return Problem(*source.key_at(path), f"`{name}` is missing in {inside}", f"add `{name}: …`")


def _unknown(path: Path, data: Data, source: Source, form: type[BaseModel]) -> Problem:
    known = tuple(_known_keys(path[:-1], data, form))
    name = shown(path[-1])
    return Problem(*source.key_at(path), f"unknown key `{name}`", close_to(name, known))


def _wrong_kind(path: Path, data: Data, source: Source) -> Problem:
    """A criterion without a kind: its key is not the framework's, or the kind is misspelt."""
    criterion = _at(data, path)
    group = criterion if isinstance(criterion, dict) else {}
    written, key = group.get("kind"), group.get("key")
    criteria = get_args(Script.model_fields["criteria"].annotation)[0]
    kinds = tuple(kind for kind in map(_kind_of, _members(criteria)) if kind)
    if isinstance(written, str):
        message = f"`{shown(written)}` is no kind of question"
        return Problem(*source.value_at((*path, "kind")), message, close_to(written, kinds))
    presets = [name for preset in PRESETS for name in preset_criteria(preset)]
    near = get_close_matches(str(key), presets, n=1, cutoff=0.7)
    hint = f"add `kind:` with one of {', '.join(kinds)}"
    if near and key != near[0]:
        hint += f"; or did you mean the framework's `{near[0]}`?"
    return Problem(*source.key_at(path), "`kind` is missing in this criterion", hint)


def _words(error: ErrorDetails) -> tuple[str, str]:
    """What an error says, and what to write instead."""
    kind, context, written = error["type"], error.get("ctx", {}), error["input"]
    if written is None:
        needed = _NEEDS.get(kind, "a value is expected here")
        return f"nothing is written here, {needed.replace(' here', '')}", "fill it in"
    if kind in _NEEDS:
        return f"{_NEEDS[kind]}, not {_sort(written)}", _FORMS.get(kind, "")
    if kind in ("literal_error", "enum"):
        known = context["expected"].replace(" or ", ", ").replace("'", "").split(", ")
        return f"`{shown(written)}` is not known here", close_to(str(written), known)
    if kind == "string_pattern_mismatch":
        return f"`{shown(written)}` does not fit", _PATTERNS[context["pattern"]]
    if kind in _LIMITS:
        message, hint = _LIMITS[kind]
        return message.format_map(context), hint.format_map(context)
    message, _, hint = error["msg"].removeprefix("Value error, ").partition(": ")
    return message, hint


def _sort(value: object) -> str:
    match value:
        case list():
            return "a list"
        case dict():
            return "a group of keys"
        case _:
            return f"`{shown(value)}`"


def _path(loc: Sequence[str | int], data: Data) -> Found:
    """The part of the data that a location names, without the steps that pydantic adds."""
    path: Path = ()
    here = data
    missing: str | int | None = None
    for position, step in enumerate(loc):
        if _is_tag(loc, position):
            continue
        inner = _step(here, step)
        if inner is _ABSENT:
            missing = step
        else:
            here, path = inner, (*path, step)
    return path, missing


def _step(data: Data, step: str | int) -> Data:
    """What stands under one step of a path; the very object `_ABSENT` if nothing does."""
    match data, step:
        case dict(), str():
            return data.get(step, _ABSENT)
        case list(), int() if step < len(data):
            return data[step]
        case _:
            return _ABSENT


def _is_tag(loc: Sequence[str | int], position: int) -> bool:
    """Whether a step names the kind of a criterion or of a condition, not a part of the data."""
    return (position == 2 and loc[0] == "criteria") or (position == 6 and loc[4] == "when")


def _at(data: Data, path: Path) -> Data:
    for step in path:
        data = _step(data, step)
    return data


def _known_keys(path: Path, data: Data, form: type[BaseModel]) -> Iterator[str]:
    """The keys that the format knows in a part of the text."""
    forms: list[object] = [form]
    for position, step in enumerate(path):
        forms = [inner for one in forms for inner in _inside(one, step)]
        kind = _at(data, (*path[: position + 1], "kind"))
        forms = [one for one in forms if _kind_of(one) in (None, kind)]
    several = [inner for one in forms if get_origin(one) is tuple for inner in _inside(one, 0)]
    parts = [
        one for one in (*forms, *several) if isinstance(one, type) and issubclass(one, BaseModel)
    ]  # one may stand for a list of one
    for part in parts:
        yield from (field.alias or name for name, field in part.model_fields.items())


def _inside(form: object, step: str | int) -> list[object]:
    """What may stand under one step of a path."""
    if isinstance(form, type) and issubclass(form, BaseModel):
        return [
            one
            for name, field in form.model_fields.items()
            if step in (name, field.alias)
            for one in _members(field.annotation)
        ]
    arguments = get_args(form)
    return list(_members(arguments[-1 if isinstance(step, str) else 0])) if arguments else []


def _members(annotation: object) -> Iterator[object]:
    """The alternatives of an annotation, each without its metadata."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _members(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        for member in get_args(annotation):
            yield from _members(member)
    else:
        yield annotation


def _kind_of(form: object) -> str | None:
    """The kind that a form of question is for."""
    if not (isinstance(form, type) and issubclass(form, BaseModel)):
        return None
    field = form.model_fields.get("kind")
    if field is None or get_origin(field.annotation) is not Literal:
        return None
    return str(get_args(field.annotation)[0])
