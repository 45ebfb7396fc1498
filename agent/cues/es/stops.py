"""By what words does somebody want to be left alone, or to be written to again? Spanish."""

from agent.cues.table import Cues, phrases
from qualification.signals import Signal

GROUPS = {
    "deja": phrases(
        """
        deja, deje, dejen, dejad, dejar, dejes, dejeis, dejais, dejas, dejan, para, pare, paren,
        parad, parar, cesa, cese, cesen, cesad, termina, terminen, basta, ya basta, stop, hartos,
        harto, harta, cansado, cansada, cansados, cortala, cortenla, dejense, dejate, dejese,
        dejame, dejeme, dejenme, dejadme, dejanos, dejennos, dejes ya, parenle, parale, parele,
        corta, corten, cortad, cortale, bajale, bajenle, dejarais, dejaran, dejaras, dejara,
        pararan, pararais, pararas
        """
    ),
    "escribirme": phrases(
        """
        escribirme, escribirnos, mandarme, mandarnos, enviarme, enviarnos, llamarme, llamarnos,
        contactarme, contactarnos, contactar conmigo, molestar, molestarme, molestarnos, fastidiar,
        fastidiarme, acosarme, acosar, bombardearme, bombardear, spamearme, spamear, insistir,
        insistirme, joder, joderme, hinchar, incordiar, incordiarme, darme la lata, dar la lata, dar
        la brasa, darme la brasa, dar el conazo, darme el conazo, dar por culo, dar el tostonazo,
        hablarme, marcarme, textearme, hostigarme, atosigarme, agobiarme, perseguirme, chingar,
        chingarme, romper las pelotas, hacer spam, recibir, tocar las narices, ponerse en contacto
        conmigo, rayarme
        """
    ),
    "escriba": phrases(
        """
        escriba, escriban, escribas, escribais, escribe, contacte, contacten, contactes, contacteis,
        moleste, molesten, molestes, molesteis, llame, llamen, llames, llameis, busque, busquen,
        busques, hable, hablen, hables, hableis, insista, insistan, insistas, insistais, spamee,
        spameen, spamees, marque, marquen, marques, fastidie, fastidies, fastidien, texteen, jodas,
        jodan, joda, jodais, agobie, agobies, agobien, agobieis, atosigue, atosigues, atosiguen,
        persiga, persigan, friegues, friegue, frieguen, chingues, chingue, chinguen, hinches,
        hinchen, rompas, rompan, contactarais, llamarais, escribierais, escribieran, llamaran,
        textees, escribirme
        """
    ),
    "mande": phrases(
        """
        mande, manden, mandes, mandeis, envie, envien, envies, envieis, pase, pasen, pases, haga
        llegar, hagan llegar
        """
    ),
    "mensajes": phrases(
        """
        mensaje, mensajes, mensajito, mensajitos, sms, correo, correos, email, emails, mail, mails,
        e mail, e mails, whatsapp, whatsapps, wasap, wasaps, wasapp, guasap, guasaps, llamada,
        llamadas, publicidad, propaganda, spam, notificaciones, notificacion, comunicaciones,
        newsletter, newsletters, boletin, boletines, promociones, ofertas, avisos, anuncios, textos,
        basura, informacion comercial, comunicaciones comerciales, publi, rollos, tonterias, cosas
        """
    ),
    "lista": phrases(
        """
        lista, listas, listado, listados, base, bases, base de datos, registro, registros, sistema,
        agenda, fichero, ficheros, crm, aqui, ahi, todo, esto, eso, contactos, grupo, distribucion,
        suscripcion, suscripciones, newsletter, boletin, boletines, boletin informativo, publicidad,
        mensajes, correos, sms, servicio de mensajes, envios, comunicaciones, notificaciones,
        promociones, emails, whatsapp, newsletters, servicio de sms, servicio, servicio de
        mensajeria, lista de contactos, lista de envios, lista de correo, lista de difusion, cadena
        """
    ),
    "su": phrases(
        """
        su, sus, tu, tus, vuestra, vuestro, vuestras, vuestros, la, el, las, los, esta, este, estas,
        estos, esa, ese, esos, esas, una, un, toda, todas las, todos los, cualquier, dicha, sus
        propias
        """
    ),
    "mis": phrases(
        """
        mi, mis, nuestro, nuestros, nuestra, nuestras, este, todos mis, todo mi
        """
    ),
    "datos": phrases(
        """
        numero, numeros, telefono, telefonos, movil, celular, cel, datos, datos personales, dato,
        contacto, correo, email, informacion, info, ficha, perfil, nombre, registro, mail, direccion
        """
    ),
    "borra": phrases(
        """
        borra, borre, borren, borrad, borrar, borrame, borreme, borrenme, borradme, borrarme,
        borrenlo, elimina, elimine, eliminen, eliminad, eliminar, eliminame, elimineme, eliminenme,
        eliminarme, quita, quite, quiten, quitad, quitar, quitame, quiteme, quitenme, quitadme,
        quitarme, saca, saque, saquen, sacad, sacame, saqueme, saquenme, sacadme, sacarme, retira,
        retire, retiren, retirar, retirame, retireme, suprime, supriman, suprima, suprimir, cancela,
        cancele, cancelen, olvida, olvide, olviden, olvidad, olvidar, pierde, pierda, pierdan,
        tacha, tachame, tacheme, desapuntame, desapunteme, desapuntadme, desapuntarme, bloquea,
        bloqueame, destruya, destruyan, tira, tire, tiren, rompe, rompa, excluyanme, excluyeme,
        excluyame, desuscribeme, elimineis, borreis, quiteis, saqueis, borrarais, borraran,
        borraseis, eliminarais, quitarais
        """
    ),
    "borrame": phrases(
        """
        borrame, borreme, borrenme, borradme, borrarme, eliminame, elimineme, eliminenme,
        eliminadme, eliminarme, quitame, quiteme, quitenme, quitadme, quitarme, sacame, saqueme,
        saquenme, sacadme, sacarme, borrarnos, borrenos, borrennos, borradnos, desapuntame,
        desapunteme, desapuntenme, desapuntarme, desapuntadme, excluyanme, excluyame, excluyeme,
        tachame, tacheme, tachenme, retirenme, retireme, retirame, me borres, me borre, me borren,
        me borreis, me quites, me quite, me quiten, me quiteis, me saques, me saque, me saquen, me
        saqueis, me elimines, me elimine, me eliminen, me elimineis, nos borren, nos quiten, nos
        saquen, nos eliminen, me podeis borrar, me podeis quitar, me puedes borrar, me puedes
        quitar, me puede borrar, me puede quitar, me pueden borrar, me pueden quitar, me borras, me
        borra, me borran, me borrais, me quitas, me quita, me quitan, me quitais, me sacas, me saca,
        me sacan, me sacais, me eliminas, me elimina, me eliminan, me podes borrar, me podes sacar,
        quitarnos, sacarnos, saquennos, quitennos, eliminarnos, eliminennos
        """
    ),
    "dar": phrases(
        """
        dar, darme, darnos, dame, deme, denme, dadme, darse, date, dese, dense, me doy, nos damos,
        me deis, me den, me des, me de, me dais, me da, me dan, nos den, nos deis, danos, dennos,
        dadnos, nos dais, nos dan, me dierais, me diera, dandome, darles, me das, causar, causo, nos
        da, nos das, se me de
        """
    ),
    "ellos": phrases(
        """
        clientes, cliente, usuarios, usuario, suscriptores, gente, leads, contactos, personas,
        ellos, ella, socios, alumnos, pacientes, quien, quienes, empleados, trabajadores,
        interesados, muchos, algunos, comerciales, nadie
        """
    ),
    "escribiendo": phrases(
        """
        escribiendo, escribiendome, llamando, llamandome, mandando, mandandome, enviando,
        enviandome, contactando, contactandome, molestando, molestandome, fastidiando, insistiendo,
        jodiendo, jodiendome, chingando, spameando, hinchando, buscando, marcando, marcandome,
        hablando, acosando, acosandome, bombardeando, dando la lata, dando lata, escribiendonos,
        llamandonos, mandandonos, enviandonos, recibiendo
        """
    ),
    "sigan": phrases(
        """
        sigas, siga, sigan, sigais, sigas, andes, ande, anden, andeis, estes, este, esten, esteis,
        sigues, sigue, siguen, seguis, continues, continue, continuen, vengas, vengan
        """
    ),
    "los_mios": phrases(
        """
        mi esposa, mi mujer, mi marido, mi esposo, mi madre, mi padre, mi mama, mi papa, mi hijo, mi
        hija, mis hijos, mis padres, mi pareja, mi novia, mi novio, mi familia, mi casa, mi suegra,
        mi abuela, mi oficina, mi trabajo, mi movil, mi telefono, mi numero, mi celular, mi empresa,
        mi whatsapp, mi correo, este numero, este telefono, este movil, este correo, este celular,
        esta casa, mi hermano, mi hermana, mi secretaria, mis empleados
        """
    ),
}

