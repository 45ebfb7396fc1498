"""What people write of themselves: the list that the filter is measured by, a stroke between two
sentences.
"""

from collections.abc import Mapping

from qualification.brief.private_words.table import Category
from qualification.values import Language

TOLD: Mapping[Language, Mapping[Category, str]] = {
    "en": {
        "origin": """
            I'm 63 and black / I'm a 40-year-old Black woman running a small shop / as a black man
            in this town I like things in writing / I'm originally from Nigeria, we moved here in
            2010 / I was born in Algeria and grew up in France / we're Roma, so banks are not keen
            on us / I'm 29, Latina and I run the studio alone / being Pakistani I often get asked
            for papers / I'm of mixed race if that matters / my family came from Syria as refugees /
            I'm half Chinese, half Welsh / I'm brown and nobody answers my emails / my husband is
            Senegalese and helps on Fridays / I'm on a work visa until June / I don't have papers
            yet / I'm first generation Mexican American / my skin colour has never been a topic here
            / I'm an Arab, born in Jaffa / I'm native Hawaiian / I'm a person of colour / I'm 51,
            Black, and have been turned down by three banks / I came over from Ghana ten years ago /
            I'm a Kurd / my parents fled Vietnam / I'm Jamaican and the accent shows / I'm
            indigenous and the shop is on tribal land / as an Asian woman I get talked over / I got
            my citizenship last year / I'm Vietnamese American and my dad started this / I'm 55,
            Filipino, and I've run this place since 1999 / I arrived as an asylum seeker in 2016 /
            my grandparents were Italian immigrants / we're a Roma family with a scrap business /
            I'm one of the few Black owners on the street / my accent gives me away, I'm Polish /
            I'm half Nigerian on my mother's side / my mother is Korean and insists on cash / I
            moved here from Ukraine because of the war / I'm a black British entrepreneur / I only
            got my residence permit in May / we're an immigrant family
        """,
        "health": """
            I use a hearing aid, so please write / I wear hearing aids and calls are hard / I have a
            pacemaker, no magnets please / I'm in a wheelchair so the office must be accessible / I
            walk with a cane these days / I'm on crutches until March / I use a screen reader
            because I can't see / I wear a prosthetic leg / I've got an insulin pump / I'm hard of
            hearing, email is best / I'm partially sighted / I lost my sight two years ago / I'm
            going through chemo right now / I just had a hip replacement / I'm waiting for a kidney
            transplant / I have long covid and get tired / I'm burnt out and on sick leave / I've
            been signed off work for a month / my wife is in a coma / my dad has Parkinson's and I
            look after him / I'm a carer for my disabled son / I take lithium so my hands shake / I
            have PTSD from the army / my therapist says slow down / I'm in recovery, nine months
            clean / I can't have kids, we're doing IVF / I'm dyslexic, short texts please / I
            stammer, so no calls / I've had two heart attacks / I have a stoma / I'm autistic and I
            prefer plain language / I've got ADHD, get to the point / I'm on oxygen at home / I have
            a bad heart / my kidneys are failing / I got diagnosed last month, it's serious / I was
            in a car accident and can't walk / I'm waiting for my biopsy results / I have to go to
            dialysis three times a week / my eyesight is poor, large print please / I have panic
            attacks on the phone / I was hospitalised in May / I've got a guide dog / I have an
            artificial hip / I tested positive for covid / I'm expecting in July / my wife is six
            months pregnant / we're having a baby in spring / I'm due in October so let's be quick /
            my due date is 3 May / I'm on maternity leave / I'm trying to get pregnant / I'm 12
            weeks along / I'm breastfeeding, so short calls / my partner is about to give birth / I
            had a C-section last week / I rely on a hearing aid / I use a walker since the fall / I
            wear a catheter, so no long visits / I have a cochlear implant / I'm blind in one eye /
            I'm bedridden this week / my mother has dementia and lives with us / I had a stroke in
            April / I'm a recovering addict / I'm on insulin / I lost a leg in an accident / I'm
            colour-blind, mind the charts / my son has cystic fibrosis / I have Crohn's disease /
            I've been in and out of hospital / I have arthritis, typing is slow / I'm waiting for
            heart surgery / I have carpal tunnel, so short messages / my doctor told me not to
            travel / my depression is back / I'm seeing a psychiatrist / I got a cancer scare in May
            / I'm pregnant with twins / baby is due any day now / I'll be giving birth in June / we
            lost the pregnancy / I'm on paternity leave / I can't hear well on the left side, so
            text me / I have to inject insulin at noon / I had my gallbladder out on Monday / my
            blood pressure is through the roof / I've been in rehab since January / I get epileptic
            fits, flashing pages are bad / I had a breakdown last year / my husband had a stroke so
            I'm doing it all / I use crutches / I'm waiting on test results from the hospital / I
            lost my hearing in the army / my hearing aids make calls a nightmare / I've got MS and
            my hands are slow / my daughter is in intensive care / I have a weak heart so no stress
            / I'm at the hospital with my mother / I have chronic pain and work from bed / we're
            doing IVF again / I'm 20 weeks pregnant / I'm about to have a baby / my baby is due in
            March, so before that / I'm off having a baby until June / I wear two hearing aids / my
            eyesight's going so please use big fonts / I'm recovering from knee surgery / my wife's
            in chemo / I've got type 2 diabetes / I was born deaf / I had a mastectomy in April / I
            can't type much, I have arthritis / my anxiety is bad this week / I'm allergic to
            penicillin / I'm four months pregnant / we're expecting our first child / I had a baby
            in May / my son has Down syndrome / I'm a diabetic and need to eat at one / I've had a
            pacemaker since 2019 / I'm on sick leave till Monday / he's in a psychiatric hospital /
            I'm in a detox programme and read mail in the evening
        """,
        "private_life": """
            I'm going through a divorce / we're getting divorced, so the money is tight / my husband
            left me in May / my wife died last year and I took over the books / I'm a widow / I was
            widowed in March / I'm recently separated / my late husband used to do this / I'm a
            single mum of three / I'm divorced / we split up and I kept the shop / I'm single and
            live alone / my marriage is over / my ex and I are in a custody battle / I've just lost
            my husband / we're separating, he keeps the van / my divorce comes through in May / my
            wife and I are separating / I'm a widower with two shops / my husband passed away / I'm
            recently divorced / I'm a single dad / my spouse died and left me the firm / I'm newly
            wed / I'm in the middle of a divorce / my ex-wife still owns half of it / since my wife
            died I do the invoices / I've been single since May / I was left by my wife / we got
            divorced last autumn / I buried my husband in April / he and I are separated now / I'm
            newly divorced and starting over / my late wife founded it / I'm getting a divorce /
            I've been a widow for two years / my husband and I separated in June / my ex-husband
            kept the clients / I'm divorced with two kids / my fiancé left me / I'm a single parent
            and do nights
        """,
        "sex_life": """
            my husband and I (I'm a man) run it together / my wife and I (I'm a woman) own the place
            / as a man with a husband I notice these things / I'm a woman and my wife does the books
            / I'm married to another man / we're two dads with a bakery / we are two mums running it
            / I'm out and proud / I transitioned last year / my pronouns changed when I came out /
            I'm a gay man in a small town / my boyfriend and I, two guys, share the flat / my
            girlfriend and I are lesbians / I'm LGBT and proud / I'm non-binary / I'm a bloke and my
            husband cooks / my wife and I, we're both women, want a loan / I'm bi / I'm transgender
            / I live with my boyfriend, I'm a guy too / I'm a married gay man / my husband and I are
            two men with a hotel / I'm a lesbian and my partner is a nurse / I'm a gay dad / my wife
            is a woman and so am I / I'm trans and my papers say otherwise / I'm pansexual if you
            must know / I'm gay and so is my business partner / my wife and I are both women, is
            that a problem / I'm a transgender woman
        """,
        "religion": """
            I'm a Jehovah's Witness / I'm a practising Jew, no calls on Saturday / I'm Hindu and
            it's Diwali / I keep the Sabbath / I'm a deacon at my church / my faith doesn't allow
            interest / I don't do business on Shabbat / I go to the mosque on Fridays / I'm fasting
            this month / we're Muslims and we don't take interest loans / I'm Mormon, no coffee
            meetings / I was raised Catholic / I'm an atheist by the way / God called me to this
            business, I'm born again / I pray five times a day / I converted to Islam / my imam
            recommended you / I'm Amish / I'm a Sikh and wear a turban / my pastor told me about you
            / I observe Lent / I'm Orthodox, so Easter is later / I don't eat pork, I'm Muslim / I
            sing in the church choir / as a Quaker I value plain talk / I'm a devout Catholic / I'm
            off for Yom Kippur / we observe Shabbat so no Saturdays / my mosque meets at that hour /
            I'm a born-again Christian / I don't believe in God / I was brought up as a Jehovah's
            Witness / I'm a Buddhist monk / I'm Muslim and need to pray at noon / my church needs me
            on Sundays / I'm Catholic, so not on Good Friday / as a Hindu I don't sell beef
        """,
        "politics": """
            I vote Green / I'm a party member of the Tories / I'm a councillor for Labour / I've
            always voted Republican / I'm left-wing and won't hide it / I campaign for the far right
            / I can't stand the socialists, I vote Vox / I'm a communist and proud / I stood for the
            Lib Dems in 2019 / I'm pro-choice and vocal / I donated to Trump / I'm a card-carrying
            Democrat / I'm pro independence / I'm a Labour councillor / I'm a Trump supporter / I
            voted Remain / I'm an anarchist / I'm a conservative, always have been / I knock on
            doors for the Greens / I've voted Conservative all my life / I'm active in the Socialist
            party / I'm a Republican so don't tax me / I hate the Tories / I'm a feminist and a
            socialist / I'm a member of the Green party / I'm a Conservative councillor / I voted
            for Labour and regret it / I'm very left-wing
        """,
        "union": """
            I'm in the union / I'm a union rep / I'm a member of Unison / I'm a Teamster / I've been
            a shop steward for years / I'm on strike until Friday / my union is negotiating / I
            belong to Unite the union / I'm on the picket line today / I pay my union dues / I'm our
            branch union secretary / I'm a unionised nurse / we walked out with the union / I joined
            the union in May / I'm a trade unionist / I'm our shop's union delegate / I'm out on
            strike / my union rep told me to write / I'm a union steward / my union pays for it
        """,
        "criminal": """
            I have a record, so banks say no / I got out of prison in March / I've been to jail
            twice / I'm on probation / I was convicted of fraud / I'm wearing an ankle tag / I was
            arrested for drink driving / I served four years / I'm an ex-offender / I've got a
            criminal conviction / I'm out on bail / my brother is doing time / I did two years
            inside / I've done time for theft / I was sentenced to six months / I'm a former convict
            / I have two convictions / my son was arrested / I was in jail for a year / I've a
            criminal record from my youth
        """,
        "biometric": """
            my blood type is O negative / I did a genetic test and carry the gene / here are my
            fingerprints / I took a DNA test / my DNA results came back / I gave a retina scan / my
            DNA shows I carry the gene
        """,
    },
    "es": {
        "origin": """
            tengo 63 años y soy negro / soy una mujer negra de 40 años con una tienda / como gitano
            me cuesta que me den crédito / nací en Marruecos y vivo aquí desde niño / soy originario
            de Senegal / mi mujer es ecuatoriana y lleva la caja / soy de raza negra / vinimos de
            Siria como refugiados / soy mulata y orgullosa / soy hijo de inmigrantes / no tengo los
            papeles en regla / estoy con permiso de trabajo hasta junio / soy de ascendencia china /
            soy rumano, llevo aquí diez años / soy indígena quechua / mi familia es gitana / tengo
            la piel oscura y se nota en el trato / soy árabe / soy latina, 29 años, y llevo el
            estudio sola / soy de padres marroquíes / tengo 51 años, soy negra y tres bancos me han
            dicho que no / vine de Ghana hace diez años / soy kurdo / mis padres huyeron de Vietnam
            / soy jamaicano y se me nota el acento / soy de una comunidad indígena / como mujer
            asiática no me escuchan / me dieron la nacionalidad el año pasado / soy filipina, tengo
            55 y llevo esto desde 1999 / llegué como solicitante de asilo en 2016 / mis abuelos eran
            inmigrantes italianos / somos una familia gitana con chatarrería / soy de los pocos
            dueños negros de la calle / soy polaco y se me nota al hablar / soy medio nigeriana por
            parte de madre / soy extranjera y no me alquilan / tengo 47 años, soy indio y es mi
            segunda tienda / mi madre es coreana y quiere efectivo / vine de Ucrania por la guerra /
            soy una emprendedora negra / me dieron el permiso de residencia en mayo / somos una
            familia de inmigrantes
        """,
        "health": """
            llevo un marcapasos / uso audífono, mejor por escrito / llevo audífonos y por teléfono
            no oigo / voy en silla de ruedas / ando con bastón / voy con muletas hasta marzo / uso
            un lector de pantalla porque no veo / llevo una prótesis en la pierna / llevo bomba de
            insulina / soy duro de oído / tengo baja visión / perdí la vista hace dos años / estoy
            con la quimio / me acaban de poner una prótesis de cadera / estoy esperando un
            trasplante de riñón / tengo covid persistente / estoy quemado y de baja / me han dado la
            baja un mes / mi mujer está en coma / cuido de mi padre, que tiene párkinson / soy
            cuidadora de mi hijo discapacitado / tomo litio y me tiemblan las manos / tengo estrés
            postraumático / mi psicóloga me ha dicho que afloje / llevo nueve meses limpio / no
            podemos tener hijos, estamos con la fecundación in vitro / soy disléxica, textos cortos
            por favor / soy tartamudo, prefiero no hablar / he tenido dos infartos / tengo una
            colostomía / soy autista y prefiero un lenguaje claro / tengo TDAH, al grano / estoy con
            oxígeno en casa / estoy mal del corazón / me fallan los riñones / me han diagnosticado
            algo serio / tuve un accidente y no puedo andar / espero el resultado de la biopsia /
            tengo diálisis tres días por semana / veo muy mal, letra grande / me dan ataques de
            pánico por teléfono / me ingresaron en mayo / tengo perro guía / tengo una discapacidad
            del 65 % / he dado positivo en covid / salgo de cuentas en julio / mi mujer está de seis
            meses / vamos a tener un bebé en primavera / estoy de 12 semanas / estoy esperando un
            hijo / estoy de baja por maternidad / estoy dando el pecho / mi pareja está a punto de
            dar a luz / me hicieron una cesárea / estamos buscando un embarazo / di a luz hace un
            mes / dependo de un audífono / uso andador desde la caída / llevo una sonda / tengo un
            implante coclear / no veo de un ojo / esta semana estoy en cama / mi madre tiene
            demencia y vive con nosotros / tuve un ictus en abril / soy exadicto / me pincho
            insulina / perdí una pierna en un accidente / soy daltónico, cuidado con los gráficos /
            mi hijo tiene fibrosis quística / tengo la enfermedad de Crohn / entro y salgo del
            hospital / tengo artrosis y escribo despacio / me van a operar del corazón / tengo el
            túnel carpiano fatal / el médico no me deja viajar / he vuelto a caer en la depresión /
            voy al psiquiatra / estoy embarazada de gemelos / doy a luz en junio / me quedé
            embarazada / perdimos el embarazo / estoy de permiso de paternidad / no oigo bien por el
            lado izquierdo, escríbame / me pincho insulina al mediodía / me quitaron la vesícula el
            lunes / tengo la tensión por las nubes / estoy en rehabilitación desde enero / me dan
            ataques epilépticos / tuve una crisis nerviosa el año pasado / a mi marido le dio un
            ictus y lo hago yo todo / voy con muletas / perdí el oído en la mili / tengo esclerosis
            y voy lento con las manos / mi hija está en la UCI / tengo el corazón delicado / estoy
            en el hospital con mi madre / tengo dolores crónicos y trabajo desde la cama / estoy
            embarazada de 20 semanas / vamos a ser padres en marzo / mi mujer da a luz en marzo /
            estoy de baja maternal hasta junio / llevo dos audífonos / cada vez veo menos, ponga
            letra grande / me estoy recuperando de una operación de rodilla / mi mujer está con
            quimio / tengo diabetes tipo 2 / nací sordo / me hicieron una mastectomía en abril /
            escribo poco porque tengo artritis / esta semana estoy fatal de la ansiedad / soy
            alérgico a la penicilina / estoy embarazada de cuatro meses / esperamos nuestro primer
            hijo / tuve un bebé en mayo / mi hijo tiene síndrome de Down / soy diabético y como a la
            una / llevo marcapasos desde 2019 / estoy de baja hasta el lunes / está ingresado en un
            psiquiátrico /
            sigo en un centro de desintoxicación hasta mayo
        """,
        "private_life": """
            acabo de enviudar / me estoy divorciando / estoy en pleno divorcio / mi marido me dejó
            en mayo / murió mi mujer y ahora llevo yo los papeles / soy viuda / soy viudo desde
            marzo / me acabo de separar / mi difunto marido lo llevaba / soy madre soltera / estoy
            divorciada / nos hemos separado y yo me quedo con la tienda / soy soltero y vivo solo /
            mi matrimonio se acabó / estoy peleando la custodia de mis hijos / he perdido a mi
            marido hace poco / me divorcio en mayo / mi mujer y yo nos separamos / soy viudo con dos
            tiendas / mi marido falleció / estoy recién divorciada / soy padre soltero / murió mi
            esposo y me dejó la empresa / estoy recién casada / estoy en mitad de un divorcio / mi
            exmujer tiene todavía la mitad / desde que murió mi mujer hago yo las facturas / estoy
            soltera desde mayo / me ha dejado mi mujer / nos divorciamos en otoño / enterré a mi
            marido en abril / él y yo estamos separados / soy divorciada y empiezo de cero / la
            fundó mi difunta esposa / me voy a divorciar / llevo dos años viuda / mi marido y yo nos
            separamos en junio / mi exmarido se quedó con los clientes / estoy divorciada y con dos
            hijos / mi novio me ha dejado / soy madre soltera y trabajo de noche /
            somos una pareja de dos mujeres
        """,
        "sex_life": """
            mi marido y yo (soy hombre) lo llevamos juntos / mi mujer y yo (soy mujer) somos las
            dueñas / soy un hombre casado con otro hombre / soy mujer y mi mujer lleva las cuentas /
            estoy casado con un hombre / somos dos padres con una panadería / somos dos mamás con
            una tienda / soy el dueño y mi marido lleva la caja / soy la dueña y mi mujer atiende /
            hice la transición el año pasado / mi novio y yo, dos chicos, compartimos piso / somos
            pareja de lesbianas / soy del colectivo LGTBI / soy no binario / salí del armario hace
            años / soy un tío y mi marido cocina / mi mujer y yo, las dos mujeres, queremos un
            crédito / soy bi / soy transgénero / vivo con mi novio y soy chico / soy gay y estoy
            casado / mi marido y yo somos dos hombres con un hotel / soy lesbiana y mi pareja es
            enfermera / soy un padre gay / mi mujer es mujer y yo también / soy trans y en el DNI
            pone otra cosa / soy pansexual, por si importa / soy gay y mi socio también / mi mujer y
            yo somos dos mujeres, ¿hay problema? / soy una mujer transgénero
        """,
        "religion": """
            soy testigo de Jehová / soy judío practicante y los sábados no / es Diwali y soy hindú /
            soy catequista en mi parroquia / mi fe no me permite pagar intereses / los viernes voy a
            la mezquita / este mes ayuno / somos musulmanes y no pedimos préstamos con interés / soy
            mormón / me criaron católico / soy ateo, por cierto / he vuelto a nacer en Cristo / rezo
            cinco veces al día / me convertí al islam / me lo recomendó el imán / soy monja / soy
            muy de misa / soy cofrade / soy sij y llevo turbante / mi pastor me habló de ustedes /
            guardo la Cuaresma / soy ortodoxo y mi Pascua es otra / no como cerdo, soy musulmán /
            canto en el coro de la iglesia / soy cuáquero / soy católico devoto / por Yom Kipur no
            estoy / guardamos el sabbat, los sábados nada / a esa hora tengo mezquita / soy
            cristiano evangélico / no creo en Dios / me criaron como testigo de Jehová / soy monje
            budista / soy musulmán y rezo al mediodía / los domingos tengo misa / soy católica y en
            Viernes Santo no / como hindú no vendo ternera
        """,
        "politics": """
            voto a los verdes / soy militante del PP / soy concejal de Podemos / siempre he votado
            al PSOE / soy de izquierdas y no lo escondo / soy de Vox / soy comunista, ya ves / fui
            en las listas de Ciudadanos / soy provida / soy independentista / soy facha y a mucha
            honra / estoy a favor de la independencia / doné dinero a Trump / soy concejala
            socialista / apoyo a Milei / voté sí a la independencia / soy anarquista / soy
            conservador de toda la vida / hago campaña por Sumar / he votado al PP toda la vida /
            milito en el partido socialista / soy republicano y no quiero rey / odio a los de Vox /
            soy feminista y socialista / estoy afiliada a Podemos / soy concejal del PP / voté a
            Podemos y me arrepiento / soy muy de izquierdas
        """,
        "union": """
            estoy en el sindicato / soy delegada de UGT / estoy afiliado a Comisiones / soy enlace
            sindical / soy de la CGT / estamos de huelga hasta el viernes / mi sindicato está
            negociando / llevo años en la CNT / estoy en el piquete / pago la cuota del sindicato /
            soy la secretaria de la sección sindical / soy enfermera y estoy sindicada / paramos con
            el sindicato / me afilié a UGT en mayo / soy sindicalista / soy el delegado del
            sindicato en la tienda / estoy en huelga / me lo dijo mi enlace sindical / soy delegada
            sindical / lo paga mi sindicato
        """,
        "criminal": """
            tengo antecedentes y los bancos me dicen que no / salí de la cárcel en marzo / he estado
            preso dos veces / estoy en libertad vigilada / me condenaron por fraude / llevo una
            pulsera telemática / me detuvieron por conducir borracho / cumplí cuatro años / soy
            expresidiario / tengo una condena penal / estoy en libertad con cargos / mi hermano está
            cumpliendo / pasé dos años dentro / estuve en la cárcel por robo / me cayeron seis meses
            de condena / soy exconvicto / tengo dos condenas / a mi hijo lo detuvieron / estuve un
            año en la cárcel / tengo antecedentes de joven
        """,
        "biometric": """
            mi grupo sanguíneo es cero negativo / me hice un test genético y tengo el gen / le mando
            mis huellas dactilares / me hice una prueba de ADN / ya tengo los resultados de mi ADN /
            me escanearon la retina
        """,
    },
}
