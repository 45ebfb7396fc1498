"""By what words does somebody speak of us: a demo, an insult, their why? Spanish."""

from agent.cues.table import Cues, phrases
from qualification.signals import Signal

WHOLE: Cues = {
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
}

ANYWHERE: Cues = {
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
