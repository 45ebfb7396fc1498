"""Who writes, and how to reach them."""

import pytest

from qualification.normalise import read_contact
from qualification.values import ContactKind


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("escríbeme a Ana.Lopez@Acme.com.", [("email", "ana.lopez@acme.com")]),
        ("<dana+web@acme.co.uk>, thanks", [("email", "dana+web@acme.co.uk")]),
        ("ana arroba acme punto com", [("email", "ana@acme.com")]),
        ("es ana guion bajo lopez arroba acme punto es", [("email", "ana_lopez@acme.es")]),
        ("dana dot reed at acme dot co dot uk", [("email", "dana.reed@acme.co.uk")]),
        ("a n a 7 arroba acme punto es", [("email", "ana7@acme.es")]),
        ("ana arroba acme.com", [("email", "ana@acme.com")]),
        ("mi correo es ana ruiz, todo junto, arroba acme.com", [("email", "anaruiz@acme.com")]),
        ("ana arroba acme punto com be de", [("email", "ana@acme.com")]),
        ("be de casa arroba acme punto es", [("email", "casa@acme.es")]),
        ("ana @ acme.com", [("email", "ana@acme.com")]),
        ("meet me at acme", []),
        ("yo arroba acme punto com", []),
        ("arroba acme punto com", []),
        ("x@y", []),
        ("x@acme.com-", [("email", "x@acme.com")]),
        ("-x@acme.com", [("email", "x@acme.com")]),
        ("ana@-acme-.com", []),
        ("@ @@ a@ @b", []),
        ("ana arroba acme punto", []),
        ("ana arroba ¿qué?", []),
        ("-- arroba acme punto com", []),
        ("ana@example..com o luis arroba a punto b", []),
    ],
)
def test_addresses_written_or_spoken(text: str, said: list[tuple[str, str]]) -> None:
    assert [(c.kind, c.value) for c in read_contact(text, "es")] == said


@pytest.mark.parametrize(
    ("text", "region", "number"),
    [
        ("mi móvil es 612 345 678", "ES", "+34612345678"),
        ("612-34-56-78 gracias", "ES", "+34612345678"),
        ("llámame al +44 7700 900123", "ES", "+447700900123"),
        ("0034 612 34 56 78", "ES", "+34612345678"),
        ("(212) 555-0123 is my number", "US", "+12125550123"),
        ("my phone is (212) 555-0123", "US", "+12125550123"),
        ("+44 (0) 20 7946 0958", "GB", "+442079460958"),
        ("account 612345678", "ES", None),
        ("#612345678", "ES", None),
        ("pedido # 612345678", "ES", None),
        ("A612345678", "ES", None),
        ("-612345678", "ES", None),
        ("12.05.2026", "ES", None),
        ("123-45-6789", "US", None),
        ("1111111", "ES", None),
        ("+999 999 999 999", "ES", None),
        ("número 12 34 56 78 90 12 34 56 78 90", "ES", None),
    ],
)
def test_telephones_become_international(text: str, region: str, number: str | None) -> None:
    found = [c.value for c in read_contact(text, "es", region=region) if c.kind == "phone"]
    assert found == ([number] if number else [])


@pytest.mark.parametrize(
    "text",
    [
        "seis uno dos treinta y cuatro cincuenta y seis setenta y ocho",
        "es el más treinta y cuatro, 612, 34, 56, 78",
        "612 34... 56 78",
    ],
)
def test_a_telephone_can_be_said_in_words(text: str) -> None:
    assert [c.value for c in read_contact(text, "es", asked="phone")] == ["+34612345678"]


