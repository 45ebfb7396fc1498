"""Which answers need not be asked for, because the profile tells them? Those that the script names
in `prefill`, and only until the prospect says something else.
"""

from qualification.answers import Answer, AnswerSheet
from qualification.findings import ProfileField
from qualification.normalise.text import fold
from qualification.profile.gathering import profile_of
from qualification.profile.profile import Entry
from qualification.profile.sizes import read_size
from qualification.script import (
    ChoiceQuestion,
    Criterion,
    NumberQuestion,
    Script,
    TextQuestion,
)
from qualification.values import Choice, Contact, Text, Value


def prefill(script: Script, sheet: AnswerSheet) -> AnswerSheet:
    """The sheet with what its profile tells; an inference whose ground is gone goes with it."""
    if not script.prefill:
        return sheet
    profile = profile_of(script, sheet)
    for field in script.prefill:
        known = sheet.answers.get(field)
        if sheet.stated(field) is not None or field in sheet.declined:
            continue
        entry = profile.get(field)
        value = None if entry is None else _value(script, field, entry)
        if entry is not None and value is not None:
            if known is None or known.value != value:
                answer = Answer(field, value, entry.best.at, None, "inferred")
                sheet = sheet.with_answer(answer)
        elif known is not None:
            sheet = sheet.without_answer(field)
    return sheet


def _value(script: Script, field: ProfileField, entry: Entry) -> Value | None:
    text = entry.best.value
    if field == "company" or field == "job_title":
        return Contact(field, text)
    criterion = script.criterion(field)
    return None if criterion is None else as_answer(criterion, text)


def as_answer(criterion: Criterion, text: str) -> Value | None:
    """A datum as the answer to a question; None where it is none of its answers."""
    match criterion:
        case NumberQuestion():
            return read_size(text)
        case ChoiceQuestion(options=options):
            wanted = fold(text)
            for key, option in options.items():
                names = {key, key.replace("_", " ")}.union(*option.says.values())
                if wanted in {fold(one) for one in names}:
                    return Choice(key)
            return None
        case TextQuestion():
            return Text(text)
        case _:
            return None
