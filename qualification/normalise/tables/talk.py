"""Short words of conversation in both languages: yes and no, and what gives a language away."""

YES = {
    "es": """
        sí, si, sip, sipi, sii, siii, claro, claro que sí, claro que si, por supuesto, vale, venga,
        perfecto, de acuerdo, correcto, exacto, exactamente, eso es, así es, desde luego,
        cómo no, okey, oki, dale, va, sale, órale, listo, ándale, afirmativo, efectivamente,
        efectivamente sí, sin duda, sin problema, encantado, encantada, me parece bien,
        me parece, está bien, ya lo creo, por favor, adelante, obvio, pues sí, eso, genial,
        estupendo, buena idea, hecho, confirmado, confirmo, lo confirmo, me interesa, quiero,
        cierto, es cierto, lo es, la verdad que sí, yo creo que sí, creo que sí, supongo que sí,
        seguro, cuando quieras, me vale, todo bien, trato hecho, chévere, bueno, simón,
        así mismo, cabal, positivo, está correcto, afirmo
    """,
    "en": """
        yes, yeah, yep, yup, yes please, yea, aye, sure, sure thing, of course, ok, okay, okey,
        k, kk, okey dokey, alright, all right, right, that's right, correct, exactly,
        exactly right, absolutely, definitely, certainly, indeed, affirmative, please do,
        go ahead, sounds good, sounds great, perfect, great, fine, that's fine, that works,
        works for me, for sure, you bet, totally, by all means, true, that's true,
        that's correct, i do, i am, we do, we are, i have, we have, it is, it does, i think so,
        i guess so, i believe so, why not, no problem, not a problem, no worries, why of course,
        please, gladly, deal, agreed, i agree, confirmed, i confirm, count me in, let's do it,
        do it, yes indeed, uh huh, mhm, mm hmm, roger, done, no doubt, without a doubt, 👍, ✅, 👌,
        ✔
    """,
}
NO = {
    "es": """
        no, nop, nope, nel, nones, no gracias, para nada, qué va, ni hablar, de ninguna manera,
        en absoluto, nunca, jamás, tampoco, todavía no, aún no, de momento no, por ahora no,
        por el momento no, ahora no, claro que no, por supuesto que no, desde luego que no,
        creo que no, me parece que no, yo creo que no, no creo, no lo creo, no es correcto,
        incorrecto, negativo, ni loco, ni loca, no estoy de acuerdo, no quiero, no me interesa,
        no hace falta, mejor no, no es necesario, no es así, no es cierto, falso, no del todo,
        prefiero que no, nada de eso, supongo que no, nanay, ni de broma, ni en broma,
        qué dices, está mal, equivocado, no realmente
    """,
    "en": """
        no, nope, nah, naw, no thanks, no thank you, not yet, not really, not at all, no way,
        never, negative, not now, not right now, not at the moment, not today, of course not,
        certainly not, definitely not, absolutely not, i don't think so, i do not think so,
        don't think so, i doubt it, not exactly, not quite, not interested, i don't, i do not,
        we don't, we do not, i'm not, i am not, we aren't, we're not, we are not, it isn't,
        it's not, it is not, it doesn't, i haven't, we haven't, i have not, incorrect,
        that's wrong, wrong, that's not right, not correct, that's not correct, false, not true,
        i'd rather not, rather not, no need, nay, by no means, none, not for now, i disagree,
        i guess not, i'm afraid not, afraid not, not so much, hell no, uh uh, 👎, ❌, 🚫
    """,
}
YES_THAT_WAIT = (
    "no problem, no doubt, no worries, not a problem, sin duda, sin problema, cómo no, why not"
)
"""A yes that begins like a no."""

UNSURE = """
    no sé, no se, no lo sé, ni idea, no estoy seguro, no estoy segura, no sabría decirte,
    no tengo ni idea, depende, puede ser, tal vez, quizás, quizá, a lo mejor, i don't know,
    i do not know, not sure, i'm not sure, no idea, maybe, perhaps, it depends, depends, dunno,
    idk, can't say, hard to say, possibly
"""
"""Neither a yes nor a no."""

HEDGES = """
    i guess, i think, i suppose, i reckon, i'd say, i would say, i hope, i imagine, maybe, probably,
    perhaps, hopefully, ideally, idk, please, pls, plz, creo, creo que, supongo, supongo que, quizá,
    quizás, imagino, imagino que, a lo mejor, tal vez, probablemente, seguramente, por favor, porfa,
    xfa, yo diría, diría, idealmente, si puede ser, if possible
"""
"""Beside an answer these say nothing else."""

