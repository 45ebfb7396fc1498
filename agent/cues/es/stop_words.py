"""Which words stand for each other in the rows that ask to be left alone? Spanish."""

from agent.cues.table import phrases

GROUPS = {
    "deja": phrases(
        """
        deja, deje, dejen, dejad, dejar, dejes, dejeis, dejais, dejas, dejan, para, pare, paren,
        parad, parar, cesa, cese, cesen, cesad, termina, terminen, basta, ya basta, stop, hartos,
        harto, harta, cansado, cansada, cansados, cortala, cortenla, dejense, dejate, dejese,
        dejame, dejeme, dejenme, dejadme, dejanos, dejennos, dejes ya, parenle, parale, parele,
        corta, corten, cortad, cortale, bajale, bajenle, dejarais, dejaran, dejaras, dejara,
        pararan, pararais, pararas, podeis dejar, pueden dejar, puedes dejar, puede dejar, podrian
        dejar, podrias dejar, ya chole, chole, ya estuvo, ya estuvo bueno, ya estuvo bien, se
        acabaron
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
        conmigo, rayarme, fregar, fregarme, friegar, escribirle, insultar, estar chingando, marcar,
        marcarle, dar lata, hincharme, hostigar, comunicarse conmigo, comunicarte conmigo, contactar
        con nosotros, ponerte en contacto conmigo, ponerse en contacto
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
        textees, escribirme, contactaran, contactara, escribieras, llamaras, llamara, molestaran,
        molestarais, molestara, comunique, comuniquen, comuniques, comuniqueis, pongas en contacto,
        pongan en contacto, ponga en contacto, pongais en contacto
        """
    ),
    "mande": phrases(
        """
        mande, manden, mandes, mandeis, envie, envien, envies, envieis, pase, pasen, pases, haga
        llegar, hagan llegar, mandaran, mandarais, enviaran, enviarais, mandara, enviara
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
        mensajeria, lista de contactos, lista de envios, lista de correo, lista de difusion, cadena,
        aca, alla, el grupo, la cadena, esta cosa, vuestros envios, sus envios
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
        mi, mis, nuestro, nuestros, nuestra, nuestras, este, todos mis, todo mi, toda mi, todas mis,
        todo lo mio, esta
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
        quitarnos, sacarnos, saquennos, quitennos, eliminarnos, eliminennos, desuscribanme,
        desuscribanos, sacanos, borranos, quitanos, me quitarais, me quitaran, me borraran, me
        borrarais, me sacaran, me sacarais, me eliminaran, me eliminarais, me quitara, me borrara,
        me sacara, me eliminara, me quitaras, me borraras, me borro, me quito, me salgo, me
        desapunto, me quiero borrar, me quiero quitar, me quiero desapuntar, borrenlo, borradlo,
        excluirme, bajenme, bajadme
        """
    ),
    "dar": phrases(
        """
        dar, darme, darnos, dame, deme, denme, dadme, darse, date, dese, dense, me doy, nos damos,
        me deis, me den, me des, me de, me dais, me da, me dan, nos den, nos deis, danos, dennos,
        dadnos, nos dais, nos dan, me dierais, me diera, dandome, darles, me das, causar, causo, nos
        da, nos das, se me de, me dieran, me dieras, nos dieran, me di, nos dimos
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
        llamandonos, mandandonos, enviandonos, recibiendo, comunicandose conmigo, poniendose en
        contacto
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
