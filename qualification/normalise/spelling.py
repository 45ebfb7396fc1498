"""What do people spell out? Letters by name or example, figures in words, marks in brackets."""

from collections.abc import Sequence
from functools import cache

from qualification.normalise.numerals import read_numeral
from qualification.normalise.tables.people import (
    ALL_ONE_WORD,
    AT_WORDS,
    LETTER_EXAMPLES,
    LETTER_NAMES,
    SPOKEN_MARKS,
)
from qualification.normalise.text import Phrases, Token, by_phrase, phrase_set, word_set
from qualification.normalise.vocabulary import Vocabulary

BRACKETS = frozenset("()[]{}<>")
SURE_BY_THEMSELVES = 3
"""So many letters called by their names are spelling, though a word or two may not be."""
MARKS = Phrases(by_phrase(SPOKEN_MARKS))
TOGETHER = phrase_set(ALL_ONE_WORD)
CALLED_AT = word_set(AT_WORDS)


@cache
def _letters() -> Phrases[str]:
    return Phrases(by_phrase(LETTER_NAMES))


@cache
def _examples() -> Phrases[bool]:
    return phrase_set(LETTER_EXAMPLES)


def spelled_out(words: Vocabulary, tokens: Sequence[Token]) -> list[Token]:
    """The tokens with spelled letters and figures as characters, and without brackets of marks."""
    found: list[Token] = []
    index = 0
    while index < len(tokens):
        letters, after = _spelled(tokens, index)
        if said := TOGETHER.at(tokens, index):
            found, after = [*found, *tokens[index : said[1]]], said[1]
        elif letters:
            found += letters
        elif figures := _figures(words, tokens, index):
            found.append(figures[0])
            after = figures[1]
        elif not _is_bracket_of_mark(tokens, index):
            found.append(tokens[index])
        index = max(after, index + 1)
    return found


def _spelled(tokens: Sequence[Token], first: int) -> tuple[list[Token], int]:
    """The letters spelled from here on: by example, one character each, or three names at least."""
    letters: list[Token] = []
    index, sure = first, False
    while (letter := _letter(tokens, index)) is not None:
        letters.append(letter[0])
        index, sure = letter[1], sure or letter[2]
        index += index < len(tokens) and tokens[index].text == ","
    after = index - (index > first and tokens[index - 1].text == ",")
    return (letters, after) if sure or len(letters) >= SURE_BY_THEMSELVES else ([], first)


def _letter(tokens: Sequence[Token], index: int) -> tuple[Token, int, bool] | None:
    """A letter, the index after it, and whether an example makes it sure: "be de Barcelona"."""
    if index >= len(tokens):
        return None
    text = tokens[index].text
    named = _letters().at(tokens, index)
    letter, after = named or (text, index + 1)
    if len(letter) != 1 or not letter.isalpha():
        return None
    example = _examples().at(tokens, after)
    if example and example[1] < len(tokens):
        word = tokens[example[1]]
        if len(word.text) > 1 and word.text.startswith(letter):
            return Token(letter, tokens[index].start, word.end), example[1] + 1, True
    return Token(letter, tokens[index].start, tokens[after - 1].end), after, False


def _figures(words: Vocabulary, tokens: Sequence[Token], index: int) -> tuple[Token, int] | None:
    """ "Seventy-two" after a word as 72; what an address begins with stays a word."""
    if index == 0 or tokens[index].is_number or not tokens[index - 1].text.isalnum():
        return None
    numeral = read_numeral(words, tokens, index)
    if numeral is None or numeral.value != numeral.value.to_integral_value():
        return None
    start, end = tokens[index].start, tokens[numeral.after - 1].end
    return Token(str(numeral.value), start, end, is_number=True), numeral.after


def _is_bracket_of_mark(tokens: Sequence[Token], index: int) -> bool:
    if tokens[index].text not in BRACKETS:
        return False
    beside = tokens[max(0, index - 2) : index + 3]
    return any(
        token.text in CALLED_AT or token.text == "@" or MARKS.at(beside, place)
        for place, token in enumerate(beside)
    )
