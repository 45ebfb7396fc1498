"""By what words does somebody put it off, or turn out not to be a lead? English."""

from agent.cues.table import Cues, phrases
from qualification.signals import Signal

GROUPS = {
    "span": phrases(
        """
        a, an, the, one, two, three, four, five, six, few, some, couple, about, around, january,
        february, march, april, may, june, july, august, september, october, november, december,
        spring, summer, autumn, fall, winter, q1, q2, q3, q4, 2, 3, 4, 5, 6, 2027, 2028, another,
        early, late, mid, half
        """
    ),
}

WHOLE: Cues = {
    Signal.NOT_INTERESTED: phrases(
        """
        (no longer|not) looking (any more|anymore|thanks)?, we re good, i m good, all set, (i m|we
        re|we are|i am) all set, no thanks (not for me|not for us|we re good|i m good|i m all set|we
        re all set), no need (thanks)?, don t need it, (i|we) don t need (it|this|that|one), already
        have one, (i|we) (already have|ve got|already got) (one|something like that|something
        similar), (no|nope|nah) (thanks|thank you|ty), not interested, nope not interested, not for
        me, not for us, i ll pass, we ll pass, hard pass, not anymore, no longer interested
        """
    ),
    Signal.LATER: phrases(
        """
        talk later, speak later, later, not now, (talk|speak) to you later, ttyl, not now, later,
        maybe later, some other time, another time, not today, not right now, tomorrow maybe, maybe
        tomorrow, i ll think about it, let me think about it, i need to think about it, we ll think
        about it, i ll let you know, we ll let you know
        """
    ),
}

ANYWHERE: Cues = {
    Signal.NOT_INTERESTED: phrases(
        """
        not (really|at all|that)? interested, no interest, don t need anything, don t want anything,
        not looking for anything, don t want to buy, no longer interested, we re good thanks, i m
        good thanks, not for (us|me) thanks, lost interest, i ll pass thanks, no need anymore,
        already (bought|have|got|chose|found) (one|something|another|it elsewhere), went with
        (someone|another) …
        """
    ),
    Signal.LATER: phrases(
        """
        (maybe|perhaps) (next|in a) (week|month|year|quarter|few) … not now, (write|write
        to|contact|text|message|call|ping|try|email) (me|us) (again|back)? (in <span>|next|on
        (monday|tuesday|wednesday|thursday|friday|saturday|sunday)|after|later|tomorrow|another),
        (reach|reach out|get back|come back|check back|follow up|circle back) (to)? (me|us|with
        me|with us)? (again)? (in <span>|next|after|later|tomorrow|on
        (monday|tuesday|wednesday|thursday|friday)), (let s|we can|we could|can we)
        (talk|speak|chat|do this|do it|continue|touch base) (again)? (in <span>|next|on
        (monday|tuesday|wednesday|thursday|friday)|after|later|another|tomorrow), not a good
        (time|moment), bad (time|moment), (i m|i am|we re) (really|very|quite|a bit|too)? busy,
        (in|into) a meeting, another time, some other time, maybe later, not right now, can t talk
        (right)? now, can t (chat|do this|answer) (right)? now, i m driving, i am driving, (i ll|i
        will|we ll|we will) (write|write to|text|call|contact|message|get back to|come back to) you
        …, ask (me|us) again (in <span>|next|after|later)
        """
    ),
    Signal.SUPPORT: phrases(
        """
        report (a|an) (fault|bug|error|outage|breakdown|defect|problem|issue),
        (can t|cannot|can not|unable to|not able to|couldn t) access my, your
        (app|website|platform|tool|software|system) (has|just|keeps|is)?
        (crashed|crashes|crashing|down|froze|frozen|broke|hangs), (i|we) bought (it|this|one) …
        (doesn t|does not|didn t|isn t|stopped|broke), my
        (app|account|login|license|licence|dashboard|tool|subscription) (is|has|has been|got|keeps)
        (broken|down|crashed|crashing|blocked|locked|frozen|suspended|hacked|failing), (you|u)
        (have|ve)? (over|double)? (charged|billed) (me|us|my), (error|mistake|problem|issue)
        (with|on|in) my (last|latest|monthly|first)?
        (invoice|bill|payment|order|account|login|subscription), help (with|on|accessing) my
        (account|login|invoice|order|subscription|license), already (a|your|an existing)?
        (customer|client), existing customer, (i m|i am|we re|we are) (a|an|already a|your|a
        current|a paying|one of your)? (customer|customers|client|clients) (of
        yours|already|and|with|here|but|.), current customer, my account is, (log|logging)
        (in|into|in to) (to)? my, (can t|cannot|can not|unable to|not able to) (log|sign)
        (in|on|into), my invoice, my password, my order, my (monthly)? subscription, (has|have)?
        stopped working, (is|are|isn t|aren t|was|s)? not working, isn t working, (doesn t|does
        not|don t|won t|didn t) work (anymore|any more|properly|since|.), support ticket,
        (technical|tech|customer) support, customer (service|servce|care service),
        (was|been|being|got|were) (over|double|wrongly)? charged (twice|for|too)?, (a|my|get a|want
        a) refund, my (contract|order|purchase|project|bill|payment) (with you|was|is|has|hasn
        t|didn t), (file|make|lodge|submit|raise|open|have|filing|lodging|register) (a|an|my)? …
        (complaint|claim|reclamation|ticket|incident), complain about,
        (close|closing|delete|deleting|deletion|remove|removing|cancel|cancelling|canceling|cancellation|terminate|deactivate|erase|deletions|removal|closure)
        (of)? (my|the|a|an|this|our)? (fucking|goddamn|damn|ur|your)?
        (premium|freemium|free|standard|pro|gold|platinum|basic|user|customer|online)? account,
        (my|the|a|premium|freemium|free|standard|pro|gold|platinum|basic|user) account
        (deletion|deletions|closure|closing|removal|cancellation|cancelation),
        (close|remove|delete|cancel) it … account, account … (close|remove|delete|cancel|clos) it,
        lost my (login|password|access), reset my password, my (device|unit|software|app|system)
        (you|that you|from you|broke|crashed|keeps)
        """
    ),
    Signal.WRONG_PERSON: phrases(
        """
        (this|that) (is not|isn t) * (s)? (phone|number|cell|mobile) (any more|anymore|.),
        (confusing|mistaking|confused|mistaken) me (with|for) …, (i|we) (don t|do not|no longer|didn
        t) (work|live) (there|here|for them|for that company|at that company) (any more|anymore|.),
        (i)? (no longer|left) (work there|work here|work for them|that company), no (one|body)
        (called|named|by) … here, (there s|there is) no (one|body)? … (here|at this number), wrong
        (number|person|guy|man|woman|lady|company), have the wrong, got the wrong, (i|we) (didn
        t|did not) ask for (this|any|anything|information|info), never asked for
        (this|any|anything|info|information), that s not me, not the (right)? person (to
        contact|you|who), i m not (the person|who you), don t know what (this|you) (is about|are
        talking about|re talking about), (i m|i am|we re|am|m) (only|just)? (a|an)? (phd|master
        s|university|college|high school|marketing|business)? (student|students), school project,
        homework, (for|on|writing) my (thesis|dissertation), for (my|a|our)
        (class|course|assignment|master|degree), university (project|assignment|research),
        (offer|sell|pitch|introduce|present|propose) (you|your company)
        (our|my|some|a|the|seo|web|high), (offer|pitch|introduce|present) (our|my) …
        (services|service|solutions|agency|company|portfolio), (we|i) (offer|provide|do|sell)
        (seo|web|website|digital|marketing|lead generation|outsourcing|backlinks|link
        building|app|software development|affordable) …, (we|i) (help|work with)
        (companies|businesses) like yours, grow your (business|traffic|sales), rank (your|you) …
        google, guest post, (interested in|open to) (a)? (partnership|collaboration|guest), we sell
        to, we are a (marketing|seo|digital|software|web|lead) … (agency|company|firm|provider),
        (i|we) sell (seo|insurance|leads|software|ads|advertising|solar|websites|services|data),
        looking for (a)? (job|work|position|internship), job
        (application|opening|openings|vacancy|vacancies), my (resume|cv), are you hiring, any
        vacancies
        """
    ),
}

