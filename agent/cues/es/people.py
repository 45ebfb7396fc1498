"""By what words does somebody ask for a person, or who it is that answers? Spanish."""

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
    Signal.IS_BOT_QUESTION: phrases(
        """
        (me)? (suenas|suena|sonais) a (un|una)? <ser>, (pero)? (esto)? (lo|me)?
        (contesta|responde|escribe|lleva|atiende) (un|una) <ser>,
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
        (que)? se (ponga|pone|pongan) (<un>)? (<adj>)? <persona>,
        (quiero|quisiera|necesito|prefiero|dame) (una)? llamada (con|de) (<un>)? <persona>,
        (puede|puedes|pueden|podria|podrias) (ayudar|ayudarme|atender|atenderme) (<un>)?
        (companero|companera|persona|humano|colega|compi), (me|nos) (puede|podria) (ayudar|atender)
        (<un>)? (companero|companera|persona|humano|colega), (no|ni) mas (bots|robots|maquinas),
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
}

UNLESS: Cues = {
    Signal.WANTS_HUMAN: phrases(
        """
        ya (hable|hablamos|he hablado|hemos hablado) …,
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
        (seguimiento|envio|proceso|recordatorio|recordatorios|alta|cobro|cobros|reparto|todo
        eso|aviso|avisos) (es|son) (virtual|automatic*), (es|son|eres|sois)
        (un|una|el|la|vuestro|vuestra|su)?
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
}
