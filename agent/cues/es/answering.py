"""By what words does somebody greet, decline a question or correct themselves? Spanish."""

from agent.cues.table import Cues, phrases
from qualification.signals import Signal

WHOLE: Cues = {
    Signal.HELP: phrases("ayuda, ayudeme, ayudenme, necesito ayuda, info"),
    Signal.REFUSES: phrases(
        """
        siguiente, siguiente pregunta, otra pregunta, prefiero no decirlo, saltar, paso, paso de
        (contestar|decirlo|decirte|decirle|decir eso|dar ese dato|dar datos|responder), es privado,
        eso es privado, es personal, eso es personal, otra cosa, ya (se|te|os)?
        (lo|la|le|te|os) (dare|pasare|mandare|enviare|dire|diremos|daremos|pasaremos)
        (luego|despues|mas adelante|otro dia|cuando hablemos|en otro momento)?, (luego|despues|mas
        adelante|otro dia) (se|te|os)? (lo|la|le|te|os)
        (dare|doy|pasare|paso|mando|mandare|envio|enviare|digo|dire)
        """
    ),
    Signal.DOES_NOT_KNOW: phrases(
        """
        (quizas|quiza|tal vez|puede|puede ser|puede que si|puede que no|a lo
        mejor|igual|posiblemente|segun|ya veremos|ya se vera|depende mucho|quien sabe), (no)? (lo)?
        (sabria|podria) (decir|decirte|decirle|decirlo), (pues|uf)? (ni)? (idea|la menor
        idea|pajolera idea|zorra|papa), buena pregunta, no (tengo|tenemos) (ni)? (la menor)? idea,
        no estoy (muy|del todo)? (seguro|segura), no lo tengo (muy)? claro, vete tu a saber, ni
        idea, no se, no lo se, depende, quien sabe, npi, nose
        """
    ),
    Signal.PLEASANTRY: phrases(
        """
        (holaa|ola|holas)? (wenas|wena|wenass), (holaa|ola|holas|olas),
        (muchas|mil|muchisimas)? gracias (por todo|por la info|por la informacion|por su ayuda|por
        tu ayuda|por ayudarme|por su tiempo|por tu tiempo|por contestar|por la ayuda|por nada|de
        verdad|eh|majo|maja|guapa|bot|a ti|a usted|igualmente)?, (te|se|os) (lo)? agradezco
        (mucho|la ayuda|todo)?, (que)? (muy)? (amable|bien|bueno|guay|chulo|interesante), (como|que)
        (estas|esta|va|va todo|vas|andas|tal|tal todo|tal va|tal estas|tal el dia|hay|pasa|hubo)
        (hoy|usted|todo)?, hola (que|como) (tal|estas|esta|va|hay|pasa) (hoy|usted)?,
        (igualmente|mucho gusto|un placer|encantado de conocerle|un saludo|saludos|buen dia|feliz
        dia|que tenga buen dia|que vaya bien|cuidate|nos vemos|chao|chau|ciao|adeu|bye|hasta
        pronto|hasta manana|hasta otra|buen finde),
        (ah|oh|aha|mmm|mm|hmm|uf|uff|wow|guau|vaya|anda|ostras|jo|je|jeje|jejeje|jaj|ja|jajaj|jajajaja|jajajajaja|jijiji|jiji|lol|xd|xdd|xdxd|hehe|haha)
        (vale|ok|ya|si|bien|entiendo)?, (ok|vale|okey|okay|oki|okis|k|oka|okei)
        (perfecto|genial|bien|gracias|entendido|ya|pues|entonces|bueno|vale|de
        acuerdo|guay|estupendo|muy bien)?, (entiendo|entendido|comprendo|comprendido|ya
        veo|claro|claro que si|por supuesto|tiene sentido|me parece bien|esta
        bien|bueno|bien|guay|estupendo|fenomenal|magnifico|excelente|correcto|eso|exacto|asi es|ya
        vale), (un)? (momentito|segundo|segundito|minuto), (muy)? buen (trabajo|bot),
        (ey|eh|hey|hello|holaa|holaaa|holis|wenas|buenass|buenos|muy buenas|buenas a todos|hola a
        todos|hola de nuevo|buenas de nuevo|saludos cordiales), hola, buenas, buenos dias, buenas
        tardes, buenas noches, hola buenas, hola buenos dias, hola buenas tardes, hola buenas
        noches, que tal, hola que tal, gracias, muchas gracias, vale gracias, ok gracias, perfecto,
        genial, ok, vale, de acuerdo, encantado, encantada, adios, hasta luego, ya, aja, jaja,
        jajaja, un momento, espere, espera, buenas que tal, que onda, que tal estas, como estas,
        como esta, hola como estas, hola como esta, hola que onda, ey, holi, hola hola, muy bien,
        bien gracias, genial gracias, perfecto gracias, estupendo, vale perfecto, dale, listo, hola
        quiero info, hola info, informacion, mas info, mas informacion, info por favor,
        informacion por favor, hola quiero informacion, hola quisiera informacion,
        (no|si|ok|vale|bueno|pues|perfecto)? (gracias|muchas gracias)? (nada mas|eso es todo|es
        todo|seria todo|eso seria todo|ya esta|ya esta todo|ya estaria) (por ahora|de momento|por
        hoy)? (gracias|muchas gracias)? (adios|hasta luego|chao|un saludo)?,
        (no|si|ok|vale|bueno|pues|perfecto|genial)? (gracias|muchas gracias)? (asi es|eso es)?
        (adios|hasta luego|hasta pronto|chao)
        """
    ),
}

