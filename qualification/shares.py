"""How much is "5 %"? Shares of a whole as people write them in a script."""

import re
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from qualification.saying import Said

MOST = 0.5
_WRITTEN = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?) ?%")


def parse_share(written: object) -> float:
    """`5 %` to 0.05; anything else is a ValueError that shows the form."""
    found = _WRITTEN.fullmatch(written.strip()) if isinstance(written, str) else None
    if found is None:
        raise ValueError(
            Said("`%(written)s` is no share: write it like `5 %%`", written=written)
            if isinstance(written, str)
            else Said("this is no share: write it like `5 %`")
        )
    share = float(found[1].replace(",", ".")) / 100
    if not 0 < share <= MOST:
        raise ValueError(
            Said(
                "`%(written)s` is too much or nothing: write more than 0 %% and up to 50 %%",
                written=written,
            )
        )
    return share


Share = Annotated[
    float,
    BeforeValidator(parse_share),
    PlainSerializer(lambda share: f"{share * 100:g} %"),
    WithJsonSchema(
        {"type": "string", "pattern": r"^\d{1,3}([.,]\d{1,2})? ?%$", "examples": ["5 %"]}
    ),
]
"""A part of a whole."""
