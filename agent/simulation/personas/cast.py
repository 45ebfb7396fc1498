"""Who are the simulated prospects? One line of character each; prospect.py acts on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from agent.simulation.personas.table import Act
from agent.simulation.personas.truths import Bent


@dataclass(frozen=True, slots=True)
class Persona:
    """A character. What it does in a turn is drawn by these odds, each between 0 and 1."""

    name: str
    bent: Bent = "mixed"
    opens_with: Act | None = None
    """Instead of answering the first question."""
    then: Mapping[int, Act] = field(default_factory=dict)
    """What it does in a given turn (0 is the first) whatever is asked."""
    habits: Mapping[Act, float] = field(default_factory=dict)
    """What it does now and then instead of answering."""
    asks: float = 0.0
    """Asks about one of the script's facts, with or without an answer."""
    volunteers: float = 0.1
    """Adds answers to questions not asked yet."""
    corrects: float = 0.0
    """Replaces an answer given before, and says so."""
    contradicts: float = 0.0
    """Gives another answer than before without a word about it."""
    misspells: float = 0.05
    careless: float = 0.15
    """No accents and no capitals."""
    emoji: float = 0.03
    bursts: float = 0.05
    """Sends its clauses one by one."""
    pauses: float = 0.0
    """Lets days pass before it answers."""
    pause: timedelta = timedelta(days=2)
    leaves_after: int | None = None
    """Never answers again after so many messages."""
    comes_back: bool = False
    """Writes again after a "later"."""


CAST: tuple[Persona, ...] = (
    Persona("decisive buyer", "good", volunteers=0.6, misspells=0.0),
    Persona(
        "tyre-kicker",
        "poor",
        habits={"dont_know": 0.25, "aside": 0.1},
        asks=0.35,
        leaves_after=7,
    ),
    Persona("student", "poor", opens_with="study", habits={"refuse": 0.2, "dont_know": 0.2}),
    Persona("talkative", "mixed", habits={"aside": 0.35}, volunteers=0.4, bursts=0.3),
    Persona("contradictory", "mixed", contradicts=0.35),
    Persona("secretive", "mixed", habits={"refuse": 0.5, "why": 0.2}),
    Persona("hostile", "mixed", habits={"abuse": 0.25, "refuse": 0.2, "bot": 0.1}, misspells=0.2),
    Persona("customer with a problem", "mixed", opens_with="support"),
    Persona("seller", "mixed", opens_with="sell", habits={"aside": 0.2}),
    Persona("wrong number", "mixed", opens_with="wrong_number"),
    Persona("injection artist", "poor", habits={"inject": 0.45}),
    Persona("vanishes and returns", "good", pauses=0.3),
    Persona("corrector", "mixed", corrects=0.4),
    Persona("answers several at once", "good", volunteers=0.8, bursts=0.4),
    Persona("full of questions", "mixed", habits={"ask_unknown": 0.1, "why": 0.1}, asks=0.5),
    Persona("polyglot", "mixed", habits={"switch": 0.25}),
    Persona("sloppy speller", "mixed", misspells=0.8, careless=0.9, emoji=0.2, bursts=0.2),
    Persona("busy", "good", then={2: "later"}, comes_back=True, pause=timedelta(days=3)),
    Persona("wants a person", "mixed", then={2: "human"}, habits={"bot": 0.1}),
    Persona("opts out", "mixed", then={3: "opt_out"}),
    Persona("demo seeker", "good", then={1: "demo"}),
    Persona("loses interest", "poor", then={4: "not_interested"}, habits={"dont_know": 0.2}),
)
