"""What an admin's own fields may hold of a lead."""

from delivery.facts import facts
from delivery.lead import Criterion
from tests.delivery.walking import lead


def test_an_answer_is_told_in_their_own_words() -> None:
    told = facts(lead(criteria=(Criterion(key="need", quote="we lose too many enquiries"),)))
    assert (told["need"], told["score"], told["link"]) == (
        "we lose too many enquiries",
        "30",
        "https://banter.example/console/leads/c1",
    )
    assert facts(lead(criteria=(Criterion(key="need"),)))["need"] == ""


def test_what_is_nobodys_business_is_in_no_field_of_theirs() -> None:
    said = "I need it soon because I am being treated for cancer"
    half = "we lose too many enquiries, and I am being treated for cancer"
    criteria = (Criterion(key="need", quote=said), Criterion(key="why", quote=half))
    told = facts(lead(criteria=criteria))
    assert told["need"] == ""
    assert told["why"] == "we lose too many enquiries, […]"
