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
from qualification.saying import Said
from qualification.script import Script
from qualification.source import Data, Path, Source

Found: TypeAlias = tuple[Path, str | int | None]
"""The path of the part that an error is about, and the name that is missing from it, if one is."""

_NEEDS: Mapping[str, Said] = {
    "string_type": Said("a text is expected"),
    "tuple_type": Said("a list is expected"),
    "mapping_type": Said("a group of `key: value` lines is expected"),
    "dict_type": Said("a group of `key: value` lines is expected"),
    "model_type": Said("a group of `key: value` lines is expected"),
    "model_attributes_type": Said("a group of `key: value` lines is expected"),
    "int_type": Said("a whole number is expected"),
    "int_parsing": Said("a whole number is expected"),
    "int_from_float": Said("a whole number is expected"),
    "decimal_type": Said("a number is expected"),
    "decimal_parsing": Said("a number is expected"),
    "bool_type": Said("`yes` or `no` is expected"),
    "bool_parsing": Said("`yes` or `no` is expected"),
    "date_type": Said("a day is expected"),
    "date_parsing": Said("a day is expected"),
    "date_from_datetime_parsing": Said("a day is expected"),
    "date_from_datetime_inexact": Said("a day is expected"),
    "time_type": Said("a time of day is expected"),
}
_FORMS: Mapping[str, Said] = {
    "string_type": Said("write it behind the key; quote a text that begins with `{` or `[`"),
    "tuple_type": Said("write `[one, two]`, or a line with `- ` for each"),
    "mapping_type": Said("begin each line under the key with two more spaces"),
    "dict_type": Said("begin each line under the key with two more spaces"),
    "model_type": Said("begin each line under the key with two more spaces"),
    "model_attributes_type": Said("begin each line under the key with two more spaces"),
    "int_type": Said("write it in figures, like `25`"),
    "int_parsing": Said("write it in figures, like `25`"),
    "int_from_float": Said("write it in figures, like `25`"),
    "decimal_type": Said("write it in figures without separators, like `3000`"),
    "decimal_parsing": Said("write it in figures without separators, like `3000`"),
    "date_type": Said("write it like `2026-03-31`"),
    "date_parsing": Said("write it like `2026-03-31`"),
    "date_from_datetime_parsing": Said("write it like `2026-03-31`"),
    "date_from_datetime_inexact": Said("write it like `2026-03-31`"),
    "time_type": Said("write it like `21:00`"),
}
_PATTERNS: Mapping[str, Said] = {
    r"^[a-z][a-z0-9_]{0,39}$": Said("use small letters, figures and `_`, like `company_size`"),
    r"^[a-z][a-z0-9-]{0,59}$": Said("use small letters, figures and `-`, like `crm-suite`"),
    r"^[A-Z]{3}$": Said("write the three capital letters of the currency, like `EUR`"),
    r"^[A-Z]{2}$": Said("write the two capital letters of the country, like `ES`"),
}
_LIMITS: Mapping[str, tuple[Said, Said]] = {
    "string_too_long": (
        Said("this text is longer than %(max_length)s characters"),
        Said("shorten it"),
    ),
    "string_too_short": (Said("this text is empty"), Said("write it, or delete the line")),
    "too_short": (Said("at least %(min_length)s must stand here"), Said("add what is missing")),
    "too_long": (Said("at most %(max_length)s may stand here"), Said("take some away")),
    "greater_than_equal": (Said("this number is too small"), Said("write %(ge)s or more")),
    "less_than_equal": (Said("this number is too large"), Said("write %(le)s or less")),
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


def close_to(wrong: str, known: Sequence[str]) -> Said:
    """ "Did you mean …?" when one of the known is near, else all of them."""
    near = _near(wrong, known)
    if near:
        return Said("did you mean `%(near)s`?", near=near[0])
    return Said("known here: %(listed)s", listed=", ".join(dict.fromkeys(known)))


def is_near(wrong: str, known: Sequence[str]) -> bool:
    """Whether it may be one of them, misspelled."""
    return bool(_near(wrong, known))


def _near(wrong: str, known: Sequence[str]) -> list[str]:
    return get_close_matches(wrong, known, n=1, cutoff=0.6)


def shown(value: object) -> str:
    """A value as it is quoted to its author: short, on one line."""
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _missing(path: Path, name: str | int | None, source: Source) -> Problem:
    if not path:
        hint = Said("add a line `%(name)s: …`", name=name)
        return Problem(1, 1, Said("`%(name)s` is missing", name=name), hint)
    if isinstance(path[-1], int):
        message = Said("`%(name)s` is missing in this item", name=name)
    else:
        message = Said("`%(name)s` is missing in `%(part)s`", name=name, part=path[-1])
    return Problem(*source.key_at(path), message, Said("add `%(name)s: …`", name=name))


def _unknown(path: Path, data: Data, source: Source, form: type[BaseModel]) -> Problem:
    known = tuple(_known_keys(path[:-1], data, form))
    name = shown(path[-1])
    return Problem(
        *source.key_at(path), Said("unknown key `%(name)s`", name=name), close_to(name, known)
    )


def _wrong_kind(path: Path, data: Data, source: Source) -> Problem:
    """A criterion without a kind: its key is not the framework's, or the kind is misspelt."""
    criterion = _at(data, path)
    group = criterion if isinstance(criterion, dict) else {}
    written, key = group.get("kind"), group.get("key")
    criteria = get_args(Script.model_fields["criteria"].annotation)[0]
    kinds = tuple(kind for kind in map(_kind_of, _members(criteria)) if kind)
    if isinstance(written, str):
        message = Said("`%(written)s` is no kind of question", written=shown(written))
        return Problem(*source.value_at((*path, "kind")), message, close_to(written, kinds))
    presets = [name for preset in PRESETS for name in preset_criteria(preset)]
    near = get_close_matches(str(key), presets, n=1, cutoff=0.7)
    hint = Said("add `kind:` with one of %(listed)s", listed=", ".join(kinds))
    if near and key != near[0]:
        hint = Said(
            "%(hint)s; or did you mean the framework's `%(near)s`?", hint=hint, near=near[0]
        )
    return Problem(*source.key_at(path), Said("`kind` is missing in this criterion"), hint)


def _words(error: ErrorDetails) -> tuple[Said, Said]:
    """What an error says, and what to write instead."""
    kind, context, written = error["type"], error.get("ctx", {}), error["input"]
    if written is None:
        needed = _NEEDS.get(kind, Said("a value is expected"))
        return Said("nothing is written here, %(needed)s", needed=needed), Said("fill it in")
    if kind in _NEEDS:
        wrong = Said(
            "%(needed)s here, not %(written)s", needed=_NEEDS[kind], written=_sort(written)
        )
        return wrong, _FORMS.get(kind, Said())
    if kind in ("literal_error", "enum"):
        known = context["expected"].replace(" or ", ", ").replace("'", "").split(", ")
        unknown = Said("`%(written)s` is not known here", written=shown(written))
        return unknown, close_to(str(written), known)
    if kind == "string_pattern_mismatch":
        misfit = Said("`%(written)s` does not fit", written=shown(written))
        return misfit, _PATTERNS[context["pattern"]]
    if kind in _LIMITS:
        message, hint = _LIMITS[kind]
        return message.filled(**context), hint.filled(**context)
    if kind == "value_error" and isinstance(told := (*context["error"].args, "")[0], Said):
        return told.parted()  # one of our own validators
    return Said("%(pydantic)s", pydantic=error["msg"]), Said()


def _sort(value: object) -> Said:
    match value:
        case list():
            return Said("a list")
        case dict():
            return Said("a group of keys")
        case _:
            return Said("`%(value)s`", value=shown(value))


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
