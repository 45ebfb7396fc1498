"""What stands after "at", "in", "de" or "en" and is no company: places, seasons, tools, peoples.

Lists are separated by commas. No list of places is whole: it has countries, the provinces of Spain,
the towns that most people live in, and the capitals of where Spanish or English is spoken.
"""

COUNTRIES = """
    españa, spain, francia, france, portugal, italia, italy, alemania, germany, inglaterra, england,
    reino unido, uk, the uk, united kingdom, gran bretaña, britain, great britain, escocia, scotland,
    gales, wales, irlanda, ireland, holanda, países bajos, netherlands, the netherlands, holland,
    bélgica, belgium, suiza, switzerland, austria, suecia, sweden, noruega, norway, dinamarca,
    denmark, finlandia, finland, polonia, poland, rumanía, romania, bulgaria, grecia, greece,
    turquía, turkey, rusia, russia, ucrania, ukraine, hungría, hungary, croacia, croatia, serbia,
    chequia, andorra, luxemburgo, luxembourg, malta, chipre, cyprus, islandia, iceland,
    marruecos, morocco, argelia, algeria, túnez, tunisia, egipto, egypt, senegal, nigeria, ghana,
    kenia, kenya, sudáfrica, south africa, israel, líbano, lebanon, dubai, emiratos, arabia saudí,
    saudi arabia, qatar, india, china, japón, japan, corea, korea, tailandia, thailand, vietnam,
    filipinas, philippines, indonesia, singapur, singapore, hong kong, taiwán, taiwan, australia,
    nueva zelanda, new zealand, canadá, canada, estados unidos, eeuu, ee uu, usa, us, the us,
    the states, united states, america, américa, méxico, mexico, guatemala, honduras, el salvador,
    nicaragua, costa rica, panamá, panama, cuba, república dominicana, dominican republic,
    puerto rico, colombia, venezuela, ecuador, perú, peru, bolivia, chile, argentina, uruguay,
    paraguay, brasil, brazil, europa, europe, asia, áfrica, africa, latinoamérica, latin america,
    latam, iberia, oceanía
"""
REGIONS = """
    andalucía, andalusia, aragón, asturias, baleares, islas baleares, canarias, islas canarias,
    canary islands, cantabria, castilla, castilla y león, castilla la mancha, cataluña, catalunya,
    catalonia, extremadura, galicia, la rioja, rioja, navarra, país vasco, euskadi, basque country,
    comunidad valenciana, comunidad de madrid, california, texas, florida, new jersey, illinois,
    ohio, georgia, virginia, massachusetts, colorado, arizona, nevada, oregon, utah, michigan,
    pennsylvania, yorkshire, kent, essex, sussex, cornwall, devon, ulster, ontario, quebec
"""
TOWNS = """
    madrid, barcelona, valencia, sevilla, seville, zaragoza, málaga, malaga, murcia, palma, mallorca,
    palma de mallorca, las palmas, bilbao, alicante, córdoba, cordoba, valladolid, vigo, gijón,
    hospitalet, l'hospitalet, vitoria, la coruña, a coruña, coruña, granada, elche, oviedo, terrassa,
    badalona, cartagena, jerez, sabadell, móstoles, tenerife, santa cruz, santa cruz de tenerife,
    pamplona, almería, alcalá, alcalá de henares, fuenlabrada, leganés, getafe, burgos, albacete,
    castellón, santander, alcorcón, san sebastián, donostia, logroño, badajoz, salamanca, huelva,
    marbella, lleida, lérida, tarragona, girona, gerona, león, torrejón, torrejón de ardoz, parla,
    mataró, cádiz, dos hermanas, santa coloma, jaén, alcobendas, algeciras, orense, ourense, reus,
    torrevieja, telde, barakaldo, lugo, san fernando, roquetas, cáceres, girona, lorca, coslada,
    las rozas, pozuelo, rivas, majadahonda, boadilla, valdemoro, pinto, aranjuez, colmenar,
    san sebastián de los reyes, sanse, tres cantos, collado villalba, toledo, talavera, guadalajara,
    cuenca, segovia, ávila, soria, zamora, palencia, huesca, teruel, ponferrada, avilés, getxo,
    irún, eibar, ceuta, melilla, ibiza, menorca, lanzarote, fuerteventura, la palma, la gomera,
    gandía, benidorm, alcoy, elda, orihuela, sagunto, paterna, torrent, estepona, fuengirola,
    torremolinos, mijas, motril, linares, úbeda, écija, utrera, sanlúcar, el ejido, mérida,
    santiago, santiago de compostela, pontevedra, ferrol, manresa, rubí, sant cugat, cornellà,
    granollers, vic, figueres, igualada, sitges, castelldefels, chamberí, chamartín, tetuán,
    vallecas, carabanchel, hortaleza, usera, malasaña, lavapiés,
    lisboa, lisbon, oporto, porto, parís, paris, lyon, marsella, marseille, toulouse, burdeos, roma,
    rome, milán, milan, nápoles, naples, turín, florencia, florence, venecia, venice, berlín, berlin,
    múnich, munich, hamburgo, hamburg, fráncfort, frankfurt, colonia, cologne, londres, london,
    manchester, birmingham, liverpool, leeds, bristol, sheffield, glasgow, edimburgo, edinburgh,
    cardiff, belfast, dublín, dublin, cork, oxford, cambridge, brighton, nottingham, newcastle,
    leicester, york, bath, ámsterdam, amsterdam, róterdam, rotterdam, bruselas, brussels, amberes,
    antwerp, ginebra, geneva, zúrich, zurich, basilea, viena, vienna, estocolmo, stockholm, oslo,
    copenhague, copenhagen, helsinki, varsovia, warsaw, cracovia, krakow, praga, prague, budapest,
    bucarest, bucharest, sofía, atenas, athens, estambul, istanbul, moscú, moscow, kiev, kyiv,
    casablanca, rabat, tánger, tangier, marrakech, el cairo, cairo, lagos, nairobi, tel aviv,
    jerusalén, jerusalem, mumbai, delhi, bangalore, pekín, beijing, shanghái, shanghai, tokio, tokyo,
    seúl, seoul, bangkok, manila, yakarta, sídney, sydney, melbourne, brisbane, perth, auckland,
    toronto, montreal, vancouver, ottawa, calgary, nueva york, new york, nyc, brooklyn, manhattan,
    los ángeles, los angeles, chicago, houston, phoenix, filadelfia, philadelphia, san antonio,
    san diego, dallas, austin, san francisco, seattle, denver, boston, miami, atlanta, orlando,
    tampa, detroit, portland, las vegas, washington, baltimore, memphis, nashville, cleveland,
    sacramento, san josé, san jose, ciudad de méxico, mexico city, cdmx, monterrey, puebla, tijuana,
    querétaro, mérida, cancún, bogotá, bogota, medellín, medellin, cali, barranquilla, bucaramanga,
    caracas, maracaibo, quito, guayaquil, lima, arequipa, la paz, santa cruz de la sierra, sucre,
    santiago de chile, valparaíso, concepción, buenos aires, rosario, mendoza, montevideo, asunción,
    são paulo, sao paulo, río de janeiro, río, brasilia, la habana, havana, santo domingo, san juan,
    ciudad de guatemala, tegucigalpa, san salvador, managua
"""
OCCASIONS = """
    navidad, navidades, nochebuena, nochevieja, año nuevo, reyes, semana santa, pascua, carnaval,
    feria, la feria, ferias, san juan, san valentín, halloween, black friday, cyber monday, rebajas,
    verano, invierno, otoño, primavera, christmas, xmas, easter, thanksgiving, new year, ramadan,
    hanukkah, summer, winter, autumn, spring, enero, febrero, marzo, abril, mayo, junio, julio,
    agosto, septiembre, octubre, noviembre, diciembre, january, february, march, april, may, june,
    july, august, september, october, november, december, lunes, martes, miércoles, jueves, viernes,
    sábado, domingo, monday, tuesday, wednesday, thursday, friday, saturday, sunday, noon, midnight,
    night, nights, weekend, weekends, lunch, dinner, present, first, last, least, most, once, all,
    fitur, mobile world congress, ifema, web summit, ces
"""
TOOLS = """
    excel, word, access, powerpoint, outlook, gmail, google, google ads, google sheets, google drive,
    google maps, google calendar, google analytics, adwords, facebook, facebook ads, meta, meta ads,
    instagram, whatsapp, telegram, tiktok, youtube, twitter, x, linkedin, pinterest, amazon, ebay,
    etsy, wallapop, milanuncios, idealista, fotocasa, airbnb, booking, booking com, tripadvisor,
    glovo, uber, uber eats, deliveroo, shopify, woocommerce, prestashop, magento, wordpress, wix,
    salesforce, hubspot, zoho, pipedrive, sugarcrm, dynamics, sap, oracle, odoo, holded, sage, a3,
    contaplus, factusol, quickbooks, xero, stripe, paypal, bizum, monday, trello, asana, notion,
    slack, teams, zoom, skype, mailchimp, constant contact, activecampaign, brevo, klaviyo, zapier,
    make, chatgpt, openai, gpt, claude, gemini, python, java, javascript, php, sql, mysql, windows,
    linux, mac, macos, ios, android, apple, microsoft, internet, seo, sem, crm, erp, tpv, pos, tv,
    b2b, b2c, saas, cloud, access, photoshop, canva, autocad, looker, tableau, power bi, jira,
    zendesk, freshdesk, intercom, twilio, csv, pdf, drive, dropbox, onedrive, sharepoint
"""
PEOPLES = """
    español, española, españoles, españolas, spanish, inglés, inglesa, ingleses, english, british,
    francés, francesa, franceses, french, alemán, alemana, alemanes, german, germans, italiano,
    italiana, italianos, italian, italians, portugués, portuguesa, portugueses, portuguese, american,
    americans, americano, americana, americanos, europeo, europea, europeos, european, mexicano,
    mexicana, mexicanos, mexican, argentino, argentina, argentinos, colombiano, colombiana,
    colombianos, catalán, catalana, catalanes, catalan, vasco, vasca, vascos, basque, gallego,
    gallega, gallegos, andaluz, andaluza, andaluces, madrileño, madrileña, madrileños, valenciano,
    valenciana, valencianos, irish, scottish, welsh, dutch, swedish, danish, norwegian, polish,
    russian, chinese, japanese, indian, canadian, australian, christian, christians, muslim, jewish,
    catholic
"""
