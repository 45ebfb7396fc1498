"""What can a message mean besides an answer?"""

from enum import StrEnum


class Signal(StrEnum):
    """What the prospect does with a message: the reader finds them, the dialogue acts on them."""

    QUESTION = "question"
    WANTS_HUMAN = "wants_human"
    WANTS_DEMO = "wants_demo"
    OPT_OUT = "opt_out"
    MAY_OPT_OUT = "may_opt_out"
    """Words of ending and of writing that are no clear stop: they are told how to stop us."""
    OPT_IN = "opt_in"
    NOT_INTERESTED = "not_interested"
    LATER = "later"
    SUPPORT = "support"
    REFUSES = "refuses"
    DOES_NOT_KNOW = "does_not_know"
    CORRECTS = "corrects"
    WHY = "why"
    REPEAT = "repeat"
    ABUSIVE = "abusive"
    WRONG_PERSON = "wrong_person"
    IS_BOT_QUESTION = "is_bot_question"
    LANGUAGE_SWITCH = "language_switch"
    PLEASANTRY = "pleasantry"
    HELP = "help"
    """HELP, INFO or AYUDA and nothing else: who we are, how to reach a person, how to stop us."""
    SMALL_TALK = "small_talk"
    """Asks something personal of who answers: the name, the age, where they live."""


LASTING = frozenset(
    {
        Signal.WANTS_HUMAN,
        Signal.WANTS_DEMO,
        Signal.OPT_OUT,
        Signal.NOT_INTERESTED,
        Signal.LATER,
        Signal.SUPPORT,
        Signal.WRONG_PERSON,
    }
)
"""Those that say something about the lead and not only about one message; a script's rules may name
them.
"""
