"""Where is a message put to the test? In the middle of a conversation with a sample script."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache

from agent.dialogue import Dialogue, LeadArrived, MessageRead, advance, upcoming
from agent.messages import Message
from agent.moves import Step
from agent.plain.plain_reader import read_plainly
from agent.reading import Page, Reading
from bench.processes import ROOT
from qualification.script import Script
from qualification.scriptfile import parse_script
from qualification.values import CONTACT_KINDS, Language

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
SCRIPTS = ("crm-suite", "reformas")
SAID: dict[tuple[str, Language], dict[str, str]] = {
    ("crm-suite", "es"): {
        "need": "Perdemos clientes por falta de seguimiento",
        "budget": "5.000 euros al año",
        "authority": "decido yo",
    },
    ("crm-suite", "en"): {
        "need": "We lose deals because nobody follows up",
        "budget": "5,000 euros a year",
        "authority": "I sign off",
    },
    ("reformas", "es"): {
        "work": "Quiero reformar la cocina",
        "town": "Está en Getafe",
        "tenure": "la vivienda es mía",
        "budget": "unos 15.000 euros",
    },
    ("reformas", "en"): {
        "work": "I want to renovate the kitchen",
        "town": "It's in Getafe",
        "tenure": "I own it",
        "budget": "about 15,000 euros",
    },
}
"""What the prospect says to each question, in the order in which they are put."""
A_CHOICE = {"crm-suite": "authority", "reformas": "tenure"}
"""A question in the middle that has the script's own options for answers."""


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


def mid_conversation(name: str, language: Language) -> Standpoint:
    """A conversation under way, with some answers given and a choice pending."""
    return standing_at(name, language, A_CHOICE[name])


@cache
def standing_at(name: str, language: Language, asked: str) -> Standpoint:
    """A conversation in which this question is pending, and those before it are answered."""
    stand = beginning(sample(name), language)
    said = SAID[name, language]
    if asked not in said and asked not in CONTACT_KINDS:
        said = dict(list(said.items())[:-1])  # or nothing would be left to ask
    for key, text in said.items():
        if key == asked:
            break
        stand = stand.after(text)
    return replace(stand, dialogue=replace(stand.dialogue, asked=asked))
