"""By what words does somebody want to be left alone, or to be written to again? Spanish."""

from agent.cues.table import Cues, phrases
from qualification.signals import Signal

WHOLE: Cues = {
    Signal.OPT_OUT: phrases(
        """
        bajenme, bajadme, (anular|cancelar|borrar) (la|mi)? suscripcion, (ya)? (os|te|le|les) (he
        dicho|dije) que no, stop baja, baja stop, (no gracias)? stop, no contactar, no llamar, no
        escribir, ya dejame, ya dejenme, ya dejeme, ya dejadme, para loco, para boludo, ya para, ya
        paren, ya stop, quiero desapuntarme, desapuntame, desapuntenme, desapuntarme,
        (eliminar|cancelar|anular|terminar|finalizar|borrar) (mi|la)? suscripcion, baja servicio,
        alto, parar, para, pare, paren, parad, cancelar, cancela, cancelen, cancele, detener,
        detente, no mas, dar de baja, salir, borrar, quitar, eliminar, fin, terminar, desuscribir,
        desuscribirme, desuscribirse, anular, desactivar, basta, quiero salir, salirme, quiero
        salirme, baja total, baja definitiva, baja inmediata, bajas, bajame, borrame, borrenme,
        borreme, eliminame, eliminenme, elimineme, quitame, quitenme, quiteme, sacame, saquenme,
        saqueme, olvidame, olvidadme, olvidenme, largo, largate, larguense, fuera, vete, vayanse,
        que te pires, pirate, piraos, pierdete, pierdanse, ni un mensaje mas, no insistas, no
        insista, no insistan, no insistais, bloqueado, bloqueados, te bloqueo, os bloqueo, los
        bloqueo, te voy a bloquear, te he bloqueado, denunciado, spam, ya esta bien, ya no mas,
        nunca mas, no molestar, no molestes, no moleste, no molesten, dejalo ya, dejadlo ya, me
        quiero salir, stp, dejame, dejeme, dejenme, dejadme, robinson, lista robinson, para para,
        para por dios
        """
    ),
    Signal.OPT_IN: phrases(
        """
        alta, iniciar, start, unstop, sigamos, seguimos, continuar, continuamos, adelante,
        reactivar, quiero volver, volver
        """
    ),
}

SENTENCE: Cues = {
    Signal.OPT_OUT: phrases(
        """
        (la)? baja (de|del|de este|de su|de vuestro) (servicio|servicio de mensajes), no
        (contactar|llamar|escribir|molestar|enviar|mandar|insistir|marcar) (mas|nunca mas), no
        (enviar|mandar) (mas)? <mensajes> (mas)?, no
        (escribais|escriban|escriba|contacten|contacteis|contacte|insistan|molesten) (mas)?,
        (tachadme|tachenme|tacheme|tachame), paren, pare, parad, parenle, parenle ya, no
        (molestes|moleste|molesten|molesteis), dejen, dejame tranquilo, dejenme tranquila, derecho
        (de|al) (supresion|olvido|oposicion|cancelacion), no (quiero|deseo)
        (publicidad|propaganda|spam|promociones), stop, (la)? baja, basta ya, ya basta, basta, para
        ya, parad ya, pare ya, paren ya, stop ya, (quiero|solicito|pido|deseo|exijo|necesito)
        (la|mi)? baja, darme de baja, dejame en paz, dejadme en paz, dejeme en paz, dejenme en paz,
        no mas mensajes, no molesten mas, alto ya, stop por favor
        """
    ),
}

