"""What is at stake when a model claims a signal? One table of what a false claim costs and what a
missed one does. PURE.

A model may claim anything. Every signal of this table must be shown by words that bear on it, said
of the prospect and us and of nobody else (plausible.py); what shows too little counts for nothing,
or for the signal that the table gives instead.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from qualification.signals import Signal


@dataclass(frozen=True, slots=True)
class Stake:
    """What a claim of one signal risks, and what it must show."""

    false: str
    """What it costs to believe a claim that is not so."""
    missed: str
    """What it costs to disbelieve one that is."""
    otherwise: Signal | None = None
    """What a claim amounts to that quotes them and shows too little."""


STAKES: Mapping[Signal, Stake] = {
    Signal.OPT_OUT: Stake(
        false="a lead may never be written to again",
        missed="whoever asked to be left alone is not; so they are told the word that stops us",
        otherwise=Signal.MAY_OPT_OUT,
    ),
    Signal.WANTS_DEMO: Stake(
        false="sales is sent a lead that wants nothing, as qualified",
        missed="the next question is asked, and sales sees the words",
    ),
    Signal.WANTS_HUMAN: Stake(
        false="the chat is held for somebody who was not asked for, and goes no further",
        missed="they ask once more, in plainer words",
    ),
    Signal.NOT_INTERESTED: Stake(
        false="the chat is closed on a lead that is interested",
        missed="one more question, which they can turn down again",
    ),
    Signal.LATER: Stake(
        false="the chat is put off that could have gone on",
        missed="one more question at a bad time",
    ),
    Signal.SUPPORT: Stake(
        false="a lead is sent away as a customer, and disqualified",
        missed="a customer is asked one question too many",
    ),
    Signal.WRONG_PERSON: Stake(
        false="a lead is sent away as somebody else, and disqualified",
        missed="a stranger is asked one question too many",
    ),
    Signal.ABUSIVE: Stake(
        false="who swears at their own troubles is told to calm down, and in the end sent away",
        missed="an insult is passed over",
    ),
    Signal.LANGUAGE_SWITCH: Stake(
        false="they are answered in a language that they did not ask for",
        missed="they ask once more",
    ),
    Signal.OPT_IN: Stake(
        false="who had us stopped is written to again, against the law",
        missed="they are silent to us until they say the word that resumes",
    ),
    Signal.REFUSES: Stake(
        false="a question is given up that they would have answered",
        missed="it is asked again, once",
    ),
    Signal.DOES_NOT_KNOW: Stake(
        false="a question is given up that they can answer",
        missed="it is asked again, once",
    ),
    Signal.IS_BOT_QUESTION: Stake(
        false="they are told unasked that this is an assistant",
        missed="an honest question goes unanswered",
    ),
    Signal.WHY: Stake(
        false="a reason is given that nobody asked for",
        missed="the question seems rude",
    ),
    Signal.REPEAT: Stake(
        false="an answer is taken for a failure to hear",
        missed="the question is put again anyway",
    ),
}
"""Every signal that a model may claim and that changes what happens next."""
