"""What a reading changes in what is known: quotes kept, nothing overwritten by chance."""

from decimal import Decimal

import pytest

from agent.reading import ReadAnswer, Reading
from agent.steps.learning import Foreign, Learned, learn
from qualification.answers import AnswerSheet
from qualification.script import Script
from qualification.signals import LASTING, Signal
from qualification.values import Choice, Contact, Money, Text
from tests.agent.readings import NOON, declined, doubtful, euros, reading, told
from tests.agent.scripts import crm, poll


class Pupil:
    """Learns one reading after the other."""

    def __init__(self, script: Script | None = None) -> None:
        self.script = script or crm()
        self.sheet = AnswerSheet()
        self.signals: frozenset[Signal] = frozenset()

    def reads(self, read: Reading, asked: str | None = None) -> Learned:
        learned = learn(self.script, self.sheet, self.signals, read, NOON, asked)
        self.sheet, self.signals = learned.sheet, learned.signals
        return learned


def test_an_answer_is_kept_with_its_words_and_the_time_it_was_said() -> None:
    learned = Pupil().reads(reading(told("budget", euros(5000), "unos 5000")))
    (answer,) = learned.changed
    assert learned.sheet.answers == {"budget": answer}
    assert answer.evidence is not None
    assert (answer.evidence.quote, answer.given, answer.source) == ("unos 5000", NOON, "prospect")


def test_a_correction_replaces_and_the_old_answer_stays_on_the_trail() -> None:
    pupil = Pupil()
    first = pupil.reads(reading(told("budget", euros(5000)))).changed
    learned = pupil.reads(reading(told("budget", euros(8000), corrects=True)))
    assert learned.changed == learned.corrected == (pupil.sheet.answers["budget"],)
    assert pupil.sheet.replaced == first


def test_the_answer_to_the_question_just_asked_replaces_as_well() -> None:
    pupil = Pupil()
    pupil.reads(reading(told("budget", euros(5000))))
    learned = pupil.reads(reading(told("budget", euros(8000))), asked="budget")
    assert learned.sheet.answers["budget"].value == euros(8000)
    assert learned.doubts == ()


@pytest.mark.parametrize(
    ("first", "other"),
    [
        (told("budget", euros(5000)), told("budget", euros(8000), "8000")),
        (told("authority", Choice("decides")), told("authority", Choice("influences"), "mi jefe")),
        (told("name", Contact("name", "Ana")), told("name", Contact("name", "Eva"), "Eva")),
    ],
)
def test_another_value_that_corrects_nothing_is_a_doubt(
    first: ReadAnswer, other: ReadAnswer
) -> None:
    pupil = Pupil()
    pupil.reads(reading(first))
    learned = pupil.reads(reading(other))
    assert learned.changed == ()
    (doubt,) = learned.doubts
    assert (doubt.key, doubt.why, doubt.evidence) == (other.key, "disagrees", other.evidence)


def test_the_same_value_again_and_more_words_change_nothing() -> None:
    pupil = Pupil()
    pupil.reads(reading(told("budget", euros(5000)), told("need", Text("perdemos clientes"))))
    before = pupil.sheet
    learned = pupil.reads(reading(told("budget", euros(5000)), told("need", Text("y tiempo"))))
    assert (learned.sheet, learned.changed, learned.doubts) == (before, (), ())


def test_a_correction_to_the_same_value_is_no_change() -> None:
    pupil = Pupil()
    pupil.reads(reading(told("budget", euros(5000))))
    assert pupil.reads(reading(told("budget", euros(5000), corrects=True))).changed == ()


def test_of_two_answers_in_one_message_the_last_counts() -> None:
    learned = Pupil().reads(reading(told("budget", euros(5000)), told("budget", euros(8000))))
    assert [one.value for one in learned.changed] == [euros(8000)]
    assert learned.corrected == ()


def test_an_answer_lifts_a_refusal_and_a_refusal_leaves_an_answer() -> None:
    pupil = Pupil()
    assert pupil.reads(reading(declines=(declined("budget"),))).declined == ("budget",)
    pupil.reads(reading(told("budget", euros(5000))))
    assert "budget" not in pupil.sheet.declined
    assert pupil.reads(reading(declines=(declined("budget"),))).declined == ()
    assert pupil.sheet.answers["budget"].value == euros(5000)


