"""Invented people's names, and how to reach them."""

from dataclasses import dataclass
from random import Random

from infra.resume_samples.varied.vocabulary import Words

_WESTERN_FORMS = ("{g} {s}",) * 9 + ("{G} {S}", "{g} {i}. {s}", "{g} {S}", "{s}, {g}")
_PINYIN_FORMS = (
    *("{g} {s}",) * 5,
    *("{s} {g}", "{S} {G}", "{s}, {g}", "{g} {S}", "{S} {g}", "{nick} {s}", "{g} ({nick}) {s}"),
)
_MIXED_FORMS = (
    *("{zh} ({nick} {s})", "{s} {g} {zh}", "{zh} {nick}", "{zh} {g} {s}", "{nick} {s} {zh}"),
    *("{zh}（{nick}）", "{zh}"),
)
_LETTERS_AFTER = (", CPA", ", PMP", ", MBA", ", Ph.D.", ", RN", ", MSc")
_MAIL_HOSTS = (
    *("163.com", "qq.com", "126.com", "gmail.com", "outlook.com", "foxmail.com", "sina.com"),
    *("hotmail.com", "icloud.com", "yahoo.com", "proton.me", "mail.example.org", "sina.cn"),
    *("stu.example.edu.cn", "139.com", "yeah.net", "aliyun.com", "live.cn"),
)
_FOREIGN = (
    *("+1 (###) ###-####", "(###) ###-####", "###-###-####", "+44 7### ######", "+44 20 #### ####"),
    *(
        "+91 9#### #####",
        "+61 4## ### ###",
        "+65 8### ####",
        "+49 15# #######",
        "+33 6 ## ## ## ##",
    ),
    *("+34 6## ### ###", "+81 90-####-####", "+82 10-####-####", "+234 80# ### ####"),
    *(
        "+27 8# ### ####",
        "+971 50 ### ####",
        "+55 11 9####-####",
        "+353 8# ### ####",
        "07### ######",
    ),
)
_CHINESE = (
    *("###########",) * 8,
    *("### #### ####", "###-####-####", "+86 ###########", "+86-###########", "(+86)###########"),
    *(
        "+86 ### #### ####",
        "0086-###########",
        "86-###########",
        "### ########",
        "+86 ###-####-####",
    ),
)


@dataclass(frozen=True)
class Called:
    """A name as printed, what to hang after it, and a Latin handle for addresses."""

    shown: str
    after: str
    handle: str


def chinese(random: Random, words: Words) -> tuple[str, str, str]:
    """Return name in characters, surname and given name in Latin letters."""
    if random.random() < 0.02:
        return _minor(random, words)
    surname = words.pick(random, "surnames_zh")
    count = random.choices((1, 2, 3), (25, 74, 1))[0]
    given = [words.pick(random, "given_zh") for _ in range(count)]
    return (
        surname[0] + "".join(g[0] for g in given),
        surname[1],
        "".join(g[1] for g in given).capitalize(),
    )


def _minor(random: Random, words: Words) -> tuple[str, str, str]:
    """A name that is no surname with a given name: dotted, of one word, or foreign."""
    kind = random.choice(("dotted", "dotted", "whole", "foreign"))
    shown, latin = words.pick(random, "names_minor", kind)
    if kind == "dotted":
        second = words.pick(random, "names_minor", kind)
        return f"{shown}·{second[0]}", second[1], latin
    first, _, last = latin.partition(" ")
    return shown, last or first, first


def name(random: Random, words: Words, language: str) -> Called:
    """Invent a name in the manner of the résumé's language."""
    if language == "en" and random.random() < 0.6:
        return _international(random, words)
    shown, surname, given = chinese(random, words)
    forms = {"en": _PINYIN_FORMS, "mixed": _MIXED_FORMS}.get(language)
    handle = f"{given}.{surname}".lower()
    if forms is None:
        return Called(shown, "", handle)
    printed = random.choice(forms).format(
        zh=shown,
        s=surname,
        g=given,
        S=surname.upper(),
        G=given.upper(),
        nick=words.word(random, "nick_en"),
    )
    return Called(printed, "", handle)


def _international(random: Random, words: Words) -> Called:
    groups = ("Western",) * 6 + (
        *("Indian", "Korean", "Japanese", "Arabic", "Hispanic", "Slavic", "African"),
        *("European", "SoutheastAsian"),
    )
    group = random.choice(groups)
    given = words.word(random, "first_en", group)
    surname = words.word(random, "last_en", group if random.random() < 0.9 else "Western")
    form = random.choice(_WESTERN_FORMS)
    shown = form.format(
        g=given, s=surname, G=given.upper(), S=surname.upper(), i=random.choice("ABCDEFJKLMRST")
    )
    after = random.choice(_LETTERS_AFTER) if random.random() < 0.06 else ""
    letters = "".join(c for c in f"{given}.{surname}".lower() if c.isascii() and c not in " '&")
    return Called(shown, after, letters)


def _digits(random: Random, form: str) -> str:
    return "".join(random.choice("0123456789") if c == "#" else c for c in form)


def phone(random: Random, language: str) -> str:
    """Invent a number: a Chinese mobile mostly, a landline at times, a dozen lands in English."""
    if language == "tw":
        return _digits(
            random, random.choice(("09##-###-###", "+886 9## ### ###", "+852 9### ####"))
        )
    if language == "en" and random.random() < 0.65:
        return _digits(random, random.choice(_FOREIGN))
    if random.random() < 0.03:
        return random.choice(("010-{}", "(010){}", "021-{}", "0755-{}")).format(
            str(random.randint(2, 8)) + _digits(random, "#######")
        )
    number = "1" + random.choice("35789") + _digits(random, "#########")
    form = iter(number)
    return "".join(next(form) if c == "#" else c for c in random.choice(_CHINESE))


def email(random: Random, handle: str) -> str:
    """Invent an address."""
    local = random.choice(
        (
            handle,
            handle.replace(".", "_"),
            handle.replace(".", "-") + "+job",
            handle.title(),
            handle.replace(".", "") + str(random.randint(1, 999)),
            _digits(random, "1########"),
            handle.split(".")[0][:8] + str(random.randint(1980, 2005)),
            "".join(random.choices("abcdefghijkmnpqrstuvwxyz", k=7)) + str(random.randint(1, 99)),
        )
    )
    return f"{local}@{random.choice(_MAIL_HOSTS)}"
