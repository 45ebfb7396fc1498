"""How is an amount said in Spanish?"""

from qualification.normalise.tables.shape import AmountWords, NumeralWords

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
        20: "veinte",
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
        100: "cientos, centenar, centenares",
        10**3: "mil, miles, k, kilo, kilos, lucas, millar, millares",
        10**6: "millón, millones, mill, mm, mdp, m",
        10**9: "millardo, millardos",
        10**12: "billón, billones",
    },
    glued="k, m, mm",
    leads="mil, millón",
    joins="y, e",
    halves="medio, media",
    points="coma, punto, con",
    late_points="con",
    ones="un, una",
    some={
        2: "un par, un par de, par de",
        3: "unos pocos, unas pocas",
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
    lone_ones="uno, una, un",
    homographs="con, e, m, mm, once, un, un cuarto, una",
)

AMOUNTS = AmountWords(
    limits={
        "at_most": """
            hasta, hasta unos, como mucho, como máximo, máximo, un máximo de, máximo de, max,
            tope, un tope de, tope de, no más de, no más que, menos de, menos que, menor que,
            menor a, menor de, menores a, menores que, menores de, inferior a, inferiores a,
            por debajo de, debajo de, no superior a, no supere, no supere los, no pase de,
            no pasar de, sin pasar de, sin superar, no llega a, no llegamos a, no somos más de,
            menor o igual a, menor o igual que, igual o menor que, igual o menor a,
            más bajo que, más bajos que, a lo sumo, a lo más, el tope es, el máximo es,
            ni un euro más de, no podemos pasar de, no mayor a, no mayor que, limitado a,
            por menos de, <, < =, ≤
        """,
        "at_least": """
            al menos, por lo menos, como mínimo, mínimo, un mínimo de, mínimo de, más de,
            más que, mayor que, mayor a, mayor de, mayores a, mayores que, mayores de,
            superior a, superiores a, por encima de, encima de, a partir de, de más de,
            no menos de, no menos que, no inferior a, no menor a, mayor o igual a,
            mayor o igual que, igual o mayor que, igual o mayor a, más alto que, más altos que,
            arriba de, de ahí, pasa de, pasamos de, supera los, superan los, superamos los,
            el mínimo es, supera, superan, >, > =, ≥
        """,
    },
    limits_after={
        "at_least": """
            o más, o mas, y pico más, para arriba, en adelante, hacia arriba, por lo menos,
            como mínimo, al menos, mínimo, o superior, o mayor, y subiendo, +, de mínimo
        """,
        "at_most": """
            o menos, como mucho, como máximo, máximo, a lo sumo, de tope, tope, para abajo,
            o inferior, o menor, de máximo, a lo más
        """,
    },
    around="""
        unos, unas, alrededor de, alrededor de los, aproximadamente, aprox, aprox., cerca de,
        más o menos, sobre, sobre los, sobre unos, casi, en torno a, en torno a los, cosa de,
        como unos, como, como unas, rondando los, ronda los, rondará los, rondaría los,
        rondan los, a eso de, digamos, pongamos, tirando a, hacia los, algo así como, ~, ≈, ±
    """,
    around_after="""
        más o menos, aproximadamente, aprox, aprox., o así, y pico, o algo así, por ahí,
        y tantos, o cosa así, y algo, o por ahí, arriba o abajo, largos, y pocos, mas o menos
    """,
    between="entre, entre los, entre unos, entre unas",
    between_and="y, y los, y unos, e, a, o, -",
    since={
        None: "de, de los, de unos",
        "at_least": "desde, desde los",
    },
    until="a, a los, hasta, hasta los, -, ~",
    alternatives="o, ó, u",
    periods={
        "hour": "a la hora, por hora, la hora, /h, /hora, €/h",
        "day": "al día, por día, diarios, diario, cada día, /día, /dia",
        "week": "a la semana, por semana, semanales, semanal, cada semana, /semana, la semana",
        "month": """
            al mes, por mes, mensuales, mensual, cada mes, /mes, todos los meses, y mes, el mes,
            de cuota mensual, mes
        """,
        "quarter": "al trimestre, por trimestre, trimestrales, trimestral, cada trimestre, /trimestre",
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
    each="""
        por usuario, por usuaria, por persona, por puesto, por empleado, por licencia,
        por cabeza, por asiento, /usuario, /persona, /puesto, /licencia, por sede, por tienda,
        por unidad, por cada usuario, más iva, + iva, iva incluido, sin iva, con iva,
        por agente, cada uno
    """,
    of="de, en",
    about_money="""
        budget, coste, costo, cuesta, cuota, destinado, destinar, facturación, facturamos,
        gastamos, gastando, gastar, gastarnos, gasto, importe, inversión, invertimos, invertir,
        invertiríamos, pagamos, pagando, pagar, partida, precio, presupuestado, presupuestados,
        presupuesto, presupuestos, tarifa
    """,
    counted="""
        a.m., abril, agentes, agosto, almacenes, alumnos, am, asientos, año, años, camiones,
        cliente, clientes, coches, comercial, comerciales, compañeros, contactos, correos,
        cosas, cuentas, delegaciones, diciembre, día, días, empleada, empleadas, empleado,
        empleados, enero, equipos, febrero, gente, h, habitaciones, hora, horas, julio, junio,
        leads, licencia, licencias, llamadas, marzo, mayo, mes, mesas, meses, minuto, minutos,
        noviembre, octubre, oficina, oficinas, opciones, p.m., pacientes, países, pedidos,
        persona, personas, plazas, pm, preguntas, proyectos, puesto, puestos, reuniones, sede,
        sedes, semana, semanas, septiembre, setiembre, socios, tienda, tiendas, trabajador,
        trabajadoras, trabajadores, trimestre, trimestres, unidades, usuarias, usuario,
        usuarios, veces, vehículos, vendedores, vez
    """,
    year_marks="en, desde, de, del, año, hacia",
)
