"""How is an amount said in Spanish?"""

from qualification.normalise.tables.shape import AmountWords, HeadWords, NumeralWords

NUMERALS = NumeralWords(
    small={
        0: "cero, zero",
        1: "uno, un, una",
        2: "dos",
        3: "tres",
        4: "cuatro",
        5: "cinco",
        6: "seis",
        7: "siete",
        8: "ocho",
        9: "nueve",
        10: "diez",
        11: "once",
        12: "doce",
        13: "trece",
        14: "catorce",
        15: "quince",
        16: "dieciséis",
        17: "diecisiete",
        18: "dieciocho",
        19: "diecinueve",
        20: "veinte, veintitantos, veintitantas, veintipico",
        21: "veintiuno, veintiún, veintiuna",
        22: "veintidós",
        23: "veintitrés",
        24: "veinticuatro",
        25: "veinticinco",
        26: "veintiséis",
        27: "veintisiete",
        28: "veintiocho",
        29: "veintinueve",
        30: "treinta",
        40: "cuarenta",
        50: "cincuenta",
        60: "sesenta",
        70: "setenta",
        80: "ochenta",
        90: "noventa",
        100: "cien, ciento",
        200: "doscientos, doscientas",
        300: "trescientos, trescientas",
        400: "cuatrocientos, cuatrocientas",
        500: "quinientos, quinientas",
        600: "seiscientos, seiscientas",
        700: "setecientos, setecientas",
        800: "ochocientos, ochocientas",
        900: "novecientos, novecientas",
    },
    scales={
        10: "decena, decenas",
        12: "docena, docenas, dozs",
        20: "veintena, veintenas",
        30: "treintena",
        40: "cuarentena",
        50: "cincuentena",
        100: "cientos, centena, centenas, centenar, centenares",
        10**3: "mil, miles, k, kilo, kilos, luca, lucas, millar, millares",
        10**6: "millón, millones, mill, mm, mdp, m, palo, palos, melón, melones",
        10**9: "millardo, millardos",
        10**12: "billón, billones",
    },
    glued="k, m, mm",
    leads="mil, millón",
    joins="y, e",
    group_marks="",
    halves="medio, media",
    points="coma, punto, con",
    late_points="con",
    ones="un, una",
    some={
        2: "un par, un par de, par de",
        3: "unos pocos, unas pocas",
        5: "un puñado, un puñado de",
    },
    fractions={
        "1/2": "la mitad, la mitad de, un medio",
        "1/3": "un tercio",
        "1/4": "un cuarto",
        "1/5": "un quinto",
        "2/3": "dos tercios",
        "3/4": "tres cuartos, tres cuartas partes",
        "2/5": "dos quintos",
        "3/5": "tres quintos",
        "4/5": "cuatro quintos",
    },
    vague="""
        varios, varias, pocos, pocas, unos cuantos, unas cuantas, cuantos, cuantas, algunos,
        algunas
    """,
    vague_endings="",
    lone_ones="uno, una, un",
    not_numerals="""
        una vez, un momento, un segundo, un minuto, una cosa, una pregunta, una duda, mil gracias,
        mil cosas, mil veces, mil disculpas, mil perdones, mil maravillas
    """,
    homographs="con, e, m, mm, once, un, un cuarto, una",
)

