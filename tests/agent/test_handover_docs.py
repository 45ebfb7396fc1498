"""What docs/handover.md shows and lists is what the code does."""

from qualification.brief.private_words.table import CATEGORIES
from tests.agent.handover_docs import PAGE, brought_up_to_date, examples, shown

TEXT = PAGE.read_text(encoding="utf-8")


def test_its_examples_are_those_of_today() -> None:
    assert shown(TEXT) == examples().keys()
    assert brought_up_to_date(TEXT) == TEXT, "run `python -m tests.agent.handover_docs`"


def test_it_names_every_category_that_is_left_out() -> None:
    assert all(f"`{category}`" in TEXT for category in CATEGORIES)