UNLESS: Cues = {
    Signal.SUPPORT: phrases(
        """
        (technical support|tech support|customer support|customer service)
        (included|free|available|hours|extra|in spanish),
        (current|old|existing|other|our|their|my|his|excel|spreadsheet|spreadsheets|crm|system|process|software|team|provider|agency|it|that|what
        we have|salespeople|follow up|marketing|method|way) … (is not|isn t|are not|aren t|doesn
        t|don t|stopped|not|s not) work*,
        (improve|better|for|our|with|handle|automate|manage|about|need|want|provide|do
        you|offer|have|include|includes|a|your|good|great|bad|of|our
        own|organize|organise|solve|and|or|in) (customer support|technical support|tech
        support|customer service), (our|the|their|these) (customers|clients) …, (we re|we are|i m|i
        am) (not|not yet) (a|your)? (customer|customers|client|clients), (when|if|once) (i m|we re|i
        am|we are) (a)? (customer|customers), (from|by|through|via|with) (customer support|technical
        support), (delete|remove|close|cancel) … (salesforce|hubspot|zoho|duplicate) account
        """
    ),
    Signal.WRONG_PERSON: phrases(
        """
        have the wrong
        (tool|tools|software|crm|system|plan|product|process|approach|data|price|setup), (we|i)
        (sell|offer|provide|do)
        (to|more|less|cars|houses|homes|food|our|shoes|clothes|online|b2b|training|consulting) …,
        (students|student) (discount|price|academy|residence|management), (our|the|for) students,
        wrong (price|data|person s), (the)? wrong (people|leads|price), contact the wrong, call the
        wrong, (reach|reaches|calls|calling|write to|goes to|go to|get to|talk to) the wrong
        (person|number)
        """
    ),
    Signal.NOT_INTERESTED: phrases(
        """
        not interested in the (premium|pro|basic|enterprise|big|full|expensive|cheapest|cheap) …
        (only|just|but|plan),
        (leads|customers|clients|people|they|who|prospects|many|some|most|if|he|she)
        (are|were|is|who are|who re|that are|say they re)? … not (really|at all|that)? interested,
        no interest rate, (they|leads|customers|people) (have|show|showed|lose|lost) (no)? interest,
        interest free
        """
    ),
    Signal.LATER: phrases(
        """
        later (this|in the|next) (year|month|week|quarter|spring|summer|autumn|fall|winter)
        """
    ),
}
