"""What people may state of themselves, and the words of the form that asks."""

_AGE = {
    "under_30": ("30 岁以下", "under 30"),
    "30_39": ("30–39 岁", "30 to 39"),
    "40_49": ("40–49 岁", "40 to 49"),
    "50_plus": ("50 岁及以上", "50 or older"),
}
_ETHNICITY = {
    "hispanic_or_latino": ("西班牙裔或拉丁裔", "Hispanic or Latino"),
    "white": ("白人", "White"),
    "black_or_african_american": ("黑人或非裔美国人", "Black or African American"),
    "native_hawaiian_or_pacific_islander": (
        "夏威夷原住民或太平洋岛民",
        "Native Hawaiian or Pacific Islander",
    ),
    "asian": ("亚裔", "Asian"),
    "american_indian_or_alaska_native": (
        "美洲印第安人或阿拉斯加原住民",
        "American Indian or Alaska Native",
    ),
    "two_or_more_races": ("两个或以上种族", "Two or more races"),
    "black": ("黑人", "Black"),
    "mixed": ("混血", "Mixed"),
    "other": ("其他", "Other"),
    "han": ("汉族", "Han"),
    "minority": ("少数民族", "a minority nationality"),
}

MESSAGES: dict[str, tuple[str, str]] = {
    "groups.purpose": (
        "自愿填写，可以全部留空，随时修改或撤回。答案单独保存，不进入您的档案页，面试官、招聘人员和评分都看不到；"
        "只以群体人数的形式用于检查我们的流程对各群体是否公平。填与不填都不影响结果。",
        "Voluntary: leave any of it empty, change it or take it back at any time. Your answers are "
        "kept apart; no interviewer, recruiter or score sees them. They are only counted by group, "
        "to check whether our process is fair. Answering or not changes nothing in your result.",
    ),
    "groups.attribute.gender": ("性别", "Gender"),
    "groups.attribute.ethnicity": ("民族 / 族裔", "Race or ethnicity"),
    "groups.attribute.age_band": ("年龄段", "Age band"),
    "groups.attribute.disability": ("残障", "Disability"),
    "groups.value.gender.female": ("女", "female"),
    "groups.value.gender.male": ("男", "male"),
    "groups.value.gender.other": ("其他", "another gender"),
    "groups.value.disability.yes": ("有", "with a disability"),
    "groups.value.disability.no": ("无", "without a disability"),
    "groups.unknown": ("未声明", "not stated"),
    **{f"groups.value.age_band.{key}": words for key, words in _AGE.items()},
    **{f"groups.value.ethnicity.{key}": words for key, words in _ETHNICITY.items()},
    "error.group-not-asked": (
        "这里不询问这些项目，或没有这个选项：{names}。",
        "This is not asked here, or the value is not on offer: {names}.",
    ),
    "next.group-not-asked": (
        "请先取得表格，再从其选项中选择。",
        "Get the form first and choose from its values.",
    ),
    "candidate.about.title": ("关于您（自愿填写）", "About you (voluntary)"),
    "candidate.about.link": (
        "自愿填写：帮助我们检查流程是否公平",
        "Voluntary: help us check that our process is fair",
    ),
    "candidate.about.skip": ("不愿说明", "I prefer not to say"),
    "candidate.about.save": ("保存", "Save"),
    "candidate.about.clear": ("全部撤回", "Take everything back"),
    "candidate.about.back": ("返回我的申请", "Back to my application"),
    "candidate.about.saved": ("已保存。", "Saved."),
    "candidate.about.cleared": ("已全部撤回。", "Everything is taken back."),
    "candidate.about.none": (
        "此处没有可询问的项目。",
        "Nothing may be asked here.",
    ),
}
