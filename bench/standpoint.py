"""Where is a message put to the test? In the middle of a conversation with a sample script."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from agent.dialogue import Dialogue, LeadArrived, MessageRead, advance, upcoming
from agent.messages import Message
from agent.moves import Step
from agent.plain_reader import read_plainly
from agent.reading import Page, Reading
from bench.processes import ROOT
from qualification.script import Script
from qualification.scriptfile import parse_script
from qualification.values import Language

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
SCRIPTS = ("crm-suite", "reformas")
SO_FAR: dict[tuple[str, Language], tuple[str, ...]] = {
    ("crm-suite", "es"): ("Perdemos clientes por falta de seguimiento", "5.000 euros al año"),
    ("crm-suite", "en"): ("We lose deals because nobody follows up", "5,000 euros a year"),
    ("reformas", "es"): ("Quiero reformar la cocina", "Está en Getafe"),
    ("reformas", "en"): ("I want to renovate the kitchen", "It's in Getafe"),
}
"""After these, the pending question is one whose answers are the script's own options."""


@cache
def sample(name: str) -> Script:
    """One of the sample scripts."""
    path = ROOT / "prompts" / "scripts" / f"{name}.yaml"
    return parse_script(path.read_text(encoding="utf-8"), str(path))


@dataclass(frozen=True, slots=True)
class Standpoint:
    """A conversation that stands somewhere, and what a message would do to it."""

    script: Script
    dialogue: Dialogue
    now: datetime = NOW

    def page(self, *texts: str) -> Page:
        """What a reader is given for these messages."""
        return Page(
            script=self.script,
            sheet=self.dialogue.sheet,
            language=self.dialogue.language,
            asked=self.dialogue.asked,
            expected=upcoming(self.script, self.dialogue),
            unread=tuple(
                Message(f"m{number}", number, "prospect", text, self.now)
                for number, text in enumerate(texts, start=1)
            ),
            transcript=(),
            now=self.now,
        )

    def step(self, reading: Reading) -> Step:
        """What follows from a reading."""
        return advance(self.script, self.dialogue, MessageRead(reading, self.now))

    def after(self, text: str) -> "Standpoint":
        """Where the conversation stands after a message, read plainly."""
        step = self.step(read_plainly(self.page(text)))
        return Standpoint(self.script, step.dialogue, self.now)


def beginning(script: Script, language: Language) -> Standpoint:
    """A conversation that has just begun."""
    step = advance(script, Dialogue(language=language), LeadArrived(NOW))
    return Standpoint(script, step.dialogue)


@cache
def mid_conversation(name: str, language: Language) -> Standpoint:
    """A conversation under way, with some answers given and a choice pending."""
    return later(beginning(sample(name), language), SO_FAR[name, language])


def later(stand: Standpoint, texts: Sequence[str]) -> Standpoint:
    """Where it stands after several messages."""
    for text in texts:
        stand = stand.after(text)
    return stand
