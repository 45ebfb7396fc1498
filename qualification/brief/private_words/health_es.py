"""How does Spanish tell of somebody's health? Rows in the notation of ../rows.py, with the classes
of classes_es.py. PURE.
"""

from qualification.brief.private_words.table import Ways

HEALTH = Ways(
    told="""
        cada_vez veo|oigo menos|peor
        operacion|intervencion|cirugia de|del|en ~1 {part}|{organ}|cataratas|hernia
        naci|nacio {unwell}|{surely}
        me hicieron|hacen|hicimos|hecho|hice un|una {illness}|{surely}
        me hicieron|hacen|hicimos|hecho|hice un|una vasectomia|histerectomia|mastectomia
        {be} ~1 fatal|mal|regular|peor de|con la|el|mi? {illness}
        no veo|oigo bien $|y|de|por|asi|con
        me quitaron|quitan|quitado|extirparon|sacaron la|el|un|las|los ~1 {organ}
        tengo|tiene la? tension ~2 alta|baja|nubes|disparada|descompensada
        espero|esperando|mis resultados del|de_la|de_mi hospital|medico|doctora|doctor|analitica
        tengo|tiene el|la|los|las {part} ~1 delicado|delicada|fatal|mal
        tengo|tiene el|la|los|las {part} ~1 rota|roto|tocado|tocada|debil
        tengo|tiene el|la|los|las {part} hecho|hecha|hechos polvo
        con mi|mis {device}
        {be} ~3 in_vitro
        mujer|pareja|novia|esposa|hermana|hija|socia da a luz
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
        alergico|alergica|alergicos|alergia al|a la|el|las|los? {allergen}
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
        {carry} ~2 {device}
        {family} ~1 lleva|usa|va|tiene ~2 {device}
        mi|mis|su|sus|un|una {family} {degree}? {unwell}|{surely}
        {be} ~1 mal|delicado|delicada del|de_la|de_los|de {part}
        {be} ~1 fastidiado|fastidiada|operado|operada del|de_la|de_los|de {part}
        me ~1 falla|fallan|tiembla|tiemblan|arde|pesa ~1 {part}|manos|rinones|piernas
        veo|oigo|ando ~1 mal|fatal|poco|regular $|y|de|con|por|asi|letra
        no veo|oigo $|y|de_un|de_lejos|de_cerca|por_ese
        por telefono no oigo
        perdi|perdio|perdido|perdiendo la|el|un|una vista|oido|audicion|pierna|brazo|mano|dedo|pecho
        perdi|perdio|perdido|perdiendo la|el|un|una rinon|movilidad|voz|memoria|cabeza
        esperando|espero|espera|pendiente|lista ~3 trasplante|donante|biopsia|rinon|cirugia
        me ~2 la|una baja $|un_mes|una_semana|#|desde|y|hasta_que
        toma|tomo|tomando|pincho|pincha|inyecto|inyecta|receto|recetado ~2 {medicine}
        {be} con|sin|hasta_arriba_de la? {medicine}
        {be} con|por|de la|el? {illness}
        me dan|dio|da|han_dado|daban ~1 {illness}|mareos|desmayos
        me|le han|ha diagnosticado
        me|le diagnosticaron|diagnostico
        tuve|tuvo|he_tenido un accidente
        no puedo|puede andar|caminar|moverme|levantarme|respirar|agacharme|subir_escaleras
        me|mi|resultado|resultados|hacen|espero ~3 biopsia|mamografia
        me|mi|resultado|resultados|hacen|espero ~3 colonoscopia|resonancia|ecografia
        me ingresaron|ingresan|ingreso|ingresado|hospitalizaron $|de_urgencia|de_urgencias|y|por
        me ingresaron|ingresan|ingresado en|el|la ~1 {month}|hospital|urgencias
        me ingresaron|ingresan|ingresado en|el|la ~1 uci|clinica|lunes|martes
        positivo en|por|de covid|vih|coronavirus|gripe
        llevo ~3 limpio|limpia|sin_beber|sin_consumir $|y|gracias
        alcoholicos|narcoticos|jugadores anonimos
        recaido|recaida|caer|caido en|de ~2 {illness}|drogas|bebida|alcohol
        medico|medica|doctor|doctora|cardiologo|psicologa|psicologo|terapeuta me|no_me ~1 {ordered}
        entro_y|entrando_y salgo|saliendo del hospital
        no puedo|podemos|pudimos tener hijos|ninos
        inseminacion|fecundacion artificial|in_vitro
        salgo|sale|saldre|salir|salia de cuentas $|en|el|a_finales|la|para|este
        estoy|mujer_esta|pareja_esta|novia_esta|esposa_esta de ~1 #|{few} semanas|meses
        esperando|esperamos|espera|espero un|una|otro|otra|nuestro? primer|segundo? hijo|hija|bebe
        esperando|esperamos|espera gemelos|mellizos|familia
        vamos|voy|va a tener|ser ~1 hijo|hija|bebe|nino|nina
        vamos|voy|va a tener|ser ~1 gemelos|mellizos|padres|madre|padre|papas
        tuve|tuvimos|tendremos|tendre ~1 bebe|gemelos|mellizos
        dando|doy|da|dar el? pecho
        dar|doy|dio|di|dado|dara|dare|daba a luz
        mi|tras_el|despues_del parto $|y|fue|en|me|es
        de parto
        me ~2 cesarea|legrado
        buscando|buscamos|intentando ~2 embarazo|embarazarnos|bebe|ser_padres|quedarme
        perdi|perdimos|perdio el|un|nuestro embarazo
    """,
    strict="""
        {illness}|{surely}
        parece|probablemente|esta|recientemente {degree}? {unwell}
        salud delicada
        enfermo|enferma|discapacitado|discapacitada
    """,
    unless="""
        bebe de
        {device}|{medicine}|parto|lactancia -1 {trade}
        {trade} ~1 {link} -2 {device}|{medicine}|lactancia
        {deal} -3 {device}|{medicine}|lactancia
        {device} ~1 en_stock|en_venta|de_alquiler|de_segunda
        {testing} ~1 {link} -2 {illness}|{surely}
        audifono|audifonos ~1 con_microfono|bluetooth|inalambricos|inalambrico|para_llamadas
        sonda|sondas de
        baston de mando
        vista de|puesta|del
        cuentas a|por|de|bancarias
        producto|empresa|equipo|proyecto|marca ~2 a luz
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
)
