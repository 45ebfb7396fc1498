"""How does English tell of somebody's health? Rows in the notation of ../rows.py, with the classes
of classes_en.py. PURE.
"""

from qualification.brief.private_words.table import Ways

HEALTH = Ways(
    told="""
        can|could t|not|hardly|barely hear|see well|properly|much $|on|in|so|and|from|with|out
        i|he|she ~3 inject|injecting|injects ~1 {medicine}
        gallbladder|appendix|tonsils|womb ~1 out|removed|taken
        spleen|prostate|ovary|ovaries|wisdom_teeth ~1 out|removed|taken
        i|he|she ~1 had|have|having a ~1 breakdown $|last|in|after|and|because|years|when|so
        results from the|my|a hospital|doctor|gp|oncologist|clinic
        hospital with|visiting my|our {family}
        having a baby until|by|before
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
        {carry} ~2 {device}
        {family} ~1 uses|wears|has|needs ~2 {device}
        {possessive} {unwell}|{surely} {family}
        {family} {is} ~1 {surely}
        lost|losing my|his|her {part}|sense|use|limb|fingers|finger|eye
        lost a leg|arm|hand|foot|finger|limb|kidney|breast|lung
        {part} replacement|transplant|operation|bypass|donor
        waiting|listed|list for a|an|my? ~1 transplant|donor|operation|surgery
        new kidney|liver|heart|hip|knee
        signed off work|sick
        i|he|she|{family} ~1 take|takes|took|taking|need|needs|on ~2 {medicine}
        can|could not|t have|conceive kids|children|babies|naturally
        doing|having|going_through|tried|trying ~1 {illness}|ivf
        i|he|she ~1 stammer|stammers|stutter|stutters|limp|limps|lip_read|lipread|hallucinate
        i|he|she|{family} ~1 got|been|was|were diagnosed
        i|he|she can|could not|t|hardly|barely walk|stand_up|climb_stairs|breathe|bend|swallow
        i|he|she can barely|hardly walk|see|hear|stand|breathe|read_small
        because|as|since|for i can t|not see|hear|walk|talk
        i ~3 in|had|since|after a|an|my|the ~1 accident
        i|my|his|her ~3 biopsy|mammogram|colonoscopy|mri|ultrasound|smear_test|ct_scan|x_ray
        my|his|her ~1 blood|test|scan results|test $|and|but|so|on|are_back|came_back
        {possessive} {part} ~2 poor|weak|terrible|worse|worsening
        {possessive} {part} ~2 damaged|aches|ache|aching|fails|failed
        {possessive} {part} ~1 is|are shot|dodgy|no_good|hopeless|broken
        bad|weak|dodgy|artificial|new heart|hip|knee|hips|knees|lungs|kidneys|back $|and|but|so
        tested|testing positive $|for|and|again|this
        covid positive
        i|he|she|we ~2 hospitalised|hospitalized|operated_on|sectioned
        in_and_out of hospital
        doctor|doctors|gp|consultant|specialist told|says|said|advised|warned me
        doctor s orders
        {be} ~1 under the doctor|psychiatrist
        i m|am|ve_been ~1 clean $|and|for|since|now
        i|he|she|she_s|we|we_re|{family} ~1 expecting ~2 baby|child|twins|boy|girl|triplets|kid
        i|m|we|re|she|s|wife|partner|girlfriend ~1 expecting $|in|again|soon|and_tired
        having|have|had a|our|my|another ~1 baby|child|kid $|in|and|so|last|this|next|soon|any|on|at
        i|she|{family} ~1 m|am|s|is due in|on|next|this|any|early|late ~1 {month}
        {possessive} due date $|is
        baby is|s|was due|coming|arriving|born
        # weeks|months along|gone|pregnant
        give|giving|gave birth
        c|caesarean|cesarean section
        miscarried|miscarriage|stillbirth|stillborn
        lost|losing the|our|my pregnancy|twins
        get|getting|got|become pregnant
        trying to conceive
        trying for a baby|child
    """,
    strict="""
        {illness}|{surely}
        is|seems|looks|sounds|probably|recently|being {degree}? {unwell}
        health issue|issues
    """,
    unless="""
        {device}|{medicine}|baby|maternity|pregnancy|birth -1 {trade}
        {device} ~1 in_stock|for_sale|for_hire|on_sale|business|distributor|shop|maker|makers
        {trade} ~1 {link} -2 {device}|{medicine}
        {deal}|we -3 {device}|{medicine}
        birth to a|an|the|our|this ~2 product|products|idea|company|brand|project|app|business
        my|our surgery has|is|uses|needs|books|runs|in|on
        doctor|psychologist|therapist -1 {trade}
        labour|labor intensive|law|department|ministry|costs|cost|market|lawyer|hire|pool
        due date for|of
        new heart|hip|knee of
        we|team|customers|app|software|product|users ~3 tested positive
        dying|ill to see|hear|try|know|meet|start
        bad back office|end|up
        clean data|on|slate|break
        {part} surgery|replacement|transplant|operation -1 {trade}
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
        pregnant pause|with_ideas|with_risk|with_possibilities
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
)
