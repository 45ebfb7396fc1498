"""Which currencies are there, and what are they called? To add one, add one line here."""

from typing import NamedTuple


class Currency(NamedTuple):
    """A currency: ISO 4217 code, how it is written, how it is said in either language."""

    code: str
    signs: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    cents: tuple[str, ...] = ()


CURRENCIES = (
    Currency(
        "EUR",
        ("€", "€uros"),
        ("euro", "euros", "eurillos", "eurazos", "eurito", "euritos", "leuros", "pavo", "pavos", "pavetes"),
        ("céntimo", "céntimos", "eurocent", "eurocents"),
    ),
    Currency(
        "USD",
        ("us$", "us $", "usd$", "usd $", "u$s", "u$d", "$us"),
        ("us dollar", "us dollars", "american dollars", "dólares americanos", "dólares estadounidenses",
         "dólar estadounidense", "dólares usa", "verdes", "u.s. dollars", "u.s. dollar"),
        ("cent", "cents", "centavo", "centavos", "c", "¢", "pennies"),
    ),
    Currency(
        "GBP",
        ("£", "gbp£", "£gbp"),
        ("pound", "pounds", "quid", "libra", "libras", "pound sterling", "pounds sterling",
         "sterling", "libras esterlinas", "libra esterlina", "british pounds"),
        ("penny", "pence", "p", "peniques", "penique"),
    ),
    Currency(
        "MXN",
        ("mex$", "mx$", "mxn$", "mxn $"),
        ("peso mexicano", "pesos mexicanos", "mexican pesos", "mexican peso", "varos"),
    ),
    Currency("COP", ("col$", "cop$"), ("peso colombiano", "pesos colombianos", "colombian pesos")),
    Currency("ARS", ("ar$", "ars$"), ("peso argentino", "pesos argentinos", "argentine pesos")),
    Currency("CLP", ("clp$",), ("peso chileno", "pesos chilenos", "chilean pesos")),
    Currency("UYU", ("$u", "uyu$"), ("pesos uruguayos", "uruguayan pesos")),
    Currency("DOP", ("rd$",), ("pesos dominicanos", "dominican pesos")),
    Currency("PEN", ("s/", "s/."), ("sol", "soles", "nuevos soles")),
    Currency("BRL", ("r$", "r $"), ("real brasileño", "reales", "reais", "brazilian reais")),
    Currency("BOB", (), ("bolivianos",)),
    Currency("PYG", ("₲", "gs", "gs."), ("guaraníes", "guaraní")),
    Currency("VES", (), ("bolívares", "bolívar")),
    Currency("CRC", ("₡",), ("colones", "colón")),
    Currency("GTQ", ("q", "q."), ("quetzales", "quetzal")),
    Currency("HNL", (), ("lempira", "lempiras")),
    Currency("NIO", (), ("córdobas", "nicaraguan córdobas")),
    Currency("PAB", ("b/.",), ("balboa", "balboas")),
    Currency("CLF", ("UF",), ("unidades de fomento",)),
    Currency("CAD", ("c$", "c $", "ca$", "cad$", "cad $", "can$"),
             ("canadian dollar", "canadian dollars", "dólares canadienses", "dólar canadiense")),
    Currency("AUD", ("a$", "au$", "aud$", "aud $"),
             ("australian dollar", "australian dollars", "dólares australianos")),
    Currency("NZD", ("nz$", "nz $", "nzd$", "nzd $"), ("new zealand dollars", "dólares neozelandeses")),
    Currency("HKD", ("hk$", "hk $", "hkd$"), ("hong kong dollars", "dólares de hong kong")),
    Currency("SGD", ("s$", "sg$", "sgd$"), ("singapore dollars", "dólares de singapur")),
    Currency("TWD", ("nt$", "nt $"), ("taiwan dollars", "dólares taiwaneses")),
    Currency("JMD", ("j$",), ("jamaican dollars", "dólares jamaicanos")),
    Currency("CHF", ("fr.", "sfr"),
             ("swiss franc", "swiss francs", "franco suizo", "francos suizos", "francos", "francs")),
    Currency("JPY", ("¥", "jp¥"), ("yen", "yens", "yenes", "japanese yen")),
    Currency("CNY", ("cn¥", "rmb"), ("yuan", "yuans", "yuanes", "renminbi", "chinese yuan")),
    Currency("INR", ("₹", "rs", "rs."), ("rupee", "rupees", "rupia", "rupias", "indian rupees")),
    Currency("KRW", ("₩",), ("won",)),
    Currency("RUB", ("₽",), ("ruble", "rubles", "rublos", "rouble", "roubles")),
    Currency("TRY", ("₺",), ("lira", "liras", "turkish lira", "liras turcas")),
    Currency("ILS", ("₪",), ("shekel", "shekels", "séqueles")),
    Currency("PLN", ("zł",), ("zloty", "zlotys", "zloties")),
    Currency("SEK", (), ("swedish krona", "swedish kronor", "coronas suecas")),
    Currency("NOK", (), ("norwegian krone", "norwegian kroner", "coronas noruegas")),
    Currency("DKK", (), ("danish krone", "danish kroner", "coronas danesas")),
    Currency("CZK", ("kč",), ("czech crowns", "coronas checas", "koruna")),
    Currency("HUF", (), ("forint", "forints")),
    Currency("RON", (), ("romanian leu", "lei")),
    Currency("ZAR", (), ("rand", "rands", "south african rand")),
    Currency("AED", (), ("dirham", "dirhams", "uae dirhams")),
    Currency("MAD", (), ("moroccan dirhams", "dirhams marroquíes")),
    Currency("SAR", (), ("riyal", "riyals", "saudi riyals")),
    Currency("KWD", (), ("dinar kuwaití", "kuwaiti dinar", "kuwaiti dinars")),
    Currency("EGP", (), ("egyptian pounds", "libras egipcias")),
    Currency("THB", ("฿",), ("baht", "bahts")),
    Currency("VND", ("₫",), ("dong",)),
    Currency("PHP", ("₱",), ("philippine pesos", "pesos filipinos")),
    Currency("IDR", ("rp",), ("rupiah",)),
    Currency("MYR", ("rm",), ("ringgit", "ringgits")),
    Currency("NGN", ("₦",), ("naira", "nairas")),
    Currency("UAH", ("₴",), ("hryvnia", "hryvnias")),
    Currency("BTC", ("₿",), ("bitcoin", "bitcoins")),
)  # fmt: skip


class SharedName(NamedTuple):
    """A name that several currencies answer to: the script's own is meant if it is among them."""

    codes: tuple[str, ...]
    """The first is meant when nothing else is known."""
    names: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


SHARED_NAMES = (
    SharedName(
        ("USD", "CAD", "AUD", "NZD", "MXN", "COP", "ARS", "CLP", "UYU", "DOP", "HKD", "SGD"),
        signs=("$",),
    ),
    SharedName(("BOB", "VES"), signs=("bs", "bs.")),
    SharedName(
        ("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "JMD"),
        ("dollar", "dollars", "bucks", "buck", "dólar", "dólares", "dolarucos"),
    ),
    SharedName(("MXN", "COP", "ARS", "CLP", "UYU", "DOP", "PHP"), ("peso", "pesos")),
)

NOT_CODES = frozenset({"try", "mad", "php", "ron", "uf"})
"""Codes and signs that are words in either language: they count only in capitals."""

NAMED_BEFORE = frozenset({"EUR"})
"""Currencies whose names stand before figures too, beside those that share a name: "euros 700"."""
