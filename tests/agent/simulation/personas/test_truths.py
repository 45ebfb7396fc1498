"""What is true of simulated prospects comes from the script that they talk to."""

from decimal import Decimal
from random import Random

import phonenumbers
import pytest

from agent.simulation.personas.en import WORDS
from agent.simulation.personas.truths import Bent, Truths, When, truths
from qualification.script import Script
from qualification.values import CONTACT_KINDS, Choice, Contact, Money, Number, Text, YesNo
from tests.agent.scripts import crm, home


def drawn(script: Script, bent: Bent, count: int = 60) -> list[Truths]:
    return [
        truths(script, WORDS.people, WORDS.stories, bent, Random(seed)) for seed in range(count)
    ]


@pytest.mark.parametrize("script", [crm(), home()], ids=lambda one: one.script)
def test_each_question_and_each_contact_datum_has_a_truth_of_its_kind(script: Script) -> None:
    kinds = {
        "money": Money,
        "number": Number,
        "timeframe": When,
        "choice": Choice,
        "yes_no": YesNo,
        "text": Text,
    }
    for one in drawn(script, "mixed"):
        assert {key for key in one if key not in CONTACT_KINDS} == {c.key for c in script.criteria}
        for criterion in script.criteria:
            assert isinstance(one[criterion.key], kinds[criterion.kind])
        assert all(isinstance(one[kind], Contact) for kind in CONTACT_KINDS)


def test_amounts_lie_around_the_limits_of_the_script() -> None:
    budgets = [one["budget"] for one in drawn(crm(), "mixed")]
    amounts = [one.min or one.max for one in budgets if isinstance(one, Money)]
    assert min(amount for amount in amounts if amount) < 3000
    assert max(amount for amount in amounts if amount) >= 3000
    assert {one.currency for one in budgets if isinstance(one, Money)} == {"EUR"}


def test_ranges_may_be_open_on_either_side() -> None:
    rooms = [one["rooms"] for one in drawn(home(), "mixed")]
    sides = {(one.min is None, one.max is None) for one in rooms if isinstance(one, Number)}
    assert sides == {(False, False), (True, False), (False, True)}


def test_a_good_prospect_suits_the_script_and_a_poor_one_does_not() -> None:
    def deciders(bent: Bent) -> int:
        return sum(one["authority"] == Choice("decides") for one in drawn(crm(), bent))

    assert deciders("poor") < 20 < deciders("good")
    budgets = [one["budget"] for one in drawn(crm(), "poor")]
    tops = [one.max for one in budgets if isinstance(one, Money) and one.max is not None]
    assert tops
    assert max(tops) < Decimal(6000)


def test_an_answer_in_words_fits_a_word_of_the_question() -> None:
    needs = crm().criteria[0].model_copy(update={"ask": {"en": ("In which town is it?",)}})
    script = crm(criteria=[needs, *crm().criteria[1:]])
    told = {str(one["need"]) for one in drawn(script, "mixed")}
    assert told == {str(Text(story)) for story in WORDS.stories["town"]}


@pytest.mark.parametrize("region", ["ES", "US", "MX", "GB", "AX"])
def test_telephones_are_valid_in_the_script_s_country(region: str) -> None:
    script = crm(contact={"region": region})
    for one in drawn(script, "mixed", 10):
        phone = one["phone"]
        assert isinstance(phone, Contact)
        assert phonenumbers.is_valid_number(phonenumbers.parse(phone.value))
