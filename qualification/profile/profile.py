"""Which datum of a profile goes first, and what contradicts it? What they said beats what was
told, and that beats what was inferred; the others stay visible beside it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from qualification.findings import Finding, FindingSource, ProfileField
from qualification.normalise.tables.people import COMPANY_ENDINGS
from qualification.normalise.text import fold, word_set

ORDER: Sequence[FindingSource] = (
    "said",
    "site",
    "form",
    "crm",
    "provider",
    "channel",
    "email_domain",
    "phone",
)
"""Of what nobody confirmed, the earlier one of these goes first."""
_LEGAL = word_set(COMPANY_ENDINGS)
_ABBREVIATED = word_set("s a l u c v r p n y")


@dataclass(frozen=True, slots=True)
class Entry:
    """The datum that counts, and the others that say something else."""

    best: Finding
    others: tuple[Finding, ...] = ()


Profile: TypeAlias = Mapping[str, Entry]
"""By field."""


def make_profile(findings: Iterable[Finding]) -> Profile:
    """One entry a field, in the order in which the fields came."""
    by_field: dict[ProfileField, list[Finding]] = {}
    for one in findings:
        by_field.setdefault(one.field, []).append(one)
    return {field: _entry(some) for field, some in by_field.items()}


def same(field: ProfileField, one: str, other: str) -> bool:
    """Whether two values say the same: "Acme Tools, S.L." is acmetools."""
    return _bare(field, one) == _bare(field, other)


def _entry(findings: Sequence[Finding]) -> Entry:
    if len(findings) == 1:
        return Entry(findings[0])
    newest_first = sorted(findings, key=lambda one: one.at, reverse=True)
    best, *rest = sorted(newest_first, key=_rank)
    others: list[Finding] = []
    for one in rest:
        if not any(same(one.field, one.value, known.value) for known in (best, *others)):
            others.append(one)
    return Entry(best, tuple(others))


def _rank(finding: Finding) -> tuple[bool, int]:
    return not finding.confirmed, ORDER.index(finding.source)


def _bare(field: ProfileField, value: str) -> str:
    """A value without case, accents and marks, a company without its legal form."""
    words = "".join(one if one.isalnum() else " " for one in fold(value)).split()
    if field == "company":
        size = len(words)
        while size > 1 and (words[size - 1] in _LEGAL or words[size - 1] in _ABBREVIATED):
            size -= 1
        words = words[:size]
    return "".join(words)
