"""Whose company is it that a message names?"""

import pytest

from agent.evidence.employing import is_their_company
from agent.evidence.identifying import identify
from agent.evidence.worth import Unfounded
from qualification.normalise import detect_language
from qualification.values import Contact
from tests.agent.pages import make_page

OURS = """
at Globex we have 40 people :: Globex
we at Initech lose leads every day :: Initech
I'm with Hooli :: Hooli
I run sales at Vandelay :: Vandelay
I'm the CEO of Stark Industries :: Stark Industries
Sterling Cooper here, we need a CRM :: Sterling Cooper
Oceanic needs this by June :: Oceanic
head of sales at Wernham Hogg :: Wernham Hogg
writing on behalf of Nakatomi :: Nakatomi
aquí en Mecanizados Ruiz lo llevamos en papel :: Mecanizados Ruiz
soy la gerente de Talleres Soler :: Talleres Soler
soy Elena, de Pinturas Roca :: Pinturas Roca
en Lumon llevamos los clientes a mano :: Lumon
llevo las compras de Oceánica :: Oceánica
nosotros en Ibertex usamos excel :: Ibertex
represento a Aceros Luna :: Aceros Luna
nuestra empresa, Lumen, vende lámparas :: Lumen
"""
THEIRS = """
at Salesforce they told me it costs double :: Salesforce
I used to work at Globex :: Globex
my brother works at Initech :: Initech
we buy from Soylent :: Soylent
someone from Massive Dynamic called me :: Massive Dynamic
do you work with Nakatomi? :: Nakatomi
our biggest customer is Walmart :: Walmart
I'm from Manchester :: Manchester
we're moving from Pied Piper :: Pied Piper
we're at London Bridge :: London Bridge
en Navidad somos 40 :: Navidad
en Indra me dijeron que costaba el doble :: Indra
mi hermano trabaja en Ibertex :: Ibertex
nuestro mayor cliente es Mercadona :: Mercadona
la gestoría es de Garrigues :: Garrigues
estuve en Grupo Alfa hasta mayo :: Grupo Alfa
dejé Oceánica el año pasado :: Oceánica
Globex is a nice name :: Globex
"""


def pairs(text: str) -> list[tuple[str, str]]:
    split = (line.partition(" :: ") for line in text.strip().splitlines())
    return [(said, company) for said, _, company in split]


@pytest.mark.parametrize(("text", "company"), pairs(OURS))
def test_a_company_that_the_words_give_as_theirs_is_theirs(text: str, company: str) -> None:
    language = detect_language(text) or "es"
    page = make_page(text, asked="need", language=language)
    found = identify(page, language, "company", text, company)
    assert isinstance(found, Contact)
    assert (found.kind, found.value) == ("company", company)


@pytest.mark.parametrize(("text", "company"), pairs(THEIRS))
def test_one_of_others_or_no_company_at_all_is_not(text: str, company: str) -> None:
    language = detect_language(text) or "es"
    page = make_page(text, asked="need", language=language)
    assert isinstance(identify(page, language, "company", text, company), Unfounded)


def test_one_that_is_not_in_the_message_is_not_theirs() -> None:
    assert not is_their_company("we at Initech lose leads", "en", "Globex")


def test_one_word_that_was_asked_for_needs_no_more() -> None:
    page = make_page("Globex", asked="company", language="en")
    assert isinstance(identify(page, "en", "company", "Globex", "Globex"), Contact)