ANYWHERE: Cues = {
    Signal.OPT_OUT: phrases(
        """
        (no|ya no) (quiero|queremos|deseo|deseamos) (que)?
        (vuelvan|vuelvas|vuelva|volvais|sigan|sigas|siga|sigais) (a)? (<escribirme>|<escribiendo>),
        <dar> (ya)? de baja o (te|os|les|los|lo), (no|ya no) (deseo|quiero|queremos) (seguir)?
        (recibir|recibiendo) (mas)? informacion (.|por favor|de ustedes|suya|vuestra), no (me|nos)
        (den|deis|des|de|den mas) (la|mas)? (lata|brasa|murga|turra|conazo|vara), no
        (quiero|deseo|queremos|deseamos) (volver a)? (ser|que me sigan)
        (contactad*|molestad*|llamad*|bombardead*|spamead*), no (quiero|deseo|queremos)
        (estar|seguir) (recibiendo|apareciendo|figurando), ultima vez que (me|nos)
        (escrib*|llam*|mand*|contact*|molest*), no (se|te|os)
        (comunique|comuniquen|comuniques|comuniqueis|pongan|pongas|ponga|pongais) (mas)? (en
        contacto|conmigo|con nosotros|mas|a este), no (contacten|contacteis|contacte|contactes)
        (mas)? (conmigo|con nosotros), (abstenganse|abstengase|abstente|absteneos|absteniendose) de
        (<escribirme>|llamar|escribir|contactar|enviar|mandar),
        (eviten|evitad|evite|evita|eviteis|evites) (<escribirme>|volver a|llamar a este|mandar
        mas|enviar mas), (ser|sea|quiero que sea) (eliminad*|borrad*|excluid*|quitad*|dad* de
        baja|removid*) (de|del|por) (<su>)? <lista>, (quiero|solicito|exijo|pido|deseo) que (se)?
        (eliminen|borren|supriman|quiten|eliminen|borreis|elimineis|suprimais|borre|elimine) … <mis>
        <datos>, (den|dad|deis|de|dar) de baja (este|mi|a mi|a este)
        (numero|telefono|movil|correo|contacto|celular), (como|donde) (cancelo|puedo
        cancelar|anulo|desactivo|bloqueo|paro|detengo|quito)
        (estos|los|sus|tus|vuestros|estas|esta|la suscripcion a (estos|sus|vuestros|los|este)|este)
        (<mensajes>|suscripcion), (numero|telefono|contacto|datos) …
        (borrenlo|borralo|borrelo|borradlo|eliminenlo|eliminalo|eliminelo|quitenlo|quitalo|quitadlo|borrenme|quitenme|saquenme),
        <los_mios> … no (quiere|quieren|desea|desean) que (la|lo|le|les|los|las)
        (sigan|sigais|vuelvan a)? <escriba>, (ella|el|<los_mios>|interesa) (no)? … no (la|lo|le|les)
        <escriba> (mas|.|por favor), que parte de … no (has
        entendido|entiendes|entendeis|entienden|entiende|habeis entendido|han entendido|ha
        entendido), (pedi|solicite|he pedido|he solicitado|habia pedido|habia
        solicitado|pedimos|solicitamos|tramite|pido|hemos pedido) (ya)? (la|mi|una)? baja
        (.|hace|y|ayer|pero|por|de <su> <lista>|inmediata|definitiva|varias|dos|ya), (pedi|he
        pedido|solicite|dije|he dicho|pedimos|hemos
        pedido|ruego|exijo|agradeceria|agradezco|encantaria|gustaria) que (me|nos)
        (borr*|quit*|sac*|elimin*|suprim*|dier* de baja|den de baja|deis de baja|dej* en paz|dej*
        tranquil*), me (di|habia dado|he dado|estoy dando) (ya)? de baja (.|y
        (me|sig*|segu*|aun|todavia)|hace|pero|ya|de (esta|vuestra|su|este|estos)), que (me|nos) de
        baja, <dar> (ya)? de baja (urgente|urgentemente|hoy mismo|cuanto antes|lo antes posible|de
        una vez|definitivamente|inmediatamente), (me gustaria|nos
        gustaria|preferiria|preferimos|prefiero|quisiera|quiero|desearia|ruego|solicito|pido|querria)
        (por favor)? no (volver a|seguir)? (recibir|recibiendo)
        (mas|nada|<mensajes>|ningun|ninguna|vuestros|sus|estos|este tipo|.), no tengo
        (ningun|ninguna|mas|nada de)? (interes|ganas|intencion) (en|de|por) (seguir)?
        (recibir|recibiendo|que me), (ni|no) se (os|te|le|les) ocurra (volver a)?
        (escrib*|llam*|mand*|envi*|contact*|molest*), (si|como) (me|nos) (vuelv*|volv*|sig*|segu*)
        (a)? (escrib*|llam*|mand*|envi*|contact*|molest*) …
        (denunci*|bloque*|report*|demand*|policia|abogad*|reclam*), no (quiero|queremos|me interesa)
        nada (mas)? (vuestro|suyo|tuyo|de (vosotros|ustedes|vuestra|su|esta|lo que (vend*|ofre*))),
        oposicion al (tratamiento|uso), (anulo|retiro|revoco|cancelo) (mi|el|todo|cualquier)
        (consentimiento|permiso|autorizacion),
        (podeis|pueden|puedes|puede|podrian|podriais|podrias|podes|podria) (ya)? (dejar|parar)
        (me|nos)? (ya)? (en paz|tranquil*|de <escribirme>),
        (parale|parenle|bajale|bajenle|cortala|cortenla|corten|corta) (ya)? (a|con) <su> <mensajes>,
        no (la|lo|le|les|las|los)
        (escriba|escriban|escribas|escribais|llame|llamen|llames|llameis|moleste|molesten|molestes|molesteis|contacte|contacten|contactes)
        mas, <deja> (ya)? en paz a <los_mios>, <deja> (ya)? tranquil* a <los_mios>, (no|ya no)
        (deseo|quiero|queremos|deseamos|quisiera) (mas|ningun|tener|ningun tipo de)? (mas|ningun)?
        (contacto|comunicacion|trato|trato alguno|nada que ver) (.|por favor|con
        (ustedes|vosotros|usted|ti|su empresa|vuestra empresa|esta empresa)|de su parte|de vuestra
        parte), no
        (guarden|guardeis|guardes|guarde|usen|useis|uses|use|traten|trateis|utilicen|utiliceis|utilices|almacenen|conserven|conserveis|compartan|compartais)
        <mis> <datos>, (me opongo|nos oponemos) al (tratamiento|uso), <borra> (todo|toda la
        informacion|cualquier dato|todo eso|todos los datos|los datos|la informacion) (lo)? que
        (tengas|tengan|tengais|tenga|tienen|teneis|tienes|hayan|guardan|guardais) (de|sobre)
        (mi|nosotros|mi persona), no
        (enviar|mandar|escribir|llamar|contactar|molestar|insistir|enviarme|mandarme|escribirme|llamarme)
        (mas|nunca)? (<mensajes>)? (mas)? (a <los_mios>|nunca mas|a este), (favor de|favor|por
        favor|el favor de|ruego|se ruega|les pido|os pido) no
        (enviar|mandar|escribir|llamar|contactar|molestar|insistir|enviarme|mandarme|escribirme|llamarme|contactarme|molestarme)
        (mas|<mensajes>|.), (no|ya no|nunca mas|tampoco) (me|nos|le|les|lo|la)? <sigan>
        <escribiendo> (mas|.|por favor|a <los_mios>|a
        este|sus|tus|vuestros|<mensajes>|ya|cosas|nada|con), (no|ya no)
        (quiero|queremos|deseo|quisiera) que (me|nos) <sigan> <escribiendo>, (no|ya no|nunca
        mas|ni|nunca) (le|les|lo|la)? (<escriba>|<mande>) (mas|nunca|mas veces|nada|mas
        nada|<mensajes>|mas <mensajes>)? a <los_mios>, no (vuelvas|vuelva|vuelvan|volvais) a
        (escribir|llamar|contactar|molestar|mandar|enviar|marcar|insistir|hablar) (le|les)? (mas)?
        (a <los_mios>|con <los_mios>|.|nunca), <deja> (ya)? de
        (escribir|escribirle|llamar|llamarle|contactar|molestar|marcar|mandar <mensajes>|enviar
        <mensajes>) (a|con) <los_mios>, <deja> (ya)? de (estar)? <escribiendo>, <deja> (ya)? con
        (los|las|tus|sus|vuestros|tantos|tantas|estos|esos|la|tanto|tanta) <mensajes>, (que|como)
        (hago|tengo que hacer|puedo hacer|hay que hacer|hacer|debo hacer|se hace) (para|pa) que
        (no|ya no|nunca) (me|nos) <escriba>, (que|como) (hago|tengo que hacer|puedo hacer|hay que
        hacer|hacer|debo hacer|se hace) (para|pa) (que)? (no recibir|dejar de recibir|<deja> de|no
        (me|nos) <mande>|me (borren|quiten|saquen|borreis|quiteis|dejen|dejeis)|salir de|salirme),
        no (<escriba>|<mande>) (mas|ya|nunca|.) (.|por favor|con <su> <mensajes>|a
        <los_mios>|<mensajes>), ya no (<escriba>|<mande>) (mas|nada|.), <mis> <datos> …
        (borrenlo|borralo|borrelo|borradlo|eliminenlo|eliminalo|eliminelo|quitenlo|quitalo|quitadlo|borrenlos|eliminenlos|borradlos)
        (.|ya|de), no (teneis|tienen|tienes|tiene|tenes|cuentan con|contais con) (mi|nuestro|ningun)
        (consentimiento|permiso|autorizacion), (no|nunca|jamas) (les|os|te|le) (di|doy|he
        dado|dimos|hemos dado|autorice|autorizo|autorizamos) (ningun)? (permiso|mi
        consentimiento|consentimiento|autorizacion|a|para|permiso para) …, (no|ya no)
        (quiero|queremos|deseo|acepto|admito|me interesa|necesito)
        (su|tu|vuestra|sus|tus|vuestras|mas|nada de)?
        (publicidad|propaganda|spam|promociones|newsletter|newsletters|boletines|publi|comunicaciones
        comerciales) (.|por favor|de ningun|gracias|ni|en mi|de nadie|vuestra|suya|tuya),
        (ejerzo|ejercer|ejercito|ejercitar|ejerciendo|ejercitando|invoco|solicit*|pido|exijo|reclamo|hago
        uso|haciendo uso|quiero|hacer valer) … derecho (de|al|a la|a) (la)?
        (supresion|olvido|oposicion|cancelacion|limitacion),
        (supresion|eliminacion|borrado|cancelacion|destruccion) (de|inmediata de|total de) <mis>
        <datos>, (rgpd|lopd|arco) … (borr*|elimin*|suprim*) <mis>, (protection|proteccion) de datos
        … (si|como) (me|nos) (vuelv*|sig*), (denunci*|demand*|bloque*|reclam*|policia|abogado) …
        (si|como) (me|nos|no) (vuelv*|sig*|escrib*|llam*|mand*|molest*|par*|dej*),
        (os|les|los|te|lo) (voy a|pienso|vamos a) (denunciar|bloquear|reportar|demandar),
        (voy|vamos) a (denunciaros|denunciarlos|denunciarles|reportarlos|reportaros|bloquearlo) …,
        ni (me|nos) <escriba>, (deseo|quiero|quisiera|solicito) (cancelar|anular) (la|mi|esta)
        suscripcion ., vale ya de <mensajes>, no (me|nos) (deis|den|des|de) mas (la lata|la brasa|el
        conazo|la murga), como (hago|puedo hacer) para no recibir (mas)? <mensajes>, como
        (dejo|puedo dejar) de recibir (esto|estos|mas|vuestros|sus|<mensajes>), no autorizo el uso
        de <mis> <datos>, (anulad|anular|anulen|anula|anule) mi suscripcion a (los|las|la|el)?
        <mensajes>, stop (no me|no nos|no quiero|no quiero mas|ya|no estoy|no vuelv*), ya esta bien
        de (<mensajes>|<escribirme>), fuera de mi (telefono|movil|whatsapp|vida|celular), (no)?
        (mandeis|envieis|mandes|envies|manden|envien) mas <mensajes>, <deja> (ya)? de
        (mandar|enviar) <mensajes> ., (voy|vamos) a
        (bloquearte|bloquearos|bloquearles|bloquearlos|denunciaros|denunciarte|denunciarles|denunciarlos),
        <deja> (ya)? (de)? <escribirme>, <deja> (ya)? de (mandar|enviar|escribir|llamar|hacer)
        (mas|tantos|tantas|estos|estas|tanto|esta|este|tus|sus|vuestros)? <mensajes>, <deja> (ya)?
        de (mandar|enviar|escribir|llamar|contactar|molestar) ., <deja> (ya)? (con|de)
        (tanto|tanta|tantos|tantas|los|las|estos|estas|esos|esas|el|la|sus|tus|vuestros|mandar|mas)
        <mensajes>, <deja> (ya)? de <mensajes>, no (me|nos) <escriba>, no (me|nos) <mande>
        (mas|nada|ya|nunca|esto|estas cosas|ningun|ninguna|ni un|ni una|de
        esto|estos|estas|tantos|tantas) …, no (me|nos) <mande> (mas)? <mensajes>, no (me|nos)
        <mande> ., no (me|nos)? (vuelvas|vuelva|vuelvan|volvais) a
        (escribir|escribirme|llamar|llamarme|contactar|contactarme|molestar|molestarme|mandar|mandarme|enviar|enviarme|hablar|hablarme|escribirnos|llamarnos|contactarnos),
        (no|tampoco|jamas|nunca) (quiero|queremos|deseo|deseamos|quisiera|me gustaria) que me
        (escrib*|llam*|contact*|mand*|envi*|molest*|busqu*|habl*|sigais escrib*|sigas escrib*|sigan
        escrib*), no (quiero|queremos|deseo) que (me|nos) (vuelvan|vuelvas|vuelva|volvais) …, (no|ya
        no) (quiero|queremos|deseo|deseamos|necesito|me interesa|quisiera|me
        apetece|autorizo|acepto|consiento|pedi) (seguir|volver a)?
        (recibir|recibiendo|recibirlos|tener)
        (mas|nada|ningun|ninguna|ya|estos|estas|esto|sus|tus|vuestros|vuestras|vuestra|vuestro|su|tu|tantos|tantas|la|el|los|las|este|esta)?
        (tipo de)? (mas)? <mensajes>, (no|ya no) (quiero|queremos|deseo|deseamos) (seguir|volver a)
        (recibir|recibiendo|hablar|hablando|saber|en contacto|apareciendo), (no|ya no)
        (quiero|deseo|queremos|deseamos) recibir (mas|nada|esto|.), (no|ya no)
        (quiero|deseo|queremos) (saber)? (mas)? nada (mas)? (de|con) (ustedes|vosotros|ti|usted|esta
        empresa|su empresa|vuestra empresa), no (quiero|queremos|deseo)
        (mas|ningun|tus|sus|vuestros|estos|tantos|vuestra|vuestro|su|tu) (mas)? <mensajes>, (ni
        un|ni una|no mas|basta de|nada de|fuera|stop) (mas)? <mensajes> (mas|por favor|de
        ustedes|.), no mas (<mensajes>|contacto), <dar> (ya|por favor)? (a mi)? de baja ., <dar>
        (ya|por favor|inmediatamente)? de baja (ya|inmediatamente|por favor)? (de|en|del|a) (<su>)?
        <lista>, <dar> (ya)? de baja (mi|mis|este|nuestro)
        (numero|telefono|movil|correo|email|contacto|suscripcion al|datos|celular), <dar> (ya)? de
        baja (por favor|cuanto antes|ahora|inmediatamente|y|pero|porque|ya|que),
        (quiero|solicito|pido|deseo|exijo|necesito|tramit*|quisiera|ruego|gestion*|procesen|confirmen)
        (que)? (la|mi|una)? baja (.|de <su> <lista>|en <su> <lista>|inmediata|definitiva|por
        favor|ya), como (me|nos) (doy|damos|borro|quito|salgo|desapunto|desuscribo|elimino) (de
        baja)? (de <su> <lista>|.), (baja|bajas|bajarme|bajenme|bajame|bajadme) (ya)? (de|del|en)
        (<su>)? (lista|listas|newsletter|boletin|publicidad|lista de distribucion|suscripcion|base
        de datos), <borra> (ya)? <mis> <datos>, <borra> (todos|todo)? (los|el|la)? <datos>
        (mio|mios|que teneis mio|que tengan mios|que tienen mios|que tengais mios|que tienen de
        mi|que tengan de mi|que tengas de mi|que tienes de mi|que teneis de mi|personales mios|sobre
        mi), <borrame> (ya)? (por favor)? (de|del) (<su>)? <lista>, <borrame> .,
        (borrado|supresion|eliminacion|cancelacion) de <mis> <datos>,
        (salir|salirme|salgo|sacarme|desapuntarme|desapuntar|quitarme|borrarme) (de|del)
        (la|esta|su|tu|vuestra|este|el)? (lista|listas|newsletter|boletin|base de
        datos|grupo|suscripcion), (no quiero|no queremos|dejar de|no deseo)
        (estar|aparecer|figurar|seguir) en (<su>) (lista|listas|base|base de
        datos|registro|fichero|ficheros), (dejame|dejeme|dejenme|dejadme|dejanos|dejennos|dejarme|me
        dejes|me deje|me dejen|me dejeis|me dejais|me dejas|me dejan) (ya)? (en
        paz|tranquil*|vivir|de molestar|de hinchar), (olvidame|olvidate de mi|olvidense de
        mi|olvidese de mi|olvidaos de mi|olvidarse de mi|olvideme),
        (desuscrib*|desuscripcion|dessuscrib*|desubscrib*|desinscrib*),
        (cancel*|anul*|quit*|finaliz*|elimin*|par*|borr*|dar de baja) (ya)? (mi|la|esta|a
        la|nuestra|de|mis|el|los|las)? (suscripcion|suscripciones|envio|envios|alta)?
        (a|al|de|del|en)? (la|el|su|vuestra|vuestro|tu|sus|esta|este)?
        (newsletter|boletin|boletines|lista de correo|lista de distribucion|lista de
        difusion|correos comerciales|publicidad|mensajes|sms), no (<escriba>|<mande>) mas (.|por
        favor|a este|aqui|mensajes|nunca|a mi|correos), no
        (molestar|molestarme|insistir|molestes|moleste|molesten|molesteis|insistas|insista|insistan|insistais)
        mas, no (molestes|moleste|molesten|molesteis|insistas|insista|insistan|insistais)
        (mas|ya|por|con), no (autorizo|consiento|doy permiso|di permiso|he autorizado|he dado
        permiso) …, (retiro|revoco) mi (consentimiento|permiso|autorizacion), no (contestare|voy a
        contestar|voy a responder) … no (escrib*|insist*), que
        (pares|pareis|pare|paren|dejes|deje|dejen|dejeis) (ya)? (de <escribirme>|.|en
        paz|tranquil*), (pares|pare|paren|pareis|dejes|dejen|deje|dejeis) (ya)? (de <escribirme>|con
        <su> <mensajes>), no me (vuelvas|vuelva|vuelvan|volvais) a …,
        (apuntame|apunteme|apuntenme|estoy|incluyanme|ponme|ponganme) en la lista robinson, basta
        (ya)? de (<mensajes>|<escribirme>|tanto|tanta|tantos|escribir|mandar|llamar), me
        (estais|estas|estan|esta) (acosando|molestando|spameando|bombardeando|hartando|cansando),
        (quiero|queremos) que me
        (borres|borren|borreis|borre|quites|quiten|quiteis|quite|saques|saquen|saqueis|elimines|eliminen|elimineis|dejes|dejen|deje|dejeis)
        …
        """
    ),
    Signal.OPT_IN: phrases(
        """
        al final (si|que si) (.|quiero|queremos|me interesa|nos interesa|necesito|necesitamos), (he
        cambiado|cambie|hemos cambiado) de (idea|opinion) … (quiero|queremos|si|me interesa), quiero
        volver a (hablar|recibir|suscribirme), (pueden|puede|puedes|podeis) (volver a)?
        (escribirme|hablarme|contactarme) (otra vez|de nuevo|ya)?, volver a suscribirme, he cambiado
        de opinion … (hablemos|seguimos|escrib*|hablamos), darme de alta otra vez, vuelve a
        escribirme, vuelvan a escribirme
        """
    ),
}

