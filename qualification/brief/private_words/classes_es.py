"""The classes of words of es.py: adding a word to one makes every sentence with it known."""

from collections.abc import Mapping

CLASSES: Mapping[str, str] = {
    "possessive": "mi, mis, su, sus, tu, tus",
    "breaks": """
        mi, mis, su, sus, y, e, pero, asi, porque, aunque, o, yo, nosotros, el que, es, son, soy,
        somos, esta, estan, estoy, era, no, cuando, mientras, entonces, tengo, tenemos, tiene
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
        principio de, algo de, problemas de, problema de, ataques de, ataque de, tipo, 1, 2, mas
    """,
    "illness": """
        cancer, leucemia, linfoma, tumor, tumores, diabetes, asma, epilepsia, artritis, artrosis,
        hepatitis, vih, sida, covid, coronavirus, gripe, neumonia, bronquitis, migrana, migranas,
        depresion, ansiedad, insomnio, esquizofrenia, tdah, autismo, dislexia, demencia, alzheimer,
        parkinson, esclerosis, fibromialgia, lumbago, ciatica, infarto, ictus, cardiopatia,
        discapacidad, minusvalia, enfermedad, quimio, quimioterapia, radioterapia, dialisis,
        trasplante, antidepresivos, ansioliticos, insulina, alcoholismo, adiccion, ludopatia,
        anorexia, bulimia, embarazo, aborto, fecundacion in vitro, ataque de panico, crisis
        nerviosa, silla de ruedas, audifono, marcapasos, pierna rota, brazo roto, hernia, lupus,
        convulsiones, tension alta, hipertension, infertilidad, vertigos, acufenos, celiaquia,
        trastorno, sindrome, lesion, cirugia, medicacion, salud mental, enfermedades, trombosis,
        cirrosis, crohn, endometriosis, angina, tiroides, ulcera, gota, eccema, psoriasis,
        menopausia, herpes, fiebre, apendicitis, infeccion, lumbalgia, escoliosis, osteoporosis,
        problemas de corazon, problemas de espalda, dolor de espalda, dolores de espalda, artrosis,
        sindrome de down, cataratas, glaucoma, sepsis
    """,
    "unwell": """
        enfermo, enferma, malo, mala, malito, malita, deprimido, deprimida, discapacitado,
        discapacitada, sordo, sorda, ciego, ciega, mudo, muda, invidente, lesionado, lesionada,
        obeso, obesa, suicida, alcoholico, alcoholica, drogadicto, drogadicta, ludopata,
        hospitalizado, hospitalizada, ingresado, ingresada, en el hospital, en urgencias, en
        terapia, en tratamiento, de baja, medicado, medicada, convaleciente, esteril, indispuesto,
        indispuesta, operado, operada, recien operado, recien operada, pachucho, pachucha, con
        fiebre, con gripe, con covid, en rehabilitacion, con depresion, con ansiedad, con muletas,
        en la uci, en cuidados intensivos, con fiebre, en silla de ruedas, en cama, con lumbago, con
        migrana, en quimio, usuario de silla de ruedas, usuaria de silla de ruedas, superviviente de
        cancer, paciente oncologico, paciente oncologica, impedido, impedida, muriendome, con la
        regla
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
        asmaticos, menopausica, autoinmune
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
        servicios, programa, programas, curso, cursos, seguro, seguros, aseguradora, investigacion,
        estudio, estudios, laboratorio, laboratorios, mercado, sector, industria, equipo, equipos,
        departamento, proyecto, proyectos, colegio, colegios, escuela, escuelas, universidad,
        restaurante, restaurantes, comida, alimentos, alimentacion, ropa, moda, material,
        dispositivo, dispositivos, campana, campanas, residencia, residencias, unidad, planta,
        afectados, editorial, revista, libros, web, congreso, comunidad, red, banco, agencia, marca,
        marcas, fabrica, fabricante, proveedor, distribuidor, distribuidora, mayorista, despacho,
        oficina, oficinas, ventas, temporada, coleccion, turismo, viajes, hotel, hoteles,
        organizacion, entidad, fondo, pruebas, test, tests, kits, cosmetica, bar, bares, local,
        lector, lectores, escaner, sensor, sensores, cerradura, cerraduras, control, controles,
        acceso, accesos, fichaje, sistema, sistemas, tecnologia, solucion, soluciones, analisis,
        parroquia, diocesis, iglesia, iglesias, ayuntamiento, articulos, abogado, abogada, abogados,
        derecho, bufete, carniceria, tratamientos, tratamiento, ortopedia, farmacia, farmacias,
        terapias, medicos, especialistas, muebles, equipamiento, publico, colectivo, consultoria,
        filial, delegacion, sucursal, aceite, vino, vinos, cocina, parejas, bodas, viajeros
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
        dedico a, me dedico al, nos dedicamos al
    """,
    "faith": """
        catolico, catolica, catolicos, cristiano, cristiana, cristianos, protestante, protestantes,
        evangelico, evangelica, evangelicos, mormon, mormona, musulman, musulmana, musulmanes,
        judio, judia, judios, hindu, budista, budistas, sij, ateo, atea, ateos, agnostico,
        agnostica, bautista, anglicano, anglicana, religioso, religiosa, religiosos, creyente,
        creyentes, testigo de jehova, testigos de jehova, del opus, ortodoxo ruso, practicante, de
        misa, sunita, chiita, taoista, santero, santera, adventista, pentecostal, luterano,
        luterana, rastafari, musulmanas, judias, catolicas, hinduista, islamico
    """,
    "worship": """
        iglesia, mezquita, sinagoga, parroquia, cura, parroco, sacerdote, iman, rabino, religion,
        fe, creencias, congregacion, credo, confesor
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
        mapuche, bereber
    """,
    "peoples": """
        marroquies, argelinos, rumanos, bulgaros, polacos, ucranianos, rusos, mexicanos,
        colombianos, venezolanos, peruanos, ecuatorianos, bolivianos, argentinos, cubanos,
        dominicanos, chinos, gitanos, arabes, africanos, negros, judios, sirios, senegaleses
    """,
    "creed": """
        socialista, socialistas, comunista, comunistas, marxista, anarquista, republicano,
        republicana, democrata, conservador, conservadora, liberal, libertario, libertaria,
        izquierdista, derechista, de izquierdas, de derechas, de izquierda, de derecha,
        nacionalista, separatista, independentista, feminista, monarquico, monarquica, fascista,
        facha, franquista, de vox, del pp, del psoe, de podemos, de sumar, de ciudadanos,
        socialdemocrata, peronista, chavista, progresista
    """,
    "party": """
        vox, al pp, pp, al psoe, psoe, podemos, a podemos, a sumar, ciudadanos, a vox, a la
        izquierda, a la derecha, erc, junts, bildu, al pnv, pnv, morena, al pri, milei, a milei,
        petro, a petro
    """,
    "love": """
        gay, lesbiana, lesbianas, bisexual, homosexual, heterosexual, transexual, transgenero, no
        binario, no binaria, queer, poliamoroso, poliamorosa, pansexual, asexual, gais, gays, lgtbi,
        homosexuales, bisexuales, heterosexuales
    """,
    "body": """
        huella dactilar, huellas dactilares, huella digital, huellas, huella, adn, iris, retina,
        grupo sanguineo, tipo de sangre, genoma, genes, prueba genetica, test genetico, datos
        geneticos
    """,
    "member": "afiliado, afiliada, militante, militancia, simpatizante, votante, concejal",
    "thing": "crm, sistema, sistemas, excel, mercado, embudo, proceso, software, economia, empresa",
    "unions": "ccoo, ugt, cgt, cnt, usoc, csif, comisiones obreras, sindicato, sindicatos",
}
