"""By what words does a message show what it means? Spanish."""

from agent.cues.table import Table, phrases
from qualification.signals import Signal

TABLE = Table(
    whole={
        Signal.OPT_OUT: phrases(
            """
            stop, baja, alto, parar, para, pare, cancelar, detener, no mas, darme de
            baja, dar de baja, salir, borrar, quitar, eliminar
            """
        ),
        Signal.OPT_IN: phrases(
            """
            alta, iniciar, start, unstop, sigamos, seguimos, continuar, continuamos,
            adelante
            """
        ),
        Signal.NOT_INTERESTED: phrases(
            """
            no gracias, no muchas gracias, no me interesa, paso
            """
        ),
        Signal.WHY: phrases(
            """
            por que, y por que, y eso por que, para que, y para que
            """
        ),
        Signal.REPEAT: phrases(
            """
            que, como, como dice, perdon, disculpe, eh, no entiendo
            """
        ),
        Signal.REFUSES: phrases(
            """
            siguiente, siguiente pregunta, otra pregunta, prefiero no decirlo,
            saltar
            """
        ),
        Signal.DOES_NOT_KNOW: phrases(
            """
            ni idea, no se, no lo se, depende, quien sabe, npi, nose
            """
        ),
        Signal.LATER: phrases(
            """
            ahora no, luego, mas tarde, en otro momento, ahora no puedo
            """
        ),
        Signal.WANTS_HUMAN: phrases(
            """
            persona, humano, agente, operador, operadora, asesor
            """
        ),
        Signal.PLEASANTRY: phrases(
            """
            hola, buenas, buenos dias, buenas tardes, buenas noches, hola buenas,
            hola buenos dias, hola buenas tardes, hola buenas noches, que tal, hola
            que tal, gracias, muchas gracias, vale gracias, ok gracias, perfecto,
            genial, ok, vale, de acuerdo, encantado, encantada, adios, hasta luego,
            ya, aja, jaja, jajaja, un momento, espere, espera
            """
        ),
    },
    anywhere={
        Signal.OPT_OUT: phrases(
            """
            no me escriba, no me escriban, no me escribas, no me contacte, no me
            contacten, no me contactes, no me mande, no me manden, no me mandes, no
            me envie, no me envien, no me envies, deje de escribirme, dejen de
            escribirme, deja de escribirme, dejen de mandarme, deje de mandarme,
            deja de mandarme, no quiero recibir mas, no quiero mas mensajes, no mas
            mensajes, darme de baja, dame de baja, deme de baja, denme de baja,
            borrenme, borreme, borrame de, quitenme de, quiteme de, quitame de,
            eliminen mis datos, borren mis datos, no vuelva a escribirme, no vuelvan
            a escribirme, no me molesten, no me moleste mas, no me llamen, dejenme
            en paz, dejeme en paz, dejame en paz
            """
        ),
        Signal.WANTS_HUMAN: phrases(
            """
            hablar con una persona, hablar con un humano, hablar con alguien, hablar
            con un agente, hablar con un comercial, hablar con una comercial, hablar
            con un asesor, hablar con un tecnico, hablar con el … equipo, hablar con
            su … equipo, hablar con un responsable, hablar con el encargado, hablar
            con ventas, hablar con … de verdad, hablar con personas, persona real,
            persona de verdad, una persona por favor, un humano por favor, con una
            persona no, paseme con, pasame con, me pase con, me pasa con, me pasas
            con, ponganme con, ponme con, que me llame alguien, que me llamen, me
            puede llamar alguien, me podria llamar, me puede llamar, pueden
            llamarme, llamenme, llameme, prefiero una persona, prefiero hablar con,
            quiero una persona, quiero un humano, atienda una persona, atienda
            alguien
            """
        ),
        Signal.WANTS_DEMO: phrases(
            """
            quiero una demo, quiero la demo, queremos una demo, quiero ver una demo,
            quisiera una demo, querria una demo, me gustaria una demo, nos gustaria
            una demo, me gustaria ver … demo, nos gustaria ver … demo, queremos ver
            una demo, solicitar una demo, pedir una demo, agendar una demo, reservar
            una demo, programar una demo, hacer una demo, podemos ver una demo, me
            hacen una demo, me pueden hacer una demo, nos hacen una demo, ensenarme
            una demo, una demostracion, quiero contratar, queremos contratar, quiero
            comprar, queremos comprar, quiero contratarlo, listos para contratar,
            listo para contratar, donde firmo, como lo contrato, como contrato,
            quiero una presentacion, presentacion del producto
            """
        ),
        Signal.NOT_INTERESTED: phrases(
            """
            no me interesa, no nos interesa, no estoy interesado, no estoy
            interesada, no estamos interesados, no estamos interesadas, no tengo
            interes, ya no me interesa, no quiero nada, no quiero comprar nada, no
            me hace falta
            """
        ),
        Signal.LATER: phrases(
            """
            escribame en, escribanme en, escribeme en, escribeme el, escribame el,
            escribanme el, escribanme dentro, escribame dentro, escribame mas,
            escribanme mas, contacteme en, contactenme en, contactadme en, hablamos
            en, hablamos mas adelante, hablamos luego, lo hablamos en, ahora mismo
            no puedo, ahora no puedo, ahora no es, no es buen momento, no es el
            momento, no es un buen momento, me pilla mal, estoy ocupado, estoy
            ocupada, estoy en una reunion, mejor en otro momento, otro momento, ya
            les escribire, ya les aviso, les aviso yo, retomamos en, avisenme en
            """
        ),
        Signal.SUPPORT: phrases(
            """
            ya soy cliente, ya somos clientes, soy cliente, somos clientes, no me
            funciona, no nos funciona, ha dejado de funcionar, dejo de funcionar, no
            puedo entrar, no puedo acceder, no consigo entrar, no me deja entrar, mi
            factura, nuestra factura, mi cuenta no, mi contrasena, mi pedido, una
            incidencia, abrir un ticket, soporte tecnico, me habeis cobrado, me han
            cobrado, una reclamacion, mi suscripcion
            """
        ),
        Signal.WRONG_PERSON: phrases(
            """
            se ha equivocado, te has equivocado, se equivoca de, te equivocas de, se
            han equivocado, numero equivocado, persona equivocada, yo no he pedido,
            no he solicitado, no soy esa persona, no soy yo, soy estudiante, soy un
            estudiante, soy una estudiante, trabajo de clase, trabajo de fin de,
            para la universidad, para mi tesis, ofrecerles nuestros, ofrecerles mis,
            ofrecerle nuestros, les ofrezco, quiero venderles, busco trabajo, busco
            empleo, mi curriculum, enviar mi cv
            """
        ),
        Signal.REFUSES: phrases(
            """
            prefiero no, no quiero decir, no quiero dar, no te lo digo, no se lo
            digo, no lo voy a decir, no voy a decir, no voy a dar, no pienso decir,
            no pienso dar, es confidencial, confidencial, no es asunto, no les
            importa, no le importa, no puedo decir, no puedo dar, eso me lo guardo,
            no doy mi, no doy ese, pasemos a otra, no quiero contestar, no quiero
            responder, me reservo
            """
        ),
        Signal.DOES_NOT_KNOW: phrases(
            """
            no lo se, no se, no sabria, no sabemos, ni idea, no tengo idea, no tengo
            ni idea, no lo tengo claro, no lo tenemos claro, no esta claro, no lo
            hemos decidido, no esta decidido, no hemos decidido, sin decidir, aun no
            lo, todavia no lo, por determinar, tendria que preguntar, tengo que
            preguntar, no estoy seguro, no estoy segura, no lo hemos pensado,
            tendria que mirarlo, no lo he pensado, no recuerdo, no me acuerdo
            """
        ),
        Signal.CORRECTS: phrases(
            """
            me equivoque, me he equivocado, me he confundido, me confundi, corrijo,
            quise decir, queria decir, quiero decir, mejor dicho, en realidad,
            rectifico, perdon son, perdon es, perdon el, perdon la,
            perdone el, perdona el, me corrijo, perdona son, perdona es, perdon digo,
            digo, no perdon, no perdona, no espera, no espere, mejor ponga, mejor
            pon, cambio, cambielo, lo pensandolo bien, pensandolo bien, bueno no, al
            final, no es correcto, eso no es, mal dicho, he dicho mal, dije mal
            """
        ),
        Signal.WHY: phrases(
            """
            por que … pregunta, por que … preguntas, por que … preguntan,
            por que me pregunta, por que me preguntas, por que lo pregunta, por que
            lo preguntas, por que preguntan, por que pregunta, por que preguntas,
            por que quiere saber, por que quieren saber, por que quieres saber, para
            que quiere, para que quieren, para que quieres, para que lo necesita,
            para que lo necesitan, por que necesita, por que necesitan, por que
            necesitas, que mas le da, que mas te da, para que es eso
            """
        ),
        Signal.REPEAT: phrases(
            """
            puede repetir, puedes repetir, me lo repite, me lo repites, repita,
            repite, repitalo, no entiendo la pregunta, no he entendido, no le
            entiendo, no te entiendo, que me ha preguntado, que me has preguntado,
            que quiere decir, cual era la pregunta, a que se refiere, a que te
            refieres
            """
        ),
        Signal.ABUSIVE: phrases(
            """
            idiota, imbecil, gilipollas, estupido, estupida, subnormal, capullo,
            mierda, puta, puto, cabron, pendejo, pendeja, hijo de puta, vete a la,
            vayase a la, que te den, maldito bot, inutil, basura de bot, chinga
            """
        ),
        Signal.IS_BOT_QUESTION: phrases(
            """
            eres un bot, eres un robot, eres una maquina, eres una ia, eres humano,
            eres humana, eres una persona, es un bot, es usted un, es usted una, es
            un robot, es una maquina, es una ia, esto es un bot, hablo con un bot,
            hablo con una maquina, hablo con una persona, hablando con un, hablando
            con una, eres real, eres de verdad, hay alguien ahi, inteligencia
            artificial, eres chatgpt
            """
        ),
        Signal.LANGUAGE_SWITCH: phrases(
            """
            en espanol, hablas espanol, habla espanol, in spanish, en castellano
            """
        ),
        Signal.OPT_IN: phrases(
            """
            quiero volver a hablar, pueden escribirme, puede escribirme otra vez
            """
        ),
    },
    denials=phrases(
        """
        ni, no, nunca, sin, tampoco
        """
    ),
    asking=phrases(
        """
        que, cual, cuales, cuanto, cuanta, cuantos, cuantas, como, cuando, donde,
        quien, tienen, tiene, teneis, hacen, haceis, ofrecen, ofreceis, incluye,
        puedo, podemos, puede, pueden, se puede, hay, es posible, trabajan,
        trabajais, funciona, necesito saber, me gustaria saber, quisiera saber,
        queria saber, quiero saber, digame, me puede decir, me puedes decir, sabe
        si, sabeis si, por cierto
        """
    ),
    not_yet=phrases(
        """
        todavia, aun, por ahora, de momento, por el momento
        """
    ),
)