UNLESS: Cues = {
    Signal.OPT_OUT: phrases(
        """
        no (me|nos) <escriba> (un|unos|el|los|mas)?
        (presupuesto|presupuestos|precios|cifras|cantidades|textos|textos largos|parrafos|rollos) …,
        no se nos …, no (autorizo|consiento) a (mi|mis|nuestro|nuestros|los) …, (mas|los|las)
        <mensajes> (a mano|a clientes|manuales), se (nos|me)? escap* …, (como|donde)
        (cancelo|anulo|desactivo|quito) … (cita|reunion|hubspot|salesforce|usuario|contacto),
        (quiero|queremos|quiere|quieren) … (a nuestros|a los) clientes, no (le|les|lo|la)?
        (<escriba>|<mande>) (mas|nada|<mensajes>)? a <los_mios> (hoy|ahora|manana|esta|este|tan|en),
        no (volver a|seguir)? recibir <mensajes> … (mejor|sino|solo|por whatsapp|por correo|por
        email|de clientes|a deshora*|fuera), pedi (la|una|mi) baja (medica|laboral|voluntaria|de
        autonomo*|de movistar|del), (it|to|that|this|you|we|will|tool|app) stop, que (me|nos)
        (llame|llamen|llames|llameis) … (solo|mejor|mand*|envi*|escrib*|por aqui|por
        whatsapp|correo|email|precio|un comercial|una comercial|todavia|aun|antes|hasta|por la|por
        las|ahora|hoy), no (me|nos) (hables|hable|hablen|hableis) (de|tan|en), no (me|nos) <mande> …
        (ya la|ya lo|ya los|ya las|ya tengo|me basta|ya me), no me (llames|llame|llamen|llameis) …
        (me llamo|soy|mi nombre|dime|llamame), (si|cuando) no (contesto|respondo) …, no (me|nos)
        (mande|manden|mandes|mandeis|envie|envien|envies|envieis|pase|pasen|pases)
        (nada|mas|esto|ya)? … (hasta|antes|todavia|aun|mientras|por ahora|de momento|si no|que
        no|sin|de mas de|por encima|tan|muy), no (le|les|lo|la)? (<escriba>|<mande>)
        (mas|nada|<mensajes>)? a <los_mios> (hasta|todavia|aun|antes|por ahora|de
        momento|sin|que|mejor|por la|los|el|a las|despues|llam*|escrib*|sino),
        (cumpl*|respet*|gestion*|cubr*|soport*|permit*|cliente*|usuarios) … derecho (de|al) …, no
        (me|nos)? <sigan> (buscando|hablando|esperando|mandando|llamando) (el|la|los|las|otro|otra|a
        los|a las|a mis|a mano|un|una|por ahora), (la|una|de|nuestra|en|hacer|haciendo|hacemos)
        (publicidad|propaganda) …, (si|cuando|que pasa si|permanencia si|penalizacion si|en caso
        de|antes de|aunque|facil) (luego|despues|me quiero|nos queremos|quiero|queremos)? <dar>
        (ya)? de baja, no
        (paro|para|paramos|paran|pares|pare|paren|deja|dejan|dejo|dejamos|dejes|deje|dejen) …,
        (sin|no) (parar|dejar) …, <ellos> … (me|nos|le|les)?
        (escriba|escriban|llame|llamen|conteste|contacte|contacten|contestan|responde|baja|de
        baja|moleste|molesten), y que (no)? (me|nos|los|las|les|lo|la|se|mis|nuestros) …, para que
        (me|nos) …, para que (no)? (los|las|les|lo|la|se|mis|nuestros) …,
        (algo|sistema|herramienta|programa|chatbot|bot|contestador|agente|filtro|quiero|necesito|busco|sirve|automatizar|queremos|necesitamos)
        … para que no (me|nos) …, (si|cuando|aunque|mientras|hasta que|como) (no)? (me|nos)
        <escriba> …, que no (me|nos) <escriba> (el|la|los|un|una|mi|nuestro) …, <deja> (ya)? de
        (llamar|escribir|contactar|enviar|mandar|hacer|recibir) (al|a los|a las|a cada|a clientes|a
        todos|a todas|a todo|a gente|a la|a mis|a nuestros|a nuestras|a leads|a mano|a quien|a un|a
        una|a unos|los|las|clientes|leads|presupuestos|correos a|mensajes a|emails a|llamadas
        en|pedidos|leads|facturas|propuestas|un|mas leads), no (me|nos) <escriba>
        (antes|hasta|hoy|manana|ahora|por la|por las|por telefono|al|a las|de noche|entre|este|esta
        semana|durante|en horario|mejor|solo|que estoy|en agosto|despues|esta tarde|estos dias|el
        lunes|el fin|los fines|tan|en ingles|de usted|de tu|de tal|asi|a
        partir|pero|escrib*|sino|loco|mentiroso|a esa hora|a estas horas), no (me|nos)
        (llame|llames|llamen|llameis|moleste) …
        (escrib*|whatsapp|wasap|correo|mensaje|email|mail|mejor), no (me|nos)
        (escriba|escribas|escriban|escribais) … (llam*|whatsapp|por correo|por email), no (me|nos)
        (escribe|habla|llama|contacta) …, no (me|nos) llame (la atencion|mucho), no (me|nos) <mande>
        (el|la|un|una|los|las|al|a|todavia|aun|hasta|por|su|tu|vuestro) …, no
        (molest*|llam*|escrib*) mas (que|de lo|caro|a los|a las|a mis), (los|las|mis|nuestros) … que
        (me|nos)? (escriba|escriban|llame|llamen|contacte|contacten) …, <deja> (ya)? de
        (perder|usar|utilizar|funcionar|depender|pagar|ser|tener|trabajar|gastar|crecer|hacer),
        (quiero|queremos|necesito|necesitamos|gustaria|intentamos|hay que|tenemos
        que|conseguir|para|poder|logremos|ayude a|ayuda a|ayudarnos a|ayudeis a) (dejar|parar) de
        (recibir|llamar|escribir|contactar|enviar|mandar|insistir|molestar|acosar|hacer
        spam|spamear|bombardear) (a|tantos|tanta|spam|leads malos|llamadas|correos|mensajes|.),
        <dar> de baja (a|al|el|los|las|un|una|a
        un|usuarios|empleados|clientes|contactos|servicios|contratos|productos|lineas|licencias|la
        linea|la luz|el gas|de mi
        (proveedor|operador|compania|banco|empresa|seguro|contrato|crm|programa|actual|gimnasio|autonomo)|de
        nuestro|de la (seguridad|empresa|luz|competencia|compania)|del
        (crm|programa|software|servicio|proveedor|gimnasio|contrato|actual|autonomo|paro|anterior|otro|seguro)|de
        (salesforce|hubspot|zoho|odoo|autonomo|autonomos|pipedrive|movistar|vodafone|orange|telefonica|otro|otra|este
        (proveedor|contrato|programa))|en (hacienda|autonomos|la seguridad|el otro|nuestro|mi)),
        (se|suelen|pueden|quieren|nos|les|le) (da|dan|dieron|dio|dar|darse|han dado|damos|esta
        dando|estan dando) de baja …, (de|estoy de|esta de|estamos de|en|por|la|una|tasa
        de|temporada|planta|gama|muy|mas|mi|su|cuando estoy de) (baja|bajas) (por maternidad|por
        paternidad|por enfermedad|por depresion|por ansiedad|por accidente|por un|por una|por la|por
        mi|medica|laboral|maternal|paternal|maternidad|paternidad|voluntaria|de clientes|temporal|de
        servicio|de la obra|de mi (mujer|marido|socio|comercial|jefe)),
        (temporada|planta|gama|calidad|parte|voz|zona|tension|presion|ventana) baja, baja (por
        maternidad|por paternidad|por enfermedad|por depresion|por ansiedad|por accidente|por un|por
        una|por la|por mi|medica|laboral|maternal|paternal|maternidad|paternidad|voluntaria|de
        clientes),
        (tasa|ratio|porcentaje|indice|numero|motivo|motivos|gestion|registro|control|volumen) de
        (las)? (baja|bajas|desuscrip*), <ellos> … (desuscrib*|de baja|baja|bajas|no quieren),
        (gestion*|permit*|registr*|ofrec*|tien*|sirve para|incluye|automatiz*|control*|enlace
        de|boton de|link de|formulario de|opcion de|proceso de) … (desuscrib*|desuscripcion|darse de
        baja|unsubscribe|las bajas|la baja), (borr*|elimin*|quit*|suprim*)
        (los|las|todos|todas|unos|nuestros|mis|el|la)?
        (contactos|duplicados|clientes|leads|registros|datos)
        (antiguos|viejos|duplicados|repetidos|de clientes|del excel|de la hoja|de mis clientes|que
        no), <borra> <mis> (datos|contacto|numero|informacion) (del excel|antiguos|viejos|de
        clientes|de salesforce|de mi crm|del crm actual|duplicados),
        (quitarme|quitarnos|quitame|quitar|sacarme|sacarnos|sacame|sacar|borrarnos) (de
        encima|trabajo|peso|este|un|una|el|la|los|las|de (este lio|dudas|un apuro|la duda|esto
        problemas|la miseria|quicio)) …, basta (con|un|una|que|de excel|de papel|de perder|solo),
        (me|nos|te|le) basta, (deja*|deje*) (ya)? (en paz)? (que|me|mucho|bastante|claro) …,
        (dejame|dejeme|dejadme|dejenme|deje|deja)
        (pensar*|ver|que|hablar*|tu|su|un|el|consult*|mirar*|preguntar*|comentar*|acabar|terminar|explicar*|dec*),
        (el cliente|un cliente|alguien|uno|nadie) … (borre|baja|deje), (salir|sacar|salgo|salimos)
        de (excel|las|los|este lio|dudas|la crisis|casa|mi|nuestro|la hoja), no (autorizo|consiento)
        (gastos|pagos|mas de|ese gasto|descuentos),
        (cancel*|anul*|quit*|finaliz*|elimin*|par*|borr*) (nuestro|nuestra|nuestros|a nuestros|el
        envio de nuestra|nuestra propia) …, para
        (la|el|los|las|mi|nuestra|nuestro|su|enviar|mandar|hacer|una|un|nuestros|este|esta) …,
        (parte|partes|partidas|parado|paro|parar|parece|pared|paredes|pareja|pares|parking|parket|parquet)
        …, (hacer|para enviar|para mandar|quiero enviar|queremos enviar|quiero mandar|queremos
        mandar|lanzar|gestionar|tener|crear|automatizar) …
        (newsletter|newsletters|boletin|boletines|sms|mensajes|correos), me (esta|estan)
        (molestando|cansando|hartando) (el|la|los|las|que|mucho el|excel|tener|hacer),
        (un|el|este|me|su) spam, (filtro|correo|carpeta|bandeja) … spam, no (quiero|queremos|deseo)
        recibir (nada de|mas) (clientes|leads malos|spam de), no (quiero|queremos) (mas)
        (correos|mensajes|llamadas|cosas|avisos|notificaciones|textos|spam|anuncios)
        (perdidos|perdidas|sin|de clientes|de leads|duplicados|en|que|a
        mano|raras|complicadas|manuales|repetidas)
        """
    ),
}
