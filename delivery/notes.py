"""What is written into a CRM's note? The brief, or what the record says; and whose note it is.

The last line names the hand-over: by it a note is found again when nobody knows whether it arrived.
"""

from collections.abc import Iterator, Mapping
from html import escape

from delivery.lead import Lead
from qualification.values import Language

WORDS: Mapping[Language, Mapping[str, str]] = {
    "es": {
        "title": "Cliente potencial de Banter",
        "contact": "Contacto:",
        "verdict": "Veredicto:",
        "said": "Lo que dijo:",
        "open": "Preguntas sin responder:",
        "next": "Siguiente paso:",
        "task": "Contactar con",
        "answer": "Responder a",
        "points": "puntos",
        "transcript": "Conversación:",
        "qualified": "cualificado",
        "unqualified": "no cualificado",
        "undecided": "sin decidir",
    },
    "en": {
        "title": "Lead from Banter",
        "contact": "Contact:",
        "verdict": "Verdict:",
        "said": "What they said:",
        "open": "Questions without an answer:",
        "next": "Next step:",
        "task": "Get in touch with",
        "answer": "Answer",
        "points": "points",
        "transcript": "Conversation:",
        "qualified": "qualified",
        "unqualified": "unqualified",
        "undecided": "undecided",
    },
}


def mark(lead: Lead) -> str:
    """What our records in other systems are recognised by."""
    return f"Banter {lead.id}"


def note_text(lead: Lead) -> str:
    """Plain lines: headings end with a colon, points begin with "- "."""
    words = WORDS[lead.sellers_language]
    lines = [lead.brief.headline, "", lead.brief.text] if lead.brief else list(_record(lead))
    return "\n".join([*lines, "", f"{words['transcript']} {lead.links.lead}", mark(lead)])


def note_html(lead: Lead) -> str:
    """The same in the little HTML that CRMs show."""
    parts, points = [], False
    for line in note_text(lead).splitlines():
        if line.startswith("- "):
            parts.append(("" if points else "<ul>") + f"<li>{escape(line[2:])}</li>")
        else:
            said = escape(line)
            shown = f"<strong>{said}</strong>" if line.endswith(":") else said
            parts.append(("</ul>" if points else "") + f"<p>{shown}</p>" * bool(line))
        points = line.startswith("- ")
    return "".join(parts) + "</ul>" * points


def task_title(lead: Lead) -> str:
    """What the owner is to do, in one line."""
    words = WORDS[lead.sellers_language]
    what = words["answer" if lead.event == "lead.needs_person" else "task"]
    return f"{what} {lead.contact.shown}"


def verdict(lead: Lead) -> str:
    """The verdict in one line."""
    words = WORDS[lead.sellers_language]
    outcome = words.get(lead.outcome, lead.outcome)
    return f"{outcome}, {lead.tier} ({lead.score} {words['points']})"


def _record(lead: Lead) -> Iterator[str]:
    words, contact = WORDS[lead.sellers_language], lead.contact
    yield f"{words['title']}: {contact.shown}"
    yield f"{words['verdict']} {verdict(lead)}"
    yield words["contact"]
    known = (contact.name, contact.job_title, lead.company, contact.email, contact.phone)
    yield from (f"- {one}" for one in known if one)
    answered = [one for one in lead.criteria if one.quote]
    if answered:
        yield words["said"]
        yield from (f"- {one.key} ({one.state}): “{one.quote}”" for one in answered)
    if lead.open_questions:
        yield words["open"]
        yield from (f"- {one}" for one in lead.open_questions)
    if lead.next_step:
        yield words["next"]
        yield f"- {lead.next_step}"
