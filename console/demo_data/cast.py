"""Who comes, when, from where, and with what character? Drawn by a seed; nobody of them exists.

Their domains end in `.example` (RFC 2606) and their numbers are those that are kept for films: 555
01xx in North America (NANPA), 07700 900xxx in Great Britain (Ofcom).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from typing import TypeVar

from agent.messages import Channel
from agent.simulation.personas.cast import CAST, Persona
from agent.simulation.personas.table import Words
from agent.simulation.simulation import WORDS
from qualification.values import Contact, Language

Kind = TypeVar("Kind")

DAYS = 90
SCRIPTS: Mapping[str, float] = {"crm-suite": 0.86, "curso-datos": 0.14}
CHANNELS: Mapping[Channel, float] = {"chat": 0.62, "whatsapp": 0.26, "sms": 0.12}
LANGUAGES: Mapping[Language, float] = {"es": 0.6, "en": 0.4}
SOURCES: Mapping[str, Mapping[str, float]] = {
    "good": {"/pricing": 0.4, "partner": 0.22, "webinar": 0.18, "/": 0.15, "newsletter": 0.05},
    "mixed": {"/pricing": 0.2, "partner": 0.08, "webinar": 0.17, "/": 0.35, "ads": 0.2},
    "poor": {"/pricing": 0.08, "webinar": 0.12, "/": 0.3, "ads": 0.5},
}
"""Where they come from: not all of them come for the same."""
CHARACTERS: Mapping[str, float] = {
    "decisive buyer": 9,
    "answers several at once": 9,
    "demo seeker": 5,
    "vanishes and returns": 4,
    "busy": 4,
    "talkative": 7,
    "corrector": 6,
    "full of questions": 7,
    "sloppy speller": 7,
    "polyglot": 2,
    "secretive": 6,
    "wants a person": 3,
    "tyre-kicker": 13,
    "loses interest": 8,
    "student": 6,
    "seller": 4,
    "customer with a problem": 4,
    "opts out": 2,
    "wrong number": 1,
    "hostile": 1,
}
LEAVES = 0.4
"""So many say no more after a few messages."""
HOURS = (1, 1, 0, 0, 0, 0, 1, 3, 6, 9, 11, 10, 8, 7, 8, 9, 9, 9, 10, 11, 12, 10, 6, 3)
"""How busy the hours of a day are (UTC): the evenings are when nobody of ours is there."""
OURS: Mapping[Channel, str] = {"whatsapp": "+12125550100", "sms": "+12125550101"}
_AREAS = (305, 212, 787, 915, 619, 210, 213, 786, 512, 713)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_FIRST: Mapping[Language, tuple[str, ...]] = {
    "es": _words(
        "Lucía Mateo Sofía Hugo Martina Pablo Carmen Iván Elena Jorge Noelia Raúl Irene Óscar "
        "Beatriz Adrián Silvia Tomás Rocío Andrés Pilar Gonzalo Nuria Emilio"
    ),
    "en": _words(
        "Hannah Oliver Priya Declan Zoe Marcus Imogen Theo Aisha Callum Freya Rohan Megan Elliot "
        "Tara Dominic Naomi Gareth Lydia Kofi Esther Rory Anjali Miles"
    ),
}
_LAST: Mapping[Language, tuple[str, ...]] = {
    "es": _words(
        "Vidal Herrera Campos Iglesias Cano Prieto Lozano Rubio Molina Serrano Aguilar Bravo Pardo "
        "Nieto Crespo Santos Marín Vega Soto Calvo"
    ),
    "en": _words(
        "Whitfield Okafor Brennan Lindqvist Marsh Delgado Pryce Hartley Mensah Doyle Kapoor Sutton "
        "Ellis Fraser Novak Bailey Osborne Chandra Reid Lowe"
    ),
}
_FIRMS: Mapping[Language, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "es": (
        ("Talleres", "Grupo", "Clínica", "Bodegas", "Logística", "Óptica", "Muebles", "Estudio"),
        (
            "Levante",
            "Alameda",
            "Ribera",
            "Norte",
            "Castilla",
            "Miramar",
            "Aurora",
            "Montes",
            "Duero",
            "Sierra",
            "Poniente",
            "Alcázar",
        ),
    ),
    "en": (
        (
            "Harrow",
            "Bluefin",
            "Kestrel",
            "Oakley",
            "Nimbus",
            "Fairlead",
            "Thornbury",
            "Copper Lane",
        ),
        (
            "Tools",
            "Foods",
            "Labs",
            "Print",
            "Freight",
            "Dental",
            "Interiors",
            "Travel",
            "Media",
            "Systems",
            "Gardens",
            "Partners",
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who is going to write."""

    number: int
    persona: Persona
    language: Language
    words: Mapping[Language, Words]
    script: str
    channel: Channel
    address: str
    source: str
    at: datetime
    phone: Contact
    rng: Random


