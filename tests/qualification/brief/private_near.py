"""What businesses write that only looks private: the list that the filter is measured by, a stroke
between two sentences.
"""

from collections.abc import Mapping

from qualification.values import Language

NEAR: Mapping[Language, str] = {
    "en": """
        we want it ready for Black Friday / it's the union of two datasets / we divorced from our
        vendor last year / we plan weddings / we sell hearing aids / we are a clinic for pacemakers
        / we have 63 employees / I'm 63 clicks away from your demo / the company is 63 years old /
        I'm in sales / I'm in black and white printing / my wife and I run the shop / my husband
        does the books / my partner and I own a bakery / my business partner left in May / we split
        up the leads by region / we separated sales from marketing / the two companies are
        separating / our merger is like a marriage / we're a divorce law firm / we make wedding
        cakes / I run a dating app for single people / we are engaged in three projects / I'm
        engaged with another vendor / we're expecting 200 orders in July / we're expecting growth
        next year / I'm expecting a call from you / the invoice is due in October / my due date for
        the report is 3 May / we are due for an upgrade / the delivery is due in May / we sell baby
        clothes / our product is born in Spain / our users use screen readers, it must be accessible
        / the site must work with a screen reader / we fit prosthetic legs in our clinics / we
        distribute wheelchairs / our drivers carry oxygen tanks for clients / we manufacture insulin
        pumps / guide dogs are trained by our foundation / our clients are deaf people / I walk with
        clients through the shop / the cane furniture is our best line / we need it to recover old
        data / I'm recovering leads by hand / we lost sight of our leads / we lost customers last
        year / we've been signed off by the board / the budget has been signed off / the contract
        was signed in May / I got out of meetings to write this / I served 40 clients last week / I
        served on the board of two companies / we have a record of every call / I have a track
        record in retail / I have a record label / we need a record of consent / the tag manager is
        wearing us out / we arrest churn with reminders / our policy is on probation with the client
        / my new rep is on probation for 3 months / we use fingerprint login / voice recognition for
        DNA labs is our product / our clients are unions / the trade union is our customer / we join
        two tables with a union / credit union of teachers, we lend money / I work for a union bank
        / the European Union pays half / we struck a deal / strike rate is our main metric / three
        strikes and a lead is out / my party is 12 people / the other party signs on Friday / third
        party cookies worry us / we vote for the vendor on Monday / the board voted for your product
        / we're a green company / the green plan is enough for us / labour costs are up / we need
        less labour / I'm with the labour department of the company / democratic decisions take time
        here / I'm a liberal user of discounts / the left menu is hard to find / the right plan for
        us is the big one / I'm right here / I'm left with 40 leads a day / our office is left of
        the station / we're Jewish cuisine caterers / we run a Catholic school / our customers are
        churches and mosques / our prayers were heard, sales are up / I swear by Excel / god knows
        how many leads we lose / for heaven's sake call me / we close at Christmas / we open after
        Easter / we don't answer on Sundays / I'm a Mac user / I'm an Excel evangelist / we're
        religious about follow-up / I'm Spanish-speaking / please call in Spanish / we sell to
        Moroccan importers / our Nigerian office will sign / I'm in Nigeria this week / I'm calling
        from Colombia / I moved here from the Madrid branch / we moved from Salesforce in 2010 / we
        came from HubSpot / the company was born in Algeria / we are a French company / our team is
        from ten countries / brown goods and white goods are our trade / the black plan costs more /
        I'm black belt in six sigma / our colour is white / it's a race against time / we work in
        ethnic food / my skin care shop has 4 people / our skin products need a CRM / accent colour
        is blue on our site / I'm a people person / our visa card was refused / visa and mastercard
        are fine / paperwork kills us / I don't have the papers at hand / I'm half way through / I'm
        blind to what reps do / deaf to complaints is what our old vendor was / our phones died /
        the project died last year / our late invoices pile up / my late reply is my fault / I'm
        sorry for being late / my baby is this company / we're in labour-intensive work / I'm dying
        to see it / we're sick and tired of Excel / our heart is in service / my back office has six
        people / my hands are full / I'm tired of chasing leads / I've had two attacks on our
        website / we have panic buttons to sell / the virus took our server down / we tested the app
        and it was positive / our pilot was positive / I'm positive we need it / a healthy margin is
        what we need / we want to transition to the cloud / we transitioned to HubSpot last year / I
        came out of the meeting convinced / our product came out in May / I'm straight to the point
        / gay bars are our customers / we make pride flags for shops / our partner programme has two
        levels / single sign-on is a must / I need a single view of the customer / I'm the only
        single point of contact / we're two guys in a garage with a SaaS / we are two women who run
        an agency / my ex boss recommended you / my old company merged with this one / we are three
        brothers with a garage / I have two kids' shops / my dad founded the company / my son runs
        operations / I'm the carer agency's owner / we're a care home with 40 beds / our nurses use
        tablets / therapists book through us / I'm a psychologist with my own practice / I'm a
        doctor / we run a fertility clinic / clean data is what we want / we've been clean on GDPR
        for years / I take orders by phone / I'm on the phone all day / I'm on a tight budget / I'm
        on leave until Monday / I'm away until the 5th / our store has a disabled parking bay / the
        button is disabled / autistic kids are whom our school serves / I'm 20 minutes away / we're
        45 and growing / I'm from the Lisbon branch / I'm black coffee and spreadsheets all day / my
        Asian suppliers pay late / citizenship services are our product / our tribal marketing
        agency has 4 people / we use walkers to test the shops / our hearing is on Tuesday before
        the council / implants are what our dental clinic sells / I rely on Excel / the eye clinic
        pays for 3 users / bedroom furniture is our line / we had a stroke of genius / I lost a deal
        by accident / the colour-blind mode is missing in your app / my surgery has four vets /
        heart of the business is the workshop / the tunnel project starts in May / my doctor clients
        hate forms / the depression of prices hurts us / I see a lot of leads lost / cancer research
        is our client's field / twins brand toys, that's us / the new product is born in June / our
        release is pregnant with risk / paternity law is one of our practices / my divorce from
        spreadsheets starts now / wife-and-husband teams are our franchisees / the single biggest
        problem is follow-up / our newlywed customers buy kitchens / my husband's company needs it
        too / bi tools are what we use / we do BI for retailers / trans-European shipping is our
        field / I'm a guy who likes numbers / boyfriend jeans sell best / turban shop, 3 employees /
        pastor's association, we have 200 members / lent us a demo account, thanks / orthodox
        methods don't work for us / pork is our main product / choir management is what we need
        software for / the council is our customer / remain on the old plan is not an option /
        door-to-door sales is what we do / unionised staff is 40 % of our clients' workforce / the
        branch secretary signs / we walked out of the contract / conviction is what I lack / bail
        bonds are our business / inside sales has two reps / I did two years of demos / retina
        displays look good with it / results came back from the campaign / I'm single-handedly
        running it / I was married to my old CRM / our due diligence is over / I'm carrying the
        whole team / the patients are out-of-hours callers / my team is mostly in Poland / I'm the
        Polish market lead / we have two Black Sheep pubs / our Italian supplier is slow / I run an
        asylum law practice / my left side menu doesn't load / we inject data every noon / blood
        pressure monitors are what we distribute / the rehab clinic I manage has 30 beds / our flash
        sale gave us fits / we had a breakdown in the delivery chain / my husband does the
        deliveries / the hospital results dashboard is our project / we lost our voice on social
        media / calls are a nightmare with the old system / my hands are tied until the board meets
        / we are in intensive talks with two vendors / the beating heart of our shop is the kitchen
        / we have a chronic lack of leads / I work from my bedroom office / our baby monitors need a
        support line / our launch is due in March / we had a long labour of love with Excel / we
        split the invoices by department / my ex colleagues all use your tool / since my boss left I
        do the invoices / the single customer view is what I'm after / we were left by our last
        agency / we parted with our agency last autumn / I buried the spreadsheet in April / they
        and I are separate companies / my late invoices are the problem / we are two men and a van /
        my partner is a nurse and helps with the clinic / I'm a proud owner of a bakery / the
        trans-Siberian tour is our best seller / we sell wine for Shabbat and weddings / Christmas
        is our busy time / I believe in follow-ups / we convert Christians Online's leads, that is a
        client / the monk fruit sweetener is our product / we have always voted for the cheapest
        supplier / the party of the first part is us / I'm active in a trade association / I hate
        the old CRM / the conservative plan would be 10 seats / republic square office, second floor
        / my delegate will sign / our shop's delegate in Madrid decides / strike while it's hot /
        I've done time sheets by hand for years / the sentence in the contract is unclear / we have
        two convictions about CRM: simple and cheap / the police department is our customer / my son
        was there when you called / the gene bank is our client / DNA of a great team / our face
        recognition reader failed / I'm 8 years into this business / my 12 year old laptop can't
        open it / our building is 100 years old / the whole family works in the shop / we have 47
        Indian restaurants as clients / our Korean mother company decides / the work permit software
        must talk to SAP / two hearing rooms in the court need booking / the fonts are too small in
        your demo / we recover from backups weekly / our knee-high boots sell well / type 2 licences
        are enough / we were born in the cloud / I can't type fast, use the phone / the team is
        anxious about the change / four months of data is what I have / expecting our first invoice
        / we had a baby boom of orders in May / psychiatric hospitals are our market / getting a
        quote is hard / I've been a customer for two years / the teams separated in June / my
        ex-colleague kept the clients / left us without support, that vendor / the parent company is
        single-brand / our business partner is in Lyon / women are both our staff and clients /
        Sunday is when the church hall is free for our fair / Good Friday is a holiday here / we
        don't sell beef / the council voted for the cheaper one / wing mirrors, left and right, are
        our products / the stewards on our ferries need an app / a union of owners manages the
        building / the youth centre has a record of attendance / I'm a senior buyer / I'm a mother
        of pearl dealer / we have a waiting list of 200 / I'm on the waiting list for your beta / we
        do blood tests for dogs / our vets operate on cats / I'm new here and slow with computers /
        I'm a bit deaf to hype / we hear well of you
    """,
    "es": """
        lo queremos para el Black Friday / es la unión de dos conjuntos de datos / nos divorciamos
        de nuestro proveedor / organizamos bodas y cada matrimonio es un cliente / vendemos
        audífonos / somos una clínica de marcapasos / tenemos 63 empleados / la empresa tiene 63
        años / llevo 20 años en el sector / tenemos 30 años de experiencia / estoy en ventas /
        imprimimos en blanco y negro / mi mujer y yo llevamos la tienda / mi marido lleva las
        cuentas / mi pareja y yo tenemos una panadería / mi socio se fue en mayo / hemos separado
        ventas de marketing / las dos empresas se separan / es un matrimonio de conveniencia con el
        proveedor / somos abogados de divorcios / hacemos tartas de boda / llevamos una web de citas
        para solteros / estamos comprometidos con otro proveedor / estoy comprometido con el
        proyecto / esperamos 200 pedidos en julio / esperamos crecer el año que viene / espero su
        llamada / estoy esperando su presupuesto / estoy esperando un correo / la factura vence en
        octubre / vendemos ropa de bebé / la marca nació en Marruecos / la web tiene que funcionar
        con lector de pantalla / ponemos prótesis en nuestras clínicas / alquilamos sillas de ruedas
        / llevamos oxígeno a domicilio a los clientes / fabricamos bombas de insulina / nuestra
        fundación entrena perros guía / nuestros clientes son personas sordas / el bastón de mando
        lo tiene mi jefe / vamos con retraso / voy con prisa / voy con el equipo de ventas /
        recupero clientes a mano / perdimos de vista los presupuestos / perdimos clientes el año
        pasado / me han dado la baja del servicio anterior / nos dimos de baja del otro CRM / dimos
        de alta a 40 clientes / el contrato se firmó en mayo / salí de la reunión convencida /
        cumplí cuatro años en la empresa / cumplimos el presupuesto / cumplo 10 años en el cargo /
        tengo antecedentes de pedidos en Excel / no hay antecedentes de reclamaciones / llevamos un
        registro de cada llamada / la detención de errores es lo que buscamos / detuvieron el
        proyecto en mayo / nos condenaron a usar Excel / fichamos con huella / reconocimiento de voz
        para laboratorios / nuestros clientes son sindicatos / hacemos la unión de dos tablas / la
        Unión Europea paga la mitad / el partido es el domingo y cerramos / la otra parte firma el
        viernes / tomamos partido por la nube / votamos el proveedor el lunes / el consejo votó por
        ustedes / somos una empresa verde / con el plan verde nos basta / la mano de obra ha subido
        / en el departamento laboral somos tres / asesoría laboral y fiscal / las decisiones son
        democráticas y tardan / el menú de la izquierda cuesta encontrarlo / la tienda está a la
        derecha de la estación / de izquierda a derecha salen los datos / hago catering de cocina
        judía / somos un colegio católico / nuestros clientes son iglesias / gracias a Dios este año
        vendemos más / no doy fe de los datos / Dios sabe cuántos pedidos perdemos / por Dios,
        llámenme / cerramos en Navidad / abrimos después de Semana Santa / los domingos no
        contestamos / vendemos ropa de comunión / soy evangelista de Excel / es nuestra religión
        contestar rápido / somos de habla hispana / llámeme en español / vendemos a importadores
        marroquíes / la oficina de Nigeria firma / esta semana estoy en Nigeria / llamo desde
        Colombia / vengo de la oficina de Madrid / venimos de Salesforce / vinimos de HubSpot en
        2010 / somos una empresa francesa / el equipo es de diez países / vendemos línea blanca y
        línea marrón / el plan negro es más caro / soy cinturón negro de seis sigma / el color es el
        blanco / es una carrera contra el tiempo / vendemos comida étnica / tengo una tienda de
        cuidado de la piel / vendemos productos para la piel / el color de acento de la web es azul
        / el visado del arquitecto está listo / el pago con visa falla / tengo papeles hasta el
        techo / no tengo los papeles a mano / el proyecto está a medias / no oigo a los comerciales
        quejarse / hacen oídos sordos a las quejas / los teléfonos murieron / el proyecto murió el
        año pasado / la empresa es mi bebé / estamos hartos de Excel / mi back office son seis
        personas / tengo las manos llenas / tengo la cabeza en mil cosas / estoy cansada de
        perseguir clientes / tuvimos dos ataques a la web / vendemos botones de pánico / un virus
        nos tiró el servidor / la prueba del programa fue positiva / el piloto ha dado positivo en
        ventas / queremos un margen sano / queremos hacer la transición a la nube / hicimos la
        transición a HubSpot el año pasado / el producto salió en mayo / voy directo al grano / los
        bares gais son clientes nuestros / hacemos banderas del orgullo para tiendas / el programa
        de parejas comerciales tiene dos niveles / somos dos chicos con una startup / somos dos
        mujeres con una agencia / mi antiguo jefe les recomendó / somos tres hermanos con un taller
        / tengo dos tiendas de niños / mi padre fundó la empresa / mi hijo lleva operaciones / tengo
        una empresa de cuidadoras / somos una residencia con 40 camas / las enfermeras usan tabletas
        / soy psicóloga con consulta propia / soy médico / llevamos una clínica de fertilidad /
        queremos los datos limpios / tomo pedidos por teléfono / estoy todo el día al teléfono /
        estoy justo de presupuesto / estoy de permiso hasta el lunes / estoy fuera hasta el día 5 /
        la tienda tiene plaza para discapacitados / el botón está deshabilitado / nuestra escuela
        atiende a niños autistas / soy una persona de trato fácil / estoy soltando lastre con los
        proveedores / el acta de divorcio la tramitamos nosotros / llevo un negocio de audífonos /
        uso auriculares en la oficina / llevo gafas de realidad virtual a las ferias / llevo la caja
        / llevo el control de pacientes / llevo la clínica con mi hermana / llevo una ortopedia /
        tengo una residencia de mayores / somos una viuda de la tecnología de antes / la casa viuda
        de Gómez es cliente / el estado civil lo pide el formulario / casamos facturas con pedidos /
        casar pagos y cobros nos lleva horas / los pagos no casan / hay que separar bases de datos /
        me separa un clic de la compra / estoy a 20 minutos / somos 45 y creciendo / soy de la
        oficina de Lisboa / mis proveedores asiáticos pagan tarde / tramitamos nacionalidades / la
        comunidad de vecinos es el cliente / usamos andadores en la residencia / la vista es el
        martes en el ayuntamiento / los implantes son lo que vende nuestra clínica dental / dependo
        de Excel / la clínica de ojos paga tres usuarios / vendemos muebles de cama / perdí una
        venta por accidente / falta el modo para daltónicos en su aplicación / mi consulta tiene
        cuatro veterinarios / el corazón del negocio es el taller / la obra del túnel empieza en
        mayo / mis clientes médicos odian los formularios / la depresión de los precios nos duele /
        veo muchos contactos perdidos / la investigación del cáncer es su campo / juguetes gemelos
        es la marca / el producto da a luz en junio una versión nueva / el derecho de familia y las
        custodias son lo nuestro / me divorcio de Excel / los matrimonios son nuestros franquiciados
        / el mayor problema es el seguimiento / los recién casados nos compran cocinas / la empresa
        de mi marido también lo necesita / usamos una herramienta de BI / hacemos transporte
        transfronterizo / soy un tipo de números / los vaqueros de novio se venden bien / vendemos
        turbantes / la asociación de pastores tiene 200 socios / criamos cerdos / el coro es cliente
        / el ayuntamiento es cliente nuestro / hacemos campañas de correo / la secretaria de la
        sección firma / paramos el contrato / me falta convicción / trabajo dentro del equipo
        comercial / pasé dos años haciendo demostraciones / pantallas retina / ya tengo los
        resultados de la campaña / llevo la empresa sola / la sonda de temperatura la fabricamos
        nosotros / tenemos una sonda en cada máquina / soy el viudo de nadie, solo el contable / mi
        primera mujer en el equipo de ventas es Ana / la pareja de comerciales de la zona norte / el
        juicio de valor no me sirve / estamos embarazados de trabajo / caí en la cuenta tarde / el
        alta la dan en el hospital que es cliente / me pincho en la red cada vez que falla la web /
        doy luz verde / tenemos crédito y caja / cargos y abonos los lleva gestión / mi equipo está
        casi todo en Polonia / llevo el mercado polaco / tenemos dos pubs que se llaman Oveja Negra
        / el proveedor italiano tarda / llevo un despacho de extranjería y asilo / el menú del lado
        izquierdo no carga / inyectamos datos al mediodía / distribuimos tensiómetros / la clínica
        de rehabilitación que dirijo tiene 30 camas / se nos cayó la cadena de entrega / mi marido
        hace los repartos / el proyecto es un panel de resultados del hospital / perdimos la voz en
        redes / las llamadas son un horror con el sistema viejo / tengo las manos atadas hasta que
        se reúna el consejo / estamos en conversaciones intensas con dos proveedores / el corazón
        del restaurante es la cocina / tenemos una falta crónica de clientes / trabajo desde la
        habitación / nuestros vigilabebés necesitan soporte / el lanzamiento es en marzo /
        repartimos las facturas por departamentos / mis antiguos compañeros usan su programa / desde
        que se fue mi jefe hago yo las facturas / quiero la ficha única del cliente / nos dejó la
        última agencia / nos separamos de la agencia en otoño / enterré el Excel en abril / ellos y
        yo somos empresas separadas / mi problema son las facturas atrasadas / somos dos hombres y
        una furgoneta / mi pareja es enfermera y ayuda en la clínica / estoy orgullosa de mi
        panadería / el viaje en el transiberiano es lo que más vendemos / vendemos vino para bodas /
        en Navidad no damos abasto / creo en el seguimiento / Cristianos en Red es cliente nuestro /
        hacemos dulces de convento de monjas / siempre hemos votado por el más barato / la parte
        contratante somos nosotros / milito en una asociación de comerciantes / odio el CRM de ahora
        / el plan conservador serían diez usuarios / la oficina de la plaza de la República / firma
        mi delegado en Madrid / la delegada de la zona norte decide / pusimos toda la carne en el
        asador / llevo años con las hojas de horas / la frase del contrato no se entiende / tengo
        dos convicciones: simple y barato / la policía local es cliente / mi hijo estaba cuando
        llamaron / el banco de genes es cliente / el ADN de un buen equipo / el lector de caras nos
        falla / llevo 8 años en esto / mi portátil de 12 años no lo abre / el edificio tiene 100
        años / toda la familia trabaja en la tienda / tenemos 47 restaurantes indios de clientes /
        la matriz coreana decide / el programa de permisos de trabajo tiene que hablar con SAP / la
        letra de la demo es pequeña / nos recuperamos de las copias cada semana / las botas hasta la
        rodilla se venden bien / nacimos en la nube / escribo poco, mejor llame / el equipo está
        nervioso con el cambio / tengo cuatro meses de datos / esperamos nuestra primera factura /
        en mayo tuvimos un bebé de proyecto muy bonito / los psiquiátricos son nuestro mercado /
        cuesta conseguir un presupuesto / llevo dos años de cliente / los equipos se separaron en
        junio / mi excompañero se quedó con los clientes / ese proveedor nos dejó sin soporte / mi
        socio está en Lyon / la sala de la iglesia nos la dejan para la feria / el Viernes Santo es
        fiesta / no vendemos ternera / el ayuntamiento votó por el más barato / retrovisores
        izquierdo y derecho / la comunidad de propietarios lo paga / el centro juvenil apunta la
        asistencia / soy comprador senior / tenemos lista de espera de 200 / estoy en la lista de
        espera de su beta / hacemos análisis de sangre a perros / nuestros veterinarios operan gatos
        / soy nueva aquí y lenta con los ordenadores / nos hablan bien de ustedes / tengo dos hijos
        en el negocio / mi mujer es la contable / mi marido es el chef / la empresa está de
        enhorabuena / llevo dos años aquí / me quitaron el descuento / esperamos el resultado de la
        licitación / somos
        un equipo de dos mujeres y un becario / gestionamos un centro de desintoxicación en Lugo /
        estamos en un programa de rehabilitación de edificios
    """,
}
