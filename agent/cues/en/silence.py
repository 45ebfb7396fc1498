"""By which shapes of words does somebody ask to be left alone? English."""

from agent.cues.en.silence_words import CLASSES, SOUNDS
from agent.cues.silence import Silence
from agent.cues.table import phrases

SHAPES = phrases(
    """
    (removal|deletion|erasure) (OFF)? (HUSH)? (YOUR)? (MSGS)? (LIST|DATA),
    (like|want|need|request|wish|have) DATA TAKEN, NEVER SEND (ME)? (anything|nothing)
    (else|AGAIN|HUSH|.), UNWANTED (to)? (be)? (AGAIN)? (subscribed|signed up|enrolled) …, STOP
    (HUSH)? (HUSH)? (the|any|all|YOUR)? (YOUR)? (WRITE|MSGS) (.|HUSH|NOW|with ME|to ME|AGAIN|OFF
    you), STOP SENDING (HUSH)? (X|HUSH|YOUR)? (WRITE)? MSGS, STOP (RECEIVE|GET) (HUSH)?
    (YOUR|them|anything) (.|HUSH|MSGS|WRITE|AGAIN), TAKEN OFF (YOUR|here|it) (.|HUSH), (ME|DATA)
    (has|have) been TAKEN, so (HUSH)? STOP (it|YOUR)? ., (m|am|so|HUSH|WE) over YOUR
    (MSGS|WRITE|WRITING), (number|ME|DATA) (and|so)? HUSH (REMOVE|LOSE|TAKE) (it|YOUR),
    (number|ME|DATA) (and|so) (REMOVE|LOSE|TAKE) it, LOSE YOUR number (.|HUSH|AGAIN), WRITING ME …
    STOP (it|YOUR|.), (NEVER|no|lack|without|UNWANTED) …
    (permission|consent|right|authorization|authorisation|business|authority) (for you)? (to|for)?
    (be)? (WRITE|CALL|SEND|CALLED|WRITING|CALLING|RUNG), (no|AGAIN|not any) (HUSH)? (AGAIN)?
    (MSGS|WRITE|CALL) (are|is|be|should be|to be|must be|will be) …
    (sent|made|directed|CALLED|wanted|welcome|necessary|required), (that|ask|request|insist|demand)
    (no) (AGAIN)? (YOUR)? (MSGS|WRITE), STOP (HUSH|NOW)? WRITING, STOP (HUSH|NOW)? CALLING, STOP
    (HUSH|NOW)? SENDING (out)? (HUSH|NOW)? (ME|YOUR|MSGS|AGAIN|it|things|anything|.), STOP
    (HUSH|NOW)? (ME)? (with|of)? (HUSH|NOW)? YOUR (HUSH|NOW)? (WRITE|MSGS|CALLING|WRITING|thing)
    (MSGS)?, STOP (HUSH|NOW)? (with)? MSGS, STOP (WRITE|CALL) ME, STOP (hitting|blowing|ringing) ME,
    STOP them (AGAIN|HUSH|NOW|.), STOP (HUSH|NOW)? (RECEIVE|GET) (HUSH|NOW)? (YOUR)? (WRITE|MSGS),
    (WRITE|CALL|MSGS|WRITING|CALLING|it|them|this|that) (HUSH|NOW)? (to)? STOP (AGAIN|HUSH|NOW|.),
    YOUR … (MSGS|WRITE) (must|need to|have to|should|has to|needs to|better|to|had better|got to)
    (STOP|end), (you|u|they) (need|have|better|got|ought|are|re) (to)? (HUSH|NOW)? STOP
    (AGAIN|HUSH|NOW|.), NEVER (AGAIN)? (HUSH)? (AGAIN)? WRITE (back)? (to)? (HUSH|NOW)? (or
    (CALL|WRITE))? (ME|AGAIN|with me|with us|here|to me|to us|.), NEVER (AGAIN)? (HUSH)? (AGAIN)?
    CALL (HUSH|NOW)? (or (CALL|WRITE|CALLING))? (ME|AGAIN|here), NEVER (AGAIN)? (HUSH)? SEND
    (HUSH|NOW)? (ME)? (AGAIN)? (YOUR)? (WRITE|MSGS|anything|AGAIN|things|this|it|another)
    (AGAIN|here|.|or|and|MSGS|ME|HUSH|to ME), NEVER (HUSH)? SEND … (ME|here) (AGAIN|.), NEVER
    (HUSH)? (AGAIN)? (be)? (CALLED|RUNG) (again|AGAIN|any|by|on|at|HUSH|about|in|here|.), NEVER
    (HUSH)? (be)? (WRITING|CALLING|SENDING) (ME|here), NEVER … (WRITE|CALL) ME … AGAIN, UNWANTED
    (HUSH|NOW)? (to)? (AGAIN)? (be|get|being|getting) (HUSH|NOW)? (AGAIN)? (CALLED|RUNG or
    CALLED|RUNG (AGAIN|by you)), UNWANTED (to)? (HUSH|NOW)? (RECEIVE|GET) (HUSH|NOW)? (AGAIN)?
    (HUSH|NOW)? (YOUR)? (HUSH|NOW)? (WRITE|MSGS|this|these|it|anything|CALL) (AGAIN|MSGS|from
    you|from your|from u|from ya|like this|about|to|by|on|here|via|that
    you|you|HUSH|please|and|so|or|.), UNWANTED (to)? (HUSH|NOW)? (AGAIN)? (RECEIVE|GET) (HUSH|NOW)?
    (anything|a word|a thing|back|AGAIN|more|nothing|YOUR)? (AGAIN)? (HUSH|NOW)? (OFF|about)
    (you|ya|u|your company|your firm|your business|your team|your lot|any of you|your side|your
    people|y all|this company|this business|YOUR)
    (AGAIN|.|guys|people|lot|or|in|via|on|by|please|HUSH|team|company|firm), UNWANTED (HUSH|NOW)?
    (you|u|ya|you people|you guys|anyone|anybody) (HUSH|NOW)? (to)? (be)?
    (WRITE|CALL|WRITING|CALLING|SENDING|SEND|KEEP|have) (ME|AGAIN|DATA|YOUR), UNWANTED (HUSH|NOW)?
    (AGAIN)? YOUR (HUSH|NOW)? (AGAIN)? (MSGS|WRITE|WRITING|CALLING) (AGAIN|on|to|in|at|from
    you|here|HUSH|please|or|and|thanks|.), UNWANTED (to)? (HUSH|NOW)?
    (be|stay|remain|appear|being|continue|keep being|still be) (HUSH|NOW)? (on|in|part of)
    (HUSH|NOW)? YOUR … LIST, UNWANTED (to)? (this|these|being|getting|any of this) …
    (MSGS|WRITING|CALLED|CALLING|WRITE), UNWANTED (to)? (RECEIVE|GET) MSGS (AGAIN|.|from|HUSH),
    UNWANTED (AGAIN)? MSGS (.|HUSH|from you|AGAIN|on my|at this|to this), (no|AGAIN|not any|zero|not
    one|not another|not a single|no such) (HUSH|NOW)? (AGAIN|more|single|additional)? (YOUR)?
    (HUSH|NOW)? (AGAIN)? (MSGS|WRITE|WRITING|CALLING|CALL) (HUSH|NOW)? (AGAIN|.|OFF you|OFF your|OFF
    this|ever|to this|to ME|on this|whatsoever|HUSH .|or MSGS|and no|or WRITE), AGAIN (of)? (YOUR)?
    (HUSH|NOW)? (MSGS|WRITE) (.|HUSH|from you|to), FEDUP (HUSH|NOW)? ((RECEIVE|GET))? (you)?
    (HUSH|NOW)? (YOUR)? (HUSH|NOW)? (MSGS|WRITING|CALLING|WRITE) (ME|.|AGAIN|from
    you|HUSH|all|every|coming|MSGS), FEDUP YOUR (HUSH|NOW)? (MSGS|WRITING|CALLING|WRITE), FEDUP you
    (HUSH|NOW)? (WRITING|CALLING|SENDING), (TAKE|REMOVE|GET) (HUSH|NOW)? (ME|DATA) (HUSH|NOW)?
    (AGAIN)? (the hell|the fuck)? OFF (HUSH|NOW)? (of)? (YOUR)? … (LIST|MSGS), (TAKE|REMOVE|GET)
    (HUSH|NOW)? (ME|DATA) (HUSH|NOW)? (straight)? (off|out|OFF) (HUSH|NOW)?
    (this|here|it|that|there|.) (.|HUSH|AGAIN|and), (TAKE|REMOVE|GET) (ME|DATA) off ., (TAKE|REMOVE)
    (HUSH|NOW)? DATA, LOSE (HUSH|NOW)? (ME|DATA) (HUSH|NOW|.|AGAIN|and|or), LOSE DATA,
    (TAKE|REMOVE|LOSE) (HUSH|NOW)? (my|our|my own|my whole)
    (X|old|private|personal|own|cell|work|home|mobile)? (X|personal|own)?
    (number|DATA|data|details|info|information|records|cell), (TAKE|REMOVE) (my|our|this) … OFF
    (YOUR)? … LIST, (be|get|been|being|is|are|have|has|me|us|ME|DATA|number|name|details)
    (HUSH|NOW)? TAKEN (off|out)? (AGAIN)? OFF (HUSH|NOW)? (YOUR)? … (LIST|MSGS),
    (ME|DATA|me|name|number|details|email) (to be|be|is|are|was|gets|get|to get) (HUSH|NOW)?
    (TAKEN|TAKE) (.|HUSH|OFF|from|off|AGAIN|please),
    (want|need|wish|like|request|ask|asked|asking|requesting|love) (HUSH|NOW)? (for)?
    (me|us|to|DATA|ME)? (to)? (be|get) (HUSH|NOW)? TAKEN (.|HUSH|OFF|from|off),
    (get|want|need|me|let|getting) (HUSH|NOW)? (me|us)? (HUSH|NOW)? (out|off|OFF) (HUSH|NOW)? (of)?
    (HUSH|NOW)? (YOUR) (HUSH|NOW)? … LIST, how (do|can|to|could|would|does one|do you|might|should)
    (i|we|one|you)? (HUSH|NOW)? (get|opt|sign|come|make|stop) (HUSH|NOW)? (ME)? (OFF|out|off)
    (HUSH|NOW)? (of|from)? (YOUR) … (LIST|MSGS|WRITE|thing),
    (way|how|possible|help|want|need|like|trying|try|able|ask|request|steps|button|link|supposed|wish|have)
    (HUSH|NOW)? (for me|me|us|i|we|you)? (do|can|could|would)? (i|we|me|you)? (to|can|do|could)?
    (HUSH|NOW)? (be|get|come|make|opt|STOP|block) (HUSH|NOW)? (me|us|it)? (off|out|OFF|from|TAKEN)?
    (YOUR) (HUSH|NOW)? … (LIST|MSGS|WRITE) (STOP|.|HUSH|from|coming|arriving|LIST), make (HUSH|NOW)?
    (YOUR|it|them|all) … STOP, (want|need|like|wish) (YOUR) … to (STOP|end|cease),
    (stay|keep|get|go) (HUSH|NOW)? (out of|away from|off) (ME|my|our), AWAY
    (.|HUSH|and|you|with|WRITE|WE), leave (HUSH|NOW)? (ME) (HUSH|NOW)? (alone|be|in peace), leave
    (HUSH|NOW)? (me|us|my family|my wife|my mother|this number) … (alone|be|in peace), lose my
    number, (consider|treat) (this|that) … (opt out|unsubscribe|TAKE|REMOVE|stop|removal|cease),
    (this is|consider this|here s|take this as) (my|a|an|our) (HUSH|NOW)?
    (formal|written|official|final)? (notice|request|demand) …
    (STOP|NEVER|TAKE|REMOVE|cease|opt|WRITING), (opt|opting|opted) (me|us|my number|this number)?
    out (.|HUSH|of|from|ME), REMOVE ME (.|HUSH|AGAIN|and|OFF|NEVER),
    (cancel|cancelling|canceling|cancellation|STOP) (HUSH|NOW)? (OFF|for|with)?
    (my|our|a|YOUR|corporate|company)? … NEWS, NEWS
    (cancellation|cancelation|cancelled|canceled|removal|stopped|ended)
    """
)

