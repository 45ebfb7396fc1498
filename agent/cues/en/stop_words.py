"""Which words stand for each other in the rows that ask to be left alone? English."""

from agent.cues.table import phrases

GROUPS = {
    "stop": phrases(
        """
        stop, quit, cease, stopping, knock off, cut out, stop with, done with, give up, give it a
        rest with
        """
    ),
    "writing": phrases(
        """
        texting, messaging, contacting, writing, emailing, e mailing, mailing, calling, phoning,
        bothering, spamming, harassing, pestering, annoying, bugging, disturbing, hassling, pinging,
        hounding, nagging, ringing, chasing, reaching out to, following up with, contact, talking
        to, sending messages to, sending texts to, sending emails to, sending stuff to, writing to
        """
    ),
    "write": phrases(
        """
        text, message, contact, write, email, e mail, mail, call, phone, ring, bother, spam, harass,
        pester, annoy, bug, disturb, hassle, ping, write to, reach out to, get in touch with, talk
        to, follow up with, send messages to, send texts to, send emails to, send anything to, send
        stuff to, talk with, chase
        """
    ),
    "messages": phrases(
        """
        message, messages, text, texts, text message, text messages, email, emails, e mails, mails,
        mail, sms, whatsapp, whatsapps, call, calls, spam, notification, notifications, newsletter,
        newsletters, marketing, marketing emails, marketing messages, promotions, offers, ads,
        advertising, communications, updates, junk, crap, stuff, rubbish
        """
    ),
    "these": phrases(
        """
        these, those, this, that, your, the, any, any more, any of your, more, all, all these, all
        the
        """
    ),
    "never": phrases(
        """
        don t, do not, never, never ever, won t you not, must not, stop trying to, no longer, please
        not, kindly not, not to, not ever, will you not, rather you didn t, prefer you didn t,
        prefer that you didn t, prefer you not, better not, never again, you can t, you cannot, you
        may not, you must not, you should not, you shouldn t
        """
    ),
    "unwanted": phrases(
        """
        don t want, do not want, don t wanna, don t wish, do not wish, no longer want, no longer
        wish, didn t want, never wanted, don t need, do not need, don t like, not want, no longer
        need, would rather not, prefer not, did not want, didn t wish, never wished, have no wish,
        have no desire, am not willing, refuse, don t care, d rather not, d prefer not, rather not,
        don t need any, am not interested in, m not interested in
        """
    ),
    "list": phrases(
        """
        list, lists, mailing list, mailing lists, database, system, records, distribution, crm,
        books
        """
    ),
    "mine": phrases(
        """
        my, our, my own, all my, all of my, this, my personal
        """
    ),
    "data": phrases(
        """
        number, phone number, cell number, phone, details, contact details, data, info, information,
        contact, contact info, contact information, email, e mail, email address, address, name,
        personal data, personal information, records, record, profile, cell, mobile, mailing
        address, account, details and number
        """
    ),
    "cancel": phrases(
        """
        cancel, cancelling, canceling, cancellation, stop, end, ending, drop, delete, leave, quit,
        opt out, get out, unsubscribe, unsubscribing, sign out, sign off, remove, get rid
        """
    ),
    "they": phrases(
        """
        customer, customers, client, clients, people, users, user, leads, lead, subscribers, they,
        contacts, prospects, patients, guests, employees, members, someone, who, he, she, buyers,
        callers, many
        """
    ),
    "me": phrases(
        """
        me, us, this number, that number, my number, this phone, my phone, my cell, my mobile, my
        wife, my husband, my partner, my mother, my mom, my mum, my dad, my father, my parents, my
        son, my daughter, my kids, my family, my girlfriend, my boyfriend, my office, my work, my
        home, my house, our office, my employees, my staff, my receptionist, my assistant, my
        secretary, my email, this email, this address, this line, anyone here, anybody here, my
        company, our company, here, at this number, my place, my inbox, our number, our phone, our
        inbox, this nr, these numbers, our home, my mother s phone
        """
    ),
    "wished": phrases(
        """
        want, like, love, need, wish, prefer, appreciate it if, grateful if, thank you if, nice if,
        great if, rather, better if
        """
    ),
}
