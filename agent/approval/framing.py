"""With what words may a question be put that its approved wordings lack? The allow rule for the
model's own wording of a question. PURE.

What is asked about stands in the approved wordings or in the prospect's own words; around that only
the words of asking are free. Whatever a stranger could slip in, a promise, a name, an insult or
another question, needs a word that is neither.
"""

from collections.abc import Iterable, Mapping

from agent.approval.vouching import known_word, roots_of
from agent.cues.table import phrases
from qualification.values import Language

_ASKING: Mapping[Language, frozenset[str]] = {
    "es": frozenset(
        phrases(
            """
            a, al, algo, ahora, actualmente, alguna, alguno, algun, antes, aproximada,
            aproximadamente, aproximado, asi, bien, bueno, busca, buscan, caso, claro, como, con,
            concretamente, concreto, cosa, contarme, cree, creen, cual, cuales, cuando, cuanta,
            cuantas, cuanto, cuantos, cuenta, cuenteme, de, decirme, del, detalle, diga, digame,
            diria, donde, e, el, ella, ellos, en, entonces,
            entender, entenderlo, era, es, esa, ese, eso, esta, estan, estaria, estarian,
            este, esto, etapa, final, finalmente, gracias, gustaria, ha, haber, habian, habia,
            hablar, hace, hacen, hacer, hacerlo, han, haria, idea, indicarme, interesa, la, las, le,
            les, tenia, tenian, anual, anuales, mensual, estariamos, hablando, hablamos, esas, esos,
            estas, estos, lo, los, mas, me, mejor, mejorar, mejorarlo, menos, mente, momento,
            necesita, necesitan, necesitaria, necesitarian, negocio, o, orientarme, orientarnos,
            orientativo, otra, para, parte, pensaba, pensado, pensando, perfecto, podria,
            podrian, por, prevista, previsto, proyecto, puede, pueden, pues, que, querria,
            querrian, quien, quienes, quiere, quieren, quisiera, resolver, resolverlo, respecto,
            saber, se, sea, ser, seria, si, sobre, solucionar, solucionarlo, son, su, suele,
            suelen, sus, tal, tema, tendria, tendrian, tener, tiene, tienen, tipo,
            u, un, una, usted, ustedes, va, vale, van, ver, y, ya, entendido,
            estupendo, trata, tratarse, trabaja, trabajan, usa, usan, usaria, hoy, dia, favor,
            medida, lado, ayudarle, exactamente, exacto
            """
        )
    ),
    "en": frozenset(
        phrases(
            """
            a, about, all, am, an, and, any, anything, approximate, approximately, are, around, as,
            at, ballpark, be, been, best, business, but, by, can, case, could, currently, did, do,
            does, doing, end, exactly, far, final, finally, fix, fixing, for, from,
            going, got, great, had, handle, has, have, hear, help, how, i, i'd, idea, if, improve,
            improving, in, involved, is, it, its, it's, just, kind, know, like, look,
            looking, make, makes, making, may, me, mean, mind, might, more, most, much, many, my,
            need, needed, of, ok, okay, on, one, or, order, other, out, part,
            plan, planned, planning, please, project, rough, roughly, say, set, share,
            side, situation, so, solve, solving, some, sort,
            specific, specifically, sure, tell, than, thanks, that,
            that's, the, their, them, then, there, these, they, thing, things, think, thinking,
            this, to, today, too, type, typically, understand, up, use, using, usually, want,
            wanted, was, well, what, what's, when, where, which, who, who's, whom, whose, will,
            with, would, you, you'd, you're, you've, your, yours, yourself, also, happen,
            involve, work, works, working, thank, understood, noted, ask, day
            """
        )
    ),
}


def strange_word(text: str, language: Language, known: Iterable[str]) -> str | None:
    """The first word that neither the known texts hold nor asking takes; figures are held against
    the approved ones elsewhere.
    """
    held = roots_of(" ".join(known))
    for word, root in roots_of(text).items():
        if word in _ASKING[language] or word[0].isdigit():
            continue
        if not known_word(root, held.values()):
            return word
    return None
