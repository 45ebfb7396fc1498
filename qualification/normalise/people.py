"""Who writes, for which company, as what? Reads introductions in both languages."""

from collections.abc import Generator, Iterator

from qualification.normalise.employers import employer_at, is_no_company, stands
from qualification.normalise.names import (
    HEADS,
    NOT_A_NAME,
    PERHAPS,
    Names,
    Words,
    common_words,
    is_a_first_name,
)
from qualification.normalise.tables.people import (
    BEING_COMPANY_LEADS,
    BEING_LEADS,
    COMPANY_ENDINGS,
    COMPANY_LEADS,
    DENIALS,
    FROM,
    NAME_LEADS,
    ONESELF,
    OPENINGS,
    PRESENT,
    TITLE_JOINS,
    TITLE_LEADS,
    TITLE_MODIFIERS,
)
from qualification.normalise.text import Token, phrase_set, word_set
from qualification.values import Contact, ContactKind

Reading = Generator[Contact, None, int]
"""Yields what it finds and returns the index of the token after it."""
LONGEST_TITLE = 8
LONGEST_COMPANY = 6
LONGEST_BARE = 9
MOST = 6
ABBREVIATED = word_set("s l a u c v inc")
ARTICLES = word_set("el la los las un una the a an our")
AFTER_NAME = frozenset(",.;:!(-–")
ANDS = word_set("y e and &")
"""After these a title goes on only with a word that titles are made of."""
_NAMES = phrase_set(NAME_LEADS)
_COMPANIES = phrase_set(COMPANY_LEADS)
_BEING_COMPANIES = phrase_set(BEING_COMPANY_LEADS)
_TITLE_LEADS = phrase_set(TITLE_LEADS)
_BEING = phrase_set(BEING_LEADS)
_BEING_OR_TITLE = phrase_set(BEING_LEADS, TITLE_LEADS)
_OPENINGS, _MODIFIERS, _TITLE_JOINS, _FROM, _ENDINGS, _PRESENT = (
    word_set(words)
    for words in (OPENINGS, TITLE_MODIFIERS, TITLE_JOINS, FROM, COMPANY_ENDINGS, PRESENT)
)
_I_AM = frozenset(("soy", "soi", "i", "im"))
_DENIALS, _ONESELF = map(word_set, (DENIALS, ONESELF))
_LOCATING = word_set("at de del desde en for from para with")
"""A lead that ends so may be followed by a place: "somos de Valencia"."""


