"""Whose addresses are these? Families of e-mail domains that say nothing about a company.

Each family is named by who gives the addresses out. The lists are our own: what these providers and
companies offer, or have offered, to anybody who signs up.
"""

from collections.abc import Mapping

from qualification.normalise.text import word_set

ANYWHERE = word_set("gmail googlemail outlook hotmail live yahoo ymail gmx yandex zohomail")
"""Google, Microsoft, Yahoo, GMX (1&1), Yandex, Zoho: under the endings of many countries."""

FAMILIES: Mapping[str, str] = {
    "Microsoft": "msn.com windowslive.com passport.com",
    "Yahoo and AOL": "rocketmail.com myyahoo.com aol.com aol.co.uk aim.com verizon.net",
    "Apple": "icloud.com me.com mac.com",
    "Proton": "proton.me protonmail.com protonmail.ch pm.me",
    "Tuta": "tutanota.com tutanota.de tutamail.com tuta.com tuta.io keemail.me",
    "1&1": "web.de mail.com email.com usa.com post.com europe.com",
    "Mail.ru, Yandex, Rambler": "mail.ru bk.ru inbox.ru list.ru internet.ru ya.ru rambler.ru",
    "independent": """
        fastmail.com fastmail.fm fastmail.es hey.com hushmail.com zoho.com zoho.eu mailfence.com
        posteo.de posteo.net disroot.org riseup.net runbox.com startmail.com mailbox.org
    """,
    "old portals": "inbox.com lycos.com lycos.es excite.com rediffmail.com latinmail.com",
    "China and Korea": """
        qq.com foxmail.com 163.com 126.com yeah.net sina.com sohu.com naver.com daum.net hanmail.net
    """,
    "access in Spain": """
        telefonica.net movistar.es terra.es terra.com ya.com wanadoo.es orange.es jazztel.es
        vodafone.es ono.com euskaltel.net mundo-r.com telecable.es eresmas.com hispavista.com
        tiscali.es
    """,
    "access in Latin America": """
        prodigy.net.mx terra.com.mx terra.com.ar terra.com.br terra.cl terra.com.co
        fibertel.com.ar arnet.com.ar speedy.com.ar ciudad.com.ar vtr.net une.net.co etb.net.co
        cantv.net uol.com.br bol.com.br ig.com.br globo.com globomail.com
    """,
    "access in the United States": """
        comcast.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com
        netzero.net optonline.net optimum.net frontier.com frontiernet.net windstream.net
        centurylink.net rr.com roadrunner.com mindspring.com
    """,
    "access in Canada": "rogers.com shaw.ca bell.net sympatico.ca telus.net videotron.ca cogeco.ca",
    "access in the United Kingdom and Ireland": """
        btinternet.com btopenworld.com sky.com talktalk.net virginmedia.com virgin.net ntlworld.com
        blueyonder.co.uk tiscali.co.uk plus.net o2.co.uk eircom.net
    """,
    "access in Australia and New Zealand": """
        bigpond.com bigpond.net.au optusnet.com.au iinet.net.au tpg.com.au xtra.co.nz
    """,
    "access in France": """
        orange.fr wanadoo.fr free.fr laposte.net sfr.fr bbox.fr neuf.fr club-internet.fr
        numericable.fr
    """,
    "access in Germany and Switzerland": "freenet.de t-online.de arcor.de bluewin.ch",
    "access in Italy": "libero.it virgilio.it tiscali.it alice.it tim.it tin.it",
    "access in Portugal": "sapo.pt iol.pt clix.pt",
    "access in the Netherlands and Belgium": """
        ziggo.nl kpnmail.nl planet.nl home.nl hetnet.nl xs4all.nl skynet.be telenet.be proximus.be
    """,
}
FREE_MAIL = frozenset(domain for listed in FAMILIES.values() for domain in listed.split())

RELAYS = word_set("""
    privaterelay.appleid.com duck.com mozmail.com users.noreply.github.com simplelogin.com
    simplelogin.co slmail.me aleeas.com anonaddy.com anonaddy.me addy.io passmail.net passinbox.com
    """)
"""Apple, DuckDuckGo, Mozilla, GitHub, SimpleLogin and Proton, addy.io: they pass mail on and hide
whose it is.
"""

DISPOSABLE = word_set("""
    yopmail.com yopmail.fr yopmail.net cool.fr.nf jetable.org mailinator.com mailinator2.com
    guerrillamail.com guerrillamail.net guerrillamail.org guerrillamail.biz guerrillamail.info
    guerrillamailblock.com grr.la sharklasers.com spam4.me pokemail.net 10minutemail.com
    10minutemail.net 20minutemail.com minuteinbox.com temp-mail.org temp-mail.io tempmail.com
    tempmail.net tempmail.dev tempmailo.com tempail.com tempr.email fakemail.net fakeinbox.com
    throwawaymail.com trashmail.com trashmail.net trashmail.de trash-mail.com wegwerfmail.de
    getnada.com nada.email inboxkitten.com maildrop.cc mailnesia.com mailcatch.com mailnull.com
    dispostable.com discard.email discardmail.com emailondeck.com mohmal.com moakt.com moakt.cc
    mintemail.com mytemp.email burnermail.io 33mail.com spamgourmet.com spambox.us spamex.com
    mailexpire.com mailsac.com incognitomail.org anonbox.net tmpmail.org tmpmail.net emailfake.com
    generator.email einrot.com cuvox.de armyspy.com dayrep.com fleckens.hu gustr.com jourrapide.com
    rhyta.com superrito.com teleworm.us correotemporal.org
    """)
"""YOPmail, Mailinator, Guerrilla Mail, 10 Minute Mail, Temp Mail, TrashMail, Nada, Moakt, Fake Mail
Generator and the like: nobody reads these addresses tomorrow.
"""
DISPOSABLE_WORDS = (
    "10minute", "tempmail", "temp-mail", "throwaway", "trashmail", "guerrillamail", "yopmail",
    "mailinator", "fakemail", "spambox", "disposable", "wegwerf", "correotemporal",
)  # fmt: skip
"""In the name of a domain, these say as much."""
