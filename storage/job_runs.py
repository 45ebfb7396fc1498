"""What is one run of a job? The first, or one that an earlier run asked for; each has an id."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from agent.ports import Job
from storage.job_kinds import queue_name

Arguments: TypeAlias = tuple[str, str, str, int, int, dict[str, str]]
WHY_AT_MOST = 300


@dataclass(frozen=True, slots=True)
class Run:
    """Its kind and key name the job; the number tells its runs apart."""

    kind: str
    row: str
    key: str
    number: int = 0
    errors: int = 0
    """How many runs have ended in an error of ours, in a row."""
    lane: str | None = None
    why: str = ""
    """The error that the run before this one ended in."""

    @classmethod
    def of(cls, job: Job) -> "Run":
        """The first run of a job."""
        return cls(job.kind, job.row, job.key or job.row, lane=job.lane)

    @classmethod
    def read(cls, arguments: Sequence[Any]) -> "Run":
        """The run that was written down with these arguments, by this version or by another.

        What a version adds later goes into the last one, so that each can read the others'.
        """
        kind, row, key, number, errors, *more = arguments
        named: Mapping[str, str] = more[0] if more else {}
        return cls(
            kind, row, key, number, errors, named.get("lane") or None, named.get("why") or ""
        )

    @property
    def id(self) -> str:
        """Its name makes twice once."""
        return run_id(self.kind, self.key, self.number)

    @property
    def queue(self) -> str:
        """Where it waits."""
        return queue_name(self.kind, self.lane)

    def arguments(self) -> Arguments:
        """What is written down of it."""
        more = {"lane": self.lane or "", "why": self.why}
        return (
            self.kind,
            self.row,
            self.key,
            self.number,
            self.errors,
            {name: value for name, value in more.items() if value},
        )

    def next(self) -> "Run":
        """The one after a run that went well."""
        return replace(self, number=self.number + 1, errors=0, why="")

    def after(self, error: Exception) -> "Run":
        """The one after a run that ended in an error of ours."""
        return replace(self, number=self.number + 1, errors=self.errors + 1, why=in_words(error))


def run_id(kind: str, key: str, number: int = 0) -> str:
    """`deliver:PARCEL`, and `deliver:PARCEL#2` for its third run."""
    return f"{kind}:{key}" + (f"#{number}" if number else "")


def named(identity: str) -> tuple[str, str, int]:
    """Kind, key and number of a run's id."""
    kind, _, rest = identity.partition(":")
    key, _, number = rest.partition("#")
    return kind, key, int(number or 0)


def in_words(error: BaseException, name: str | None = None) -> str:
    """An error in a line that fits beside the job; `name` is that of its class, when it was one."""
    name, text = name or type(error).__name__, " ".join(str(error).split())
    return f"{name}: {text}"[:WHY_AT_MOST] if text else name
