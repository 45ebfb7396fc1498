"""A wish about the way is no stop: no calls but a text, no essays, not before six."""

import pytest

from agent.cues import may_wish_for_silence, signals_in
from agent.cues.ways import refuses_every_way, without_refused_ways
from qualification.normalise import fold
from qualification.signals import Signal

WAYS = """
give me numbers, don't call me
just the price please, no calls
no phone calls. numbers and facts.
stop calling, just send me a text
never call me at work, whatsapp is fine
rather than call me can you email the quote
avoid calling, i'm on site. message me
you don't need to ring me, here is fine
don't phone me, i'd prefer an email
don't write me essays, keep it short
don't call me sir haha
don't call before noon
calls no, texts are fine
no me llame, escríbame
deme cifras, no me llame
no me llaméis, prefiero whatsapp
no hace falta que me llame, con un correo me vale
no me llamen al fijo, llámenme al móvil
prefiero que no me llamen, dígame el precio por aquí
no me escriba parrafadas, vaya al grano y dígame el precio
déjese de llamadas y mándeme el presupuesto
no me llame antes de las seis
no me llame por la mañana que estoy en obra
no me llames de usted
no me mande audios, escríbame
llamadas no, mensajes sí
"""
STOPS = """
don't call me
no calls
no me llame
nada de llamadas
don't call me again, text somebody else
don't call, text or email me
do not call, email or text
no calls, no texts, no emails
never call me again, just leave me alone
stop calling and texting me
no me llame, déjeme en paz
no me llamen ni me escriban
no me llame ni me mande nada, bórreme y ya
dejen de llamar y de escribir, por favor
no me llame, quíteme de la lista
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("text", lines(WAYS))
def test_who_refuses_a_way_and_says_a_better_one_asks_for_no_silence(text: str) -> None:
    assert Signal.OPT_OUT not in signals_in(text)
    assert not may_wish_for_silence(text)


@pytest.mark.parametrize("text", lines(STOPS))
def test_who_refuses_every_way_or_names_none_is_left_alone(text: str) -> None:
    assert Signal.OPT_OUT in signals_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "our reps don't call or email the leads",
        "we don't call, text or email our customers enough",
    ],
)
def test_whom_a_firm_fails_to_reach_is_no_list_of_refusals(text: str) -> None:
    assert not refuses_every_way(fold(text))
    assert Signal.OPT_OUT not in signals_in(text)


def test_what_may_be_meant_for_good_is_told_the_word_that_stops() -> None:
    assert may_wish_for_silence("no me llame más, escríbale a otro")
    assert may_wish_for_silence("no vuelvan a llamarme, ya les dije por whatsapp que no")


def test_only_the_refused_way_is_left_out() -> None:
    assert without_refused_ways("no me llame, escribame por aqui").strip(" ,") == (
        "escribame por aqui"
    )
    assert without_refused_ways("somos doce, y usamos excel") == "somos doce, y usamos excel"