def newcomers(seed: int, count: int, until: datetime, scripts: Sequence[str]) -> Iterator[Newcomer]:
    """So many, oldest first; of the scripts that are published. The last comes two hours ago."""
    rng = Random(f"demo:{seed}")  # noqa: S311 - people who are made up, no secret
    known = {key: share for key, share in SCRIPTS.items() if key in scripts}
    moments = sorted(_moment(rng, until) for _ in range(count if known else 0))
    for number, at in enumerate(moments):
        yield _newcomer(seed, number, at, known)


def _moment(rng: Random, until: datetime) -> datetime:
    """More of them lately than three months ago, on weekdays, and while people are awake."""
    while True:
        back = (DAYS - 1) * (1 - rng.betavariate(1.25, 1))
        day = (until - timedelta(days=back)).replace(minute=0, second=0, microsecond=0)
        hour = rng.choices(range(24), HOURS)[0]
        at = day.replace(hour=hour) + timedelta(seconds=rng.randrange(3600))
        if at > until - timedelta(hours=2) or (at.weekday() > 4 and rng.random() < 0.55):
            continue
        return at


def _newcomer(seed: int, number: int, at: datetime, scripts: Mapping[str, float]) -> Newcomer:
    rng = Random(f"demo:{seed}:{number}")  # noqa: S311
    language = _drawn(rng, LANGUAGES)
    name = _drawn(rng, CHARACTERS)
    persona = next(one for one in CAST if one.name == name)
    if rng.random() < LEAVES:
        persona = replace(persona, leaves_after=rng.choice((1, 2, 2, 3, 4)))
    channel = _drawn(rng, CHANNELS)
    phone = _phone(language, number)
    return Newcomer(
        number=number,
        persona=persona,
        language=language,
        words={one: _named(words, number, rng) for one, words in WORDS.items()},
        script=_drawn(rng, scripts),
        channel=channel,
        address=phone if channel in OURS else f"demo-{seed}-{number}",
        source=_drawn(rng, SOURCES[persona.bent]),
        at=at,
        phone=Contact("phone", phone),
        rng=rng,
    )


def _named(words: Words, number: int, rng: Random) -> Words:
    """The simulator's words, with a name and a company that nobody has."""
    language = words.language
    first, second = _FIRMS[language]
    firm = f"{rng.choice(first)} {rng.choice(second)}"
    domain = f"{_plain(firm)}{number}.example"
    people = replace(
        words.people,
        first_names=(rng.choice(_FIRST[language]),),
        last_names=(rng.choice(_LAST[language]),),
        companies=(firm,),
        domains=(domain,),
    )
    return replace(words, people=people)


def _phone(language: Language, number: int) -> str:
    if language == "en":
        return f"+447700900{number % 1000:03d}"
    return f"+1{_AREAS[number // 100 % len(_AREAS)]}55501{number % 100:02d}"


def _plain(name: str) -> str:
    return "".join(_ASCII.get(letter, letter) for letter in name.lower() if letter != " ")


_ASCII = dict(zip("áéíóúüñ", "aeiouun", strict=True))


def _drawn(rng: Random, odds: Mapping[Kind, float]) -> Kind:
    return rng.choices(list(odds), list(odds.values()))[0]
