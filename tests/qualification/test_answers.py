"""The sheet keeps the newest answers and the trail that led to them."""

from dataclasses import replace

from qualification.answers import AnswerSheet, Declined
from qualification.findings import Finding
from tests.builders import NOW, answer, make_sheet, money


def test_an_answer_replaces_an_older_one_and_the_older_one_is_kept_on_record() -> None:
    first, second = answer("budget", money(3000)), answer("budget", money(5000))
    sheet = AnswerSheet().with_answer(first).with_answer(second)
    assert sheet.answers == {"budget": second}
    assert sheet.replaced == (first,)


def test_the_same_value_said_again_changes_nothing() -> None:
    sheet = AnswerSheet().with_answer(answer("budget", money(3000)))
    assert sheet.with_answer(answer("budget", money(3000), "again")) is sheet


def test_an_answer_lifts_a_refusal() -> None:
    sheet = make_sheet(declined={"budget": "refused", "need": "refused"})
    sheet = sheet.with_answer(answer("budget", money(3000)))
    assert set(sheet.declined) == {"need"}
    assert sheet.settled("budget")


def test_a_refusal_settles_an_open_question_but_takes_no_answer_away() -> None:
    refused = Declined("budget", "refused")
    assert AnswerSheet().with_declined(refused).settled("budget")
    assert not AnswerSheet().settled("budget")
    sheet = AnswerSheet().with_answer(answer("budget", money(3000)))
    assert sheet.with_declined(refused) is sheet


def test_what_is_taken_back_is_open_again_and_stays_on_record() -> None:
    given = answer("budget", money(3000))
    sheet = AnswerSheet().with_answer(given).without_answer("budget")
    assert not sheet.settled("budget")
    assert sheet.replaced == (given,)
    assert sheet.without_answer("budget") is sheet


def test_what_a_profile_says_is_known_but_still_to_be_asked_for() -> None:
    profile = replace(answer("budget", money(3000)), source="profile")
    sheet = AnswerSheet().with_answer(profile)
    assert sheet.answers == {"budget": profile}
    assert not sheet.settled("budget")
    assert sheet.with_declined(Declined("budget", "refused")).settled("budget")
    same = answer("budget", money(3000))
    given = sheet.with_answer(same)
    assert given.settled("budget")
    assert given.given("budget") == same
    assert given.replaced == ()


def test_what_others_told_is_kept_once_and_the_newest_of_each_stays() -> None:
    told = Finding("industry", "software", "provider", NOW, origin="data")
    newer = replace(told, value="logistics")
    sheet = AnswerSheet().with_findings([told])
    assert sheet.with_findings([told]) is sheet
    assert sheet.with_findings([newer]).found == (newer,)
    other = replace(told, origin="crm")
    assert sheet.with_findings([other]).found == (told, other)


def test_readers_see_what_was_said() -> None:
    said = AnswerSheet().with_answer(answer("need", money(1)))
    assert said.without_inferences() is said
    inferred = replace(answer("budget", money(3000)), source="inferred")
    assert said.with_answer(inferred).without_inferences() == said


def test_an_inference_leaves_no_trail() -> None:
    inferred = replace(answer("budget", money(3000)), source="inferred")
    sheet = AnswerSheet().with_answer(inferred)
    assert sheet.settled("budget")
    assert sheet.without_answer("budget").replaced == ()
    assert sheet.with_answer(answer("budget", money(5000))).replaced == ()
