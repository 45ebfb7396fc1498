"""What must a lead be for a rule? PURE: each of its lines as it is written, short."""

from collections.abc import Iterator

from qualification.routing.plan import Rule
from qualification.values import Json

BOUNDS = {"at_least", "at_most", "any_of"}


def wishes(rule: Rule) -> tuple[str, ...]:
    """`script: crm-suite, reformas`; none for a rule that takes every lead."""
    said: dict[str, Json] = rule.when.model_dump(
        mode="json", by_alias=True, exclude_unset=True, exclude_none=True
    )
    return tuple(_lines("", said))


def _lines(name: str, value: Json) -> Iterator[str]:
    if isinstance(value, dict) and (not name or not set(value) <= BOUNDS):
        for key, inner in value.items():
            yield from _lines(f"{name}.{key}" if name else key, inner)
    elif isinstance(value, dict):
        yield f"{name}: " + ", ".join(_bound(key, inner) for key, inner in value.items())
    else:
        yield f"{name}: {_shown(value)}"


def _bound(key: str, value: Json) -> str:
    sign = {"at_least": "≥ ", "at_most": "≤ "}.get(key, "")
    return f"{sign}{_shown(value)}"


def _shown(value: Json) -> str:
    if isinstance(value, list):
        return ", ".join(_shown(one) for one in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
