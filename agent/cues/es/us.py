"""By what words does somebody speak of us: a person, a bot, a demo, an insult? Spanish."""

from agent.cues.table import Cues, phrases
from qualification.signals import Signal

GROUPS = {
    "hablar": phrases(
        """
        hablar, hablo, hable, hablarlo, charlar, comunicarme, comunicarnos, contactar, contacto,
        chatear, comunicar, comunico, conversar, tratar, tratarlo, dialogar, ponerme en contacto,
        entrar en contacto, que hable, hablara, conectarme, conectar, platicar, comentarlo,
        consultarlo
        """
    ),
    "un": phrases(
        """
        un, una, algun, alguna, el, la, los, las, su, tu, vuestro, vuestra, otro, otra, uno de los,
        una de las, mi, cualquier, ese
        """
    ),
    "adj": phrases(
        """
        verdadero, verdadera, autentico, autentica, buen, buena, ser, simple, puto, puta, maldito,
        maldita
        """
    ),
    "persona": phrases(
        """
        persona, personas, humano, humana, humanos, ser humano, alguien, agente, agentes, operador,
        operadora, asesor, asesora, comercial, tecnico, responsable, encargado, encargada, gerente,
        jefe, jefa, supervisor, supervisora, representante, companero, companera, equipo, vendedor,
        vendedora, ventas, recepcion, teleoperador, teleoperadora, gestor, gestora, empleado,
        empleada, chico, chica, senor, senora, director, directora, experto, experta, especialista,
        consultor, consultora, trabajador, ejecutivo, ejecutiva, otra persona, atencion al cliente,
        administracion, departamento, duena, dueno, ustedes, profesional
        """
    ),
    "ser": phrases(
        """
        bot, robot, chatbot, maquina, ordenador, computadora, ia, inteligencia artificial, humano,
        humana, ser humano, persona, programa, software, algoritmo, contestador, grabacion,
        automata, chat gpt, asistente virtual, virtual, automatico, automatica, hombre, mujer,
        chica, chico, ser vivo, androide, aplicacion, maquinita, asistente automatico, contestador
        automatico, sistema automatico, mensaje automatico, respuesta automatica
        """
    ),
    "eres": phrases(
        """
        eres, es, sois, son, es usted, es esto, eres tu, seras, sos, esto es, es esta, hablo con,
        sera
        """
    ),
    "digame": phrases(
        """
        hablo, hablando, chateando, escribiendo, escribo, tratando, charlando, chateo, conversando,
        platicando, escribiendome
        """
    ),
}

WHOLE: Cues = {
    Signal.WANTS_HUMAN: phrases(
        """
        (una)? persona (real)?, (un)? humano, (un)? agente, operador, operadora, (un)? asesor,
        asesora, (un)? comercial, (un)? ser humano, llamame, llamenme, llameme, llamadme, que me
        llamen, alguien, gerente, encargado, (esto|esta conversacion) es (muy|un poco|bastante)?
        (frustrante|ridiculo|ridicula|inutil|una perdida de tiempo|desesperante|absurdo|absurda), no
        quiero hablar contigo, contigo no, contigo no hablo, no me (estas)?
        (ayudas|ayudando|sirves|entiendes|entiendes nada), no me entiendes, no te enteras (de
        nada)?, no entiendes nada, no me (esta|esta usted) ayudando, equipo de … por favor
        """
    ),
    Signal.WHY: phrases(
        """
        (y)? (eso|esto) para que (es|lo quiere*|lo necesita*|lo pregunta*|lo pide*),
        (y)? (eso)? por que (eso)?, (y)? (eso)? para que (eso)?, y eso, por que motivo, por que
        razon, a santo de que, a que viene eso, a que viene esa pregunta, y por que
        """
    ),
    Signal.REPEAT: phrases(
        """
        explicate, expliquese, explicamelo, explicaos, que, como, (como|que)
        (dice|dices|dijo|dijiste), perdon, disculpe, eh, no (te|le|os|les)? entiendo, repite,
        repita, otra vez, mande, como que, que cosa, como es eso, no entendi, no te entendi, no le
        entendi, no comprendo, que pregunta, cual pregunta, que era, una vez mas
        """
    ),
    Signal.IS_BOT_QUESTION: phrases(
        """
        (joder|buf|uf|vaya|dios|genial|ay|pues|ya|hala)? (otro|otra) (bot|robot|maquina|ia|chatbot),
        bot, robot, un bot, una maquina, ia, (eres)? (real|humano|humana), chatgpt, bot o
        (persona|humano), (persona|humano) o (bot|maquina|robot|ia), que eres, que eres tu, hay
        alguien, hay alguien ahi, estas ahi, hola hay alguien
        """
    ),
}

