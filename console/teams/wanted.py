"""What can be changed of somebody without writing YAML? PURE: their fields, each as YAML."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from console.teams.stretches import Stretch, as_yaml, stretches_of
from qualification.routing.plan import Person


@dataclass(frozen=True, slots=True)
class Wanted:
    """Somebody's fields as the form has them."""

    email: str
    phone: str
    weight: int
    languages: tuple[str, ...]
    per_day: int | None
    open: int | None
    takes_calls: bool
    tell: tuple[str, ...]
    skills: tuple[str, ...] = ()
    hours: tuple[Stretch, ...] = ()

    @classmethod
    def of(cls, person: Person) -> "Wanted":
        """As they stand in the plan."""
        return cls(
            email=person.email,
            phone=person.phone or "",
            weight=person.weight,
            languages=tuple(person.languages),
            per_day=person.caps.per_day,
            open=person.caps.open,
            takes_calls=person.takes_calls,
            tell=tuple(person.tell),
            skills=tuple(person.skills),
            hours=stretches_of(person),
        )

    def beside(self, old: "Wanted") -> dict[str, str | None]:
        """What is another than it was, as YAML; None for what is left out."""
        written: dict[str, str | None] = {
            "email": json.dumps(self.email),
            "phone": json.dumps(self.phone) if self.phone else None,
            "weight": str(self.weight),
            "languages": _flow(self.languages),
            "caps": self._caps(),
            "takes_calls": "yes" if self.takes_calls else "no",
            "tell": _flow(self.tell) or "[]",
            "skills": _flow(tuple(json.dumps(one, ensure_ascii=False) for one in self.skills)),
            "hours": as_yaml(self.hours),
        }
        differ = set(self._differing(old))
        return {key: value for key, value in written.items() if key in differ}

    def _differing(self, old: "Wanted") -> Iterator[str]:
        for key in ("email", "phone", "weight", "takes_calls"):
            if getattr(self, key) != getattr(old, key):
                yield key
        if set(self.skills) != set(old.skills):
            yield "skills"
        if self.hours != old.hours:
            yield "hours"
        if set(self.tell) != set(old.tell):
            yield "tell"
        if set(self.languages) != set(old.languages):
            yield "languages"
        if (self.per_day, self.open) != (old.per_day, old.open):
            yield "caps"

    def _caps(self) -> str | None:
        caps = {"per_day": self.per_day, "open": self.open}
        parts = [f"{key}: {value}" for key, value in caps.items() if value is not None]
        return "{" + ", ".join(parts) + "}" if parts else None


def _flow(values: tuple[str, ...]) -> str | None:
    return "[" + ", ".join(values) + "]" if values else None
