"""Rows find the ways of saying something that they describe, and nothing else."""

import pytest

from qualification.brief.rows import Rows, spoken

CLASSES = {
    "pet": "dog, cat, guinea pig",
    "breaks": "and, my",
}


@pytest.mark.parametrize(
    ("row", "text", "found"),
    [
        ("my {pet}", "My dog!", True),
        ("my {pet}", "I like my guinea pig", True),
        ("my {pet}", "my dogs", False),
        ("my|the {pet}", "the cat", True),
        ("my big? {pet}", "my big cat", True),
        ("my big? {pet}", "my small cat", False),
        ("my ~1 {pet}", "my small cat", True),
        ("my ~1 {pet}", "my very small cat", False),
        ("food -2 {pet}", "food for the cat", True),
        ("food -2 {pet}", "food for my cat", False),
        ("food -2 {pet}", "food and the cat", False),
        ("hot_dog|cold_cut", "a hot dog", True),
        ("hot_dog|cold_cut", "a hot cut", False),
        ("purr*", "it is purring", True),
        ("purr*", "it has a fur", False),
        ("mañana", "MANANA", False),
        ("manana", "MAÑANA", True),
        ("my # {pet}", "my 2 dog", True),
        ("my # {pet}", "my two dog", False),
        ("my {pet} $|and", "I like my dog", True),
        ("my {pet} $|and", "my dog and I", True),
        ("my {pet} $|and", "my dog likes me", False),
        ("my {pet} $", "I like my cat!", True),
        ("^|and my {pet}", "My cat!", True),
        ("^|and my {pet}", "you and my cat", True),
        ("^|and my {pet}", "you or my cat", False),
    ],
)
def test_a_row_is_a_way_of_saying_it(row: str, text: str, found: bool) -> None:
    assert Rows(row, CLASSES).found_in(spoken(text)) is found


def test_what_is_struck_out_leaves_a_gap() -> None:
    rows = Rows("hot_dog\nmy {pet}", CLASSES)
    assert rows.struck_out(spoken("a hot dog for my cat")) == " a _ for _"


def test_no_rows_find_nothing() -> None:
    assert not Rows("").found_in(spoken("anything"))
    assert Rows("").struck_out(" a") == " a"
