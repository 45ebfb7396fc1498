"""How does English tell what is private? Folded words, in the notation of ../rows.py. PURE."""

from collections.abc import Mapping

from qualification.brief.private_words.table import Category, PrivateWords, Ways

_CLASSES = {
    "possessive": "my, his, her, their, your",
    "breaks": """
        my, his, her, their, and, but, so, because, since, or, i, we, he, she, they, is, are, am,
        was, were, do, does, don, which, while, although, then
    """,
    "kin": """
        wife, husband, partner, girlfriend, boyfriend, son, daughter, child, kids, children, mother,
        mum, mom, father, dad, parents, brother, sister, grandmother, grandfather, family
    """,
    "family": """
        wife, husband, partner, girlfriend, boyfriend, son, daughter, child, kid, kids, children,
        baby, mother, mum, mom, father, dad, parents, brother, sister, grandmother, grandfather,
        boss, colleague
    """,
    "self": """
        i am, i m, im, i was, i ve been, i have been, i ve become, i feel, i identify as, as a
    """,
    "be": """
        i am, i m, im, i was, i ve been, i have been, i got, i ve become, he is, he s, she is, she
        s, he was, she was, they are, they re, they were, who is, who s, who was, am, me being,
        prospect is, lead is, client is, customer is, person is, contact is
    """,
    "have": """
        i have, i ve, i ve got, i had, i ve had, i have had, i got, i get, he has, he had, she has,
        she had, he s got, she s got, they have, they ve got, has got, has, have
    """,
    "degree": """
        very, really, quite, so, too, severely, seriously, chronically, badly, still, currently,
        now, also, actually, just, always, openly, both, all, not, no longer, partially, legally,
        proudly, deeply, a, an, a bit, a little, a very, the, half, part, of
    """,
    "some": """
        a, an, the, some, bad, severe, chronic, terrible, early, stage, mild, serious, type, 1, 2
    """,
    "illness": """
        cancer, cancers, leukaemia, leukemia, lymphoma, tumour, tumours, tumor, tumors, diabetes,
        asthma, epilepsy, arthritis, hepatitis, hiv, covid, coronavirus, the flu, pneumonia,
        bronchitis, migraine, migraines, depression, anxiety, insomnia, schizophrenia, ptsd, ocd,
        adhd, autism, dyslexia, dementia, alzheimer, alzheimers, parkinson, parkinsons, multiple
        sclerosis, fibromyalgia, back pain, chronic pain, heart attack, heart condition, heart
        disease, heart problem, heart problems, stroke, disability, disabilities, illness, disease,
        injury, surgery, chemo, chemotherapy, radiotherapy, dialysis, transplant, medication,
        antidepressants, insulin, alcoholism, addiction, drinking problem, drug problem, eating
        disorder, anorexia, bulimia, pregnancy, miscarriage, abortion, ivf, fertility treatment,
        panic attack, panic attacks, nervous breakdown, burnout, wheelchair, hearing aid, hearing
        aids, pacemaker, broken leg, broken arm, broken hip, medical condition, mental illness,
        mental health, hernia, lupus, seizure, seizures, blood pressure, infertility, vertigo,
        tinnitus, celiac disease, coeliac disease, disorder, syndrome, ms, copd, endometriosis,
        sciatica, angina, thyroid problem, ulcer, ulcers, kidney stones, gout, eczema, psoriasis,
        menopause, herpes, fever, infection, appendicitis, heart failure, sepsis, scoliosis,
        osteoporosis, a bad back, down syndrome, concussion
    """,
    "unwell": """
        sick, ill, unwell, depressed, disabled, bipolar, deaf, blind, mute, injured, sober,
        handicapped, obese, overweight, suicidal, mentally ill, hard of hearing, alcoholic, an
        alcoholic, addicted to drugs, in pain, infertile, on medication, on antidepressants, in
        hospital, in the hospital, in a wheelchair, in therapy, in rehab, recovering, in icu, in
        intensive care, on crutches, bedridden, feverish, hungover, on dialysis, in recovery
    """,
    "surely": """
        pregnant, diabetic, diabetics, asthmatic, epileptic, autistic, dyslexic, anorexic, bulimic,
        schizophrenic, hospitalised, hospitalized, hiv positive, terminally ill, in remission,
        coeliac, celiac, lactose intolerant, gluten intolerant, colour blind, color blind,
        wheelchair bound, off sick, on sick leave, sick leave, medical leave, maternity leave, sick
        note, expecting a baby, recovering alcoholic, having chemo, doing chemo, chemotherapy,
        radiotherapy, dialysis, my period, going blind, going deaf, stillborn, bedridden,
        immunocompromised
    """,
    "allergen": """
        nuts, peanuts, pollen, gluten, lactose, milk, eggs, shellfish, seafood, penicillin, cats,
        dogs, dust, latex, wheat, soy, strawberries, bees, aspirin, antibiotics
    """,
    "suffer": """
        suffer from, suffers from, suffered from, suffering from, suffer with, suffering with,
        suffers with, diagnosed with, living with, live with, lives with, struggling with, battling,
        recovering from, recover from, treated for, being treated for, undergoing, underwent,
        operated on, operated for, died of, dying of, survived, on medication for, cured of, coping
        with, under treatment for
    """,
    "trade": """
        patient, patients, client, clients, customer, customers, user, users, people, women, men,
        mothers, children, kids, students, adults, person, persons, clinic, clinics, hospital,
        hospitals, centre, centres, center, centers, practice, company, companies, business,
        businesses, startup, charity, charities, ngo, foundation, association, shop, shops, store,
        stores, product, products, software, app, apps, platform, service, services, programme,
        programmes, program, programs, course, courses, insurance, insurer, research, study, lab,
        labs, market, sector, industry, team, department, project, projects, school, schools,
        university, college, restaurant, restaurants, food, foods, clothes, clothing, wear,
        equipment, device, devices, awareness, event, events, campaign, campaigns, care home, unit,
        ward, sufferers, publisher, magazine, books, website, conference, community, network, bank,
        banks, agency, brand, brands, factory, manufacturer, supplier, wholesaler, distributor,
        retailer, firm, office, offices, sales, season, collection, tourism, travel, hotel, hotels,
        organisation, organization, fund, screening, testing kits, kits, cosmetics, bar, bars, club,
        reader, readers, scanner, scanners, sensor, sensors, lock, locks, access, login, system,
        systems, technology, solution, solutions, tests, analysis, sequencing, parish, diocese,
        lawyer, lawyers, law, defence, defense, justice, cases, team building, speaker, speakers,
        speaking, translation, translations, version, language, subsidiary, branch, division,
        cuisine, wine, customers, supplies, experts, specialists, day, holiday, holidays, couples,
        weddings, travellers
    """,
    "link": "for, with, of, about, against, on, who have, living with, suffering from, serving, to",
    "deal": """
        we treat, we help, we sell, we make, we offer, we support, we cover, we serve, we research,
        we fight, we prevent, we detect, we diagnose, we teach, we assist, we produce, we develop,
        we work with, we work on, we specialise in, we specialize in, i treat, i sell, i research, i
        work with, i work in, i specialise in, company treats, which treats, that treats, sells,
        specialising in, specializing in, software for, dealing in, selling, importing, exporting
    """,
    "faith": """
        catholic, catholics, christian, christians, protestant, evangelical, mormon, muslim,
        muslims, moslem, hindus, buddhists, sikhs, jews, atheists, jewish, jew, hindu, buddhist,
        sikh, atheist, agnostic, baptist, methodist, anglican, quaker, religious, believer, jehovah
        s witness, orthodox jew, scientologist, pagan, born again, greek orthodox, russian orthodox,
        sunni, shia, taoist, rastafarian, adventist, pentecostal, presbyterian, lutheran, evangelist
        christian, zoroastrian, wiccan
    """,
    "worship": """
        church, mosque, synagogue, temple, parish, pastor, priest, imam, rabbi, religion, faith,
        religious beliefs, beliefs, congregation
    """,
    "people": """
        black, white, asian, hispanic, latino, latina, african, arab, gypsy, romani, roma,
        indigenous, mixed race, native american, aboriginal, moroccan, algerian, tunisian, nigerian,
        senegalese, chinese, japanese, korean, indian, pakistani, bangladeshi, romanian, bulgarian,
        polish, ukrainian, russian, mexican, colombian, venezuelan, peruvian, ecuadorian, bolivian,
        argentinian, brazilian, cuban, dominican, spanish, italian, french, german, british,
        american, portuguese, turkish, syrian, iranian, iraqi, israeli, palestinian, filipino,
        vietnamese, caucasian, kurdish, irish, scottish
    """,
    "creed": """
        socialist, communist, marxist, anarchist, republican, democrat, tory, conservative, liberal,
        libertarian, leftist, left wing, right wing, far right, far left, nationalist, separatist,
        feminist, monarchist, brexiteer, remainer, trump supporter, trump voter, labour voter,
        social democrat, fascist, progressive
    """,
    "party": """
        labour, labor, the tories, tory, trump, biden, harris, obama, the republicans, republican,
        the democrats, democrat, the greens, the left, the right, the conservatives, conservative,
        the socialists, brexit, remain, farage, reform, the liberals, the lib dems, ukip, the
        communists, sanders, clinton, le pen, milei
    """,
    "love": """
        gay, lesbian, bisexual, homosexual, heterosexual, transgender, transsexual, transgendered,
        non binary, nonbinary, queer, polyamorous, pansexual, asexual
    """,
    "thing": "crm, system, systems, excel, market, pipeline, funnel, process, software, economy",
    "is": "is, s, was, has been",
    "lost": "lost, losing",
    "our": "our, the, your",
    "human": "man, woman, guy, person",
    "body": """
        fingerprint, fingerprints, dna, iris scan, retina, face scan, blood type, blood group,
        genome, genes, voiceprint, palm print, genetic test, genetic data
    """,
}
_WAYS: Mapping[Category, Ways] = {
    "health": Ways(
        told="""
            {be} {degree}? {degree}? {unwell}|{illness}
            off|leave|absent|away ~1 with|for|due ~1 stress|{illness}
            i|we|she|he lost ~1 baby
            see|seeing|saw|appointment ~3 oncologist|cardiologist|gynaecologist|urologist
            see|seeing|saw|appointment ~3 neurologist|psychiatrist
            {family} {is}? ~2 {unwell}
            {have} {some}? {some}? {some}? {illness}
            {possessive} ~1 {illness}
            {possessive} {family} ~3 {illness}
            {family} has|had|with ~2 {illness}
            {suffer} ~3 {illness}
            {surely}
            {be}|{possessive} ~1 allergic|allergy to {allergen}
            allergic to {allergen}
            my|his|her|their ~1 health
            health reasons|scare|problem|problems|condition|conditions
            medical reasons|appointment|tests|treatment|results
            i have|had|need|am|m ~2 operation|surgery
            having|had|after|for an|my|a ~1 operation|surgery
            see|seeing|saw|my|his|her a|my|his|her? psychiatrist|psychologist|therapist
            my|his|her doctor|oncologist|cardiologist|gynaecologist|pills|meds|symptoms|diagnosis
            diagnosed with
            i take|took|am|m ~2 antidepressants|insulin|medication
            i|he|she ~1 {lost} ~2 baby
            feel|feeling|felt ~1 unwell|sick|ill|depressed|suicidal
        """,
        strict="""
            {illness}|{surely}
            is|seems|looks|sounds|probably|recently|being {degree}? {unwell}
            health issue|issues
        """,
        unless="""
            {surely}|{illness}|{unwell} -2 {trade}
            {trade} ~1 {link} -2 {illness}|{surely}|{unwell}
            {deal} -3 {illness}|{surely}|{unwell}|health
            sick_and_tired|sick_to_death of|that
            {thing} ~1 is|are|was|looks|seems {degree}? {unwell}
            sick of
            deaf ears|to
            blind spot|spots|to|about|test|tests|date|faith
            flying|fly|in blind
            going blind with|on|into|about|here
            turn|turning|turned a blind|deaf eye|ear
            pregnant pause|with
            ill defined|prepared|advised|informed|fitting|equipped|suited|at
            stroke of
            ms office|teams|word|excel|dynamics|project|sql|365|windows|word
            economic|market|great|the depression
            since|after|during|before|post|pre|until|because covid|coronavirus
            covid hit|times|years|era
            healthy
            health check|checks|score|scores|of|and|insurance|care|sector|tech|industry|food
            {our}|{possessive}? financial|pipeline|business|company|data|account|digital health
            autopilot depression
            disabled account|accounts|users|feature|features|button
            account|accounts|feature|features|option|button ~1 is|are|was disabled
            addicted to
            allergic to paperwork|excel|meetings|spreadsheets|change|calls|bureaucracy
            recovering data|leads|customers|carts|costs|invoices|debt|debts|the|our|lost
            health problems of {our}|{trade}
            our|the operation|operations
            surgery of|on the|our process|processes
        """,
    ),
    "religion": Ways(
        told="""
            {be} {degree}? {degree}? practising|practicing|devout? {faith}
            we are|re {degree}? {degree}? practising|practicing|devout? {faith}
            {family} is|are {degree}? {faith}
            as|being a|an practising|practicing|devout? {faith}
            practising|practicing|devout {faith}
            my|his|her|their {faith}? {worship}
            go|going|goes|went|attend|attends|attending to? church|mass|mosque|synagogue|temple
            sunday|friday|evening|daily|morning mass|prayer|prayers
            prayer time|times|meeting|group
            pray|prays|praying ~1 five|every|daily|at|on|times|to_god
            i|we|he|she ~1 fast|fasting|fasts during|for|until|this
            ramadan|shabbat|sabbath|yom_kippur|hajj|umrah|diwali
            believe|believes|believing ~1 in god|allah|jesus
            converted to
            baptised|baptized|bar_mitzvah|bible_study|first_communion
            i|we ~1 eat|eats only|just? halal|kosher
            {be} {degree}? of the {faith} faith
            from|in ~1 {faith} family|home|household|background
            my|his|her|their family|parents is|are|were {degree}? {faith}
            keep|keeps|keeping kosher
        """,
        strict="""
            {faith} believer|faith|background|convictions|family|man|woman
            is|probably|seems|being {degree}? {faith}
            religious|christian|muslim|jewish|islamic
            islam|judaism|christianity|catholicism
        """,
        unless="""
            religiously
            {faith}|halal|kosher|islamic|ramadan|sabbath|bible|diwali -1 {trade}
            {trade} {link} -1 {faith}|ramadan
            {deal} -3 {faith}|halal|kosher|ramadan
            name is|s christian
            leap|act|good|bad|in|lost|blind of? faith
            good|bad faith
            my faith in
            converted to paying|customers|pdf|sales|clients|leads|a|an|euros|excel|csv|clickup
            religious about
            the bible of
            holy grail
        """,
    ),
    "origin": Ways(
        told="""
            {self} {degree}? {degree}? {people} {human}?
            he is|he s|she is|she s {degree}? {degree}? {people}
            {kin} is|are|was|were {degree}? {people}
            {be} {degree}? immigrant|refugee|asylum seeker|undocumented|migrant
            {be} {degree}? an|a? immigrant|refugee|undocumented|migrant
            of {people}|ethnic|foreign|jewish origin|descent|heritage|ancestry|blood|roots
            {people} origin|descent|heritage|ancestry|roots|background|parents
            my|his|her|their {people}? race|ethnicity|skin|ancestry|roots|accent
            my parents are|were|came ~2 {people}|immigrants|refugees
            asylum seeker
            residence permit
        """,
        strict="""
            is|probably|seems|sounds|being {degree}? {people} {human}?
            ethnic|ethnicity|race
            immigrant|refugee
        """,
        unless="""
            {people} -1 {trade}
            {trade}|{thing} is|are|was|were {degree}? {people}
            {trade} {link} {people}
            {people} on|about
            black friday|box|list|label|belt|market
            white label|paper|papers|list|space|board|glove|collar|goods|hat
            in the black
            race to|against|is
            ethnic food|foods|cuisine
            spanish|english fluent
        """,
    ),
    "politics": Ways(
        told="""
            {be} -3 {creed}
            support|supports|back|backs|campaign|canvass|canvassed|campaigned for? {party}
            campaign|canvass|campaigned|work|volunteer for the {party} party
            as|being a|an -1 {creed}
            i|we|he|she|always|will|would|to|and ~1 vote|voted|votes|voting for? {party}
            i|he|she ~1 voted ~1 for|against
            member|supporter|voter|councillor|activist of|for the ~2 party
            my|his|her|their politics|political views|political party|political opinions
            party member|membership
            {be} ~3 the|a ~1 {party} party
            {be} ~2 politically active|left|right
            {be} against|for brexit|abortion|immigration|independence
        """,
        strict="""
            {creed} voter|views|politics|leanings|sympathies|sympathiser|party
            is|probably|seems|being {degree}? {creed}
            votes|voted|voting for
            politically
        """,
        unless="""
            conservative ~1 with|about|estimate|estimates|budget|figure|figures|approach|guess|side
            conservative ~1 on|in|when|by|spender|growth|forecast
            liberal ~1 with|about|use|in|arts
            progressive ~1 about|with|web|discount|rollout|roll|rate
            vote|votes|voted for you|this|the best|your
            republican era
            {creed} -1 {trade}
            {deal} -3 {creed}
            left wing of the
            right wing of the
        """,
    ),
    "union": Ways(
        told="""
            {be} ~3 union member|members|rep|representative|delegate|steward|organiser|organizer
            {be} ~2 shop_steward|trade_unionist|unionist|unionised|unionized
            {be} ~3 member of the|a|my|our? ~1 union
            my|his|her|their ~1 union
            {be}|i|he|she ~1 in|joined|join|with the|a trade|labour|labor? union
            {be} on strike
            belong|belongs|belonged to ~2 union
            i|we ~2 strike|striking ~4 union
            union rep|member|delegate|dues|membership card
        """,
        strict="""
            trade|labour|labor union
            shop steward
            unionist
        """,
        unless="""
            european|credit|customs|student|students|western|soviet|monetary union
            we are|re a|the ~2 union
            trade|labour|labor? union|unions -1 {trade}
            {trade} {link} trade|labour|labor? union|unions
            {deal} -3 union|unions
            my credit union
        """,
    ),
    "sex_life": Ways(
        told="""
            {love}
            {be} {degree}? trans
            trans man|woman|person
            my|his|her|their ~1 sex life|sexuality|sexual
            sexual orientation|preference|identity
            came|coming out as
            in the closet
            erectile|impotence
            same sex partner|marriage|couple
            {be} straight man|woman|guy
            wife|husband|partner and i are|re both? women|men|gay
        """,
        strict="""
            sexual|sexuality
        """,
        unless="""
            {love}|lgbt|lgbtq -1 {trade}
            {trade} {link} -1 {love}
            {deal} -3 {love}
        """,
    ),
    "biometric": Ways(
        told="""
            my|his|her|their|your own? {body}
            my|his|her ~1 genetic|hereditary
            genetic|hereditary condition|disease|disorder|predisposition
            {be}|{have} ~2 blood type|group
            i took|did|had a dna|genetic test
        """,
        strict="""
            {body}
            biometric|biometrics
        """,
        unless="""
            in my|our|its|their|the|your dna
            dna of
            {body}|biometric|genetic -1 {trade}|samples
            {trade} {link} -1 {body}
            {deal}|we -3 {body}
            company|brand|our dna
        """,
    ),
    "criminal": Ways(
        told="""
            criminal record|past|conviction|offence|offense
            {be}|i|he|she|time|years|months|from|of|after|out ~2 in|of|from|left prison|jail
            {family} ~3 in|from prison|jail
            ex con|convict|prisoner|offender
            {be} ~2 on|out|under parole|probation|bail
            {be}|got|been|was ~1 arrested|convicted|sentenced|imprisoned|jailed|incarcerated
            convicted of|for
            convicted|ex felon|offender|criminal
            pleaded|pled guilty
            community|restraining service|order for
            drunk driving
            put|sent|sentenced ~3 prison|jail
            did time
            behind bars
            my|his|her|their ~1 conviction|arrest|sentence|parole|probation officer
            house arrest
        """,
        strict="""
            convicted|imprisoned|convict|prison|jail
        """,
        unless="""
            criminal law|lawyer|lawyers|defence|defense|justice|code|court|courts
            prison|prisons|jail -1 service|services|{trade}
            {trade} {link} prison|prisons|prisoners|jail
            {deal} -3 prison|prisons|prisoners|convicts|criminal
            probation period
            {be} convicted by
            work in prison|prisons
        """,
    ),
}
PRIVATE = PrivateWords(_CLASSES, _WAYS)
