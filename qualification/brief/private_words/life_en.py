"""How does English tell of a marriage, its end, a loss, an age? Rows in the notation of ../rows.py,
with the classes of classes_en.py. PURE.

That a husband keeps the books is how a family firm works: only how the two stand is private.
"""

from qualification.brief.private_words.table import Ways

LIFE = Ways(
    told="""
        left|dumped|abandoned|deserted by my {spouse}
        he|she and i are|were|have ~1 separated|divorced|splitting|split
        {be} {degree}? {degree}? {unwed}
        {be} {degree}? {degree}? single $|and|but|with|so|now|again|since|mum|mom|mother|dad|father
        {be} {degree}? {degree}? single parent|woman|man|guy|girl
        {be} {degree}? {degree}? married $|and|but|with|so|for|since|now|woman|man
        {be} {degree}? {degree}? living together|apart
        single mum|mom|mother|dad|father|parent|motherhood
        {parted} ~2 divorce|separation|breakup|break_up|split|custody|alimony
        get|got|gets|getting|been|were|was ~1 divorced|widowed
        get|got|gets|getting separated $|and|but|so|in|this|last
        {possessive}|our ~1 divorce|marriage|marital|alimony
        {possessive} ~1 separation|breakup|break_up $|and|is|was|has|last|in|i|we|left|took
        {possessive} {spouse} and i|me ~3 separating|separated|divorcing
        {possessive} {spouse} and i|me ~3 divorced|split|splitting|broke
        we|i|i_m|i_am|we_re|we_are|he|she|he_s|she_s ~1 divorcing|remarrying|remarried
        we_are|we_re|i_am|i_m ~1 separating $|and|but|so|he|she|this|now
        i|we ~1 separated|split_up|broke_up|parted $|and|but|so|last|this|from_my|in_the_spring
        {possessive} {spouse} ~2 left|leaving|divorced|divorcing|cheated|abandoned me|us|on_me
        {possessive} {near} ~2 died|dead|passed|passed_away
        late|deceased|dead|ex|former|estranged {spouse}
        my|his|her ex $|and|has|is|took|wants|who|won|gets|got|left|kept
        lost|losing|bury|buried my|his|her|our ~1 {near}
        widow|widower|widowed|widowhood|bereaved|bereavement
        custody battle|of_my|of_our|of_the
        child support|maintenance
        childless|childfree
        i live|m|am|living ~1 alone|by_myself|with_my_ex
    """,
    strict="""
        married|divorced|divorce|separated|wedding|marriage|spouse
        {be} {degree}? single
        newly|just|recently married|wed|weds|engaged
        engaged to be married
        getting married
        i_m|i_am|he_s|she_s|he_is|she_is|aged # $|and|but|so
        # years|year old
        in|into|over my|her|his|their ~1 twenties|thirties|forties
        in|into|over my|her|his|their ~1 fifties|sixties|seventies|eighties
        at my age
        elderly|pensioner|pensioners|retired|retiree|old_age|octogenarian
        is {degree}? young|old|elderly
    """,
    unless="""
        {unwed}|divorce|divorced|marriage|marital|single|widow|widows|wedding -2 {trade}
        divorce|marriage|wedding|widow|widows -1 {craft}
        widow|widows s pension|pensions
        {trade} ~1 {link} -2 divorce|divorced|divorcing|separated
        {trade} ~1 {link} -2 single|widow|widows|widowed|married
        {trade} ~1 {link} -2 bereaved|bereavement|childless|custody
        {deal} -3 divorce|divorces|divorced|separated|single|widow|widows|marriage|wedding|custody
        {deal} -3 bereaved|bereavement
        divorce|divorced|divorcing ~1 from ~2 {thing}|{trade}|vendor|spreadsheets|hubspot|salesforce
        divorced|divorce from our|the|my|reality|it
        marriage of|between|with
        married to ~1 {thing}|{trade}|job|work|idea|it|this|my|the|our
        single handed|handedly|point|source|seat|user|view|sign|biggest|person|page|vendor|language
        separated by|into|from|out
        {thing}|business|company|deal|idea|project|data|is|like|a ~1 marriage
        black widow
        custody of ~1 data|documents|funds|assets|files|keys
        chain of custody
        ex {spouse} s company|business
        # years|year old company|business|software|system|brand|firm|building|machine|crm|house
        {trade}|{thing}|it|building|house|flat|firm|brand|machine|family_business is # years old
        wedding
    """,
)
