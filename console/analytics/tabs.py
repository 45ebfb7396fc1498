"""Which views does analytics have? The row of tabs over each of them."""

from dataclasses import dataclass

from console.gate import PATH
from console.translations import N_

_LABELS: dict[str, str] = {
    "overview": N_("Overview"),
    "questions": N_("Questions"),
    "breakdown": N_("Breakdown"),
    "deals": N_("Deals"),
    "speed": N_("Speed"),
    "near-misses": N_("Near misses"),
}


@dataclass(frozen=True, slots=True)
class Tab:
    """One view."""

    path: str
    label: str
    current: bool


def tabs(current: str, query: str) -> tuple[Tab, ...]:
    """All of them; what was chosen goes along."""
    return tuple(
        Tab(
            f"{PATH}/analytics{'' if name == 'overview' else f'/{name}'}{query}",
            label,
            name == current,
        )
        for name, label in _LABELS.items()
    )
