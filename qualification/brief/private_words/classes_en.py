"""The classes of words of en.py: adding a word to one makes every sentence with it known."""

from collections.abc import Mapping

CLASSES: Mapping[str, str] = {
    "possessive": "my, his, her, their, your",
    "breaks": """
        my, his, her, their, and, but, so, because, since, or, i, we, he, she, they, is, are, am,
        was, were, do, does, don, with, which, while, although, then
    """,
    "kin": """
        grandparents, grandma, grandpa, ancestors, wife, husband, partner, girlfriend, boyfriend,
        son, daughter, child, kids, children, mother, mum, mom, father, dad, parents, brother,
        sister, grandmother, grandfather, family, ex, ex husband, ex wife, cousin, uncle, aunt,
        nephew, niece, in laws
    """,
    "part": """
        back, knee, knees, hip, shoulder, neck, stomach, eyes, eyesight, sight, hearing, memory,
        heart, lungs, kidneys, liver, leg, legs, arm, foot, wrist, spine, blood pressure, vision,
        mobility, speech, balance, voice, thyroid, bladder, bowels, hands, feet, hand, chest, skin
    """,
    "family": """
        wife, husband, partner, girlfriend, boyfriend, son, daughter, child, kid, kids, children,
        baby, mother, mum, mom, father, dad, parents, brother, sister, grandmother, grandfather,
        boss, colleague, ex, cousin, uncle, aunt, nephew, niece
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
        proudly, deeply, a, an, a bit, a little, a very, the, half, part, of, observant, devout,
        orthodox, strict, lapsed, committed, faithful, lifelong, former, registered, card carrying,
        recently, newly, freshly, already, happily, born
    """,
    "some": """
        a, an, the, some, bad, severe, chronic, terrible, early, stage, mild, serious, type, 1, 2,
        two, three, several, many, frequent, regular, occasional, constant, my, another, advanced,
        slight, real, horrible, awful, big, little, small
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
        osteoporosis, a bad back, down syndrome, concussion, long covid, heart attacks, strokes,
        hypertension, anaemia, anemia, glaucoma, cataracts, crohn s, crohns, colitis, ibs, irritable
        bowel syndrome, cystic fibrosis, carpal tunnel, arthrosis, vasculitis, sclerosis, motor
        neurone disease, kidney disease, kidney failure, liver disease, lung disease, cancer scare,
        mental breakdown, brain injury, brain tumour, tonsillitis, shingles, measles, malaria,
        tuberculosis, monkeypox, long term illness, chronic fatigue, tourette s, tourettes,
        narcolepsy, anxiety attacks, hip replacement, knee replacement, bypass, amputation,
        paralysis, blindness, deafness, hearing loss, a stammer, a stutter, speech impediment, poor
        eyesight, poor hearing
    """,
    "unwell": """
        sick, ill, unwell, depressed, disabled, bipolar, deaf, blind, mute, injured, sober,
        handicapped, obese, overweight, suicidal, mentally ill, hard of hearing, alcoholic, an
        alcoholic, addicted to drugs, in pain, infertile, on medication, on antidepressants, in
        hospital, in the hospital, in a wheelchair, in therapy, in rehab, recovering, in icu, in
        intensive care, on crutches, bedridden, feverish, hungover, on dialysis, in recovery, a
        wheelchair user, wheelchair user, a cancer survivor, cancer survivor, in remission, out
        sick, bedbound, visually impaired, hearing impaired, neurodivergent, dying, partially
        sighted, sight impaired, in a coma, in a psychiatric hospital, in a psychiatric ward, on
        oxygen, on insulin, on lithium, on methadone, on steroids, on morphine, on blood thinners,
        short sighted, one legged, one armed, paralysed, paralyzed, paraplegic, quadriplegic,
        tetraplegic, amputee, an amputee, housebound, burnt out, burned out, unable to walk, unable
        to see, unable to hear, a recovering addict, recovering addict, an addict, clean and sober,
        hard of seeing, legally blind, color blind, colour blind, losing my sight, losing my
        hearing, in palliative care, in a hospice, in hospice, in quarantine, contagious,
        infectious, off my meds, off my medication, on my meds, in detox, in a detox program, in a
        detox programme, in a rehab program, in a rehab programme, in a rehab centre, in a rehab
        center
    """,
    "surely": """
        pregnant, diabetic, diabetics, asthmatic, epileptic, autistic, dyslexic, anorexic, bulimic,
        schizophrenic, hospitalised, hospitalized, hiv positive, terminally ill, in remission,
        coeliac, celiac, lactose intolerant, gluten intolerant, colour blind, color blind,
        wheelchair bound, off sick, on sick leave, sick leave, medical leave, maternity leave, sick
        note, expecting a baby, recovering alcoholic, having chemo, doing chemo, chemotherapy,
        radiotherapy, dialysis, my period, going blind, going deaf, stillborn, bedridden,
        immunocompromised, chemo, neurodivergent, paternity leave, parental leave, breastfeeding,
        breast feeding, mastectomy, hysterectomy, vasectomy, menopausal, perimenopausal, antenatal,
        postnatal, bedbound, haemophiliac, paraplegic, quadriplegic, tetraplegic, on disability
        benefits
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
        patients, client, clients, customer, customers, users, people, women, men, mothers,
        children, kids, students, adults, persons, clinic, clinics, hospital, hospitals, centre,
        centres, center, centers, practice, company, companies, business, businesses, startup,
        charity, charities, ngo, foundation, association, shop, shops, store, stores, product,
        products, software, app, apps, platform, service, services, programme, programmes, program,
        programs, course, courses, insurance, insurer, research, study, lab, labs, market, sector,
        industry, team, department, project, projects, school, schools, university, college,
        restaurant, restaurants, food, foods, clothes, clothing, wear, equipment, device, devices,
        awareness, event, events, campaign, campaigns, care home, unit, ward, sufferers, publisher,
        magazine, books, website, conference, community, network, bank, banks, agency, brand,
        brands, factory, manufacturer, supplier, wholesaler, distributor, retailer, firm, office,
        offices, sales, season, collection, tourism, travel, hotel, hotels, organisation,
        organization, fund, screening, testing kits, kits, cosmetics, bar, bars, club, reader,
        readers, scanner, scanners, sensor, sensors, lock, locks, access, login, system, systems,
        technology, solution, solutions, tests, analysis, sequencing, parish, diocese, lawyer,
        lawyers, law, defence, defense, justice, cases, team building, speaker, speakers, speaking,
        translation, translations, version, language, subsidiary, branch, division, cuisine, wine,
        supplies, experts, specialists, day, holiday, holidays, couples, weddings, travellers,
        bookshop, bookshops, publishing, music, art, radio, airways, airlines, account, accounts,
        manager, representative, consulate, embassy, chamber, teams, employees, staff, colleagues,
        tables, furniture, goods, imports, exports, sale, offer, offers, promotion, promotions,
        rush, orders, line, ranges, range, stock, rental, hire, repair, repairs, teacher, teachers,
        tutor, tutors, translator, translators, chef, bakery, baker, importer, importers, exporter,
        dealer, dealers, traders, buyer, buyers, reseller, resellers, agent, agents, care, creams,
        cream, salon, treatment, treatments, mode, wholesale, rentals, planner, planners, advice,
        counselling, counsellor, mediation, mediator, mediators, dress, dresses, cake, cakes, venue,
        venues, photography, photographer, invitations, favours, registry, gifts, statistics, data,
        forms, records, toys, websites, jeans, feed, markets, ceremony
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
        christian, zoroastrian, wiccan, amish, mennonite, calvinist, unitarian, bahai, druze, jain,
        coptic, copt, episcopalian, churchgoer, sufi, salafi, deacon, lay preacher, nun, monk, hare
        krishna, spiritualist, satanist, freemason, seventh day adventist, orthodox
    """,
    "worship": """
        church, mosque, synagogue, temple, parish, pastor, priest, imam, rabbi, religion, faith,
        religious beliefs, beliefs, congregation, minister, vicar, chapel, gurdwara, bishop, church
        group, bible group
    """,
    "people": """
        black, white, asian, hispanic, latino, latina, african, arab, gypsy, romani, roma,
        indigenous, mixed race, native american, aboriginal, moroccan, algerian, tunisian, nigerian,
        senegalese, chinese, japanese, korean, indian, pakistani, bangladeshi, romanian, bulgarian,
        polish, ukrainian, russian, mexican, colombian, venezuelan, peruvian, ecuadorian, bolivian,
        argentinian, brazilian, cuban, dominican, spanish, italian, french, german, british,
        american, portuguese, turkish, syrian, iranian, iraqi, israeli, palestinian, filipino,
        vietnamese, caucasian, kurdish, irish, scottish, basque, catalan, galician, welsh, sikh,
        tamil, berber, saharawi, maori, inuit, cherokee, hungarian, greek, albanian, serbian,
        ghanaian, kenyan, ethiopian, somali, egyptian, lebanese, jordanian, saudi, afghan, nepalese,
        sri lankan, thai, indonesian, malaysian, haitian, jamaican, puerto rican, honduran,
        guatemalan, salvadoran, nicaraguan, chilean, uruguayan, paraguayan, brown, arabs, kurd,
        kurds, turk, armenian, georgian, kazakh, uzbek, chechen, croatian, bosnian, czech, slovak,
        slovenian, lithuanian, latvian, estonian, finnish, swedish, norwegian, danish, dutch,
        belgian, austrian, australian, canadian, swiss, english, african american, black african,
        afro caribbean, caribbean, hawaiian, native hawaiian, samoan, maltese, cypriot, macedonian,
        moldovan, belarusian, tibetan, uyghur, burmese, cambodian, malay, singaporean, taiwanese,
        mongolian, yemeni, emirati, kuwaiti, libyan, sudanese, congolese, cameroonian, angolan,
        malian, gambian, guinean, ivorian, zimbabwean, zambian, ugandan, rwandan, tanzanian, costa
        rican, panamanian, ashkenazi, sephardic, yoruba, igbo, punjabi, bengali, gujarati, mixed
        heritage, biracial, white british, afro latina, afro latino, dual heritage
    """,
    "creed": """
        socialist, communist, marxist, anarchist, republican, democrat, tory, conservative, liberal,
        libertarian, leftist, left wing, right wing, far right, far left, nationalist, separatist,
        feminist, monarchist, brexiteer, remainer, trump supporter, trump voter, labour voter,
        social democrat, fascist, progressive, leftie, lefty, trumpist, anti abortion, pro life, pro
        choice, environmentalist activist, centrist
    """,
    "party": """
        labour, labor, the tories, tory, trump, biden, harris, obama, the republicans, republican,
        the democrats, democrat, the greens, the left, the right, the conservatives, conservative,
        the socialists, brexit, remain, farage, reform, the liberals, the lib dems, ukip, the
        communists, sanders, clinton, le pen, milei, green, greens, the far right, far right, the
        far left, le pen s party, lib dems, plaid, snp, sinn fein, the dup
    """,
    "love": """
        gay, lesbian, bisexual, homosexual, heterosexual, transgender, transsexual, transgendered,
        non binary, nonbinary, queer, polyamorous, pansexual, asexual, lesbians, gays, lgbt, lgbtq,
        pansexuals, transitioning gender
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
    "spouse": """
        wife, husband, spouse, boyfriend, girlfriend, fiance, fiancee, hubby, other half, better
        half
    """,
    "near": """
        wife, husband, spouse, boyfriend, girlfriend, fiance, fiancee, son, daughter, child, baby,
        kid, hubby
    """,
    "unwed": """
        divorced, separated, widowed, unmarried, a widow, a widower, widow, widower, a divorcee,
        divorcee, remarried, newly single, freshly divorced, newly wed, newlywed, newlyweds
    """,
    "parted": """
        going through, go through, gone through, been through, went through, in the middle of, in
        the midst of, amid, since, because of, finalising, finalizing, facing, filing for, filed
        for, wants, want, getting, after
    """,
    "craft": """
        lawyer, lawyers, law, attorney, attorneys, business, planner, planning, counsellor, coach,
        coaching, mediation, papers service, rate, rates, settlement software, party, parties,
        industry
    """,
    "man": "man, guy, bloke, dude, male, boy, gentleman, chap, fella, father, dad",
    "woman": "woman, female, girl, lady, gal, mother, mum, mom",
    "men": """
        men, guys, blokes, dudes, males, boys, dads, fathers, husbands, gents, gentlemen
    """,
    "women": """
        women, females, girls, ladies, gals, mums, moms, mothers, wives, lesbians
    """,
    "husband": "husband, boyfriend, hubby",
    "wife": "wife, girlfriend",
    "carry": """
        i use, i wear, i rely on, i depend on, i have, i ve got, i ve had, i got, i walk with, i get
        around in, i get around with, i get about in, i m wearing, i m using, i am using, i am
        wearing, i live with, i now have, he uses, he wears, he has, he s got, she uses, she wears,
        she has, she s got, they fitted me with, i was fitted with, i ve been fitted with, my, his,
        her, thanks to my, i move around with, i go around in
    """,
    "device": """
        hearing aid, hearing aids, cochlear implant, cochlear implants, pacemaker, defibrillator,
        insulin pump, prosthesis, prosthetic, prosthetic leg, prosthetic arm, prosthetic hand,
        artificial hip, artificial leg, artificial limb, stoma, stoma bag, colostomy bag, colostomy,
        catheter, cane, white cane, walking stick, walking frame, zimmer frame, walker, crutches,
        wheelchair, mobility scooter, screen reader, guide dog, service dog, assistance dog, oxygen
        tank, oxygen bottle, cpap, stent, stents, neck brace, back brace, leg brace, feeding tube,
        inhaler, epipen, glass eye, braille display, sign language, blood sugar monitor, glucose
        monitor, false teeth, dentures, ostomy bag, shunt, implant in my
    """,
    "medicine": """
        lithium, insulin, antidepressants, prozac, xanax, valium, ritalin, adderall, methadone,
        morphine, opioids, statins, beta blockers, blood thinners, warfarin, painkillers, steroids,
        chemo, meds, medication, sleeping pills, sertraline, metformin, antipsychotics,
        tranquillisers, blood pressure pills, heart pills, hormones, anticoagulants
    """,
    "month": """
        january, february, march, april, may, june, july, august, september, october, november,
        december, spring, summer, autumn, the fall, winter
    """,
    "land": """
        africa, algeria, morocco, tunisia, libya, egypt, sudan, nigeria, ghana, senegal, mali,
        gambia, guinea, cameroon, congo, angola, kenya, ethiopia, somalia, eritrea, uganda, rwanda,
        zimbabwe, south africa, syria, lebanon, iraq, iran, afghanistan, pakistan, india,
        bangladesh, sri lanka, nepal, china, vietnam, cambodia, laos, the philippines, philippines,
        indonesia, korea, japan, taiwan, hong kong, turkey, kurdistan, armenia, georgia, russia,
        ukraine, belarus, poland, romania, bulgaria, moldova, albania, kosovo, serbia, bosnia,
        croatia, hungary, greece, mexico, cuba, haiti, jamaica, the dominican republic, dominican
        republic, guatemala, honduras, el salvador, nicaragua, costa rica, panama, colombia,
        venezuela, ecuador, peru, bolivia, brazil, paraguay, uruguay, argentina, chile, palestine,
        israel, jordan, yemen, saudi arabia, spain, italy, portugal, france, germany, ireland,
        england, scotland, wales, britain, the uk, america, the states, the us, usa, australia,
        canada
    """,
    "feast": """
        lent, ramadan, shabbat, the sabbath, sabbath, yom kippur, rosh hashanah, diwali, eid,
        passover, hanukkah, vesak, holi, navratri, purim, vaisakhi, ashura
    """,
    "few": """
        two, three, four, five, six, seven, eight, nine, ten, a few, several, a couple of, some, a,
        many
    """,
    "unionists": """
        unison, teamster, teamsters, gmb, seiu, uaw, usdaw, unite the union, the afl cio, afl cio,
        the rmt, the nut, ver di, the union
    """,
}