FUNCTION_WORDS = {
    "es": """
        no el la los las un una unos unas de del al y o que qué en con por para sin sobre se su
        sus mi mis tu tus es son soy eres somos está están estoy estamos era fue hay tengo tiene
        tienes tenemos tienen hola buenas buenos gracias quiero quiere queremos quería quisiera
        puedo puede puedes podemos pueden necesito necesita necesitamos como cómo cuándo cuando
        cuánto cuanto cuánta cuesta dónde donde quién quien cuál cual pero más menos muy también
        tampoco ya ahora hoy mañana ayer sí si este esta esto ese esa eso estos estas esos aquí
        allí ahí me te le lo nos les yo usted ustedes nosotros ellos ella él porque pues
        entonces bien mal vale claro favor adiós hasta desde entre nada algo alguien nadie todo
        toda todos todas otro otra mucho mucha muchos muchas poco ser estar hacer tener haber ir
        va voy vamos van hace haría gustaría interesa información precio empresa presupuesto
        demo reunión llamar llámame correo teléfono mes año semana día meses años semanas días
        enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
        lunes martes miércoles jueves viernes sábado domingo mil dos tres cuatro
        cinco seis siete ocho nueve diez persona personas empleados nuestro nuestra nuestros ni
        aún todavía buen buena perfecto llamo nombre ayuda ayudar saber decir dime dígame señor
        señora tarde tardes noches antes después luego siempre nunca cliente clientes gente
        a ver he has ha hemos han perdón verdad
    """,
    "en": """
        the a an of to and or in on at for with from by about is are am was were be been being
        it its it's this that these those i i'm you your you're we we're our they their he she
        him her his them us my me do does did don't doesn't didn't have has had haven't not no
        yes yeah hello hi hey thanks thank please want wants need needs would could should can
        can't will won't may might must what when where who why how which there here if then
        than but so because as up out just now today tomorrow yesterday get got give go going
        know like looking look make much many more most some any all every other another good
        great sure okay right well very also too only really one two three four five six seven
        eight nine ten price pricing cost budget company meeting call month months year years
        week weeks day days january february march april june july august september october
        november december monday tuesday wednesday thursday friday saturday sunday people
        employees team interested information help let let's sounds name work works thousand
        hundred dollars dollar pounds quick question ask tell talk speak someone something
        anything nothing morning afternoon evening soon later next last before after until
        around i'd i'll we'd we'll i've we've that's what's isn't aren't into over under
    """,
}
SHORT_MESSAGES = {
    "es": """
        gilipollas imbécil idiota tonto tonta pesado pesada pesados pesadas mierda menuda joder
        coño cabrón cabrones puta puto asco cállate calla idos vete lárgate déjame dejadme dejen
        basta para paren borra bórrame borradme depende genial repite repita entiendo disculpa
        disculpe perdona perdone vendo vendemos factura facturas igual usamos uso ninguno
        ninguna jamás órale ándale chévere tranquilo tranquila encantado encantada listo
        lista ocupado ocupada luego prisa baja cita citas tienda ropa negocio autónomo
        autónoma somos cuántos decido decidimos pienso pensamos busco buscamos
        contratar pagar pago pagamos gasto espera esperad cuento dinero barato caro cara
        carísimo gratis oferta descuento venga anda hombre mujer jefe jefa socio socia
    """,
    "en": """
        perfect pardon cheers bye goodbye leave alone asshole bastard bitch stupid dumb idiot fuck fucking piss
        screw shit bullshit crap damn hell sucks maybe perhaps absolutely definitely enough stop
        stopped texting messaging unsubscribe remove delete again excuse sorry self employed
        salon shop store plumber plumbing invoice bill rush asap whatever neither either still
        thinking none cool nope yep yup nah anyway anytime busy later hurry awesome nice fine
        cheap expensive free discount deal owner boss wife husband partner use using sell
        selling buy buying broken charged refund hire human bad mine yours myself
        shut annoying scam dunno wait hold weekend bucks grand
    """,
}
"""Words that show the language of a message of one or two, though no sentence needs them."""

ONLY_IN = {"es": "ñ¿¡áíóúü", "en": ""}
"""Letters and marks that one language has and the other has not."""

PIECES = {
    "es": """
        ción ciones ando iendo mente dad ades aron ieron amos emos imos ería arás aría eza oso
        osa illo illa que qui lla lle llo cia cio gue rr ez aje ero era ante ente ado ada idos
        ido ida ar ir ais éis
    """,
    "en": """
        tion ing ould ough ight th sh wh ee oo ck ly ed ness ment ful less ow ew aw ay ey kn wr
        ph tch dge ous ble ive ry ny ty my ky er ies
    """,
}
"""Pieces of words: evidence where no whole word is known."""
