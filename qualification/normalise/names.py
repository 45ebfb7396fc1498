"""How far does a name reach, and how is it written? "Jane O'Neil", "maría de la Torre"."""

from dataclasses import dataclass
from functools import cache

from qualification.normalise.tables.people import (
    ALSO_NAMES,
    ALSO_SURNAMES,
    FIRST_NAMES,
    HONORIFICS,
    NOT_NAMES,
    PARTICLES,
    TITLES,
)
from qualification.normalise.tables.talk import FUNCTION_WORDS, NO, YES
from qualification.normalise.text import Token, listed, word_set
from qualification.values import LANGUAGES, Span

LONGEST_NAME = 7
MOST_BARE_WORDS = 4
"""Words without capitals that may be a name, its particles apart."""
LONGEST_WORD = 30
WE = ("amos", "emos", "imos")
"""How verbs end that begin "usamos Excel"."""
NOT_A_NAME = word_set(NOT_NAMES)
HEADS, SMALL, TITLED = word_set(TITLES), word_set(PARTICLES), word_set(HONORIFICS)
PERHAPS, SURNAMES = word_set(ALSO_NAMES), word_set(ALSO_SURNAMES)
FIRST = word_set(FIRST_NAMES)
JOINING = frozenset({"y", "e", "i"})
"""Between two surnames, and between much else."""
PRONOUNS = frozenset({"i", "we", "you", "he", "she", "they"})


@cache
def common_words() -> frozenset[str]:
    """Words of either language that are no name on their own."""
    said = [phrase for table in (YES, NO) for one in LANGUAGES for phrase in listed(table[one])]
    known = [word_set(FUNCTION_WORDS[one]) for one in LANGUAGES]
    return NOT_A_NAME.union(*known, (phrase for phrase in said if " " not in phrase)) - PERHAPS


def is_a_first_name(word: str) -> bool:
    """Whether a folded word is the first name of many."""
    return word in FIRST


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a message as they are written."""

    text: str
    tokens: list[Token]

    def word(self, index: int) -> str:
        """The folded word at this index, or nothing past the ends."""
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def span(self, first: int, after: int) -> Span:
        """The characters of these words."""
        return self.tokens[first].start, self.tokens[after - 1].end

    def capital(self, index: int) -> bool:
        """Whether this word begins with a capital."""
        return index < len(self.tokens) and self.text[self.tokens[index].start].isupper()

    def written(self, first: int, after: int) -> str:
        """These words as they stand, with single spaces."""
        start, end = self.span(first, after)
        return " ".join(self.text[start:end].split())


@dataclass(frozen=True, slots=True)
class Names:
    """The names in the words of one message."""

    words: Words

    def past_honorific(self, index: int) -> int:
        """The index after "Dr.", "Sra." or "don"."""
        if self.words.word(index) not in TITLED or not self.words.word(index + 1):
            return index
        return index + 1 + (self.words.word(index + 1) == ".")

    def end(self, first: int, *, written: bool) -> int:
        """The index after the words of a name; `written` asks for capitals."""
        index = first
        while index < len(self.words.tokens) and index - first < LONGEST_NAME:
            if index > first and self._joins(index):
                index += 1
            elif index > first and self.words.word(index) in SMALL:
                if not self._goes_on(index, written=written):
                    break
                index += 1
            elif not self.may_be_name(index) and not self._is_elided(index):
                break
            elif not written or self.words.capital(index):
                index += 1
            else:
                break
        while index > first and self.words.word(index - 1) in SMALL:
            index -= 1
        return index

    def is_plausible(self, first: int, after: int) -> bool:
        """Whether bare words can be a name: in capitals, or few and none of them a common one."""
        said = [token.text for token in self.words.tokens[first:after] if token.text.isalpha()]
        own = [word for word in said if word not in SMALL]
        if not self.words.capital(first):
            verb = len(own) > 1 and (own[0].endswith(WE) or self._leads_to_a_name(first, after))
            return len(own) <= MOST_BARE_WORDS and not verb and common_words().isdisjoint(own)
        return not common_words().issuperset(own)

    def _leads_to_a_name(self, first: int, after: int) -> bool:
        """Whether a small word stands before a name in capitals: "atendió Marta Gil"."""
        following = range(first + 1, after)
        return len(following) > 1 and all(self.words.capital(index) for index in following)

    def may_be_name(self, index: int) -> bool:
        """Whether a word is no common one, and none of a title."""
        word = self.words.word(index)
        return (
            word.isalpha()
            and (word not in NOT_A_NAME or self._is_surname(index))
            and word not in HEADS
            and len(word) < LONGEST_WORD
        )

    def _is_surname(self, index: int) -> bool:
        """The May of "April May", and of nothing but "May"; not of "Jane May I ask"."""
        word = self.words.word(index)
        if word in SURNAMES:
            return self.words.capital(index) and self.words.word(index - 1) in FIRST
        named = word in PERHAPS and self.words.capital(index)
        led = index > 0 or len(self.words.tokens) == 1
        return named and led and self.words.word(index + 1) not in PRONOUNS

    def shown(self, first: int, after: int) -> str:
        """The name with capitals where it was written without, or with nothing else."""
        name = self.words.written(first, after)
        if not (name.islower() or name.isupper()):
            return name
        return " ".join(word if word in SMALL else word.title() for word in name.lower().split())

    def _is_elided(self, index: int) -> bool:
        """The letter of "O'Neil" and "D'Angelo"."""
        after = self.words.tokens[index + 1 : index + 2]
        return len(self.words.word(index)) == 1 and bool(after) and self._joins(index + 1)

    def _joins(self, index: int) -> bool:
        """The mark of "O'Neil" and "Núñez-Castro"."""
        token = self.words.tokens[index]
        following = self.words.word(index + 1)
        if token.text not in "'-" or not token.glued or not following.isalpha():
            return False
        short = len(self.words.word(index - 1)) == 1 or self.words.capital(index + 1)
        return self.words.tokens[index + 1].glued and (token.text == "-" or short)

    def _goes_on(self, index: int, *, written: bool) -> bool:
        """Whether a particle joins surnames ("de la Torre"), and no company ("de Acme")."""
        following = self.words.word(index + 1)
        if self.words.word(index) in JOINING and not self.words.capital(index + 1):
            return False  # "Ana y perdemos clientes"
        if self.words.word(index) == "de":
            return following in ("la", "los", "las")
        return following in SMALL or (
            self.may_be_name(index + 1) and (self.words.capital(index + 1) or not written)
        )
