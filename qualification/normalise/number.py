"""How many? Reads counts and ranges of them: "unas 20 personas", "50-100", "a couple of dozen"."""

from decimal import Decimal

from qualification.normalise.amounts import (
    Amount,
    Figure,
    is_part_of_a_code,
    read_amounts,
    surroundings,
)
from qualification.normalise.figures import LONGEST
from qualification.normalise.numerals import ONE, read_numeral, vocabulary
from qualification.normalise.text import Token, fold, tokenise, word_set
from qualification.values import Language, Number

MARKS_BEFORE = frozenset(".,-")
COMPARISONS = frozenset("<>=≤≥")
YEARS = range(1900, 2101)
POINTING = word_set(
    """
    this that the which any each every another no some as la el lo cada ningun este ese algun
    alguna ninguna esta esa otro otra mismo misma
    """
)
"""Words that make the "one" after them a pronoun."""


def read_number(text: str, language: Language, *, asked: bool = False) -> tuple[Number, ...]:
    """The counts said in a text; `asked` when they answer a question about a count."""
    tokens = tokenise(fold(text))
    words, around = vocabulary(language), surroundings(language)

    def figure_at(index: int, joined: bool) -> Figure | None:
        if (part := words.fractions.at(tokens, index)) is not None:
            return Figure(part[0], ONE, None, index, part[1])
        if tokens[index].text in MARKS_BEFORE:
            return _marked(tokens, index)
        numeral = read_numeral(words, tokens, index, joined=joined)
        if numeral is None or is_part_of_a_code(tokens, index, numeral.after):
            return _fraction(tokens, index)
        if numeral.lone_one and not _is_a_count(tokens, index, asked, around.counted):
            return None
        if _is_a_year(tokens, index, numeral.value, around.year_marks):
            return None
        return Figure(numeral.value, numeral.scale, None, index, numeral.after)

    found = read_amounts(around, tokens, figure_at)
    return tuple(
        Number(
            amount.min,
            amount.max,
            (tokens[amount.first].start, tokens[amount.after - 1].end),
        )
        for position, amount in enumerate(found)
        if not _repeats(tokens, found, position)
    )


def _is_a_count(tokens: list[Token], index: int, asked: bool, counted: set[str]) -> bool:
    """Whether "one" counts something: "uno", "one person"; not "this one", "un momento"."""
    if asked or len(tokens) == 1:
        return index == 0 or tokens[index - 1].text not in POINTING
    return index + 1 < len(tokens) and tokens[index + 1].text in counted


def _marked(tokens: list[Token], index: int) -> Figure | None:
    """ ".5" as nought point five, and "<= -30" below nought."""
    mark, figures = tokens[index], tokens[index + 1] if index + 1 < len(tokens) else tokens[index]
    if not (figures.glued and figures.text.isdigit() and len(figures.text) <= LONGEST):
        return None
    if is_part_of_a_code(tokens, index + (mark.text == "-"), index + 2):
        return None
    if mark.text != "-":
        tenths = Decimal(f"0.{figures.text}")
        return None if mark.glued else Figure(tenths, ONE, None, index, index + 2)
    compared = index > 0 and tokens[index - 1].text in COMPARISONS
    return Figure(-Decimal(figures.text), ONE, None, index, index + 2) if compared else None


def _is_a_year(tokens: list[Token], index: int, value: Decimal, marks: set[str]) -> bool:
    return (
        index > 0
        and tokens[index].is_number
        and len(tokens[index].text) == 4
        and int(value) in YEARS
        and tokens[index - 1].text in marks
    )


def _fraction(tokens: list[Token], index: int) -> Figure | None:
    """ "1/2": figures over larger figures, and nothing longer."""
    parts = tokens[index : index + 4]
    if len(parts) < 3 or parts[1].text != "/" or not (parts[1].glued and parts[2].glued):
        return None
    over, under = parts[0].text, parts[2].text
    if not (over.isdigit() and under.isdigit() and len(under) < 4 and int(over) < int(under)):
        return None
    if parts[0].glued or (len(parts) == 4 and parts[3].text == "/"):
        return None
    return Figure(Decimal(over) / Decimal(under), ONE, None, index, index + 3)


def _repeats(tokens: list[Token], found: list[Amount], position: int) -> bool:
    """ "Forty-five (45)" says one number twice."""
    one, before = found[position], found[position - 1]
    return (
        position > 0
        and (one.min, one.max) == (before.min, before.max)
        and one.first == before.after + 1
        and tokens[before.after].text == "("
    )
