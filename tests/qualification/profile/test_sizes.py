"""Sizes of companies come in many forms, and go out in one."""

from decimal import Decimal

import pytest

from qualification.profile.sizes import read_size, size_text
from qualification.values import Number


@pytest.mark.parametrize(
    ("text", "written"),
    [("120", "120"), ("51-200", "51-200"), ("51 – 200", "51-200"), ("1000+", "1000+")],
)
def test_a_size_is_a_number_or_a_range(text: str, written: str) -> None:
    size = read_size(text)
    assert size is not None
    assert size_text(size) == written


@pytest.mark.parametrize("text", ["many", "200-51", "", "1.000", "-5"])
def test_other_words_are_none(text: str) -> None:
    assert read_size(text) is None


def test_an_open_beginning_is_one_person() -> None:
    assert size_text(Number(None, Decimal(10))) == "1-10"
    assert size_text(Number(None, None)) == ""
