"""What if the model finds nothing at all? Then the plain reader looks for what cannot be mistaken.
PURE.

Small models overlook things. A reading that holds nothing would be answered with "I didn't get
that", so the plain reading takes its place: all that it found in the script's own words. Free text
that none of those words show to be an answer is left alone: that is for the model to say.
"""

from dataclasses import replace

from agent.evidence.plausible import DECISIVE, UNMISSABLE, is_of_others, speaks_of_others
from agent.evidence.quoting import Quoted, find_quote
from agent.evidence.setting import in_setting
from agent.evidence.worth import Unfounded, Unsure
from agent.plain.plain_reader import read_plainly
from agent.reading import Page, ReadAnswer, Reading
from agent.sentences import sentences_of
from qualification.answers import Evidence
from qualification.normalise import find_phrase, fold
from qualification.signals import Signal
from qualification.values import Text


def look_again(page: Page, reading: Reading) -> Reading:
    """The reading, or where it holds nothing the plain one, with what was said and dropped."""
    if not reading.blank:
        return reading
    plain = read_plainly(page)
    plain = replace(
        plain,
        answers=tuple(one for one in plain.answers if _stands(page, one)),
        declines=tuple(one for one in plain.declines if _is_own(page, one.evidence)),
        signals=frozenset(one for one in plain.signals if _is_meant(page, one)),
    )
    if plain.blank:
        return reading
    return replace(plain, bridge=reading.bridge, asks=reading.asks, dropped=reading.dropped)


def _is_meant(page: Page, signal: Signal) -> bool:
    """Whether any sentence may mean a signal of the prospect and us, and not of their customers."""
    if signal not in DECISIVE or signal in UNMISSABLE:
        return True
    return any(
        not is_of_others(signal, Quoted(message, one.start, one.end))
        for message in page.unread
        for one in sentences_of(message.text, fold(message.text))
    )


def _is_own(page: Page, evidence: Evidence) -> bool:
    """Whether words are not about third persons: their staff's unwillingness is no refusal."""
    quoted = find_quote(page.unread, evidence.quote)
    return quoted is None or not speaks_of_others(quoted)


def _stands(page: Page, answer: ReadAnswer) -> bool:
    """Whether an answer is shown to be one, and its clause makes it somebody's own: what was not
    taken from the model is not taken from the plain reader either.
    """
    quoted = find_quote(page.unread, answer.evidence.quote)
    if quoted is None or not _shown(page, answer):
        return False
    return not isinstance(in_setting(page, answer.key, quoted, answer.value), Unfounded | Unsure)


def _shown(page: Page, answer: ReadAnswer) -> bool:
    """Whether words of the script show that this is an answer; a typed value shows it itself."""
    if not isinstance(answer.value, Text):
        return True
    criterion = page.script.criterion(answer.key)
    says = criterion.says if criterion is not None else None
    quote = fold(answer.evidence.quote)
    phrases = (phrase for listed in (says or {}).values() for phrase in listed)
    return any(find_phrase(quote, phrase) is not None for phrase in phrases)