AMOUNTS = AmountWords(
    limits={
        "at_most": """
            hasta, como mucho, como mucho mucho, como muchísimo, a lo más más, como máximo, máximo,
            tirando por lo alto, por lo alto, un máximo de, máximo de, max, tope,
            un tope de, tope de, no más de, no más que, menos de, menos que, menor que, menor a,
            menor de, menores a, menores que, menores de, inferior a, inferiores a,
            por debajo de, debajo de, no superior a, no supere, no supera, no pase de, no pasa de,
            no pasamos de, no pasar de, sin pasar de, sin superar, no llega a,
            no llegan a, no llegamos a, no llegamos ni a, no llega ni a, no alcanza, ni,
            ni siquiera, no somos más de, menor o igual a, menor o igual que, igual o menor que,
            igual o menor a, más bajo que, más bajos que, a lo sumo, a lo más, ni un euro más de,
            no podemos pasar de, no mayor a, no mayor que, limitado a, por menos de, llegar a,
            llegar hasta, llegamos a, llegamos hasta, llegaríamos a, llegaríamos hasta, algo menos de, un poco menos de, poco menos de,
            sin pasarnos de, sin pasarme de, estirarnos hasta,
            estirarme hasta, <, < =, ≤
        """,
        "at_least": """
            al menos, por lo menos, como mínimo, mínimo, un mínimo de, mínimo de, más de,
            más que, mayor que, mayor a, mayor de, mayores a, mayores que, mayores de,
            superior a, superiores a, por encima de, encima de, a partir de, de más de,
            no menos de, no menos que, no inferior a, no menor a, mayor o igual a,
            mayor o igual que, igual o mayor que, igual o mayor a, más alto que, más altos que,
            arriba de, de ahí, no bajaría de, no bajaríamos de, no bajar de, no baja de, no bajamos de,
            pasa de, pasan de, pasamos de, pasar de, pasarnos de, pasarme de, superar, superamos, supera,
            superan, >, > =, ≥
        """,
    },
    limits_after={
        "at_least": """
            o más, y pico más, para arriba, en adelante, hacia arriba, por lo menos,
            como mínimo, al menos, mínimo, o superior, o mayor, y subiendo, y creciendo, +,
            de mínimo
        """,
        "at_most": """
            o menos, como mucho, como máximo, máximo, a lo sumo, de tope, tope, para abajo,
            o inferior, o menor, de máximo, a lo más, y no más, y ni uno más, como muchísimo,
            como mucho mucho, por lo alto, tirando por lo alto, es el tope, es el límite,
            es mi tope, es nuestro tope
        """,
    },
    limit_nouns={
        "at_most": "máximo, máxima, máx, máx., max, tope, límite, techo",
        "at_least": "mínimo, mínima, mín, mín., suelo",
    },
    being="es, son, sería, serían, está en, de, :, es de, eran, lo tenemos en",
    own="el, la, los, las, lo, nuestro, nuestra, mi, un, una, unos, unas",
    negations="no, ni, nunca, sin, tampoco, nadie, jamás",
    indifferent="importa, importaría, problema, inconveniente, molesta",
    clause_starts="y, pero, si, sino, aunque, o",
    corrections="""
        no, perdón, perdona, mejor, mejor dicho, o mejor, digo, quiero decir, rectifico,
        corrijo, más bien, bueno, en realidad, ay no, ah no
    """,
    around="""
        unos, unas, alrededor de, aproximadamente, aprox, aprox., cerca de, más o menos, sobre,
        casi, en torno a, en el entorno de, del orden de, cosa de, como, rondando, ronda,
        rondará, rondaría, rondan, a eso de, digamos, pongamos, calculo, tirando a, hacia,
        algo así como, poco más de, un poco más de, algo más de, poco menos de,
        un poco menos de, algo menos de, ~, ≈, ±
    """,
    around_after="""
        más o menos, aproximadamente, aprox, aprox., o así, y pico, y pico de, o algo así,
        por ahí, y tantos, y tantas, o cosa así, y algo, y algo de, o por ahí, arriba o abajo,
        largos, escasos, justitos, mal contados, y pocos
    """,
    between="entre",
    between_and="y, e, a, o, -",
    since={
        None: "de",
        "at_least": "desde",
    },
    until="a, hasta, -, ~, /",
    alternatives="o, ó, u, quizá, quizás, tal vez, a lo mejor",
    periods={
        "hour": "a la hora, por hora, la hora, /h, /hora, €/h",
        "day": "al día, por día, diarios, diario, cada día, /día, /dia",
        "week": "a la semana, por semana, semanales, semanal, cada semana, /semana, la semana",
        "month": """
            al mes, por mes, a mes, usuario mes, mensuales, mensual, cada mes, /mes, todos los meses, y mes, el mes,
            de cuota mensual, mes
        """,
        "quarter": "al trimestre, por trimestre, trimestrales, trimestral, cada trimestre, cada tres meses, cada 3 meses, /trimestre",
        "year": "al año, por año, anuales, anual, cada año, /año, y año, el año, /anual",
        "once": """
            de una vez, una sola vez, pago único, en un solo pago, en total, una vez,
            de una sola vez, de golpe, de pago único, por única vez
        """,
    },
    rhythms={
        "month": "mensual, mensuales, mensualmente, al mes, por mes, cada mes",
        "year": "anual, anuales, anualmente, al año, por año, cada año",
        "week": "semanal, semanalmente, a la semana",
        "quarter": "trimestral, trimestralmente, al trimestre",
        "day": "diario, al día",
        "once": "pago único",
        "hour": "por hora",
    },
    longer_periods={
        (2, "month"): """
            cada dos meses, cada 2 meses, bimestral, bimestrales, bimensual, bimensuales,
            al bimestre, por bimestre, cada bimestre
        """,
        (6, "month"): "cada seis meses, cada 6 meses, semestral, semestrales, al semestre",
        (2, "week"): "cada dos semanas, cada 2 semanas, cada quincena, quincenal, a la quincena",
        (2, "year"): "cada dos años, cada 2 años",
    },
    not_periods="""
        el año pasado, el año que viene, el año próximo, el mes pasado, el mes que viene,
        el mes próximo, la semana pasada, la semana que viene, una vez al mes, una vez al año
    """,
    each="""
        usuario, y usuario, y persona, y puesto, la unidad, cada una, más impuestos, + impuestos,
        impuestos incluidos, iva aparte, (iva incluido), (sin iva), (+ iva), más igic, + igic,
        por usuario, por usuaria, por persona, por puesto, por empleado, por licencia,
        por cabeza, por asiento, /usuario, /persona, /puesto, /licencia, por sede, por tienda,
        por unidad, por cada usuario, más iva, + iva, iva incluido, sin iva, con iva,
        por agente, cada uno
    """,
    of="de, en",
    about_money="""
        budget, destinado, destinar, facturación, facturamos, gastamos, gastando, gastar,
        gastaría, gastaríamos, gastarme, gastarnos, gasto, inversión, invertimos, invertir,
        invertiríamos, luca, lucas, pagamos, pagando, palo, palos, pagar, partida,
        presupuestado, presupuestados, presupuesto, presupuestos
    """,
    prices="""
        coste, costo, cuesta, cuestan, cuota, importe, precio, precios, tarifa, tarifas, vale,
        valen
    """,
    counted="""
        agentes, almacenes, alumnas, alumnos, amigos, artículos, asientos, camiones, cifras,
        citas, clases, cliente, clientes, coches, comercial, comerciales, compañeros, contactos,
        contratos, correos, cosas, cuentas, de cada, delegaciones, dígitos, empleada, empleadas,
        empleado, empleados, empresas, equipos, estrellas, facturas, gente, habitaciones,
        hoteles, inmuebles, leads, licencia, licencias, llamadas, locales, mesas, oficina,
        oficinas, opciones, pacientes, países, pedidos, persona, personas, piezas, pisos,
        plazas, preguntas, productos, propiedades, proveedores, proyectos, puesto, puestos,
        páginas, referencias, reservas, restaurantes, reuniones, sede, sedes, seguidores,
        socios, tienda, tiendas, trabajador, trabajadoras, trabajadores, unidades, usuarias,
        usuario, usuarios, vehículos, vendedores, visitas
    """,
    timed="""
        a.m., abril, agosto, am, año, años, diciembre, domingo, día, días, enero, febrero, h,
        hora, horas, jueves, julio, junio, lunes, martes, marzo, mayo, mes, meses, minuto,
        minutos, miércoles, noviembre, octubre, p.m., pm, semana, semanas, septiembre,
        setiembre, sábado, trimestre, trimestres, veces, vez, viernes
    """,
    labels="""
        versión, código, número, calle, piso, planta, pedido, factura, sala, página, tique, cp,
        teléfono, móvil
    """,
    count_leads="somos, seremos, éramos, hemos sido",
    year_marks="en, desde, de, del, año, hacia",
    late_year_marks="de",
)

