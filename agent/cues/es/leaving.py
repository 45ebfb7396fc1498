"""By what words does somebody put it off, or turn out not to be a lead? Spanish."""

from agent.cues.table import Cues, phrases
from qualification.signals import Signal

WHOLE: Cues = {
    Signal.NOT_INTERESTED: phrases(
        """
        no (quiero|deseo|queremos|necesito) (mas)? informacion (gracias)?, no (gracias)? (no)? lo
        (necesito|necesitamos), (no gracias)? (ya)? (tengo|tenemos) (ya)? (algo asi|uno|uno ya|algo
        parecido|otro|proveedor), ya tenemos, ya tengo, no hace falta, no hace falta gracias, no
        (muchas)? gracias, no me interesa, no nos interesa, paso del tema, paso de esto, no gracias
        no me interesa, no interesa, no me interesa nada, no es para mi, no es para nosotros, ya no,
        ya no hace falta, ya no gracias, no estoy interesado, no estoy interesada, dejalo, dejelo,
        dejadlo, dejenlo
        """
    ),
    Signal.LATER: phrases(
        """
        te escribo (yo)? luego, (luego|despues|mas tarde) (te|os|le|les)
        (escribo|digo|contesto|hablo|llamo), ahora no, luego, mas tarde, en otro momento, ahora no
        puedo, ahora mismo no, hoy no, otro dia, manana, mejor manana, mejor otro dia, mas adelante,
        lo pienso, me lo pienso, lo voy a pensar, dejame pensarlo, dejeme pensarlo, tengo que
        pensarlo, me lo tengo que pensar, lo tengo que pensar, ya os digo, ya te digo, ya le digo,
        ya les digo, luego te digo, luego os digo, luego hablamos
        """
    ),
}

