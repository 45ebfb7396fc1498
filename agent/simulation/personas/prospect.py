"""What does a simulated prospect write next? A policy over what was asked; all chance is injected.

A prospect knows what was asked from the dialogue, as somebody who reads the question would, and
never reads the reply itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from agent.moves import Phase
from agent.simulation.personas.cast import Persona
from agent.simulation.personas.noise import lowered, misspelled, unaccented
from agent.simulation.personas.sayings import Saying, say
from agent.simulation.personas.table import Act, Words
from agent.simulation.personas.truths import Truths, truth, truths
from qualification.normalise import fold
from qualification.script import Script
from qualification.values import CONTACT_KINDS, Language, Text

PATIENCE = 12
"""Messages over the script's own limit of turns after which a prospect is stuck."""
DIGRESSIONS = 2
"""In a row; then the question is answered, or left."""
_UNTIL_IT_ENDS: frozenset[Act] = frozenset({"human", "opt_out", "support", "wrong_number"})
"""Said again if it did not help."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a prospect takes in: what is asked of them, and whether the conversation goes on."""

    asked: str | None
    phase: Phase
    at: datetime


@dataclass(frozen=True, slots=True)
class Move:
    """What a prospect does, and what is meant by it."""

    texts: tuple[str, ...]
    """One message, or several in a burst."""
    language: Language
    sayings: tuple[Saying, ...] = ()
    act: Act | None = None
    asks: str | None = None
    """The topic of the script's facts that is asked about."""
    corrects: bool = False
    contradicts: bool = False
    """Another answer than before, without a word about it: either may stand."""
    misspelled: bool = False
    wait: timedelta = timedelta(0)
    """Time that passes before it is written."""


