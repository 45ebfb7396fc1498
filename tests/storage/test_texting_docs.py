"""What docs/texting.md says is what happens."""

import re
from datetime import timedelta
from pathlib import Path
from typing import get_args

from agent.carrier_words import STOPS
from agent.permission import CONFIRM_WITHIN, JUST_WROTE, SUSPENDED, TOO_LATE, WHATSAPP_WINDOW, Rule
from agent.recipient_hours import COUNTRIES, EVERYWHERE
from agent.text_errors import REMEDIES
from storage.text_fates import HOLD, ONCE_MORE_AFTER, SENDS_AT_MOST, SURE_AFTER

PAGE = (Path(__file__).parents[2] / "docs" / "texting.md").read_text(encoding="utf-8")


def test_every_rule_is_explained() -> None:
    rules = re.findall(r"^\| `(\w+)` \| (?:yes|no|later) \|", PAGE, re.MULTILINE)
    assert sorted(rules) == sorted(get_args(Rule))


def test_every_code_does_what_the_table_says() -> None:
    lines = re.findall(r"^\| ([\d, ]+) \| `(\w+)`", PAGE, re.MULTILINE)
    told = {int(code): act for codes, act in lines for code in codes.split(", ")}
    assert told == {code: remedy.act for code, remedy in REMEDIES.items()}


def test_the_figures_are_those_of_the_code() -> None:
    assert timedelta(minutes=5) == CONFIRM_WITHIN
    assert (TOO_LATE["reply"], TOO_LATE["nudge"]) == (timedelta(days=1), timedelta(days=4))
    assert timedelta(days=1) == SUSPENDED == WHATSAPP_WINDOW
    assert timedelta(hours=1) == JUST_WROTE
    assert (EVERYWHERE[0], EVERYWHERE[6]) == ((8, 21), (8, 21))
    assert (COUNTRIES["ES"][4], COUNTRIES["ES"][5]) == ((9, 21), None)
    assert timedelta(minutes=30) == ONCE_MORE_AFTER
    assert timedelta(minutes=15) == HOLD
    assert timedelta(minutes=2) == SURE_AFTER
    assert SENDS_AT_MOST == 5


def test_the_words_that_twilio_answers_are_all_named() -> None:
    sentence = PAGE[PAGE.index("Twilio answers") : PAGE.index("itself when")]
    assert set(re.findall(r"[A-Z]{3,}", sentence)) == STOPS
