"""console.marking: the words that answers rest on."""

from hypothesis import given, settings
from hypothesis import strategies as st

from console.marking import Piece, Quote, mark


class TestMark:
    def test_a_quote_is_cut_out_of_its_message(self) -> None:
        assert mark("We are 40 people", [Quote("size", "40 people")]) == (
            Piece("We are "),
            Piece("40 people", ("size",), ("size",)),
        )

    def test_overlapping_quotes_share_the_words_between_them(self) -> None:
        pieces = mark("abcdef", [Quote("x", "abcd"), Quote("y", "cdef")])
        assert pieces == (
            Piece("ab", ("x",), ("x",)),
            Piece("cd", ("x", "y"), ("y",)),
            Piece("ef", ("y",), ()),
        )

    def test_one_quote_may_serve_two_criteria(self) -> None:
        assert mark("yes", [Quote("x", "yes"), Quote("y", "yes")]) == (
            Piece("yes", ("x", "y"), ("x", "y")),
        )

    def test_words_that_are_not_there_mark_nothing(self) -> None:
        assert mark("hello", [Quote("x", "goodbye"), Quote("y", "")]) == (Piece("hello"),)

    @settings(deadline=None)
    @given(st.text(), st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=6))
    def test_the_pieces_together_are_the_message(
        self, text: str, spans: list[tuple[int, int]]
    ) -> None:
        quotes = [Quote(f"k{n}", text[a:b]) for n, (a, b) in enumerate(spans)]
        pieces = mark(text, quotes)
        assert "".join(piece.text for piece in pieces) == text
        for quote in quotes:
            marked = "".join(piece.text for piece in pieces if quote.key in piece.keys)
            assert marked == quote.words
