"""How many are they who count themselves? "Solo yo", "me and my wife", "yo y 3 más"."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from qualification.normalise.numerals import read_numeral
from qualification.normalise.tables import en, es
from qualification.normalise.text import Phrases, Token, listed, phrase_set
from qualification.normalise.vocabulary import Vocabulary
from qualification.values import Number

ENOUGH = 60
"""Words in which people say how many they are."""
FEW_WORDS = 3
LONGEST_NAME = 3
"""Words of "my business partner"."""


@dataclass(frozen=True, slots=True)
class _Words:
    selves: Phrases[bool]
    alone: Phrases[bool]
    nobody: Phrases[bool]
    others: Phrases[bool]
    kinds: Phrases[bool]
    pets: Phrases[bool]
    of_many: frozenset[str]
    possessives: frozenset[str]
    joins: frozenset[str]
    before_verbs: frozenset[str]


@cache
def _words() -> _Words:
    tables = (es.HEADS, en.HEADS)
    return _Words(
        phrase_set(*(t.selves for t in tables)),
        phrase_set(*(t.alone for t in tables)),
        phrase_set(*(t.nobody for t in tables)),
        phrase_set(*(t.others for t in tables)),
        phrase_set(*(t.kinds for t in tables)),
        phrase_set(*(t.pets for t in tables)),
        frozenset(word for t in tables for word in listed(t.possessives_of_many)),
        frozenset(word for t in tables for word in listed(t.possessives)),
        frozenset(word for t in tables for word in listed(t.joins)),
        frozenset(word for t in tables for word in listed(t.before_verbs)),
    )


@dataclass(slots=True)
class _Party:
    """People counted one after the other."""

    count: Decimal = Decimal(0)
    after: int = 0
    speaker: bool = False
    figures: bool = False
    kinds: int = 0
    """How often they were called by what they are."""


def read_headcount(vocabulary: Vocabulary, tokens: Sequence[Token]) -> Number | None:
    """The number of people that a message lists, the one who writes among them."""
    tokens = tokens[:ENOUGH]
    heads = _Heads(vocabulary, tokens)
    for index in range(len(tokens)):
        party = heads.party(index)
        if party is not None:
            span = tokens[index].start, tokens[party.after - 1].end
            return Number(party.count, party.count, span)
    return heads.alone()


def is_pet(tokens: Sequence[Token], index: int) -> bool:
    """Whether an animal of the house is named here."""
    return _words().pets.at(tokens, index) is not None


@dataclass(frozen=True, slots=True)
class _Heads:
    vocabulary: Vocabulary
    tokens: Sequence[Token]

    def alone(self) -> Number | None:
        """ "Just me": one; "nobody": none; "yo" only as the whole message."""
        tokens = [token for token in self.tokens if token.text[0].isalnum() or token.text in "'-"]
        for index in range(len(tokens)):
            if found := _words().alone.at(tokens, index):
                return _said(1, tokens, index, found[1])
        if (found := _words().nobody.at(tokens, 0)) and len(tokens) <= FEW_WORDS:
            return _said(0, tokens, 0, found[1])
        if (found := _words().selves.at(tokens, 0)) and found[1] == len(tokens):
            return _said(1, tokens, 0, found[1])
        return None

    def party(self, first: int) -> _Party | None:
        """ "My wife, my son and me": two at least, and the speaker is one of them."""
        party = _Party(after=first)
        people = 0
        while self._count(party, party.after):
            people += 1
            joined = self._join(party.after, listing=party.kinds == people)
            if joined is None or not self._counts(joined):
                break
            party.after = joined
        verb = party.figures and self._goes_on(party.after)
        told = party.speaker or (party.kinds == people and party.count > 0)
        return party if people > 1 and told and not verb else None

    def _word(self, index: int) -> str:
        return self.tokens[index].text if index < len(self.tokens) else ""

    def _counts(self, index: int) -> bool:
        return self._count(_Party(), index)

    def _count(self, party: _Party, index: int) -> bool:
        """Adds the person, or the number of them, that stands here."""
        if found := _words().selves.at(self.tokens, index):
            if party.speaker:
                return False
            party.count, party.after, party.speaker = party.count + 1, found[1], True
            return True
        if pet := self._pet(index):
            party.after, party.kinds = pet, party.kinds + 1
            return True
        if self._word(index) in _words().of_many and self._number(index + 1):
            index += 1
        numeral = read_numeral(self.vocabulary, self.tokens, index, joins=0)
        if numeral is None:
            return self._word(index) in _words().possessives and self._named(party, index)
        if numeral.lone_one:
            return self._one_more(party, index)
        party.count, party.after = party.count + numeral.value, numeral.after
        if kind := _words().kinds.at(self.tokens, party.after):
            party.after, party.kinds = kind[1], party.kinds + 1
            return True
        party.figures = True
        others = _words().others.at(self.tokens, party.after)
        if others and not self._is_self(others[1]):
            party.after = others[1]
        return True

    def _one_more(self, party: _Party, index: int) -> bool:
        """ "One toddler", "una secretaria"."""
        kind = _words().kinds.at(self.tokens, index + 1)
        if kind is None:
            return self._named(party, index)
        party.count, party.after, party.kinds = party.count + 1, kind[1], party.kinds + 1
        return True

    def _named(self, party: _Party, index: int) -> bool:
        """The person whose name or role follows here: "my wife"."""
        after = index + 1
        while after - index <= LONGEST_NAME and self._is_of_name(after):
            after += 1
        if after > index + 1:
            party.count, party.after = party.count + 1, after
        return after > index + 1

    def _pet(self, index: int) -> int | None:
        """The index after "the dog", "dos gatos"."""
        led = self._word(index) in _words().possessives | _words().of_many or self._number(index)
        found = _words().pets.at(self.tokens, index + 1) if led else None
        return found[1] if found else None

    def _number(self, index: int) -> bool:
        if index >= len(self.tokens):
            return False
        return read_numeral(self.vocabulary, self.tokens, index, joins=0) is not None

    def _is_self(self, index: int) -> bool:
        return _words().selves.at(self.tokens, index) is not None

    def _is_of_name(self, index: int) -> bool:
        word = self._word(index)
        return word.isalpha() and word not in _words().joins and not self._is_self(index)

    def _join(self, index: int, *, listing: bool) -> int | None:
        """The index after what joins two people; numbers of a kind need no word between them."""
        if listing and self._number(index):
            return index
        after = index
        while self._word(after) == "," or self._word(after) in _words().joins:
            after += 1
        return after if index < after < len(self.tokens) else None

    def _goes_on(self, index: int) -> bool:
        """Whether a verb follows: "somos 12 y yo soy la directora" counts twelve."""
        word = self._word(index)
        return word.isalpha() and word not in _words().before_verbs


def _said(count: int, tokens: Sequence[Token], first: int, after: int) -> Number:
    return Number(Decimal(count), Decimal(count), (tokens[first].start, tokens[after - 1].end))
