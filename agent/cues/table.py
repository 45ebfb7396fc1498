"""What is a cue? Words that show a signal, and how they are found in a message.

A cue is found as whole words, whatever the case and accents; `…` stands for up to three words in
between.
`whole` cues count only when they are the whole message; `anywhere` cues anywhere in it, unless
words just before
them deny it ("I don't want to talk to a person") for the signals in DENIABLE.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from qualification.signals import Signal

DENIABLE = frozenset({Signal.WANTS_HUMAN, Signal.WANTS_DEMO, Signal.SUPPORT})
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
    not_yet: tuple[str, ...]
    """Beside "we have none": it may come, so it is not known rather than nothing."""
    _patterns: Mapping[Signal, re.Pattern[str]] = field(init=False, repr=False)
    _asking: re.Pattern[str] = field(init=False, repr=False)
    _not_yet: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        patterns = {signal: _pattern(cues) for signal, cues in self.anywhere.items()}
        object.__setattr__(self, "_patterns", patterns)
        object.__setattr__(
            self,
            "_asking",
            re.compile(
                rf"(?:(?:y|pero|and|but|so|oye|hola|hi) )*(?:{_alternatives(self.asking)})(?= |$)"
            ),
        )
        object.__setattr__(self, "_not_yet", _pattern(self.not_yet))

    def signals(self, said: str) -> Iterator[Signal]:
        """The signals of a message given as its words."""
        for signal, cues in self.whole.items():
            if said in cues:
                yield signal
        for signal, pattern in self._patterns.items():
            if any(not self._denied(signal, said, found) for found in pattern.finditer(said)):
                yield signal

    def asks(self, said: str) -> bool:
        """Whether a sentence given as its words begins like a question."""
        return self._asking.match(said) is not None

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


def _alternatives(cues: tuple[str, ...]) -> str:
    return "|".join(
        r"(?: \S+){0,3} ".join(map(re.escape, (part.strip() for part in cue.split("…"))))
        for cue in cues
    )
