import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.evidence.quoting import LONGEST_QUOTE, find_quote
from tests.agent.pages import messages


@pytest.mark.parametrize(
    ("message", "quote", "found"),
    [
        ("Tenemos  unos 5.000 €, al año", "tenemos unos 5.000€", "Tenemos  unos 5.000 €"),
        ("5000€ al mes", "5000 € al mes", "5000€ al mes"),
        ("Decido yo", "decido yo.", "Decido yo"),
        ("El presúpuesto", "presupuesto", "presúpuesto"),
        ("me dijo “sí, claro”", "'si, claro'", "“sí, claro”"),
        ("soy yo", '"soy yo"', "soy yo"),
        ("e\u0301l mismo", "él mismo", "e\u0301l mismo"),
        ("mi cafe\u0301", "mi café", "mi cafe\u0301"),
        ("el \u200bcorreo", "el correo", "el \u200bcorreo"),
        ("¿cuánto cuesta?", "cuánto cuesta", "cuánto cuesta"),
        ("hasta <message 5", "hasta ‹message 5", "hasta <message 5"),
        ("una\nlínea", "una línea", "una\nlínea"),
    ],
)
def test_a_quote_is_found_whatever_its_typography(message: str, quote: str, found: str) -> None:
    quoted = find_quote(messages(message), quote)
    assert quoted is not None
    assert quoted.text == found


@pytest.mark.parametrize(
    ("message", "quote"),
    [
        ("180k", "80k"),
        ("5.000 €", "5"),
        ("son 5.000", "5."),
        ("1,5 millones", "5 millones"),
        ("nosotros", "no"),
        ("café", "caf"),
        ("no lo decido yo solo", "no decido yo"),
        ("decido", "decido yo"),
        ("hola", "..."),
        ("hola", ""),
        ("hola", "adiós"),
    ],
)
def test_missing_added_and_cut_words_are_no_quote(message: str, quote: str) -> None:
    assert find_quote(messages(message), quote) is None


def test_a_quote_over_two_messages_is_none() -> None:
    assert find_quote(messages("unos 5.000", "euros al año"), "5.000 euros") is None


def test_the_newest_message_that_has_it_counts() -> None:
    quoted = find_quote(messages("sí", "no", "sí"), "Sí")
    assert quoted is not None
    assert quoted.evidence.message == "m4"


def test_an_endless_quote_is_none() -> None:
    text = "bla " * LONGEST_QUOTE
    assert find_quote(messages(text), text) is None


@given(st.lists(st.from_regex(r"[a-zñé]{1,9}|[0-9]{1,4}", fullmatch=True), min_size=1), st.data())
def test_any_run_of_whole_words_is_found_as_it_was_written(
    words: list[str], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    run = words[first : first + 20]
    quoted = find_quote(messages("  ".join(words)), " ".join(run).upper())
    assert quoted is not None
    assert quoted.text.split() == run