HEADS = HeadWords(
    selves="yo, un servidor, una servidora, yo mismo, yo misma, conmigo",
    alone="""
        solo yo, sólo yo, yo solo, yo sola, solamente yo, únicamente yo, nada más yo, nomás yo,
        solo soy yo, soy yo solo, soy yo sola, soy solo yo, estoy solo, estoy sola,
        trabajo solo, trabajo sola, voy solo, voy sola, una persona sola, yo mismo, yo misma
    """,
    nobody="ninguno, ninguna, nadie, ningún empleado, ninguno todavía, nadie todavía",
    possessives="mi, nuestro, nuestra, el, la",
    joins="y, e, más, con, +, &",
    others="más, otros, otras, personas, empleados, compañeros, gente, socios",
    possessives_of_many="mis, nuestros, nuestras, los, las, sus",
    kinds="""
        adultos, adulto, adulta, adultas, niños, niñas, niño, niña, hijos, hijas, hijo, hija,
        críos, crío, peques, bebés, bebé, nenes, nenas, mayores, adolescentes, chicos, chicas,
        padres, abuelos, menores, pequeños, pequeñas, mujeres, hombres
    """,
    pets="perro, perra, perros, perritos, perrito, perrita, gato, gata, gatos, gatitos, loro, hámster, conejo, mascotas, mascota",
    before_verbs="por, de, en, nada, solo, solos, aquí, ahora",
)

ORDINALS = {
    1: "primero, primer",
    2: "segundo",
    3: "tercero, tercer",
    4: "cuarto",
    5: "quinto",
    6: "sexto",
    7: "séptimo, sétimo",
    8: "octavo",
    9: "noveno",
    10: "décimo",
    11: "undécimo, decimoprimero",
    12: "duodécimo, decimosegundo",
    13: "decimotercero, decimotercer",
    14: "decimocuarto",
    15: "decimoquinto",
    16: "decimosexto",
    17: "decimoséptimo",
    18: "decimoctavo",
    19: "decimonoveno",
    20: "vigésimo",
    30: "trigésimo",
    40: "cuadragésimo",
    50: "quincuagésimo",
    60: "sexagésimo",
    70: "septuagésimo",
    80: "octogésimo",
    90: "nonagésimo",
    100: "centésimo",
    200: "ducentésimo",
    300: "tricentésimo",
    400: "cuadringentésimo",
    500: "quingentésimo",
    600: "sexcentésimo",
    700: "septingentésimo",
    800: "octingentésimo",
    900: "noningentésimo",
    1000: "milésimo",
}
ORDINAL_GENDERS = {"o": "a"}
"""The ending above, and the other gender's."""
