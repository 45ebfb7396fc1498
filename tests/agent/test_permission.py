"""Each duty of the ledger has a rule, and each rule an answer that names it."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from agent.permission import (
    CONFIRM_WITHIN,
    JUST_WROTE,
    PUMPING,
    SUSPENDED,
    WHATSAPP_WINDOW,
    Allow,
    Ask,
    Defer,
    Deny,
    Reach,
    Stop,
    Unreachable,
    may_send,
)

NOON = datetime.fromisoformat("2026-03-04T11:00:00+00:00")
"""A Wednesday."""
NIGHT = datetime.fromisoformat("2026-03-04T22:30:00+00:00")
MORNING = datetime.fromisoformat("2026-03-05T09:00:00+00:00")
"""Nine on the Canaries, where the number may be."""
LATER = timedelta(hours=2)
REPLY = Ask("sms", "+34600111222", "reply", NOON)
NUDGE = replace(REPLY, purpose="nudge")
CONFIRMATION = replace(REPLY, purpose="confirmation")
WROTE = Reach(cap=30, last_inbound=NOON, consented=True)


def at(moment: datetime, ask: Ask = REPLY) -> Ask:
    """The same, written at that moment."""
    return replace(ask, written_at=moment)


def test_who_just_wrote_is_answered_by_day_and_by_night() -> None:
    assert may_send(REPLY, WROTE, NOON) == Allow("answer")
    reach = replace(WROTE, last_inbound=NIGHT)
    assert may_send(at(NIGHT), reach, NIGHT + JUST_WROTE) == Allow("answer")


def test_an_answer_that_comes_late_waits_for_the_morning() -> None:
    reach = replace(WROTE, last_inbound=NIGHT)
    just_over = NIGHT + JUST_WROTE + timedelta(seconds=1)
    assert may_send(at(NIGHT), reach, just_over) == Defer(MORNING, "quiet_hours")
    assert may_send(at(NIGHT), reach, MORNING) == Allow("allowed")


def test_a_word_about_their_silence_waits_for_the_morning_however_lately_they_wrote() -> None:
    reach = replace(WROTE, last_inbound=NIGHT - timedelta(minutes=10))
    ruling = may_send(at(NIGHT, NUDGE), reach, NIGHT)
    assert isinstance(ruling, Defer)
    assert ruling.rule == "quiet_hours"


@pytest.mark.parametrize("purpose", ["reply", "nudge", "sales"])
@pytest.mark.parametrize("how", ["words", "carrier"])
@pytest.mark.parametrize("channel", ["sms", "whatsapp"])
def test_nothing_goes_to_one_who_stopped_us(purpose: str, how: str, channel: str) -> None:
    ask = Ask(channel, "+34600111222", purpose, NOON)  # type: ignore[arg-type]
    stopped = replace(WROTE, stop=Stop(how, NOON))  # type: ignore[arg-type]
    assert may_send(ask, stopped, NOON) == Deny("stopped")


def test_a_stop_is_confirmed_once_within_five_minutes_also_at_night() -> None:
    stopped = replace(WROTE, stop=Stop("words", NIGHT))
    ask = at(NIGHT, CONFIRMATION)
    assert may_send(ask, stopped, NIGHT + CONFIRM_WITHIN) == Allow("confirmation")
    late = NIGHT + CONFIRM_WITHIN + timedelta(seconds=1)
    assert may_send(ask, stopped, late) == Deny("confirmed")
    assert may_send(ask, replace(stopped, confirmed=True), NIGHT) == Deny("confirmed")


def test_what_the_carrier_has_confirmed_we_do_not() -> None:
    stopped = replace(WROTE, stop=Stop("carrier", NOON))
    assert may_send(CONFIRMATION, stopped, NOON) == Deny("carrier_answered")


def test_a_request_for_help_that_the_carrier_has_answered_gets_no_second_answer() -> None:
    assert may_send(REPLY, replace(WROTE, helped=True), NOON) == Deny("carrier_answered")
    later = replace(WROTE, helped=True, last_inbound=NOON - LATER)
    assert may_send(NUDGE, later, NOON) == Allow("allowed")


def test_a_stop_that_was_taken_back_meanwhile_is_not_confirmed() -> None:
    assert may_send(CONFIRMATION, WROTE, NOON) == Deny("they_wrote")


@pytest.mark.parametrize(
    ("ask", "hours"), [(REPLY, 24), (NUDGE, 96), (replace(REPLY, purpose="sales"), 24)]
)
def test_what_means_nothing_any_more_is_not_sent(ask: Ask, hours: int) -> None:
    late = NOON + timedelta(hours=hours, seconds=1)
    assert may_send(ask, replace(WROTE, last_inbound=late - LATER), late) == Deny("too_late")


def test_a_number_that_cannot_be_reached_is_left_until_they_write_from_it() -> None:
    failed = Unreachable(30006, NOON + timedelta(minutes=1))
    assert may_send(REPLY, replace(WROTE, unreachable=failed), NOON) == Deny("unreachable")
    wrote = replace(WROTE, last_inbound=NOON + timedelta(minutes=2), unreachable=failed)
    assert may_send(REPLY, wrote, NOON + timedelta(minutes=2)) == Allow("answer")
    never = replace(WROTE, last_inbound=None, unreachable=failed)
    assert may_send(REPLY, never, NOON) == Deny("unreachable")


def test_a_suspected_pump_is_left_for_a_day_whatever_it_writes() -> None:
    day_after = NOON + SUSPENDED
    reach = replace(WROTE, unreachable=Unreachable(PUMPING, NOON))
    hour_before = replace(reach, last_inbound=day_after - timedelta(minutes=1))
    ask = at(day_after)
    assert may_send(ask, hour_before, day_after - timedelta(seconds=1)) == Deny("suspended")
    assert may_send(ask, hour_before, day_after) == Allow("answer")


def test_who_wrote_since_is_not_asked_whether_they_are_still_there() -> None:
    wrote = replace(WROTE, last_inbound=NOON + timedelta(minutes=5))
    assert may_send(NUDGE, wrote, NOON + LATER) == Deny("they_wrote")
    assert may_send(NUDGE, replace(WROTE, last_inbound=NOON - LATER), NOON) == Allow("allowed")


def test_only_who_agreed_is_written_to_unasked() -> None:
    silent = replace(WROTE, consented=False)
    assert may_send(REPLY, silent, NOON) == Allow("answer"), "an answer needs no consent"
    assert may_send(NUDGE, replace(silent, last_inbound=NOON - LATER), NOON) == Deny("no_consent")
    never_wrote = replace(silent, last_inbound=None)
    assert may_send(REPLY, never_wrote, NOON) == Deny("no_consent")
    assert may_send(REPLY, replace(never_wrote, consented=True), NOON) == Allow("allowed")


def test_one_number_gets_so_many_in_a_day() -> None:
    assert may_send(REPLY, replace(WROTE, sent_today=29), NOON) == Allow("answer")
    assert may_send(REPLY, replace(WROTE, sent_today=30), NOON) == Deny("cap")


def test_our_own_people_are_told_at_any_hour_as_often_as_it_takes() -> None:
    note = Ask("sms", "+34600999888", "sales", NIGHT)
    assert may_send(note, Reach(cap=1, sent_today=9), NIGHT) == Allow("colleague")


def test_a_number_without_a_lawful_hour_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agent.permission.opening", lambda _number, _at: None)
    ask = at(NIGHT, NUDGE)
    reach = replace(WROTE, last_inbound=NIGHT - LATER)
    assert may_send(ask, reach, NIGHT) == Deny("no_lawful_hour")


class TestOnWhatsApp:
    ASK = replace(REPLY, channel="whatsapp")
    WITH_TEMPLATE = replace(ASK, has_template=True)

    def test_free_text_goes_within_a_day_of_their_last_message(self) -> None:
        reach = replace(WROTE, last_inbound=NOON - WHATSAPP_WINDOW + timedelta(seconds=1))
        assert may_send(self.ASK, reach, NOON) == Allow("allowed")
        assert may_send(self.WITH_TEMPLATE, reach, NOON) == Allow("allowed", as_template=False)

    def test_after_that_only_a_template_goes(self) -> None:
        reach = replace(WROTE, last_inbound=NOON - WHATSAPP_WINDOW)
        assert may_send(self.ASK, reach, NOON) == Deny("window_closed")
        assert may_send(self.WITH_TEMPLATE, reach, NOON) == Allow("allowed", as_template=True)

    def test_it_counts_whether_the_window_is_open_when_it_may_be_sent(self) -> None:
        wrote = NIGHT - timedelta(hours=20)
        reach = replace(WROTE, last_inbound=wrote)
        nudge = replace(at(NIGHT, self.ASK), purpose="nudge")
        assert may_send(nudge, reach, NIGHT) == Deny("window_closed")
        ruling = may_send(replace(nudge, has_template=True), reach, NIGHT)
        assert isinstance(ruling, Defer)

    def test_whatsapps_own_word_counts_more_than_our_clock(self) -> None:
        reach = replace(WROTE, window_closed=True)
        assert may_send(self.ASK, reach, NOON) == Deny("window_closed")
        assert may_send(self.WITH_TEMPLATE, reach, NOON) == Allow("answer", as_template=True)

    def test_who_never_wrote_there_gets_a_template(self) -> None:
        reach = Reach(cap=30, consented=True)
        assert may_send(self.WITH_TEMPLATE, reach, NOON) == Allow("allowed", as_template=True)


def test_sms_has_no_window() -> None:
    reach = replace(WROTE, last_inbound=NOON - 3 * WHATSAPP_WINDOW)
    assert may_send(REPLY, reach, NOON) == Allow("allowed")
