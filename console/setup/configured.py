"""What is set, and what does it do? PURE: .env.example explains it; no secret is shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import SecretStr
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from console.settings import Settings


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name, what it is for, and what it is."""

    name: str
    about: str
    value: str
    """Empty for a secret, and where nothing is set."""
    secret: bool
    given: bool
    """Whether it is something else than without any set-up."""


@dataclass(frozen=True, slots=True)
class Group:
    """Settings that belong together."""

    about: str
    settings: tuple[Setting, ...]

    @property
    def given(self) -> int:
        """How many of them are set."""
        return sum(one.given for one in self.settings)


def groups(explained: str, settings: Settings) -> tuple[Group, ...]:
    """Every group of .env.example, in its order."""
    blocks = (list(_lines(block)) for block in explained.split("\n\n"))
    return tuple(_group(lines, settings) for lines in blocks if any(key for key, _ in lines))


def _lines(block: str) -> Iterator[tuple[str, str]]:
    """Each line as (key, "") or ("", words)."""
    for line in block.splitlines():
        if line.startswith("#"):
            yield "", line.removeprefix("#").strip()
        elif "=" in line:
            yield line.partition("=")[0].strip(), ""


def _group(lines: list[tuple[str, str]], settings: Settings) -> Group:
    first = next(index for index, (key, _) in enumerate(lines) if key)
    about = " ".join(words for _, words in lines[:first])
    found, words = list[Setting](), list[str]()
    for key, said in lines[first:]:
        if key:
            found.append(_setting(key, " ".join(words), settings))
            words = []
        else:
            words.append(said)
    return Group(about, tuple(found))


def _setting(name: str, about: str, settings: Settings) -> Setting:
    field = name.lower()
    value = getattr(settings, field)
    given = value != type(settings).model_fields[field].default
    if isinstance(value, SecretStr):
        return Setting(name, about, "", secret=True, given=bool(value.get_secret_value()))
    return Setting(name, about, _shown(field, value), secret=False, given=given)


def _shown(field: str, value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if field == "database_url":
        try:
            return make_url(str(value)).render_as_string(hide_password=True)
        except ArgumentError:
            return ""
    return str(value)