def test_a_word_or_two_is_no_telephone() -> None:
    assert read_contact("dos o tres", "es", asked="phone") == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("me llamo Ana López", [("name", "Ana López")]),
        ("me llamo ana de la torre y quiero una demo", [("name", "Ana de la Torre")]),
        ("soy Ana", [("name", "Ana")]),
        ("I'm Dana from Acme Logistics", [("name", "Dana"), ("company", "Acme Logistics")]),
        ("my name is JOHN McDONALD", [("name", "JOHN McDONALD")]),
        ("my name is JOHN REED", [("name", "John Reed")]),
        ("my name is Vincent van Gogh", [("name", "Vincent van Gogh")]),
        (
            "soy Ana Ruiz, directora de compras en Acme Foods S.L.",
            [
                ("name", "Ana Ruiz"),
                ("job_title", "directora de compras"),
                ("company", "Acme Foods S.L."),
            ],
        ),
        ("soy Ana, de Acme & Co", [("name", "Ana"), ("company", "Acme & Co")]),
        ("I'm the VP of Operations", [("job_title", "VP of Operations")]),
        ("I'm a manager at Acme", [("job_title", "manager"), ("company", "Acme")]),
        ("I'm head of Acme", [("job_title", "head"), ("company", "Acme")]),
        ("soy la directora", [("job_title", "directora")]),
        ("soy directora de la", [("job_title", "directora")]),
        ("trabajo en acme logistics", [("company", "acme logistics")]),
        ("my company is called 3M", [("company", "3M")]),
        ("trabajo en", []),
        ("trabajo para el", []),
        ("soy autónomo", [("job_title", "autónomo")]),
        ("I'm interested in a demo", []),
        ("soy de Madrid", []),
        ("me llamo como quiero", []),
        ("my name is Ana de", [("name", "Ana")]),
        ("hola", []),
        ("me llamo Ana de la", [("name", "Ana")]),
        ("me llamo Pilar, Pilar Sanz", [("name", "Pilar Sanz")]),
        ("I'm Bond, James Bond", [("name", "James Bond")]),
        ("I'm Bond, from Acme", [("name", "Bond"), ("company", "Acme")]),
        ("soy Concha Bueno", [("name", "Concha Bueno")]),
        ("me llamo Ana y perdemos clientes", [("name", "Ana")]),
        ("me llamo José Ortega y Gasset", [("name", "José Ortega y Gasset")]),
        ("soy Concha. Bueno, Conchita", [("name", "Concha")]),
        ("está hablando con Pepe Ruiz", [("name", "Pepe Ruiz")]),
        ("me llamo Ana María del Carmen Ruiz Soto", [("name", "Ana María del Carmen Ruiz Soto")]),
    ],
)
def test_people_introduce_themselves(text: str, said: list[tuple[str, str]]) -> None:
    assert [(c.kind, c.value) for c in read_contact(text, "es")] == said


@pytest.mark.parametrize(
    ("asked", "text", "value"),
    [
        ("name", "Ana López", "Ana López"),
        ("name", "ana lopez", "Ana Lopez"),
        ("name", "Hola, soy ana", "Ana"),
        ("name", "i'm dana", "Dana"),
        ("name", "¡Ana!", "Ana"),
        ("name", "Concha Bueno", "Concha Bueno"),
        ("name", "Bueno", None),
        ("name", "atendió Marta Gil", None),
        ("name", "Will", "Will"),
        ("name", "Will you call me", None),
        ("name", "sí", None),
        ("name", "no quiero", None),
        ("name", "¿para qué?", None),
        ("name", "prefiero no decirlo", None),
        ("name", "1234", None),
        ("name", "...", None),
        ("name", "Ana, 600 euros", "Ana"),
        ("name", "ana@acme.com", None),
        ("company", "Acme Logistics S.L.", "Acme Logistics S.L."),
        ("company", "es acme", "acme"),
        ("company", "Acme, la de Madrid", "Acme"),
        ("company", "no tengo", None),
        ("company", "¿Acme?", None),
        ("company", "½", None),
        ("name", "Account Manager", None),
        ("company", "una que vende cosas muy raras a toda la gente del barrio", None),
        ("job_title", "directora de compras", "directora de compras"),
        ("job_title", "compras", "compras"),
        ("job_title", "soy la jefa de ventas", "jefa de ventas"),
    ],
)
def test_a_bare_answer_to_the_question(asked: ContactKind, text: str, value: str | None) -> None:
    found = [c.value for c in read_contact(text, "es", asked=asked) if c.kind == asked]
    assert found == ([value] if value else [])


def test_the_span_quotes_the_words() -> None:
    text = "Hola, me llamo Ana López."
    (contact,) = read_contact(text, "es")
    assert text[contact.span[0] : contact.span[1]] == "Ana López"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Luis Gil, luis.gil@ejemplo.es", "Luis Gil"),
        ("Marta Sanz y mi correo es marta@ejemplo.es", "Marta Sanz"),
        ("Tom Field, +44 20 7946 0958", "Tom Field"),
        ("mi correo es luis@ejemplo.es", None),
        ("prefiero por correo: luis@ejemplo.es", None),
    ],
)
def test_a_name_may_come_with_an_address(text: str, name: str | None) -> None:
    said = {one.kind: one.value for one in read_contact(text, "es", asked="name")}
    assert said.get("name") == name


def test_a_title_ends_where_the_sentence_goes_on() -> None:
    [title] = read_contact("soy la gerente y firmo yo", "es")
    assert title.value == "gerente"
