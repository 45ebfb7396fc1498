"""By what words does somebody want to be left alone, or to be written to again? English."""

from agent.cues.table import Cues, phrases
from qualification.signals import Signal

WHOLE: Cues = {
    Signal.OPT_OUT: phrases(
        """
        how to stop this, how to stop, how do i stop, how do i stop this, remove us, delete us, no
        solicitation, no soliciting, no spam, (plz|please)? leave me alon, blocked and reported,
        reported and blocked, blocked and reported as spam, (a|my)? removal request, cancel
        subscription, end subscription, stop subscription, delete subscription, cancel my
        subscription please, stopall, stop all, stop everything, cancel, end, quit, revoke, optout,
        opt out, remove me, remove, unsub, unsubscribe, unsubscribe all, unsubscribe me, no more, no
        more (ok|okay), enough, enough already, that s enough, i said stop, i said no, stop means
        stop, i want out, count me out, go away, get lost, buzz off, bugger off, leave me, leave,
        blocked, blocking you, reported, reporting you, dnc, do not contact, do not call, do not
        text, do not disturb, don t bother me, delete me, forget me, erase me, arret, exit, cease
        and desist, stp, take me off, get me off, off
        """
    ),
    Signal.OPT_IN: phrases(
        """
        start, unstop, resume, let s continue, go on, continue, subscribe, i m back, opt in, optin
        """
    ),
}

SENTENCE: Cues = {
    Signal.OPT_OUT: phrases(
        """
        (please|so|and|just|now)? (don t|do not|never) (ever|even)? (bother|bother to|try to)?
        (reply|respond|write back|message back|text back|call back|write again|message again|text
        again|writing again|replying|contacting me again|writing back|email again), (this is|i m
        making)? (a|my|formal|a formal)? (gdpr)? (personal)? (data|information)?
        (deletion|erasure|removal) request, no stop, no no stop, make it stop, make them stop,
        (just|please|now|seriously|again|do|ok so|for god s sake)? stop
        (it|this|now|that|you|all|thanks)?, (just|please|now)? stop it now, stop (just|please) stop,
        stop i said, please stop now, unsubscribe, optout, opt out, leave me alone, go away, enough
        """
    ),
}

