"""How is a record of Salesforce looked for? One query a question, its texts quoted.

Source: SOQL and SOSL Reference (quoted string escapes; LIKE).
"""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from qualification.values import Json

Row: TypeAlias = dict[str, Json]

ESCAPED = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": " ", "\r": " ", "\t": " "})


def same(**fields: str | bool | None) -> str:
    """All of these fields have these values; None is "not set"."""
    return " AND ".join(f"{name} = {_written(value)}" for name, value in fields.items())


def one_of(name: str, values: Sequence[str]) -> str:
    """A field has one of these values."""
    return f"{name} IN ({', '.join(_written(one) for one in values)})"


def contains(name: str, value: str) -> str:
    """A field whose text holds this; it may hold more than is meant (delivery.lookups.is_of)."""
    literal = value.replace("\\", "").replace("%", "").replace("_", "\\_").replace("'", "")
    return f"{name} LIKE '%{literal}%'"


def oldest(kind: str, where: str) -> Mapping[str, str]:
    """The parameters of a query for the id of the first such record."""
    return {"q": f"SELECT Id FROM {kind} WHERE {where} ORDER BY CreatedDate LIMIT 1"}  # noqa: S608


def newest(kind: str, where: str, fields: Sequence[str], most: int = 1) -> Mapping[str, str]:
    """The parameters of a query for these fields of the record, or of so many, changed last."""
    what, last = ", ".join(fields), f"ORDER BY LastModifiedDate DESC LIMIT {most}"
    return {"q": f"SELECT {what} FROM {kind} WHERE {where} {last}"}  # noqa: S608


def rows(answer: Mapping[str, Json]) -> list[Row]:
    """The records that a query found."""
    found = answer.get("records")
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def found(answer: Mapping[str, Json]) -> str:
    """The id that a query found; an empty text where it found none."""
    return next((str(one.get("Id") or "") for one in rows(answer)), "")


def _written(value: str | bool | None) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case text:
            return f"'{text.translate(ESCAPED)}'"
