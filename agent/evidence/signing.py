"""Which data of theirs stand in the signature of a message? PURE, for both readers: a signature is
form, not meaning.
"""

from collections.abc import Sequence
from dataclasses import replace

from agent.hostile.masking import own_part
from agent.messages import Message
from agent.moves import Dialogue
from agent.reading import ReadAnswer, Reading
from qualification.answers import Evidence
from qualification.normalise.text import fold
from qualification.profile.signatures import Signature, read_signature
from qualification.values import CONTACT_KINDS, Contact


def with_signature(dialogue: Dialogue, unread: Sequence[Message], reading: Reading) -> Reading:
    """The reading with what the newest signature tells and nothing else does: who has given a name
    is not called otherwise by it.
    """
    language = reading.language or dialogue.language
    for message in reversed(unread):
        signature = read_signature(own_part(message.text), language)
        if signature is None or not _is_theirs(dialogue, reading, signature):
            continue
        told = {one.key for one in reading.answers}
        told |= {one.key for one in reading.declines} | {one.key for one in reading.doubts}
        new = tuple(
            ReadAnswer(one.kind, one, Evidence(message.id, message.text[one.span[0] : one.span[1]]))
            for one in signature.contacts
            if one.kind not in told and dialogue.sheet.stated(one.kind) is None
        )
        return replace(reading, answers=(*reading.answers, *new))
    return reading


def _is_theirs(dialogue: Dialogue, reading: Reading, signature: Signature) -> bool:
    """Whether they sign: "who decides?" may be answered with somebody else's card."""
    if not signature.marked and dialogue.asked not in CONTACT_KINDS:
        return False
    known = dialogue.sheet.stated("name") or next(
        (one for one in reading.answers if one.key == "name"), None
    )
    if known is None or not isinstance(known.value, Contact):
        return True
    signed = set(fold(signature.name.value).split())
    return not signed.isdisjoint(fold(known.value.value).split())