ANYWHERE: Cues = {
    Signal.OPT_OUT: phrases(
        """
        <unwanted> (to)? (be|get) (called|phoned|rung) (again|any more|anymore|ever|by you|by
        anyone|by your|at all|on this|at this), <unwanted> (to)? (be|get) (called|phoned|rung)
        (or|and) (texted|emailed|messaged|contacted), (take|get|keep|cross|strike|leave) (me|us|my
        number|this number) (off|out of) (of)? (whatever|whichever|any|every|all) … <list>, <never>
        (ever)? (send|sending) (me|us) (your|such|unsolicited|these|those)? <messages> (.|again|any
        more|ever), my number is private … (delete|remove|erase|forget) it, (sick|tired|fed
        up|annoyed|done) (of|with|by) (getting|receiving|all)? (you|these|your|this|those|ur|all
        these) <messages>, (sick|tired|fed up|annoyed) (of|with|by) (you|your) <writing> (me|us),
        (sick|tired|fed up) of (getting|receiving) (these|your|this), no
        (marketing|spam|solicitation|solicitations|soliciting|ads|advertising|promotions|cold
        calls|junk mail) (please|thanks|here|on this number|to this number), (do not|don t) use
        (this|my) (number|email|phone|address) (for|again|any more|.), exclude (me|us|my number|my
        email|my details) (from|.|please|now), (opt|sign) <mine> <data> out,
        (deactivate|disable|deregister|suppress|unlist|unregister|unsubscribe) <mine> <data>,
        (dad|mom|mum|mother|father|wife|husband|son|daughter|grandmother|grandfather|parents|she|he|boss|partner)
        … (stop|quit|don t|do not|never) (ever)? (<writing>|<write>) (him|her|them)
        (.|again|any|please|ever), (she|he|wife|husband|mother|father|mom|mum|dad|partner) (doesn
        t|does not|didn t|no longer|never) (want|wants|wanted) (to be
        (contacted|called|texted|messaged|bothered|emailed)|your <messages>|you <writing>|you
        to|these <messages>|any more <messages>|to hear from you), (in the|in) future … (don t|do
        not) (contact|write), (don t|do not|never) (contact|call|text|email|write|message) (me|us) …
        (in|in the) future, not interested in (any|further|more|receiving|hearing|getting) …
        (communication|communications|contact|<messages>|from you), (want|need|let me|get me|like)
        (me)? (off|out|out of|off of) (of)? (this|your|the) … <list>, (is there|there) (a|any) way
        (to|i can) (stop|block|end|turn off|unsubscribe|opt out|get off) (from)?
        (these|this|your|it|all|.), (do i|should i|must i|to) (have to)? (do)? (to|so i) (stop|no
        longer) (getting|receiving|get) (these|this|your|any) <messages>, why (do|are) (you|u)
        (still|keep|always)? <writing> (me|us) … (stop|said no|no thanks|not interested|leave), (don
        t|do not|never|not to) (follow up|reach out|get in touch|make contact) (with (me|us))?
        (.|again|any|further|ever), no (follow ups|follow up|followups|followup) (.|please), (i m|i
        am|we are|we re|number is|phone is|line is|put me|add me|me) on (the|your|a)?
        (national|federal)? (do not call|do not contact|dnc|no call|don t call), (take|get) off
        <mine> <data>, (i|we) (already|have|ve|have already|ve already|just|had)?
        (unsubscribed|opted out) (.|already|last|before|twice|why|and|but|yet|weeks|times|from
        (this|your|these|you)|a (week|month|while)|months|* times|yesterday|days|three|two), (did i
        not|didn t i|did i|i did|i have|i ve|i) (just|already|clearly)? (say|said|told you|tell
        you|texted|typed|wrote|sent|replied) (you)? stop
        (.|already|and|yesterday|before|last|why|but|* times|texting|messaging|calling), what part
        of (stop|don t|do not|leave|no|remove|unsubscribe), how many times … (stop|say no|said
        no|leave|remove|unsubscribe|tell you|ask you), no need to <write> (me|us)?
        (again|any|further|ever), (last|final|second|third) (warning|time|chance) … (stop|leave|don
        t|do not|remove), (if|next time) (you|u) (ever)? <write> <me> (again|one more time|once
        more|ever|another time), (report|reporting|reported|mark|marking|flag|flagging) …
        (as|for|to) (spam|junk|harassment|spamming|police|the police|the authorities|my carrier|the
        ftc|the ico), stop (filling|flooding|cluttering|clogging|spamming|hitting|blowing) (up)?
        (my|our), (don t|do not|never) (send|share) (me|us)? (any|any more|more|another) (of)?
        (these|this|those|your|such|<messages>) (.|please|to|again|ever|<messages>), my
        (unsubscribe|opt out|removal|deletion) (request)?, (can|could|will|would) (you|u)
        (please|just|kindly|all|guys)? (just|please)? stop (now|please|it|this|that|.|already),
        (take|remove|delete|get|leave) <mine> <data> (off|out|from|of|please|.), (done with|enough
        with|knock it off with|lay off|lay off with|cut it out with|ease up on|back off with|easy
        with|sick of|tired of|fed up with) (all)? (the|these|your|those|ur) <messages>
        (.|please|already|now|thanks), <stop> <writing> <me>, (please stop|stop please|stop it|stop
        this|stop) (i don t|i do not|i m not|we re not|we are not|i am not|not interested|no longer
        interested|wrong number|wrong person|i never|i already|leave|remove|nobody here|he s
        dead|she s dead), (wrong number|wrong person|not me|not him|not her|not mine) …
        (delete|remove|erase|forget) (it|this|me|my|him|her),
        (want|like|need|have|get|can|could|should|would like) (all)? <mine> <data> (to)? (be)?
        (gone|deleted|removed|erased|wiped|taken off|forgotten|destroyed)
        (.|please|from|now|immediately|today), (i|we) (to)? (be|get|please be) (removed|taken
        off|unsubscribed|deleted|left alone|forgotten) (from|off|please|.), (not|never)
        (giving|given|gave|give) (you|u)? (my|any)? (permission|consent|authorization) (to)? …,
        (i|we) object to (the|any|all|your|you|being|receiving|direct) …, (i|we) (do not|don t) want
        (you|anyone|anybody|your company|your team|any of you) (to)? <write> <me>,
        (deleting|erasing|removing) <mine> <data> (from|please|.), <never> (ever)? <write> <me> .,
        <never> (ever)? <write> <me> (again|any|ever|on this|at this|for|in the future|thanks),
        (refrain from|refrain|avoid|not|without|mind not|abstain from) <writing>
        (<me>|.|again|any|any more), <wished> (you|u|they) (stopped|quit|ceased|stop|quit|cease|no
        longer|didn t|did not|don t|never|would stop|could stop)
        (<writing>|<write>|all|this|these|the|your) (<me>|<messages>|again|.|ever),
        (get|make|want|wish) (these|your|ur|the|this|it|all this|all these) (<messages>)? to? stop
        ., (make|let) (this|it|them) (all)? stop ., (asked|told|begged|ask|tell|telling|asking|beg)
        (you|u|them|y all) … (to|must|have to|should) (stop|quit|leave me|go
        away|remove|unsubscribe|delete), (asked|told|begged|ask|telling|asking) (you|u|them)?
        (already|before|nicely|times|twice|many times)? (not to|never to|to not) (be)?
        (<write>|contacted|called|texted|messaged|emailed) (<me>|.|again|any), (no|not any|zero)
        (further|additional|future|more)
        (<messages>|contact|communication|communications|correspondence|follow ups|follow up)
        (please|from|to|thanks|whatsoever|.), (you|u) (are|re|keep|have been|ve been|guys are|people
        are) (spamming|harassing|pestering|stalking|hounding) (me|us|my),
        (report|block|sue|police|lawyer|attorney|legal action|complaint|ico|ftc|fcc) … (if you|if
        u|next time you|if i|unless you) … (again|any more|ever|one more|another|stop|me|us), (don
        t|do not|did not|didn t|never|no longer|i m not|i am not)
        (consented|consent|consenting|agree|agreed|authorise|authorize|authorised|authorized|give
        you|gave you|given you|have given you|give) (my|any)?
        (to|consent|permission|authorization|authorisation) (to|for|be|being)? …
        (contacted|contact|call|text|message|messages|texts|calls|marketing|me|my), (you|u) (do
        not|don t|never) (have|had) (my|any) (consent|permission), (don t|do not|stop|never)
        (save|keep|store|use|hold|retain|process) my (own|personal|contact)? <data>,
        (exercise|exercising|invoke|invoking|request|requesting|claim|claiming|use|using|under|per|assert)
        … right to (be forgotten|erasure|object|deletion|erase|delete|opt out|have my),
        (gdpr|ccpa|data protection) … (erase|delete|remove) (my|me|all my|any),
        (erase|delete|remove) … (data|information|everything) … (gdpr|ccpa|about me), no
        (texts|messages|emails|calls) please, quit it with (the|these|your) <messages>,
        (want|like|need|wish) to be (removed|taken off|deleted|unsubscribed), <never> (ever)? (call
        or text|text or call|call or message|contact or call) (me|us), (i|we) (did not|didn t|never)
        (opt in|sign up|subscribe) (for|to)? (this|these|your|.), end (texts|messages|messaging) .,
        (discontinue|halt|cease) (all|any|further|this|your)? (further)?
        (communication|communications|contact|correspondence|messages|messaging),
        (discontinue|halt|kill|end|terminate) (these|those|this|all|your|the|any|any further|all
        further) <messages>, (i m|i am|i ll|i will|going to) (blocking|block|reporting|report)
        (you|u|this number), (want|like|need|wish) to be left alone, <stop> (all)? <writing>
        (me|us|my|this number|at me|to me|to us|to my|to this), <stop> <writing> ., <stop> <writing>
        and, stop (sending|mailing|giving|forwarding) (me|us), stop it with <these> <messages>, stop
        (sending|with)? <these> … <messages> ., stop (sending|the|with|with the|all the) <messages>
        ., stop sending (these|this|it|them|stuff), how (do|can|could|would|to) (i|we)? (stop|get
        rid of|turn off|block) … <messages>, how (do|can|could|would|to) (i|we)? (get off|get out
        of|leave|come off) (this|your|the) … <list>, <never> (ever)? <write> (me|us|this number|my
        number|my phone|to me|to us|again), <never> (ever)? (send|sending) (me|us) (any|any
        more|more|anything|another|these|this|those|again), <never> contact ., <never> (send|want)
        (any)? more <messages>, do not reply to me, <unwanted> (to)? (be)?
        (contacted|texted|messaged|emailed|bothered|on your … list|receive|get|getting|hear|hearing)
        ., <unwanted> (to)? (receive|get|getting|receiving|have|see) (any|any more|more)? (of)?
        (these|this|your|ur|the|company)? (company|corporate)? <messages>, <unwanted> (to)?
        (receive|get|getting|receiving) (anything|any of this|this|these|it), <unwanted> (to)? (be)?
        (contacted|texted|messaged|called|emailed|bothered) (again|any|by you|by your|by anyone),
        <unwanted> to (be)? (hear|hearing) (anything)? (from you|from your|from acme|anything|from
        any), <unwanted> you to <write> (me|us), <unwanted> you <writing> (me|us), <unwanted>
        (any|any more|more|your|these|ur) (more|of your|of these)? <messages>, <unwanted>
        (your|ur|the|this|a|any|that) (company|corporate)? newsletter,
        (want|like|need|ask|asked|told|telling|wish) you to (stop|leave me|go away),
        (want|like|need|wish|would love|trying|try) (you)? to stop (receiving|getting|hearing) …
        <messages>, stop (receiving|getting) … <messages>, (no|not any) more <messages> (please|from
        you|from your|thanks|.), no more (of)? (these|those|your|this) <messages>,
        (take|remove|drop|scratch|cross|get|wipe|pull|strike|delete|leave|keep) (me|us|my|our|this
        number|my number|my name|my email|my details|my info) … (off|from|out of|of) (of)?
        (your|the|this|that|ur|any|all|these) … <list>, (take|remove|get|leave|cross) (me|us|my
        number|my name|my email) (off|out) (of)? (this|here|it|that|please|.),
        (remove|delete|erase|wipe|lose|forget|destroy|scrub|purge|trash|block|drop|get rid of|stop
        using|stop storing|stop keeping) <mine> (own|personal|contact)? <data>,
        (remove|delete|erase|wipe|destroy) (all)? (the|any|everything|all)? …
        (data|information|info|details|personal data) (you|about me|on me|of me|that you|u) …,
        (deletion|removal|erasure|erasing|deleting) of my (own|personal|contact)? <data>, delete
        everything about me, (remove|delete|erase) me (please|from|now|.), unsubscribe,
        unsubscribing, unsubscribe me, unsubscription, (be|get|me|getting) unsubscribed, opt (me)?
        out, opting out, opted out, (sign|signing) (me|us)? off (of|from)? (your|the|this) …
        (list|newsletter|messages), <cancel> (of|from|to)? (my|the|our|a|this|your|ur)?
        (company|corporate)? newsletter, <cancel> … subscription … newsletter, newsletter
        (subscription)? (cancellation|cancelling|canceling), <cancel> … (mailing list|email list),
        leave me (the hell|the fuck|the heck)? alone, leave us alone, leave me be, let me be in
        peace, stop (fucking|bloody|damn|freaking) <writing>, stop blowing up my phone, stop
        stalking, (put|add|place) (me|us|my number|this number) (on|to) (your|the) (do not call|do
        not contact|dnc|no call), (withdraw|revoke|withdrawing|revoking) my (consent|permission),
        (you|u) have no (right|permission) to (text|contact|call|message), wrong number stop, who
        gave you my number stop, not interested (please)? (stop|remove), stop this
        (spam|harassment|nonsense)
        """
    ),
    Signal.OPT_IN: phrases(
        """
        changed my mind … (interested|want|need|send|tell), (actually|after all|in the end)
        (yes|yeah) (i|we) (do)? (want|need|would like), (i|we) (do want|want after all|am
        interested|are interested|m interested) … (after all|again), you can write to me again, want
        to talk again, you can text me again, can we talk again, changed my mind … (talk|continue|go
        on), start again please, write to me again
        """
    ),
}

