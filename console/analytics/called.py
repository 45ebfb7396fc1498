"""What are the groups called that leads are counted by? By the names that hold now."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from console.analytics.filters import named
from console.translations import Words
from qualification.routing.plan import TeamPlan
from qualification.script import Script

OWN_NAMES = ("script", "version", "person")
"""What is called otherwise than it is kept: a file has both."""


@dataclass(frozen=True, slots=True)
class Called:
    """Titles of scripts, names of people and queues, each by its id."""

    scripts: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, scripts: Mapping[str, Script], plan: TeamPlan | None, words: Words) -> "Called":
        """Of what is published."""
        titles = {key: script.title for key, script in scripts.items()}
        if plan is None:
            return cls(_told_apart(titles))
        people = {one.id: one.name for one in plan.people}
        for queue in plan.queues:
            names = {str(tongue): name for tongue, name in queue.name.items()}
            people[queue.id] = names.get(words.tongue) or next(iter(names.values()))
        return cls(_told_apart(titles), _told_apart(people))

    def group(self, dimension: str, value: str, words: Words) -> str:
        """A value of a dimension: `Ana Ruiz`, `Nexo CRM v3`, `Spanish`."""
        if dimension == "version":
            script, _, number = value.rpartition(" v")
            return f"{self.scripts.get(script, script)} v{number}"
        known = {"script": self.scripts, "person": self.people}.get(dimension, {})
        return known.get(value) or named(dimension, value, words)


def _told_apart(names: Mapping[str, str]) -> dict[str, str]:
    """Two of one name have their ids behind it: no figure of one is lost to the other."""
    often = Counter(names.values())
    return {one: name if often[name] == 1 else f"{name} ({one})" for one, name in names.items()}
