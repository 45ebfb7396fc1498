"""How many? Reads counts and ranges of them: "unas 20 personas", "50-100", "a couple of dozen"."""

from decimal import Decimal

from qualification.normalise.amounts import Amount, Figure, is_below_nought, read_amounts, span_of
from qualification.normalise.codes import is_part_of_a_code
from qualification.normalise.coins import coin_after, coin_before
from qualification.normalise.figures import LONGEST
from qualification.normalise.headcount import is_pet, read_headcount
from qualification.normalise.numerals import ONE, read_numeral
from qualification.normalise.ordinals import PLACE, read_ordinal
from qualification.normalise.surroundings import Surroundings, surroundings
from qualification.normalise.text import Token, fold, tokenise, word_set
from qualification.normalise.vocabulary import vocabulary
from qualification.values import Language, Number

PLACING = frozenset({"en", "in"})
"""Before "one" and a noun: "vivo en un bajo"."""
BEING = frozenset({"somos", "semos", "soy", "are", "re", "am", "is", "es"})
"""Before "one" and what somebody is: "somos una tienda" counts nobody."""
PERSONS = word_set(
    """
    persona empleado empleada trabajador trabajadora socio socia autonomo autonoma adulto adulta
    nino nina chico chica hombre mujer profesional person employee worker partner adult child man
    woman guy y o e u de and or of with con solo sola only in
    """
)
"""What may follow it all the same: who is counted, or what goes on with the count."""
COMPARISONS = frozenset("<>=≤≥")
POINTING = word_set(
    """
    this that the which any each every another no some as la el lo cada ningun este ese algun
    alguna ninguna esta esa otro otra mismo misma
    """
)
"""Words that make the "one" after them a pronoun."""


def read_number(text: str, language: Language, *, asked: bool = False) -> tuple[Number, ...]:
    """The counts said in a text; `asked` when they answer a question about a count.

    What was asked for is never a time, and people may count themselves: "mi socio y yo".
    """
    tokens = tokenise(fold(text))
    words, around = vocabulary(language), surroundings(language)

    def figure_at(index: int, joins: int) -> Figure | None:
        if (part := words.fractions.at(tokens, index)) is not None:
            return Figure(part[0], ONE, None, index, part[1])
        if tokens[index].text == "-":
            return _below_nought(tokens, index)
        if ordinal := read_ordinal(words, tokens, index):
            return ordinal
        numeral = read_numeral(words, tokens, index, joins=joins)
        if numeral is None or is_part_of_a_code(tokens, index, numeral.after, words.endings):
            return _fraction(tokens, index)
        one = numeral.lone_one and not _is_a_count(tokens, index, asked, around)
        if one or is_below_nought(tokens, index):
            return None
        if numeral.after == index + 1 and around.is_a_year(tokens, index):
            return None
        return Figure(numeral.value, numeral.scale, None, index, numeral.after)

    if asked and (party := read_headcount(words, tokens)):
        return (party,)
    found = [
        amount
        for amount in read_amounts(around, tokens, figure_at)
        if amount.unit != PLACE or amount.min != amount.max
    ]
    if asked:
        found = _without_times(tokens, found, around)
        found = [one for one in found if not _is_no_count(text, tokens, one)]
    return tuple(Number(one.min, one.max, span_of(tokens, one)) for one in found)


def _is_no_count(text: str, tokens: list[Token], one: Amount) -> bool:
    """Whether what was asked for is money or animals: "de luz: 63 €", "two cats"."""
    paid = one.end < len(tokens) and coin_after(text, tokens, one.end) is not None
    signed = one.figure > 0 and coin_before(text, tokens, one.figure - 1) is not None
    return paid or signed or is_pet(tokens, one.end)


def _without_times(tokens: list[Token], found: list[Amount], around: Surroundings) -> list[Amount]:
    """The amounts that no word of time follows, if there are any: "at 5 10 p.m. for 4 people"."""
    kept: list[Amount] = []
    of_time = -1
    for amount in reversed(found):
        if around.timed.at(tokens, amount.end) or amount.after == of_time:
            of_time = amount.first
        else:
            kept.insert(0, amount)
    return kept or found


def _is_a_count(tokens: list[Token], index: int, asked: bool, around: Surroundings) -> bool:
    """Whether "one" counts something: "uno", "one person"; not "this one", "un momento"."""
    following = tokens[index + 1].text if index + 1 < len(tokens) else ""
    if asked and index and tokens[index - 1].text in PLACING and following.isalpha():
        return around.counted.at(tokens, index + 1) is not None
    if index and tokens[index - 1].text in BEING and following.isalpha():
        return following in PERSONS
    if asked or len(tokens) == 1:
        return index == 0 or tokens[index - 1].text not in POINTING
    return around.counted.at(tokens, index + 1) is not None


def _below_nought(tokens: list[Token], index: int) -> Figure | None:
    """ "<= -30": a minus counts only after a comparison."""
    figures = tokens[index + 1] if index + 1 < len(tokens) else tokens[index]
    compared = index > 0 and tokens[index - 1].text in COMPARISONS
    if not (compared and figures.glued and figures.text.isdigit()):
        return None
    if len(figures.text) > LONGEST or is_part_of_a_code(tokens, index + 1, index + 2):
        return None
    return Figure(-Decimal(figures.text), ONE, None, index, index + 2)


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
