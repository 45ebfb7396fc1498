"""How does English tell what is private? Folded words, in the notation of ../rows.py. PURE."""

from collections.abc import Mapping

from qualification.brief.private_words.classes_en import CLASSES
from qualification.brief.private_words.health_en import HEALTH
from qualification.brief.private_words.life_en import LIFE
from qualification.brief.private_words.table import Category, PrivateWords, Ways

_WAYS: Mapping[Category, Ways] = {
    "health": HEALTH,
    "religion": Ways(
        told="""
            {be} {degree}? raised|brought_up|born ~1 {faith}
            go|going|goes to? the|a|my|our church|mosque|synagogue|temple
            went|attend|attends|attending to? the|a|my|our church|mosque|synagogue|temple
            go|going|goes|went to? the|a|my|our? chapel|gurdwara|kingdom_hall|prayers|bible_group
            observe|observes|observing|keep|keeping|celebrate|celebrating|respect {feast}
            i|we|my|our|for|during|in|on|it_s|until|after {feast}
            wear|wears|wearing a|my|the? turban|hijab|headscarf|veil|kippah|burqa|niqab|crucifix
            don_t|not|never|no ~1 eat|eating|drink pork|beef|alcohol_for
            sing|sings|volunteer|serve|play ~3 church|parish|mosque|temple|synagogue|gospel
            church|parish|gospel choir|volunteer
            god|jesus|allah ~1 called|guided|blessed|saved|told me|us
            i|we|it_s ~1 a|my|our fast|fasting|fasting_day
            {be} ~1 fasting
            i|we ~1 tithe
            sharia|halal|usury|riba
            don_t|not|no ~2 interest for|on religious grounds
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
            {worship} -1 {trade}
            sharia|halal|usury|riba -1 {trade}
            {deal} -3 sharia|halal
            our|the|a|for|during|in {feast} ~1 {trade}
            orthodox ~1 methods|approach|way|methodology|view|economics|solution
            minister of
            agnostic ~1 about|to|on|of
            vendor|platform|technology|device|cloud agnostic
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
            we are|re an|a immigrant|refugee|black|roma|gypsy|latino family
            one of the few|only ~1 {people}
            {kin} are|were|came ~2 {people}|immigrants|refugees
            {self} # ~4 {people}
            {self} a|an # ~4 {people}
            i|we|my ~1 am|m|are|re|were {degree}? {people} -1 {human}
            {self}|being|as_a|as_an {degree}? {people} {human}
            being|as_an {degree}? {people}
            we are|re|are_both ~1 black|roma|romani|gypsies
            we are|re|are_both ~1 gypsy|latinos|latinas|immigrants|refugees
            i|he|she was|am|m born|raised|brought_up in|abroad
            grew up in {land}
            i|we|{family}|parents am|m|are|re|is|come|came ~1 originally from
            i|we|{kin}|parents|family ~1 came|come|fled ~2 from? {land}
            i|we|{kin}|parents|family ~1 emigrated|immigrated|arrived|escaped ~2 from? {land}
            moved|came|come|came_over here|over ~1 from {land}
            on a ~1 visa
            work|residence|student|residency|settlement visa|permit|status
            i|he|she|we|they don_t|do_not|haven_t|have_no|without ~1 papers
            got|get|have|my|his|her ~1 citizenship|nationality|asylum|green_card
            first|second|third generation ~1 {people}|immigrant|immigrants|american
            person|people|man|woman|women|men of colour|color
            skin colour|color|tone
            tribal land|lands
            mother tongue|native_language is ~1 {people}
            my|his|her|the accent shows|gives
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
            {people} -1 teacher|lessons|tutor|speaker|speakers
            born|raised in|into #
            born in|into ~1 {trade}|sales|retail|trade|business|family_business
            born out of
            visa|passport card|cards|payment|payments|debit|services|office
            {deal}|we -3 visas|visa|citizenship|citizenships|permits|permit|asylum
            {trade} ~1 {link} -1 visas|visa|citizenship|permits|asylum
            citizenship|visa|permit|permits -1 {trade}
            papers at|ready|signed|with_me|from
            black coffee|tea|sheep|hole|out|and_white
            skin care|cream|creams|product|products|tone_on
            came|come from ~2 {trade}|{thing}
            {people} {trade}
            english|spanish speaking|version|text|texts|please
            {people} -1 {trade}
            {trade}|{thing} is|are|was|were {degree}? {people}
            {trade} {link} {people}
            black|white|brown on|about
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
            i hate|despise|loathe|detest the? tories|socialists|republicans
            i hate|despise|loathe|detest the? democrats|communists|fascists
            i hate|despise|loathe|detest|love ~1 the? lib_dems|conservatives|trump
            i hate|despise|loathe|detest|love ~1 the? biden|obama|farage|milei
            councillor|councilor|mp|mayor for|with ~1 {party}
            candidate|activist|volunteer|campaigner|delegate for|with ~1 {party}
            {party} councillor|councilor|mp|mayor|candidate|activist|voter|supporter|member
            stood|ran|canvass|canvassed ~4 for ~1 {party}
            campaign|campaigned|campaigning|leaflet|knock ~4 for ~1 {party}
            donate|donated|donor|gave ~3 to ~1 {party}
            {be} ~1 pro choice|life|independence|brexit|abortion|palestine|israel|trump|gun|russia
            {be} ~1 anti abortion|vax|immigration|brexit|eu
            i|we ~1 protest|protested|march|marched|demonstrate|demonstrated against|for
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
            labour|labor department|ministry|costs|cost|law|laws|lawyer
            labour|labor intensive|inspector|market|hire|shortage|relations|force|saving
            green|greens|left|right plan|option|company|energy|menu|one
            green|greens|left|right side|button|card|hand|product|light
            liberal user|users|spender
            the right|left plan|menu|side|person|tool|one|time
            the right|left place|way|thing|direction|moment|fit|choice|price
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
            {be} ~1 on strike
            member|rep|representative|steward of|at|with|in|for {unionists}
            official|delegate|organiser|organizer of|at|with|in|for {unionists}
            {be} a|an? {unionists}
            i|we ~1 belong|belonged to|with {unionists}
            picket line|lines
            walked|walk|came out ~1 with|over|for ~1 union
            branch|local|our|works_council union secretary|rep|chair|delegate|treasurer
            pay|paying|paid ~2 union dues|fees|subs
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
            in unison
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
            my {wife} is a woman
            my {husband} is a man
            i|m|am|as a|an? -3 {man} ~8 my|a {husband}
            i|m|am|as a|an? -3 {woman} ~8 my|a {wife}
            {husband} ~4 i|im m|am? a ~1 {man} $|and|too|so|myself|who|run|we|own|as|in
            {wife} ~4 i|im m|am? a ~1 {woman} $|and|too|so|myself|who|run|we|own|as|in
            married|engaged to|with another ~1 man|woman
            {husband} and i|me ~3 two|both ~1 {men}
            {wife} and i|me ~3 two|both ~1 {women}
            we|re|are|i_m|of two|both dads|mums|moms|mothers|husbands|wives
            we|kids|children ~1 have two dads|mums|moms|mothers
            {wife} and i|me ~1 are|re lesbians|gay
            out and proud
            i|he|she ~1 came|come|coming|am_out|m_out out $|to_my|to_everyone|at_work
            i|he|she ~1 came|come|coming|am_out|m_out out as|when|years|last_year|late
            i|he|she ~1 transitioned|transition|transitioning $|last|years|in_my|at|this|two|and
            my|his|her pronouns
            {be} {degree}? bi $|and|so|but|by
            {be} {degree}? out at work|home
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
            transitioned|transitioning|transition from|to|into
            {love}|lgbt|lgbtq -1 {trade}
            {trade} {link} -1 {love}
            {deal} -3 {love}
        """,
    ),
    "biometric": Ways(
        told="""
            i|they|she|he gave|give|scanned|scan|took|take|have ~2 retina|iris_scan
            i|they|she|he gave|give|scanned|took|take|have ~2 fingerprint|fingerprints|voiceprint
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
            i|he|she|have|got|ve|has ~1 a record $|so|but|from_my|since|with_the_police
            been|went|gone|sent|go|going to jail|prison
            ankle|electronic tag|monitor|bracelet $|and|so|but|until|on_my|since|for
            i|he|she ~1 served #|{few} years|months|year|sentence $|inside|in_prison
            i|he|she ~1 served #|{few} years|months|year|sentence and|so|but|behind
            #|{few} years|months|year inside $|so|and|but
            doing|done|does|serving time $|for|in_prison|again|until|inside
            {be}|i_have|ve_got ~2 convicted|conviction $|so|and|but|for|from
            drink|drunk driving
            criminal record|past|conviction|offence|offense
            {be}|i|he|she|time|years|months|from|of|after|out ~2 in|of|from|left prison|jail
            {family} ~3 in|from prison|jail
            ex|former con|convict|prisoner|offender|inmate|felon
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
            {trade} ~1 {link} -1 jail|bail|parole|probation
            bail|parole|conviction -1 {trade}|bonds
            drink|drunk driving -1 {trade}
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
    "private_life": LIFE,
}
PRIVATE = PrivateWords(CLASSES, _WAYS)