ANYWHERE: Cues = {
    Signal.REFUSES: phrases(
        """
        (pasemos|pasamos|vamos|pase|pasa|pasad|sigamos|siga) (a|con) (la|otra|lo)
        (siguiente|otra|pregunta|siguiente pregunta), (salta|salte|saltemos|saltate) (esa|esta|la)
        (pregunta)?, mejor no (lo)? digo, prefiero (no|guardarme*) …, prefiero no, no te lo voy a,
        no se lo voy a, no os lo voy a, no lo doy, no doy, eso no se pregunta, a ti que te importa,
        y a ti que, que te importa, no procede, eso es privado, es informacion privada, informacion
        confidencial, no te importa, no quiero decir, no quiero dar, no te lo digo, no se lo digo,
        no lo voy a decir, no voy a decir, no voy a dar, no pienso decir, no pienso dar, es
        confidencial, confidencial, no es asunto, no les importa, no le importa, no puedo decir, no
        puedo dar, eso me lo guardo, no doy mi, no doy ese, pasemos a otra, no quiero contestar, no
        quiero responder, me reservo
        """
    ),
    Signal.DOES_NOT_KNOW: phrases(
        """
        no lo se, no se, no sabria, ni la menor idea, a saber, vete a saber, vaya usted a saber, no
        te sabria decir, quien sabe, no sabes, segun lo que, depende de, segun el precio, segun
        cueste, no sabemos, ni idea, no tengo idea, no tengo ni idea, no lo tengo claro, no lo
        tenemos claro, no esta claro, no lo hemos decidido, no esta decidido, no hemos decidido, sin
        decidir, aun no lo, todavia no lo, por determinar, tendria que preguntar, tengo que
        preguntar, no estoy seguro, no estoy segura, no lo hemos pensado, tendria que mirarlo, no lo
        he pensado, no recuerdo, no me acuerdo
        """
    ),
    Signal.CORRECTS: phrases(
        """
        miento,
        (me|nos) (ha|has|han|habeis) (entendido|interpretado|leido) mal, (ha|has|han|habeis)
        entendido mal, no (me|nos) (ha|has|han|habeis) entendido, (que)? no
        (vendo|vendemos|ofrezco|ofrecemos) nada, no (quiero|queremos) vender(te|os|les|le)? nada, me
        equivoque, me he equivocado, me he confundido, me confundi, corrijo, quise decir, queria
        decir, quiero decir, mejor dicho, en realidad, rectifico, perdon son, perdon es, perdon el,
        perdon la, perdone el, perdona el, me corrijo, perdona son, perdona es, perdon digo, digo,
        no perdon, no perdona, no espera, no espere, mejor ponga, mejor pon, cambio, cambielo, lo
        pensandolo bien, pensandolo bien, bueno no, al final, no es correcto, eso no es, mal dicho,
        he dicho mal, dije mal
        """
    ),
    Signal.PLEASANTRY: phrases(
        """
        queria info, quiero info, quisiera info, queria informacion, quiero informacion, quisiera
        informacion, recibir informacion, recibir mas informacion, pedir informacion, solicito
        informacion, necesito informacion, busco informacion, dame informacion, deme informacion, me
        das info, me das informacion, me puede dar informacion, me puedes dar informacion, me pueden
        dar informacion, me podeis dar informacion, me interesa el producto, me interesa saber mas,
        queria saber mas, quiero saber mas
        """
    ),
}
