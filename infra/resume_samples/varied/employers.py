"""Invented employers, titles and schools, put together from parts."""

from random import Random

from infra.resume_samples.varied.vocabulary import Words, read

_LEVELS_ZH = ("高级", "资深", "初级", "助理", "见习", "实习", "首席", "代理", "储备", "中级")
_LEVELS_EN = ("Senior", "Junior", "Lead", "Assistant", "Principal", "Trainee", "Acting", "Chief")
_GRADES_ZH = ("（P6）", "（P7）", "（T3-2）", "（兼职）", "（外包）", "（M1）", "/组长", "兼内训师")
_GRADES_EN = (" II", " (Contract)", " (Part-time)", " III", ", Grade 6", " / Team Lead")
_MAINLAND = ("Co., Ltd.", "Co., Ltd", "Group", "Co. Ltd.", "Company Limited", "Inc.")
_PUBLIC = {"medical": "hospital", "education": "school", "retail": "store", "hospitality": "store"}


def employer(random: Random, words: Words, trade: str, language: str) -> str:
    """Invent an employer of a trade."""
    english = language == "en" or (language == "mixed" and random.random() < 0.45)
    if english and random.random() < 0.25:
        return _mainland(random, words, trade)
    if english:
        return _english(random, words, trade)
    return _chinese(random, words, trade, "cities_tw" if language == "tw" else "cities_zh")


def _mainland(random: Random, words: Words, trade: str) -> str:
    """A Chinese company as it calls itself in English."""
    stem = "".join(words.pick(random, "given_zh")[1] for _ in range(2)).capitalize()
    city = random.choice((words.pick(random, "cities_zh")[1] + " ", ""))
    kind = words.word(random, "employers_en", trade)
    return f"{city}{stem} {kind} {random.choice(_MAINLAND)}"


def _chinese(random: Random, words: Words, trade: str, cities: str) -> str:
    city = words.word(random, cities)
    stem = words.word(random, "stems_zh")
    if random.random() < 0.06:
        stem += words.word(random, "stems_zh")
    slots = {
        "city": city,
        "stem": stem,
        "place": words.word(random, "places_zh"),
        "cn": random.choice("一二三四五六七八九"),
    }
    chance = random.random()
    if chance < 0.12:
        return words.word(random, "brands_zh")
    if chance < 0.16:
        return words.word(random, "employers_zh", "public").format(**slots)
    if chance < 0.5 and trade in _PUBLIC:
        return words.word(random, "employers_zh", _PUBLIC[trade]).format(**slots)
    kind = words.word(random, "employers_zh", trade)
    head = random.choice((city, city, "", "", "", city + "市"))
    suffix = words.word(random, "suffixes_zh").format(city=city)
    if "{" not in suffix and random.random() < 0.12:
        suffix = ""
    if head and suffix.startswith(("（", city)) and "分公司" not in suffix and "集团" not in suffix:
        head = ""
    if not head and random.random() < 0.12:
        return f"{stem}（{city}）{kind}{suffix.replace(f'（{city}）', '')}"
    return head + stem + kind + suffix


def _english(random: Random, words: Words, trade: str) -> str:
    stem = words.word(random, "stems_en")
    city = words.word(random, "cities_en")
    slots = {"city": city, "stem": stem, "n": str(random.randint(2, 480))}
    chance = random.random()
    if chance < 0.14:
        return stem
    if chance < 0.18:
        return words.word(random, "employers_en", "public").format(**slots)
    if chance < 0.4 and trade in _PUBLIC:
        return words.word(random, "employers_en", _PUBLIC[trade]).format(**slots)
    kind = words.word(random, "employers_en", trade)
    suffix = words.word(random, "suffixes_en")
    return random.choice((f"{stem} {kind}", f"{stem} {kind} {suffix}", f"{stem} {suffix}"))


def title(random: Random, words: Words, setting: tuple[str, str, str]) -> str:
    """Invent a title of (trade, language, kind); campus people are interns."""
    trade, language, kind = setting
    english = language == "en" or (language == "mixed" and random.random() < 0.2)
    zh, en = words.pick(random, "titles", trade)
    if random.random() < 0.25:
        area, role = words.pick(random, "title_areas"), words.pick(random, "title_roles")
        zh, en = area[0] + role[0], f"{area[1]} {role[1]}"
    if language == "mixed" and random.random() < 0.1:
        return f"{zh} {en}"
    if english:
        if kind == "campus":
            return f"{en} Intern"
        head = random.choice(_LEVELS_EN) + " " if random.random() < 0.22 else ""
        return head + en + (random.choice(_GRADES_EN) if random.random() < 0.05 else "")
    if kind == "campus":
        return random.choice((f"{zh}实习生", f"{zh}（实习）", f"实习{zh}", zh + "助理"))
    head = random.choice(_LEVELS_ZH) if random.random() < 0.2 else ""
    return head + zh + (random.choice(_GRADES_ZH) if random.random() < 0.06 else "")


def school(random: Random, words: Words, level: int, language: str) -> str:
    """Invent or choose a school of a level (1 secondary to 5 doctorate)."""
    group = "secondary" if level == 1 else "university"
    if level == 2 and random.random() < 0.75:
        group = "college"
    if group != "secondary" and random.random() < 0.25:
        group = random.choice(("invented", "local"))
    if language == "en" or (language == "mixed" and level >= 3 and random.random() < 0.25):
        return _school_en(random, words, group)
    if language == "tw" and level >= 2:
        group = "tw"
    slots = {
        "city": words.word(random, "cities_zh"),
        "stem": words.word(random, "stems_zh"),
        "n": random.choice("一二三四五六七八九十"),
    }
    listed = {s[0] for items in read("schools_zh").values() for s in items}
    while True:
        chosen = words.word(random, "schools_zh", group)
        made = chosen.format(**slots)
        if made == chosen or made not in listed:  # a composed name is never another half's
            return made
        slots["city"] = words.word(random, "cities_zh")


def _school_en(random: Random, words: Words, group: str) -> str:
    group = "invented" if group == "local" else group
    chinese = [s[1] for s in words.all("schools_zh", group) if len(s) > 1]
    if chinese and random.random() < 0.4:
        return random.choice(chinese)
    slots = {"city": words.word(random, "cities_en"), "stem": words.word(random, "stems_en")}
    return words.word(random, "schools_en", group).format(**slots)
