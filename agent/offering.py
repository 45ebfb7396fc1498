"""By which words may a visitor choose an answer with a click? By those that are surely read as it.
PURE.
"""

from collections import OrderedDict
from collections.abc import Mapping
from datetime import UTC, datetime

from agent.messages import Message
from agent.plain.plain_reader import read_plainly
from agent.reading import Page
from qualification.answers import AnswerSheet
from qualification.script import ChoiceQuestion, Criterion, Script, YesNoQuestion
from qualification.values import Choice, Language

MOST_CHOICES = 6
"""So many buttons can be looked over; with more one had better write."""
YES_OR_NO: Mapping[Language, tuple[str, ...]] = {"es": ("Sí", "No"), "en": ("Yes", "No")}
_ANY_TIME = datetime(2026, 1, 1, tzinfo=UTC)
_MOST_KNOWN = 500
_known: OrderedDict[tuple[int, str, Language], tuple[Script, tuple[str, ...]]] = OrderedDict()
"""What was found out, with the script itself: while it is here, nothing else has its id."""


def offer(script: Script, question: Criterion, language: Language) -> tuple[str, ...]:
    """The words for each of its answers; none where one of them has no words of its own, or there
    are more than can be looked over.
    """
    match question:
        case ChoiceQuestion() if len(question.options) <= MOST_CHOICES:
            key = id(script), question.key, language
            if key not in _known:
                _known[key] = script, _phrases(script, question, language)
                if len(_known) > _MOST_KNOWN:
                    _known.popitem(last=False)
            return _known[key][1]
        case YesNoQuestion():
            return YES_OR_NO[language]
        case _:
            return ()


def _phrases(script: Script, question: ChoiceQuestion, language: Language) -> tuple[str, ...]:
    found = []
    for key, option in question.options.items():
        said = option.says[language] if language in script.languages else ()
        phrase = next((one for one in said if _is_read(script, question, language, one, key)), None)
        if phrase is None:
            return ()
        found.append(phrase)
    return tuple(found)


def _is_read(
    script: Script, question: ChoiceQuestion, language: Language, phrase: str, option: str
) -> bool:
    """Whether it is this answer, and says nothing beside it."""
    message = Message("choice", 1, "prospect", phrase, _ANY_TIME)
    page = Page(
        script=script,
        sheet=AnswerSheet(),
        language=language,
        asked=question.key,
        expected=(question.key,),
        unread=(message,),
        transcript=(),
        now=_ANY_TIME,
    )
    read = read_plainly(page)
    values = [one.value for one in read.answers if one.key == question.key]
    return values == [Choice(option)] and not read.signals
