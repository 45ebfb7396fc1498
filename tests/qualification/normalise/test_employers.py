"""A company that a sentence names as one's own is read; a place, a tool or another's is not."""

import pytest

from qualification.normalise import read_contact
from qualification.normalise.employers import is_known_otherwise
from qualification.values import Contact, Language

OWN: dict[Language, str] = {
    "en": """
        at Globex we lose leads every day | Globex
        I'm Ana from Globex | Globex
        we at Globex need a CRM | Globex
        I run Globex | Globex
        I manage sales at Globex Ltd | Globex Ltd
        here at Initech, we have 40 reps | Initech
        I own Bright Bakery | Bright Bakery
        I'm the owner of Bright Bakery | Bright Bakery
        I founded Globex in 2010 | Globex
        I lead operations at Globex | Globex
        I'm responsible for purchasing at Globex | Globex
        we are Globex and we make pumps | Globex
        over at Globex we're 40 | Globex
        I'm a buyer at Globex | Globex
        I'm calling from Globex | Globex
        I'm in charge of IT at Stark Industries | Stark Industries
        my firm, Globex, sells pumps | Globex
        our company Globex sells pumps | Globex
        my shop is called Corner Books | Corner Books
        Hi, I look after marketing at Bluewater Foods, we want a CRM | Bluewater Foods
        We run Delta Motors in Leeds | Delta Motors
        I'm the CFO of Orion Group | Orion Group
        Hello, this is Tom from Delta Motors | Delta Motors
        our agency, Pixel & Co, has 12 people | Pixel & Co
        At Delta Motors our reps forget to call back | Delta Motors
        I oversee all support at Orion | Orion
        I own Pixel Studio | Pixel Studio
        here at Delta we use spreadsheets | Delta
        I've been at Orion for 3 years | Orion
        I buy for Delta Motors | Delta Motors
        I'm responsible for the fleet at Delta Motors. | Delta Motors
        My company, Delta Motors, is growing | Delta Motors
    """,
    "es": """
        trabajo en Globex | Globex
        en Globex perdemos pedidos | Globex
        soy Ana, de Globex | Globex
        soy de Globex | Globex
        llevo las ventas de Globex | Globex
        soy la directora de compras de Globex | Globex
        dirijo Globex desde 2010 | Globex
        soy el dueño de Talleres Ruiz | Talleres Ruiz
        fundé Globex en 2010 | Globex
        los de Globex necesitamos un CRM | Globex
        nosotros en Globex usamos Excel | Globex
        mi empresa, Globex, vende bombas | Globex
        nuestra empresa Globex vende bombas | Globex
        llamo de Globex | Globex
        llevo Talleres Ruiz con mi hermano | Talleres Ruiz
        soy responsable de compras en Globex | Globex
        mi tienda se llama Flores Marta | Flores Marta
        somos Globex y hacemos bombas | Globex
        trabajo para Globex | Globex
        hola, Ana de Globex | Globex
        le escribo desde Globex | Globex
        Hola, llevo el marketing en Aguas Claras | Aguas Claras
        Dirijo Motores Delta en Burgos | Motores Delta
        Soy la directora financiera de Grupo Orión | Grupo Orión
        Hola, soy Tomás de Motores Delta | Motores Delta
        nuestra agencia, Pixel SL, tiene 12 personas | Pixel SL
        En Motores Delta perdemos llamadas | Motores Delta
        Me encargo de las compras en Orión | Orión
        Regento Peluquería Marta | Peluquería Marta
        soy de Motores Delta y buscamos un CRM | Motores Delta
        los de Orión queremos cambiar | Orión
        yo compro para Motores Delta | Motores Delta
        nosotros en Orión usamos Excel | Orión
        mi negocio, Motores Delta, crece | Motores Delta
    """,
}
NOBODYS: dict[Language, str] = {
    "en": """
        I'm at home
        at the moment we use Excel
        at Christmas we sell more
        we are in Spain
        I met you at Google's event
        I saw you at Expo Madrid
        at Salesforce they charge too much
        we used to be at HubSpot
        I'm from Madrid
        I'm Ana from Madrid
        at Monday's meeting we decide
        at Easter we close
        I run Facebook ads
        I run Google Ads campaigns
        I manage Excel sheets
        I run Python scripts
        we look at HubSpot too
        we are on Excel
        at least 40 people
        at 5 pm
        at Black Friday we sell double
        I work at night
        I work from home
        I live at Baker Street
        call me at Ana's number
        we are Spanish
        we are in London
        I read about you at TechCrunch
        I studied at Harvard
        we sell at Amazon
        we sell on Amazon
        we buy from Ikea
        our clients are at Globex
        a friend at Globex told me about you
        I used to work at Globex
        my brother works at Globex
        you work at Nexo, right?
        do you work with Salesforce?
        we work with Salesforce
        I work with Excel
        I own a shop
        I own a Tesla
        we at present have none
        we run Shopify
        I own Apple shares
        I manage the Leeds office
        I manage a team of 5 in Berlin
        I sell for a living
        At Excel we fail
        Our company car is a Tesla
        my business partner Ana decides
        our company Christmas party is on Friday
        I started Monday
        I started in May
        I handle Mondays
        I lead Sales
        call me at Easter
        at Tom's we ate well
        I head to London
        I set up Zoom calls
    """,
    "es": """
        soy de Madrid
        estoy en Madrid
        en Navidad vendemos más
        en España somos 40
        en Excel lo llevamos todo
        en Enero empezamos
        trabajo en casa
        trabajo en Madrid
        trabajo en ventas
        trabajo en Excel
        les vi en Google
        les conocí en el evento de Google
        vendemos en Amazon
        compramos en Ikea
        somos de Valencia
        soy Ana, de Madrid
        dirijo un equipo
        dirijo el departamento de Marketing
        llevo el Marketing
        llevo Excel fatal
        en Salesforce nos cobran mucho
        en HubSpot estuvimos un año
        mi primo trabaja en Globex
        un amigo de Globex me habló de ustedes
        antes trabajaba en Globex
        en Semana Santa cerramos
        en Mayo decidimos
        soy el dueño de un taller
        soy la directora de Compras
        soy de letras
        en Instagram tenemos clientes
        soy fan de Apple
        soy cliente de Nexo
        venimos de HubSpot
        la competencia de Globex
        vivo en Alcobendas
        llevo Audi
        llevo a mis hijos
        abrí Instagram ayer
        los de Orión me llamaron
        en Getafe buscamos piso
        soy de Burgos
        soy de Villanueva del Pardillo
        soy de Compras
        llevo Zara en la bolsa
        mi empresa Excel lo usa poco
        mi negocio Instagram no lo tiene
        en Twitter vendemos
        gestiono Alquileres
        me encargo de Ana
        coordino con Marketing
        me ocupo de los pedidos de Amazon
        mi tienda en Bilbao
        monté Ikea ayer
    """,
}


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


