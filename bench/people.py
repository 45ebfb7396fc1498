"""Who comes, in a measurement? Of each twenty four are of one company, and one comes twice at once.

Those are what deliveries share: one of them makes it while the others wait.
"""

from dataclasses import dataclass

EACH = 20
OF_ONE_COMPANY = 4
COMPANIES = 20
"""They come in turn."""


@dataclass(frozen=True, slots=True)
class Comer:
    """Whoever is behind one conversation."""

    person: str
    company: str


def comer(number: int) -> Comer:
    """The same two times for who comes twice, one conversation after the other."""
    place = number % EACH
    if place < OF_ONE_COMPANY:
        return Comer(f"p{number}", f"firm{number // EACH % COMPANIES}")
    one = number - (place == EACH - 1)
    return Comer(f"p{one}", f"company{one}")
