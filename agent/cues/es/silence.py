"""By which shapes of words does somebody ask to be left alone? Spanish."""

from agent.cues.es.silence_words import CLASSES, SOUNDS
from agent.cues.silence import Silence
from agent.cues.table import phrases

SHAPES = phrases(
    """
    NO (VUELVA)? (a)? ser LLAMADO, (DEJA|CESE) de (ESCRIBIR|MANDAR) (ME|.), DEJA a MIO PAZ, BORRAME
    de encima SU MSGS, NO SU uso de (MIO|DATOS), que DEJA YA (.|X), MIO (fuera|sea|quede|este|ha de
    ser) BORRADO, ME (podrias|podrian|podriais|podeis|puedes|pueden|puede)? BORRA (YA)? (de|del) SU
    LISTA, (DEJA|NO) (QUIERO)? (de)? (estar|seguir|VUELVA)
    (suscrito|suscrita|apuntado|apuntada|inscrito|inscrita) …, DAR (YA)? a (YA)? (DAR)? (BAJA|BORRA)
    …, NO (ME)? (den|deis|des|de) MAS (la|el) (lata|brasa|murga|tabarra|chapa|conazo|vara|turra), NO
    (YA|AHORA)? (ME)? (YA|AHORA)? (ESCRIBA|LLAME) (YA|AHORA)? (MAS|ME|MIO|a MIO|.), NO (MAS)?
    (YA|AHORA)? ME (YA|AHORA)? (ESCRIBA|LLAME), NO (YA|AHORA)? ME (YA|AHORA)? MANDE (YA|AHORA)?
    (MAS|MSGS|.|YA|SU (YA|AHORA)? (MSGS|rollo)|de SU|esto|eso|ni), NO (ME|le|les|lo|la)
    (ESCRIBA|LLAME|MANDE) (MAS)? (SU)? (MAS)? (MSGS)? … MIO, NO (ESCRIBA|LLAME|MANDE) … (MAS)? a
    MIO, NO (ME)? VUELVA (YA|AHORA)? (ME)? (a)? (ESCRIBIR|MANDAR|ESCRIBIENDO|RECIBIR), NO (ME)?
    (ESCRIBIR|MANDAR) (MAS|MSGS|a MIO|MIO|.), NO (se|os|te)? (ESCRIBA|LLAME) (MAS)? (ME|con
    nosotros|con MIO|.), NO (ME)? (MANDE) (MAS)? (SU)? (MAS)? MSGS, NO (YA|AHORA)? (QUIERO|VUELVA)
    (YA|AHORA)? (VUELVA)? (RECIBIR|MANDAR) (YA|AHORA)? (MAS|SU|MSGS|.|de ustedes|de vosotros|de
    ti|YA), NO (QUIERO)? (RECIBIR) (YA|AHORA)? (MAS)? (de)? (SU)? (YA|AHORA)? (MAS)? MSGS, NO QUIERO
    (YA|AHORA)? (MAS|SU) (SU)? (YA|AHORA)? (MAS)? MSGS (YA|MAS|.|de|SU|en MIO|a
    MIO|MSGS|ni|comerciales), NO QUIERO MSGS (.|YA|AHORA|de|ni|en MIO|SU|comercial), NO QUIERO
    (RECIBIR)? (MAS) (MAS)? de (ustedes|vosotros|ti|SU empresa|YA), NO QUIERO (VUELVA)? (a)? (que)?
    (me)? (ser)? LLAMADO, NO QUIERO que (YA|AHORA)? (me|nos|ME) (VUELVA)? (a)?
    (ESCRIBA|LLAME|MANDE|ESCRIBIR|MANDAR|ESCRIBIENDO), NO QUIERO que (VUELVA) (a)? (ME)?
    (ESCRIBIR|MANDAR|ESCRIBIENDO), NO QUIERO (estar|seguir|aparecer|figurar|continuar) … LISTA, NO
    QUIERO (VUELVA) … (ESCRIBIR|MANDAR|ESCRIBIENDO) (ME|MAS|.), (nada de|no mas|MAS de|fuera|ni)
    (MAS)? (SU)? MSGS (YA|.|MAS|de ustedes|de vosotros), (ni un|SU) MSGS MAS (YA|AHORA|.),
    (DEJA|PARA|PARA) (YA|AHORA)? (de|con|DEJA|PARA)? (YA|AHORA)? (estar|una vez|seguir)? (de)?
    (ESCRIBIR|ESCRIBIENDO), (DEJA|PARA|PARA) (YA|AHORA)? ME (YA|AHORA)? (de)? (ESCRIBIR|MANDAR|PAZ),
    (DEJA|PARA|PARA) (YA|AHORA)? de (VUELVA)? (MANDAR) (YA|MAS)? (SU)? (YA|AHORA)?
    (MSGS|ME|MAS|.|YA|esto|estas), (DEJA|PARA|PARA) (YA|AHORA)? (de|con) (YA|AHORA)? (SU)? (SU)?
    (YA|AHORA)? (MSGS), (DEJA|PARA|PARA) (SU) (YA|AHORA)? (MSGS) (de|YA|AHORA|comerciales|MAS),
    (CESE|DEJA|PARA) (YA|AHORA)? (de)? (SU)? (YA|AHORA)? (MSGS) … (a MIO|MIO|conmigo|ME|de
    inmediato|YA), CESE (YA|AHORA)? (de)? (SU) (YA|AHORA)? (envio|envios|remision) de (SU)? MSGS,
    DEJAME (YA|AHORA)? PAZ, (DEJA|PARA|PARA) (YA|AHORA)? (PAZ) (a)? (ME|MIO), DEJAME (YA|AHORA)? de
    (ESCRIBIR|MANDAR|ESCRIBIENDO),
    (pueden|podeis|puedes|puede|podrian|podriais|podrias|podria|podes|quiero que|queremos que|pido
    que|exijo que|ruego que|solicito que|agradeceria que|agradecere que|gustaria que|espero
    que|necesito que|que) (YA|AHORA)? (DEJA|PARA|pares|pareis|paren|pare|cesen) (YA|AHORA)? (de)?
    (ESCRIBIR|MANDAR|ESCRIBIENDO|MSGS|PAZ), (DEJA|PARA|CESE) (de)? RECIBIR (YA|AHORA)? (MAS)? (SU)
    (MAS)? MSGS, QUIERO (DEJA|PARA) (de)? (RECIBIR) …, QUIERO NO (VUELVA)? (RECIBIR) …,
    (quiero|quisiera|deseo|queremos|QUIERO) (DEJA|PARA) de RECIBIR (SU)? (MAS)? (MSGS|.|esto),
    (como|que) (hago|puedo hacer|hay que hacer|tengo que hacer|debo hacer|hacer|se hace|puedo)
    (para|pa)? … (NO|DEJA|PARA|CESE) (ME)? (VUELVA)? (de)?
    (RECIBIR|ESCRIBIR|MANDAR|ESCRIBA|LLAME|MANDE|MSGS), (como|que|donde) (hago|puedo hacer|hay que
    hacer|tengo que hacer|debo hacer|hacer|se hace|puedo) (para|pa)? (que)? (YA|AHORA)?
    (BORRAME|DEJAME|DEJA|PARA|desuscrib*|NO ME ESCRIBA), como (BORRAME) (YA|AHORA)? (de|del)? (SU)?
    LISTA, (como|donde|puedo|quiero) (CESE|bloqueo|paro|detengo|cancelo) (SU) (YA|AHORA)? MSGS,
    BORRAME (YA|AHORA)? (de|del|en) (SU)? (YA|AHORA)? … (LISTA|MSGS), BORRAME (YA|AHORA)?
    (.|YA|AHORA .), BORRAME (YA|AHORA)? (de|del) (SU)? LISTA, BORRA (YA|AHORA)? (DATOS|MIO), BORRA
    (YA|AHORA)? (SU)? (numero|telefono|datos) (mio|mios|YA), BORRA (YA|AHORA)?
    (mi|mis|nuestro|nuestros) (numero|telefono|datos|correo), (que|por favor|YA) (se)? BORRA
    (YA|AHORA)? (DATOS|MIO), (que|YA) BORRAME, (ser|sea|QUIERO ser|estar) BORRADO (YA|de|del|.),
    (DATOS|MIO) (BORRADO|sea BORRADO|sean BORRADO),
    (DAR|QUIERO|quiero|necesito|deseo|como|puedo|ayuda*) … (desuscrib*|dessuscrib*|desapunt*), DAR
    (YA|AHORA)? (DATOS|MIO)? (YA|AHORA)? BAJA (.|YA|AHORA|de SU LISTA|de SU MSGS|en SU LISTA|de
    LISTA|del LISTA|del MSGS|de MSGS|DATOS|a MIO|MIO|MAS|de (SU)? … (LISTA|MSGS)), (QUIERO) (DAR)?
    BAJA (.|YA|AHORA|de SU (LISTA|MSGS)), HARTO (YA|AHORA)? (de|con) (YA|AHORA)? (SU)? (YA|AHORA)?
    (RECIBIR)? (SU)? (YA|AHORA)? (MSGS|que ME ESCRIBA|que me MANDE|que ME MANDE|VUELVA), HARTO
    (ME|estoy|estamos) (DEJA|PARA|de) … MSGS, (que) parte de (NO|DEJA|PARA|BAJA|stop|BORRAME) … NO
    (entiende*|entendiste|entendieron|habeis entendido|has entendido|entendeis|comprende*|te queda
    claro|captas), NO (ME)? (ESCRIBIENDO) (MAS|.), (ESCRIBIR|MANDAR) (ME)? NO MAS, NO MAS
    (YA|AHORA)? (SU)? (MSGS|ESCRIBIR), (olvidaros|olvidarse|olvidese|olvidense|olvidaos|olvidate) de
    (MIO|ME|nosotros|mi), BORRAME (YA|AHORA)? (por completo|del todo|.),
    (largaos|larguense|largate|piraos|perdeos|pierdanse|pierdete|iros) (YA|.|y|de),
    (abstener|abstengan|abstenga|eviten|evite|evita|evitad|DEJA|PARA) (YA|AHORA)? (de)? (VUELVA)
    (ESCRIBIR|MANDAR|ESCRIBIENDO), (ME|MIO) … (NO) (QUIERE|quiere) (RECIBIR|que) …
    (MSGS|ESCRIBA|LLAME|MANDE), que NO (ME)? (VUELVA)? (ESCRIBA|LLAME|ESCRIBIR|MANDAR) (MAS|YA .|.),
    QUIERO que (YA|AHORA)? (DEJAME|DEJA|PARA)
    """
)

