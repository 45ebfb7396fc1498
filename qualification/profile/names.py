"""Which part of a name is the first name, which the surname? CRMs keep them apart.

Spanish names end in two surnames ("Ana Ruiz Gil", "José Luis de la Torre Sanz"), English ones in
one ("Mary Ann Smith"); first names of two words are known by both being first names.
"""

from functools import lru_cache
from typing import NamedTuple

from qualification.normalise.names import FIRST, SMALL, TITLED
from qualification.normalise.text import fold, word_set
from qualification.values import Language

MOST_FIRST = 3
TWO_AND_TWO = 4
"""So many words are two first names and two surnames, though none of them is known."""
SURNAMES = word_set("""
    garcia rodriguez gonzalez fernandez lopez martinez sanchez perez gomez martin jimenez hernandez
    ruiz diaz moreno muñoz alvarez romero gutierrez alonso navarro torres dominguez ramos vazquez
    ramirez gil serrano morales molina blanco suarez castro ortega delgado ortiz marin rubio nuñez
    medina sanz castillo iglesias cortes garrido santos guerrero lozano cano cruz mendez flores
    prieto herrera peña leon marquez cabrera gallego calvo vidal campos reyes vega fuentes carrasco
    diez caballero aguilar nieto santana vargas herrero montero hidalgo gimenez duran benitez
    arias pascual vicente santiago lorenzo soto benito ibañez pastor
    """)
"""The most frequent in Spain (INE, Estadística de apellidos), those among them that are first names
too: "Martín" after a first name is a surname.
"""
DEVOTIONS = word_set(
    "carmen pilar mar rosario angeles dolores mercedes sagrario rocio luz cruz nieves jesus"
)
""" "María del Carmen", "María de los Ángeles": these belong to the first name."""


class PersonName(NamedTuple):
    """A name in its two parts; the surname is empty where only a first name is known."""

    first: str
    last: str


@lru_cache(maxsize=1024)
def split_name(name: str, language: Language | None = None) -> PersonName:
    """The parts of a name. `language`: the one its owner speaks, where the name does not tell."""
    last, comma, first = name.partition(",")
    if comma and first.strip() and last.strip():  # "Ruiz Gil, Ana"
        return PersonName(" ".join(first.split()), " ".join(last.split()))
    words = [one for one in name.replace(",", " ").split() if one]
    while len(words) > 1 and fold(words[0]).rstrip(".") in TITLED:
        words.pop(0)
    folded = [fold(one) for one in words]
    size = _first_names(folded)
    if len(folded) == 2 and language != "en" and _is_double(folded):
        size = 2
    own = [one for one in folded if one not in SMALL]
    if size == 1 and len(own) > 2:
        size = _by_habit(folded, own, language)
    return PersonName(" ".join(words[:size]), " ".join(words[size:]))


def _first_names(folded: list[str]) -> int:
    """How many words from the left are known first names; one at least, and never the last."""
    size = min(1, len(folded))
    while 0 < size < min(MOST_FIRST, len(folded) - 1):
        word = folded[size]
        if word in SMALL and (after := _devotion(folded, size)):
            return after if after < len(folded) else len(folded)
        if word not in FIRST or word in SURNAMES:
            break
        size += 1
    return size


def _is_double(folded: list[str]) -> bool:
    """ "Juan Carlos", "María José": two first names, and no surname was given."""
    return FIRST.issuperset(folded) and folded[1] not in SURNAMES


def _devotion(folded: list[str], index: int) -> int:
    """The index after "del Carmen" or "de los Ángeles"; 0 where a surname begins."""
    while index < len(folded) and folded[index] in SMALL:
        index += 1
    named = index < len(folded) and folded[index] in DEVOTIONS
    return index + 1 if named and folded[0].startswith("mari") else 0


def _by_habit(folded: list[str], own: list[str], language: Language | None) -> int:
    """How many words the first name has, in a name of three or more that begins with one."""
    spanish = language != "en" or any(_is_spanish(one) for one in own[1:])
    if not spanish:
        last = len(folded) - 1
        while last > 1 and folded[last - 1] in SMALL:
            last -= 1
        return last
    plain = len(own) == len(folded)
    return 2 if plain and len(own) == TWO_AND_TWO and not _is_spanish(own[1]) else 1


def _is_spanish(word: str) -> bool:
    return word in SURNAMES or word.endswith("ez")
