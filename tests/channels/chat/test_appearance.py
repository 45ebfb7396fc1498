"""channels.chat.appearance and colours: sites as policies name them, colours that can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.chat.appearance import ancestors, is_origin
from channels.chat.colours import (
    DARK_GROUND,
    LIGHT_GROUND,
    TEXT,
    contrast,
    for_the_dark,
    for_the_light,
    ink_on,
    is_colour,
)

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


class TestColours:
    def test_contrast_is_that_of_the_guidelines(self) -> None:
        assert contrast("#000000", "#ffffff") == pytest.approx(21)
        assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
        assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")

    @given(COLOURS)
    def test_whatever_is_chosen_can_be_read(self, colour: str) -> None:
        assert contrast(ink_on(colour), colour) >= TEXT
        assert contrast(for_the_light(colour), LIGHT_GROUND) >= TEXT
        assert contrast(for_the_dark(colour), DARK_GROUND) >= TEXT

    def test_a_colour_that_can_be_read_stays_as_it_is(self) -> None:
        assert for_the_light("#0b6355") == "#0b6355"
        assert for_the_dark("#4fc2ab") == "#4fc2ab"

    @pytest.mark.parametrize("text", ["#0B6355", "0b6355", "#fff", "red", "#0b6355;", ""])
    def test_only_six_digits_are_a_colour(self, text: str) -> None:
        assert not is_colour(text)
        assert is_colour("#0b6355")


class TestSites:
    @pytest.mark.parametrize(
        "site",
        ["https://acme.com", "http://localhost:3000", "https://*.acme.com", "https://a-b.c1.io"],
    )
    def test_an_origin_may_be_named(self, site: str) -> None:
        assert is_origin(site)

    @pytest.mark.parametrize(
        "site",
        [
            "acme.com",
            "https://acme.com/",
            "https://acme.com/path",
            "https://acme.com; script-src *",
            "https://acme.com\n'none'",
            "*",
            "https://*",
            "https://a.*.com",
            "javascript://x",
            "https://-a.com",
            "https://" + "a" * 200 + ".com",
        ],
    )
    def test_nothing_else_gets_into_the_policy(self, site: str) -> None:
        assert not is_origin(site)

    def test_without_any_all_may(self) -> None:
        assert ancestors([]) == "*"
        assert ancestors(["https://acme.com"]) == "'self' https://acme.com"
