"""What is written into a CRM's note? The brief, or what the record says; and whose note it is.

The last line names the hand-over: by it a note is found again when nobody knows whether it arrived.
"""

from collections.abc import Iterator, Mapping
from html import escape

from delivery.lead import Lead
from qualification.brief.private import is_private
from qualification.brief.rendering import as_text
from qualification.brief.rendering_html import ZOHO_NOTE, as_note
from qualification.brief.sections import Section, one_line, text_of
from qualification.values import Language

WORDS: Mapping[Language, Mapping[str, str]] = {
    "es": {
        "title": "Cliente potencial de Banter",
        "came": "Por qué te llega",
        "contact": "Contacto:",
        "said": "Lo que dijo:",
        "open": "Preguntas sin responder:",
        "next": "Siguiente paso:",
        "task": "Contactar con",
        "answer": "Responder a",
        "points": "puntos",
        "transcript": "Conversación:",
        "data": "Resumen hecho con los datos.",
        "model": "Con lo que dice un modelo, señalado como tal: sus cifras, fechas y nombres están "
        "comprobados; su sentido, no.",
        "qualified": "cualificado",
        "unqualified": "no cualificado",
        "undecided": "sin decidir",
    },
    "en": {
        "title": "Lead from Banter",
        "came": "Why it comes to you",
        "contact": "Contact:",
        "said": "What they said:",
        "open": "Questions without an answer:",
        "next": "Next step:",
        "task": "Get in touch with",
        "answer": "Answer",
        "points": "points",
        "transcript": "Conversation:",
        "data": "Summary composed from the record.",
        "model": "With what a model says, marked as such: its figures, dates and names are "
        "checked, its sense is not.",
        "qualified": "qualified",
        "unqualified": "unqualified",
        "undecided": "undecided",
    },
}


def mark(lead: Lead) -> str:
    """What our records in other systems are recognised by."""
    return f"Banter {lead.id}"


def task_mark(lead: Lead) -> str:
    """What a task's title ends with. The words before it are those of the revision that made it, so
    that a task is looked for by this alone.
    """
    return f"({mark(lead)})"


def note_text(lead: Lead, most: int | None = None) -> str:
    """Plain lines, of at most so many characters."""
    tail = "\n".join(_tail(lead))
    room = None if most is None else most - len(tail) - 2
    return f"{as_text(*told(lead), room)}\n\n{tail}"


def note_html(lead: Lead, most: int = ZOHO_NOTE) -> str:
    """The same in the little HTML that CRMs show."""
    tail = "".join(f"<p>{escape(line)}</p>" for line in _tail(lead))
    return as_note(*told(lead), most - len(tail)) + tail


def task_title(lead: Lead) -> str:
    """What the owner is to do, in one line."""
    words = WORDS[lead.sellers_language]
    what = words["answer" if lead.event == "lead.needs_person" else "task"]
    return f"{what} {one_line(lead.contact.shown)}"


def verdict(lead: Lead) -> str:
    """The verdict in one line."""
    words = WORDS[lead.sellers_language]
    outcome = words.get(lead.outcome, lead.outcome)
    return f"{outcome}, {lead.tier} ({lead.score} {words['points']})"


def told(lead: Lead) -> tuple[str, str]:
    """Headline and text: those of the brief, else what is on record. Whoever has it instead of
    somebody who is not there reads that first.
    """
    words, came = WORDS[lead.sellers_language], ""
    if lead.owner is not None and lead.owner.came:
        came = text_of([Section(words["came"], (lead.owner.came,))]) + "\n\n"
    if lead.brief is not None:
        return lead.brief.headline, came + lead.brief.text
    title = words["title"]
    return f"{title}: {lead.contact.shown}, {verdict(lead)}", came + "\n".join(_record(lead))


def authorship(lead: Lead) -> str:
    """Who wrote what is read first; empty where nobody noted it."""
    by = lead.brief.by if lead.brief is not None else None
    return "" if by is None else WORDS[lead.sellers_language][by]


def _tail(lead: Lead) -> tuple[str, ...]:
    """Never cut off: by the last line the note is found again."""
    transcript = f"{WORDS[lead.sellers_language]['transcript']} {lead.links.lead}"
    return tuple(one for one in (authorship(lead), transcript, mark(lead)) if one)


def _record(lead: Lead) -> Iterator[str]:
    words, contact = WORDS[lead.sellers_language], lead.contact
    yield words["contact"]
    known = (contact.name, contact.job_title, lead.company, contact.email, contact.phone)
    yield from (f"- {one}" for one in known if one)
    answered = [one for one in lead.criteria if one.quote and not is_private(one.quote)]
    if answered:
        yield words["said"]
        yield from (f"- {one.key} ({one.state}): “{one.quote}”" for one in answered)
    asked = [one for one in lead.open_questions if not is_private(one)]
    if asked:
        yield words["open"]
        yield from (f"- {one}" for one in asked)
    if lead.next_step:
        yield words["next"]
        yield f"- {lead.next_step}"
