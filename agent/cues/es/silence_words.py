"""Which words mean the same to somebody who asks to be left alone? Spanish."""

from itertools import product

from agent.cues.table import phrases


def _forms(stems: str, endings: str) -> tuple[str, ...]:
    """Every stem with every ending: a verb as whoever speaks says it, you as tú, vos, usted or
    vosotros.
    """
    return tuple(dict.fromkeys(f"{a}{b}" for a, b in product(stems.split(), endings.split())))


_AR_STEMS = (
    "contact molest fastidi agobi incordi spame bombarde acos habl hinch hostig atosig "
    "salude dist inund satur mensaje texte wasape guasape timbr interrump machac atorment"
)
"""Verbs in -ar that reach somebody, without those whose spelling turns."""
_AR_WISHES = "e es en eis ara aras aran arais ase ases asen aseis emos"
_ER_WISHES = "a as an ais iera ieras ieran ierais iese ieses iesen ieseis"
_TO_ME = "me nos le les la lo"
_AR_SEND = "mand envi pas remit reenvi"
_TOLD_AR = "a e en ad ar"
"""How one is told to, of the verbs in -ar."""
_REMOVE_AR = "borr elimin quit desapunt tach retir olvid"

CLASSES = {
    "DICHO": phrases("ni hablar, ni hablar del peluquin, ni hablar del tema, de eso ni hablar"),
    "NO": phrases(
        """
        no, ya no, nunca, jamas, nunca mas, nunca jamas, ni, tampoco, no quiero que, no queremos
        que, no deseo que, no deseamos que, no quisiera que, ya no quiero que, ni se os ocurra, ni
        se te ocurra, ni se le ocurra, ni se les ocurra, en la vida, no hace falta que, no es
        necesario que, preferiria que no, prefiero que no, preferimos que no, ruego que no, les
        ruego que no, os ruego que no, agradeceria que no, nunca me, les agradeceria que no, os
        agradeceria que no, agradezco que no, no necesito que, no autorizo que, no autorizo a que,
        no consiento que, no tienen por que, no teneis por que, no tienes por que, no me gusta que,
        no nos gusta que, no me hace gracia que, no volvais a, no vuelvan a, no vuelvas a, no vuelva
        a, por favor no, prohibo que, queda prohibido, les prohibo que, os prohibo que, no permito
        que
        """
    ),
    "ESCRIBA": (
        *_forms(_AR_STEMS, _AR_WISHES),
        *_forms("escrib escriv mescrib insist jod acud", _ER_WISHES),
        *_forms(
            "busq marq persig chingu frieg hostigu atosigu toq comuniq rompas", "ue ues uen ueis"
        ),
        *_forms("persig romp molestas", "a as an ais"),
        *phrases(
            """
            vuelvan a contactar, vuelvas a contactar, pongan en contacto, pongas en contacto, ponga
            en contacto, pongais en contacto, den la lata, des la lata, deis la lata, den la brasa,
            deis la brasa, des la brasa, den el conazo, deis el conazo, deis la chapa, des la chapa,
            den lata, den mas lata, des lata, rompas las bolas, rompan las bolas, rompas las
            pelotas, escriban ni llamen, llamen ni escriban, escribais ni llameis, rayes, rayeis,
            rayen, marees, mareeis, mareen, deis la tabarra, den la tabarra, deis el follon, den
            guerra, deis guerra, deis la murga, friegues, frieguen, friegue, jodas, jodan
            """
        ),
    ),
    "LLAME": _forms("llam", _AR_WISHES),
    "MANDE": (
        *_forms(_AR_SEND, _AR_WISHES),
        *phrases(
            "hagan llegar, hagais llegar, hagas llegar, haga llegar, remita, remitan, remitas"
        ),
        *phrases("embie, embies, embien, dirijan, comuniquen nada"),
    ),
    "ESCRIBIR": (
        *_forms(f"llam {_AR_STEMS}", "ar arme arnos arle arles arla arlo arse"),
        *_forms(
            "escribir insistir perseguir joder comunicar marcar buscar chingar", f"{_TO_ME} se"
        ),
        *phrases(
            """
            escribir, insistir, joder, chingar, marcar, dar la lata, dar la brasa, dar el conazo,
            dar la murga, dar la chapa, darme la chapa, darme la lata, darme la brasa, tocar las
            narices, tocar los cojones, dar por culo, romper las bolas, romper las pelotas, hinchar
            las pelotas, hacer spam, contactar conmigo, contactar con nosotros, ponerse en contacto,
            ponerte en contacto, poneros en contacto, comunicarse conmigo, comunicarte conmigo, dar
            la tabarra, darme la tabarra, dar guerra, chingar la madre, dar lata, darme lata, tocar
            la moral, fregar, fregarme, volver a escribir, rayar, marear, marearme, rayarme, dar el
            tostonazo, perseguir
            """
        ),
    ),
    "MANDAR": (
        *_forms("mandar enviar pasar remitir reenviar", _TO_ME),
        *phrases("mandar, enviar, remitir, reenviar, hacerme llegar, hacernos llegar"),
    ),
    "ESCRIBIENDO": (
        *_forms(
            "escribiendo llamando contactando molestando mandando enviando fastidiando insistiendo "
            "jodiendo chingando spameando bombardeando acosando marcando hablando hinchando "
            "persiguiendo agobiando incordiando",
            "me nos le",
        ),
        *phrases(
            """
            escribiendo, llamando, contactando, molestando, mandando, enviando, fastidiando,
            insistiendo, jodiendo, chingando, spameando, bombardeando, acosando, marcando, hablando,
            hinchando, agobiando, incordiando, dando la lata, dando lata, dando la brasa, dando la
            tabarra, tocando las narices, haciendo spam, comunicandose
            """
        ),
    ),
    "DEJA": (
        *_forms("par", "e en ad ar es eis ais as an ara aran arais aras ando"),
        *_forms("dej ces cort afloj", "a e en ad ar es eis ais as an ara aran arais aras ando"),
        *_forms("deja deje dejen para pare paren corta corten cortad afloja", "la le los las"),
        *phrases(
            """
            terminen, termina, basta, basta ya, ya basta, ya esta bien, vale ya, se acabo, se
            acabaron, dejense, dejate, dejese, dejaos, abstenganse, abstengase, abstente, absteneos,
            abstengan, abstenga, abstengais, se abstengan, abstenerse, eviten, evite, evita, evitad,
            ya chole, chole, ya estuvo, ya estuvo bueno, ya estuvo bien, suficiente, stop, cesen,
            parale, parele, parenle, bajale, bajenle, bajele, dejad ya, deja ya, dejen ya, dejalo
            ya, parad ya, paren ya, podeis dejar, pueden dejar, puedes dejar, puede dejar, podrian
            dejar, podrias dejar, podriais dejar, podes dejar, hagan el favor de dejar, haced el
            favor de dejar, haz el favor de dejar, frenen, frena, cortenla, cortala, cortenle,
            cortale, cortadla, cortad el rollo, parenla
            """
        ),
    ),
    "PARA": phrases("para"),
    "CESE": phrases(
        """
        finalice, finalicen, suspendan, suspenda, suspended, detengan, detenga, detened, deten,
        interrumpan, interrumpa, cancelen, cancele, cancelad, cancela, cancelar, anulen, anule,
        anula, anulad, anular, desactiven, desactivar, desactiva, desactive, finalizar, suspender,
        detener, interrumpir, cancelacion, anulacion, cese de, el cese de
        """
    ),
    "VUELVA": phrases(
        """
        vuelva a, vuelvan a, vuelvas a, volvais a, volver a, vuelva, vuelvan, siga, sigan, sigas,
        sigais, seguir, sigue, andes, anden, ande, esten, estes, este todo el dia, esteis,
        continuen, continue, continues, intenten, intentes, intente, intenteis, traten de, vengan a,
        se dediquen a
        """
    ),
    "QUIERO": phrases(
        """
        quiero, queremos, deseo, deseamos, quisiera, quisieramos, necesito, necesitamos, me
        interesa, nos interesa, me interesan, me apetece, me gusta, autorizo, consiento, acepto,
        admito, pedi, he pedido, solicite, autorice, he autorizado, me gustaria, pienso, voy a,
        tengo ganas de, tengo interes en, tenemos interes en, tengo intencion de, tengo ningun
        interes en, querria, me da la gana, nos gustaria, consenti, di permiso para, he dado permiso
        para, tolero, aguanto, soporto
        """
    ),
    "RECIBIR": phrases(
        """
        recibir, recibiendo, recibirlos, recibirlas, tener, ver, leer, que me lleguen, que me
        llegue, que lleguen, que me entren, saber, saber de, seguir recibiendo, volver a recibir,
        estar recibiendo, recibirles, que me sigan llegando, que me manden, que me envien, que me
        mandeis, que me envieis, que me mandes, que me envies, volver a ver, volver a saber, volver
        a saber de, volver a tener, seguir teniendo, seguir viendo, que sigan llegando, que sigan
        llegandome, tener noticias, tener noticias de, oir, oir hablar de
        """
    ),
    "MSGS": phrases(
        """
        mensaje, mensajes, mensajito, mensajitos, sms, correo, correos, email, emails, mail, mails,
        e mail, e mails, whatsapp, whatsapps, wasap, wasaps, wasapp, wasapps, guasap, guasaps,
        llamada, llamadas, publicidad, propaganda, spam, notificaciones, notificacion,
        comunicaciones, comunicacion, newsletter, newsletters, boletin, boletines, promociones,
        ofertas, avisos, anuncios, textos, basura, informacion comercial, comunicaciones
        comerciales, publi, rollos, tonterias, cosas, mierdas, mensajes automaticos, promos,
        chorradas, mensajes comerciales, correos comerciales, envios, contacto, contactos
        comerciales, correspondencia, comunicados, mensajeria, publicidad comercial, recordatorios,
        alertas, mamadas, pendejadas, bobadas, textitos, chats, correitos, llamaditas, mensajes
        publicitarios
        """
    ),
    "ME": phrases("me, nos, m, conmigo, a nosotros"),
    "MIO": phrases(
        """
        mi esposa, mi mujer, mi marido, mi esposo, mi madre, mi padre, mi mama, mi papa, mi hijo, mi
        hija, mis hijos, mis padres, mi pareja, mi novia, mi novio, mi familia, mi casa, mi suegra,
        mi abuela, mi oficina, mi trabajo, mi movil, mi telefono, mi numero, mi celular, mi empresa,
        mi whatsapp, mi correo, este numero, este telefono, este movil, este correo, este celular,
        esta casa, esta linea, mi linea, este whatsapp, nuestra oficina, nuestra empresa, mi cel, mi
        chat, este contacto, esta direccion, mi email, mi bandeja, nuestro numero, nuestro telefono
        """
    ),
    "DATOS": phrases(
        """
        mis datos, mi ficha, mi perfil, mi nombre, mi registro, mi direccion, mi contacto, mi
        informacion, mi info, nuestros datos, mis datos personales, todos mis datos, los datos mios,
        mis numeros, todo lo mio, mi expediente, mi tfno, mi mail, mi rastro, todo lo que tengan
        sobre mi, todo lo que tengan de mi, todo lo que tengais de mi, todo lo que tengais mio, todo
        lo que tienen de mi, lo que tengan sobre mi, cualquier dato mio, toda mi informacion, toda
        la informacion que tengan sobre mi, los datos que tengan sobre mi, los datos que tengan de
        mi, los datos que tengais mios
        """
    ),
    "BORRA": (
        *_forms(_REMOVE_AR, _TOLD_AR),
        *_forms("saq", "ue uen ues ueis"),
        *phrases(
            """
            saca, saquen, sacad, sacar, suprima, supriman, suprimid, suprimir, suprime, excluir,
            excluya, excluyan, excluid, destruyan, destruid, destruir, pierde, pierdan, perded,
            tirad, tiren, remuevan, remover, deshaceos de, deshaganse de, deshagase de, deshazte de,
            borreis, elimineis, quiteis, saqueis, borres, quites, elimines, podeis borrar, pueden
            borrar, puedes borrar, puede borrar, podeis quitar, pueden quitar, puedes quitar, podeis
            eliminar, pueden eliminar, den de baja, dad de baja, dar de baja, bloqueen, bloquead,
            bloquea, depuren, limpien
            """
        ),
    ),
    "BORRAME": (
        *_forms(
            "borra borre borren borrad borrar elimina elimine eliminen eliminad eliminar quita "
            "quite quiten quitad quitar saca saque saquen sacad sacar desapunta desapunte "
            "desapunten desapuntad desapuntar tacha tache tachen tachad retira retire retiren "
            "retirad retirar olvida olvide olviden olvidad excluya excluyan excluye excluid "
            "excluir desuscriba desuscriban desuscribe desuscribir remueva remuevan remover "
            "suprima supriman suprimid baja baje bajen bajad",
            "me nos",
        ),
        *(
            f"{who} {verb}"
            for who in ("me", "nos")
            for verb in _forms(_REMOVE_AR, "en es eis e ais as an a aran arais aras ara")
        ),
        *phrases(
            """
            me saquen, me saques, me saqueis, me saque, me sacas, me sacais, me saca, me sacan, nos
            saquen, me sacaran, me sacarais, me sacaras, me sacara, me podeis borrar, me podeis
            quitar, me podeis sacar, me pueden quitar, me pueden sacar, me pueden borrar, me puedes
            borrar, me puedes quitar, me puedes sacar, me puede borrar, me puede quitar, me puede
            sacar, me pueden eliminar, me podeis eliminar, me puedes eliminar, me excluyan, me
            excluya, me excluyais, me suprimais, me supriman, me borro, me quito, me salgo, me
            desapunto, me desuscribo, salirme, salir, olvidaros de mi, olvidarse de mi, olvidese de
            mi, olvidense de mi, olvidaos de mi, olvidate de mi
            """
        ),
    ),
    "BORRADO": phrases(
        """
        borrado, eliminado, excluido, quitado, sacado, suprimido, retirado, dado de baja, borrada,
        eliminada, excluida, quitada, sacada, suprimida, retirada, dada de baja, borrados,
        eliminados, excluidos, suprimidos, dados de baja, desuscrito, desuscrita, removido, removida
        """
    ),
    "LLAMADO": phrases(
        """
        contactado, contactada, contactados, molestado, molestada, molestados, llamado, llamada por,
        bombardeado, spameado, acosado, acosada, importunado, importunada
        """
    ),
    "LISTA": phrases(
        """
        lista, listas, listado, listados, base, bases, base de datos, bases de datos, registro,
        registros, sistema, agenda, fichero, ficheros, aqui, ahi, grupo, distribucion, suscripcion,
        suscripciones, servicio de mensajes, cadena, aca, alla, lista de difusion, lista de correo,
        lista de contactos, lista de envios, lista de distribucion, lista negra, canal, servicio,
        archivos, archivo, sistemas, registros comerciales, excel ese, chat, hilo, esto, eso,
        campanas, campana, servicio de mensajeria, padron
        """
    ),
    "SU": phrases(
        """
        su, sus, tu, tus, vuestra, vuestro, vuestras, vuestros, la, el, las, los, esta, este, estas,
        estos, esa, ese, esos, esas, una, un, toda, todas las, todos los, todas sus, todos sus,
        todas vuestras, cualquier, dicha, tanto, tanta, tantos, tantas, ningun, ninguna, ni un, ni
        una, ningun tipo de, este tipo de, este tipo, otro, otra, ni un solo, ni una sola, tu puta,
        de esas, de esos, del, al, esa puta, ninguno de, todo tipo de, cualquier tipo de, tan, mas
        de estos, cuanta, la lista esa de
        """
    ),
    "MAS": phrases(
        """
        mas, nuevamente, nada, nada mas, mas nada, mas veces, nunca mas por favor, otra vez, de
        nuevo, en el futuro, en lo sucesivo, en adelante, a partir de ahora, a partir de hoy, desde
        hoy, de hoy en adelante, desde ahora, definitivamente, permanentemente, para siempre, jamas
        en la vida, ya nunca, mas veces por favor, de ahora en adelante, en ningun momento, bajo
        ningun concepto, para nada, algo mas, ninguna vez mas
        """
    ),
    "YA": phrases(
        """
        ya, por favor, porfa, favor, de una vez, de una puta vez, inmediatamente, leches, hostia,
        cono, por dios, carajo, urgentemente, cuanto antes, hombre, tio, wey, guey, che, boludo,
        pls, plis, pliss, plz, gracias, a la de ya, de inmediato, hoy mismo, asap, tambien, siempre,
        todos, todo el rato, constantemente, mismo, ustedes, vosotros, usted, por el amor de dios,
        de una buena vez, puto, puta, putos
        """
    ),
    "HARTO": phrases(
        """
        harto, harta, hartos, hartas, cansado, cansada, cansados, hasta las narices, hasta los
        cojones, hasta la coronilla, hasta el mono, hasta el gorro, hasta la madre, podrido,
        podrida, hasta los huevos, aburrido, aburrida, me teneis harto, me tienen harto, me tienes
        harto, me teneis harta, me tienen harta, me tienen cansado, me tienen podrido, hasta aqui,
        me aburren
        """
    ),
    "PAZ": phrases("en paz, en pas, tranquilo, tranquila, tranquilos, tranquilas, vivir"),
    "DEJAME": (
        *_forms("deja deje dejen dejad dejar", "me nos"),
        *phrases(
            """
            me dejes, me deje, me dejen, me dejeis, me dejais, me dejas, me dejan, nos dejen, nos
            dejeis, dejam, me podeis dejar, me pueden dejar, me puedes dejar, me dejaran, me
            dejarais
            """
        ),
    ),
    "BAJA": phrases("baja, de baja, la baja, mi baja, una baja, baja definitiva"),
    "DAR": phrases(
        """
        dar, darme, darnos, dame, deme, denme, dadme, darse, date, dese, me doy, nos damos, me deis,
        me den, me des, me de, me dais, me da, me dan, nos den, nos deis, danos, dennos, dadnos, nos
        dan, me dierais, me diera, me dieran, me dieras, causar, causo, me das, tramitar, tramiten,
        tramitad, solicitar, solicito, pedir, pido, exijo, gestionar, gestionen, procesar, procesen,
        tramite, tramiteme, cursar, cursen, procedan, proceda, procedais, proceder, procedan ya
        """
    ),
    "ELLOS": phrases(
        """
        clientes, cliente, usuarios, usuario, suscriptores, gente, leads, lead, personas, ellos,
        ella, socios, alumnos, pacientes, quien, quienes, empleados, trabajadores, interesados,
        muchos, algunos, comerciales, nadie, proveedores, mi equipo, nuestro equipo, el equipo, mis
        comerciales, nuestros comerciales, mis vendedores, vendedores, otra empresa, la competencia,
        huespedes, inquilinos, mis clientes, nuestros clientes, los clientes, los leads, la gente,
        un cliente, alguien, mis empleados, prospectos
        """
    ),
    "AHORA": phrases("ahora, ahora mismo, ahorita, en este momento"),
    "LUEGO": phrases(
        """
        hasta, antes, despues, todavia, aun, mientras, manana, lunes, martes, miercoles, jueves,
        viernes, sabado, domingo, fin de semana, fines de semana, finde, noche, noches, tarde,
        mananas, por la manana, a las, entre, durante, de momento, por ahora, hoy, en horario, a
        estas horas, a esa hora, semana, mes, agosto, vacaciones, temprano, cuando, si no, a partir
        de las, ahora no, ahorita no, en horas, a deshoras, comida, ahora que
        """
    ),
    "MEJOR": phrases(
        """
        mejor, solo por, solamente, prefiero, sino, en lugar, en vez, por whatsapp, por correo, por
        email, por telefono, por aqui, por escrito, por este medio, por mail, al correo, al movil,
        al fijo, mas bien, en ingles, en espanol, en catalan, mandame, mandadme, mandenme, mandeme,
        enviame, enviadme, envienme, enviemelo, mandamelo, enviamelo, llamame, llamadme, llamenme,
        llameme, escribeme, escribidme, escribanme, escribame, audios, por audio, en mayusculas, con
        audios, por sms, por esta via, solo correo, solo whatsapp, solo mensajes, solo llamadas,
        wasapeame, mandame un, mandadmelo
        """
    ),
}
_TOLD = _forms(f"llam {_AR_STEMS} {_AR_SEND}", "o a as an amos ais aba aban e aron ado") + _forms(
    "escrib insist", "o e es en imos is io ieron ido ia ian"
)
"""Those verbs as somebody tells of them, which asks for nothing."""
ORDINARY = _TOLD + phrases(
    """
    insisto, evitar, evito, escribo, escribimos, escribe, escribio, llamo, llamamos, llaman, mando,
    manda, envio, envia, deje, dejo, dejamos, dejado, paro, para, parte, partes, pared, paredes,
    parque, parquet, corte, cortes, cortar, cortina, cortinas, base, basta, bastante, baja, bajo,
    bajos, caja, cajas, casa, cosa, quince, quitado, sacado, pasa, pasan, pasamos, pase, paso, masa,
    mesa, meses, paginas, pagina, pagar, pagos, pago, hablo, hablamos, hablan, hable, listo, listos,
    lista, puesto, puesta, costes, costos, contacte, contactos, contrato, contratos, contratar,
    numero, moneda, mensual, mensuales, mentira, mercado, correcto, correa, corre, cambio, cambios,
    datos, dados, tantos, llaves, llave, lleno, llena, llamativo, molde, moldes, molesto, molestia,
    oficina, ofrece, ofrecen, marca, marcas, marzo, martes, mayo, manos, mano, hacer, hecho, cerca,
    cierre, cerrar, cenar, cocina, cocinas, bano, banos, tener, tengo, tiene, tienen, vivir, vivo,
    vender, ventas, venta, vendo, poder, poner, puerta, puertas, sistema, busco, buscamos, busca,
    buscar, baratas, barato, pista, vista, fijo, fija, fecha, techo, tejado, perder, pierdo, pierde,
    piedra, salida
    """
)
SOUNDS = (
    ("qu", "k"), ("ce", "se"), ("ci", "si"), ("ch", "C"), ("c", "k"), ("z", "s"), ("v", "b"),
    ("ll", "y"), ("h", ""), ("w", "u"), ("x", "s"), ("mb", "nb"), ("mp", "np"), ("rr", "r"),
)  # fmt: skip
"""Letters that sound alike: who writes "kitenme" and "embien" writes as it sounds."""
