"""How does a simulated prospect name an amount or a count? PURE."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

from agent.simulation.personas.table import AmountWords, Words
from qualification.script import Script
from qualification.values import LANGUAGES, Language, Money, Number, Period

_OTHER_PERIOD: dict[Period | None, Period] = {"year": "month"}
_IN_OTHER = {"month": 12}


def say_money(
    truth: Money, script: Script, words: Words, rng: Random, *, in_full: bool = False
) -> tuple[str, Money]:
    """An amount in words and the value that they hold: what is left unsaid is not known.

    `in_full` leaves neither the currency nor the period unsaid.
    """
    meant = _in_another_coin(_by_another_period(truth, rng), script, rng)
    spoken = words.amounts
    with_coin = meant.currency is not None and (in_full or rng.random() < 0.75)
    with_period = meant.period is not None and (in_full or rng.random() < 0.6)
    coin = meant.currency if with_coin else None
    period = meant.period if with_period else None
    if meant.currency != truth.currency:
        coin = meant.currency  # what is not ours must be named
    if meant.period != truth.period:
        period = meant.period
    suffixes = spoken.per[period] if period is not None else ("",)
    suffix = rng.choice([one for one in suffixes if one] if in_full and period else suffixes)
    named = suffix != ""
    said = replace(meant, currency=coin, period=period if named else None)
    return _stretched(said.min, said.max, words, rng, coin, suffix), said


def say_count(truth: Number, words: Words, rng: Random) -> str:
    """A count in words."""
    return _stretched(truth.min, truth.max, words, rng, None)


def _by_another_period(truth: Money, rng: Random) -> Money:
    """The same by the month, where it comes out even."""
    other = _OTHER_PERIOD.get(truth.period)
    if other is None or rng.random() < 0.6:
        return truth
    parts = _IN_OTHER[other]
    sides = [side for side in (truth.min, truth.max) if side is not None]
    if any(side % parts for side in sides):
        return truth
    low, high = (None if side is None else side / parts for side in (truth.min, truth.max))
    return replace(truth, min=low, max=high, period=other)


def _in_another_coin(truth: Money, script: Script, rng: Random) -> Money:
    """Now and then the same figure in another currency that the script has a rate for."""
    if script.rates is None or rng.random() < 0.85:
        return truth
    return replace(truth, currency=rng.choice(sorted(script.rates.per_unit)))


def _stretched(
    low: Decimal | None,
    high: Decimal | None,
    words: Words,
    rng: Random,
    coin: str | None,
    suffix: str = "",
) -> str:
    spoken, write = words.amounts, _writer(words.language, rng)

    def priced(number: Decimal) -> str:
        return _priced(write(number), coin, spoken, rng) + suffix

    if low is None and high is not None:
        return rng.choice(spoken.at_most).format(x=priced(high))
    if low is not None and high is None:
        return rng.choice(spoken.at_least).format(x=priced(low))
    if low is None or high is None:
        return ""
    if low != high:
        frame = rng.choice(spoken.between)
        if coin is None:
            return frame.format(a=write(low), b=write(high) + suffix)
        return frame.format(a=write(low), b=priced(high))
    plain = _in_words(low, spoken) if rng.random() < 0.15 else None
    one = _priced(plain, coin, spoken, rng) + suffix if plain else priced(low)
    return rng.choice(spoken.approximate).format(x=one) if rng.random() < 0.3 else one


def _priced(figure: str, coin: str | None, spoken: AmountWords, rng: Random) -> str:
    if coin is None:
        return figure
    frames = spoken.coins.get(coin, (f"{{n}} {coin}",))
    if not figure[0].isdigit():
        frames = tuple(one for one in frames if one.startswith("{n} ") and one[4:].isalpha()) or (
            f"{{n}} {coin}",
        )
    return rng.choice(frames).format(n=figure)


def _writer(language: Language, rng: Random) -> Callable[[Decimal], str]:
    """One style of writing figures, kept for a whole answer."""
    point, comma = (".", ",") if language == LANGUAGES[0] else (",", ".")
    style = rng.random()

    def grouped(number: Decimal) -> str:
        return f"{int(number):,}".replace(",", point)

    def thousands(number: Decimal) -> str:
        if number < 1000 or number % 100:
            return grouped(number)
        return f"{number / 1000:.1f}".removesuffix(".0").replace(".", comma) + "k"

    if style < 0.5:
        return grouped
    return (lambda number: str(int(number))) if style < 0.8 else thousands


def _in_words(number: Decimal, spoken: AmountWords) -> str | None:
    """A round figure in words, where the table has them."""
    whole = int(number)
    if whole in spoken.numerals:
        return spoken.numerals[whole]
    if whole % 1000 == 0 and whole // 1000 in spoken.numerals:
        return spoken.thousand.format(n=spoken.numerals[whole // 1000])
    return None
