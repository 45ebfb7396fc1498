"""How is an amount said in Spanish?"""

from qualification.normalise.tables.shape import AmountWords, NumeralWords

NUMERALS = NumeralWords(
    small={
        "cero": 0, "zero": 0, "uno": 1, "un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4,
        "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11,
        "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "dieciséis": 16, "diecisiete": 17,
        "dieciocho": 18, "diecinueve": 19, "veinte": 20, "veintiuno": 21, "veintiún": 21,
        "veintiuna": 21, "veintidós": 22, "veintitrés": 23, "veinticuatro": 24,
        "veinticinco": 25, "veintiséis": 26, "veintisiete": 27, "veintiocho": 28,
        "veintinueve": 29, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60,
        "setenta": 70, "ochenta": 80, "noventa": 90, "cien": 100, "ciento": 100,
        "doscientos": 200, "doscientas": 200, "trescientos": 300, "trescientas": 300,
        "cuatrocientos": 400, "cuatrocientas": 400, "quinientos": 500, "quinientas": 500,
        "seiscientos": 600, "seiscientas": 600, "setecientos": 700, "setecientas": 700,
        "ochocientos": 800, "ochocientas": 800, "novecientos": 900, "novecientas": 900,
    },
    scales={
        "cientos": 100, "mil": 10**3, "miles": 10**3, "k": 10**3, "kilo": 10**3, "kilos": 10**3,
        "lucas": 10**3, "millón": 10**6, "millones": 10**6, "mill": 10**6, "mm": 10**6,
        "mdp": 10**6, "m": 10**6, "millardo": 10**9, "millardos": 10**9, "billón": 10**12,
        "billones": 10**12, "decena": 10, "decenas": 10, "docena": 12, "docenas": 12, "dozs": 12,
        "centenar": 100, "centenares": 100, "millar": 10**3, "millares": 10**3,
    },
    glued="k, m, mm",
    leads="mil, millón",
    joins="y, e",
    halves="medio, media",
    points="coma, punto, con",
    ones="un, una",
    some={
        "un par": 2, "un par de": 2, "par de": 2, "unos pocos": 3, "unas pocas": 3,
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
