"""Slips of the thumb spare what must be exact."""

from random import Random

from agent.simulation.personas.noise import lowered, misspelled, unaccented


def test_one_longer_word_is_misspelled_and_figures_and_kept_words_stand() -> None:
    text = "tenemos unos 5.000 euros para Madrid"
    slips = {misspelled(text, frozenset({"euros"}), Random(seed)) for seed in range(40)}
    assert text not in {one for one in slips if one.split()[0] == "tenemos"}
    for one in slips:
        assert one.split()[1:] == ["unos", "5.000", "euros", "para", "Madrid"]
        assert one.split()[0] != "tenemos"
    assert {len(one.split()[0]) for one in slips} == {6, 7, 8}


def test_a_text_without_longer_words_stays() -> None:
    assert misspelled("en 3 días", frozenset(), Random(1)) == "en 3 días"


def test_accents_and_opening_marks_go_but_the_n_with_its_tilde_stays() -> None:
    assert unaccented("¿Cuánto vale, señor? ¡Qué más!") == "Cuanto vale, señor? Que mas!"


def test_capitals_and_the_full_stop_go() -> None:
    assert lowered("Para Madrid.") == "para madrid"
