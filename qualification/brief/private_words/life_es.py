"""How does Spanish tell of a marriage, its end, a loss, an age? Rows in the notation of ../rows.py,
with the classes of classes_es.py. PURE.

That a husband keeps the books is how a family firm works: only how the two stand is private.
"""

from qualification.brief.private_words.table import Ways

LIFE = Ways(
    told="""
        llevo|llevaba ~3 {unwed} $|y|pero|con
        mitad ~2 divorcio|separacion
        dejado|dejo|abandonado|abandono|enganado ~1 mi|su {spouse}
        estamos|seguimos separados|divorciados $|y|desde|hace
        soy|estoy|estaba|era|quede|he_quedado|sigo {degree}? {degree}? recien? {unwed}
        {family} ~2 es|esta|quedo|quedado {degree}? recien? {unwed}
        enviudar|enviude|enviudado
        me|se|nos ~3 {parted} $|y|pero|hace|este|asi|ahora|porque|todavia
        me|nos ~3 {parted} en {month}
        mi|nuestro|su divorcio
        pleno|medio|por_un|tramites|tramite|proceso|pasando|tras_el|desde_el ~2 divorcio|separacion
        mi|nuestra|su separacion $|y|fue|es|me|ha|hace
        mi|nuestro matrimonio $|y|se|esta|fue|va|hace|ya
        mi|su {spouse} ~1 me|nos dejo|ha_dejado|dejado|abandono|engano $|y|en|hace|por|este
        murio|fallecio|muerto ~1 mi|su|nuestro|nuestra ~1 {near}
        fallecido|enterre|enterramos|enterrado ~1 mi|su|nuestro|nuestra ~1 {near}
        perdi|perdio|perdido|perdimos a mi|su|nuestro|nuestra ~1 {near}
        {possessive}|nuestro|nuestra {near} ~2 murio|fallecio|muerto|fallecido|murieron
        difunto|difunta {spouse}
        mi|su ex {spouse}|$|y|se|me|nos|tiene|quiere|es|lleva|no
        exmarido|exmujer|exesposa|exesposo|exnovio|exnovia|expareja
        madre|padre|mama|papa soltera|soltero
        familia monoparental
        vivo solo|sola $|y|con|desde
        custodia ~3 mi|mis|nuestros|nuestro|nuestras {family}
        custodia compartida
        pareja de dos|# chicas|chicos|mujeres|hombres
        mi|cobro|cobrando|pago|paso ~2 viudedad|manutencion|pension_compensatoria
        mi viudez|solteria
        sin hijos $|y|ni
    """,
    strict="""
        casado|casada|divorciado|divorciada|viudo|viuda|separado|separada|soltero|soltera|matrimonio
        me|nos|se ~2 caso|case|casa|casan|casamos|casar|casado|casando
        divorcio|separacion
        tengo|cumplo|cumpli|con|de # anos
        jubilado|jubilada|anciano|anciana|pensionista|prejubilado|prejubilada
        a mi|su edad
        los treinta|cuarenta|cincuenta|sesenta|setenta $|largos|pasados|y_pico
        persona|senor|senora mayor
        es {degree}? joven|anciano|anciana
    """,
    unless="""
        {trade} ~1 {link} -2 divorcio|divorcios|divorciado|divorciados|separados|solteros|solteras
        {trade} ~1 {link} -2 viudo|viudos|viuda|viudas
        {trade} ~1 {link} -2 viudedad|viudez|custodia|custodias|matrimonios
        {deal} -3 divorcio|divorcios|divorciados|separados
        {deal} -3 solteros|viudas|viudedad|custodia|custodias
        divorcio|divorciarme de|con|entre ~2 {trade}|{thing}|proveedor
        divorciado|divorciada|divorciamos de|con|entre ~2 {trade}|{thing}|proveedor
        casado|casada|divorciado|divorciada con|de ~2 {thing}|{trade}|marca|proveedor|trabajo|idea
        separacion|separado|separada de|por|entre ~2
        matrimonio|matrimonios de|con|entre
        # anos de|en experiencia|empresa|sector|antiguedad|oficio
        # anos de|en historia|garantia|contrato|vida|uso
        {trade}|{thing}|marca|edificio|casa|maquina|coche ~1 tiene|cumple|con|de # anos
        boda|bodas
    """,
)
