"""With what words may a sentence about a lead begin, and which are never in one? Folded. PURE."""

import re
from collections.abc import Mapping

from agent.cues.table import phrases
from qualification.values import Language

OPENERS: Mapping[Language, frozenset[str]] = {
    "en": frozenset(
        phrases(
            """
            a, an, the, this, that, these, those, he, she, they, it, his, her, their, its, there,
            who, what, when, where, why, how, if, as, at, by, for, from, in, on, with, without,
            after, before, during, once, until, since, while, because, so, but, and, or, not, no,
            only, also, even, still, yet, already, just, most, some, many, more, much, all, both,
            each, every, another, other, wants, want, needs, need, looks, looking, seeks, asks,
            asked, asking, says, said, tells, told, prefers, prefer, likes, like, writes, wrote,
            decides, decided, uses, using, runs, run, has, have, had, is, are, was, were, can,
            could, may, might, should, must, does, do, did, dont, call, write, send, reach,
            contact, speak, talk, offer, propose, prepare, show, bring, keep, avoid, ask, start,
            begin, confirm, check, clarify, follow, mention, focus, give, explain, answer,
            respond, reply, arrange, get, make, let, be, stay, take, expects, hopes, knows,
            thinks, seems, sounds, budget, timeline, authority, company, team, decision, main,
            current, currently, interested, keen, direct, polite, friendly, formal, informal,
            brief, short, concise, detailed, practical, price, cost, person, people, lead,
            prospect, customer, buyer, owner, director, manager, head, open, clear, strong, good,
            high, low, next, first, second, then, to, works, work, busy, careful, courteous,
            quick, quickly, straight, their, them, shows, gives, values, cares, compares, plans,
            loses, lost, responds, answers, available, use, address, mornings, afternoons, sales,
            orders, data, invoices, euros, dollars, yearly, monthly, highlight, stress, remind,
            share, present, demonstrate, review, compare, adapt, greet, thank, acknowledge, agree,
            schedule, set, go, come, tell, help, point, leave, stick, treat, reassure
            """
        )
    ),
    "es": frozenset(
        phrases(
            """
            a, al, ante, con, contra, de, del, desde, durante, en, entre, hacia, hasta, para, por,
            segun, sin, sobre, tras, el, la, lo, los, las, un, una, unos, unas, su, sus, este,
            esta, estos, estas, ese, esa, esto, eso, que, quien, cual, cuando, donde, como,
            porque, si, no, ya, aun, tambien, solo, ademas, pero, aunque, y, o, e, mas, menos,
            muy, todo, toda, todos, otra, otro, cada, quiere, quieren, necesita, necesitan, busca,
            buscan, pide, piden, pidio, pregunta, pregunto, preguntan, dice, dicen, dijo, cuenta,
            conto, prefiere, prefieren, le, les, se, escribe, escribio, decide, deciden, usa,
            usan, utiliza, trabaja, trabajan, tiene, tienen, es, son, esta, estan, fue, era,
            puede, pueden, podria, debe, conviene, hay, llamar, llamarle, llamarla, llamele,
            llamela, escribir, escribirle, escribale, enviar, enviarle, enviele, mandar, mandarle,
            contactar, hablar, hablarle, hable, hablele, tratar, tratarle, tratele, ofrecer,
            proponer, proponga, propongale, preparar, prepare, mostrar, ensenar, evitar, evite,
            preguntar, preguntele, empezar, empiece, confirmar, confirme, aclarar, aclare,
            mencionar, centrarse, dar, dele, explicar, explique, responder, responda, quedar,
            concertar, vaya, ir, sea, ser, mantener, espera, sabe, cree, parece, suena,
            presupuesto, plazo, necesidad, empresa, equipo, decision, principal, actual,
            actualmente, interesado, interesada, directo, directa, educado, educada, amable,
            formal, informal, breve, corto, conciso, detallado, practico, practica, precio, coste,
            persona, personas, cliente, comprador, compradora, dueno, duena, director, directora,
            gerente, responsable, jefe, jefa, buen, buena, alto, alta, primero, luego, despues,
            antes, tutear, tutearle, valora, compara, pierde, pierden, perdieron, responde,
            contesta, disponible, ocupado, ocupada, muestra, habla, agradece, aprecia, planea,
            ventas, pedidos, datos, facturas, mejor, trata, va, van, lleva, llevan, llama, llaman,
            gestiona, gestionan, vende, venden, compra, compran, valoran, insiste, aprecian,
            cumple, dirige, lidera, sigue, siguen, comento, menciono, explico, hacen, hace, tarda,
            suele, suelen, evitan, agradeceria, interesa, importa, euros, dolares, anual, anuales,
            mensual, mensuales, llevar, traer, dejar, tener, presentar, destacar, resolver,
            demostrar, comparar, revisar, consultar, recordar, adaptar, usar, tocar, saludar,
            agradecer, reconocer, comentar, acordar, fijar, decir, decirle, hacer, lleve, traiga,
            presente, destaque, recuerde, muestre, consulte, revise, use, salude, reconozca,
            tenga, deje
            """
        )
    ),
}
"""A name that opens a sentence shows no capital of its own: other words must be on record."""
CALENDAR = frozenset(
    phrases(
        """
        monday, tuesday, wednesday, thursday, friday, saturday, sunday, mondays, tuesdays,
        wednesdays, thursdays, fridays, saturdays, sundays, january, february, march, april, may,
        june, july, august, september, october, november, december
        """
    )
)
"""English writes them with a capital; whether they are on record is for the dates to say."""
_OUTSIDE: Mapping[Language, str] = {
    "en": r"we|we'\w+|i|i'\w+|our|ours|us|my|mine|me|you|you'\w+|your|yours",
    "es": (
        r"nosotros|nosotras|nuestr[oa]s?|nos|yo|mi|mis|me|vosotros|vosotras|vuestr[oa]s?|os|tu|tus|"
        r"te|ti|contigo|conmigo|he|has|voy|vas|puedo|puedes|dare|hare|enviare|llamare|mandare|"
        r"ofrecere|tendre|pondre|soy|eres|somos|sois|(?<!de )ustede?s?|"
        r"pongo|digo|hago|tengo|vengo|doy|creo|quiero|prometo|"
        r"(?!(?:ulti|mini|maxi|proxi|extre|tra|recla|presta|pri|legiti|opti|supre|ani|ra|gra)mos\b)"
        r"\w{2,}(?:amos|emos|imos)"
    ),
}
OUTSIDE: Mapping[Language, re.Pattern[str]] = {
    language: re.compile(rf"(?<![\w'])(?:{words})(?![\w'])") for language, words in _OUTSIDE.items()
}
"""A brief tells of them: who speaks of us would promise, who speaks to somebody was told to."""
SPELT_OUT = re.compile(
    r"\b(?:dot|punto) (?:com|net|org|io|es|mx|ai|app|example)\b|\barroba\b|\bat \w+ dot\b|\bslash\b"
)
"""An address that hides its marks."""
JUDGING = re.compile(
    r"\b(?:scor\w+|puntua\w+|puntos|points|tiers?|(?:hot|warm|cold) (?:lead|prospect)s?|calient\w+|"
    r"templad\w+|veredict\w+|verdicts?|(?:high|top|highest) priority|(?:alta|maxima) prioridad|"
    r"vip|jailbreak\w*|hacke\w+|pwned|chatgpt|language model|modelo de lenguaje|prompts?)\b"
)
"""How good they are is for the rules to say; and what only a machine is told."""
GRANTING = re.compile(
    r"\b(?:will (?:get|receive|be given)|(?:was|were|been|be|is|are) (?:promised|offered|granted|"
    r"guaranteed|entitled)|entitled to|grant\w*|"
    r"(?:less|cheaper|better|worse) than|cheapest|menos de lo que|"
    r"(?:barat\w+|mejor\w*|peor\w*) que|"
    r"tendran? derecho|recibiran?|"
    r"se (?:le|les) (?:ha|da|dara|dio|hara|aplica\w*|ofrec\w*|promet\w*)|"
    r"tienen? derecho|(?:le|les) corresponde\w*|conced\w+)\b"
)
"""It is theirs already: nobody but a person can say so."""
GIVING = re.compile(
    r"\b(?:giv\w+|gets?|receives?|apply|applies|honou?r\w*|offer\w*|includ\w+|has|have|"
    r"aplic\w+|dele|deles|darle|darles|dar|ofre\w+|hacer\w*|haga\w*|incluy\w+|tiene\w*|"
    r"regal\w+)\b"
)
"""With what is otherwise off limits, it hands it out."""
ASKING = re.compile(
    r"\b(?:asks?|asked|asking|wants?|wanted|would like|hopes?|requests?|requested|wonders?|"
    r"mentions?|mentioned|says?|said|"
    r"pide\w*|pidio|pidieron|pregunt\w+|quier\w+|querria\w*|busca\w*|espera\w*|menciona\w*|dice\w*|"
    r"dijo|dijeron)\b"
)
"""Whoever asks for a discount was not promised one."""