WHOLE: Cues = {
    Signal.OPT_OUT: phrases(
        """
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
        paren, pare, parad, parenle, parenle ya, no (molestes|moleste|molesten|molesteis), dejen,
        dejame tranquilo, dejenme tranquila, derecho (de|al)
        (supresion|olvido|oposicion|cancelacion), no (quiero|deseo)
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
        (no|ya no|nunca mas|tampoco) (me|nos|le|les|lo|la)? <sigan> <escribiendo> (mas|.|por favor|a
        <los_mios>|a este|sus|tus|vuestros|<mensajes>|ya|cosas|nada|con), (no|ya no)
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
        (desuscrib*|desuscripcion|dessuscrib*|desubscrib*),
        (cancel*|anul*|quit*|finaliz*|elimin*|par*|borr*|dar de baja) (ya)? (mi|la|esta|a
        la|nuestra|de|mis|el|los|las)? (suscripcion|suscripciones|envio|envios|alta)?
        (a|al|de|del|en)? (la|el|su|vuestra|vuestro|tu|sus|esta|este)?
        (newsletter|boletin|boletines|lista de correo|lista de distribucion|lista de
        difusion|correos comerciales|publicidad|mensajes|sms), no
        (llam*|escrib*|contact*|insist*|molest*|mand*|envi*) mas (.|por favor|a
        este|aqui|mensajes|nunca|a mi|correos), (no molest*|no insist*) mas, no
        (molestes|moleste|molesten|molesteis|insistas|insista|insistan|insistais) (mas|ya|por|con),
        no (autorizo|consiento|doy permiso|di permiso|he autorizado|he dado permiso) …,
        (retiro|revoco) mi (consentimiento|permiso|autorizacion), no (contestare|voy a contestar|voy
        a responder) … no (escrib*|insist*), que (pares|pareis|pare|paren|dejes|deje|dejen|dejeis)
        (ya)? (de <escribirme>|.|en paz|tranquil*),
        (pares|pare|paren|pareis|dejes|dejen|deje|dejeis) (ya)? (de <escribirme>|con <su>
        <mensajes>), no me (vuelvas|vuelva|vuelvan|volvais) a …,
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
        quiero volver a (hablar|recibir|suscribirme), (pueden|puede|puedes|podeis) (volver a)?
        (escribirme|hablarme|contactarme) (otra vez|de nuevo|ya)?, volver a suscribirme, he cambiado
        de opinion … (hablemos|seguimos|escrib*|hablamos), darme de alta otra vez, vuelve a
        escribirme, vuelvan a escribirme
        """
    ),
}

UNLESS: Cues = {
    Signal.OPT_OUT: phrases(
        """
        no (me|nos) (mande|manden|mandes|mandeis|envie|envien|envies|envieis|pase|pasen|pases)
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
        baja|moleste|molesten), (para|y) que (no)? (me|nos|los|las|les|lo|la|se|mis|nuestros) …,
        (si|cuando|aunque|mientras|hasta que|como) (no)? (me|nos) <escriba> …, que no (me|nos)
        <escriba> (el|la|los|un|una|mi|nuestro) …, <deja> (ya)? de
        (llamar|escribir|contactar|enviar|mandar|hacer|recibir) (a|al|a los|a
        las|los|las|clientes|leads|presupuestos|correos a|mensajes a|emails a|llamadas
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
