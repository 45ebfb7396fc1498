"""By what words does a message show what it means? Spanish."""

from agent.cues.table import Table, phrases
from qualification.signals import Signal

TABLE = Table(
    whole={
        Signal.OPT_OUT: phrases(
            """
            stop, baja, alto, parar, para, pare, paren, cancelar, detener, no mas, darme de
            baja, dar de baja, salir, borrar, quitar, eliminar, basta, basta ya, para ya, parad,
            ya basta, no mas mensajes
            """
        ),
        Signal.OPT_IN: phrases(
            """
            alta, iniciar, start, unstop, sigamos, seguimos, continuar, continuamos, adelante
            """
        ),
        Signal.NOT_INTERESTED: phrases(
            """
            no gracias, no muchas gracias, no me interesa, no nos interesa, paso del tema, paso
            de esto, no gracias no me interesa
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
            siguiente, siguiente pregunta, otra pregunta, prefiero no decirlo, saltar, paso,
            paso de contestar, es privado, eso es privado, es personal, eso es personal, otra
            cosa
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
            persona, humano, agente, operador, operadora, asesor, asesora, comercial
            """
        ),
        Signal.PLEASANTRY: phrases(
            """
            hola, buenas, buenos dias, buenas tardes, buenas noches, hola buenas, hola buenos
            dias, hola buenas tardes, hola buenas noches, que tal, hola que tal, gracias, muchas
            gracias, vale gracias, ok gracias, perfecto, genial, ok, vale, de acuerdo,
            encantado, encantada, adios, hasta luego, ya, aja, jaja, jajaja, un momento, espere,
            espera, buenas que tal, que onda, que tal estas, como estas, como esta, hola como
            estas, hola como esta, hola que onda, ey, holi, hola hola, muy bien, bien gracias,
            genial gracias, perfecto gracias, estupendo, vale perfecto, dale, listo, hola quiero
            info, hola info, info, informacion, mas info, mas informacion, info por favor,
            informacion por favor, hola quiero informacion, hola quisiera informacion
            """
        ),
    },
    anywhere={
        Signal.PLEASANTRY: phrases(
            """
            queria info, quiero info, quisiera info, queria informacion, quiero informacion,
            quisiera informacion, recibir informacion, recibir mas informacion, pedir
            informacion, solicito informacion, necesito informacion, busco informacion, dame
            informacion, deme informacion, me das info, me das informacion, me puede dar
            informacion, me puedes dar informacion, me pueden dar informacion, me podeis dar
            informacion, me interesa el producto, me interesa saber mas, queria saber mas,
            quiero saber mas
            """
        ),
        Signal.OPT_OUT: phrases(
            """
            no me escriba, no me escriban, no me escribas, no me escribais, no me contacte, no
            me contacten, no me contactes, no me contacteis, no me mande, no me manden, no me
            mandes, no me mandeis, no me envie, no me envien, no me envies, no me envieis, deje
            de escribirme, dejen de escribirme, deja de escribirme, dejad de escribirme, paren
            de escribirme, para de escribirme, dejen de mandarme, deje de mandarme, deja de
            mandarme, dejad de mandarme, deja de enviarme, dejen de enviarme, dejen de llamarme,
            deja de llamarme, no quiero que me escrib*, no quiero que me llam*, no quiero que me
            contact*, no quiero que me mand*, no quiero recibir mas, no quiero mas mensajes, no
            mas mensajes, darme de baja ., darme ya de baja, dame de baja ., deme de baja .,
            denme de baja ., dadme de baja ., quiero la baja ., date me de baja, de baja de …
            lista, de baja de … listas, de baja de … mensajes, de baja de … correos, de baja de
            … newsletter, de baja de … boletin, de baja de … sms, de baja de … publicidad, de
            baja de esto, de baja de aqui, borra mis datos, borrad mis datos, borra mi numero,
            borren mi numero, borre mis datos, eliminen mi numero, elimina mis datos, no me
            llames, no me llame mas, no me llamen mas, no me llameis, borrenme, borreme, borrame
            de, quitenme de, quiteme de, quitame de, eliminen mis datos, borren mis datos, no
            vuelva a escribirme, no vuelvan a escribirme, no me molesten, no me moleste mas, no
            me llamen, dejenme en paz, dejeme en paz, dejame en paz
            """
        ),
        Signal.WANTS_HUMAN: phrases(
            """
            hablar con una persona, hablar con un humano, hablar con alguien, hablar con nadie,
            hablar con una chica, hablar con un chico, hablar con un ser humano, me atienda una
            persona, me atienda alguien, me podeis llamar, podeis llamarme, me puedes llamar,
            que me llameis, me llamais, hablar con un agente, hablar con un comercial, hablar
            con una comercial, hablar con un asesor, hablar con un tecnico, hablar con el …
            equipo, hablar con su … equipo, hablar con un responsable, hablar con el encargado,
            hablar con ventas, hablar con … de verdad, hablar con personas, persona real,
            persona de verdad, una persona por favor, un humano por favor, con una persona no,
            paseme con, pasame con, me pase con, me pasa con, me pasas con, ponganme con, ponme
            con, que me llame alguien, que me llamen, me puede llamar alguien, me podria llamar,
            me puede llamar, pueden llamarme, llamenme, llameme, prefiero una persona, prefiero
            hablar con, quiero una persona, quiero un humano, atienda una persona, atienda
            alguien
            """
        ),
        Signal.WANTS_DEMO: phrases(
            """
            quiero una demo, quiero la demo, queremos una demo, quiero ver una demo, quisiera
            una demo, querria una demo, me gustaria una demo, nos gustaria una demo, me gustaria
            ver … demo, nos gustaria ver … demo, queremos ver una demo, solicitar una demo,
            pedir una demo, agendar una demo, reservar una demo, programar una demo, hacer una
            demo, podemos ver una demo, me hacen una demo, me pueden hacer una demo, nos hacen
            una demo, ensenarme una demo, podeis hacer una demo, podrian hacer una demo,
            necesito una demo, ensenais una demo, ensenarnos una demo, mostrar una demo,
            mostrarme una demo, me haceis una demo, una demostracion, quiero contratar, queremos
            contratar, quiero comprar, queremos comprar, quiero contratarlo, listos para
            contratar, listo para contratar, donde firmo, como lo contrato, como contrato,
            quiero una presentacion, presentacion del producto
            """
        ),
        Signal.NOT_INTERESTED: phrases(
            """
            no me interesa, no nos interesa, no estoy interesado, no estoy interesada, no
            estamos interesados, no estamos interesadas, no tengo interes, ya no me interesa, no
            quiero nada, no quiero comprar nada, no me hace falta
            """
        ),
        Signal.LATER: phrases(
            """
            escribame en, escribanme en, escribeme en, escribidme en, escribime en, escribeme
            el, escribidme el, escribeme la, escribeme mas, escribidme mas, escribeme dentro,
            escribidme dentro, llamame en, llamame el, llamame la, llamame mas, llamame dentro,
            llamadme en, llamadme el, llamadme la, llamadme mas, llameme en, llameme el, llameme
            la, llameme mas, llamenme en, llamenme el, llamenme la, llamenme mas, contactame en,
            contactame mas, contactadme mas, contactenme mas, avisame en, avisadme en, avisame
            mas, hablamos la semana, hablamos el, mejor mas adelante, quizas mas adelante, a lo
            mejor mas adelante, mejor hablamos, te escribo yo, os escribo yo, le escribo yo, ya
            te escribo, ya os escribo, ya les escribo, te aviso yo, ya te aviso, ya os aviso,
            escribame el, escribanme el, escribanme dentro, escribame dentro, escribame mas,
            escribanme mas, contacteme en, contactenme en, contactadme en, hablamos en, hablamos
            mas adelante, hablamos luego, lo hablamos en, ahora mismo no puedo, ahora no puedo,
            ahora no es, no es buen momento, no es el momento, no es un buen momento, me pilla
            mal, estoy ocupado, estoy ocupada, estoy en una reunion, mejor en otro momento, otro
            momento, ya les escribire, ya les aviso, les aviso yo, retomamos en, avisenme en
            """
        ),
        Signal.SUPPORT: phrases(
            """
            ya soy cliente, ya somos clientes, soy cliente, somos clientes, no me funciona, no
            nos funciona, ha dejado de funcionar, dejo de funcionar, no puedo entrar, no puedo
            acceder, no consigo entrar, no me deja entrar, mi factura, nuestra factura, mi
            cuenta no, mi contrasena, mi pedido, una incidencia, abrir un ticket, soporte
            tecnico, me habeis cobrado, me han cobrado, una reclamacion, mi suscripcion
            """
        ),
        Signal.WRONG_PERSON: phrases(
            """
            se ha equivocado, te has equivocado, se equivoca de, te equivocas de, se han
            equivocado, numero equivocado, persona equivocada, yo no he pedido, no he
            solicitado, no soy esa persona, no soy yo, soy estudiante, soy un estudiante, soy
            una estudiante, trabajo de clase, trabajo de fin de, para la universidad, para mi
            tesis, ofrecerles nuestros, ofrecerles mis, ofrecerle nuestros, les ofrezco, quiero
            venderles, busco trabajo, busco empleo, mi curriculum, enviar mi cv
            """
        ),
        Signal.REFUSES: phrases(
            """
            prefiero no, no te lo voy a, no se lo voy a, no os lo voy a, no lo doy, no doy, eso
            no se pregunta, a ti que te importa, y a ti que, que te importa, no procede, eso es
            privado, es informacion privada, informacion confidencial, no te importa, no quiero
            decir, no quiero dar, no te lo digo, no se lo digo, no lo voy a decir, no voy a
            decir, no voy a dar, no pienso decir, no pienso dar, es confidencial, confidencial,
            no es asunto, no les importa, no le importa, no puedo decir, no puedo dar, eso me lo
            guardo, no doy mi, no doy ese, pasemos a otra, no quiero contestar, no quiero
            responder, me reservo
            """
        ),
        Signal.DOES_NOT_KNOW: phrases(
            """
            no lo se, no se, no sabria, ni la menor idea, a saber, vete a saber, vaya usted a
            saber, no te sabria decir, quien sabe, no sabes, segun lo que, depende de, segun el
            precio, segun cueste, no sabemos, ni idea, no tengo idea, no tengo ni idea, no lo
            tengo claro, no lo tenemos claro, no esta claro, no lo hemos decidido, no esta
            decidido, no hemos decidido, sin decidir, aun no lo, todavia no lo, por determinar,
            tendria que preguntar, tengo que preguntar, no estoy seguro, no estoy segura, no lo
            hemos pensado, tendria que mirarlo, no lo he pensado, no recuerdo, no me acuerdo
            """
        ),
        Signal.CORRECTS: phrases(
            """
            me equivoque, me he equivocado, me he confundido, me confundi, corrijo, quise decir,
            queria decir, quiero decir, mejor dicho, en realidad, rectifico, perdon son, perdon
            es, perdon el, perdon la, perdone el, perdona el, me corrijo, perdona son, perdona
            es, perdon digo, digo, no perdon, no perdona, no espera, no espere, mejor ponga,
            mejor pon, cambio, cambielo, lo pensandolo bien, pensandolo bien, bueno no, al
            final, no es correcto, eso no es, mal dicho, he dicho mal, dije mal
            """
        ),
        Signal.WHY: phrases(
            """
            por que … pregunta, por que … preguntas, por que … preguntan, por que me pregunta,
            por que me preguntas, por que lo pregunta, por que lo preguntas, por que preguntan,
            por que pregunta, por que preguntas, por que quiere saber, por que quieren saber,
            por que quieres saber, para que quiere, para que quieren, para que quieres, para que
            lo necesita, para que lo necesitan, por que necesita, por que necesitan, por que
            necesitas, que mas le da, que mas te da, para que es eso
            """
        ),
        Signal.REPEAT: phrases(
            """
            puede repetir, puedes repetir, me lo repite, me lo repites, repita, repite,
            repitalo, no entiendo la pregunta, no he entendido, no le entiendo, no te entiendo,
            que me ha preguntado, que me has preguntado, que quiere decir, cual era la pregunta,
            a que se refiere, a que te refieres
            """
        ),
        Signal.ABUSIVE: phrases(
            """
            idiota, imbecil, gilipollas, estupido, estupida, subnormal, capullo, mierda, puta,
            puto, cabron, pendejo, pendeja, hijo de puta, vete a la, vayase a la, que te den,
            maldito bot, inutil, basura de bot, chinga
            """
        ),
        Signal.IS_BOT_QUESTION: phrases(
            """
            eres un bot, eres un robot, eres una maquina, eres una ia, eres humano, eres humana,
            eres una persona, es un bot, es usted un, es usted una, es un robot, es una maquina,
            es una ia, esto es un bot, hablo con un bot, hablo con una maquina, hablo con una
            persona, hablando con un, hablando con una, eres real, eres de verdad, hay alguien
            ahi, inteligencia artificial, eres chatgpt, quien eres, quien es usted, quien sois,
            quienes sois, quienes son ustedes, con quien hablo, quien me habla
            """
        ),
        Signal.LANGUAGE_SWITCH: phrases(
            """
            en espanol, hablas espanol, habla espanol, hablan espanol, hablais espanol, in
            spanish, en castellano, speak spanish, spanish please
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
        ni, no, nunca, sin, tampoco, don, dont, not, doesn, never
        """
    ),
    asking=phrases(
        """
        que, cual, cuales, cuanto, cuanta, cuantos, cuantas, como, cuando, donde, quien, tienen,
        tiene, teneis, hacen, haceis, ofrecen, ofreceis, incluye, puedo, podemos, puede, pueden,
        se puede, podeis, podria, podrias, podrian, podriais, me puedes, me podeis, me pueden,
        os puedo, le puedo, hay, es posible, seria posible, habria, vendeis, venden, trabajan,
        trabajais, funciona, necesito saber, me gustaria saber, quisiera saber, queria saber,
        quiero saber, digame, me puede decir, me puedes decir, sabe si, sabeis si, por cierto
        """
    ),
    statements=phrases(
        """
        puedo pagar, puedo gastar, puedo invertir, puedo adelantar, puedo poner, puedo dedicar,
        puedo esperar, puedo llegar, podemos pagar, podemos gastar, podemos invertir, podemos
        adelantar, podemos poner, podemos dedicar, podemos esperar, podemos llegar, cuanto
        antes, como mucho, como poco, como maximo, como minimo, como unos, como unas, como muy,
        como siempre, como quieras, como quiera, como empresa, como somos, como tenemos, cuando
        quier*, cuando pued*, cuando termin*, cuando acab*, cuando sea, cuando hay*, cuando
        teng*, cuando lleg*, cuando se, cuando nos, cuando el, cuando la, cuando mi, cuando un*,
        que no, que nos, que me, que se, que *mos, que los, que las, que mi, que tengo, que
        quiero, que necesito, que estoy, que ya, hay que, hay mucho, hay mucha, hay muchos, hay
        muchas, hay un problema, hay dos, hay tres, funciona mal, donde trabajo, quien decide
        es, quien decide soy, tiene que, tienen que, tienen muchos, quiero saber … clientes,
        puede que, puede ser, trabajan con nosotros, trabajan aqui
        """
    ),
    not_yet=phrases(
        """
        todavia, aun, por ahora, de momento, por el momento
        """
    ),
)