ANYWHERE: Cues = {
    Signal.WANTS_HUMAN: phrases(
        """
        (telefono|numero) (al que|a donde|donde|para) (poder)? (llamar|llame|hablar), <hablar>
        (directamente|ya|mejor|por telefono|antes)? (con|a) (<un>)? (<adj>)? <persona>, <hablar>
        (con|a) (nadie|quien), (contactar|localizar) (a|con)? (<un>)? <persona>, <hablar> con … de
        verdad, (me|nos) (atienda|atiendan|atiende|conteste|ayude|llame|escriba|responda|puede
        atender|puede llamar|contacte) (ya|por favor|mejor)? (<un>)? (<adj>)? <persona>, que
        (me|nos) (atienda|llame|conteste|responda|escriba|contacte) (<un>)? <persona>, (me|nos)
        (puede|podeis|puedes|pueden|podria|podrian|podriais|podrias)
        (llamar|atender|contactar|pasar|comunicar|poner) …,
        (podeis|puedes|puede|pueden|podria|podrian)
        (llamarme|llamarnos|pasarme|comunicarme|ponerme|transferirme|contactarme), que (me|nos)
        (llameis|llamen|llames|llame), (me|nos) (llamais|llaman|llama|llamas) (por
        favor|ustedes|vosotros|alguien|mejor|hoy|manana|.),
        (quiero|prefiero|necesito|dame|deme|busco|pido|quisiera|ponme|hay|exijo|mejor) (a)? (<un>)?
        (<adj>)? (persona|humano|ser humano|operador|operadora|agente|asesor|asesora|agente
        humano|persona real) (real|humana|humano|de verdad|por favor|que me atienda|de carne y
        hueso|ya|fisica|.), persona (real|de verdad|de carne y hueso|fisica|humana) (por
        favor|que|ya|.), (una persona|un humano|un agente|un comercial|un asesor|un operador) por
        favor, con una persona no, (paseme|pasame|pasenme|pasadme|me pase|me pasa|me pasas|me
        pasan|me
        pasais|ponganme|pongame|ponme|ponedme|comunicame|comuniqueme|comuniquenme|transfiereme|transfierame|transfieranme|derivame|deriveme|conectame|conecteme|conectenme)
        (ya|por favor|directamente|mejor|en contacto)? (con|a un|a una|al|a la), que me llame
        alguien, que me llamen, (llamenme|llameme|llamame|llamadme) (por favor|ya|al|a
        este|mejor|hoy|ahora|cuanto antes|.), (prefiero|preferiria|mejor)
        (hablar|hablarlo|tratarlo|tratar) (con|por telefono|en persona), (no quiero|no pienso|no voy
        a|paso de|odio|harto de|harta de|no me gusta|nada de|sin)
        (hablar|tratar|chatear|hablando|tratando)? (mas)? (con)? (<un>)?
        (bot|robot|maquina|bots|robots|maquinas|chatbot|ordenador|contestador|ia),
        (hay|habria|existe|tienen|teneis) (alguna|algun|alguien|una|otra)
        (persona|humano|agente|operador|asesor)? (humana|real)? (con|que|disponible|para) …,
        (esta|esto|la) (conversacion|chat|charla|bot)? (no (va|lleva|llega|nos
        lleva|sirve|funciona|avanza|esta llevando|esta yendo) (a)? (ningun lado|ninguna
        parte|nada|para nada)), no (estamos|vamos) (yendo|llegando)? (a)? (ninguna parte|ningun
        lado|ningun sitio), atencion (humana|personal|personalizada), trato humano, alguien (de
        carne y hueso|de verdad|del equipo|humano|que me atienda|que sepa|que me ayude), alguien con
        quien (hablar|tratar|pueda hablar), con quien puedo hablar, quiero (a)? un responsable,
        hablar en persona
        """
    ),
    Signal.WANTS_DEMO: phrases(
        """
        (quiero|queremos|quisiera|querria|me gustaria|nos
        gustaria|solicitar|solicito|pedir|agendar|reservar|programar|hacer|necesito|necesitamos|podemos|puedo|podriamos|podria|concertar|organizar|ver|tener|me
        interesa|nos interesa) (ver|tener|pedir|reservar|agendar|solicitar|hacer|concertar|recibir)?
        (una|la|vuestra|su|alguna) (demo|demostracion|presentacion), (me gustaria|nos
        gustaria|quiero|queremos) ver … demo, (me|nos) (hacen|haceis|hace|pueden hacer|podeis
        hacer|puede hacer|podrian hacer|ensenais|ensenan|puedes hacer|haces|dan|dais|podeis
        ensenar|pueden ensenar) (una|la)? demo, (podeis|podrian|pueden|puede|podria|puedes) hacer* …
        demo,
        (ensenarme|ensenarnos|ensename|ensenenme|mostrar|mostrarme|mostrarnos|muestrame|muestreme|hacerme|hacernos|ensenais|hazme|haganme)
        (una|la)? demo, una demostracion, (una|la)? demo por favor, presentacion del producto,
        (quiero|queremos|quisiera|listo para|listos para|lista para|decidido a|decididos a|me
        gustaria|nos gustaria|dispuesto a|dispuestos a)
        (contratar|contrataros|contratarlo|contratarles|contratarla|comprar|comprarlo|empezar
        ya|hacer el pedido|adquirir|adquirirlo|firmar|suscribirme al plan), donde
        (firmo|firmamos|pago|hay que firmar), como (lo|os|la|les)?
        (contrato|contratamos|compro|compramos|puedo contratar*|podemos contratar*|puedo comprar*),
        me lo quedo, lo compro, (concertar|agendar|pedir|programar|fijar|organizar|tener|reservar)
        (una)? (cita|reunion|visita|llamada|videollamada), quiero (una|la)
        (visita|reunion|videollamada|cita|presentacion)
        """
    ),
    Signal.WHY: phrases(
        """
        (por|para) que (me|nos|lo|se|le|les)?
        (preguntas|pregunta|preguntan|preguntais|necesita|necesitas|necesitan|necesitais|quiere|quieres|quieren|quereis|piden|pides|pide|pedis|hace
        falta|interesa|importa|hacen|haces|haceis), por que …
        (pregunta|preguntas|preguntan|preguntais|saber), que (mas|te|le|les|os) (te|le|les|os)?
        (da|importa) (eso|a ti|a usted|cuanto|mi)?, para que (es|sirve) (eso|esto|esa pregunta|ese
        dato), a que (viene|vienen|se debe) (eso|esa|esta|la|tanta|tantas|las)?
        (pregunta|preguntas), por que (tantas|tanta) pregunta*, y eso (por que|para que|que tiene
        que ver), que (tiene|tendra) que ver, por que (tengo|tendria|deberia) que
        (decir|decirte|decirle|contestar|dar|darte|darle) …, por que (deberia|iba a)
        (decir|decirte|decirle|dar|darte|darle|contar*), para que (lo|los|la)
        (necesita|necesitas|necesitan|necesitais|quiere|quieres|quieren|quereis|usan|usais|vais|van)
        """
    ),
    Signal.REPEAT: phrases(
        """
        (puede|puedes|puedas|podria|podrias|pueden|podeis|podriais) (por favor)?
        (repetir|repetirme|repetirmelo|repetirlo|repetirla|repetirnos|explicar la pregunta|decirlo
        otra vez|volver a), (me|nos) (lo|la) (repite|repites|repiten|puede repetir|puedes
        repetir|vuelve a|vuelves a),
        (repita|repite|repitame|repiteme|repitamelo|repitemelo|repitan|repetid|repitelo|repitalo|repitela)
        (por favor|la|lo|eso|otra|.)?, no (entiendo|entendi|he entendido|comprendo|pillo|capto|se
        entiende) (la pregunta|lo que|bien|que|nada|a que|eso|la)? …, no (le|te|os|les) (entiendo|he
        entendido|sigo|pillo|entendi), que (me)? (ha|has|habia|habias|habeis|han)
        (preguntado|dicho|pedido), que (quiere|quieres|quereis|quieren) decir (con)?, cual (era|es)
        (la|tu|su|vuestra) pregunta, a que (se|te) (refiere|refieres), como
        (dice|dices|dijo|decia|has dicho), (dilo|digalo|digamelo|dimelo) (otra vez|de nuevo), que
        (era|fue) lo (que)? (me)? (preguntaba*|pregunto|decia*)
        """
    ),
    Signal.ABUSIVE: phrases(
        """
        idiota, idiotas, imbecil, imbeciles, gilipollas, (eres|sois|que) (un|una|tan|mas|muy|unos)?
        (estupido|estupida|tonto|tonta|inutil|subnormal|idiota|payaso|estafador|estafadores|ladrones|ladron|sinverguenza|sinverguenzas|timadores|desgraciado|basura|mierda|asco|patetico|patetica),
        (estupido|estupida|tonto|puto|puta|maldito|maldita|mierda de|asco de|basura de|inutil) (de)?
        (bot|robot|maquina|chatbot|empresa),
        (estupido|estupida|subnormal|capullo|capulla|cabron|cabrones|cabrona|pendejo|pendeja|pendejos|hijo
        de puta|hija de puta|hijos de
        puta|hdp|hijueputa|malparido|zorra|maricon|mamon|mamones|boludo de
        mierda|pelotudo|culero|cretino|anormal|retrasado), (vete|vayase|vayanse|iros|idos|anda) a
        (la|tomar|cagar|freir|chingar) …, que te (den|jodan|follen|zurzan), (a)? tomar por culo,
        maldito bot, inutil, (una|que|puta|vaya|esto es una|de) mierda, puta, puto, me cago en,
        chinga (tu|a tu), chupame, chupamela, comeme, callate, callese, cierra la boca, muerete,
        jodete, jodanse, que os jodan, joder (con|ya|tio|que) …
        """
    ),
    Signal.IS_BOT_QUESTION: phrases(
        """
        <eres> (realmente|acaso|de verdad|entonces|solo|por casualidad|usted|tu|en
        realidad|ustedes)? (un|una|algun|alguna|el|la|tipo de)? (<adj>)? <ser>, <eres>
        (realmente|acaso|usted|tu|de|alguien|una persona|un humano)? (real|de verdad|de carne y
        hueso|robotico), (estoy|estare|estamos|estaba)? <digame> (con|a) (un|una|el|la)? (<adj>)?
        <ser>, (estoy|estamos)? <digame> con (alguien|una persona) (real|de verdad|de carne y
        hueso), (si|que|creo que|pareces|parece|parece que|pareceis|seguro que|admite que|confiesa
        que) (eres|es|usted es|sois|hablo con|hablas como|suenas como|suenas a|respondes como)
        (un|una|solo un)? <ser>, (pareces|parece|suenas a|suenas como|respondes como) (un|una)
        (bot|robot|maquina|ia|persona|humano|contestador|grabacion), (te consideras|te defines|te
        describes|se considera|te describirias) (como)? (un|una)? <ser>,
        (persona|humano|humana|alguien|hombre) o (eres|es|un|una|con|solo|hablo)? (un|una|con un|con
        una)? (bot|robot|maquina|ia|ordenador|inteligencia artificial|chatbot|programa|contestador),
        (bot|robot|maquina|ia|ordenador|chatbot|programa|inteligencia artificial) o
        (eres|es|un|una|con|hablo)? (un|una|con un|con una|con alguien)? (persona|humano|humana|ser
        humano|alguien real|real|de verdad|alguien), (hay|habra|existe) (alguien|una persona|un
        humano|algun humano|alguna persona) (ahi|detras|al otro
        lado|aqui|real|escribiendo|contestando|de verdad|leyendo|respondiendo),
        (eres|es|usas|utilizais|usais|sois|detras esta|es usted) (un|una|el|la)? (chatgpt|chat
        gpt|gpt|siri|alexa|gemini|claude|inteligencia artificial|ia), (quien|quienes) (eres|es
        usted|sois|son ustedes|es este|es esto), con (quien|quienes) (hablo|estoy hablando|tengo el
        gusto|estoy tratando|me estoy escribiendo|chateo|estoy chateando), quien (me)?
        (habla|escribe|contesta|esta ahi|responde|anda ahi), (me)? (esta|estas)
        (contestando|respondiendo|hablando|escribiendo) (un|una|con un|con una) <ser>, (me)?
        (contesta|responde|atiende|escribe|habla) (un|una) (bot|robot|maquina|ia|persona
        real|humano|ordenador|persona o), (esto|este chat|todo) (es|esta)
        (automatico|automatizado|automatizada|un automatico|generado|programado),
        (respuestas|mensajes) (automaticas|automaticos|automatizados)
        """
    ),
    Signal.SMALL_TALK: phrases(
        """
        (como|cual) (te llamas|se llama usted|es (tu|su) nombre|os llamais|te puedo llamar|puedo
        llamarte|debo llamarte), (dime|digame|cual era) (tu|su) nombre, (tienes|tiene usted|tenes)
        (nombre|novio|novia|hijos|pareja|familia|marido|mujer|hermanos|sentimientos|amigos|mascota|mascotas|hobbies|alma|padres|vida|perro|gato),
        (quien|quienes|que empresa|que compania) te (hizo|hicieron|ha hecho|creo|crearon|ha
        creado|programo|diseno|desarrollo|fabrico|entreno|invento|programa|ha programado|ha
        disenado|han creado), (quien|quienes) es (tu|su)
        (creador|programador|jefe|dueno|desarrollador|inventor), (donde|de donde) (vives|vive
        usted|eres|naciste|estas tu|sois vosotros de|vivis), (cuantos anos|que edad) (tienes|tiene
        usted), (estas|esta usted|eres) (soltera|soltero|casada|casado|guapa|guapo|libre esta
        noche|aburrida|aburrido|triste|contenta|feliz|cansada|cansado|enamorada|gay|sexy|rubia|morena|hombre
        o mujer|mujer o hombre|chico o chica|chica o chico), (que haces|que vas a hacer) (esta
        noche|el finde|el fin de semana|luego|despues), (quieres|te apetece|te gustaria|quedamos
        para) (salir|cenar|quedar|tomar algo|ser mi novia|ser mi novio|casarte) …, te
        (quiero|amo|casarias|gusta el|gusta la|gustan los|gustan las|gusta bailar|gusta
        cantar|enamoras), (cuentame|cuenta|dime|sabes|cuenteme) (un|algun|algo) (chiste|sobre ti|de
        ti|chistes|divertido), (que llevas|que llevas puesto), (cual es|cuando es) tu
        (color|comida|pelicula|cumpleanos|musica|equipo|signo|cancion|deporte) …, (de que equipo|del
        madrid o) …, (manda|mandame|pasame|enviame) (una)? (foto|fotos|selfie) (tuya|de ti|tuyas)?,
        (comes|duermes|suenas|bebes|sientes|cantas|bailas|ligas) (algo|tu|por la
        noche|cosas|mucho|.), eres (muy)?
        (maja|majo|simpatica|simpatico|linda|lindo|bonita|preciosa)
        """
    ),
    Signal.LANGUAGE_SWITCH: phrases(
        """
        (yo)? no (hablo|entiendo|se|leo) ingles, english is (bad|poor|terrible|not good|not great),
        (i|we) (don t|do not|can t) (speak|understand) english, en espanol,
        (hablas|habla|hablan|hablais|hablemos|hablamos|podemos hablar|prefiero|sabe|sabes) (en)?
        (espanol|castellano), in spanish, en castellano, (speak|talk|habla|speaking) (in)? spanish,
        spanish please, espanol por favor, castellano por favor
        """
    ),
}

