"""How does Spanish tell what is private? Folded words, in the notation of ../rows.py. PURE."""

from collections.abc import Mapping

from qualification.brief.private_words.classes_es import CLASSES
from qualification.brief.private_words.health_es import HEALTH
from qualification.brief.private_words.life_es import LIFE
from qualification.brief.private_words.table import Category, PrivateWords, Ways

_WAYS: Mapping[Category, Ways] = {
    "health": HEALTH,
    "religion": Ways(
        told="""
            tengo|vengo_de|a_la ~1 mezquita|sinagoga|misa|culto $|y|con
            no creo|creemos en dios
            criaron|criado|criada|educaron|educado|educada|bautizaron ~2 {faith}
            nacer|nacido en cristo|jesus|dios
            ayuno $|y|por|hasta|durante|de_dia
            ayunamos|ayunando
            me|nos ~2 recomendo|dijo|hablo|mando|animo ~1 el|mi|un {worship}
            llevo|uso|lleva|usa ~1 velo|hiyab|hijab|turbante|kipa|nicab|burka|crucifijo
            no ~1 como|come|comemos|comer|bebo|pruebo cerdo|jamon|alcohol_por
            guardo|guardamos|respeto|celebro|celebramos|hago|hacemos|observo|cumplo ~1 {feast}
            mi|en|es|durante|por|hasta|tras ~1 {feast}
            canto|toco|ayudo ~5 iglesia|parroquia|mezquita|templo
            colaboro|voluntario|voluntaria|rezo ~5 iglesia|parroquia|mezquita|templo
            intereses|interes|usura|riba ~3 religion|fe|coran|pecado
            pedimos|pido|pagar|pago|prestamos ~3 interes|intereses $|por_religion|por_fe
            dios|jesus|ala me|nos ha|llamo|guia|salvo
            {be} {degree}? {degree}? {faith}
            {family} es|son {degree}? {faith}
            como {degree}? mujer|hombre|persona|buen? {faith}
            como {degree}? {faith}
            buen|buena {faith}
            mi|mis|su|sus {worship}
            voy|vamos|va|vas|ir|fui|iba ~1 a|al misa|culto|mezquita|sinagoga|rezo
            voy|vamos|va|ir|fui ~1 a la iglesia|mezquita|sinagoga|parroquia
            misa de|del
            rezo|rezamos|reza|rezar|oro|oramos ~1 cinco|cada|todos|todas|a|el|por
            ramadan|sabbat|shabat|yom_kipur
            hago|hacemos|hace ayuno|el ayuno
            creo|creemos|cree en dios|ala|jesucristo|jesus|cristo
            convertido|convertida|converti al|a islam|cristianismo|judaismo
            me converti
            bautizado|bautizada|bautizamos
            primera comunion
            {be} de fe ~1 {faith}
            de familia|tradicion|educacion ~1 {faith}
            guardo|guardamos el sabbat|sabado|ayuno
            familia es ~1 {faith}
        """,
        strict="""
            convicciones|creencias|familia|formacion ~1 {faith}|religiosas
            parece|probablemente|es {degree}? {faith}
            religioso|religiosa|musulman|musulmana|judio|judia|catolico|catolica
            islam|judaismo|cristianismo|catolicismo
        """,
        unless="""
            metodo|metodos|enfoque|vision|forma|manera {degree}? ortodoxo|ortodoxa|ortodoxos
            nada|poco|muy ortodoxo|ortodoxa
            pastor aleman|belga|electrico|australiano
            monje|monja|fraile|mason de
            {worship} ~1 {trade}
            religiosamente
            {trade} ~1 {link}? -1 {faith}|ramadan|halal|kosher
            {faith} -1 {trade}
            {deal} -3 {faith}|ramadan
            mi|su fe en
            buena|mala fe
            acto|voto|salto de fe
            fe de erratas
            gracias a dios
            si dios quiere
            dios mio
            por dios
            la biblia de|del
            practicante de
            creyente|creyentes en|de la|del
        """,
    ),
    "origin": Ways(
        told="""
            soy una|un ~1 negra|negro|gitana|gitano|mulata
            soy una|un ~1 mulato|indigena|asiatica|arabe|africana|africano
            somos una familia gitana|negra|inmigrante|latina|de_inmigrantes
            soy de|una|uno los|las|de_los|de_las pocos|pocas ~2 {peoples}|{people}
            {self} una? mujer|hombre|chica|chico|persona|familia {degree}? {people}
            {self} # anos ~3 {people}
            somos ~1 gitanos|negros|negras|latinos|latinas|inmigrantes|refugiados|indigenas
            naci|nacio|nacimos|nacido|nacida|criado|criada|crie en ~1 {land}
            originario|originaria|oriundo|oriunda de
            hijo|hija|nieto|nieta|familia de ~2 inmigrantes|emigrantes|refugiados|{peoples}
            de|mis padres|madre|padre|abuelos|abuela ~1 {peoples}|{people}
            no|sin tengo|tenemos ~1 papeles $|en_regla|ni|y|todavia|aun
            permiso de trabajo|residencia
            piel oscura|negra|morena|blanca|clara
            color de ~2 piel
            vine|vinimos|vino|llegue|llego|llegamos ~3 {land}
            emigre|emigramos|hui|huimos|huyeron|escape ~3 {land}
            huyeron|huimos|hui de
            me|nos dieron|han_dado|concedieron ~1 nacionalidad|asilo|ciudadania|papeles
            pedi|pido|solicite|tengo ~1 asilo|nacionalidad|doble_nacionalidad|ciudadania
            comunidad|pueblo indigena|gitano|gitana|originario
            nota ~1 acento
            como mujer|hombre|persona {degree}? {people}
            {self} {degree}? {degree}? {people}
            somos {degree}? {peoples}
            {kin} es|son|era|eran {degree}? {people}
            de familia ~1 {people}|{faith}
            no|sin tengo|tiene papeles
            {be} {degree}? inmigrante|extranjero|extranjera|refugiado
            {be} {degree}? refugiada|migrante|emigrante|indocumentado
            sin papeles
            de origen|etnia|ascendencia|sangre|raiz|raza ~1 {people}|extranjero|extranjera|humilde
            etnia|raza {people}
            mi|su acento es? {people}
            mi|su|mis|sus raza|etnia|origen|raices|color de piel|acento|ascendencia
            padres|abuelos son|eran|vinieron ~2 {peoples}|inmigrantes|refugiados
            permiso|tarjeta de residencia
            solicitante de asilo
            vine|vinimos|llegue|llegamos|llego ~2 como|de refugiado|refugiada|refugiados
            vine|vinimos|llegue|llegamos|llego ~2 como|de inmigrante|inmigrantes
        """,
        strict="""
            parece|probablemente|es|acento {degree}? {people}
            etnia|etnico|raza|ascendencia
            inmigrante|refugiado|refugiada
        """,
        unless="""
            oveja negra
            marca|empresa|producto|negocio|idea ~2 nacio
            {people} -1 clases|idiomas|nativo|nativa|hablado
            {trade}|{deal} -3 nacionalidad|nacionalidades|asilo|permisos|permiso|papeles
            piel de|para ~1
            papeles a_mano|hasta|de|del|que|encima
            venimos|vine|vinimos ~2 {trade}
            {trade} {degree}? {people}
            {trade}|{thing} es|son|era {degree}? {people}
            {people} -1 {trade}
            blanco|blanca de|en
            en blanco|negro
            viernes|lista|mercado|caja negro|negra
            como espanol|en
            espanol|ingles nativo|fluido|perfecto
            es en|de
            raza de
            origen de|del los|las|el|la|cliente|clientes|datos
            es china chana
            es blanco y en botella
        """,
    ),
    "politics": Ways(
        told="""
            milito|militamos|milita|militaba en ~2 partido|{party}
            odio|detesto|desprecio|adoro ~2 {creed}
            odio|detesto|desprecio ~2 {party}
            en las listas|lista ~2 {party}
            en las listas|lista de|por ciudadanos
            done|dono|donado|donamos|aporto|aporte ~2 a ~1 {party}|partido|campana_de
            hago|hice|haciendo|hacemos campana por|para|con|con_los|a_favor ~1 {party}
            vote|voto|votado|votamos ~1 si|no|en_contra|a_favor ~1 independencia|brexit
            vote|voto|votado|votamos ~1 si|no|en_contra|a_favor ~1 referendum|aborto
            vote|voto|votado|votamos si|no ~2 independencia|brexit|referendum|constitucion
            {be} {degree}? concejal|concejala|alcalde|alcaldesa|diputado|diputada ~2 {creed}|{party}
            {be} ~1 {member} ~2 {party}|partido
            {party} ~1 {member}
            {be} {degree}? -1 {creed}
            como {degree}? {creed}
            voto|vote|votado|votamos|votare|votaria|vota siempre? {party}
            apoyo|apoyamos|simpatizo con? {party}
            yo|siempre|he voto|vote|votado ~1 a|al|por
            {member} del|de|en|al ~2 {party}|partido
            mi|su|mis|sus ideologia|partido|ideas_politicas|opiniones_politicas
            {be} ~1 militante|politicamente
            {be} en|a contra|favor de|del la? aborto|inmigracion|independencia
        """,
        strict="""
            ideologia|ideas|votante|simpatias|tendencia|militante ~1 {creed}|{party}
            parece|probablemente|es {degree}? {creed}
            politicamente
            vota a|al
        """,
        unless="""
            verdes fritas|con|para
            plan|energia|energias|empresa|opcion|boton|luz verde|verdes
            conservador|conservadora|conservadores con|en|al|a|cuando|sobre
            presupuesto|estimacion|calculo|cifra|enfoque|criterio {degree}? conservador|conservadora
            liberal con|en
            profesional|profesion|profesiones liberal|liberales
            progresista en|con
            izquierda|derecha de la|del
            rojo|roja|rojos en|numeros
            numeros|en rojos
            {trade} ~1 {link}? -1 {creed}
            {deal} -3 {creed}
            su|mi politica de|comercial
            mi|su partido de padel|futbol|tenis
            de derecha a izquierda
            de izquierda a derecha
        """,
    ),
    "union": Ways(
        told="""
            afiliado|afiliada|afilie|afilio|afiliarme|afiliados a|al|en ~1 {unions}|comisiones
            {be}|ando ~1 en un|el|los? piquete|piquetes
            cuota|cuotas|carne|carnet del|de_mi|de ~1 sindicato|sindical
            seccion sindical
            paro|paramos|pare|huelga|manifiesto|manifestamos con|por|del ~1 sindicato
            {be} ~3 sindicalista|sindicado|sindicada
            delegado|delegada|liberado|liberada|enlace|representante sindical
            afiliado|afiliada|afiliados ~2 {unions}
            {be} ~2 de|del|en el|la? {unions}
            mi|su|mis {unions}
            {be} de|en huelga
            pertenezco|pertenece|afilie|afiliarme ~1 al|a {unions}
            milito en {unions}
        """,
        strict="""
            sindicalista|sindical
            {unions}
        """,
        unless="""
            union europea|de|temporal
            somos un|el|una ~1 {unions}
            {trade} ~1 {link} {unions}
            {deal} -3 {unions}
        """,
    ),
    "sex_life": Ways(
        told="""
            mi {wife} es mujer
            mi {husband} es hombre
            soy|como un? {man} ~8 mi {husband}
            soy|como una? {woman} ~8 mi {wife}
            soy el ~4 mi {husband}
            soy la ~4 mi {wife}
            {husband} ~4 soy ~1 {man}
            {wife} ~4 soy ~1 {woman}
            {husband} y yo ~3 dos|ambos|los_dos ~1 hombres|chicos|tios|varones
            {wife} y yo ~3 dos|ambas|las_dos ~1 mujeres|chicas|tias
            casado|comprometido|vivo|convivo|pareja con un|otro {man}
            casada|comprometida|vivo|convivo|pareja con una|otra {woman}
            somos ~2 papas|mamas|madres|padres|maridos
            dos papas|mamas|madres|maridos
            hice|hecho|haciendo|empece|hago|hizo la|mi|una transicion $|el_ano|hace|de_genero|en|y
            cambio de sexo
            {be} {degree}? bi $|y|pero
            mi|mis pronombre|pronombres
            {love}
            {be} {degree}? {degree}? trans
            persona|hombre|mujer|chico|chica trans
            mi|su vida|orientacion|identidad sexual
            mi|su sexualidad
            orientacion|identidad|vida sexual
            sali|salir|salido|salio del armario
            disfuncion erectil
            impotencia sexual
            matrimonio|pareja homosexual|del mismo sexo
        """,
        strict="""
            sexual|sexualidad
        """,
        unless="""
            somos|son ~3 padres|madres de ~3 colegio|escuela|alumnos|ampa|familia
            {trade} ~1 {link}? -1 {love}|lgtbi|lgtb
            {love} -1 {trade}
            {deal} -3 {love}
            acoso|protocolo sexual
        """,
    ),
    "biometric": Ways(
        told="""
            me ~2 escanearon|escaneado|tomaron|cogieron|leyeron ~1 retina|iris|huella|huellas
            me hice|hicieron una|un|la|el? prueba|test|analisis ~1 adn|genetico|genetica
            me he_hecho|han_hecho una|un|la|el? prueba|test|analisis ~1 adn|genetico|genetica
            mi|mis|su|sus {body}
            {be}|{have} ~2 grupo|tipo sanguineo|de sangre
            enfermedad|condicion|predisposicion genetica|hereditaria
            me hice|he hecho ~2 adn|genetica|genetico
        """,
        strict="""
            adn|huella dactilar|huellas dactilares|grupo sanguineo
            biometrico|biometrica|biometricos|biometria
        """,
        unless="""
            en nuestro|el|su|mi adn
            {trade} ~1 {link}? -2 {body}|biometrico|biometrica|biometricos|biometria
            {body}|biometrico|biometrica -1 {trade}
            {deal} -3 {body}
            adn|huella de la|nuestra|de carbono|empresa|marca|empresarial
            mi|su|nuestra huella de carbono|ecologica
            mi|su huella digital en
        """,
    ),
    "criminal": Ways(
        told="""
            cayeron|cayo|echaron ~4 condena|carcel|prision
            {family} ~1 detuvieron|condenaron|arrestaron|encarcelaron
            {be} ~2 preso|presa|encarcelado|encarcelada|recluso|reclusa|interno|interna
            llevo|lleva|tengo|con ~1 pulsera telematica|electronica|de_localizacion
            cumpli|cumplio|cumplido {few} anos|meses $|de_carcel|de_condena|y|dentro|preso|presa
            pase|paso|pasado|estuve|estado {few} anos|meses ~1 dentro|preso
            pase|paso|pasado|estuve|estado {few} anos|meses ~1 presa|en_el_talego|en_la_trena
            {be}|{family} ~2 cumpliendo $|condena|pena
            libertad con_cargos|bajo_fianza|con_fianza|provisional
            conducir|conduciendo|conduje borracho|borracha|bebido|bebida
            antecedentes penales|policiales
            tengo|tiene|tenia antecedentes
            {be}|estuve|sali|salgo|salir|salio|anos|meses|paso|pase ~2 en|de la? carcel|prision
            {family} ~2 en la? carcel|prision
            expresidiario|exconvicto|expresidiaria|ex_presidiario|ex_convicto
            libertad|arresto condicional|vigilada|provisional|domiciliario
            {be}|fue|fui|sido ~1 condenado|condenada|detenido|detenida|arrestado|arrestada
            {be}|fue|fui|sido ~1 encarcelado|encarcelada|imputado|imputada
            metieron|meten|mandaron|metio ~2 carcel|prision
            tengo|tiene|tuve|cumpli ~2 condena|condenas
            orden de alejamiento
            me detuvieron|condenaron|arrestaron|encarcelaron
            mi|su condena|juicio penal|arresto
            cumplo|cumpli|cumpliendo|cumple condena
            tercer grado
            delito de|por
        """,
        strict="""
            condenado|condenada|preso|presa|carcel|prision|imputado|imputada
        """,
        unless="""
            antecedentes de|del ~1 {trade}|pedidos|reclamaciones|errores|incidencias|impagos|averias
            preso|presa|presos de|del
            interno|interna del|en|de|$
            {be} ~3 interno|interna
            abogado|abogados|derecho|despacho|bufete|abogada ~1 penal|penalista|penalistas
            {trade} ~1 {link} -2 carcel|carceles|prision|prisiones|presos|condenados
            {deal} -3 carcel|carceles|prision|prisiones|presos|antecedentes_penales
            estamos|esta|estoy condenado|condenados|condenada a|al
            detenido|detenida por|en el|la|papeleo|falta|obra
            {be} ~1 detenido|detenida desde|hasta|por|el
            certificado|certificados de ~1 antecedentes penales
            instituciones penitenciarias
            con prision|prisas
        """,
    ),
    "private_life": LIFE,
}
PRIVATE = PrivateWords(CLASSES, _WAYS)
