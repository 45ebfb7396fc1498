"""How does Spanish tell what is private? Folded words, in the notation of ../rows.py. PURE."""

from collections.abc import Mapping

from qualification.brief.private_words.classes_es import CLASSES
from qualification.brief.private_words.table import Category, PrivateWords, Ways

_WAYS: Mapping[Category, Ways] = {
    "health": Ways(
        told="""
            {be} {degree}? {degree}? {degree}? {unwell}
            baja|ausente|retirado por ~1 estres|{illness}
            cita|visita|consulta|hora con|al|del ~1 oncologo|cardiologo|ginecologo|urologo
            cita|visita|consulta|hora con|al|del ~1 psiquiatra|neurologo|psicologo|psicologa
            {family} ~2 esta|sigue|es {degree}? {unwell}
            {have} {some}? {some}? {some}? {illness}
            {possessive} {illness}
            {family} ~1 tiene|tuvo|padece|sufre|con {some}? {some}? {illness}
            {suffer} ~3 {illness}
            {surely}
            semana|semanas|mes|meses ~1 de embarazo
            de embarazo
            mi|el embarazo
            {be} ~2 sobrio|sobria|rehabilitado|rehabilitada
            me duele|duelen ~1 {part}
            mi|la {part} ~1 fatal|rota|roto|lesionada|operada|delicado|delicada
            salir|sali|salgo|salido|saliendo del hospital
            salir|sali|salgo|salido de urgencias|quirofano
            alergico|alergica|alergicos|alergia al|a las|los? {allergen}
            mi|su salud
            motivo|motivos|problema|problemas|causas|razones de salud
            motivos|cita|revision|pruebas|tratamiento medicos|medica|medicas|medico
            me operan|operaron|operaran|operare|han operado
            me han|van ~1 operado|operar|ingresado
            tengo|tenia|tuve una|la operacion
            de baja medica|maternal|laboral
            {be} ~2 de baja
            mi|al|un psiquiatra|psicologo|psicologa
            mi|mis|su medico|oncologo|cardiologo|ginecologa|ginecologo|pastillas
            mi|mis|su sintomas|diagnostico
            perdio|perdi|perdimos {degree}? el bebe
            me encuentro|siento fatal|mal|enfermo|enferma|deprimido|deprimida
            silla de ruedas
            en quimio|dialisis|rehabilitacion|cuidados_intensivos
        """,
        strict="""
            {illness}|{surely}
            parece|probablemente|esta|recientemente {degree}? {unwell}
            salud delicada
            enfermo|enferma|discapacitado|discapacitada
        """,
        unless="""
            {trade} ~1 {link} -2 {illness}|{surely}|{unwell}
            {trade} {illness}|{surely}|{unwell}
            {surely}|{illness} -1 {trade}
            {deal} -3 {illness}|{surely}|{unwell}
            enfermo|enferma|malo|mala de trabajar|verdad
            {thing} ~1 esta|es|estan|son {degree}? {unwell}
            malo|mala con|para|en|idea|epoca
            baja de|en|la|del el|la|servicio|contrato|tarifa|lista|precio
            de baja el|la|en|del|mi|un|una|como ~1 contrato|linea|servicio|lista|boletin|cuenta
            de baja el|la|en|del|mi|un|una|como ~1 newsletter|tarifa|cliente|proveedor
            dar|darme|darnos|darse|doy|dado|dada|damos de baja
            sordo|sorda|sordos a|ante
            ciego|ciega|ciegos|ciegas a|ante|con
            a ciegas
            punto|puntos ciego|ciegos|muerto
            depresion economica|del mercado
            desde|tras|despues|durante|antes|post|por|hasta|con el|la covid|coronavirus
            post|post covid
            salud financiera|economica|de la|del|de las|de los|digital|de|comercial
            {possessive} salud financiera|economica
            seguro|seguros|centro|sector|area|profesionales de salud
            alergico|alergica|alergia a los|las papeles|papeleos|excel|reuniones|hojas
            enganchado|adicto|adicta a|al
            estamos|esta en tratamiento de datos|del
            recuperandome|recuperando clientes|datos|facturas
            operacion|operaciones de venta|ventas|compra|comercial|comerciales|inmobiliaria
            tengo|tenia|tuve una|la operacion de|comercial|inmobiliaria|pendiente|con
            tumor|cancer de la burocracia|administracion
            con ansiedad por|de empezar|ver
            estoy|estamos mal de dinero|tiempo
        """,
    ),
    "religion": Ways(
        told="""
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
            {self} {degree}? {degree}? {people}
            somos {degree}? {peoples}
            {kin} es|son|era|eran {degree}? {people}
            de familia ~1 {people}|{faith}
            no|sin tengo|tiene papeles
            {be} {degree}? inmigrante|refugiado|refugiada|migrante|emigrante|indocumentado
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
            {love}
            {be} {degree}? {degree}? trans
            persona|hombre|mujer|chico|chica trans
            somos dos hombres|mujeres
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
            {trade} ~1 {link}? -1 {love}|lgtbi|lgtb
            {love} -1 {trade}
            {deal} -3 {love}
            acoso|protocolo sexual
        """,
    ),
    "biometric": Ways(
        told="""
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
            antecedentes penales|policiales
            tengo|tiene|tenia antecedentes
            {be}|estuve|sali|salgo|salir|salio|anos|meses|paso|pase ~2 en|de la? carcel|prision
            {family} ~2 en la? carcel|prision
            expresidiario|exconvicto|expresidiaria|ex_presidiario|ex_convicto
            libertad|arresto condicional|vigilada|provisional|domiciliario
            {be}|fue|fui|sido ~1 condenado|condenada|detenido|detenida|arrestado|arrestada
            {be}|fue|fui|sido ~1 encarcelado|encarcelada|imputado|imputada
            metieron|meten|mandaron|metio ~2 carcel|prision
            tengo|tiene|tuve una? condena
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
}
PRIVATE = PrivateWords(CLASSES, _WAYS)
