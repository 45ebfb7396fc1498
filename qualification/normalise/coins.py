"""Which currency is written or said here? Reads tables/currencies.py."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from qualification.normalise.tables.currencies import (
    CURRENCIES,
    NAMED_BEFORE,
    NOT_CODES,
    SHARED_NAMES,
)
from qualification.normalise.text import Phrases, Token

MILLION = Decimal(10**6)
THOUSAND = Decimal(1000)
ABBREVIATED = ("EUR", "USD", "GBP", "CHF", "CAD", "AUD", "MXN")
"""Currencies that business writes with a multiplier before the code: MEUR, KUSD."""


@dataclass(frozen=True, slots=True)
class Coin:
    """The currencies a sign or name may mean, likeliest first, and a multiplier it carries."""

    codes: tuple[str, ...]
    scale: Decimal = Decimal(1)

    def code(self, preferred: str | None) -> str:
        """The preferred currency if it is one of these."""
        return preferred if preferred in self.codes else self.codes[0]

    def times(self, scale: Decimal) -> "Coin":
        """The same with a multiplier: "M€"."""
        return Coin(self.codes, scale)


@dataclass(frozen=True, slots=True)
class Coins:
    """Phrases for currencies: signs and codes stand on either side of a figure, names follow it."""

    either_side: Phrases[Coin]
    after: Phrases[Coin]
    names_before: Phrases[Coin]
    """Names that some write before a figure: "dólar 2.250"."""
    cents: Phrases[Coin]
    cent_letters: frozenset[str]
    """They must touch their figures: "50p"."""
    risky: frozenset[str]
    """Codes that are also words: they count only in capitals."""


@cache
def coins() -> Coins:
    """Every known sign, code and name."""
    shared = {name: Coin(shared.codes) for shared in SHARED_NAMES for name in shared.names}
    shared_signs = {sign: Coin(shared.codes) for shared in SHARED_NAMES for sign in shared.signs}
    signs = {sign: Coin((currency.code,)) for currency in CURRENCIES for sign in currency.signs}
    codes = {currency.code: Coin((currency.code,)) for currency in CURRENCIES}
    scaled = {
        letters + code: Coin((code,), scale)
        for code in ABBREVIATED
        for letters, scale in (("k", THOUSAND), ("m", MILLION), ("mm", MILLION))
    } | {
        letter + sign: coin.times(scale)
        for sign, coin in {"$": shared_signs["$"], "€": signs["€"], "£": signs["£"]}.items()
        for letter, scale in (("k", THOUSAND), ("m", MILLION))
    }
    names = {name: Coin((currency.code,)) for currency in CURRENCIES for name in currency.names}
    cents = {
        cent: next((Coin(one.codes) for one in SHARED_NAMES if currency.code in one.codes), coin)
        for currency in CURRENCIES
        for coin in (Coin((currency.code,)),)
        for cent in currency.cents
    }
    return Coins(
        Phrases(shared_signs, signs, codes, scaled),
        Phrases(shared, shared_signs, signs, codes, scaled, names),
        Phrases({n: coin for n, coin in (names | shared).items() if n.isalpha() and _leads(coin)}),
        Phrases(cents),
        frozenset(cent for cent in cents if len(cent) == 1),
        NOT_CODES,
    )


def _leads(coin: Coin) -> bool:
    return len(coin.codes) > 1 or coin.codes[0] in NAMED_BEFORE


def coin_named_before(tokens: Sequence[Token], index: int) -> tuple[Coin, int] | None:
    """The currency whose name ends right before this figure, and where the name begins."""
    return coins().names_before.before(tokens, index)


def coin_after(text: str, tokens: Sequence[Token], index: int) -> tuple[Coin, int] | None:
    """The currency said after a figure, and the index after it."""
    return _unless_a_word(text, tokens, index, coins().after.at(tokens, index))


def coin_before(text: str, tokens: Sequence[Token], index: int) -> tuple[Coin, int] | None:
    """The currency sign or code that begins here, before a figure, and the index after it."""
    return _unless_a_word(text, tokens, index, coins().either_side.at(tokens, index))


def cents_after(tokens: Sequence[Token], index: int) -> tuple[Coin, int] | None:
    """The hundredths of a currency said after a figure, and the index after them."""
    found = coins().cents.at(tokens, index)
    apart = found is not None and not tokens[index].glued
    return None if apart and tokens[index].text in coins().cent_letters else found


def _is_article(tokens: Sequence[Token], index: int) -> bool:
    """The first word of "a $30,000 order" and of "de 100 a $200", which are no Australian ones."""
    following = tokens[index + 1 : index + 2]
    return tokens[index].text == "a" and not (following and following[0].glued)


def _unless_a_word(
    text: str, tokens: Sequence[Token], index: int, found: tuple[Coin, int] | None
) -> tuple[Coin, int] | None:
    if found is None or _is_article(tokens, index):
        return None
    if tokens[index].text not in coins().risky:
        return found
    return found if text[tokens[index].start : tokens[index].end].isupper() else None
