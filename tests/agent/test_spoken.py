"""The spoken form: whatever a text has in figures and signs is said in words."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.dialogue import Dialogue
from agent.spoken import is_second_try, speak
from qualification.values import LANGUAGES, Contact, Language
from tests.builders import answer


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("El plan cuesta 3.000 € al mes.", "El plan cuesta tres mil euros al mes."),
        ("Entre 3.000 y 5.000 €", "Entre tres mil y cinco mil euros"),
        ("3.000-5.000 €/mes", "tres mil a cinco mil euros al mes"),
        ("12,50 €", "doce euros con cincuenta céntimos"),
        ("0,01 €", "un céntimo"),
        ("21 € o 201 £", "veintiún euros o doscientas una libras"),
        ("1.000.000 €", "un millón de euros"),
        ("1,5 M €", "un millón quinientos mil euros"),
        ("USD 3,000 o 20k", "tres mil dólares o veinte mil"),
        ("MXN 1,500.50", "mil quinientos pesos mexicanos con cincuenta centavos"),
    ],
)
def test_spanish_prices(written: str, said: str) -> None:
    assert speak(written, "es") == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("It's $3,000.50 a month.", "It's three thousand dollars and fifty cents a month."),
        ("€3,000-5,000/year", "three thousand to five thousand euros a year"),
        ("$1 or 2 USD", "one dollar or two dollars"),
        ("£0.01, £2.50", "one penny, two pounds and fifty pence"),
        ("$1.5m", "one million five hundred thousand dollars"),
        ("10k users", "ten thousand users"),
    ],
)
def test_english_prices(written: str, said: str) -> None:
    assert speak(written, "en") == said


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("es", "el 12/03/2026", "el doce de marzo de dos mil veintiséis"),
        ("es", "el 2026-03-12", "el doce de marzo de dos mil veintiséis"),
        ("es", "el 12 de marzo de 2026", "el doce de marzo de dos mil veintiséis"),
        ("es", "20/12 o 1/1/27", "veinte de diciembre o uno de enero de dos mil veintisiete"),
        ("es", "45/13", "cuarenta y cinco trece"),
        ("en", "12 March 2026", "March twelfth, twenty twenty-six"),
        ("en", "March 3rd", "March third"),
        ("en", "the 21st of May", "May twenty-first"),
        ("en", "3/12/2026 or 25/12", "March twelfth, twenty twenty-six or December twenty-fifth"),
        ("en", "March 99", "March ninety-nine"),
        ("en", "since 1999, the 1990s", "since nineteen ninety-nine, the nineteen nineties"),
        ("en", "2026 people", "two thousand and twenty-six people"),
    ],
)
def test_dates(language: Language, written: str, said: str) -> None:
    assert speak(written, language) == said


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("es", "a las 17:30", "a las diecisiete y treinta"),
        ("es", "de 9:00 a 21:00 h", "de nueve a veintiuna"),
        ("es", "a la 1:05 pm", "a la una y cinco de la tarde"),
        ("es", "a las 10 p. m. o 12 pm", "a las diez de la noche o doce del mediodía"),
        ("es", "a las 9 h", "a las nueve horas"),
        ("en", "at 5:30 pm", "at five thirty p.m."),
        ("en", "9:00 or 9 a.m. or 10:05", "nine o'clock or nine a.m. or ten oh five"),
        ("en", "24/7", "twenty-four seven"),
        ("es", "24/7", "las veinticuatro horas"),
    ],
)
def test_times(language: Language, written: str, said: str) -> None:
    assert speak(written, language) == said


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("es", "un 20 %, o 2,5%", "un veinte por ciento, o dos coma cinco por ciento"),
        ("es", "0,05 y 3.14159", "cero coma cero cinco y tres coma uno cuatro uno cinco nueve"),
        ("es", "5.5 y 1.250", "cinco coma cinco y mil doscientos cincuenta"),
        ("es", "21 preguntas, 1 hora, 31 días", "veintiuna preguntas, una hora, treinta y un días"),
        ("es", "1 y 2, 2 problemas", "uno y dos, dos problemas"),
        ("es", "-3 grados, 007", "menos tres grados, cero cero siete"),
        ("es", "1.º piso, 2ª planta, el 3º", "primer piso, segunda planta, el tercero"),
        ("es", "80 m2, 5 km", "ochenta metros cuadrados, cinco kilómetros"),
        ("es", "de 9-18 y/o n.º 4", "de nueve a dieciocho y o número cuatro"),
        (
            "en",
            "2.5% of 1,234",
            "two point five percent of one thousand two hundred and thirty-four",
        ),
        ("en", "3x faster, 101st", "three x faster, one hundred and first"),
        ("en", "120 sq ft & more", "one hundred and twenty square feet and more"),
    ],
)
def test_numbers(language: Language, written: str, said: str) -> None:
    assert speak(written, language) == said


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("es", "ana.lo_23@acme.es", "ana punto lo guion bajo dos tres arroba acme punto es"),
        ("en", "ann-lee@acme.co.uk.", "ann dash lee at acme dot co dot uk."),
        ("es", "+34600111222", "más tres cuatro, seis cero cero, uno uno, uno dos, dos dos"),
        ("es", "al 600 11 22 33", "al seis cero cero, uno uno, dos dos, tres tres"),
        ("es", "al 912345678", "al nueve uno dos, tres cuatro cinco, seis siete ocho"),
        ("en", "+1 415 555 2671", "plus one, four one five, five five five, two six seven one"),
        ("en", "+999 12 345 678", "plus nine nine nine, one two, three four five, six seven eight"),
    ],
)
def test_addresses_are_read_so_that_they_can_be_written_down(
    language: Language, written: str, said: str
) -> None:
    assert speak(written, language) == said


def test_on_the_second_try_addresses_are_spelled() -> None:
    spelled = speak("¿Es ana.9@acme.es?", "es", spelled=True)
    assert spelled == "¿Es A, N, A, punto, nueve, arroba, A, C, M, E, punto, E, S?"
    assert speak("600 11 22 33", "en", spelled=True).startswith("six zero zero. one one.")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("**Sí**, _claro_ y `así`", "Sí, claro y así"),
        ("# Planes\n- Uno\n- Dos", "Planes. Uno. Dos"),
        ("1. Primero\n2. Segundo", "Primero. Segundo"),
        ("Mire [la página](https://acme.es/x).", "Mire la página."),
        ("Más en https://www.acme.es/precios?x=1.", "Más en acme punto es."),
        ("Visite www.acme.io, o acme.com", "Visite acme punto io, o acme punto com"),
        ("¡Hola! 😀👍🏽 «Muy bien»…", "¡Hola! Muy bien."),
        ("Claro (IVA incluido) — sí - o no", "Claro, IVA incluido, sí, o no"),
        ("  ", ""),
    ],
)
def test_nothing_is_left_that_cannot_be_said(written: str, said: str) -> None:
    assert speak(written, "es") == said


@given(st.text(max_size=80), st.sampled_from(LANGUAGES), st.booleans())
def test_any_text_becomes_words(text: str, language: Language, spelled: bool) -> None:
    said = speak(text, language, spelled=spelled)
    assert not re.search(r"[0-9@*_#`<>\[\](){}|~^\\/€$£%&=+…\n\t]", said)


@pytest.mark.parametrize(
    "said", ["Sí, ¿y usted? Bien; a las nueve.", "It's nine o'clock, isn't it: twenty-one euros!"]
)
def test_what_is_in_spoken_form_stays_as_it_is(said: str) -> None:
    assert speak(said, "es") == speak(said, "en") == said


_TYPED = st.lists(
    st.sampled_from([*"0123456789.,:/-€$£% @kmM\n+()'", "EUR", " de ", "a", "º", "pm", "www."]),
    max_size=14,
).map("".join)


@given(_TYPED, st.sampled_from(LANGUAGES))
def test_no_heap_of_figures_breaks_it(text: str, language: Language) -> None:
    assert not re.search(r"[0-9@/€$£%+]", speak(text, language))


def test_an_address_got_wrong_is_a_second_try() -> None:
    first = Dialogue("es", asked="email", tries={"email": 1})
    assert not is_second_try(first)
    assert is_second_try(replace(first, tries={"email": 2}))
    email = answer("email", Contact("email", "ana@acme.es"))
    assert is_second_try(replace(first, sheet=replace(first.sheet, replaced=(email,))))
