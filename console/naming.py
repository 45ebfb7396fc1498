"""What are the questions of a script called, for whoever reads about a lead?

By the script's own names in their language, else by ours (`qualification.brief`), as in the brief.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from console.translations import Words
from qualification.brief.facts import NO_NAMES
from qualification.brief.naming import criterion_name, key_name, option_name, own_names
from qualification.brief.wording import named
from qualification.script import Script


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of a script's parts as one reader knows them, each with a capital."""

    words: Words
    own: Mapping[str, str] = field(default_factory=lambda: NO_NAMES)

    @classmethod
    def of(cls, script: Script, words: Words) -> "Naming":
        """Of one script."""
        return cls(words, own_names(script, words.tongue))

    def criterion(self, key: str) -> str:
        """A question: `Budget`."""
        return criterion_name(key, self.words.tongue, self.own)

    def part(self, key: str) -> str:
        """What a rule names: a question, a signal or a field of the profile."""
        return _begun(key_name(key, self.words.tongue, self.own))

    def option(self, criterion: str, key: str) -> str:
        """An answer to choose."""
        return _begun(option_name(criterion, key, self.words.tongue, self.own))

    def signal(self, key: str) -> str:
        """What somebody let it be known: `Wants a person`."""
        return named(self.words.tongue, "signal", key)

    def field(self, key: str) -> str:
        """A field of the profile."""
        return named(self.words.tongue, "field", key)

    def event(self, key: str) -> str:
        """Something that was done."""
        return named(self.words.tongue, "event", key)


def _begun(name: str) -> str:
    return name[:1].upper() + name[1:]
