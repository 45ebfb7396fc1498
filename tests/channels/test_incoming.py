"""channels.incoming: what of a visitor's text is taken."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels.incoming import LONGEST_MESSAGE, Empty, TooLong, clean


class TestClean:
    @pytest.mark.parametrize(
        ("text", "kept"),
        [
            (" hello ", "hello"),
            ("a\r\nb\rc\td", "a\nb\nc\td"),
            ("a\x00b\x1b[0m\x7f\x85c", "ab[0mc"),
            ("a\ud800b", "ab"),
            ("👩‍👩‍👧 ¿qué? \u202eعربي\u202c", "👩‍👩‍👧 ¿qué? \u202eعربي\u202c"),
        ],
    )
    def test_drops_control_characters_and_nothing_else(self, text: str, kept: str) -> None:
        assert clean(text) == kept

    @pytest.mark.parametrize("text", ["", " \n\t", "\x00", "\udfff"])
    def test_refuses_what_is_empty_then(self, text: str) -> None:
        with pytest.raises(Empty):
            clean(text)

    def test_refuses_what_is_too_long_and_never_cuts(self) -> None:
        assert len(clean("x" * LONGEST_MESSAGE)) == LONGEST_MESSAGE
        with pytest.raises(TooLong):
            clean("x" * (LONGEST_MESSAGE + 1))

    @settings(deadline=None)
    @given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
    def test_keeps_every_printable_text_as_it_is(self, text: str) -> None:
        assert clean(text) == text
