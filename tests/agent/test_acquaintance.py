"""What an earlier conversation brings into a new one, and what it never does."""

from dataclasses import replace
from datetime import timedelta

import pytest

from agent.acquaintance import STANDS, Earlier, recall
from agent.dialogue import Dialogue, MessageRead, advance
from agent.reading import ReadAnswer, Reading
from agent.speech import Say, compose
from qualification.answers import Answer, AnswerSheet, Declined, DeclineReason, Evidence
from qualification.findings import Finding
from qualification.handover import Why
from qualification.values import Choice, Contact, ContactKind, Language, Text, Value
from tests.builders import NOW, answer, make_script, money, question

NUMBER = "+34600111222"
SCRIPT = make_script(
    qualify={"all_of": ["need", "budget"]},
    criteria=[
        {"key": "need"},
        question("budget", "money", positive={"overlaps": {"min": 3000, "currency": "EUR"}}),
        question(
            "role",
            "choice",
            options={
                "boss": {"says": {"es": ["jefa"], "en": ["boss"]}},
                "staff": {"says": {"es": ["empleada"], "en": ["staff"]}},
            },
            positive={"any_of": ["boss"]},
        ),
    ],
)


def told(key: str, value: Value, days_ago: float = 1) -> Answer:
    """What they said some days ago."""
    return answer(key, value, given=NOW - timedelta(days=days_ago))


def contact(kind: ContactKind, value: str, days_ago: float = 1) -> Answer:
    """What they said of themselves."""
    return told(kind, Contact(kind, value), days_ago)


def earlier(
    *answers: Answer,
    script: str = "test",
    days_ago: float = 1,
    handover: str | None = None,
    why: Why | None = None,
    language: Language = "es",
    declined: DeclineReason | None = None,
) -> Earlier:
    """A conversation in which this was said."""
    sheet = AnswerSheet({one.key: one for one in answers})
    if declined is not None:
        sheet = sheet.with_declined(Declined("budget", declined))
    dialogue = Dialogue(language, sheet=sheet, handed_over=why)
    return Earlier(script, dialogue, handover, NOW - timedelta(days=days_ago))


def test_what_was_said_in_the_chat_is_known_when_they_write_from_the_number_they_gave() -> None:
    chat = earlier(
        told("need", Text("a kitchen")),
        told("budget", money(5000)),
        contact("email", "ana@example.com"),
        contact("phone", NUMBER),
        handover="h1",
        why="qualified",
    )
    met = recall(SCRIPT, NUMBER, [chat], NOW, proven=True)
    assert met.known.sheet.answers == chat.dialogue.sheet.answers
    assert (met.known.handover, met.known.handed_over) == ("h1", "qualified")
    assert met.language == "es"


def test_the_number_they_write_from_is_known_and_was_said_by_nobody() -> None:
    phone = recall(SCRIPT, NUMBER, [], NOW, proven=True).known.sheet.answers["phone"]
    assert phone.value == Contact("phone", NUMBER)
    assert (phone.source, phone.evidence) == ("prefill", None)


def test_another_number_that_they_gave_is_the_one_to_call() -> None:
    met = recall(SCRIPT, NUMBER, [earlier(contact("phone", "+34600999888"))], NOW, proven=True)
    assert met.known.sheet.answers["phone"].value == Contact("phone", "+34600999888")


@pytest.mark.parametrize("proven", [True, False])
def test_an_anonymous_caller_has_no_number(proven: bool) -> None:
    met = recall(SCRIPT, "anonymous:CA1", [], NOW, proven=proven)
    assert met.known.sheet == AnswerSheet()


def test_an_unproven_caller_gets_nothing_but_their_number_and_language() -> None:
    chat = earlier(
        told("budget", money(5000)),
        contact("name", "Ana"),
        contact("phone", "+34600999888"),
        handover="h1",
        why="qualified",
        declined="refused",
    )
    met = recall(SCRIPT, NUMBER, [chat], NOW, proven=False)
    assert [one.value for one in met.known.sheet.answers.values()] == [Contact("phone", NUMBER)]
    assert met.known.sheet.declined == {}
    assert (met.known.handover, met.known.handed_over) == (None, None)
    assert met.language == "es"


@pytest.mark.parametrize(("proven", "said"), [(True, True), (False, False)])
def test_whoever_contradicts_an_earlier_answer_hears_it_only_if_they_are_proven(
    proven: bool, said: bool
) -> None:
    """A forged number would otherwise find out what somebody else can pay."""
    met = recall(SCRIPT, NUMBER, [earlier(told("budget", money(5000)))], NOW, proven=proven)
    asked = Dialogue("en", sheet=met.known.sheet, asked="need", introduced=True)
    quote = Evidence("m9", "9,000 euros")
    reading = Reading("plain", answers=(ReadAnswer("budget", money(9000), quote),))
    step = advance(SCRIPT, asked, MessageRead(reading, NOW))
    spoken = " ".join(compose(SCRIPT, "en", one) for one in step.effects if isinstance(one, Say))
    assert ("5,000" in spoken) is said


