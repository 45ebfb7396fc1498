"""Do a script's words about profiles hold together? What is prefilled must be asked for somewhere,
and lines of the score must be in words of their field's kind.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

import phonenumbers

from qualification.errors import Problem
from qualification.fields import Prefilled
from qualification.mistakes import close_to, shown
from qualification.profile.domains import MailKind
from qualification.saying import Said
from qualification.source import Data, Path, Source
from qualification.values import CONTACT_KINDS

_TEXT = ("given", "mentions", "mentions_none_of")
_WORDS: Mapping[str, Sequence[str]] = {
    "country": ("any_of",),
    "company_country": ("any_of",),
    "email_kind": ("any_of",),
    "company_size": ("at_least", "at_most"),
    **dict.fromkeys(("name", "email", "phone"), _TEXT),
}
"""The words of conditions for each field; all others are texts, or one of several."""
_OTHERS = (*_TEXT, "any_of")
_EXAMPLES: Mapping[str, str] = {
    "country": "{any_of: [ES, MX]}",
    "company_country": "{any_of: [ES, MX]}",
    "email_kind": "{any_of: [business]}",
    "company_size": "{at_least: 50}",
}
_EXAMPLE = "{mentions: [director]}"
_COUNTRIES = tuple(sorted(phonenumbers.SUPPORTED_REGIONS))
"""ISO 3166-1 alpha-2"""
_CODES: Mapping[str, Sequence[str]] = {
    "country": _COUNTRIES,
    "company_country": _COUNTRIES,
    "email_kind": get_args(MailKind),
}
_CALLED: Mapping[str, Said] = {
    "country": Said("country"),
    "company_country": Said("company country"),
    "email_kind": Said("email kind"),
}
_KINDS: Mapping[str, Sequence[str]] = {"company_size": ("number", "text", "choice")}
_TEXTS = ("choice", "text")
_OF_CONTACT = ("company", "job_title")
_OFF = frozenset({"no", "false", "off", "n", "f", "0"})


def check_profile(
    data: dict[str, Data], criteria: Mapping[str, str], source: Source
) -> Iterator[Problem]:
    """Every mistake between the profile and the rest; `criteria`: the kind of each."""
    off = str(data.get("profile")).lower() in _OFF
    for path, field in _items(data.get("prefill"), ("prefill",)):
        place = source.value_at(path)
        if off:
            message = Said("nothing is prefilled where `profile` is off")
            yield Problem(*place, message, Said("delete `prefill`, or `profile: no`"))
        elif field in get_args(Prefilled) and field not in _OF_CONTACT:
            yield from _prefilled(field, criteria, place)
    for path, line in _lines(data):
        when = line.get("when")
        for field, condition in when.items() if isinstance(when, dict) else ():
            if off and field not in CONTACT_KINDS:
                message = Said(
                    "`%(field)s` is never known where `profile` is off", field=shown(field)
                )
                yield Problem(
                    *source.key_at((*path, "when", field)), message, Said("delete this line")
                )
            elif isinstance(condition, dict):
                yield from _condition((*path, "when", field), condition, source)


def _prefilled(
    field: str, criteria: Mapping[str, str], place: tuple[int, int]
) -> Iterator[Problem]:
    kind, kinds = criteria.get(field), _KINDS.get(field, _TEXTS)
    if kind is None:
        message = Said("there is no criterion `%(field)s` to prefill", field=field)
        hint = Said(
            "add a criterion with `key: %(field)s`, or prefill only company and job_title",
            field=field,
        )
        yield Problem(*place, message, hint)
    elif kind not in kinds:
        message = Said(
            "`%(field)s` is a %(kind)s question: a profile cannot answer it",
            field=field,
            kind=shown(kind),
        )
        yield Problem(*place, message, Said("make it one of %(listed)s", listed=", ".join(kinds)))


def _condition(path: Path, condition: dict[str, Data], source: Source) -> Iterator[Problem]:
    field = str(path[-1])
    words = _WORDS.get(field, _OTHERS)
    wrong = [one for one in condition if one not in words]
    if wrong and set(wrong) <= {*_OTHERS, "at_least", "at_most", "overlaps", "within", "answer"}:
        example = _EXAMPLES.get(field, _EXAMPLE)
        message = Said("this condition is not for `%(field)s`", field=field)
        yield Problem(
            *source.key_at((*path, wrong[0])),
            message,
            Said("write it like `%(example)s`", example=example),
        )
        return
    codes = _CODES.get(field)
    for where, code in _items(condition.get("any_of"), (*path, "any_of")):
        if codes is not None and code not in codes:
            message = Said(
                "there is no %(what)s `%(code)s`",
                what=_CALLED[field],
                code=shown(code),
            )
            yield Problem(*source.value_at(where), message, _hint(codes, code))


def _hint(codes: Sequence[str], code: str) -> Said:
    if code.upper() in codes:
        return Said("did you mean `%(near)s`?", near=code.upper())
    if codes is _COUNTRIES:
        return Said("write two letters: ES, MX, US (ISO 3166-1)")
    return close_to(code, codes)


def _lines(data: dict[str, Data]) -> Iterator[tuple[Path, dict[str, Data]]]:
    here: Data = data
    for step in ("score", "fit", "profile"):
        here = here.get(step) if isinstance(here, dict) else None
    for index, line in enumerate(here if isinstance(here, list) else ()):
        if isinstance(line, dict):
            yield ("score", "fit", "profile", index), line


def _items(written: Data, path: Path) -> Iterator[tuple[Path, str]]:
    for index, item in enumerate(written if isinstance(written, list) else ()):
        if isinstance(item, str):
            yield (*path, index), item