ALONE = phrases(
    """
    HUSH (HUSH)? STOP (it|YOUR)? (HUSH|NOW|AGAIN)? (HUSH|NOW|AGAIN)?, STOP (it|YOUR)?
    (HUSH|NOW|AGAIN) (HUSH|NOW|AGAIN)?, (YOUR|it) (really)? (needs to|has to|must|got to|better|has
    got to) STOP (HUSH|NOW)?, (HUSH)? enough (HUSH|already)? (YOUR|MSGS|WRITING)? (HUSH|NOW)?
    """
)
"""Shapes that count when they are all of a clause."""
ENDS = frozenset({"STOP", "NEVER", "UNWANTED", "FEDUP", "REMOVE", "TAKEN", "enough", "never"})
REACHES = frozenset(
    {"WRITING", "WRITE", "CALLING", "MSGS", "CALLED", "NEWS", "LIST", "DATA", "SENDING", "SEND"}
)
BESIDE = frozenset(
    phrases(
        """
        HUSH, ME, YOUR, AGAIN, you, u, to, be, been, is, are, was, has, have, had, on, at, in, for,
        with, so, and, or, it, them, here, needs, need, must, has to, that, confirm, make, sure,
        ensure, want, wants, wish, like, would, could, can, will, may, way, ask, asked, asking,
        told, tell, said, say, request, tryna, trying, allowed, authorised, authorized, entitled,
        permitted, permission, use, using, my, telephone, phone, number, WE, do, did, that s, s, m,
        RECEIVE, GET, OFF, by, up, number, about, what, how, why, very, such, dear, sir, hello, hi,
        but, if, you d, d, ve, am, additional, kind, way, from, longer, welcome, appreciated, fine
        """
    )
)
"""Where a sentence holds nothing but these, its ending is the end of our writing."""
UNLESS = phrases(
    """
    UNWANTED to (WRITE|CALL) (you|u|.), WE (am|did|do|have|was|will|m|ve|could|would)? NEVER
    (have|had|RECEIVE|GET|WRITE|WRITING|SEND|SENDING|CALL|CALLING|use) …, (does|do|did|are)
    (you|YOUR) …, (can|could|does|do|will|would) (it|YOUR tool|YOUR system|YOUR app|YOUR software) …
    …, NEVER (WRITE|SEND|CALL) (ME)? (HUSH|YOUR|in|with)? THING, (THEY|BUYERS) (opt|opting|opted) …,
    WE (want|need|try|d like) to STOP (WRITING|CALLING|SENDING|LOSE|MSGS|YOUR|X|using|paying) …,
    HUSH WE STOP …, (no|NEVER) (MSGS|WRITE|CALL) … OFF (ME|(THEY|BUYERS)) …, get lost leads,
    (THEY|BUYERS) … … (STOP|NEVER|UNWANTED|unsubscribe), (THEY|BUYERS) … (TAKE|LOSE|FEDUP|TAKEN|no),
    (if|when|whenever|whether|does|do|did|will|would|can|could|should|once|because|since|that|why|after|before|until)
    (THEY|BUYERS) …, WE
    (can|could|would|will|should|never|often|always|usually|had|ve|must|re|are|just|also|still|may|might|won
    t|cannot|can t|did|didn t|don t|do not|have to)? (HUSH)? (STOP|LOSE) …, WE (NEVER|don t)
    (WRITE|CALL|SEND) …, WE … (STOP|quit) WRITING (MSGS|THEM|(THEY|BUYERS)|by|at|after|in),
    (NEVER|NEVER to|can t|cannot|couldn t|won t|not|without|didn t|never) STOP …, (can
    t|cannot|could not|won t|NEVER) LOSE …,
    (want|like|need|trying|try|plan|hope|have|decided|ready|looking|going|help us|help me|how) to
    STOP (WRITING|CALLING|SENDING|MSGS|YOUR) … ((THEY|BUYERS)|THEM|by hand|at|after), STOP (HUSH)?
    (WRITING|CALLING|SENDING)
    ((THEY|BUYERS)|THEM|our|all|every|each|cold|a|an|the|their|quotes|invoices|proposals|contracts|new|old|at|in|by|too),
    STOP … ((THEY|BUYERS)|THEM|by hand), STOP (MSGS) (going|getting|ending|from our|from going|in
    our|on our), NEVER … (WRITE|CALL|SEND|CALLED) … LATER, NEVER … (WRITE|CALL|SEND|CALLED) … …
    LATER, NEVER (WRITE|CALL|SEND) ME (a|an|about|with|on about|more
    than|prices|links|files|photos|pdfs|attachments|long|audios|audio) …, STOP
    (WRITING|CALLING|SENDING) … (LATER|INSTEAD), STOP (WRITING|CALLING|SENDING) … … INSTEAD,
    UNWANTED … (MSGS|WRITE|CALLED|CALLING|CALL) … (LATER|INSTEAD|just|only), UNWANTED …
    (lost|missed|unanswered|THEM|(THEY|BUYERS)|over|longer|by hand|leads|to be
    lost|module|feature|to go), (no|not) (MSGS|WRITE|CALL) … (INSTEAD|LATER|yet|needed), (no|not)
    (MSGS|WRITE|CALL) (sent|received|history|limit|limits|yet|at|in|about), (no|AGAIN) (MSGS|WRITE)
    … (THEY|BUYERS), (WE|we) (get|have|receive|send) (no|AGAIN) …, there (are|is|were) no …,
    (has|have|had|got|with|receives|sends|send|gets|get) no …, FEDUP … (our|by
    hand|leads|(THEY|BUYERS)|LATER|suppliers|from other|from others|we get|manual), FEDUP YOUR MSGS
    (we|i|from customers|from leads), (TAKE|TAKEN) … ((THEY|BUYERS)|THEM), (TAKE|REMOVE) (me|us)
    (OFF) (X|old|my hands|work), (TAKE|REMOVE) ME (out|off) … (dinner|guard|lunch|hook|ground),
    (can|could|do|does|should|may|might) (WE|you) (HUSH)? (TAKE|REMOVE|LOSE) …,
    (can|could|should|might|may|did|would|will) (WE) (be|get) TAKEN … LATER, (TAKE|REMOVE)
    (my|our|the) … (old|kitchen|roof|leads|(THEY|BUYERS)|hands|mind|time|system|chances),
    (we|i|they|could|might|afraid to|not to|to) LOSE (my|our|DATA) …, (to|WE|we) LOSE …, get MSGS …,
    (help|helps) … STOP …, (does|will|can|would|could|did|should|when|if|do|how does) (it|this|your
    tool|the tool|nexo|your app|the app|your system|the system) … STOP …,
    (it|tool|app|system|software|bot) (does|will|can|would)? STOP, (can|could|may) (WE) STOP …,
    (i|we) asked X …, (make|get|have|tell|told|telling|ask|asked|asking|let|help)
    ((THEY|BUYERS)|X|our) … STOP …, (never|not) … STOP (WRITING|CALLING|SENDING) …, STOP (it|this)
    (is|s) …, (what|happens|if|when|fee|penalty|LATER) … (cancel|STOP) …,
    (non|one|pit|bus|full|short|never) STOP …, (our|own|company s) NEWS, (TAKE|REMOVE) NEWS, STOP by
    …
    """
)

