"""What do the pages show that belong to no part of the console? One dataclass a page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProblemPage:
    """problem.html"""

    title: str
    detail: str
