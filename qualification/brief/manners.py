"""By what words does a person show, or say (wishes.py), how they like to be spoken to? Rows in the
notation of rows.py, in both languages: people mix them. PURE.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, TypeAlias, get_args

from qualification.brief.rows import Rows, spoken
from qualification.brief.wishes import CLASSES, REFUSED, ROWS, WISHES, Wish

Shown = Literal[
    "formal",
    "informal",
    "price",
    "bargain",
    "hurry",
    "careful",
    "polite",
    "playful",
    "irritated",
    "reach",
]
Manner: TypeAlias = Shown | Wish
MANNERS: tuple[Manner, ...] = (*get_args(Shown), *WISHES)

_CLASSES = {
    "channel_es": """
        whatsapp, wasap, correo, email, e mail, mail, telefono, sms, mensaje, mensajes, movil
    """,
    "channel_en": "whatsapp, email, e mail, mail, phone, text, texts, sms, message, mobile, cell",
    "when_es": """
        por la manana, por la tarde, por las mananas, por las tardes, por la noche, a mediodia,
        al mediodia, de manana, a primera hora, a ultima hora, los lunes, los martes,
        los miercoles, los jueves, los viernes, el lunes, el martes, el miercoles, el jueves,
        el viernes, entre semana, a partir de las, despues de las, antes de las, a las, sobre las,
        la semana que viene, manana
    """,
    "when_en": """
        in the morning, in the mornings, in the afternoon, in the afternoons, in the evening,
        mornings, afternoons, evenings, at noon, at lunchtime, after lunch, on monday, on tuesday,
        on wednesday, on thursday, on friday, on mondays, on tuesdays, on wednesdays, on thursdays,
        on fridays, weekdays, after, before 9, before 10, before noon, around, next week, tomorrow,
        monday, tuesday, wednesday, thursday, friday
    """,
    "contact_es": """
        llamame, llameme, llamenme, llamadme, llamarme, llamar, llame, llamen,
        llames, escribeme, escribame, escribanme,
        escribidme, escribirme, escribir, mandame, mandeme, mandenme, mandadme, mandarme, enviame,
        envieme, envienme, enviadme, enviarme, contactame, contacteme, contactarme, contactar,
        localizarme, hablamos, hablemos, hablar, prefiero, preferiria, preferimos, me va mejor,
        me viene mejor, me viene bien, mejor, respondo, contesto, estoy libre, estoy disponible
    """,
    "contact_en": """
        call me, ring me, phone me, text me, message me, email me, write to me, write me, reach me,
        contact me, get in touch, send me, send it, speak, talk, i prefer, i d prefer, we prefer,
        prefer, i d rather, better for me, works best, works better, is best, best to, i m free,
        i m available, available
    """,
}
_ROWS: Mapping[Shown, str] = {
    "formal": """
        usted|ustedes|ud|uds
        me|nos|le puede|podria|pueden|podrian decir|indicar|enviar|mandar|explicar|dar|llamar|pasar
        digame|disculpe|oiga|espere|cuenteme|expliqueme|envieme|mandeme|llameme|escribame|permitame
        perdone|mire|deme|expliquenos|envienos|mandenos|llamenos|cuentenos|diganos
        podria|puede|sabria|seria ~1 decirme|indicarme|enviarme|mandarme|explicarme|darme|llamarme
        podria|puede|sabria|seria ~1 decirnos|indicarnos|enviarnos|mandarnos|explicarnos|darnos
        le agradezco|agradeceria|ruego|pido|comento|escribo|saluda
        estimado|estimada|estimados|estimadas
        un cordial saludo
        atentamente
        dear sir|madam|sirs|mr|mrs|ms
        yours sincerely|faithfully
        kind|best|warm regards
        would you be so kind
        i would like to enquire|inquire
        i look forward to
    """,
    "informal": """
        tu|ti|contigo|tienes|puedes|quieres|sabes|dime|oye|eres|haces|podrias|cobras|ofreces
        llamame|mandame|enviame|escribeme|cuentame|explicame|dame|pasame|perdona|disculpa|avisame
        te llamo|digo|paso|comento|escribo|cuento|mando
        vosotros|vosotras|os|teneis|podeis|vuestro|vuestra|haceis|cobrais|sois|ofreceis|trabajais
        tio|tia|guay|venga|porfa
        hey|yeah|yep|nope|gonna|wanna|lol|cheers|dude|mate|thx|u|ur|pls|ok_cool|no_worries
    """,
    "price": """
        precio|precios|cuesta|cuestan|costaria|coste|costes|tarifa|tarifas|cobrais|cobran|cobras
        cuanto vale|cobra|cobrais|sale|seria|es|cuesta
        price|prices|pricing|cost|costs|fee|fees|rates|quote
        how much is|does|do|would|are
    """,
    "bargain": """
        caro|cara|caros|caras|barato|barata|baratos|descuento|descuentos|rebaja|rebajas|ahorrar
        mas economico|economica
        ajustar|mejorar|mejor ~2 precio
        expensive|cheap|cheaper|cheapest|discount|discounts|overpriced|pricey|afford
        best|better|lower|special price
        save money
    """,
    "hurry": """
        cuanto antes
        lo antes posible
        urgente|urgentemente|urgencia|urge
        ya mismo
        hoy mismo
        tengo|tenemos prisa
        con prisa
        para ayer
        de inmediato
        inmediatamente
        asap|urgent|urgently|immediately
        as soon as
        right away|now
        in a hurry
        straight away
        today if
    """,
    "careful": """
        sin|ninguna prisa|prisas
        no ~3 prisa
        pensarlo|pensarmelo|consultarlo|comparar|comparando|meditarlo|valorarlo|estudiarlo
        tengo|tenemos|tendria|necesito|debo que? consultar|pensar|verlo|hablarlo|revisar|estudiar
        no estoy|estamos|lo seguro|segura|seguros|veo
        mas adelante
        no|any|without rush|hurry
        no real? rush|hurry
        think about|over
        think it over|through
        let me think|check|see
        not ~1 sure
        compare|comparing|comparison
        discuss|check|consult|run it? with|by
        take our|my time
    """,
    "polite": """
        gracias|agradezco|agradecido|agradecida
        por favor
        muy amable
        thanks|thank|please|grateful
        appreciate
    """,
    "playful": """
        ja|jaja*|jeje*|jiji*
        haha*|hehe*|lol|lmao
    """,
    "irritated": """
        ya ~3 dicho|dije|conte|contado|respondido|contestado
        otra vez lo|la|con mismo|misma|eso
        perder|pierdo|perdiendo|perdida ~2 tiempo
        que pesado|pesada|pesados
        me estoy|estais cansando|hartando|mareando
        esto es ridiculo|absurdo
        already told|said|answered
        as i said
        i ~1 just told|said
        waste|wasting ~1 time
        ridiculous|annoying|pointless
        stop asking
        how many times
    """,
    "reach": """
        {contact_es} ~4 por|al|a|en|mediante|via un|el|mi? {channel_es}
        {contact_es} ~5 {when_es}
        {when_es} ~4 {contact_es}
        por|al|mediante|via {channel_es} ~3 mejor|prefiero|preferiria|preferimos
        {contact_en} ~4 by|via|on|over|through my|a|the? {channel_en}
        call|ring|phone|text|message|email me
        {contact_en} ~5 {when_en}
        {when_en} ~4 {contact_en}
        {channel_en} is|works ~1 best|better|fine|easier
        by|via {channel_en} ~3 please|only|rather
    """,
}


@lru_cache(maxsize=1)
def _rows() -> Mapping[Manner, Rows]:
    found: dict[Manner, Rows] = {wish: Rows(rows, CLASSES) for wish, rows in ROWS.items()}
    found.update((manner, Rows(rows, _CLASSES)) for manner, rows in _ROWS.items())
    return found


@lru_cache(maxsize=1)
def _refused() -> Mapping[Manner, Rows]:
    return {wish: Rows(rows, CLASSES) for wish, rows in REFUSED.items()}


@lru_cache(maxsize=2048)
def manners_in(sentence: str) -> frozenset[Manner]:
    """What a sentence shows or wishes."""
    said = left = spoken(sentence)
    found: set[Manner] = set()
    for wish, refused in _refused().items():
        if refused.found_in(said):
            found.add(wish)
            left = refused.struck_out(left)
    found.update(manner for manner, one in _rows().items() if one.found_in(left))
    if "careful" in found:
        found.discard("hurry")
    return frozenset(found)
