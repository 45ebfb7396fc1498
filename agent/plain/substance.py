"""Do some words say anything? Laughter, laments, small talk and keys hit at random do not. PURE."""

import re
from collections.abc import Sequence

from qualification.normalise.text import word_set

_NOTHING = word_set(
    """
    around about approx aprox roughly sobre alrededor menos mil k euros euro eur dollars dolares
    pounds pesos mes month monthly ano year yearly per al most least maximo minimo hasta up mensual
    antes seguir before continue honestly honestamente verdad rectifico corrijo
    a al an and are as at be by con de del e el en es esta este esto eso esa ese for from he i
    ia im in is it its la las le lo los m me mi my no ni not o of on or para pero por por que q
    k re s se si so son su t tal te than that thats the then this to too tu u un una uno unos
    usted we were y ya yo you your muy mas more mucho mucha much many demasiado tan bit little
    pretty quite really very poco algo ah ay ala bah bla blah bof buf eh ehm em er hala hm hmm
    hum ja je ji jo mm mmm oh ojala oops pf pfff puf puff ostras caray caramba vaya anda guau
    gosh geez jeez dios god madre mia wow ouch oof omg wtf damn lol lmao rofl xd xdd whoa yikes
    seriously serio fuerte pasada risa caro cara caros caras carisimo carisima barato barata
    baratos expensive pricey cheap costly steep dineral robo rip off bueno bien mal buena bad
    good great cool nice awesome perfect perfecto perfecta genial guay estupendo interesante
    interesting fine vale ok okay okey okis oki okk sip yep yes yeah yup nope nah claro sure
    right entendido understood pues well ver mira look oye hey hola holi hello hi buenas buenos
    dias dia tardes tarde noches noche good morning afternoon evening gracias thanks thank thx
    please favor porfa dejame deja dejeme pensar pensarlo pienso pensando espera espere esperate
    momento momentito segundo minuto min moment second sec minute wait hold let think thinking
    dime diga digame dinos cuentame cuenta tell go ahead adelante continue sigue siga test
    testing prueba probando nada nothing ninguno ninguna none nadie todo toda todos everything
    anything cosa cosas thing things stuff varias varios various idk whatever info informacion
    information quiero queria quisiera want wanted would like gustaria saber know details
    detalles question pregunta sigo seguimos esperando espero esperare waiting still ll parece
    parecen seems looks sounds suena wassup wazzup whassup wassap sup wenas wena ola olas holi
    holis aloha hiya heya howdy yo bro dude mate tio tia man guys folks team whats vi
    visto vimos vuestro vuestra anuncio anuncios publicidad saw seen ad ads advert your
    have has had having been being ours our nuestro nuestra tengo tiene tienen tenemos tener hay
    seria serian sera budget presupuesto
    """
)
_TELLING = word_set(
    """
    said told answered mentioned explained dicho dije digo conte contado comentado comente explicado
    respondido contestado
    """
)
_SAID_BEFORE = _TELLING | word_set(
    """
    but and pues pero ya as like lo oye well hey look que eso i he we you usted le te se os have ve
    hemos me just already literally before antes that this it esta estaba arriba above earlier the
    first time del principio mismo misma
    """
)
"""Words that only say that it was said: "I just told you", "ya se lo he dicho"."""
_LOOKING = word_set(
    """
    looking browsing shopping curious mirando cotilleando curioseando vistazo viendo ojeando
    curiosidad
    """
)
_ONLY_LOOKING = _LOOKING | word_set(
    """
    hi hello hey hola buenas no i im m am we re are just only still solo estoy estamos aqui por
    ahora de momento the moment at for now nada mas que thanks gracias having a look around window
    echando un
    """
)
"""Who only looks round: that is no need yet."""
_LAUGHTER = re.compile(r"(?:j+[aeiou]+)+j*|(?:[ha]*h+[aeio]+)+h*|(?:a*(?:ja|ha))+|x+d+|u+f+|b+u+f+")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_RUNS = tuple(row[::way] for row in _ROWS for way in (1, -1))
_DRAWN = re.compile(r"([aeiouys])\1+$|(.)\2{2,}")
"""Letters that are drawn out: "holaa", "heyyy"."""
_NO_WORD = re.compile(r"[bcdfghjklmnpqrstvwxz]{6}|(.)\1{3}|^(..?)\2{2,}$|^[^aeiouy\W\d]{5,}$")
_NONE = word_set(
    """
    no nope none nothing ninguno ninguna ningun nada nadie nobody not any de momento por ahora
    el yet really right now currently todavia aun mas the moment at otra otro cosa other others
    otros opcion option options opciones
    """
)
_SAYS_NONE = word_set("no nope none nothing ninguno ninguna nada nadie nobody not")
_SHORTEST = 2
"""Letters of a word that can say something: `pc`."""
_RUN = 3


def has_substance(said: Sequence[str]) -> bool:
    """Whether any of some folded words says something."""
    if _is_only(said, _SAID_BEFORE, _TELLING) or _is_only(said, _ONLY_LOOKING, _LOOKING):
        return False
    return any(_is_of_substance(word) for word in said)


def says_none(said: Sequence[str]) -> bool:
    """ "None", "nada de momento": an answer that there is nothing."""
    return _NONE.issuperset(said) and not _SAYS_NONE.isdisjoint(said)


def _is_only(said: Sequence[str], words: frozenset[str], needed: frozenset[str]) -> bool:
    return words.issuperset(said) and not needed.isdisjoint(said)


def _is_of_substance(word: str) -> bool:
    short = _DRAWN.sub(lambda found: found[0][0], word)
    if (
        len(word) < _SHORTEST
        or word in _NOTHING
        or short in _NOTHING
        or not any(c.isalpha() for c in word)
    ):
        return False
    return not (_LAUGHTER.fullmatch(word) or _NO_WORD.search(word) or _is_a_run(word))


def _is_a_run(word: str) -> bool:
    """Keys hit one beside the other: "asdf", "qweqwe"."""
    place = 0
    while place < len(word):
        longest = max(
            (size for size in range(_RUN, len(word) - place + 1) if _on_a_row(word, place, size)),
            default=0,
        )
        if not longest:
            return False
        place += longest
    return True


def _on_a_row(word: str, place: int, size: int) -> bool:
    return any(word[place : place + size] in row for row in _RUNS)