def companies(said: str, language: Language) -> list[Contact]:
    return [one for one in read_contact(said, language) if one.kind == "company"]


@pytest.mark.parametrize(
    ("language", "line"), [(language, one) for language, text in OWN.items() for one in lines(text)]
)
def test_their_own_company_is_read_with_its_words(language: Language, line: str) -> None:
    said, _, named = line.partition(" | ")
    (found,) = companies(said, language)
    assert found.value == named
    assert said[slice(*found.span)] == named


@pytest.mark.parametrize(
    ("language", "said"),
    [(language, one) for language, text in NOBODYS.items() for one in lines(text)],
)
def test_what_is_no_company_of_theirs_is_left_alone(language: Language, said: str) -> None:
    assert companies(said, language) == []


def test_a_company_may_be_called_like_a_town() -> None:
    (found,) = companies("our company is called Valencia", "en")
    assert found.value == "Valencia"


def test_a_tool_is_nobodys_company_but_where_they_say_that_they_are_called_so() -> None:
    assert companies("I work with Salesforce", "en") == []
    assert companies("I work at Google Maps", "en") == []


def test_what_stands_far_from_what_they_do_is_not_where_they_do_it() -> None:
    assert companies("I manage a great many other things, at Globex too", "en") == []
    assert companies("I manage one two three four five six seven at Globex", "en") == []


def test_nobody_says_of_another_what_they_do_themselves() -> None:
    assert companies("she is responsible for sales at Globex", "en") == []
    assert companies("no dirijo Globex", "es") == []


@pytest.mark.parametrize(
    ("name", "otherwise"),
    [("Valencia", True), ("Salesforce", True), ("marketing", True), ("Bright Bakery", False)],
)
def test_a_name_alone_is_known_for_a_place_a_tool_or_a_department(
    name: str, otherwise: bool
) -> None:
    assert is_known_otherwise(name) == otherwise
