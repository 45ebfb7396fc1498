"""What happens next, case by case. test_dialogue_machine.py plays what nobody thought of."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from agent.dialogue import (
    PATIENCE,
    Dialogue,
    LeadArrived,
    LeadSpoke,
    PersonTookOver,
    Phase,
    Read,
    Step,
    advance,
    upcoming,
    verdict_on,
)
from agent.speech import AskQuestion, Introduce, SayText
from qualification.answers import Evidence
from qualification.signals import Signal
from qualification.values import Choice, Contact, Money, Number, Text, Timeframe, YesNo
from tests.agent.readings import NOON, day, declined, doubtful, euros, told
from tests.agent.scripts import crm, home, poll
from tests.agent.stories import Story

NEED = told("need", Text("perdemos clientes"), "perdemos clientes")
FOREIGN = Money(Decimal(9000), Decimal(9000), "JPY", "year")


class TestBeginning:
    def test_who_arrives_is_told_that_this_is_an_ai_and_asked_the_first_question(self) -> None:
        story = Story(crm())
        assert story.said.startswith("Soy Lucía, la asistente virtual de Acme.")
        assert story.put == [("need", 1)]
        assert story.dialogue.asked == "need"
        assert story.dialogue.turns == 0

    def test_who_has_said_everything_before_is_greeted_and_not_said_goodbye_to(self) -> None:
        earlier = Story(crm())
        earlier.qualifies()
        earlier.gives_contact()
        story = Story(crm(), arrives=False)
        story.dialogue = Dialogue("es", sheet=earlier.dialogue.sheet)
        story.happens(LeadArrived(story.now))
        assert story.said.startswith("Soy Lucía")
        assert (story.phase, story.put, story.texts) == ("open", [], [])
        assert story.remind is None
        story.says()
        assert "Soy Lucía" not in story.said
        assert story.handed == ["qualified"]

    def test_who_begins_with_a_greeting_is_not_greeted_twice(self) -> None:
        story = Story(crm(), arrives=False)
        story.says(signals=[Signal.PLEASANTRY])
        assert (story.texts, story.put) == ([], [("need", 1)])
        assert story.said.startswith("Soy Lucía")

    def test_who_writes_first_is_told_so_before_the_answer(self) -> None:
        story = Story(crm(), arrives=False)
        story.says(facts=("price",), signals=[Signal.QUESTION])
        assert story.said.startswith("Soy Lucía")
        assert "25 €" in story.said
        story.says(NEED)
        assert "Soy Lucía" not in story.said

    @pytest.mark.parametrize(
        ("phase", "fully"),
        [("open", True), ("closed", True), ("held", False), ("stopped", False)],
    )
    def test_a_message_is_read_by_the_model_unless_a_person_answers_or_nobody_may(
        self, phase: Phase, fully: bool
    ) -> None:
        dialogue = Dialogue(language="es", phase=phase)
        assert advance(crm(), dialogue, LeadSpoke(NOON)) == Step(dialogue, (Read(fully),))

    def test_past_the_limit_of_turns_no_model_is_paid_for(self) -> None:
        dialogue = Dialogue(language="es", phase="closed", turns=30)
        assert advance(crm(), dialogue, LeadSpoke(NOON)).effects == (Read(fully=False),)

    def test_contact_comes_first_where_the_script_wants_it_so(self) -> None:
        story = Story(home())
        assert story.put == [("phone", 1)]
        story.says(told("phone", Contact("phone", "+34600000000")))
        assert story.put == [("tenure", 1)]


class TestAnswers:
    def test_several_answers_at_once_are_not_asked_for_again(self) -> None:
        story = Story(crm())
        story.says(NEED, told("authority", Choice("decides")))
        assert story.put == [("budget", 1)]
        assert upcoming(story.script, story.dialogue) == ("budget", "timeline", "name", "email")

    def test_asking_ends_as_soon_as_nothing_more_can_change_the_verdict(self) -> None:
        story = Story(crm())
        story.qualifies()
        assert "timeline" not in story.dialogue.sheet.answers
        assert story.put == [("name", 1)]

    def test_the_last_answer_hands_the_lead_over_and_says_goodbye(self) -> None:
        story = Story(crm())
        story.qualifies()
        story.gives_contact()
        assert story.handed == ["qualified"]
        assert story.texts == ["close_qualified"]
        assert (story.phase, story.dialogue.asked) == ("closed", None)

    def test_a_knock_out_ends_it_without_another_question(self) -> None:
        story = Story(crm())
        story.says(told("need", Text("")))
        assert story.texts[-1] == "close_unqualified"
        assert (story.put, story.handed) == ([], [])

    def test_a_lead_that_stays_undecided_is_told_neither_yes_nor_no(self) -> None:
        story = Story(crm(limits={"turns": 1}))
        story.says(NEED)
        assert story.texts[-1] == "close_undecided"
        assert verdict_on(story.script, story.dialogue).outcome == "undecided"

    def test_a_correction_replaces_and_says_so(self) -> None:
        story = Story(crm())
        story.says(NEED, told("budget", euros(5000)))
        story.says(told("budget", euros(8000), "8000", corrects=True))
        assert story.dialogue.sheet.answers["budget"].value == euros(8000)
        assert story.texts == ["updated"]
        assert "«8000»" in story.said

    def test_another_value_that_nobody_said_corrects_the_first_is_asked_about(self) -> None:
        story = Story(crm())
        story.says(NEED, told("budget", euros(5000)))
        story.says(told("budget", euros(800), "800"))
        assert story.dialogue.sheet.answers["budget"].value == euros(5000)
        assert story.texts == ["clarify_between"]
        assert "5.000 € al año o 800 € al año" in story.said
        story.says(told("budget", euros(800), "800"))
        assert story.dialogue.sheet.answers["budget"].value == euros(800)

    def test_two_readings_of_an_answer_are_both_offered(self) -> None:
        monthly = Money(Decimal(300), Decimal(300), "EUR", "month")
        story = Story(crm())
        story.says(NEED, doubts=(doubtful("budget", quote="300", between=(monthly, euros(300))),))
        assert "«300»: ¿quiere decir 300 € al mes o 300 € al año?" in story.said
        assert story.dialogue.asked == "budget"
        assert list(story.dialogue.offered) == [monthly, euros(300)]
        story.says(told("budget", monthly, "al mes"))
        assert story.dialogue.sheet.answers["budget"].value == monthly
        assert not story.dialogue.offered

    def test_an_offer_stands_while_the_prospect_asks_something(self) -> None:
        doubt = doubtful("budget", between=(euros(300), euros(3000)))
        story = Story(crm())
        story.says(NEED, doubts=(doubt,))
        story.says(question="¿Tienen app?", signals={Signal.QUESTION})
        assert story.dialogue.asked == "budget"
        assert story.dialogue.offered == (euros(300), euros(3000))

    def test_two_readings_are_offered_once_and_then_given_up(self) -> None:
        doubt = doubtful("budget", between=(euros(300), euros(3000)))
        story = Story(crm())
        story.says(NEED, doubts=(doubt,))
        story.says(doubts=(doubt,))
        assert story.dialogue.sheet.declined["budget"].reason == "unclear"
        assert story.dialogue.asked != "budget"
        assert not story.dialogue.offered

    def test_readings_that_sound_the_same_are_not_offered(self) -> None:
        same = (euros(300), replace(euros(300), approximate=True))
        story = Story(crm())
        story.says(NEED, doubts=(doubtful("budget", between=same),))
        assert story.texts[-1] == "clarify"
        assert not story.dialogue.offered

    def test_more_words_about_the_need_are_no_contradiction(self) -> None:
        story = Story(crm())
        story.says(NEED)
        story.says(told("need", Text("y tardamos mucho")), told("budget", euros(5000)))
        assert story.texts == ["thanks"]
        assert story.dialogue.sheet.answers["need"].value == Text("perdemos clientes")

    def test_the_same_answer_twice_is_no_news(self) -> None:
        story = Story(crm())
        story.says(NEED, told("name", Contact("name", "Ana")))
        story.says(told("name", Contact("name", "Ana")), signals=[Signal.QUESTION])
        assert story.texts == []
        assert story.dialogue.sheet.replaced == ()

    def test_a_refused_question_is_not_put_again(self) -> None:
        story = Story(crm())
        story.says(NEED)
        story.says(declines=(declined("budget"),))
        assert story.put == [("authority", 1)]

    def test_a_language_that_the_script_lacks_changes_nothing(self) -> None:
        story = Story(home())
        story.says(language="en")
        assert story.dialogue.language == "es"

    def test_the_conversation_goes_on_in_the_language_of_the_prospect(self) -> None:
        story = Story(crm())
        story.says(NEED, language="en")
        assert story.said.endswith("What yearly budget have you set aside?")


class TestMisunderstandings:
    def test_a_failed_try_is_put_again_in_other_words_and_then_given_up(self) -> None:
        story = Story(crm())
        story.says(NEED)
        story.says()
        assert (story.texts, story.put) == (["not_understood"], [("budget", 2)])
        assert "invertir al año" in story.said
        story.says()
        assert story.dialogue.sheet.declined["budget"].reason == "unclear"
        assert story.put == [("authority", 1)]

    def test_not_knowing_is_asked_once_more_where_it_would_keep_the_lead_from_qualifying(
        self,
    ) -> None:
        story = Story(crm())
        unsure = (declined("need", "does_not_know"),)
        story.says(declines=unsure)
        assert (story.texts, story.put) == (["no_problem"], [("need", 2)])
        assert not story.dialogue.sheet.settled("need")
        story.says(declines=unsure)
        assert story.put == [("budget", 1)]
        story.says(declines=(declined("budget", "does_not_know"),))
        assert story.put == [("authority", 1)]

    def test_a_refusal_of_the_first_question_goes_on_to_the_next(self) -> None:
        story = Story(crm())
        story.says(declines=(declined("need"),))
        assert (story.phase, story.put) == ("open", [("budget", 1)])

    def test_who_is_never_understood_is_asked_for_a_contact_and_told_neither_yes_nor_no(
        self,
    ) -> None:
        story = Story(crm())
        put = []
        while story.phase == "open":
            story.says()
            put += story.put
        assert [key for key, attempt in put if attempt == 1][-2:] == ["name", "email"]
        assert story.texts == ["close_undecided"]
        assert (verdict_on(story.script, story.dialogue).outcome, story.handed) == ("undecided", [])

    @pytest.mark.parametrize("signal", [Signal.IS_BOT_QUESTION, Signal.WHY])
    def test_a_digression_is_no_failed_try(self, signal: Signal) -> None:
        story = Story(crm())
        for _ in range(5):
            story.says(signals=[signal])
            assert story.put == [("need", 1)]

    @pytest.mark.parametrize(
        "signal", [Signal.REPEAT, Signal.PLEASANTRY, Signal.SMALL_TALK, Signal.LANGUAGE_SWITCH]
    )
    def test_courtesies_without_end_are_failed_tries_in_the_end(self, signal: Signal) -> None:
        story = Story(crm())
        story.says(NEED)
        story.says(signals=[signal])
        assert story.put == [("budget", 1)]
        story.says(signals=[signal])
        other = "other_words" if signal is Signal.REPEAT else "whenever_ready"
        assert (story.texts[-1], story.put) == (other, [("budget", 2)])
        story.says(signals=[signal])
        assert story.dialogue.sheet.declined["budget"].reason == "unclear"
        assert story.texts[-1] == "moving_on"
        assert story.put == [("authority", 1)]
        story.says(told("authority", Choice("decides")))
        story.says(signals=[signal])
        assert story.put == [("timeline", 1)]

    def test_a_greeting_is_returned_and_the_question_put_in_other_words(self) -> None:
        story = Story(crm())
        story.says(signals=[Signal.PLEASANTRY])
        assert (story.texts, story.put) == (["hello"], [("need", 2)])
        story.says(signals=[Signal.QUESTION, Signal.PLEASANTRY], facts=("price",))
        assert (story.texts, story.put) == ([], [("need", 1)])

    def test_words_of_any_other_kind_end_the_courtesies(self) -> None:
        story = Story(crm())
        story.says(NEED)
        story.says(signals=[Signal.PLEASANTRY])
        story.says(signals=[Signal.LANGUAGE_SWITCH], language="en")
        story.says()
        story.says(signals=[Signal.PLEASANTRY])
        assert (story.texts, story.put) == (["my_pleasure"], [("budget", 2)])

    def test_nothing_goes_on_for_ever(self) -> None:
        story = Story(crm())
        while story.phase == "open":
            story.says(signals=[Signal.PLEASANTRY])
        assert story.dialogue.turns < story.script.limits.turns
        assert story.texts == ["close_undecided"]

    def test_a_question_is_answered_and_then_ours_is_put_again(self) -> None:
        story = Story(crm())
        story.says(facts=("price",), signals=[Signal.QUESTION])
        assert story.said.startswith("El plan Equipo cuesta 25 €")
        assert story.put == [("need", 1)]

    def test_a_question_that_no_fact_answers_is_kept_for_sales(self) -> None:
        story = Story(crm())
        story.says(question="¿tienen app?", signals=[Signal.QUESTION])
        assert story.texts == ["no_fact_noted"]
        assert story.dialogue.open_questions == ("¿tienen app?",)

    def test_a_doubt_is_cleared_up_with_the_words_that_raised_it(self) -> None:
        story = Story(crm())
        story.says(NEED)
        story.says(doubts=(doubtful("budget", quote="5 o 50"),))
        assert (
            story.said == "Quiero entender bien «5 o 50». ¿Qué presupuesto anual tienen previsto?"
        )
        story.says(doubts=(doubtful("budget", quote="5 o 50"),))
        assert story.put == [("authority", 1)]

    def test_a_doubt_about_what_changes_nothing_is_not_raised(self) -> None:
        story = Story(crm())
        story.qualifies()
        story.says(told("name", Contact("name", "Ana")), doubts=(doubtful("timeline"),))
        assert story.put == [("email", 1)]

    @pytest.mark.parametrize("kind", ["email", "phone"])
    def test_an_invalid_address_is_asked_for_again(self, kind: str) -> None:
        story = Story(crm(contact={"ask": [kind], "when": "first"}))
        story.says(doubts=(doubtful(kind, "invalid"),))
        assert story.texts == [f"invalid_{kind}"]
        assert story.dialogue.asked == kind

    def test_an_amount_in_a_currency_without_a_rate_is_asked_for_in_ours(self) -> None:
        story = Story(crm())
        story.says(NEED, told("budget", FOREIGN, "9000 yenes"))
        assert story.texts == ["thanks", "clarify_currency"]
        assert "«9000 yenes»: ¿cuánto sería, más o menos, en EUR?" in story.said
        assert story.dialogue.asked == "budget"
        story.says(told("budget", euros(4000)))
        assert story.put == [("authority", 1)]

    def test_a_known_rate_needs_no_question(self) -> None:
        story = Story(poll())
        story.says(NEED, told("budget", Money(Decimal(4000), Decimal(4000), "USD", "year")))
        assert story.texts[-1] == "close_qualified"

    def test_a_foreign_amount_known_beforehand_is_asked_about_without_words_to_quote(self) -> None:
        story = Story(crm())
        answer = told("budget", FOREIGN)
        story.says(NEED, type(answer)("budget", FOREIGN, Evidence("m1", "")))
        assert story.texts[-1] == "clarify_currency"

    def test_a_foreign_amount_that_changes_nothing_is_left_alone(self) -> None:
        story = Story(crm())
        story.says(told("need", Text("")), told("budget", FOREIGN))
        assert story.texts == ["close_unqualified"]

    def test_nothing_is_cleared_up_in_the_last_turn(self) -> None:
        story = Story(crm(limits={"turns": 1}))
        story.says(doubts=(doubtful("budget"),))
        assert story.phase == "closed"


class TestWishes:
    def test_who_asks_for_a_person_gets_one_and_we_stop_talking(self) -> None:
        story = Story(crm())
        story.says(signals=[Signal.WANTS_HUMAN])
        assert (story.phase, story.handed, story.texts) == (
            "held",
            ["wants_human"],
            ["hold_for_human"],
        )
        story.says(NEED)
        assert story.acts == ()
        assert story.handed == ["update"]
        assert story.dialogue.turns == 1

    def test_who_wants_a_demo_is_qualified_at_once(self) -> None:
        story = Story(crm())
        story.says(signals=[Signal.WANTS_DEMO])
        assert story.put == [("name", 1)]
        assert verdict_on(story.script, story.dialogue).outcome == "qualified"

    @pytest.mark.parametrize(
        ("signal", "goodbye", "handed"),
        [
            (Signal.NOT_INTERESTED, "close_not_interested", []),
            (Signal.LATER, "close_later", []),
            (Signal.SUPPORT, "close_support", ["support"]),
            (Signal.WRONG_PERSON, "close_wrong_person", []),
        ],
    )
    def test_a_message_that_ends_it_is_answered_with_a_goodbye(
        self, signal: Signal, goodbye: str, handed: list[str]
    ) -> None:
        story = Story(crm())
        story.says(signals=[signal])
        assert (story.phase, story.texts, story.handed) == ("closed", [goodbye], handed)

    def test_whom_we_took_for_somebody_else_is_asked_again_once_they_say_so(self) -> None:
        story = Story(crm())
        story.says(signals=[Signal.WRONG_PERSON])
        story.says(signals=[Signal.CORRECTS])
        assert (story.phase, story.put) == ("open", [("need", 1)])

    def test_each_message_for_support_is_passed_on_as_we_say(self) -> None:
        story = Story(crm())
        story.says(signals=[Signal.SUPPORT])
        story.says(signals=[Signal.SUPPORT])
        assert (story.texts, story.handed) == (["close_support"], ["support"])

    def test_a_qualified_lead_that_puts_it_off_goes_to_sales_without_more_questions(self) -> None:
        story = Story(crm())
        story.qualifies()
        story.says(signals=[Signal.LATER])
        assert (story.texts, story.handed) == (["close_later"], ["qualified"])

    def test_who_names_a_better_time_hears_that_sales_is_told_of_it(self) -> None:
        june = Timeframe("range", date(2027, 6, 1), date(2027, 7, 1))
        story = Story(crm())
        story.says(signals=[Signal.LATER], later=june)
        assert (story.texts, story.handed) == (["close_later_promised"], [])
        assert "junio" not in story.said  # nobody can write to a chat
        story.qualifies()
        story.says(signals=[Signal.LATER], later=june)
        assert (story.texts, story.handed) == (["close_later_noted"], ["qualified"])
        assert "junio de 2027" in story.said
        assert story.dialogue.later == june
        story.gives_contact()
        assert story.dialogue.later is None

    def test_a_qualified_lead_that_is_not_interested_any_more_is_left_alone(self) -> None:
        story = Story(crm())
        story.qualifies()
        story.says(signals=[Signal.NOT_INTERESTED])
        assert (story.phase, story.handed) == ("closed", [])

    def test_a_qualified_lead_that_will_not_say_who_it_is_goes_to_sales_all_the_same(self) -> None:
        story = Story(crm())
        story.qualifies()
        story.says(told("name", Contact("name", "Ana")))
        story.says(declines=(declined("email"),), signals=[Signal.NOT_INTERESTED])
        assert (story.handed, story.texts[-1]) == (["qualified"], "close_qualified_here")

    def test_a_decided_buyer_is_no_support_case(self) -> None:
        story = Story(crm())
        story.says(signals=[Signal.WANTS_DEMO, Signal.SUPPORT, Signal.LATER])
        assert story.put == [("name", 1)]

    def test_a_qualified_lead_that_was_not_interested_and_comes_back_goes_to_sales(self) -> None:
        story = Story(crm(contact={"when": "never"}))
        story.says(signals=[Signal.WANTS_DEMO, Signal.NOT_INTERESTED])
        assert story.handed == []
        story.says(facts=("price",), signals=[Signal.QUESTION])
        assert (story.handed, story.texts) == (["qualified"], ["close_qualified"])

    def test_who_comes_back_after_a_no_is_asked_again(self) -> None:
        story = Story(crm())
        story.says(signals=[Signal.NOT_INTERESTED])
        story.says(NEED)
        assert story.put == [("budget", 1)]
        assert Signal.NOT_INTERESTED not in story.dialogue.signals


class TestHelp:
    def test_says_who_we_are_once(self) -> None:
        story = Story(crm(), arrives=False)
        story.says(signals=[Signal.HELP])
        assert (Introduce() in story.acts, story.texts) == (True, [])
        story.says(signals=[Signal.HELP])
        assert (Introduce() in story.acts, story.texts) == (False, ["help"])


class TestOptingOut:
    def test_a_stop_is_confirmed_once_and_then_there_is_silence(self) -> None:
        story = Story(crm())
        story.says(NEED, signals=[Signal.OPT_OUT])
        assert (story.phase, story.texts) == ("stopped", ["opted_out"])
        story.says(facts=("price",))
        assert story.step.effects == ()
        story.falls_silent(5)
        assert story.step.effects == ()

    def test_sales_which_has_the_lead_hears_of_every_stop_and_every_start(self) -> None:
        story = Story(crm())
        story.says(signals=[Signal.WANTS_HUMAN])
        for signal in (Signal.OPT_OUT, Signal.OPT_IN, Signal.OPT_OUT):
            story.says(signals=[signal])
            assert story.handed == ["update"]

    def test_a_person_cannot_take_over_one_who_opted_out(self) -> None:
        story = Story(crm())
        story.says(signals=[Signal.OPT_OUT])
        story.taken_over()
        assert story.phase == "stopped"
        story.given_back()
        assert (story.phase, story.step.effects) == ("stopped", ())

    def test_a_stop_to_a_person_counts_as_well(self) -> None:
        story = Story(crm())
        story.taken_over()
        story.says(signals=[Signal.OPT_OUT])
        assert (story.phase, story.texts) == ("stopped", ["opted_out"])
        assert story.dialogue.answered_by is None

    def test_who_opts_in_again_is_welcome_and_what_they_say_counts(self) -> None:
        story = Story(crm())
        story.says(signals=[Signal.OPT_OUT])
        story.says(NEED, signals=[Signal.OPT_IN], language="en")
        assert (story.phase, story.texts) == ("open", ["opted_in"])
        assert story.put == [("budget", 1)]
        assert story.dialogue.language == "en"

    def test_who_opts_in_again_when_all_is_said_gets_a_word_and_no_second_goodbye(self) -> None:
        story = Story(crm())
        story.says(told("need", Text("")))
        story.says(signals=[Signal.OPT_OUT])
        story.says(signals=[Signal.OPT_IN])
        assert (story.phase, story.texts) == ("closed", ["opted_in"])

    def test_a_stop_wins_over_a_start_in_the_same_message(self) -> None:
        story = Story(crm())
        story.says(signals=[Signal.OPT_OUT])
        story.says(signals=[Signal.OPT_OUT, Signal.OPT_IN])
        assert story.step == Step(story.dialogue)


class TestInsults:
    def test_patience_ends(self) -> None:
        story = Story(crm())
        for _ in range(2):
            story.says(signals=[Signal.ABUSIVE])
            assert (story.texts[0], story.phase) == ("calm", "open")
        story.says(signals=[Signal.ABUSIVE])
        assert (story.texts, story.phase) == (["close_abusive"], "closed")

    def test_a_wish_that_comes_with_them_still_counts(self) -> None:
        story = Story(crm())
        for _ in range(3):
            story.says(signals=[Signal.ABUSIVE, Signal.NOT_INTERESTED])
        assert story.texts == ["close_not_interested"]


class TestAfterTheClose:
    def test_a_thank_you_is_answered_and_opens_nothing(self) -> None:
        story = Story(crm())
        story.qualifies()
        story.gives_contact()
        story.says(signals=[Signal.PLEASANTRY])
        assert (story.texts, story.phase, story.handed) == (["farewell"], "closed", [])
        story.says()
        assert (story.texts, story.phase, story.handed) == (["still_here"], "closed", [])
        story.says(signals=[Signal.PLEASANTRY])
        assert (story.texts, story.phase, story.handed) == ([], "closed", [])

    def test_an_answer_begins_the_courtesies_anew(self) -> None:
        story = Story(crm())
        story.qualifies()
        story.gives_contact()
        for texts in (["after_close"], ["still_here"], []):
            story.says()
            assert story.texts == texts
        story.says(facts=("price",), signals=[Signal.QUESTION, Signal.PLEASANTRY])
        assert "25 €" in story.said
        story.says(signals=[Signal.PLEASANTRY])
        assert story.texts == ["farewell"]

    def test_who_takes_their_leave_after_a_word_is_bidden_farewell(self) -> None:
        story = Story(crm())
        story.qualifies()
        story.gives_contact()
        story.says()
        for texts in (["farewell"], []):
            story.says(signals=[Signal.PLEASANTRY])
            assert (story.texts, story.phase) == (texts, "closed")

    def test_nothing_is_offered_on_the_telephone_after_a_farewell(self) -> None:
        story = Story(crm())
        story.dialogue = replace(story.dialogue, spoken=True)
        story.qualifies()
        story.gives_contact()
        story.says(signals=[Signal.PLEASANTRY])
        story.says(signals=[Signal.PLEASANTRY])
        assert (story.texts, story.phase) == ([], "closed")

    def test_insults_after_the_close_are_met_like_any_other_words(self) -> None:
        story = Story(crm())
        story.qualifies()
        story.gives_contact()
        said = []
        for _ in range(4):
            story.says(signals=[Signal.ABUSIVE])
            said.append(story.texts)
        assert said == [["after_close"], ["still_here"], [], []]

    def test_a_doubt_after_the_close_is_cleared_up(self) -> None:
        story = Story(crm())
        story.qualifies()
        story.gives_contact()
        story.says(told("budget", euros(100), "100"))
        assert story.texts[-1] == "clarify_between"

    def test_a_question_is_answered_and_one_without_an_answer_reaches_sales(self) -> None:
        story = Story(crm())
        story.qualifies()
        story.gives_contact()
        story.says(facts=("price",), signals=[Signal.QUESTION])
        assert "25 €" in story.said
        assert (story.put, story.handed) == ([], [])
        story.says(question="¿tienen app?", signals=[Signal.QUESTION])
        assert (story.texts, story.handed) == (["no_fact"], ["update"])

    def test_what_changes_is_told_to_sales(self) -> None:
        story = Story(crm())
        story.qualifies()
        story.gives_contact()
        story.says(told("timeline", Timeframe("asap")))
        assert (story.texts, story.handed) == (["thanks"], ["update"])
        story.says(signals=[Signal.NOT_INTERESTED])
        assert (story.texts, story.handed) == (["close_not_interested"], ["update"])

    def test_a_changed_answer_reopens_only_what_depends_on_it(self) -> None:
        story = Story(crm())
        story.qualifies()
        story.gives_contact()
        story.says(told("budget", euros(100), corrects=True))
        assert (story.phase, story.put, story.handed) == ("open", [("timeline", 1)], ["update"])

    def test_a_verdict_that_turns_is_said_again(self) -> None:
        story = Story(crm(qualify={"all_of": ["budget"]}))
        story.says(NEED, told("budget", euros(100)))
        assert story.texts[-1] == "close_unqualified"
        story.says(told("budget", euros(9000), corrects=True))
        assert (story.phase, story.put) == ("open", [("name", 1)])
        story.gives_contact()
        assert story.handed == ["qualified"]
        story.says(told("budget", euros(100), "100", corrects=True))
        assert story.texts == ["updated", "close_unqualified"]
        assert story.handed == ["update"]
        story.says(told("budget", euros(9000), corrects=True))
        assert story.texts[-1] == "close_qualified"
        assert story.handed == ["update"]


class TestSilence:
    def test_nudges_come_at_their_times_and_then_end(self) -> None:
        story = Story(crm())
        assert story.remind is None, "who has not written is not nudged"
        story.says(NEED)
        assert story.remind == NOON + timedelta(hours=4)
        story.falls_silent(4)
        assert story.texts == ["nudge"]
        assert story.put == [("budget", 1)]
        assert story.remind == NOON + timedelta(hours=24)
        story.falls_silent(20)
        assert story.texts == ["nudge"]
        assert story.remind is None
        story.falls_silent(20)
        assert story.step.effects == ()

    def test_a_word_from_the_prospect_starts_the_nudges_anew(self) -> None:
        story = Story(crm())
        story.falls_silent(4)
        story.falls_silent(20)
        story.says(NEED)
        assert story.dialogue.nudges == 0
        assert story.remind == story.now + timedelta(hours=4)

    def test_nobody_is_nudged_at_night(self) -> None:
        evening = datetime(2026, 11, 23, 19, tzinfo=UTC)
        story = Story(crm(), evening)
        story.says(NEED)
        morning = datetime(2026, 11, 24, 7, tzinfo=UTC)
        assert story.remind == morning
        story.falls_silent(4)
        assert (story.texts, story.remind) == ([], morning)
        story.falls_silent(8)
        assert story.texts == ["nudge"]

    def test_a_qualified_lead_that_falls_silent_goes_to_sales_as_it_is(self) -> None:
        story = Story(crm())
        story.qualifies()
        assert story.remind == NOON + PATIENCE
        story.falls_silent(0.1)
        assert (story.handed, story.texts) == (["qualified"], [])
        assert story.phase == "open"
        story.gives_contact()
        assert story.handed == ["update"]

    def test_without_a_plan_silence_stays_silence(self) -> None:
        story = Story(home())
        assert story.remind is None
        story.falls_silent(9)
        assert story.step.effects == ()

    def test_a_qualified_lead_is_handed_over_even_where_nobody_is_nudged(self) -> None:
        story = Story(crm(nudge=None))
        story.qualifies()
        story.falls_silent(0.1)
        assert (story.handed, story.remind) == (["qualified"], None)

    def test_who_leaves_a_doubt_about_what_is_known_hears_a_goodbye_and_no_question(self) -> None:
        story = Story(crm())
        story.says(told("name", Contact("name", "Ana")), told("email", Contact("email", "a@b.es")))
        story.says(signals=[Signal.WANTS_DEMO], doubts=(doubtful("name", why="invalid"),))
        assert (story.phase, story.dialogue.asked) == ("open", "name")
        story.falls_silent(0.1)
        story.falls_silent(21)
        assert (story.phase, story.texts, story.put) == ("closed", ["close_qualified"], [])

    def test_who_has_not_been_asked_anything_is_not_nudged(self) -> None:
        story = Story(crm(), arrives=False)
        assert story.falls_silent(9).effects == ()


class TestPeople:
    def test_a_person_mutes_the_agent_and_giving_back_resumes_the_question(self) -> None:
        story = Story(crm())
        story.taken_over()
        assert (story.phase, story.dialogue.answered_by) == ("held", "Ana")
        story.says(facts=("price",))
        assert story.step.effects == ()
        story.given_back()
        assert (story.phase, story.put) == ("open", [("need", 1)])

    def test_what_was_said_to_the_person_is_not_asked_again(self) -> None:
        story = Story(crm())
        story.taken_over()
        story.says(NEED)
        story.given_back()
        assert story.put == [("budget", 1)]

    def test_what_is_said_to_a_person_is_no_answer_to_what_the_agent_had_asked(self) -> None:
        story = Story(crm())
        story.says(NEED, told("budget", euros(5000)))
        story.says(told("budget", euros(800), "800"))
        assert (story.dialogue.asked, len(story.dialogue.offered)) == ("budget", 2)
        story.taken_over()
        assert (story.dialogue.asked, story.dialogue.offered) == (None, ())
        story.says(told("budget", euros(90), "90"))
        assert story.dialogue.sheet.answers["budget"].value == euros(5000)

    def test_what_was_written_to_the_agent_still_answers_it_after_a_person_has_come(self) -> None:
        story = Story(crm())
        story.says(NEED)
        assert story.dialogue.asked == "budget"
        story.happens(PersonTookOver("Ana", story.now, unread=True))
        assert (story.phase, story.dialogue.asked) == ("held", "budget")
        story.says(told("budget", euros(5000)))
        assert story.dialogue.sheet.answers["budget"].value == euros(5000)
        assert story.dialogue.asked is None

    def test_what_was_written_to_a_person_is_theirs_also_where_the_next_one_comes(self) -> None:
        story = Story(crm())
        story.says(signals=[Signal.WANTS_HUMAN])
        assert (story.phase, story.dialogue.asked) == ("held", None)
        story.happens(PersonTookOver("Ana", story.now, unread=True))
        assert story.dialogue.asked is None

    def test_who_qualifies_with_a_person_hears_at_the_end_that_sales_will_be_in_touch(self) -> None:
        story = Story(crm(contact={"when": "never"}))
        story.taken_over()
        story.qualifies()
        story.given_back()
        assert story.texts == ["close_qualified"]
        assert (story.phase, story.handed) == ("closed", ["qualified"])

    def test_whom_a_person_has_seen_off_is_bidden_farewell_once(self) -> None:
        story = Story(crm(contact={"when": "never"}))
        story.qualifies()
        assert story.phase == "closed"
        story.taken_over()
        story.given_back()
        assert (story.phase, story.texts, story.handed) == ("closed", ["farewell"], [])
        story.says(signals=[Signal.PLEASANTRY])
        assert story.texts == ["after_close"]
        story.taken_over()
        story.given_back()
        assert (story.phase, story.step.effects) == ("closed", ())

    def test_a_call_that_is_given_back_ends_with_its_own_words(self) -> None:
        story = Story(crm(contact={"when": "never"}))
        story.dialogue = replace(story.dialogue, spoken=True)
        story.taken_over()
        story.qualifies()
        story.given_back()
        assert (story.phase, story.texts, story.handed) == ("closed", [], ["qualified"])

    def test_who_gets_a_person_first_and_an_answer_at_the_end_is_introduced_once(self) -> None:
        story = Story(crm(contact={"when": "never"}), arrives=False)
        story.taken_over()
        story.qualifies()
        story.given_back()
        assert story.acts == (Introduce(), SayText("close_qualified"))
        assert story.dialogue.introduced

    def test_a_conversation_that_nobody_took_cannot_be_given_back(self) -> None:
        story = Story(crm())
        before = story.dialogue
        assert story.given_back() == Step(before)

    def test_who_waits_long_is_told_now_and_then_that_they_were_heard(self) -> None:
        story = Story(crm())
        story.says(signals=[Signal.WANTS_HUMAN])
        story.now += timedelta(minutes=9)
        story.says()
        assert story.texts == []
        story.now += timedelta(minutes=1)
        story.says(signals=[Signal.PLEASANTRY])
        assert story.texts == []
        story.says()
        assert story.texts == ["still_held"]
        story.says()
        assert story.texts == []
        story.taken_over()
        story.now += timedelta(minutes=11)
        story.says(question="¿sigue ahí?", signals=[Signal.QUESTION])
        assert story.texts == ["still_held"]

    def test_what_was_asked_while_nobody_was_there_is_answered_afterwards(self) -> None:
        story = Story(crm())
        story.says(NEED, signals=[Signal.WANTS_HUMAN])
        story.says(facts=("price",), signals=[Signal.QUESTION])
        assert story.said == ""
        story.given_back()
        assert story.said.startswith("El plan Equipo cuesta 25 €")
        assert story.put == [("budget", 1)]

    def test_what_a_person_has_seen_is_theirs_to_answer(self) -> None:
        story = Story(crm())
        story.says(NEED, signals=[Signal.WANTS_HUMAN])
        story.says(facts=("price",), signals=[Signal.QUESTION])
        story.taken_over()
        story.says(facts=("price",), signals=[Signal.QUESTION])
        story.given_back()
        assert "25 €" not in story.said

    def test_an_answer_owed_is_given_even_where_nothing_is_left_to_ask(self) -> None:
        story = Story(crm())
        story.qualifies()
        story.gives_contact()
        story.says(signals=[Signal.WANTS_HUMAN])
        story.says(facts=("price",), signals=[Signal.QUESTION])
        story.given_back()
        assert (story.said.startswith("El plan Equipo"), story.phase) == (True, "closed")

    def test_messages_to_a_person_do_not_use_up_the_turns(self) -> None:
        story = Story(crm(limits={"turns": 2}))
        story.taken_over()
        for _ in range(5):
            story.says()
        story.given_back()
        assert story.phase == "open"

    def test_a_person_who_spoke_first_is_followed_by_an_introduction(self) -> None:
        story = Story(crm(), arrives=False)
        story.taken_over()
        story.says()
        story.given_back()
        assert story.acts == (Introduce(), AskQuestion("need", 1))


def test_the_home_script_qualifies_by_counts_and_answers() -> None:
    story = Story(home())
    story.says(
        told("phone", Contact("phone", "+34600000000")),
        told("tenure", Choice("owner")),
        told("rooms", Number(Decimal(3), Decimal(3))),
        told("permit", YesNo(True)),
    )
    assert story.handed == ["qualified"]
    assert story.acts[-1] == SayText("close_qualified")


def test_a_date_counts_from_the_day_it_was_said() -> None:
    story = Story(crm(qualify={"all_of": ["timeline"]}))
    story.says(NEED, told("timeline", day(2027, 2, 1)))
    assert verdict_on(story.script, story.dialogue).outcome == "qualified"


class TestAskingAgain:
    def test_the_readings_offered_are_offered_again_after_a_digression(self) -> None:
        story = Story(crm())
        story.says(NEED, told("budget", euros(5000)))
        story.says(told("budget", euros(800), "800"))
        story.says(facts=("price",), signals=[Signal.QUESTION])
        assert story.texts == ["clarify_again"]
        assert "¿Quiere decir 5.000 € al año o 800 € al año?" in story.said

    def test_the_question_is_put_in_other_words_to_who_volunteers_something_else(self) -> None:
        story = Story(crm())
        story.qualifies()
        said = [story.said]
        story.says(told("company_size", Number(Decimal(20), Decimal(20)), "somos 20"))
        said.append(story.said)
        story.says(told("timeline", day(2026, 5, 1), "el 1 de mayo"))
        said.append(story.said)
        asked = [one.rsplit(".", 1)[-1] for one in said]
        assert story.dialogue.asked == "name"
        assert len(set(asked)) == len(asked)


class TestWhoIsToBeCalled:
    def test_may_say_when_and_nobody_has_to_come_to_the_chat(self) -> None:
        story = Story(crm())
        story.qualifies()
        story.gives_contact()
        story.says(signals=[Signal.WANTS_HUMAN, Signal.LATER], question="¿por la tarde?")
        assert (story.phase, story.texts, story.handed) == ("closed", ["passed_on"], ["update"])

    def test_gets_a_person_here_all_the_same(self) -> None:
        story = Story(crm())
        story.qualifies()
        story.gives_contact()
        story.says(signals=[Signal.WANTS_HUMAN])
        assert (story.phase, story.texts) == ("held", ["hold_for_human"])