def test_what_they_need_and_can_pay_is_asked_anew_after_a_season() -> None:
    long_ago = STANDS / timedelta(days=1) + 1
    old = earlier(
        told("budget", money(5000), days_ago=long_ago),
        contact("email", "ana@example.com", days_ago=long_ago),
        days_ago=long_ago,
        handover="h1",
        why="qualified",
        declined=None,
    )
    met = recall(SCRIPT, NUMBER, [old], NOW, proven=True)
    assert set(met.known.sheet.answers) == {"email", "phone"}
    assert met.known.handover is None


def test_an_old_answer_in_a_conversation_that_goes_on_is_old() -> None:
    going_on = earlier(
        told("budget", money(5000), days_ago=200), told("need", Text("a kitchen"), days_ago=2)
    )
    met = recall(SCRIPT, NUMBER, [going_on], NOW, proven=True)
    assert set(met.known.sheet.answers) == {"need", "phone"}


def test_another_product_line_shares_only_who_they_are() -> None:
    other = earlier(
        told("budget", money(5000)),
        contact("name", "Ana"),
        script="another",
        handover="h1",
        why="qualified",
        declined="refused",
    )
    met = recall(SCRIPT, NUMBER, [other], NOW, proven=True)
    assert set(met.known.sheet.answers) == {"name", "phone"}
    assert met.known.handover is None


def test_the_newest_of_several_answers_counts_in_whatever_order_they_are_found() -> None:
    first = earlier(
        told("budget", money(1000), days_ago=9), days_ago=9, handover="h1", why="support"
    )
    second = earlier(
        told("budget", money(2000), days_ago=3), days_ago=3, handover="h2", why="qualified"
    )
    third = earlier(contact("name", "Ana"), language="en")
    for found in ([first, second, third], [third, second, first]):
        met = recall(SCRIPT, NUMBER, found, NOW, proven=True)
        assert met.known.sheet.answers["budget"].value == money(2000)
        assert (met.known.handover, met.known.handed_over) == ("h2", "qualified")
        assert met.language == "en"


@pytest.mark.parametrize(
    "gone",
    [
        told("colour", Text("red")),
        told("budget", Text("some")),
        told("role", Choice("assistant")),
    ],
)
def test_what_the_script_does_not_ask_like_that_any_more_is_left_behind(gone: Answer) -> None:
    met = recall(SCRIPT, NUMBER, [earlier(gone, told("need", Text("a bath")))], NOW, proven=True)
    assert set(met.known.sheet.answers) == {"need", "phone"}


def test_an_option_that_is_still_there_is_kept() -> None:
    met = recall(SCRIPT, NUMBER, [earlier(told("role", Choice("boss")))], NOW, proven=True)
    assert met.known.sheet.answers["role"].value == Choice("boss")


@pytest.mark.parametrize(
    ("reason", "asked_again"), [("refused", False), ("does_not_know", False), ("unclear", True)]
)
def test_a_refusal_is_respected_and_a_misunderstanding_is_not_one(
    reason: DeclineReason, asked_again: bool
) -> None:
    met = recall(SCRIPT, NUMBER, [earlier(declined=reason)], NOW, proven=True)
    assert ("budget" not in met.known.sheet.declined) is asked_again


def test_who_refused_first_and_said_it_later_has_said_it() -> None:
    refused = earlier(declined="refused", days_ago=5)
    said = earlier(told("budget", money(5000)))
    sheet = recall(SCRIPT, NUMBER, [said, refused], NOW, proven=True).known.sheet
    assert "budget" in sheet.answers
    assert sheet.declined == {}


def test_a_language_that_the_script_does_not_speak_is_none() -> None:
    script = make_script(languages=["en"], disclosure={"en": "I'm Lucía, an AI."})
    assert recall(script, NUMBER, [earlier()], NOW, proven=True).language is None


def test_what_was_inferred_is_inferred_anew_and_what_others_told_comes_along() -> None:
    inferred = replace(contact("company", "Acme"), source="inferred")
    finding = Finding("industry", "tools", "provider", NOW, origin="data", about="ana@acme.es")
    said = earlier(contact("company", "Borealis", 9), days_ago=9)
    newer = earlier(contact("email", "ana@acme.es"), inferred)
    told_of = replace(
        newer, dialogue=replace(newer.dialogue, sheet=newer.dialogue.sheet.with_findings([finding]))
    )
    sheet = recall(SCRIPT, NUMBER, [told_of, said], NOW, proven=True).known.sheet
    assert sheet.answers["company"].value == Contact("company", "Borealis")
    assert sheet.found == (finding,)
    stranger = recall(SCRIPT, NUMBER, [told_of, said], NOW, proven=False).known.sheet
    assert stranger.found == ()
