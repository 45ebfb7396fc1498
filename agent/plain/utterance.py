"""One message made ready for reading: its folded text, words and sentences, and the page it stands
on. PURE.
"""

from dataclasses import dataclass

from agent.cues import words
from agent.hostile.masking import own_part
from agent.messages import Message
from agent.plain.run_ons import clauses_of
from agent.reading import Page
from agent.sentences import Sentence, sentences_of
from qualification.normalise import find_phrase, fold, read_yes_no
from qualification.script import Criterion, Texts
from qualification.values import CONTACT_KINDS, ContactKind, Language, Span

READ_AT_MOST = 8000
"""Characters of one message; nobody answers a question in more."""

_MORE = (["mas"], ["more"], ["extra"])


@dataclass(frozen=True, slots=True)
class Utterance:
    """A message as the readers of answers, signals and questions look at it."""

    page: Page
    language: Language
    message: Message
    text: str
    """As far as it is the person's own: what is hostile in it is blank."""
    folded: str
    said: str
    """Its folded words, one space between."""
    sentences: tuple[Sentence, ...]
    """Of a run-on, its clauses."""

    @property
    def hostile(self) -> bool:
        """Whether words of the message were left out as hostile."""
        written = self.message.text[:READ_AT_MOST]
        return any(a != b and a.isalnum() for a, b in zip(written, self.text, strict=True))

    @property
    def asked(self) -> str | None:
        """The key of the question pending."""
        return self.page.asked

    @property
    def asked_criterion(self) -> Criterion | None:
        """The question pending, unless it is about contact data."""
        return self.page.script.criterion(self.page.asked or "")

    @property
    def asked_contact(self) -> ContactKind | None:
        """The contact datum asked for."""
        return next((kind for kind in CONTACT_KINDS if kind == self.page.asked), None)

    @property
    def asks(self) -> bool:
        """Whether any of its sentences is a question."""
        return any(sentence.asks for sentence in self.sentences)

    @property
    def says_no(self) -> bool:
        """Whether it opens with a no."""
        answer = read_yes_no(self.text, self.language)
        return answer is not None and not answer.yes

    def is_short(self, most: int) -> bool:
        """Whether it has at most so many words."""
        return len(self.said.split()) <= most

    def mentions(self, texts: Texts | None) -> Span | None:
        """Where it has one of the phrases."""
        return mention(self.folded, texts)

    def lacks(self, texts: Texts | None) -> Span | None:
        """Where it says that there is none of something: "ni un euro", and not "ni un euro más"."""
        span = self.mentions(texts)
        more = span is not None and words(self.folded[span[1] :]).split()[:1] in _MORE
        return None if more else span

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that a position of the text lies in."""
        return next((one for one in self.sentences if one.start <= position < one.end), None)


def utterance(page: Page, language: Language, message: Message) -> Utterance:
    """A message of a page, made ready."""
    text = own_part(message.text[:READ_AT_MOST])
    folded = fold(text)
    sentences = tuple(clauses_of(sentences_of(text, folded)))
    return Utterance(page, language, message, text, folded, words(folded), sentences)


def mention(folded: str, texts: Texts | None) -> Span | None:
    """Where a text has one of the phrases."""
    found = (find_phrase(folded, phrase) for phrase in every_phrase(texts or {}))
    return next((span for span in found if span is not None), None)


def every_phrase(texts: Texts) -> tuple[str, ...]:
    """The phrases of every language: people mix them."""
    return tuple(phrase for phrases in texts.values() for phrase in phrases)
