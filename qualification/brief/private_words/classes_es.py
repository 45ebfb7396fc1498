"""The classes of words of es.py: adding a word to one makes every sentence with it known."""

from collections.abc import Mapping

CLASSES: Mapping[str, str] = {
    "possessive": "mi, mis, su, sus, tu, tus",
    "breaks": """
        mi, mis, su, sus, y, e, pero, asi, porque, aunque, o, yo, nosotros, el que, es, son, soy,
        somos, esta, estan, estoy, era, no, con, cuando, mientras, entonces, tengo, tenemos, tiene
    """,
    "kin": """
        mujer, esposa, marido, esposo, pareja, novia, novio, hijo, hija, hijos, hijas, madre, padre,
        padres, hermano, hermana, abuela, abuelo, abuelos, familia, suegra, suegro, ex, ex marido,
        ex mujer, primo, prima, tio, tia, sobrino, sobrina, suegros
    """,
    "part": """
        espalda, rodilla, rodillas, cadera, hombro, cuello, estomago, ojos, vista, oido, oidos,
        memoria, corazon, pulmones, rinones, higado, pierna, piernas, brazo, pie, muneca, columna,
        tension, barriga, pecho
    """,
    "family": """
        mujer, esposa, marido, esposo, pareja, novia, novio, hijo, hija, hijos, hijas, nino, nina,
        bebe, madre, mama, padre, papa, padres, hermano, hermana, abuela, abuelo, suegra, suegro,
        jefe, jefa, companero, companera, ex, primo, prima, tio, tia, sobrino, sobrina, suegros,
        abuelos
    """,
    "self": """
        soy, fui, era, me siento, me considero, me identifico como, como, yo soy, he sido, estoy
    """,
    "be": """
        soy, estoy, estuve, estaba, he estado, llevo, me he quedado, me quede, es, esta, estuvo,
        era, sigo, sigue, ando, me encuentro, me siento, estamos, somos, anda, he sido, fui
    """,
    "have": """
        tengo, tuve, tenia, he tenido, tiene, tuvo, padezco, sufro, sufri, he sufrido, padece,
        sufre, me dio, me ha dado, le dio, tendre, me han encontrado, me encontraron, cogi, he
        cogido, tiene un, sufro de, padezco de, sufre de
    """,
    "degree": """
        muy, bastante, un poco, algo, gravemente, cronicamente, todavia, aun, ahora, tambien,
        siempre, no, ya, parcialmente, orgullosamente, un, una, medio, de, mas, tan, abiertamente,
        practicamente, devoto, devota, ferviente, convencido, convencida, practicante, antiguo,
        antigua, gran, buen, firme, de toda la vida
    """,
    "some": """
        un, una, unos, unas, el, la, los, mucha, mucho, bastante, fuerte, grave, cronica, cronico,
        principio de, algo de, problemas de, problema de, ataques de, ataque de, tipo, 1, 2, mas,
        dos, tres, cuatro, varios, varias, un par de, muchos, muchas, la enfermedad de, una
        enfermedad, el principio de, una crisis de, mi, otro, otra, leve, severo, severa
    """,
    "illness": """
        ataque epileptico, ataques epilepticos, crisis epilepticas, cancer, leucemia, linfoma,
        tumor, tumores, diabetes, asma, epilepsia, artritis, artrosis, hepatitis, vih, sida, covid,
        coronavirus, gripe, neumonia, bronquitis, migrana, migranas, depresion, ansiedad, insomnio,
        esquizofrenia, tdah, autismo, dislexia, demencia, alzheimer, parkinson, esclerosis,
        fibromialgia, lumbago, ciatica, infarto, ictus, cardiopatia, discapacidad, minusvalia,
        enfermedad, quimio, quimioterapia, radioterapia, dialisis, trasplante, antidepresivos,
        ansioliticos, insulina, alcoholismo, adiccion, ludopatia, anorexia, bulimia, embarazo,
        aborto, fecundacion in vitro, ataque de panico, crisis nerviosa, silla de ruedas, audifono,
        marcapasos, pierna rota, brazo roto, hernia, lupus, convulsiones, tension alta,
        hipertension, infertilidad, vertigos, acufenos, celiaquia, trastorno, sindrome, lesion,
        cirugia, medicacion, salud mental, enfermedades, trombosis, cirrosis, crohn, endometriosis,
        angina, tiroides, ulcera, gota, eccema, psoriasis, menopausia, herpes, fiebre, apendicitis,
        infeccion, lumbalgia, escoliosis, osteoporosis, problemas de corazon, problemas de espalda,
        dolor de espalda, dolores de espalda, sindrome de down, cataratas, glaucoma, sepsis, estres
        postraumatico, fibrosis quistica, tunel carpiano, infartos, ataques de panico, ataques de
        ansiedad, crisis de ansiedad, soplo, anemia, dolor cronico, dolores cronicos, tendinitis,
        esguince, fractura, hernia discal, sordera, ceguera, paralisis, tartamudez, colitis, baja
        vision, poca vista, mala vista, vista cansada, una discapacidad, dependencia del alcohol,
        covid persistente, fatiga cronica, narcolepsia, tourette, tuberculosis, malaria,
        insuficiencia renal, insuficiencia cardiaca, mononucleosis, colostomia, ileostomia,
        mastectomia, dolores de cabeza cronicos, derrame cerebral, cancer de mama
    """,
    "unwell": """
        enfermo, enferma, malo, mala, malito, malita, deprimido, deprimida, discapacitado,
        discapacitada, sordo, sorda, ciego, ciega, mudo, muda, invidente, lesionado, lesionada,
        obeso, obesa, suicida, alcoholico, alcoholica, drogadicto, drogadicta, ludopata,
        hospitalizado, hospitalizada, ingresado, ingresada, en el hospital, en urgencias, en
        terapia, en tratamiento, de baja, medicado, medicada, convaleciente, esteril, indispuesto,
        indispuesta, operado, operada, recien operado, recien operada, pachucho, pachucha, con
        fiebre, con gripe, con covid, en rehabilitacion, con depresion, con ansiedad, con muletas,
        en la uci, en cuidados intensivos, en silla de ruedas, en cama, con lumbago, con migrana, en
        quimio, usuario de silla de ruedas, usuaria de silla de ruedas, superviviente de cancer,
        paciente oncologico, paciente oncologica, impedido, impedida, muriendome, con la regla, en
        coma, tartamudo, tartamuda, duro de oido, dura de oido, con oxigeno, con quimio, en
        paliativos, postrado, postrada, exadicto, exadicta, exalcoholico, exalcoholica, toxicomano,
        manco, manca, cojo, coja, tuerto, tuerta, disminuido, disminuida, dependiente, con
        respirador, en dialisis, medio ciego, medio ciega, medio sordo, medio sorda, contagiado,
        contagiada, ingresado en el hospital, discapacitados, quemado y de baja, desahuciado,
        desahuciada, grave en el hospital, amputado, amputada, sordomudo, sordomuda, en
        desintoxicacion, en un programa de desintoxicacion, en un centro de desintoxicacion, en una
        clinica de desintoxicacion, con anemia
    """,
    "surely": """
        embarazada, embarazadas, diabetico, diabetica, diabeticos, asmatico, asmatica, epileptico,
        epileptica, autista, autistas, dislexico, dislexica, anorexica, bulimica, esquizofrenico,
        esquizofrenica, celiaco, celiaca, celiacos, seropositivo, seropositiva, enfermo terminal,
        baja medica, baja por enfermedad, baja por maternidad, baja maternal, baja laboral, baja por
        depresion, baja por ansiedad, intolerante a la lactosa, intolerante al gluten, daltonico,
        daltonica, esperando un bebe, alcoholico rehabilitado, minusvalido, minusvalida, bipolar,
        paralitico, paralitica, tetraplejico, tetraplejica, quimio, quimioterapia, radioterapia,
        dialisis, hipertenso, hipertensa, hemofilico, hemofilica, inmunodeprimido, inmunodeprimida,
        asmaticos, menopausica, autoinmune, permiso de paternidad, permiso de maternidad, permiso de
        lactancia, baja por paternidad, quede embarazada, quedarme embarazada, neurodivergente,
        paraplejico, paraplejica, hemodialisis, cesarea, menopausia precoz, superdotado,
        inmunodeprimidos
    """,
    "allergen": """
        los, frutos secos, cacahuetes, polen, gluten, lactosa, leche, huevo, marisco, penicilina,
        gatos, perros, polvo, latex, trigo, soja, fresas, abejas, aspirina, antibioticos
    """,
    "suffer": """
        me diagnosticaron, me han diagnosticado, le diagnosticaron, le han diagnosticado,
        diagnosticado de, diagnosticada de, me detectaron, me han detectado, le detectaron, me
        operan, me operaron, me han operado, le operan, le operaron, me recupero de, recuperandome
        de, recuperandose de, se recupera de, me trato, me estan tratando, en tratamiento por, en
        tratamiento contra, convivo con, lucho contra, luchando contra, superar, supere, he
        superado, murio de, fallecio de, sobrevivi a, tomo pastillas para, tomo, me medico,
        ingresado por, ingresada por, de baja por, me quitaron, me han quitado, le quitaron, me
        extirparon
    """,
    "trade": """
        pacientes, cliente, clientes, clientas, usuarios, personas, gente, mujeres, hombres, madres,
        ninos, alumnos, adultos, clinica, clinicas, hospital, hospitales, centro, centros, consulta,
        consultas, empresa, empresas, negocio, negocios, startup, ong, fundacion, asociacion,
        tienda, tiendas, producto, productos, software, app, apps, aplicacion, plataforma, servicio,
        servicios, programas, curso, cursos, seguro, seguros, aseguradora, investigacion, estudios,
        laboratorio, laboratorios, mercado, sector, industria, equipo, equipos, departamento,
        proyecto, proyectos, colegio, colegios, escuela, escuelas, universidad, restaurante,
        restaurantes, comida, alimentos, alimentacion, ropa, moda, dispositivo, dispositivos,
        campana, campanas, residencia, residencias, afectados, editorial, revista, libros, web,
        congreso, banco, agencia, marca, marcas, fabrica, fabricante, proveedor, distribuidor,
        distribuidora, mayorista, despacho, oficina, oficinas, ventas, temporada, coleccion,
        turismo, viajes, hotel, hoteles, organizacion, entidad, cosmetica, bar, bares, lector,
        lectores, escaner, sensor, sensores, cerradura, cerraduras, controles, accesos, fichaje,
        sistema, sistemas, tecnologia, solucion, soluciones, analisis, parroquia, diocesis, iglesia,
        iglesias, ayuntamiento, articulos, abogado, abogada, abogados, derecho, bufete, carniceria,
        tratamientos, tratamiento, ortopedia, farmacia, farmacias, terapias, medicos, especialistas,
        muebles, equipamiento, consultoria, filial, delegacion, sucursal, aceite, vino, vinos,
        cocina, parejas, bodas, viajeros, gestion, alquiler, reparacion, centro auditivo,
        ortopedias, optica, opticas, abogados de, mediacion, mediador, mediadora, psicologos,
        gabinete, regalos, vestidos, fotografia, fotografo, fotografa, invitaciones, tartas,
        academia, profesor, profesora, clases, clase, traductor, traductora, traduccion, chef,
        cocinero, importador, importadores, exportador, mayoristas, distribuidores, promocion,
        promociones, oferta, ofertas, pedidos, rebajas, tramites, tramitacion, juguetes, linea,
        lineas, ayudas, subvenciones, bonos, tarjeta, tarjetas, unidad, planta, local, acceso,
        control, red, material, programa, fondo, publico
    """,
    "link": """
        de, del, con, para, contra, sobre, a, al, por, que tienen, que sufren, que padecen, en
    """,
    "deal": """
        tratamos, ayudamos, vendemos, fabricamos, ofrecemos, apoyamos, cubrimos, atendemos,
        investigamos, prevenimos, detectamos, diagnosticamos, ensenamos, asistimos, producimos,
        desarrollamos, trabajamos con, trabajamos en, especializados en, especializada en,
        especialistas en, vendo, investigo, trabajo con, trabajo en, importamos, exportamos,
        distribuimos, comercializamos, organizamos, alquilamos, software para, nos dedicamos a, me
        dedico a, me dedico al, nos dedicamos al, tramitamos, gestionamos, llevamos, repartimos,
        entrenamos, damos, hacemos, instalamos, reparamos, servimos, ponemos, implantamos,
        colocamos, nuestros clientes son, mis clientes son, nuestro publico son, tramito, fabrico,
        alquilo, reparto, distribuyo, ayudo a, atiendo
    """,
    "faith": """
        catolico, catolica, catolicos, cristiano, cristiana, cristianos, protestante, protestantes,
        evangelico, evangelica, evangelicos, mormon, mormona, musulman, musulmana, musulmanes,
        judio, judia, judios, hindu, budista, budistas, sij, ateo, atea, ateos, agnostico,
        agnostica, bautista, anglicano, anglicana, religioso, religiosa, religiosos, creyente,
        creyentes, testigo de jehova, testigos de jehova, del opus, ortodoxo ruso, practicante, de
        misa, sunita, chiita, taoista, santero, santera, adventista, pentecostal, luterano,
        luterana, rastafari, musulmanas, judias, catolicas, hinduista, islamico, amish, menonita,
        menonitas, bahai, druso, drusa, copto, copta, ortodoxo, ortodoxa, ortodoxos, cuaquero,
        cuaquera, cuaqueros, calvinista, jainista, sufi, salafista, cofrade, monja, monje, fraile,
        diacono, catequista, mason, costalero, capillita, espiritista, muy de misa, hindues,
        mormones, ateas, agnosticos, bautistas
    """,
    "worship": """
        iglesia, mezquita, sinagoga, parroquia, cura, parroco, sacerdote, iman, rabino, religion,
        fe, creencias, congregacion, credo, confesor, pastor, diacono, obispo, director espiritual,
        capilla, templo, cofradia, hermandad
    """,
    "people": """
        negro, negra, blanco, blanca, asiatico, asiatica, hispano, hispana, latino, latina,
        africano, africana, arabe, gitano, gitana, gitanos, indigena, mestizo, mestiza, mulato,
        mulata, marroqui, argelino, argelina, tunecino, nigeriano, nigeriana, senegales, senegalesa,
        chino, china, japones, japonesa, coreano, indio, india, pakistani, rumano, rumana, bulgaro,
        bulgara, polaco, polaca, ucraniano, ucraniana, ruso, rusa, mexicano, mexicana, colombiano,
        colombiana, venezolano, venezolana, peruano, peruana, ecuatoriano, ecuatoriana, boliviano,
        boliviana, argentino, argentina, brasileno, brasilena, cubano, cubana, dominicano,
        dominicana, espanol, espanola, italiano, italiana, frances, francesa, aleman, alemana,
        britanico, britanica, portugues, portuguesa, turco, turca, sirio, siria, irani, israeli,
        palestino, palestina, filipino, filipina, vasco, vasca, catalan, catalana, gallego, gallega,
        andaluz, andaluza, de raza negra, saharaui, de color, hungaro, hungara, griego, griega,
        albanes, albanesa, serbio, serbia, egipcio, egipcia, libanes, libanesa, afgano, afgana,
        nepali, tailandes, tailandesa, indonesio, haitiano, haitiana, jamaicano, puertorriqueno,
        puertorriquena, hondureno, hondurena, guatemalteco, guatemalteca, salvadoreno, salvadorena,
        nicaraguense, chileno, chilena, uruguayo, uruguaya, paraguayo, paraguaya, quechua, aimara,
        mapuche, bereber, moreno de piel, kurdo, kurda, armenio, armenia, georgiano, georgiana,
        croata, bosnio, bosnia, checo, checa, eslovaco, eslovaca, lituano, lituana, sueco, sueca,
        noruego, noruega, danes, danesa, holandes, holandesa, belga, austriaco, austriaca, suizo,
        suiza, australiano, australiana, canadiense, estadounidense, norteamericano, norteamericana,
        ingles, inglesa, irlandes, irlandesa, escoces, escocesa, finlandes, finlandesa, japonesas,
        vietnamita, camboyano, malayo, tibetano, birmano, bangladesi, bengali, ghanes, ghanesa,
        camerunes, camerunesa, congoleno, congolena, angoleno, angolena, maliense, gambiano,
        gambiana, guineano, guineana, marfileno, etiope, somali, sudanes, sudanesa, libio, libia,
        jordano, jordana, iraqui, yemeni, saudi, costarricense, panameno, panamena,
        afrodescendiente, afroamericano, afroamericana, eslavo, eslava, caucasico, caucasica, mora,
        moro, sefardi, guarani, maya, nahua, zapoteco, zapoteca, caribeno, caribena, jamaicana,
        tunecina, coreana, paquistani, iraquies, originario de, oriundo de
    """,
    "peoples": """
        marroquies, argelinos, rumanos, bulgaros, polacos, ucranianos, rusos, mexicanos,
        colombianos, venezolanos, peruanos, ecuatorianos, bolivianos, argentinos, cubanos,
        dominicanos, chinos, gitanos, arabes, africanos, negros, judios, sirios, senegaleses,
        senegalesas, marroquinas, negras, gitanas, chinas, asiaticos, hispanos, latinos, indigenas,
        filipinos, paquistanies, armenios, kurdos, iranies, iraquies, afganos, ghaneses, nigerianos,
        portugueses, alemanes, franceses, italianos, espanoles, peruanas, japoneses, vietnamitas,
        inmigrantes, emigrantes, refugiados
    """,
    "creed": """
        socialista, socialistas, comunista, comunistas, marxista, anarquista, republicano,
        republicana, democrata, conservador, conservadora, liberal, libertario, libertaria,
        izquierdista, derechista, de izquierdas, de derechas, de izquierda, de derecha,
        nacionalista, separatista, independentista, feminista, monarquico, monarquica, fascista,
        facha, franquista, de vox, del pp, del psoe, de podemos, de sumar, de ciudadanos,
        socialdemocrata, peronista, chavista, progresista, provida, proaborto, antiabortista,
        carlista, falangista, trumpista, bolsonarista, kirchnerista, uribista, petrista, de morena,
        del pri, del pan, de junts, de erc, de bildu, del pnv, anarquistas, izquierdoso,
        izquierdosa, ultra, neoliberal, trotskista, abertzale
    """,
    "party": """
        vox, al pp, pp, al psoe, psoe, podemos, a podemos, a sumar, ciudadanos, a vox, a la
        izquierda, a la derecha, erc, junts, bildu, al pnv, pnv, morena, al pri, milei, a milei,
        petro, a petro, verdes, los verdes, a los verdes, sumar, esquerra, a junts, a erc, a bildu,
        trump, a trump, macri, a macri, bolsonaro, lula, a lula, el pp, el psoe, los socialistas, a
        los socialistas, izquierda unida, a izquierda unida, el bng, la cup, a la cup
    """,
    "love": """
        gay, lesbiana, lesbianas, bisexual, homosexual, heterosexual, transexual, transgenero, no
        binario, no binaria, queer, poliamoroso, poliamorosa, pansexual, asexual, gais, gays, lgtbi,
        homosexuales, bisexuales, heterosexuales, lgtb, lgtbiq, lgbt, lgbtq, lesbica, gay friendly
        couple
    """,
    "body": """
        huella dactilar, huellas dactilares, huella digital, huellas, huella, adn, iris, retina,
        grupo sanguineo, tipo de sangre, genoma, genes, prueba genetica, test genetico, datos
        geneticos
    """,
    "member": """
        afiliado, afiliada, militante, militancia, simpatizante, votante, concejal, militantes,
        afiliados, concejala, alcalde, alcaldesa, diputado, diputada, senador, senadora, candidato,
        candidata, voluntario, voluntaria, interventor, interventora, apoderado
    """,
    "thing": "crm, sistema, sistemas, excel, mercado, embudo, proceso, software, economia, empresa",
    "unions": """
        ccoo, ugt, cgt, cnt, usoc, csif, comisiones obreras, sindicato, sindicatos, cobas,
        solidaridad obrera, steilas, cig, cc oo
    """,
    "spouse": """
        mujer, esposa, marido, esposo, novia, novio, pareja, conyuge, prometido, prometida
    """,
    "near": """
        mujer, esposa, marido, esposo, novia, novio, conyuge, hijo, hija, bebe, pareja
    """,
    "unwed": """
        viudo, viuda, divorciado, divorciada, separado, separada, soltero, soltera, casado, casada,
        divorciandome, separandome, madre soltera, padre soltero
    """,
    "parted": """
        divorciado, divorciada, divorciando, divorcio, divorcie, divorciar, divorciamos,
        divorciaron, separado, separada, separados, separando, separe, separar, separamos,
        separaron, separo, divorciandonos, separandonos
    """,
    "month": """
        enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre,
        diciembre, primavera, verano, otono, invierno
    """,
    "few": """
        dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, varios, unos, un par de, muchos
    """,
    "carry": """
        llevo, uso, utilizo, tengo, voy en, voy con, ando con, ando en, camino con, dependo de, me
        muevo en, me muevo con, me pusieron, me han puesto, me acaban de poner, me ponen, me
        implantaron, me colocaron, me operaron para ponerme, mi, su, lleva, usa, tiene, va en, va
        con, anda con, gracias a, por culpa de, vivo con, salgo con, ahora llevo
    """,
    "device": """
        audifono, audifonos, marcapasos, marcapaso, desfibrilador, bomba de insulina, protesis,
        pierna ortopedica, brazo ortopedico, mano ortopedica, implante coclear, implantes cocleares,
        baston, andador, muleta, muletas, silla de ruedas, lector de pantalla, perro guia, perro
        lazarillo, oxigeno, bombona de oxigeno, cpap, stent, stents, collarin, corse ortopedico,
        sonda, bolsa de colostomia, colostomia, ileostomia, cateter, inhalador, dentadura postiza,
        ojo de cristal, lengua de signos, lengua de senas, escayola, cabestrillo, medidor de
        glucosa, ferula, aparato para oir, aparato en el oido, aparatos en los oidos, scooter de
        movilidad, respirador
    """,
    "medicine": """
        litio, insulina, antidepresivos, ansioliticos, prozac, orfidal, lexatin, trankimazin,
        valium, metadona, morfina, sintrom, anticoagulantes, corticoides, cortisona, hormonas,
        medicacion, la medicacion, somniferos, antipsicoticos, pastillas para, pastillas, estatinas,
        opiaceos, tranquilizantes, relajantes musculares
    """,
    "testing": "pruebas, test, tests, kits",
    "organ": """
        vesicula, apendice, utero, rinon, pecho, bazo, amigdalas, prostata, tiroides, ovario,
        matriz, menisco, bulto, quiste, lunar, pulmon
    """,
    "husband": "marido, esposo, novio",
    "wife": "mujer, esposa, novia",
    "man": "hombre, chico, tio, varon, senor, padre",
    "woman": "mujer, chica, tia, senora, madre",
    "feast": """
        cuaresma, ramadan, sabbat, shabat, yom kipur, diwali, pascua judia, januca, hanuka, vesak,
        holi, eid, fiesta del cordero, pesaj, purim, ano nuevo judio
    """,
    "land": """
        africa, argelia, marruecos, tunez, libia, egipto, sudan, nigeria, ghana, senegal, mali,
        gambia, guinea, guinea ecuatorial, camerun, congo, angola, kenia, etiopia, somalia, eritrea,
        uganda, ruanda, zimbabue, sudafrica, siria, libano, irak, iran, afganistan, pakistan, india,
        bangladesh, sri lanka, nepal, china, vietnam, camboya, filipinas, indonesia, corea, japon,
        taiwan, turquia, kurdistan, armenia, georgia, rusia, ucrania, bielorrusia, polonia, rumania,
        bulgaria, moldavia, albania, kosovo, serbia, bosnia, croacia, hungria, grecia, mexico, cuba,
        haiti, jamaica, la republica dominicana, republica dominicana, guatemala, honduras, el
        salvador, nicaragua, costa rica, panama, colombia, venezuela, ecuador, peru, bolivia,
        brasil, paraguay, uruguay, argentina, chile, palestina, israel, jordania, yemen, arabia
        saudi, el sahara, espana, italia, portugal, francia, alemania, irlanda, inglaterra, estados
        unidos, canada, australia
    """,
    "ordered": """
        dice, ha dicho, dijo, deja, manda, ha mandado, prohibe, ha prohibido, recomienda, ha
        recomendado, aconseja, ha quitado, receto, ha recetado, ve, trata
    """,
}