ALONE = phrases(
    """
    YA DEJA (YA|AHORA)?, YA PARA YA (YA)?, DEJA (YA|AHORA) (YA)?
    """
)
"""Shapes that count when they are all of a clause."""
ENDS = frozenset({"NO", "DEJA", "CESE", "HARTO", "BORRA", "BORRAME", "BORRADO"})
REACHES = frozenset(
    {"ESCRIBA", "MANDE", "ESCRIBIR", "MANDAR", "ESCRIBIENDO", "MSGS", "DATOS", "LLAMADO"}
)
BESIDE = frozenset(
    phrases(
        """
        YA, ME, SU, MIO, MAS, QUIERO, RECIBIR, VUELVA, DAR, PAZ, que, se, les, le, os, te, de, a,
        en, con, para, por, porque, y, e, o, fuera, sea, sean, sido, ha, han, he, hemos, pido,
        ruego, solicito, exijo, confirmen, confirmar, podrias, podrian, podriais, podeis, puedes,
        pueden, puede, podria, gustaria, hagan, haga, haz, haced, el favor, favor, lo, la, los, las,
        yo, tu, usted, ustedes, vosotros, estoy, estamos, es, esto, eso, si, mi, mis, hola, buenas,
        dias, tardes, desde, aqui, ningun, concepto, motivo, muy, bien, pero, soy, dije, dicho, he
        dicho, pedi, bueno, pues, oye, oiga, mira, suscrito, suscrita, apuntado, apuntada, quede,
        constancia
        """
    )
)
"""Where a sentence holds nothing but these, its ending is the end of our writing."""
UNLESS = phrases(
    """
    NO QUIERO (ESCRIBIR|MANDAR) …, NO (ME)? (ESCRIBA|MANDE)
    (presupuestos|presupuesto|precios|cifras|cantidades|parrafos) …,
    (SU|mis|nuestros|nuestras|algunos|muchos)? ELLOS … …
    (DEJA|BAJA|ESCRIBA|LLAME|NO|MSGS|BORRAME|MANDE|HARTO|desuscrib*), (si|cuando|aunque|porque|para
    que|sin que|hasta que|como) (NO)? ME (ESCRIBA|LLAME|MANDE) …, NO (ME)? (ESCRIBA|LLAME|MANDE) …
    LUEGO, NO (ME)? (ESCRIBA|LLAME|MANDE) … … LUEGO, NO (ME)? (VUELVA) (a)? (ESCRIBIR|MANDAR) …
    LUEGO, NO DEJA …, sin DEJA …, (DEJA|DEJAME) (de)? (ESCRIBIR|MANDAR|RECIBIR) (a)?
    (SU|mis|nuestros|mano|cada|todos|ELLOS|clientes) …
    (ELLOS|mano|clientes|leads|presupuestos|facturas), (DEJA) de (ESCRIBIR|MANDAR|RECIBIR) … ELLOS,
    (queremos|QUIERO|necesitamos|nos|intentamos|hay que|tenemos que|para|poder|conseguir) (poder)?
    DEJA de (ESCRIBIR|MANDAR|RECIBIR|perder) (a|tantos|tanta|SU|MSGS|LUEGO|.) …, NO (ME)? (MANDE)
    (SU)
    (X|presupuesto|contrato|factura|propuesta|enlace|info|informacion|precio|precios|tarifas|catalogo|demo)
    …, BORRAME (SU) (X|cita|duda|reunion) …, BORRA (SU)
    (X|cita|reunion|duplicados|contactos|usuario|viejos) …, (MANDE|ESCRIBA|LLAME) …
    (MSGS|ESCRIBA|LLAME) … ELLOS, DAR BAJA (a|SU|al) (SU)?
    (X|linea|luz|gas|usuarios|ELLOS|contrato|proveedor|autonomo|autonomos) …,
    (si|cuando|hay|permanencia|penalizacion|pasa si|en caso de) (SU)? (ME)? DAR …, NO QUIERO
    (MAS|SU|RECIBIR) … (de ELLOS|ELLOS|perdidos|sin contestar|duplicados|a mano), (salir|salirme|me
    salgo) (de|del) (SU)? (excel|LISTA que|dudas|apuro|casa) …, BORRAME de encima
    (SU)? (trabajo|peso|lio|X) …, BORRAME de encima SU MSGS … ELLOS, NO MAS (de)? (SU)? (MSGS)
    (de|que) … (ELLOS), NO (DAR) …, (ayuda
    a|ayude a|sirve para|herramienta|programa|sistema|crm|bot) … (DEJA|NO|BORRA|CESE) …,
    (podemos|puedo|se puede|se pueden|pueden ustedes|puede el) (BORRA|CESE|DAR) … (ELLOS|X),
    (NO|DEJA) … MSGS (perdidos|sin leer|sin contestar|a mano|de ELLOS), CESE (SU)
    (X|cita|reunion|contrato|pedido|cuenta) …, BORRA … del (X|excel|crm) …
    """
)
MEANT = phrases(
    """
    LUEGO NO ME (ESCRIBA|LLAME|MANDE), MEJOR … NO (ME)? (LLAME|ESCRIBA|MANDE) ., NO ME
    (ESCRIBA|LLAME|MANDE) de (usted|tu|vos) (.|YA|que), NO (ME)? (ESCRIBA|LLAME) …
    (tuteame|tuteeme|tutearme|tuteadme|tuteenme), NO ME (LLAME|ESCRIBA) AHORA
    (.|que|estoy|YA), NO ME LLAME
    (X|loco|mentiroso|tonto|don|dona|senor|senora|senorito|caballero|senorita) (.|YA|que|soy|X),
    (DEJA de (llamarme|llamarnos)) (X|don|senor|senora) (.|X|soy|YA), NO (ME)?
    (ESCRIBA|LLAME|MANDE|ESCRIBIR|MANDAR|QUIERO|MSGS) … … MEJOR, NO (ME)? (ESCRIBA|LLAME|MANDE) … …
    MEJOR, NO (ME)? (ESCRIBA|LLAME|MANDE) (MSGS|SU MSGS) … (MEJOR|MSGS) …, NO (QUIERO)? (RECIBIR)?
    MSGS (solo|pero|MEJOR) …, NO MSGS MEJOR, (DEJA|DEJAME) (YA)? de (MANDAR) (ME)? (SU)?
    (X|folleto|folletos|catalogo|catalogos|enlaces|pdf) (y|MEJOR|solo|YA|AHORA)?
    (dime|digame|diganme|decidme|deme|dame|denme|dadme|cuanto|que (precio|cuesta|vale))
    """
)


def silence(known: frozenset[str]) -> Silence:
    """How it is asked for, given the words that are no slips of others."""
    return Silence(
        classes=CLASSES,
        shapes=SHAPES,
        alone=ALONE,
        unless=UNLESS,
        ends=ENDS,
        reaches=REACHES,
        beside=BESIDE,
        meant=MEANT,
        sounds=SOUNDS,
        known=known,
    )