UNLESS: Cues = {
    Signal.WANTS_HUMAN: phrases(
        """
        (clientes|cliente|leads|usuarios|gente|ellos|interesados|pacientes|comerciales|vendedores|quienes|prospectos|visitantes|llamantes)
        … (quieren|quiere|prefieren|piden|pide|pueden|puedan|necesitan|buscan|suelen|esperan|tienen
        que|puede)? <hablar> (con|a) (<un>)? (<adj>)? <persona>, (tengo que|debo|tendria que|tenemos
        que|primero|antes|voy a|hay que|lo tengo que|lo) <hablar> … (con|a)
        (mi|el|la|nuestro|nuestra|los)
        (jefe|jefa|gerente|director|directora|equipo|mujer|marido|socio|socia|responsable|companero|dueno|duena|persona
        que|departamento|encargado|encargada|administracion|recepcion) (primero|antes|y|de mi|de
        aqui|para ver|para decidir|que decide|.), (con|a) (mi|nuestro|nuestra|mis)
        (jefe|jefa|gerente|director|directora|equipo|mujer|marido|socio|socia|responsable|companero|dueno|duena|gestor|gestora|asesor|comercial|administracion|recepcion),
        (estoy|estamos|estare|estaba|acaso|es que) (hablando|hablo) (con|a) (<un>)? <persona>, hablo
        (con|a) (<un>)? <persona>, (no quiero|no hace falta|no necesito|tampoco quiero|no me hace
        falta|que no) … (que (me|nos) (llame*|atienda*|contacte*)|llamar|llamarme), (me|nos)
        (llaman|llama|llamas) (los|las|clientes|cada|muchos|tantos|a todas|leads|por
        telefono|mucho|y no|todos los) …, no me (llaman|llame|llamen|llamais|llames) …, (me|nos)
        (puede|pueden|podria) contactar (el|los|un) (cliente|clientes) …, (me|nos)
        (puede|podeis|puedes|pueden|podria|podrian|podriais|podrias) (pasar|poner)
        (el|la|los|las|un|una|precio|precios|presupuesto|info|informacion|mas|tarifas|tarifa|algun|alguna|ejemplos|por)
        …, me llama la atencion, <hablar> con (ustedes|clientes)
        """
    ),
    Signal.IS_BOT_QUESTION: phrases(
        """
        (es|son|eres|sois) (un|una|el|la|vuestro|vuestra|su)?
        (programa|software|aplicacion|ordenador|maquina|persona|mujer|hombre|chica|chico|virtual|automatico|automatica)
        (que|de (gestion|facturacion|ventas|crm|escritorio|confianza|pago)|en la
        nube|para|instalable|gratis|gratuito|gratuita|complicado|caro|local|fiable|la|el|o
        (hay|es|se|se puede|tengo|lo)), (es|son) (el|la|vuestro|vuestra|todo|muy|un proceso|el
        proceso|el envio|la visita|la reunion|la demo) …
        (virtual|automatico|automatica|ia|robot|bot), (el crm|el programa|vuestro crm|la
        herramienta|el sistema|esto que vendeis) es …, (responsable|jefe|quien decide|el que
        decide|la que decide|quien firma) es (una|la|un)? (persona|mujer|hombre|chica|chico), (hablo
        con|hablando con|escribo a|trato con|tratando con) (una|un|la|cada|otra)
        (persona|mujer|hombre|chica|chico) (del|que|en|de (la|su|una)|distinta|diferente|cada),
        quien (habla|contesta|responde|escribe|atiende) (con|a|al|los|las|el telefono) …, quien es
        (el|la) …, ia (para|que|integrada), (con|tiene|teneis|tienen|incluye|usar|integra)
        (ia|inteligencia artificial|un bot|bot|chatbot), (respuestas|mensajes) automatic*
        (a|para|por|de) …, quienes son (los|las|vuestros|sus) …, (es|son|somos)
        (una|la|unas|1|dos|2|tres|varias)? persona* (la que|los
        que|quien|y|mayor|mayores|fisica|juridica|solo|sola), es (una)? inteligencia artificial (lo
        que|que busc*)
        """
    ),
    Signal.WANTS_DEMO: phrases(
        """
        (clientes|leads|interesados|ellos|prospectos|gente) …
        (demo|contratar|comprar|cita|reunion|visita), no (quiero|queremos|necesito|necesitamos|me
        interesa|hace falta) …,
        (para|comerciales|vendedores|equipo|nos|me|automaticamente|permite|puede|quieren|poder|sirve
        para|ayude a|ayuda a) … (agendar|reservar|programar|concertar|fijar|organizar|pedir) (una)?
        (cita|reunion|visita|llamada|videollamada), (quiero|queremos|quisiera) (contratar|comprar)
        (personal|gente|comerciales|un comercial|una casa|un piso|la casa|el piso|vivienda|a|mas
        (gente|personal|comerciales)|otro|otra|a alguien), (quiero|queremos|vamos a|voy a) comprar …
        (piso|casa|vivienda|local|cocina)
        """
    ),
    Signal.ABUSIVE: phrases(
        """
        (un|el) (mierda|puto|asco) (excel|caos), (nuestro|nuestra|mi|el|la|un|una|es|son|este|esta)
        … (excel|crm|programa|proceso|herramienta|sistema|hoja) … (inutil|mierda|puta|puto), inutil
        (es|el|la|perder|seguir|tener), (es|resulta|parece) inutil (el|la|seguir|tener), puto
        (excel|caos|desastre|lio), puta (madre|hoja|base), de puta madre, puta (pena|locura), la
        ostia, (ni|no tengo) (ni)? (puta|punetera) idea,
        (jefe|jefa|socio|socia|marido|mujer|vecino|vecina|cunado|suegra|proveedor|casero|contratista|albanil|fontanero|tipo|tio|ex)
        … (idiota|imbecil|gilipollas|inutil|capullo|cabron|cabrona|cretino|puto|puta|mamon),
        (puto|puta)
        (jefe|lunes|vida|gotera|bano|cocina|humedad|caldera|vecino|ruina|calor|frio|crisis|dinero),
        (es|son) (una)? (puta)? mierda (el|la|los|las|de)
        (excel|crm|programa|hoja|bano|cocina|casa|suelo|sistema|obra|tuberia|instalacion|caldera|luz|electricidad)
        """
    ),
    Signal.SMALL_TALK: phrases(
        """
        de donde (eres|es) (el|la), (donde|de donde) sois …, (tienes|tenes|tiene usted)
        (hijos|pareja|mascotas|familia) (que|en), como se llama (el|la|vuestro|vuestra|su) …, te
        quiero (preguntar|decir|comentar|contar|hacer|pedir|contratar|comprar), (vuestro|su|tu)
        nombre (comercial|de empresa)
        """
    ),
    Signal.REPEAT: phrases(
        """
        (clientes|cliente|ellos|gente|comerciales) … (repiten|repite|repita), no
        (entiendo|entendi|comprendo) (de|mucho de|nada de)
        (esto|informatica|obras|reformas|crm|tecnologia|ordenadores),
        (tareas|cosas|datos|trabajos|procesos) … (repetir|repite|repiten|repetidos), que quiere
        decir (el|la|crm|lead|bant|embudo)
        """
    ),
    Signal.WHY: phrases(
        """
        (saber|se|sabemos|entiendo|entendemos|entender|explicar) por que …
        """
    ),
    Signal.DOES_NOT_KNOW: phrases(
        """
        no se
        (me|te|le|les|os|nos|comuni*|pong*|escap*|pierd*|olvid*|preocup*|molest*|ocurr*|puede|pueden|trata|llama|usa|cierra|vende)
        …, no se (como|que hacer para|que tengo que hacer para)
        (hablar|contactar|cancelar|darme|borrar*|salir|cerrar|dejar|localizar)
        """
    ),
    Signal.LANGUAGE_SWITCH: phrases(
        """
        (web|pagina|contratos|clientes|correos|mensajes|documentos|soporte|textos|manual|aplicacion|app|equipo|vendemos|atendemos|trabajamos|necesitamos|escriben|disponible|interfaz)
        … en (espanol|castellano), (nuestros|los|mis|clientes|equipo|muchos|algunos|ellos) …
        (hablan|habla) (espanol|castellano),
        (customers|clients|leads|team|staff|they|most|some|half|we|website|english and|need) … (in
        spanish|speak spanish|speaking spanish|english and spanish), spanish (and|or) english, in
        spanish (and|or), (in)? english (and|or) (in)? spanish, in english and spanish
        """
    ),
}
