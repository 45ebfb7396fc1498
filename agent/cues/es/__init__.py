"""By what words does a message show what it means? Spanish."""

from agent.cues.es import answering, leaving, people, stop_words, stops, us
from agent.cues.table import Table, merged, phrases

SHORTHAND = {
    "q": "que", "k": "que", "xq": "por que", "pq": "por que", "porq": "por que",
    "porque": "por que", "xk": "por que", "tb": "tambien", "tmb": "tambien", "xfa": "por favor",
    "xfavor": "por favor", "porfa": "por favor", "pf": "por favor", "pls": "por favor",
    "porfis": "por favor", "x": "por", "d": "de", "dl": "del", "msj": "mensaje",
    "msjs": "mensajes", "msn": "mensajes", "tlf": "telefono", "tfno": "telefono", "num": "numero",
    "nro": "numero", "wsp": "whatsapp", "wpp": "whatsapp", "stpo": "stop", "sotp": "stop",
    "stp": "stop", "vaja": "baja", "bja": "baja", "baka": "baja", "pas": "paz", "xao": "adios",
    "ola": "hola", "oka": "ok", "nose": "no se", "toy": "estoy", "tas": "estas", "kien": "quien",
    "kiero": "quiero", "qiero": "quiero", "escrivas": "escribas", "escriva": "escriba",
    "escrivan": "escriban", "escrivirme": "escribirme", "yames": "llames", "yamen": "llamen",
    "yame": "llame", "embies": "envies", "embie": "envie", "embien": "envien", "vorra": "borra",
    "grax": "gracias", "m": "me", "pa": "para", "nomas": "no mas", "mjs": "mensajes",
    "wasapps": "whatsapps", "nmero": "numero", "eskribas": "escribas", "eskriban": "escriban",
    "moleztes": "molestes", "vorren": "borren", "ezcriban": "escriban", "dejadm": "dejadme",
    "exriban": "escriban", "exribas": "escribas", "mass": "mas", "noo": "no",
    "dejenm": "dejenme", "ls": "los", "thx": "gracias",
    "qero": "quiero", "kero": "quiero", "dejn": "dejen",
}  # fmt: skip
SPELLING = phrases(
    """
    desuscribirme, suscripcion, newsletter, mensajes, mensaje, publicidad, boletin, humano, numero,
    telefono, molestar, enviarme, mandarme, operador, asistente, maquina, inteligencia, artificial,
    factura, estudiante, eliminen, espanol, castellano, equivocado, repetir, whatsapp, correos
    """
)
"""Words whose neighbours in the dictionary mean no other thing."""

TABLE = Table(
    whole=merged(stops.WHOLE, leaving.WHOLE, people.WHOLE, us.WHOLE, answering.WHOLE),
    sentence=stops.SENTENCE,
    anywhere=merged(
        stops.ANYWHERE, leaving.ANYWHERE, people.ANYWHERE, us.ANYWHERE, answering.ANYWHERE
    ),
    unless=merged(stops.UNLESS, leaving.UNLESS, people.UNLESS, us.UNLESS),
    groups={**stop_words.GROUPS, **people.GROUPS},
    denials=phrases(
        """
        ni, no, nunca, sin, tampoco, don, dont, not, doesn, never
        """
    ),
    asking=phrases(
        """
        (mira|mire|a ver|venga)? (solo)? (dime|dame|diganme|decidme|pasame|paseme|deme|denme)
        (solo|ya)? (el|la|los|las|un|cuanto|que|si|como|donde|cuando), que, cual, cuales, cuanto,
        cuanta, cuantos, cuantas, como, cuando, donde, quien, tienen, tiene, teneis, hacen, haceis,
        ofrecen, ofreceis, incluye, puedo, podemos, puede, pueden, se puede, podeis, podria,
        podrias, podrian, podriais, me puedes, me podeis, me pueden, os puedo, le puedo, hay, es
        posible, seria posible, habria, vendeis, venden, trabajan, trabajais, funciona, necesito
        saber, me gustaria saber, quisiera saber, queria saber, quiero saber, digame, me puede
        decir, me puedes decir, sabe si, sabeis si, por cierto
        """
    ),
    statements=phrases(
        """
        puedo pagar, puedo gastar, puedo invertir, puedo adelantar, puedo poner, puedo dedicar,
        puedo esperar, puedo llegar, podemos pagar, podemos gastar, podemos invertir, podemos
        adelantar, podemos poner, podemos dedicar, podemos esperar, podemos llegar, cuanto antes,
        como mucho, como poco, como maximo, como minimo, como unos, como unas, como muy, como
        siempre, cuando (me|nos|te|le|se|les)?
        (salga|salgan|toque|toquen|cobre|cobremos|venda|vendamos|reciba|recibamos|vuelva|volvamos|empiece|empecemos|compre|compremos|firme|firmemos|cierre|cerremos|den|paguen|nazca|encuentre|encontremos|decida|decidamos|sepa|sepamos|jubile|mude|mudemos|baje|bajen|suba|suban|pase|pasen|case|casemos|cambie|apruebe|aprueben|conceda|concedan|herede|ingrese|ingresen|abra|abramos|entregue|entreguen|consiga|consigamos|venza|mejore|regrese|vaya|vayan|confirme|confirmen),
        como quieras, como quiera, como empresa, como somos, como tenemos, cuando quier*, cuando
        pued*, cuando termin*, cuando acab*, cuando sea, cuando hay*, cuando teng*, cuando lleg*,
        cuando se, cuando nos, cuando el, cuando la, cuando mi, cuando un*, que no, que nos, que me,
        que se, que *mos, que los, que las, que mi, que tengo, que quiero, que necesito, que estoy,
        que ya, hay que, hay mucho, hay mucha, hay muchos, hay muchas, hay un problema, hay dos, hay
        tres, funciona mal, donde trabajo, quien decide es, quien decide soy, tiene que, tienen que,
        tienen muchos, quiero saber … clientes, puede que, puede ser, trabajan con nosotros,
        trabajan aqui
        """
    ),
    not_yet=phrases(
        """
        todavia, aun, por ahora, de momento, por el momento
        """
    ),
    shorthand=SHORTHAND,
    spelling=SPELLING,
)
