"""What is in the corpora? Files of JSON lines with gold values, read where they lie, never copied.

docs/evaluation.md says where they come from and how each is scored.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, JsonValue, TypeAdapter, ValidationError

from qualification.values import Language


class CorpusError(ValueError):
    """A file of the corpora cannot be read; the message says which line and why."""


class _Row(BaseModel):
    """What every row has; the rest (source, commit, licence...) is for people."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    text: str


class Amount(_Row):
    """An expected amount, or a range of it that may be open."""

    text: str = ""
    amount: float | None = None
    min: float | None = None
    max: float | None = None
    currency: str | None = None
    currency_ambiguous: bool = False

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """Both equal when it is one amount."""
        if self.amount is not None:
            return self.amount, self.amount
        return self.min, self.max


class MoneyRow(_Row):
    """A text and the money said in it."""

    kind: str
    style: str = ""
    expected: tuple[Amount, ...]


class Count(BaseModel):
    """An expected number, or a range of it that may be open."""

    value: float | None = None
    min: float | None = None
    max: float | None = None

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """Both equal when it is one number."""
        if self.value is not None:
            return self.value, self.value
        return self.min, self.max


class NumberRow(_Row):
    """A text and the numbers said in it."""

    kind: str = "value"
    expected: tuple[Count, ...]


class Stretch(BaseModel):
    """A stretch of time; the end is exclusive."""

    start: str | None = None
    end: str | None = None
    duration_s: float | None = None


class Time(BaseModel):
    """An expected time; `point_only` when its source gives no interval."""

    preferred: Stretch
    point_only: bool = False


class TimeRow(_Row):
    """A text and the times said in it, seen from a moment."""

    reference_time: datetime
    expected: tuple[Time, ...]


class ContactRow(_Row):
    """A text and the datum of one kind that is said in it."""

    field: str
    expected: tuple[str | int, ...]


class IntentRow(_Row):
    """A text and what the person wants with it."""

    intent: str


class Act(BaseModel):
    """What one part of a turn does: which slot it fills, and with what."""

    act: str
    slot: str = ""
    value: str | None = None


class Slots(BaseModel):
    """What a turn holds, in the other form that sources have."""

    intents: tuple[str, ...] = ()
    slots: Mapping[str, JsonValue] = Field(default_factory=dict)


class DialogueRow(_Row):
    """A real turn, what was said before it, and what its source says it holds."""

    category: str
    context: str | None = None
    gold: tuple[Act, ...] | Slots


class AdversarialRow(_Row):
    """A text that must change nothing."""

    kind: str
    lang: str = "und"


RowT = TypeVar("RowT", bound=_Row)


class Corpora:
    """The files of a folder. One that is missing or empty has no rows."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def money(self, language: Language) -> list[MoneyRow]:
        """Texts with amounts."""
        return self._rows(f"money_{language}", MoneyRow)

    def numbers(self, language: Language) -> list[NumberRow]:
        """Texts with counts."""
        return self._rows(f"number_{language}", NumberRow)

    def times(self, language: Language) -> list[TimeRow]:
        """Texts with dates and stretches of time."""
        return self._rows(f"time_{language}", TimeRow)

    def contacts(self, language: Language) -> list[ContactRow]:
        """Texts with names, numbers and addresses."""
        return self._rows(f"contact_{language}", ContactRow)

    def dialogues(self, language: Language) -> list[DialogueRow]:
        """Turns of real dialogues."""
        return self._rows(f"dialogue_{language}", DialogueRow)

    def intents(self) -> list[IntentRow]:
        """Texts by what they want."""
        return self._rows("intents", IntentRow)

    def adversarial(self) -> list[AdversarialRow]:
        """Injections, payloads and hostile strings."""
        return self._rows("adversarial", AdversarialRow)

    def _rows(self, name: str, form: type[RowT]) -> list[RowT]:
        path = self._folder / f"{name}.jsonl"
        if not path.exists():
            return []
        return list(_read(path, TypeAdapter(form)))


def _read(path: Path, form: TypeAdapter[RowT]) -> Iterator[RowT]:
    # Not by splitlines(): hostile texts may hold what Python takes for the end of a line.
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield form.validate_json(line)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            where = ".".join(map(str, first["loc"])) or "the row"
            raise CorpusError(f"{path}, line {number}: {where}: {first['msg']}") from error
