"""The currencies that there are, beside those that prospects are understood to say."""

from qualification.currencies import CURRENCIES
from qualification.normalise.tables import currencies as said


def test_every_currency_that_prospects_say_is_one_but_for_bitcoin() -> None:
    assert {one.code for one in said.CURRENCIES} - CURRENCIES == {"BTC"}


def test_they_are_codes_of_three_capital_letters() -> None:
    assert all(len(one) == 3 and one.isalpha() and one.isupper() for one in CURRENCIES)
    assert CURRENCIES.isdisjoint({"ZZZ", "XXX", "EUB"})