class Introductions:
    """The introductions of one message."""

    def __init__(self, text: str, tokens: list[Token], *, with_address: bool = False) -> None:
        self.words = Words(text, tokens)
        """Without those of e-mails and telephones."""
        self.names = Names(self.words)
        self.with_address = with_address
        """An e-mail or a telephone stands beside: a name may be followed by it."""

    def said(self, asked: ContactKind | None) -> list[Contact]:
        """What was said with a lead-in; a bare answer only to the question for it."""
        found = list(self._led(asked))[:MOST]
        if asked in ("name", "company", "job_title") and all(one.kind != asked for one in found):
            found += self._bare(asked)
        return found

    def _led(self, asked: ContactKind | None) -> Iterator[Contact]:
        word, tokens = self.words.word, self.words.tokens
        index = 0
        while index < len(tokens):
            if lead := _NAMES.at(tokens, index):
                index = yield from self._person(self._past_marks(lead[1]), written=False)
            elif first := self._employer(index):
                index = yield from self._led_company(first)
            elif (lead := _BEING_OR_TITLE.at(tokens, index)) and word(index - 1) in _DENIALS:
                index = lead[1]
            elif (lead := _TITLE_LEADS.at(tokens, index)) and self._title_end(lead[1]):
                index = yield from self._title(lead[1])
            elif (lead := _BEING_COMPANIES.at(tokens, index)) and self.words.capital(lead[1]):
                index = yield from self._led_company(lead[1])
            elif lead := _BEING.at(tokens, index):
                index = yield from self._presented(index, lead[1], written=asked != "name")
            elif index == 0 and word(end := self._title_end(0)) in _PRESENT and end:
                index = yield from self._title(0)
            elif self._presents_itself(index):
                index = yield from self._person(index, written=True)
            else:
                index += 1

    def _presented(self, index: int, after: int, *, written: bool) -> Reading:
        """The name after "I am": that of many needs no capital ("soy pedro y llevo las ventas")."""
        first = self._past_oneself(after)
        following = self.words.word(first + 1)
        ends = not following.isalpha() or following in common_words()
        small = self.words.word(index) in _I_AM and not self.words.capital(first)
        if written and small and ends and is_a_first_name(self.words.word(first)):
            yield self._name(first, first + 1)
        return (yield from self._person(first, written=written))

    def _employer(self, index: int) -> int:
        """Where a company begins that these words lead to, or that a sentence names as theirs."""
        if lead := _COMPANIES.at(self.words.tokens, index):
            return lead[1]
        first = employer_at(self.words, index)
        named = first and stands(self.words, index, first, self._company_end(first))
        return first if named else 0

    def _presents_itself(self, index: int) -> bool:
        """ "Jane here", or "Hola, Ana de Globex" and nothing more."""
        word = self.words.word
        end = self.names.end(index, written=True)
        if end == index or any(word(before) not in _OPENINGS for before in range(index)):
            return False
        if word(end) in _PRESENT and (index == 0 or is_a_first_name(word(index))):
            return True
        end += word(end) == ","
        if not is_a_first_name(word(index)) or word(end) not in _FROM:
            return False
        after = self._company_end(end + 1)
        return self.words.capital(end + 1) and (
            word(after) in AFTER_NAME or word(after) in ("", ".")
        )

    def _past_marks(self, index: int) -> int:
        """ "Mi nombre? Ana"."""
        return index + (self.words.word(index) in ("?", ":", ",", "-"))

    def _past_oneself(self, index: int) -> int:
        """ "Soy yo, Toñi"."""
        named = self.words.word(index) in _ONESELF and self.words.word(index + 1) == ","
        return index + 2 if named else index

    def _person(self, first: int, *, written: bool) -> Reading:
        """A name, then perhaps the company after "from" and the title after a comma."""
        first = self.names.past_honorific(first)
        after = self.names.end(first, written=written)
        if after == first:
            return first
        first, after = self._in_full(first, after)
        yield Contact("name", self.names.shown(first, after), self.words.span(first, after))
        after += self.words.word(after) in _PRESENT
        if self.words.word(after) == "," and self._title_end(after + 1):
            after = yield from self._title(after + 1)
        comma = self.words.word(after) == ","
        if self.words.word(after + comma) in _FROM:
            after = yield from self._workplace(after + comma + 1)
        return after

    def _in_full(self, first: int, after: int) -> tuple[int, int]:
        """ "Pilar, Pilar Sanz", "Bond, James Bond": the name that is said again in full."""
        end = self.names.end(after + 1, written=True) if self.words.word(after) == "," else 0
        said = {self.words.word(index) for index in range(first, after)}
        again = {self.words.word(index) for index in range(after + 1, end)}
        return (after + 1, end) if said < again else (first, after)

    def _workplace(self, first: int) -> Reading:
        """The company after "from", unless it is only a part of one ("from finance"), or where they
        are from.
        """
        begin = first + (self.words.word(first) in ARTICLES)
        after = self._company_end(begin)
        if after > begin and is_no_company(self.words, begin, after):
            return after
        return (yield from self._company(first))

    def _led_company(self, first: int) -> Reading:
        """The company after "I work at" or "we are called"; after the former may be a place."""
        begin = first + (self.words.word(first) in ARTICLES and not self.words.capital(first))
        after = self._company_end(begin)
        elsewhere = self.words.word(first - 1) in _LOCATING
        if after > begin and is_no_company(self.words, begin, after, elsewhere=elsewhere):
            return after
        return (yield from self._company(first))

    def _company(self, first: int) -> Reading:
        first += self.words.word(first) in ARTICLES and not self.words.capital(first)
        after = self._company_end(first)
        if after > first:
            yield self._as("company", first, after)
        return max(after, first)

    def _title(self, first: int) -> Reading:
        first += self.words.word(first) in ARTICLES
        after = self._title_end(first)
        yield self._as("job_title", first, after)
        if self.words.word(after) in _FROM and self.words.capital(after + 1):
            after = yield from self._company(after + 1)
        return after

    def _company_end(self, first: int) -> int:
        """Capitals and what stands between them; without capitals, the words up to a common one."""
        index = first
        capitals = self.words.capital(first)
        while index < len(self.words.tokens) and index - first < LONGEST_COMPANY:
            if not self._is_of_company(index, first, capitals):
                break
            index += 1
        return index

    def _is_of_company(self, index: int, first: int, capitals: bool) -> bool:
        word, token = self.words.word(index), self.words.tokens[index]
        following = self.words.word(index + 1)
        if word in _ENDINGS or (index > first and word in "&-'" and following):
            return True
        if word == "." and token.glued and self.words.word(index - 1) in ABBREVIATED:
            return True
        if word == "," and index > first and following in _ENDINGS:
            return True
        if word[0].isalnum() and (self.words.capital(index) or token.is_number):
            return True
        return not capitals and word.isalpha() and word not in NOT_A_NAME

    def _title_end(self, first: int) -> int:
        """The index after a title ("directora de compras"), or 0 where none begins."""
        word = self.words.word
        index = first + (word(first) in ARTICLES)
        start, headed = index, False
        while index < len(self.words.tokens) and index - start < LONGEST_TITLE:
            if word(index) in HEADS:
                headed = True
            elif word(index) in _TITLE_JOINS and headed:
                if not self._title_goes_on(index + 1):
                    break
            elif word(index) not in _MODIFIERS and not (headed and word(index - 1) in _TITLE_JOINS):
                break
            index += 1
        while index > start and word(index - 1) in _TITLE_JOINS | ARTICLES:
            index -= 1
        return index if headed else 0

    def _title_goes_on(self, index: int) -> bool:
        word = self.words.word(index)
        if word in _MODIFIERS or word in HEADS or word in _TITLE_JOINS:
            return True
        joined_by_and = self.words.word(index - 1) in ANDS
        return word.isalpha() and not self.words.capital(index) and not joined_by_and

    def _bare(self, asked: ContactKind) -> list[Contact]:
        """The whole message as an answer, unless it is a refusal, a question or a sentence."""
        tokens, word = self.words.tokens, self.words.word
        first, after = 0, len(tokens)
        if any(word(i) in _DENIALS and _BEING_OR_TITLE.at(tokens, i + 1) for i in (0, 1)):
            return []
        while after and not tokens[after - 1].text[0].isalnum():
            if tokens[after - 1].text == "?" and after == len(tokens) and asked != "name":
                return []
            after -= 1
        while first < after and (
            word(first) in NOT_A_NAME | _OPENINGS or not word(first)[0].isalnum()
        ):
            if asked == "name" and self.names.may_be_name(first) and word(first) in PERHAPS:
                break
            if asked == "name" and word(first) not in _OPENINGS and word(first) != "¿":
                return []
            first += 1
        if asked == "name":
            return self._bare_name(first, after)
        if not first < after <= first + LONGEST_BARE:
            return []
        end = self._company_end(first) if asked == "company" else self._title_end(first) or after
        if end == first or (end < after and word(end) not in ",."):
            return []
        return [self._as(asked, first, end)]

    def _bare_name(self, first: int, after: int) -> list[Contact]:
        """ "Ana López", and what may follow it: an address, a title, a company, a courtesy."""
        first = self.names.past_honorific(first)
        word, capital = self.words.word, self.words.capital(first)
        end = self.names.end(first, written=capital and self.with_address)
        if end == first or not self.names.is_plausible(first, end):
            return []
        if end < after and self._title_end(first):
            return []
        rest = end + (word(end) in _PRESENT)
        said = [*self._person(first, written=False)] if not self.with_address else []
        if rest >= after or word(end) in _FROM or len(said) > 1:
            return said or [self._name(first, end)]
        follows = word(rest) in AFTER_NAME or self.with_address
        return [self._name(first, end)] if follows and (capital or self.with_address) else []

    def _name(self, first: int, after: int) -> Contact:
        return Contact("name", self.names.shown(first, after), self.words.span(first, after))

    def _as(self, kind: ContactKind, first: int, after: int) -> Contact:
        return Contact(kind, self.words.written(first, after), self.words.span(first, after))
