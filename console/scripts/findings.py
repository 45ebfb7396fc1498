"""What is wrong with a text as it stands, and where? PURE: mistakes first, then warnings."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from console.saying import in_words
from console.translations import Words
from qualification.choosing import Written, conflicts, shared
from qualification.errors import Problem, ScriptError
from qualification.saying import Said
from qualification.script import Script
from qualification.scriptfile import parse_script, warnings
from qualification.source import read_source

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Found:
    """One mistake or warning: line and column counted from 1."""

    severity: Severity
    line: int
    column: int
    message: Said
    hint: Said

    def told(self, words: Words) -> "Found":
        """The same in somebody's language."""
        message, hint = in_words(self.message, words), in_words(self.hint, words)
        return replace(self, message=message, hint=hint)


@dataclass(frozen=True, slots=True)
class Findings:
    """All that there is to say of a text; `script` where it can be used."""

    script: Script | None
    all: tuple[Found, ...]

    @property
    def errors(self) -> int:
        """How many keep it from being published."""
        return sum(one.severity == "error" for one in self.all)

    @property
    def warnings(self) -> int:
        """How many are only to be thought of."""
        return len(self.all) - self.errors

    def told(self, words: Words) -> "Findings":
        """The same in somebody's language."""
        return replace(self, all=tuple(one.told(words) for one in self.all))


def findings(key: str, text: str, others: Sequence[Script] = ()) -> Findings:
    """What is to be said of a text that is to become the script of this name, beside the others."""
    try:
        script = parse_script(text)
    except ScriptError as error:
        return Findings(None, tuple(_found("error", one) for one in error.problems))
    beside = [other for other in others if other.script != key]
    written = Written(key, text, script)
    errors = [*_renamed(key, script, text), *conflicts(written, beside)]
    doubts = [*warnings(script, text), *shared(written, beside)]
    return Findings(
        script,
        (
            *(_found("error", one) for one in sorted(errors)),
            *(_found("warning", one) for one in sorted(doubts)),
        ),
    )


def _renamed(key: str, script: Script, text: str) -> list[Problem]:
    """Another name would make it the next version of another script."""
    if script.script == key:
        return []
    place = read_source(text).value_at(("script",))
    message = Said("this is the script `%(key)s`, and its name never changes", key=key)
    hint = Said("write `script: %(key)s`, or begin a new script of that name", key=key)
    return [Problem(*place, message, hint)]


def _found(severity: Severity, problem: Problem) -> Found:
    return Found(severity, problem.line, problem.column, problem.message, problem.hint)
