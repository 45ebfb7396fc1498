"""What may always be said in the model's own words? Courtesies and the small words around them.

Everything is folded. `*` stands for letters, so that `frustrant*` finds "frustrante" too. What is
not here has to stand in a fact or in the prospect's own words.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from agent.cues.table import phrases
from qualification.values import Language


@dataclass(frozen=True, slots=True)
class Courtesies:
    """The vocabulary of one language that needs no fact."""

    polite: tuple[str, ...]
    """Thanks, acknowledgement and sympathy, as whole phrases."""
    affirming: tuple[str, ...]
    """Polite too, but after a yes-or-no question they are an answer."""
    agreeing: frozenset[str]
    """Of the polite: beside what they ask for or state, these would agree to it."""
    persons: frozenset[str]
    """Us and them: a sentence about either has to rest on a fact."""
    harsh: tuple[str, ...]
    """What is never said of anybody, though they say it themselves."""
    linking: frozenset[str]
    """Words that join others and claim nothing."""
    sympathy: tuple[str, ...]
    """What a situation of theirs may be called."""
    copulas: frozenset[str]
    """After one of these an echo may only show sympathy: "it is compliant" is a claim."""
    denials: frozenset[str]
    claims: tuple[str, ...]
    """Words that make of an echo a claim or permission of ours: only a fact may say them."""
    limits: frozenset[str]
    """Words that say under what condition: a fact that has one is told whole."""
    asking: frozenset[str]
    """A question with one of these near its beginning is not answered by a yes."""


_SPANISH = Courtesies(
    polite=phrases(
        """
        muchas gracias por contarmelo, gracias por contarmelo, gracias por contarnoslo,
        gracias por contarlo, gracias por la informacion, gracias por el detalle, gracias por los
        detalles, gracias por decirmelo, gracias por la aclaracion, gracias por aclararlo, gracias
        por la pregunta, gracias por preguntar, gracias por su interes, gracias por su tiempo,
        gracias por escribir, gracias por escribirnos, gracias por responder, gracias por avisar,
        gracias por todo, gracias por su paciencia, gracias por la confianza, muchas gracias,
        mil gracias, gracias, entendido, entiendo que tiene,
        entiendo que ya tiene, entiendo que usted tiene, veo que tiene, veo que ya tiene,
        entiendo, le entiendo, lo entiendo, comprendo,
        lo comprendo, comprendido, anotado, apuntado, tomo nota, lo anoto, lo apunto,
        queda anotado, lo corrijo, corregido,
        perfecto, estupendo, genial, fantastico, excelente, muy bien, bien, bueno, que bien,
        tiene sentido, tiene todo el sentido, tiene logica, es logico, es comprensible,
        es normal, buena pregunta, es una buena pregunta, interesante, me alegro, me alegra,
        me alegra saberlo, me alegra oirlo, que alegria, lo siento, lo siento mucho, lamento,
        lamento oirlo, lamento oir eso, lamento leer eso, lamento lo de, siento, siento oirlo,
        siento oir eso, disculpe, disculpe las molestias, perdone, le pido disculpas, hola,
        buenos dias, buenas tardes, buenas noches, encantado, encantada, encantada de conocerle,
        encantada de saludarle, un placer, es un placer, mucho gusto, bienvenido, bienvenida,
        no se preocupe, no pasa nada, no hay prisa, sin prisa, con calma, tomese su tiempo,
        me hago cargo, me lo imagino, me imagino, ya veo, veo, suena bien, eso ayuda, eso ayuda
        mucho, me ayuda, es de gran ayuda, sigamos, seguimos, continuemos, vamos alla, adelante,
        a ver, de nada, con gusto, cuenteme mas, digame, cuenteme
        """
    ),
    affirming=phrases(
        """
        si, claro, claro que si, por supuesto, desde luego, exacto, exactamente, correcto, asi es,
        eso es, cierto, efectivamente, sin problema, ningun problema, no hay problema, de acuerdo,
        vale, ok, okay, afirmativo, faltaria mas
        """
    ),
    agreeing=frozenset(
        phrases(
            """
            perfecto, estupendo, genial, fantastico, excelente, muy bien, bien, bueno, que bien,
            me alegro, me alegra, me alegra saberlo, me alegra oirlo, que alegria, encantado,
            encantada, suena bien, vamos alla, adelante, con gusto, no pasa nada, un placer,
            es un placer, tiene sentido, tiene todo el sentido, tiene logica
            """
        )
    ),
    persons=frozenset(phrases("yo, me, mi, tu, te, ti, usted, ustedes, vosotros, vosotras")),
    harsh=phrases(
        """
        idiot*, loco, loca, locos, locas, tont*, estupid*, imbecil*, inutil*, odi*, malo, mala,
        malos, malas, mal, feo, fea, feos, feas, cabron*, mierda*, basura, pobre, pobres, miser*,
        ridicul*, torpe*, cutre*, patetic*, gilipoll*, put*, asco, asqueros*, vag*, mentir*,
        ladron*, incompetent*, desastr*
        """
    ),
    linking=frozenset(
        phrases(
            """
            el, la, los, las, lo, un, una, unos, unas, al, del, a, de, en, con, por, para, y, e, o,
            u, que, se, le, les, su, sus, te, tu, usted, ustedes, me, mi, eso, esto, ese, esa, este,
            esta, esos, esas, estos, estas, pues, entonces, asi, tambien, ademas, como, muy, tan,
            hacia, entre, sobre, sr, sra, senor, senora, don, dona, ya, cada, cuando, donde, quien,
            cual, aqui, euro, euros, eur, dolar, dolares
            """
        )
    ),
    sympathy=phrases(
        """
        problema*, serio*, seria*, molest*, frustrant*, pesad*, dificil*, complicad*, dur*,
        doloros*, incomod*, agobiant*, habitual*, comun, comunes, frecuente*, importante*,
        interesante*, comprensible*, logic*, normal*, clar*, suena*, situacion*, tema, algo,
        bastante, mucho, mucha
        """
    ),
    copulas=frozenset(phrases("es, son, esta, estan, ser, estar, sera, seran, era, hay")),
    denials=frozenset(
        phrases("no, sin, nunca, jamas, ningun, ninguna, ninguno, nada, tampoco, ni, nadie")
    ),
    claims=phrases(
        """
        nosotros, nosotras, nuestr*, nos, *mos, soy, estoy, hay, tiene, tenga, tendra*, puede*,
        podr*, podria*, pued*, permit*, permis*, debe, deben, debera*, incluy*, incluid*, ofrec*,
        soporta, soportan, cumpl*, funciona, funcionan, integra, integran, integrad*, conecta,
        conectan, conectad*, cuest*, cost*, sale, sirve*, dispon*, cubr*, lleva,
        acept*, consig*, obten*, recib*, sera*, ira, va, van, negoci*, certific*, compatib*
        """
    ),
    limits=frozenset(
        phrases(
            """
            desde, solo, solamente, unicamente, si, salvo, excepto, hasta, cuando, mas, menos,
            antes, despues, siempre, primer, primera, primeros, primeras, unos, unas,
            aproximadamente, partir, dentro, para, segun, mientras, aparte, sujeto, nuevos,
            nuevas, casi, entre
            """
        )
    ),
    asking=frozenset(
        phrases(
            """
            que, cual, cuales, cuanto, cuanta, cuantos, cuantas, cuando, donde, adonde, quien,
            quienes, como
            """
        )
    ),
)
_ENGLISH = Courtesies(
    polite=phrases(
        """
        thank you very much, thank you so much, thank you for that, thank you for telling me, thank
        you for sharing, thank you for sharing that, thank you for asking, thank you for your time,
        thank you for your patience, thank you for your interest, thank you for the details, thank
        you for letting me know, thank you for reaching out, thank you, many thanks, thanks a lot,
        thanks for that, thanks for telling me, thanks for sharing, thanks for sharing that, thanks
        for asking, thanks for your time, thanks for your patience, thanks for the details, thanks
        for letting me know, thanks for explaining, thanks for clarifying, thanks for reaching out,
        i've corrected that, i've corrected it, corrected, it sounds like, it sounds, it seems,
        thanks, cheers, understood, i understand, got it, i see, i hear you, noted, duly noted,
        great, perfect, wonderful, excellent, lovely, brilliant, nice, good, very good, very well,
        well, good to know, that is good to know, that's good to know,
        good to hear, glad to hear it, glad to hear that, great to hear,
        that makes sense, makes sense, that makes perfect sense, that makes total sense, that helps,
        that helps a lot, that is helpful, that's helpful, helpful, very helpful, fair enough,
        that is fair, that's fair, good question, great question, that is a good question, that's a
        good question, that's a great question, interesting, sorry to hear that, sorry to hear it,
        sorry to hear, i'm sorry to hear that, i'm sorry to hear, i am sorry to hear that, sorry
        about that, sorry about, i'm sorry about, i'm sorry, i am sorry, sorry, my apologies,
        apologies, hello, hi, hey, good morning, good afternoon, good evening, welcome, good to meet
        you, nice to meet you, pleased to meet you, a pleasure, my pleasure, you're welcome,
        no worries, no rush, no hurry, take your time, feel free to tell me more, feel free, tell me
        more, do tell me more, go ahead, let's continue, let's carry on, let's see, that
        sounds good, sounds good, i can imagine, i can see why, i appreciate it, i appreciate that,
        much appreciated, appreciated
        """
    ),
    affirming=phrases(
        """
        yes, yeah, yep, sure, sure thing, of course, certainly, absolutely, exactly, correct, that's
        right, that is right, right, indeed, true, no problem, not a problem, ok, okay, agreed,
        surely, naturally, all right, alright
        """
    ),
    agreeing=frozenset(
        phrases(
            """
            great, perfect, wonderful, excellent, lovely, brilliant, nice, good, very good,
            very well, well, good to hear, glad to hear it, glad to hear that, great to hear,
            sounds good, that sounds good, go ahead, my pleasure, a pleasure, fair enough,
            that is fair, that's fair, that makes sense, makes sense, that makes perfect sense,
            that makes total sense, no worries
            """
        )
    ),
    persons=frozenset(phrases("i, me, my, mine, myself, you, yours, yourself")),
    harsh=phrases(
        """
        idiot*, crazy, mad, stupid*, dumb*, hate*, ugly, fool*, worthless, useless, bad, worse,
        worst, little, poor, silly, loser*, moron*, crap*, shit*, fuck*, damn*, awful, terrible,
        horrible, pathetic, ridiculous, incompeten*, lazy, liar*, lies, sucks, garbage, trash, mess
        """
    ),
    linking=frozenset(
        phrases(
            """
            a, an, the, of, to, in, on, at, for, with, by, from, and, or, as, so, then, that, these,
            those, you, your, yours, me, my, i, about, around, into, over, per, too, also,
            really, very, quite, such, when, where, who, what, which, how, mr, mrs, ms, here,
            euro, euros, eur, dollar, dollars, pounds
            """
        )
    ),
    sympathy=phrases(
        """
        problem*, serious*, annoying, frustrat*, painful, pain, hard, difficult*, tough, stressful,
        tiring, common, important, interesting, understandable, clear, helpful, sounds, sound,
        feels, situation, thing, something, lot, bit
        """
    ),
    copulas=frozenset(
        phrases("is, are, be, been, was, were, it's, that's, there's, you're, i'm, am, they're")
    ),
    denials=frozenset(
        phrases(
            """
            no, not, never, without, none, nothing, neither, nor, nobody, cannot, can't, don't,
            doesn't, didn't, isn't, aren't, won't, wouldn't, couldn't, haven't, hasn't, shouldn't
            """
        )
    ),
    claims=phrases(
        """
        we, we're, we've, we'll, we'd, our, ours, us, let's, it, it's, it'll, they, there, there's,
        this, can, could, may, might, will, would, shall, should, must, do, does, did, has, i'm, am,
        you'll, you'd, you're, i'll, i've, allow, allows, allowed, permit*, includes,
        included, offers, offered, supports, supported, comply, complies, complian*, works,
        integrates, integrated, connects, connected, costs, provides, provided, covers, covered,
        handles, get, gets, accept*, receiv*, negoti*, certif*, compatib*
        """
    ),
    limits=frozenset(
        phrases(
            """
            from, only, if, unless, until, up, except, when, over, under, within, before, after,
            than, about, around, first, plus, for, as, while, subject, new, almost, between,
            where, during
            """
        )
    ),
    asking=frozenset(
        phrases("what, what's, which, when, where, who, whom, whose, why, how, how's")
    ),
)
COURTESIES: Mapping[Language, Courtesies] = {"es": _SPANISH, "en": _ENGLISH}
FAMILIES = tuple(
    frozenset(phrases(one))
    for one in (
        "tengo, tiene, tienen, tenemos, tener, tienes, tenga, tengan, tenia, tuvo",
        "quiero, quiere, quieren, quiera, quieran, queremos, querer, quisiera, queria",
        "pierdo, pierde, pierden, pierda, pierdan, perdemos, perder, perdido, perdida, perdidas",
        "hago, hace, hacen, hacemos, hacer, haga, hagan, hecho",
        "cuesta, cuestan, costar, coste, cuestas",
        "puedo, puede, pueden, podemos, poder, puedan",
        "somos, soy, son, ser",
        "prueba, probar, probarlo, probando",
        "lose, loses, losing, lost, loss",
        "have, has, having, had",
        "use, uses, using, used",
        "forget, forgets, forgot, forgotten, forgetting",
        "run, runs, running, ran",
        "cost, costs, costing",
        "price, prices, priced, pricing",
    )
)
"""Words that begin differently and are the same: the stems of the others are read off them."""
BARE_VERBS = frozenset(
    phrases("es, son, hay, tiene, is, are, there, there's, it, it's, be, has, have, this, you're")
)
"""What a fact may be said with though it uses another verb."""
