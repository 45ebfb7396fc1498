"""How did the simulated conversations go? Counted by character and language; what was misread."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from agent.simulation.readings import Grade, Graded
from agent.simulation.rules import RULES, RuleName
from agent.simulation.simulation import Simulated
from qualification.values import Json, Language


@dataclass(frozen=True, slots=True)
class Tally:
    """The conversations of one character in one language, or all of them."""

    name: str
    language: Language | None
    conversations: int
    qualified: int
    average_turns: float
    most_turns: int
    asked_again: int
    """Questions that had to be put once more though they had been answered in words."""
    dead_ends: int
    unanswered: int
    broken: int
    """Conversations in which a rule was broken."""

    @property
    def rate(self) -> float:
        """The share of the qualified."""
        return self.qualified / self.conversations if self.conversations else 0.0

    def to_json(self) -> dict[str, Json]:
        """The public form."""
        return {
            "persona": self.name,
            "language": self.language,
            "conversations": self.conversations,
            "qualified": self.qualified,
            "qualified_rate": round(self.rate, 4),
            "average_turns": round(self.average_turns, 2),
            "most_turns": self.most_turns,
            "asked_again": self.asked_again,
            "dead_ends": self.dead_ends,
            "unanswered": self.unanswered,
            "broken": self.broken,
        }


ALL = "all"


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run."""

    script: str
    seed: int
    simulated: tuple[Simulated, ...]

    def total(self) -> Tally:
        """All conversations."""
        return tally(ALL, None, self.simulated)

    def tallies(self) -> tuple[Tally, ...]:
        """By character and language, in the order of their first conversation."""
        groups: dict[tuple[str, Language], list[Simulated]] = {}
        for one in self.simulated:
            groups.setdefault((one.cue.persona.name, one.cue.language), []).append(one)
        return tuple(tally(name, language, group) for (name, language), group in groups.items())

    def broken(self) -> tuple[Simulated, ...]:
        """The conversations in which a rule was broken."""
        return tuple(one for one in self.simulated if one.broken)

    def rules(self) -> Mapping[RuleName, int]:
        """In how many conversations each rule was broken."""
        found = Counter(rule for one in self.simulated for rule in {b.rule for b in one.broken})
        return {rule: found[rule] for rule in RULES if found[rule]}

    def readings(self) -> Mapping[str, Mapping[Grade, int]]:
        """How much of what was said is on record, by its kind."""
        counted = Counter((one.kind, one.grade) for talk in self.simulated for one in talk.readings)
        grades: tuple[Grade, ...] = ("right", "missed", "wrong")
        kinds = sorted({kind for kind, _ in counted})
        return {kind: {grade: counted[kind, grade] for grade in grades} for kind in kinds}

    def misread(self) -> tuple[tuple[Simulated, Graded], ...]:
        """What was missed or got wrong."""
        return tuple(
            (talk, one) for talk in self.simulated for one in talk.readings if one.grade != "right"
        )

    def to_json(self) -> dict[str, Json]:
        """The public form of the report."""
        return {
            "script": self.script,
            "seed": self.seed,
            "total": self.total().to_json(),
            "personas": [one.to_json() for one in self.tallies()],
            "readings": {
                kind: {str(grade): count for grade, count in grades.items()}
                for kind, grades in self.readings().items()
            },
            "misread": [_misread_row(talk, one) for talk, one in self.misread()],
            "rules": {str(rule): count for rule, count in self.rules().items()},
            "broken": [_broken_row(one) for one in self.broken()],
        }


def tally(name: str, language: Language | None, talks: Sequence[Simulated]) -> Tally:
    """What a group of conversations comes to."""
    turns = [one.turns for one in talks]
    return Tally(
        name=name,
        language=language,
        conversations=len(talks),
        qualified=_count(one.outcome == "qualified" for one in talks),
        average_turns=sum(turns) / len(turns) if turns else 0.0,
        most_turns=max(turns, default=0),
        asked_again=sum(one.asked_again for one in talks),
        dead_ends=_count(one.dead_end for one in talks),
        unanswered=sum(one.unanswered for one in talks),
        broken=_count(bool(one.broken) for one in talks),
    )


def _count(facts: Iterable[bool]) -> int:
    return sum(facts)


def _misread_row(talk: Simulated, one: Graded) -> Json:
    return {
        "number": talk.cue.number,
        "persona": talk.cue.persona.name,
        "language": one.language,
        "kind": one.kind,
        "grade": one.grade,
        "asked": one.asked,
        "wrote": one.wrote,
        "misspelled": one.misspelled,
        "meant": one.meant,
        "got": one.got,
    }


def _broken_row(talk: Simulated) -> Json:
    rules: list[Json] = [{"rule": one.rule, "shown": one.shown} for one in talk.broken]
    lines: list[Json] = [{"who": line.who, "text": line.text} for line in talk.transcript]
    return {
        "number": talk.cue.number,
        "persona": talk.cue.persona.name,
        "language": talk.cue.language,
        "rules": rules,
        "transcript": lines,
    }
