"""How are times said in Spanish?"""

from qualification.normalise.tables.time_shape import TimeWords

TIMES = TimeWords(
    months={
        1: "enero, ene",
        2: "febrero, feb",
        3: "marzo, mzo",
        4: "abril, abr",
        5: "mayo",
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
        "half": "semestre, semestres",
        "year": "año, años, ejercicio, año fiscal",
        "decade": "década, décadas",
    },
    seasons={
        "spring": "primavera",
        "summer": "verano",
        "autumn": "otoño",
        "winter": "invierno",
    },
    days_away={
        0: """
            hoy, hoy mismo, esta mañana, esta tarde, esta noche, hoy en día, el día de hoy,
            en este momento
        """,
        1: "mañana, mañana mismo, el día de mañana, el día siguiente, al día siguiente",
        2: "pasado mañana",
        -1: "ayer, anoche",
        -2: "anteayer, antier, antes de ayer",
    },
    ordinals={
        1: "primero, primera, primer, 1ro, 1ra",
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
    roles={
        "the": "el, la, los, las",
        "el": "el",
        "of_the": "del, de el",
        "of": "de, del, en",
        "in": """
            en, dentro de, a, al cabo de, en unos, en unas, dentro de unos, dentro de unas,
            para dentro de, en cosa de, de aquí a, de acá a, en un plazo de, en el plazo de
        """,
        "within": """
            en menos de, en un máximo de, antes de que pasen, en un plazo máximo de,
            como mucho en, en no más de, a menos de, dentro de menos de
        """,
        "for": "por, durante, para",
        "at_in": "en, para, por, durante, hacia, sobre, a lo largo de, alrededor de",
        "year_word": "año, ejercicio",
        "day_word": "día, días",
        "and": "y, e",
        "or": "o, u, ó",
        "from": "desde, de, del",
        "starting": """
            a partir de, a partir del, no antes de, no antes del, desde, a contar de, empezando en, comenzando en,
            arrancando en, para después de
        """,
        "onwards": "en adelante",
        "between": "entre",
        "until": "a, al, hasta, hasta finales de",
        "by": """
            hasta, no más tarde de, no más tarde del, a más tardar,
            a más tardar en, antes de acabar
        """,
        "before_end": "antes de que acabe, antes de que termine, antes de terminar, antes de acabar",
        "before": "antes de, antes del, antes que, previo a",
        "after": """
            después de, después del, tras, pasado, pasada, pasadas, pasados, a la vuelta de,
            a la vuelta del, luego de, luego del, posterior a, una vez pasado, una vez pasada,
            acabado, cuando acabe, cuando pase, cuando termine, cuando pasen, pasando
        """,
        "ago": "hace, hará",
        "before_now": "atrás, antes",
        "from_now": "más tarde, después, desde ahora, a partir de ahora, a partir de hoy",
        "this": "este, esta, estos, estas, presente, este mismo, esta misma, corriente",
        "next": "próximo, próxima, próximos, próximas, siguiente, siguientes",
        "next_after": """
            que viene, que vienen, próximo, próxima, siguiente, siguientes, entrante, que entra,
            que sigue, próximos, próximas
        """,
        "last": "pasado, pasada, último, última, anterior, últimos, últimas",
        "last_after": "pasado, pasada, anterior, que pasó, pasados, pasadas",
        "last_ordinal": "último, última, últimos, últimas",
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
        "some": "algunos, algunas, varios, varias, unos pocos, unas pocas, pocos, pocas",
        "couple": "un par de, par de",
        "less": "menos de, no más de, como mucho, como máximo",
        "asap": """
            cuanto antes, lo antes posible, lo más pronto posible, lo más rápido posible,
            inmediatamente, de inmediato, ya mismo, ahora mismo, lo antes que se pueda,
            lo antes que podamos, cuanto antes mejor, urgente, urgentemente, en cuanto podamos,
            tan pronto como sea posible, a la mayor brevedad, de forma inmediata, inmediato,
            enseguida, en seguida, mañana mismo si puede ser, lo más pronto, con urgencia,
            es para ya, para ya, en la mayor brevedad posible, corre prisa, tenemos prisa,
            nos corre prisa
        """,
        "asap_alone": "ya, ahora, pronto, urge",
        "never_mind": """
            sin prisa, sin prisas, no hay prisa, no tenemos prisa, no tengo prisa,
            no corre prisa, no nos corre prisa, algún día, no es urgente, sin fecha,
            no tenemos fecha, no hay fecha, ninguna prisa, sin plazo, no hay plazo,
            no hay plazos, sin urgencia, más adelante, en algún momento, no tiene prisa,
            no me corre prisa, sin fecha concreta, no tenemos fechas, no hay urgencia,
            cuando sea, no urge, nada urgente, a largo plazo
        """,
        "now": "ahora, ya, ahora mismo",
    },
    parts={
        "begin": """
            principios, principio, a principios, a principio, comienzos, a comienzos, inicios,
            a inicios, primeros, a primeros, comienzo, inicio, a inicio
        """,
        "mid": "mediados, a mediados, mitad, a mitad, medio",
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
        buenos días, buenas tardes, buenas noches, buen día, lindo día, buen fin de semana,
        día a día, hoy por hoy, de toda la vida, mientras tanto, a la vez, a diario, cada día,
        todos los días, cada mes, cada año, cada semana, al mes, al año, al día, a la semana,
        por mes, por año, por semana, por día, la próxima vez, próxima vez, la última vez,
        de vez en cuando, feliz año, feliz navidad, por hora, a la hora, al trimestre
    """,
    alone="ma, ma., mi, mx, ju, ju., lu, vi, vi., sa, do, do., mediodía, medianoche",
    weak="""
        h, hs, mar, set, ago, pasado, segundo, segunda, cuarto, cuarta, jun, jul, sep, sept,
        dic, dom, vie, jue, lun, sab, mie, sol, noche, noches, ejercicio, medio
    """,
    homographs="""
        a, do, me, en, set, ago, mar, ma, mi, ya, e, o, u, sa, por, y, final, fin, to, once,
        tarde, comienzo, principio, or, ma., pasado, de, del
    """,
)
