"""Who writes, for which company, as what? Reads introductions in both languages."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass

from qualification.normalise.tables.people import (
    BEING_LEADS,
    COMPANY_ENDINGS,
    COMPANY_LEADS,
    FROM,
    NAME_LEADS,
    NOT_NAMES,
    PARTICLES,
    TITLE_JOINS,
    TITLE_LEADS,
    TITLE_MODIFIERS,
    TITLES,
)
from qualification.normalise.text import Token, fold, phrase_set, word_set
from qualification.values import Contact, ContactKind, Span

Reading = Generator[Contact, None, int]
"""Yields what it finds and returns the index of the token after it."""
LONGEST_NAME = 7
LONGEST_TITLE = 8
LONGEST_COMPANY = 6
LONGEST_BARE = 9
MOST = 6
ABBREVIATED = word_set("s l a u c v inc")
ARTICLES = word_set("el la los las un una the a an our")
GREETINGS = word_set(
    """
    hola hi hello hey buenas buenos claro si vale ok okay yes yeah sure soy es it is its i im
    me pues well , . ! ¡ : - ' m s
    """
)
ANDS = word_set("y e and &")
"""After these a title goes on only with a word that titles are made of."""
_NAMES = phrase_set(NAME_LEADS)
_COMPANIES = phrase_set(COMPANY_LEADS)
_TITLE_LEADS = phrase_set(TITLE_LEADS)
_BEING = phrase_set(BEING_LEADS)
_NOT_NAMES, _HEADS, _MODIFIERS, _TITLE_JOINS, _FROM, _PARTICLES, _ENDINGS = (
    frozenset(fold(words).split())
    for words in (NOT_NAMES, TITLES, TITLE_MODIFIERS, TITLE_JOINS, FROM, PARTICLES, COMPANY_ENDINGS)
)


@dataclass(frozen=True, slots=True)
class Introductions:
    """The introductions of one message."""

    text: str
    tokens: list[Token]
    """Without those of e-mails and telephones."""
    with_address: bool = False
    """An e-mail or a telephone stands beside: a name may be followed by it."""

    def said(self, asked: ContactKind | None) -> list[Contact]:
        """What was said with a lead-in; a bare answer only to the question for it."""
        found = list(self._led(asked))[:MOST]
        if asked in ("name", "company", "job_title") and all(one.kind != asked for one in found):
            found += self._bare(asked)
        return found

    def _word(self, index: int) -> str:
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def _original(self, index: int) -> str:
        return self.text[self.tokens[index].start : self.tokens[index].end]

    def _capital(self, index: int) -> bool:
        return index < len(self.tokens) and self._original(index)[0].isupper()

    def _led(self, asked: ContactKind | None) -> Iterator[Contact]:
        index = 0
        while index < len(self.tokens):
            if lead := _NAMES.at(self.tokens, index):
                index = yield from self._person(lead[1], written=False)
            elif lead := _COMPANIES.at(self.tokens, index):
                index = yield from self._company(lead[1])
            elif (lead := _TITLE_LEADS.at(self.tokens, index)) and self._title_end(lead[1]):
                index = yield from self._title(lead[1])
            elif lead := _BEING.at(self.tokens, index):
                index = yield from self._person(lead[1], written=asked != "name")
            else:
                index += 1

    def _person(self, first: int, *, written: bool) -> Reading:
        """A name, then perhaps the company after "from" and the title after a comma."""
        after = self._name_end(first, written=written)
        if after == first:
            return first
        yield Contact("name", self._as_name(first, after), self._span(first, after))
        if self._word(after) == "," and self._title_end(after + 1):
            after = yield from self._title(after + 1)
        comma = self._word(after) == ","
        if self._word(after + comma) in _FROM:
            after = yield from self._company(after + comma + 1)
        return after

    def _company(self, first: int) -> Reading:
        first += self._word(first) in ARTICLES and not self._capital(first)
        after = self._company_end(first)
        if after > first:
            yield Contact("company", self._as_written(first, after), self._span(first, after))
        return max(after, first)

    def _title(self, first: int) -> Reading:
        first += self._word(first) in ARTICLES
        after = self._title_end(first)
        yield Contact("job_title", self._as_written(first, after), self._span(first, after))
        if self._word(after) in _FROM and self._capital(after + 1):
            after = yield from self._company(after + 1)
        return after

    def _name_end(self, first: int, *, written: bool) -> int:
        """The index after the words of a name; `written` asks for capitals."""
        index = first
        while index < len(self.tokens) and index - first < LONGEST_NAME:
            word = self._word(index)
            if index > first and word in _PARTICLES and self._goes_on(index, written=written):
                index += 1
            elif not self._may_be_name(index) or (written and not self._capital(index)):
                break
            else:
                index += 1
        while index > first and self._word(index - 1) in _PARTICLES:
            index -= 1
        return index

    def _goes_on(self, index: int, *, written: bool) -> bool:
        """Whether a particle joins surnames ("de la Torre"), and no company ("de Acme")."""
        following = self._word(index + 1)
        if self._word(index) == "de":
            return following in ("la", "los", "las")
        return following in _PARTICLES or (
            self._may_be_name(index + 1) and (self._capital(index + 1) or not written)
        )

    def _may_be_name(self, index: int) -> bool:
        word = self._word(index)
        return word.isalpha() and word not in _NOT_NAMES and word not in _HEADS and len(word) < 30

    def _company_end(self, first: int) -> int:
        """Capitals and what stands between them; without capitals, the words up to a common one."""
        index = first
        capitals = self._capital(first)
        while index < len(self.tokens) and index - first < LONGEST_COMPANY:
            if not self._is_of_company(index, first, capitals):
                break
            index += 1
        return index

    def _is_of_company(self, index: int, first: int, capitals: bool) -> bool:
        word, token = self._word(index), self.tokens[index]
        if word in _ENDINGS or (index > first and word in "&-'" and self._word(index + 1)):
            return True
        if word == "." and token.glued and self._word(index - 1) in ABBREVIATED:
            return True
        if word[0].isalnum() and (self._capital(index) or token.is_number):
            return True
        return not capitals and word.isalpha() and word not in _NOT_NAMES

    def _title_end(self, first: int) -> int:
        """The index after a title ("directora de compras"), or 0 where none begins."""
        index = first + (self._word(first) in ARTICLES)
        start, headed = index, False
        while index < len(self.tokens) and index - start < LONGEST_TITLE:
            word = self._word(index)
            if word in _HEADS:
                headed = True
            elif word in _TITLE_JOINS and headed:
                if not self._title_goes_on(index + 1):
                    break
            elif word not in _MODIFIERS and not (headed and self._word(index - 1) in _TITLE_JOINS):
                break
            index += 1
        while index > start and self._word(index - 1) in _TITLE_JOINS | ARTICLES:
            index -= 1
        return index if headed else 0

    def _title_goes_on(self, index: int) -> bool:
        word = self._word(index)
        if word in _MODIFIERS or word in _HEADS or word in _TITLE_JOINS:
            return True
        joined_by_and = self._word(index - 1) in ANDS
        return word.isalpha() and not self._capital(index) and not joined_by_and

    def _bare(self, asked: ContactKind) -> list[Contact]:
        """The whole message as an answer, unless it is a refusal, a question or a sentence."""
        tokens = self.tokens
        first, after = 0, len(tokens)
        while after and not tokens[after - 1].text[0].isalnum():
            if tokens[after - 1].text == "?":
                return []
            after -= 1
        while first < after and (
            self._word(first) in _NOT_NAMES or not self._word(first)[0].isalnum()
        ):
            if asked == "name" and self._word(first) not in GREETINGS:
                return []
            first += 1
        if not first < after <= first + LONGEST_BARE:
            return []
        if asked == "name" and self.with_address and self._capital(first):
            after = self._name_end(first, written=True) or after
        ends = {
            "name": self._name_end(first, written=False),
            "company": self._company_end(first),
            "job_title": self._title_end(first) or after,
        }
        if ends[asked] < after and (asked == "name" or self._word(ends[asked]) not in ",."):
            return []
        return [self._as(asked, first, ends[asked])]

    def _as(self, kind: ContactKind, first: int, after: int) -> Contact:
        value = self._as_name(first, after) if kind == "name" else self._as_written(first, after)
        return Contact(kind, value, self._span(first, after))

    def _as_name(self, first: int, after: int) -> str:
        name = self._as_written(first, after)
        if not (name.islower() or name.isupper()):
            return name
        words = name.lower().split()
        return " ".join(word if word in _PARTICLES else word.title() for word in words)

    def _as_written(self, first: int, after: int) -> str:
        start, end = self._span(first, after)
        return " ".join(self.text[start:end].split())

    def _span(self, first: int, after: int) -> Span:
        return self.tokens[first].start, self.tokens[after - 1].end
