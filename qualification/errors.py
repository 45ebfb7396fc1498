"""What went wrong, named by what to do next.

ScriptError    the script cannot be used: show its problems to the author; the version in use stays
"""

from collections.abc import Sequence
from dataclasses import dataclass

from qualification.saying import Said


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in a script: where (counted from 1), what is wrong, what to write instead."""

    line: int
    column: int
    message: Said
    hint: Said = Said()  # noqa: RUF009 - it never changes

    def __str__(self) -> str:
        said = f"{self.message}: {self.hint}" if self.hint else self.message
        return f"{self.line}:{self.column}: {said}"


class ScriptError(ValueError):
    """The script cannot be used. As text: a line `FILE:LINE:COLUMN: message` for each problem."""

    def __init__(self, problems: Sequence[Problem], name: str = "script") -> None:
        self.problems = tuple(problems)
        self.name = name
        super().__init__("\n".join(f"{name}:{problem}" for problem in self.problems))
