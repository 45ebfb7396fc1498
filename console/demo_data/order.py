"""What is asked of a process that makes demo leads?"""

from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: the newcomers whose number leaves `part` when divided by `parts`."""

    url: str
    seed: int
    leads: int
    part: int
    parts: int
    until: datetime
    address: str
    """Of the console, which hand-overs link to."""


ORDER: TypeAdapter[Order] = TypeAdapter(Order)
