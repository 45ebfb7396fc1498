"""How are times said in Spanish?"""

from qualification.normalise.tables.time_shape import TimeWords

_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_DECADES = "".join(
    f", {year} {number}" for year in ("año", "años") for number in (*range(30, 100), *_TENS.split())
)
"""Years of the last century: "los azulejos son del año 70", "un piso de los años sesenta"."""

TIMES = TimeWords(
    months={
        1: "enero, ene",
        2: "febrero, feb",
        3: "marzo, mzo, mar",
        4: "abril, abr",
        5: "mayo, may",
        6: "junio, jun",
        7: "julio, jul",
        8: "agosto, ago, agto",
        9: "septiembre, setiembre, sep, sept, set",
        10: "octubre, oct",
        11: "noviembre, nov",
        12: "diciembre, dic",
    },
    weekdays={
        0: "lunes, lun, lu, lun.",
        1: "martes, mar, ma, ma.",
        2: "miércoles, mié, mie, mx, mi, mié.",
        3: "jueves, jue, ju, jue.",
        4: "viernes, vie, vi, vie.",
        5: "sábado, sáb, sa, sáb.",
        6: "domingo, dom, do, dom.",
    },
    units={
        "minute": "minuto, minutos",
        "hour": "hora, horas, h, hs",
        "day": "día, días, noche, noches, jornada, jornadas",
        "workday": "día hábil, días hábiles, día laborable, días laborables",
        "week": "semana, semanas",
        "fortnight": "quincena, quincenas",
        "weekend": "fin de semana, fines de semana, finde, findes",
        "month": "mes, meses",
        "bimester": "bimestre, bimestres",
        "quarter": "trimestre, trimestres",
        "half": "semestre, semestres, mitad",
        "year": "año, años, ejercicio, año fiscal",
        "decade": "década, décadas",
    },
    seasons={
        "spring": "primavera",
        "summer": "verano, vacaciones de verano",
        "autumn": "otoño",
        "winter": "invierno",
    },
    days_away={
        0: """
            hoy, hoy mismo, esta mañana, esta tarde, esta noche, hoy en día, el día de hoy,
            en este momento
        """,
        1: "mañana, mñn, mñna, mañana mismo, el día de mañana, el día siguiente, al día siguiente",
        2: "pasado mañana",
        -1: "ayer, anoche",
        -2: "anteayer, antier, antes de ayer",
    },
    ordinals={
        1: "primero, primera, primer, 1ro, 1ra, primeros, primeras",
        2: "segundo, segunda",
        3: "tercero, tercera, tercer",
        4: "cuarto, cuarta",
        5: "quinto, quinta",
        6: "sexto, sexta",
        7: "séptimo, séptima",
        8: "octavo, octava",
        9: "noveno, novena",
        10: "décimo, décima",
        20: "vigésimo, vigésima",
        30: "trigésimo, trigésima",
        -1: "último, última, últimos, últimas",
        -2: "penúltimo, penúltima",
    },
    ordinal_endings="º ª o a ro ra do da to ta",
    ends={},
    roles={
        "the": "el, la, los, las",
        "UNITS": """
            minutos, horas, días, noches, jornadas, días hábiles, días laborables, findes, semanas,
            quincenas, fines de semana, meses, bimestres, trimestres, semestres, años, décadas
        """,
        "el": "el",
        "of_the": "del, de el",
        "of": "de, del, en",
        "in": """
            en, dentro de, a, al cabo de, para dentro de, en cosa de, de aquí a, de acá a,
            en cuestión de, en un plazo de, en el plazo de, de hoy en, en torno a
        """,
        "within": """
            en menos de, en un máximo de, antes de que pasen, en un plazo máximo de,
            como mucho en, en no más de, a menos de, dentro de menos de
        """,
        "for": "por, durante, para",
        "at_in": """
            más bien, más bien en, más bien para, mejor en, mejor para,
            en, para, por, durante, hacia, sobre, a lo largo de, alrededor de,
            en algún momento de, en el transcurso de, de cara a, con vistas a, allá por, a eso de
        """,
        "at_in_the": """
            a lo largo del, alrededor del, en algún momento del, en el transcurso del, de cara al
        """,
        "part_of": "de, del",
        "EARLY": """
            principios, a principios, comienzos, a comienzos, inicios, a inicios, primeros,
            a primeros, mediados, a mediados, a mitad, finales, a finales, para finales,
            hacia finales, fines, a fines, a final, últimos, a últimos
        """,
        "place": "piso, planta, puerta, izquierda, izq, izda, derecha, dcha, letra",
        "not_before": """
            no antes de, no antes de que, hasta que no, no hasta que
        """,
        "was_to": """
            iba a ser, iba a ser en, iba a ser para, era para, era en, íbamos a empezar,
            íbamos a hacerlo, pensábamos, pensábamos en, pensaba, pensaba en, habíamos pensado,
            habíamos pensado en, tenía que ser, en principio era, en principio era para
        """,
        "but": "pero, aunque, sino, ahora",
        "stops": """
            cerramos, paramos, cierro, paro, estamos cerrados, cerrado, cerramos por vacaciones,
            nos vamos de vacaciones, me voy de vacaciones, libramos
        """,
        "so": "así que, así es que, entonces, o sea que, por eso, de modo que",
        "other": "otro, otra",
        "year_word": "año, ejercicio",
        "coming_year": "en el nuevo año, con el nuevo año, con el año nuevo, el nuevo año",
        "fiscal": "ejercicio, año fiscal",
        "day_word": "día, días",
        "and": "y, e",
        "or": "o, u, ó",
        "from": "desde, de, del",
        "starting": """
            a partir de, a partir del, no antes de, no antes del, desde, a contar de,
            empezando en, comenzando en, arrancando en, no hasta, cuando empiece,
            cuando comience, cuando llegue, cuando entre
        """,
        "since": "llevamos desde, llevo desde, ya desde",
        "onwards": "en adelante",
        "between": "entre, a caballo entre",
        "until": "a, al, hasta, hasta finales de",
        "by": """
            hasta, no más tarde de, no más tarde del, de aquí a, de acá a, de hoy a,
            antes de acabar
        """,
        "did_only": """
            estuve, estuvo, estuvieron, fui, fue, fueron, hice, hizo, hicimos, hicieron, tuve,
            tuvo, tuvimos, tuvieron, vine, vinimos, vinieron, puse, puso, pusimos, vendí, vendió,
            vendieron, abrí, abrió, abrieron, salió, salieron, nací, nació, venció, vencieron,
            recibí, recibió, recibieron, pedí, pidió, pidieron, escribí, escribió, escribieron,
            ocurrió, compraron, firmaron, empezaron, lanzaron, comenzaron, contrataron, llamaron,
            terminaron, acabaron, hablaron, fundaron, renovaron, cambiaron, subieron
        """,
        "did_what": """
            el contrato, la casa, el piso, la empresa, el negocio, la tienda, con ustedes,
            con vosotros, con usted, con él, con ella, con ellos, una casa, un piso, un coche
        """,
        "lasting": """
            llevamos, llevo, lleva, llevan, llevamos ya, desde hace, llevábamos, desde hará,
            tardamos, tardaron, tardó, duró, estuvimos
        """,
        "till": "hasta",
        "not": "no, nada, nunca",
        "latest": """
            como muy tarde, como tarde, a más tardar, como mucho, como máximo, a lo sumo,
            máximo, a lo más tardar, lo más tarde
        """,
        "earliest": "como pronto, como muy pronto, lo más pronto, como mínimo",
        "more": """
            más de, al menos, por lo menos, como mínimo, mínimo, un mínimo de, no menos de,
            en más de, dentro de más de, no antes de, cuando pasen
        """,
        "before_end": """
            antes de que acabe, antes de que termine, antes de terminar, antes de acabar,
            antes de que finalice, antes de finalizar, antes de cerrar, antes de que cierre
        """,
        "after_end": """
            cuando acabe, cuando termine, al acabar, al terminar, una vez acabado,
            una vez terminado, cuando finalice, al finalizar, una vez que acabe
        """,
        "before": """
            antes de, antes del, antes que, previo a, antes de que empiece, antes de empezar,
            antes de que llegue, antes de que comience, antes de que empiecen
        """,
        "after": """
            después de, después del, tras, para después de, para después del, pasado, pasada, pasadas, pasados, a la vuelta de,
            a la vuelta del, luego de, luego del, posterior a, una vez pasado, una vez pasada,
            una vez acabado, una vez terminado, una vez pasen, una vez pase,
            una vez pasadas, una vez pasados, acabado, cuando acabe, cuando pase, cuando termine,
            cuando pasen, cuando acaben, cuando terminen, pasando, al acabar, al terminar,
            al finalizar, cuando finalice, nada más pasar, justo después de
        """,
        "before_the": "antes del",
        "after_the": "después del, luego del, para después del",
        "starting_the": "a partir del, no antes del",
        "ago": "hace, hará",
        "before_now": "atrás, antes",
        "from_now": "más tarde, después, desde ahora, a partir de ahora, a partir de hoy",
        "this": "este, esta, estos, estas, presente, este mismo, esta misma, corriente",
        "next": "próximo, próxima, próximos, próximas, siguiente, siguientes, prox, prox.",
        "next_after": """
            que viene, que vienen, q viene, próximo, próxima, siguiente, siguientes, entrante, que entra,
            que sigue, próximos, próximas
        """,
        "last": "último, última, anterior, últimos, últimas",
        "past": "pasado, pasada, pasados, pasadas",
        "last_after": "pasado, pasada, anterior, que pasó, pasados, pasadas",
        "last_ordinal": "último, última, últimos, últimas",
        "closest": "más cercano, más cercana, más próximo a",
        "week_of": "semana a partir de, semana a partir del, semana que empieza el",
        "noon": "mediodía",
        "midnight": "medianoche",
        "every": "cada, todos, todas",
        "rest": """
            resto de, resto del, lo que queda de, lo que queda del, resto de este,
            lo que resta de, lo que queda de este, resto de esta
        """,
        "about": """
            unos, unas, sobre, alrededor de, aproximadamente, más o menos, hacia, cerca de,
            a eso de, más o menos en, más o menos a
        """,
        "half_unit": "medio, media",
        "and_half": "y medio, y media",
        "some": """
            algunos, algunas, varios, varias, unos pocos, unas pocas, pocos, pocas, unos, unas,
            unos cuantos, unas cuantas
        """,
        "couple": "un par de, par de",
        "less": "menos de, no más de, como mucho, como máximo",
        "asap": """
            cuanto antes, hoy mejor que mañana, mejor hoy que mañana,
            antes hoy que mañana, lo antes posible, lo más pronto posible, lo más rápido posible,
            inmediatamente, de inmediato, ya mismo, ahora mismo, lo antes que se pueda,
            lo antes que podamos, cuanto antes mejor, urgente, urgentemente, en cuanto podamos,
            tan pronto como sea posible, a la mayor brevedad, de forma inmediata, inmediato,
            enseguida, en seguida, mañana mismo si puede ser, lo más pronto, con urgencia,
            es para ya, para ya, en la mayor brevedad posible, corre prisa, tenemos prisa,
            nos corre prisa, en cuanto se pueda, en cuanto sea posible, en cuanto puedan,
            en cuanto pueda, en cuanto podáis, tan pronto como podamos, tan pronto como se pueda,
            tan pronto como puedan, para ayer, lo antes que puedan, lo antes que podáis,
            lo antes que pueda, a la mayor brevedad posible, a la brevedad, ya de ya,
            cuanto más pronto mejor, urge mucho, ahoritita
        """,
        "asap_alone": "ya, ahora, pronto, urge, ahorita, muy pronto, en breve",
        "never_mind": """
            sin prisa, sin prisas, no hay prisa, no tenemos prisa, no tengo prisa,
            no corre prisa, no nos corre prisa, algún día, no es urgente, sin fecha,
            no tenemos fecha, no hay fecha, ninguna prisa, sin plazo, no hay plazo,
            no hay plazos, sin urgencia, no tiene prisa, no me corre prisa,
            sin fecha concreta, no tenemos fechas, no hay urgencia, no urge, nada urgente,
            a largo plazo, no hay ninguna prisa, no tenemos ninguna prisa, no llevamos prisa,
            no tengo apuro, no tenemos apuro, no hay apuro, sin apuro, sin apuros, ningún apuro,
            me da igual cuándo, nos da igual cuándo, da igual cuándo, no tengo afán, sin afán,
            sin fecha límite, sin ninguna prisa, sin plazo concreto, sin plazo fijo,
            no es nada urgente, no nos urge, no me urge
        """,
        "never_mind_alone": "cuando sea, en algún momento, más adelante, cualquier día",
        "now": "ahora, ya, ahora mismo",
    },
    parts={
        "begin": """
            principios, principio, a principios, a principio, comienzos, a comienzos, inicios,
            a inicios, primeros, a primeros, comienzo, inicio, a inicio, arranque,
            al principio, al inicio, al comienzo, al arranque, inicios
        """,
        "mid": "mediados, a mediados, mitad, a mitad, medio, a la mitad",
        "end": """
            finales, a finales, fines, a fines, final, al final, fin, a fin, últimos, a últimos,
            cierre, al cierre, a final, para finales, hacia el fin, hacia finales
        """,
    },
    clock="""
        por la mañana, de la mañana, por la tarde, de la tarde, por la noche, de la noche,
        al mediodía, a mediodía, a la tarde, a la noche, a la mañana, a primera hora,
        a última hora, de la madrugada, en la mañana, en la tarde, en la noche, mediodía,
        a medianoche, en punto, de madrugada, temprano, tarde
    """,
    ignored="""
        un día de locos, día de locos, día de perros, hoy llevamos, hoy llevo, hoy estoy,
        hoy estamos, hoy ando, hoy andamos, hoy ha sido, hoy tengo, hoy tenemos,
        buenos días, buenas tardes, buenas noches, buen día, lindo día, buen fin de semana,
        día a día, hoy por hoy, de toda la vida, mientras tanto, a la vez, a diario, al mes, al año, al día, a la semana,
        por mes, por año, por semana, por día, de lunes a viernes, los lunes, los martes,
        los miércoles, los jueves, los viernes, los sábados, los domingos, antes de nada, antes de todo, después de todo, la próxima vez, próxima vez, la última vez,
        de vez en cuando, feliz año, feliz navidad, por hora, a la hora, al trimestre, ya veremos,
        ya se verá, ya veré, ya te diré, ya le diré, ya os diré, ya te digo, ya hablaremos
    """
    + _DECADES,
    alone="ma, ma., mi, mx, ju, ju., lu, vi, vi., sa, do, do., mediodía, medianoche",
    weak="""
        h, hs, mar, may, set, ago, pasado, segundo, segunda, cuarto, cuarta, jun, jul, sep, sept,
        dic, dom, vie, jue, lun, sab, mie, sol, noche, noches, ejercicio, medio
    """,
    homographs="""
        a, do, me, en, set, ago, mar, ma, mi, ya, e, o, u, sa, por, y, final, fin, to, once,
        tarde, comienzo, principio, or, ma., pasado, de, del, no, sobre
    """,
)
