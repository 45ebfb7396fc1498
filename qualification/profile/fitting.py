"""Does a profile meet a line of the score? Contact data are judged as the sheet has them, the rest
as the profile does.
"""

from datetime import date

from qualification.answers import AnswerSheet
from qualification.conditions import AnyCondition, ChoiceCondition, NumberCondition, Terms, holds
from qualification.normalise.text import fold
from qualification.profile.gathering import SAID, profile_of
from qualification.profile.profile import Profile
from qualification.profile.sizes import read_size
from qualification.score_plan import ProfileLine, ScoredField
from qualification.script import Script
from qualification.values import CONTACT_KINDS, Contact, Text


def fits_profile(script: Script, line: ProfileLine, sheet: AnswerSheet) -> bool:
    """Whether all conditions of a line are met; what is not known is no text."""
    inferred = not line.when.keys() <= set(CONTACT_KINDS)
    profile = profile_of(script, sheet) if inferred else {}
    return all(
        _meets(condition, _known(field, sheet, profile, confirmed=line.confirmed))
        for field, condition in line.when.items()
    )


def _known(field: ScoredField, sheet: AnswerSheet, profile: Profile, *, confirmed: bool) -> str:
    if field in CONTACT_KINDS:
        answer = sheet.answers.get(field)
        counts = answer is not None and (answer.source in SAID or not confirmed)
        value = answer.value if answer is not None and counts else None
        return value.value if isinstance(value, Contact) else ""
    entry = profile.get(field)
    if entry is None or (confirmed and not entry.best.confirmed):
        return ""
    return entry.best.value


def _meets(condition: AnyCondition, text: str) -> bool:
    match condition:
        case ChoiceCondition(any_of=options):
            return fold(text) in {fold(one) for one in options}
        case NumberCondition():
            size = read_size(text)
            return size is not None and holds(condition, size, date.min, Terms()) is True
        case _:
            return holds(condition, Text(text), date.min, Terms()) is True