ANYWHERE: Cues = {
    Signal.NOT_INTERESTED: phrases(
        """
        no (me|nos) interesa* (nada|vuestro|su|el|la|esto|eso|este|lo que|ahora|de momento|por
        ahora|gracias|en absoluto|mucho|comprar|contratar|tu|.), no (estoy|estamos) (nada|muy)?
        (interesado|interesada|interesados|interesadas), no (tengo|tenemos) (ningun)? interes, ya no
        (me|nos) interesa, no quiero nada, no quiero comprar nada, no me hace falta, no nos hace
        falta, ya (lo)? (he|hemos) (comprado|contratado|encontrado|elegido|cogido)
        (otro|otra|uno|una|en otro|con otro|a otro), paso de
        (vosotros|ustedes|comprar|contratar|historias)
        """
    ),
    Signal.LATER: phrases(
        """
        no (puedo|podemos) (hablar|atender|atenderte|atenderle|contestar|responder|escribir|seguir)
        (ahora|ahora mismo|en este momento|hoy|hasta), luego (hablamos|te escribo|os escribo|te
        contesto|seguimos|te digo) .,
        (escribame|escribanme|escribeme|escribidme|escribime|llamame|llamadme|llameme|llamenme|contactame|contactadme|contactenme|contacteme|avisame|avisadme|aviseme|avisenme|hablame|hableme|buscame|busqueme|recuerdame|recuerdamelo|recuerdemelo)
        (mejor)? (en|el|la|mas|dentro|luego|a partir|manana|pasado|despues|otro|cuando|a finales|a
        principios|al final|por la|esta tarde|en otro), (hablamos|hablemos|lo hablamos|lo vemos|lo
        retomamos|retomamos|retomemos|nos vemos|volvemos a hablar|lo dejamos) (mejor)? (la
        semana|el|en|mas adelante|luego|otro dia|manana|despues|a partir|dentro|para
        mas|pasado|cuando), (mejor|quizas|quiza|a lo mejor|tal vez) (lo dejamos)? (para)? (mas
        adelante|otro dia|en otro momento), mejor hablamos, (te|os|le|les)
        (escribo|aviso|llamo|digo|contacto) yo, ya (te|os|le|les) (escribo|aviso|llamo|digo
        algo|cuento|escribire|avisare|llamare|dire), (ahora|ahora mismo) no (puedo|es|me viene|tengo
        tiempo), no es (un)? (buen|el) momento, (me|nos)
        (pilla|coge|pillas|coges|pillais|agarra|agarras) (muy)? (mal|ocupado|ocupada|conduciendo|en
        mal momento|trabajando), estoy (muy|super|bastante|un poco)?
        (ocupado|ocupada|liado|liada|conduciendo|trabajando|de viaje|en el medico),
        (estoy|estamos|entro) en (una)? reunion, mejor en otro momento, otro momento, (no corre
        prisa|sin prisa) … (hablamos|escrib*)
        """
    ),
    Signal.SUPPORT: phrases(
        """
        (reportar|notificar|comunicar|dar parte de) (un|una)
        (fallo|error|incidencia|averia|problema),
        (lo|la)? (compre|compramos|contrate|contratamos) (lo|la)? … (y|pero) (ya)? no (me|nos)?
        (funciona|va|anda|carga), (la|vuestra|su|tu) (aplicacion|app|plataforma) (no|ya no)
        (me|nos)? (carga|abre|funciona|va|arranca|responde|deja), (mi)
        (cuenta|app|aplicacion|usuario|licencia) (esta|no|se ha|sigue)
        (bloquead*|carga|abre|va|caid*|suspendid*), ya (soy|somos|era|eramos) clientes, ya soy
        cliente, (soy|somos) (un|una|ya|vuestro|vuestra|su)? (cliente|clientes)
        (suyo|suyos|vuestro|vuestros|desde|y|de ustedes|con|tuyo|actual|antiguo|habitual|.|pero|de
        nexo|de toda), no (me|nos) funciona*
        (la|el|mi|nuestra|nuestro|desde|nada|vuestro|su|bien|.|ya|vuestra|lo que), (ha|han) dejado
        de funcionar, (dejo|dejaron) de funcionar, no (puedo|consigo|logro|podemos|me deja|nos deja)
        (entrar|acceder|iniciar sesion|loguearme) …, (mi|nuestra) (ultima)? factura, (mi|la) cuenta
        no, (mi|la|he olvidado la|olvide la|olvide mi|recuperar la|cambiar la) contrasena,
        (mi|nuestro) pedido, (una|abrir una|tengo una|poner una|reportar una|la) incidencia,
        (abrir|poner|crear) (un)? (ticket|reclamacion|queja), soporte tecnico, servicio tecnico,
        (me|nos) (habeis|han|has|ha|habian|estan|estais) (cobrado|cobrando|facturado) …, (una|poner
        una|presentar una|hacer una|interponer una) (reclamacion|queja), mi suscripcion
        (no|se|esta|sigue|ha|de pago|premium), (devolucion|reembolso) (de|del|por)? (mi|lo
        que|dinero)?, (devolver|devuelvan|devolvedme|devuelvanme) (me)? (el|mi) dinero, mi obra
        (no|esta|lleva|se|tiene), (atencion|servicio) (al|de) cliente,
        (cerrar|cancelar|eliminar|borrar|dar de baja) (mi|la|una|nuestra) cuenta (de
        cliente|premium|gratuita|de usuario|.), (la reforma|la obra|el trabajo) que me
        (hicisteis|hicieron|han hecho|habeis hecho), (me hicisteis|me hicieron|me hiciste)
        (la|una|el|un) (reforma|obra|bano|cocina|trabajo|instalacion)
        """
    ),
    Signal.WRONG_PERSON: phrases(
        """
        este no es el (telefono|numero|movil|celular) de, (me|nos)
        (confunde|confundes|confunden|confundis) con, (aqui|ahi|en esta casa|en este numero) no
        (vive|hay|trabaja) (ningun|ninguna|nadie), ya no (trabajo|vivo|estoy) (ahi|alli|aqui|en esa
        empresa|en la empresa|con ellos), (no conozco a|no se quien es)
        (ese|esa|ningun|ninguna|quien), (se|te|os) (ha|has|habeis|han) (equivocado|confundido)
        (de|con)?, (se|te|os) equivoca* de, (numero|persona|telefono|contacto)
        (equivocado|equivocada|erroneo), (yo)? no (he|hemos) (pedido|solicitado)
        (nada|esto|informacion|ninguna|ningun), (yo)? no pedi (nada|esto|informacion), no soy esa
        persona, no soy yo (.|el|la|quien), no soy la persona (adecuada|correcta|indicada|que), no
        (se)? de que (me)? (habla|hablas|hablan|hablais|va esto), (soy|somos) (un|una|solo|solo
        un|solo una)?
        (estudiante|estudiantes|alumno|alumna|alumnos|universitario|universitaria|becario|becaria),
        (estudio|estoy estudiando|curso) (marketing|ade|derecho|arquitectura|un master|la carrera|en
        la|primero|segundo|tercero|un grado|diseno|periodismo), trabajo de (clase|fin de|curso|la
        uni|la universidad|investigacion|la facultad), (para|de) (la universidad|mi tesis|la uni|mi
        tfg|mi tfm|un trabajo de clase|clase|mi clase|una asignatura), tfg, tfm, proyecto (de
        clase|universitario|escolar|de la uni|de fin de carrera),
        (ofrecer|ofrecerle|ofrecerles|ofreceros|ofrecerte|presentar|presentarle|presentarles|presentaros|vender|venderle|venderles|venderos|proponerle|proponerles|proponeros)
        (nuestros|nuestro|nuestra|nuestras|mis|mi|un servicio|servicios|una colaboracion|los
        servicios), (le|les|os|te) (ofrezco|ofrecemos|vendo|vendemos)
        (nuestros|servicios|un|una|posicionamiento|seo|el|la|marketing|leads|mis),
        (quiero|queria|quisiera|me gustaria)
        (venderles|venderos|venderle|venderte|ofreceros|ofrecerles|ofrecerle|ofrecerte),
        (somos|soy|represento a|trabajo en) una (agencia|consultora|empresa) (de)?
        (marketing|seo|diseno|publicidad|software|desarrollo|posicionamiento|leads|comunicacion) …,
        (hacemos|ofrecemos|vendemos|hago|ofrezco|vendo) (seo|posicionamiento|marketing|paginas
        web|diseno web|publicidad|leads|bases de datos|seguros|telefonia|energia|alarmas|placas) …,
        (busco|buscando|necesito) (trabajo|empleo|un empleo|un trabajo|practicas),
        (mi|enviar|mandar|dejar|el|enviarles|enviaros|mandaros|echar un|echar el) (mi|un|el)?
        (curriculum|cv), (estan|estais|hay|teneis|tienen) (contratando|ofertas de
        empleo|vacantes|alguna vacante|bolsa de trabajo|puestos libres), trabajar con
        (ustedes|vosotros), trabajar en vuestra empresa, trabajar en su empresa
        """
    ),
}

