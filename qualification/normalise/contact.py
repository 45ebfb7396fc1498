"""Who is this and how can they be reached? E-mail, telephone, name, company and job title."""

from qualification.normalise.email import emails
from qualification.normalise.people import Introductions
from qualification.normalise.phone import phones
from qualification.normalise.text import fold, tokenise
from qualification.values import Contact, ContactKind, Language


def read_contact(
    text: str, language: Language, *, asked: ContactKind | None = None, region: str = "ES"
) -> tuple[Contact, ...]:
    """The contact data said in a text; `asked` lets a bare answer be a name, a company or a title.

    `region` is the country whose numbers may be written without their prefix.
    """
    tokens = tokenise(fold(text))
    found = [
        *emails(text, tokens, language),
        *phones(text, tokens, region, language, asked=asked == "phone"),
    ]
    if not (found and asked in ("email", "phone")):
        spans = [contact.span for contact in found]
        left = [t for t in tokens if not any(start <= t.start < end for start, end in spans)]
        found += Introductions(text, left, with_address=bool(found)).said(asked)
    return tuple(sorted(set(found), key=lambda contact: contact.span))