class Prospect:
    """One simulated person in one conversation."""

    def __init__(
        self,
        persona: Persona,
        script: Script,
        words: Mapping[Language, Words],
        language: Language,
        rng: Random,
    ) -> None:
        self.persona = persona
        self.language = language
        self._script = script
        self._words = words
        self._rng = rng
        own = words[language]
        self.truths: Truths = truths(script, own.people, own.stories, persona.bent, rng)
        self.told: dict[str, Saying] = {}
        """The newest answer given to each question."""
        self.declined: dict[str, Act] = {}
        """What was refused or not known, until it is answered after all."""
        self.written = 0
        self._digressed = 0
        self._last_act: Act | None = None
        self._after_the_end = 0

    @property
    def worn_out(self) -> bool:
        """Whether anybody would have hung up by now."""
        return self.written >= self._script.limits.turns + PATIENCE

    @property
    def left(self) -> bool:
        """Whether they went of their own accord."""
        leaves = self.persona.leaves_after
        return leaves is not None and self.written >= leaves

    def next(self, heard: Heard) -> Move | None:
        """What is written now; None when there is nothing more to say."""
        if self.worn_out or self.left:
            return None
        move = self._after(heard) if heard.phase != "open" else self._within(heard)
        if move is None:
            return None
        self.written += 1
        self._last_act = move.act
        self.told.update({saying.key: saying for saying in move.sayings})
        for saying in move.sayings:
            self.declined.pop(saying.key, None)
        if move.act in ("refuse", "dont_know") and heard.asked is not None:
            self.declined.setdefault(heard.asked, move.act)
        return self._typed(move)

    def _within(self, heard: Heard) -> Move:
        persona, rng = self.persona, self._rng
        act = self._planned() or self._digression(heard)
        if act is not None:
            self._digressed += 1
            return self._acted(act)
        if self._tempted(persona.asks):
            self._digressed += 1
            return self._question(heard, with_answer=rng.random() < 0.4)
        if self.told and rng.random() < persona.corrects:
            corrected = self._another_answer(heard, corrects=True)
            if corrected is not None:
                return corrected
        if self.told and rng.random() < persona.contradicts:
            contradicted = self._another_answer(heard, corrects=False)
            if contradicted is not None:
                return contradicted
        self._digressed = 0
        wait = persona.pause if self.told and rng.random() < persona.pauses else timedelta(0)
        return self._answer(heard, wait)

    def _planned(self) -> Act | None:
        """What was decided beforehand; what must end it is said again until it does."""
        if self.written == 0 and self.persona.opens_with is not None:
            return self.persona.opens_with
        if self._last_act in _UNTIL_IT_ENDS:
            return self._last_act
        return self.persona.then.get(self.written)

    def _digression(self, heard: Heard) -> Act | None:
        if heard.asked in self.declined:  # asked once more: at times they give in
            return self.declined[heard.asked] if self._rng.random() < 0.5 else None
        if self._digressed >= DIGRESSIONS:
            return None
        drawn = self._rng.random()
        for act, odds in self.persona.habits.items():
            if drawn < odds:
                return self._other_language() if act == "switch" else act
            drawn -= odds
        return None

    def _other_language(self) -> Act | None:
        others = [one for one in self._script.languages if one != self.language]
        if not others:
            return None
        self.language = self._rng.choice(others)
        stories = self._words[self.language].stories
        told_anew = {
            one.key: truth(self._script, one, stories, self.persona.bent, self._rng)
            for one in self._script.criteria
            if isinstance(self.truths[one.key], Text) and one.key not in self.told
        }
        self.truths = {**self.truths, **told_anew}
        return "switch"

    def _tempted(self, odds: float) -> bool:
        return self._digressed < DIGRESSIONS and self._rng.random() < odds

    def _acted(self, act: Act) -> Move:
        words = self._words[self.language]
        return Move((self._rng.choice(words.acts[act]),), self.language, act=act)

    def _say(self, key: str | None, at: datetime, *, unasked: bool = False) -> Saying | None:
        if key is None or key not in self.truths:
            return None
        words, again = self._words[self.language], key in self.told and not unasked
        return say(
            self._script,
            key,
            self.truths[key],
            words,
            at.date(),
            self._rng,
            unasked=unasked,
            again=again,
        )

    def _answer(self, heard: Heard, wait: timedelta = timedelta(0)) -> Move:
        """The answer to what was asked, and what comes to mind besides."""
        at = heard.at + wait
        asked = self._say(heard.asked, at)
        if asked is None:
            return replace(self._acted("greet"), wait=wait)
        more = self._volunteered(heard.asked, at)
        return self._together((asked, *more), wait)

    def _volunteered(self, asked: str | None, at: datetime) -> list[Saying]:
        """Answers that nobody asked for, to questions that nobody has answered.

        After words of one's own nothing is added: where they end could not be told.
        """
        if isinstance(self.truths.get(asked or ""), Text) or asked in CONTACT_KINDS:
            return []
        open_ = [
            one.key
            for one in self._script.criteria
            if one.key not in (*self.told, *self.declined, asked)
        ]
        found: list[Saying] = []
        for key in open_:
            if len(found) < 2 and self._rng.random() < self.persona.volunteers:
                saying = self._say(key, at, unasked=True)
                found += [saying] if saying is not None else []
        return found

    def _together(self, sayings: Sequence[Saying], wait: timedelta = timedelta(0)) -> Move:
        texts: tuple[str, ...] = tuple(one.text for one in sayings)
        if len(texts) > 1 and self._rng.random() >= self.persona.bursts:
            texts = (self._rng.choice(self._words[self.language].joints).join(texts),)
        return Move(texts, self.language, tuple(sayings), wait=wait)

    def _question(self, heard: Heard, *, with_answer: bool) -> Move:
        """A question that one of the script's facts answers."""
        topics = [
            topic for fact in self._script.facts for topic in fact.topics.get(self.language, ())
        ]
        if not topics:
            return self._acted("ask_unknown")
        words, topic = self._words[self.language], self._rng.choice(topics)
        if with_answer:
            saying = self._say(heard.asked, heard.at)
            if saying is not None:
                text = self._rng.choice(words.asking_too).format(x=saying.text, q=topic)
                return Move((text,), self.language, (saying,), asks=topic)
        text = self._rng.choice(words.fact_frames).format(x=topic)
        return Move((text,), self.language, asks=topic)

    def _another_answer(self, heard: Heard, *, corrects: bool) -> Move | None:
        """Another answer to a question that was answered before."""
        again = [
            one
            for one in self._script.criteria
            if one.key in self.told and not isinstance(self.truths[one.key], Text)
        ]
        if not again:
            return None
        criterion = self._rng.choice(again)
        stories = self._words[self.language].stories
        changed = truth(self._script, criterion, stories, "mixed", self._rng)
        if changed == self.truths[criterion.key]:
            return None
        self.truths = {**self.truths, criterion.key: changed}
        saying = self._say(criterion.key, heard.at, unasked=criterion.key != heard.asked)
        if saying is None:
            return None
        if not corrects:
            return Move((saying.text,), self.language, (saying,), contradicts=True)
        frame = self._rng.choice(self._words[self.language].corrections)
        return Move((frame.format(x=saying.text),), self.language, (saying,), corrects=True)

    def _after(self, heard: Heard) -> Move | None:
        """After the goodbye: a word of thanks, or back after days; nothing to a person."""
        self._after_the_end += 1
        if self._after_the_end > 1 and not (self.persona.comes_back and self._after_the_end == 2):
            return None
        if heard.phase == "held":
            return None
        if self.persona.comes_back and heard.phase == "closed" and self._last_act == "later":
            return self._come_back(heard)
        return self._acted("thanks") if self._rng.random() < 0.5 else None

    def _come_back(self, heard: Heard) -> Move:
        """Days later, with an answer to something that is still open."""
        at = heard.at + self.persona.pause
        for criterion in self._script.criteria:
            if criterion.key not in self.told:
                saying = self._say(criterion.key, at, unasked=True)
                if saying is not None:
                    return Move((saying.text,), self.language, (saying,), wait=self.persona.pause)
        return replace(self._acted("back"), wait=self.persona.pause)

    def _typed(self, move: Move) -> Move:
        """As it comes off the keyboard; addresses, figures and the script's topics are kept."""
        if any(saying.letter_by_letter for saying in move.sayings):
            return move
        persona, rng = self.persona, self._rng
        kept = frozenset(fold(move.asks or "").split()) | frozenset((move.asks or "").split())
        texts = move.texts
        if rng.random() < persona.misspells:
            texts = tuple(misspelled(text, kept, rng) for text in texts)
        slipped = texts != move.texts
        if rng.random() < persona.careless:
            texts = tuple(lowered(unaccented(text)) for text in texts)
        if rng.random() < persona.emoji:
            symbol = rng.choice(self._words[self.language].emoji)
            texts = (*texts[:-1], f"{texts[-1]} {symbol}")
        return replace(move, texts=texts, misspelled=slipped)