UNLESS: Cues = {
    Signal.SUPPORT: phrases(
        """
        (el|la|lo|nuestro|nuestra|mi|un|una|su|excel|crm|programa|sistema|metodo|proceso|software|hoja|forma|agenda|que
        tenemos|actual|ahora) … (no (nos|me) funciona*|deja* de funcionar|dejado de funcionar|dejo
        de funcionar), no (me|nos) funciona* (el
        (excel|crm|programa|sistema|metodo|software|seguimiento|equipo|actual)|la
        (hoja|agenda|forma|base|libreta|publicidad)|bien (el|la|lo|nuestro|nuestra|excel)),
        (mejorar|nuestra|nuestro|para|en|gestionar|automatizar|de|ordenar|centralizar|departamento
        de|la|el|equipo
        de|dar|buen|buena|mejor|ofrecer|tenemos|tienen|teneis|incluye|incluido|hay|con|y|o|sin)
        (atencion al cliente|servicio al cliente|atencion de clientes|soporte tecnico|servicio
        tecnico|atencion de cliente|servicio de cliente|incidencia), (si|cuando) (soy|somos|ya
        somos|fuera|sea) cliente*, (aun|todavia)? no (soy|somos) (cliente|clientes),
        (los|nuestros|mis|las) … (una)? (queja|reclamacion|incidencia|devolucion),
        (perder|sacar|facturar) … (mi factura|nuestra factura), nuestra factura
        (de|media|mensual|es), (mi|nuestra) factura de (la luz|telefono|salesforce|hubspot)
        """
    ),
    Signal.WRONG_PERSON: phrases(
        """
        no soy yo (quien|el que|la que)
        (decid*|mand*|tom*|llev*|firm*|pag*|compr*|aprueb*|autoriz*),
        (piso|pisos|vivienda|residencia|habitacion|academia|alquiler|para|a|de|nuestros|los|descuento)
        … (estudiante|estudiantes|alumnos|universitarios) …,
        (ofrecer|vender|presentar|venderle|venderles) (nuestros|nuestro|nuestra|mis) …
        (a|al|online|por internet|mejor|mas|en) …, (hacemos|ofrecemos|vendemos|hago|ofrezco|vendo) …
        (a empresas|a particulares|a clientes|desde|necesitamos|y necesit*|y perdemos|y quer*|pero),
        numero equivocado de
        """
    ),
    Signal.NOT_INTERESTED: phrases(
        """
        <ellos> … (no (les|le)? interesa|no (estan|esta) interesad*|no tienen interes), no (me|nos)
        interesa (perder|seguir asi|el precio mas|un crm complicado|la version|la demo|la prueba|el
        plan)
        """
    ),
    Signal.LATER: phrases(
        """
        (clientes|leads|interesados|prospectos|ellos|que) … (hablamos|escribeme|llamame|luego|llamo
        yo) …, (te|os|le|les) digo yo que, le escribo yo a los, les escribo yo a mis
        """
    ),
}
