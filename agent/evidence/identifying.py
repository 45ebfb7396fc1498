"""Which datum that identifies somebody do their words hold? The normaliser's, or words of theirs
that the model points at and that look like one. PURE.
"""

from agent.cues import words
from agent.cues.table import phrases
from agent.evidence.employing import is_their_company
from agent.evidence.worth import Unfounded, Unsure, Worth, answers_nothing, says_nothing
from agent.reading import Page
from qualification.normalise import find_phrase, fold, read_contact
from qualification.values import Contact, ContactKind, Language

_PARTICLES = frozenset({"de", "del", "la", "las", "los", "y", "van", "von", "da", "di"})
"""Written small within a name."""
_SHORTEST_PHONE = 5
_POSITION = frozenset(
    phrases(
        """
        soy, trabajo, puesto, cargo, llevo, dirijo, responsable, encargado, encargada, i, im, am,
        role, position, title, job, work, as, run, head, lead, manage, manager
        """
    )
)
"""Without one of these words near it, no position was meant that nobody asked about."""


def identify(page: Page, language: Language, kind: ContactKind, quote: str, claimed: str) -> Worth:
    region = page.script.contact.region
    read = read_contact(quote, language, asked=kind, region=region)
    found = next((one for one in read if one.kind == kind), None)
    match kind:
        case "email":
            lack = Unsure("invalid") if "@" in quote else Unfounded("no e-mail address")
            return found or lack
        case "phone":
            digits = sum(character.isdigit() for character in quote)
            enough = digits >= _SHORTEST_PHONE
            return found or (Unsure("invalid") if enough else Unfounded("no phone number"))
        case "name" | "company" | "job_title":
            bare = kind == "company" and page.asked != kind
            said = (_among(kind, quote, claimed) if bare else None) or found
            said = said or _among(kind, quote, claimed)
            if said is None:
                return Unfounded("the value is not among the words")
            if not _is_meant(page, language, said, read_as_one=found is not None):
                return Unfounded("nothing shows that it is one")
            return said


def _is_meant(page: Page, language: Language, said: Contact, *, read_as_one: bool) -> bool:
    """Whether words are the datum: led in as one, or written like one in answer to the question."""
    if page.asked == said.kind:
        return read_as_one or (_is_written(said.value) and not answers_nothing(said.value))
    if said.kind == "name":
        return _is_a_name(page, language, said)
    if said.kind == "company":
        return any(is_their_company(one.text, language, said.value) for one in page.unread)
    spoken = {word for one in page.unread for word in words(fold(one.text)).split()}
    return not spoken.isdisjoint(_POSITION)


def _among(kind: ContactKind, quote: str, claimed: str) -> Contact | None:
    """The claimed words as they stand in the quote."""
    span = find_phrase(fold(quote), claimed)
    if span is None or says_nothing(claimed):
        return None
    return Contact(kind, quote[span[0] : span[1]], span)


def _is_a_name(page: Page, language: Language, name: Contact) -> bool:
    """Led in as one, or written like one beside an address: it was not asked for."""
    written = _is_written(name.value)
    if written and any("@" in one.text and name.value in one.text for one in page.unread):
        return True
    region = page.script.contact.region
    for message in page.unread:
        read = read_contact(message.text, language, region=region)
        if any(one.kind == "name" and _same_name(one.value, name.value) for one in read):
            return True
        if written and name.value in message.text and any(one.kind == "phone" for one in read):
            return True
    return False


def _is_written(name: str) -> bool:
    """With capitals, but for the small words within."""
    return all(word[0].isupper() for word in name.split() if word not in _PARTICLES)


def _same_name(one: str, other: str) -> bool:
    """Whether one is the other, or a part of it."""
    return bool(find_phrase(fold(one), other) or find_phrase(fold(other), one))