MEANT = phrases(
    """
    let s STOP, (NEWS|MSGS|WRITE) (tool|tools|software|module|platform|feature|app), (WRITE|CALL) ME
    (on|by|via)? (INSTEAD|X|whatsapp) NEVER …, NEVER (WRITE|CALL) (ME)? NOW (.|WE|X|HUSH), NEVER
    (CALL|WRITE) … … (use|try) …, (STOP|NEVER) (HUSH)? (CALLING|CALL) (ME|it|that|him|her)
    (X|names|a|sir|madam|mister|mr|mrs|miss|maam|ma|darling|love|honey|buddy|pal|boss), UNWANTED
    (to)? be (CALLED|RUNG) (X|names|sir|madam), (include|support|offer|handle|have|with|has|add)
    (a|an|YOUR) opt OFF, UNWANTED (MSGS|CALLING) (can|HUSH|could|but|is) (WE|you|it)? …
    (here|WRITE|LIST|INSTEAD), (NEVER|no|STOP) (WRITE|CALL|SEND|CALLED|WRITING|CALLING) … … INSTEAD,
    NEVER (WRITE|CALL) … here … (WRITE|CALL) (ME|at|us), (NEVER|no|STOP)
    (WRITE|CALL|SEND|CALLED|WRITING|CALLING|MSGS) (ME)? (HUSH|but|X|WE|and)? (just)?
    (WRITE|CALL|SEND) (ME|it), WE NEVER (do|make|place|run) (any|AGAIN)? (MSGS|CALL)
    (.|HUSH|here|WE|so|and|but|at), BUYERS UNWANTED (RECEIVE|GET|to be|being)? (AGAIN|YOUR|more)?
    (MSGS|CALLED|RUNG) (.|HUSH|and|but|so|WE), STOP (HUSH|NOW)? SENDING (ME)? (YOUR)? THING
    (HUSH|and|but)? (HUSH)? (tell|give|quote|answer|what|how much|how many|how does|WE
    (want|need|just want)) …
    """
)


def silence(known: frozenset[str]) -> Silence:
    """How it is asked for, given the words that are no slips of others."""
    return Silence(
        classes=CLASSES,
        shapes=SHAPES,
        alone=ALONE,
        unless=UNLESS,
        ends=ENDS,
        reaches=REACHES,
        beside=BESIDE,
        meant=MEANT,
        sounds=SOUNDS,
        known=known,
    )
