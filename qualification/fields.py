"""What are the smallest parts of a script? Names, sentences, times of day, points: checked as they
are read.
"""

import re
from collections.abc import Mapping
from datetime import time
from difflib import get_close_matches
from functools import cache
from typing import Annotated, Literal, TypeAlias
from zoneinfo import available_timezones

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, StringConstraints

from qualification.saying import Said
from qualification.values import Language

Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$", examples=["budget", "company_size"])]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,59}$", examples=["crm-suite"])]
Sentence = Annotated[
    str, StringConstraints(strip_whitespace=True), Field(min_length=1, max_length=1000)
]


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


Phrases = Annotated[
    tuple[Sentence, ...],
    BeforeValidator(_as_list, json_schema_input_type=str | list[str]),
    Field(min_length=1),
]
Texts: TypeAlias = Mapping[Language, Phrases]
"""One or more approved wordings, per language."""
Names: TypeAlias = Mapping[
    Language, Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
]
"""What sellers read for a key, in their language: they need not speak those of the script."""


@cache
def _zones() -> tuple[str, ...]:
    return tuple(sorted(available_timezones()))


def _zone(name: str) -> str:
    if name not in _zones():
        near = get_close_matches(name, _zones(), n=1) or ["Europe/Madrid"]
        raise ValueError(
            Said("`%(name)s` is no time zone: write it like `%(near)s`", name=name, near=near[0])
        )
    return name


def _clock(written: object) -> object:
    if isinstance(written, str) and not re.fullmatch(r"([01]?[0-9]|2[0-3]):[0-5][0-9]", written):
        raise ValueError(
            Said("`%(written)s` is no time of day: write it like `21:00`", written=written)
        )
    return f"0{written}"[-5:] if isinstance(written, str) else written


Clock = Annotated[
    time,
    BeforeValidator(_clock, json_schema_input_type=str),
    PlainSerializer(lambda at: at.strftime("%H:%M")),
]
Worth = Annotated[int, Field(ge=-1000, le=1000)]
"""Points; more than that is a mistake."""


Zone = Annotated[str, AfterValidator(_zone)]


Prefilled = Literal[
    "company",
    "job_title",
    "country",
    "region",
    "company_country",
    "company_city",
    "company_size",
    "industry",
]
"""What a profile may answer in the place of the prospect."""