def test_refusing_twice_is_news_once_but_another_reason_is_news() -> None:
    pupil = Pupil()
    pupil.reads(reading(declines=(declined("budget", "does_not_know"),)))
    again = reading(declines=(declined("budget", "does_not_know"),))
    assert pupil.reads(again).declined == ()
    assert pupil.reads(reading(declines=(declined("budget", "refused"),))).declined == ("budget",)


def test_a_doubt_that_the_same_message_settles_is_none() -> None:
    learned = Pupil().reads(
        reading(told("budget", euros(5000)), doubts=(doubtful("budget"), doubtful("timeline")))
    )
    assert [one.key for one in learned.doubts] == ["timeline"]


def test_signals_about_the_lead_last_and_those_about_a_message_do_not() -> None:
    pupil = Pupil()
    pupil.reads(reading(signals=list(Signal)))
    assert pupil.reads(reading()).signals == LASTING


@pytest.mark.parametrize("signal", [Signal.NOT_INTERESTED, Signal.LATER])
@pytest.mark.parametrize(
    "back",
    [
        reading(told("budget", euros(1))),
        reading(signals=[Signal.QUESTION]),
        reading(signals=[Signal.WANTS_DEMO]),
    ],
)
def test_who_comes_back_is_interested_again(signal: Signal, back: Reading) -> None:
    pupil = Pupil()
    pupil.reads(reading(signals=[signal]))
    assert signal in pupil.reads(reading(signals=[Signal.PLEASANTRY])).signals
    assert signal not in pupil.reads(back).signals


@pytest.mark.parametrize("signal", [Signal.CORRECTS, Signal.WANTS_DEMO])
def test_whom_we_took_for_somebody_else_puts_us_right(signal: Signal) -> None:
    pupil = Pupil()
    pupil.reads(reading(signals=[Signal.WRONG_PERSON]))
    assert Signal.WRONG_PERSON in pupil.signals
    pupil.reads(reading(signals=[signal]))
    assert Signal.WRONG_PERSON not in pupil.signals


def test_opting_in_ends_opting_out() -> None:
    pupil = Pupil()
    pupil.reads(reading(signals=[Signal.OPT_OUT]))
    assert Signal.OPT_OUT in pupil.reads(reading()).signals
    assert Signal.OPT_OUT not in pupil.reads(reading(signals=[Signal.OPT_IN])).signals


class TestForeignAmounts:
    YEN = Money(Decimal(9000), Decimal(9000), "JPY", "year")

    def test_an_amount_without_a_rate_is_named_with_the_currency_that_counts(self) -> None:
        learned = Pupil().reads(reading(told("budget", self.YEN, "9000 yenes")))
        assert learned.foreign == Foreign("budget", "9000 yenes", "EUR")

    @pytest.mark.parametrize("amount", [euros(5000), euros(5000, None)])
    def test_our_own_currency_or_none_is_not_foreign(self, amount: Money) -> None:
        learned = Pupil().reads(
            reading(told("name", Contact("name", "Ana")), told("budget", amount))
        )
        assert learned.foreign is None

    def test_a_known_rate_makes_it_ours(self) -> None:
        dollars = Money(Decimal(9000), Decimal(9000), "USD", "year")
        assert Pupil(poll()).reads(reading(told("budget", dollars))).foreign is None

    def test_only_a_new_amount_is_asked_about(self) -> None:
        pupil = Pupil()
        pupil.reads(reading(told("budget", self.YEN)))
        assert pupil.reads(reading(told("need", Text("x")))).foreign is None


def test_an_answer_taken_back_leaves_the_sheet_but_not_the_trail() -> None:
    pupil = Pupil()
    given = pupil.reads(reading(told("budget", euros(5000)))).changed
    learned = pupil.reads(reading(doubts=(doubtful("budget", "withdrawn"),)))
    assert learned.withdrawn == ("budget",)
    assert "budget" not in pupil.sheet.answers
    assert pupil.sheet.replaced == given


def test_an_answer_taken_back_and_given_anew_is_a_correction() -> None:
    pupil = Pupil()
    pupil.reads(reading(told("budget", euros(5000))))
    anew = told("budget", euros(8000), corrects=True)
    learned = pupil.reads(reading(anew, doubts=(doubtful("budget", "withdrawn"),)))
    assert learned.withdrawn == ()
    assert pupil.sheet.answers["budget"].value == euros(8000)
