"""What is a model told? Renders prompts/*.j2: a prefix that is the same for every turn, then what
changes.

The prefix (rules, script, facts, examples) is byte-identical across the turns of a conversation,
so that the server can reuse its work on it; it depends on the script and the language alone.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from agent.aloud import say_value
from agent.approval.bridge import Approved, approve
from agent.evidence.extract import extract_schema
from agent.examples import Example, examples
from agent.messages import Message
from agent.reading import Page
from agent.speech import approved_wordings
from qualification.script import ChoiceQuestion, MoneyQuestion, Script
from qualification.signals import Signal
from qualification.values import Json, Language, to_json

TEMPLATES = Path(__file__).parent.parent / "prompts"
MESSAGES_AT_MOST = 4000
"""Characters of the new messages that are shown; nobody answers a question in more."""
TALK_AT_MOST, TURN_OF_TALK = 3, 110
"""Earlier messages shown, and characters of each."""
KNOWN_AT_MOST = 28
EXPECTED_AT_MOST = 3
PREFIX_AT_MOST = 6600
"""Characters: longer scripts get fewer examples, and at last facts without their answers."""
FEWEST_EXAMPLES = 3
_KEPT = 32
_NAMES: Mapping[Language, str] = {"es": "Spanish", "en": "English"}
_MEANINGS: Mapping[Signal, str] = {
    Signal.WANTS_HUMAN: "wants a person",
    Signal.WANTS_DEMO: "wants a demo or to buy now",
    Signal.OPT_OUT: "stop writing to me",
    Signal.OPT_IN: "write to me again",
    Signal.NOT_INTERESTED: "does not want what we offer",
    Signal.SUPPORT: "a customer with a problem",
    Signal.WRONG_PERSON: "not the one we look for, a student, a seller",
    Signal.WHY: "why do you ask",
    Signal.REPEAT: "say that again",
    Signal.IS_BOT_QUESTION: "are you a bot",
    Signal.ABUSIVE: "insults",
    Signal.LANGUAGE_SWITCH: "asks for another language",
}
_MARKER = re.compile(r"<(?=\s*/?\s*message)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Brief:
    """All that a model is told about one script in one language, and what it may say of its own."""

    id: str
    """The content hash of the prefix and of the template of what follows it."""
    prefix: str
    schema: Mapping[str, Json]
    approved: Approved


@dataclass(frozen=True, slots=True)
class _Question:
    key: str
    kind: str
    ask: str
    options: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Fact:
    id: str
    text: str


def templates(folder: Path) -> Environment:
    """The prompts in a folder; a name that nothing fills is an error."""
    return Environment(  # noqa: S701 - prompts are plain text, there is nothing to escape
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


class Prompts:
    """Makes the prompts; prefixes are made once per script and language."""

    def __init__(self, folder: Path = TEMPLATES) -> None:
        environment = templates(folder)
        self.folder = folder
        self._prefix = environment.get_template("read.j2")
        self._turn = environment.get_template("read_turn.j2")
        self._turn_source = (folder / "read_turn.j2").read_text(encoding="utf-8")
        self._briefs: dict[tuple[int, Language], tuple[Script, Brief]] = {}

    def brief(self, script: Script, language: Language) -> Brief:
        """The part that does not change within a conversation."""
        key = (id(script), language)
        if key not in self._briefs:
            if len(self._briefs) >= _KEPT:
                del self._briefs[next(iter(self._briefs))]
            self._briefs[key] = (script, self._make_brief(script, language))
        return self._briefs[key][1]

    def texts(self) -> Mapping[str, str]:
        """What the ids stand for, as far as it is kept here."""
        return {brief.id: brief.prefix for _, brief in self._briefs.values()}

    def state(self, page: Page, language: Language) -> str:
        """The part that changes from turn to turn."""
        asked = page.asked
        return self._turn.render(
            known=list(_known(page)),
            talk=[_talk(message) for message in page.transcript[-TALK_AT_MOST:]],
            expected=page.expected[:EXPECTED_AT_MOST],
            asked=f"{asked}: {_question(page, asked, language)}" if asked else "",
            messages=_shown(page.unread),
        )

    def _make_brief(self, script: Script, language: Language) -> Brief:
        shown = list(examples(script, language))
        prefix = self._render(script, language, shown, with_answers=True)
        while len(prefix) > PREFIX_AT_MOST and len(shown) > FEWEST_EXAMPLES:
            shown.pop()
            prefix = self._render(script, language, shown, with_answers=True)
        if len(prefix) > PREFIX_AT_MOST:
            prefix = self._render(script, language, shown, with_answers=False)
        digest = hashlib.sha256(f"{prefix}\0{self._turn_source}".encode()).hexdigest()
        return Brief(digest, prefix, extract_schema(script), approve(script, language))

    def _render(
        self, script: Script, language: Language, shown: list[Example], *, with_answers: bool
    ) -> str:
        return self._prefix.render(
            persona=script.persona,
            title=script.title,
            language_name=_NAMES[language],
            adapted=script.wording == "adapted",
            signals={signal.value: meaning for signal, meaning in _MEANINGS.items()},
            questions=list(_questions(script, language)),
            facts=[
                _Fact(f.id, f.answer[language] if with_answers else ", ".join(f.topics[language]))
                for f in script.facts
            ],
            examples=shown,
        )


def _questions(script: Script, language: Language) -> Iterator[_Question]:
    for criterion in script.criteria:
        per = (
            f", per {criterion.per}"
            if isinstance(criterion, MoneyQuestion) and criterion.per
            else ""
        )
        options = criterion.options if isinstance(criterion, ChoiceQuestion) else {}
        says = {key: " / ".join(option.says[language][:2]) for key, option in options.items()}
        ask = criterion.ask[language][0]
        yield _Question(criterion.key, f"{criterion.kind}{per}", ask, says)
    for kind in script.contact.ask:
        yield _Question(kind, "contact", approved_wordings(script, kind, language)[0], {})


def _question(page: Page, asked: str, language: Language) -> str:
    """The pending question, with the readings that it offers to choose between."""
    ask = approved_wordings(page.script, asked, language)[0]
    offered = (say_value(page.script, asked, one, language) for one in page.offered)
    return f"{ask} ({' / '.join(offered)})" if page.offered else ask


def _known(page: Page) -> Iterator[tuple[str, str]]:
    for key, answer in page.sheet.answers.items():
        said = answer.evidence.quote if answer.evidence else str(to_json(answer.value))
        yield key, _quoted(said, KNOWN_AT_MOST)


def _talk(message: Message) -> tuple[str, str]:
    author = "Prospect" if message.author == "prospect" else "We"
    return author, _quoted(message.text, TURN_OF_TALK)


def _quoted(text: str, at_most: int) -> str:
    """Somebody's words on one line, between quotation marks that they cannot close."""
    line = " ".join(_clean(text).split())
    return json.dumps(line if len(line) <= at_most else line[:at_most] + "…", ensure_ascii=False)


def _shown(messages: tuple[Message, ...]) -> list[str]:
    """The new messages as data: nothing in them can end the place where data stands."""
    room, shown = MESSAGES_AT_MOST, []
    for message in reversed(messages):
        text = _MARKER.sub("‹", _clean(message.text[:room])).strip()
        room -= len(text)
        if text:
            shown.append(text)
    return shown[::-1]


def _clean(text: str) -> str:
    return _CONTROL.sub(" ", text)
