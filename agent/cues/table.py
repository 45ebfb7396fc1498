"""What is a cue? Words that show a signal, and how they are found in a message.

A cue is found as whole words, whatever the case and accents; `…` stands for up to three words in
between, `*` for letters, and a cue that ends in ` .` counts only where the message ends, but for a
courtesy. `whole` cues count only when they are the whole message; `anywhere` cues anywhere in it,
unless words just before them deny it ("I don't want to talk to a person") for those in DENIABLE.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from qualification.signals import Signal

DENIABLE = frozenset(
    {
        Signal.WANTS_HUMAN,
        Signal.WANTS_DEMO,
        Signal.SUPPORT,
        Signal.LANGUAGE_SWITCH,
    }
)
_COURTESY = "por favor|please|gracias|thanks|thank you|ya|ahora|now|right now|ahora mismo|vale|ok"
_REACH = 4
"""How many words before a cue may deny it."""


def phrases(listed: str) -> tuple[str, ...]:
    """Comma-separated phrases, written over as many lines as they need."""
    return tuple(" ".join(one.split()) for one in listed.split(",") if one.strip())


def words(folded: str) -> str:
    """A folded text as its words alone, one space between: the form in which cues are compared."""
    return " ".join("".join(c if c.isalnum() else " " for c in folded).split())


@dataclass(frozen=True)
class Table:
    """The cues of one language, in folded words."""

    whole: Mapping[Signal, tuple[str, ...]]
    anywhere: Mapping[Signal, tuple[str, ...]]
    denials: tuple[str, ...]
    asking: tuple[str, ...]
    """How a question begins, for those who leave the question mark out."""
    statements: tuple[str, ...]
    """How a sentence begins that only looks like one: "cuanto antes", "when the contract ends"."""
    not_yet: tuple[str, ...]
    """Beside "we have none": it may come, so it is not known rather than nothing."""
    _patterns: Mapping[Signal, re.Pattern[str]] = field(init=False, repr=False)
    _asking: re.Pattern[str] = field(init=False, repr=False)
    _stating: re.Pattern[str] = field(init=False, repr=False)
    _not_yet: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        patterns = {signal: _pattern(cues) for signal, cues in self.anywhere.items()}
        object.__setattr__(self, "_patterns", patterns)
        object.__setattr__(self, "_asking", _beginning(self.asking))
        object.__setattr__(self, "_stating", _beginning(self.statements))
        object.__setattr__(self, "_not_yet", _pattern(self.not_yet))

    def signals(self, said: str) -> Iterator[Signal]:
        """The signals of a message given as its words."""
        for signal, cues in self.whole.items():
            if said in cues:
                yield signal
        for signal, pattern in self._patterns.items():
            if any(not self._denied(signal, said, found) for found in pattern.finditer(said)):
                yield signal

    def denies(self, said: str) -> bool:
        """Whether a sentence given as its words says that something is not wanted."""
        return any(
            self._denied(signal, said, found)
            for signal, pattern in self._patterns.items()
            for found in pattern.finditer(said)
        )

    def asks(self, said: str) -> bool:
        """Whether a sentence given as its words begins like a question."""
        return self._asking.match(said) is not None and self._stating.match(said) is None

    def may_come(self, said: str) -> bool:
        """Whether a denial leaves the door open: "not yet"."""
        return self._not_yet.search(said) is not None

    def _denied(self, signal: Signal, said: str, found: re.Match[str]) -> bool:
        if signal not in DENIABLE:
            return False
        before = said[: found.start()].split()[-_REACH:]
        return any(word in self.denials for word in before)


def _pattern(cues: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<= ))(?:{_alternatives(cues)})(?= |$)")


def _beginning(cues: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:y|pero|and|but|so|oye|hola|hi|hey|pues) )*(?:{_alternatives(cues)})(?= |$)"
    )


def _alternatives(cues: tuple[str, ...]) -> str:
    return "|".join(map(_expression, cues))


def _expression(cue: str) -> str:
    parts = (part.strip() for part in cue.removesuffix(" .").split("…"))
    found = r"(?: \S+){0,3} ".join(re.escape(part).replace(r"\*", r"\S*") for part in parts)
    return rf"{found}(?=(?: (?:{_COURTESY}))*$)" if cue.endswith(" .") else found