UNLESS: Cues = {
    Signal.OPT_OUT: phrases(
        """
        <unwanted> … <messages> … (just|only) (send|give|tell|the|email|text|call|message) …, (is
        there|have|an|any) (an|any)? opt out (for|in|on|to), <never> send (me|us) … <messages> …
        (email|text|call|whatsapp|just|instead|here|by), (unsubscribing|unsubscribe)
        (customers|clients|people|leads|users|contacts) …, (can|do|could|if|when)
        (leads|customers|clients|people|users|they) …, (customers|clients|people|leads|they) … tired
        of …, (wouldn t|would not|didn t|did not|doesn t|does not|never|nobody|kept|keeps|keep)
        stop, (don t want to|not want to|never|could|might|would|can|without|we|i|they|afraid to|not
        to|won t|will) (lose|losing|forget|wipe|block) (my|our) …, opt out
        (is|was|are|was|must|has|laws|law|rules|handling|works),
        (does|will|can|would|could|did|should|when|if|do) (it|this|that|the tool|nexo|the app|your
        tool|they) … stop, (can|could|may|when) (i|we) stop, stop … (our|at night|automatically|in
        the app|campaigns|the subscription), (don t|do not) call (me|us) … (it s|i m|my name|is
        fine|call me|just call), (want|like|need|have|get|can|could|should|would like) <mine> <data>
        … (in the|into|exported|synced|later|after|when|if), (can|could|when|how) (i|we) (be)?
        (removed|deleted) … (later|users|someone), done with … (our|from customers|from leads|from
        clients), (sick of|tired of|fed up with) (the|these|our|all) … (we get|we receive|from
        customers|from leads|from clients|lost), <never> <write> <me> …
        (until|till|before|after|between|during|today|tonight|tomorrow|now|yet|by phone|over
        the|but|just|rather|instead|better|while|when|if|this week|next|about it|about
        that|because|first|unless|so|this late|this early|on), no <messages> (please)?
        (just|only|email|whatsapp|text|call|write|message|by|use|in|on|before|after|until|instead|mornings|at|yet|needed|today|tomorrow|during|lost),
        (don t|do not|never|please not) send (me|us) (any|any
        more|anything|another|more|these|this|those|that) …
        (over|under|above|below|until|till|with|in|about|before|after|but|by|yet|for|more|less|longer|expensive|too|now|first|we|i),
        stop … (going|getting|ending up|landing|falling|disappearing|bouncing|coming), how
        (do|can|would) you …, (does|do|is|are|can|will|we|our|they|need to|have to) …
        (handle|handling|support|supports|comply|complying|respect|cover|process|manage|requests),
        <never> <write> (me|us|to me|to us) …
        (weekends|weekdays|sundays|saturdays|evenings|mornings|monday|mondays|nights|lunch|work|office
        hours), stop (by|over|off|in|at|using|losing|thinking|wasting|working|the
        bleeding|growing|paying|doing|relying|it from|this from|that from|them from), (can
        t|cannot|could not|couldn t|never|won t|don t|do not|please don t|without|not) stop, (don
        t|do not) stop <writing>, (one|non|full|bus|pit|short) stop, stop
        (sign|loss|gap|motion|watch), (we|i|they) (want|need|have|would like|d like|decided|are
        trying|re trying|plan|hope|wish|like) to (stop|quit) (<writing>|mailing) ., (we|i)
        (want|need|have|d like) to stop sending, (help|helps|helping) (us|me|you|them)? (to)? stop,
        <stop> <writing> (all|every|each|our
        (customers|clients|leads|lead|prospects|people|users|contacts|patients|guests|suppliers|own|old|new|sales|lists|potential|shoppers|members|students|tenants)|their|the|leads|lead|customers|clients|people|prospects|them|cold|everyone|by
        hand|one by one|at|after|before|in the),
        (want|need|ask|asked|asking|make|get|tell|telling|told) (our|the|my|their) … to stop, <they>
        … (stop|quit|unsubscribe|unsubscribing|unsubscribed|opt|opting|opted|asked to|ask to|ask us
        to stop|ask us to), (stop|stopping) … (duplicates|emails to|messages to|leads from|customers
        from|getting lost), how (do|can) (you|we) stop (the|our|leads|customers),
        (do|does|did|if|when|whether|that|because|since|as|why)
        (they|he|she|customers|clients|people|leads|nobody|no one|everybody|everyone) …,
        (they|customers|clients|people|leads|he|she|nobody|we|it|staff|team|reps|salespeople) (don
        t|do not|never|no longer|didn t|doesn t) (ever)? <write> (me|us|to me|to us),
        (unsubscribe|unsubscribes|unsubscribed) (from our|from
        us|a|per|every|rate|rates|link|links|button|list|page|option|feature|form|requests|customers|users|people|contacts|leads|them|him|her|management|handling|automatically|from
        salesforce|from hubspot|from my current|from our current|from another|from a),
        (an|automatic|one click|the|high|low|your) unsubscribe,
        (support|handle|handles|manage|offer|offers|include|track|managing|handling|reduce|fewer|less|do
        you have|does it have) … (unsubscribe|opt out|opt outs|unsubscription), opt out
        (rate|rates|link|links|management|handling|option|options|of the|of our|of
        their|list|lists|form|clause|of a), (don t|do not|never) (call|phone|ring|text|email|e
        mail|write|message|contact) (me|us) … (until|till|before|after|between|during|at|on|in
        the|in|today|tonight|tomorrow|now|yet|by phone|over
        the|but|just|rather|instead|better|whatsapp|sms|while|when|if|this week|next), (don t|do
        not|never) (call|phone|ring) (me|us) … (text|email|e mail|write|message|mail), (don t|do
        not|never) (write|email|e mail|text) (me|us)? … (call|phone|ring|whatsapp), (why|how come)
        (don t|do) you … <write>, (don t|do not) <write> (me|us) (a|an|the|your|any|long|with)?
        (price|quote|brochure|offer|catalogue|catalog|contract|maybe|sir|names|lies), (don t|do
        not|never) <write> (us|me) (on|about|with) (the|a|any|price), (don t|do not|can t|never) bug
        (us|me) …, <unwanted> to (get|receive|have|hear) (any|any more|more)?
        (leads|calls|spam|duplicates|junk) (from|in|with|by|about|that), <unwanted> (to)?
        (get|receive) (spam|calls|emails|messages) (from
        (bots|robots|leads|customers|clients|suppliers|competitors)), <unwanted> (any|any
        more|more|your|these|to get|to receive|to have|to see)?
        (calls|emails|messages|texts|notifications|updates|offers|ads|stuff|crap|marketing|spam)
        (lost|missed|left|unanswered|going|to get|to be|to fall|in our|in the|about
        our|module|features|tools|team|software|automation|from our|from customers|from clients|from
        leads), (remove|delete|drop|pull|get|take|lose) (my|our) …
        (old|customers|clients|leads|duplicates|competitors|sales), (remove|delete|wipe)
        (the|any|all|everything|all the) … (from our|from the
        (old|current|excel)|duplicate|duplicated|old|of our|of my (customers|clients|leads)),
        (name|phone|email|number) (field|column), (can|could|may|do|does|how) (i|we|you|it) …
        (delete|remove|erase) (my|our) … (automatically|in bulk|in the crm|later|from the crm|if i
        leave|when i leave), take (me|us)
        (through|over|to|there|on|as|for|seriously|a|about|some|two|too), get (me|us) … (off the
        ground|out of trouble|out of (this|the) mess|off to), stop (sending|getting|receiving)
        (these|those|this|it|them|stuff|the|all the|your|more)? … (by hand|manually|late|to
        customers|to clients|to leads|to the wrong|one by one|every|with|through|from excel|via),
        stop this … (from|of), <cancel> … (my|our|the) …
        (salesforce|hubspot|zoho|pipedrive|contract|order|lease|crm|provider), our
        (own|customer|company|monthly|weekly)? newsletter, stop (paying|sending) (for)? (our|the)
        newsletter, (end|drop|leave|delete|remove|quit|stop|cancel|opt out) (of)? (our|the company
        s) newsletter, i said no to
        """
    ),
}
