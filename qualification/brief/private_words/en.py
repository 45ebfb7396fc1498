"""How does English tell what is private? Folded words, in the notation of ../rows.py. PURE."""

from collections.abc import Mapping

from qualification.brief.private_words.classes_en import CLASSES
from qualification.brief.private_words.table import Category, PrivateWords, Ways

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
            my|his|her {part} ~2 hurts|hurt|hurting|failing|going|gone|bad|injury
            my|his|her {part} ~2 surgery|problem|problems
            bad|broken|sore {part}
            out|discharged|released|home of|from the? hospital
            left|leaving the? hospital
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
            bad|broken {part} office|support|end|up
            back office|end|up|log|order|orders
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
            came|come|arrived|fled ~2 as ~1 refugee|immigrant|migrant
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
            {be} ~1 with the? {party}
            {be} with the socialists|greens|communists|nationalists
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
            {kin} and i are|re both? two? women|men|gay
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
            i|he|she have|has|had ~1 conviction|convictions|priors
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
            conviction that|about
            {be} convicted by
            work in prison|prisons
        """,
    ),
}
PRIVATE = PrivateWords(CLASSES, _WAYS)
