"""What must be done before and after day one: who does it, and by when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

Text2 = dict[str, str]
DEVELOPMENT = "development-plan"
GAPS = 2


class Owner(StrEnum):
    """Who closes a step."""

    CANDIDATE = "candidate"
    HR = "hr"
    PARTNER = "partner"


@dataclass(frozen=True)
class Step:
    """One step; `due_days` counts from the first day at work, negative is before it."""

    key: str
    name: Text2
    owner: Owner
    due_days: int
    instructions: Text2

    def due_on(self, first_day: date) -> date:
        """The day by which the step should be closed."""
        return first_day + timedelta(days=self.due_days)


@dataclass(frozen=True)
class Rated:
    """One dimension of the interview with its rating 1-5, None where not measured."""

    name: Text2
    rating: float | None


def _step(key: str, owner: Owner, due_days: int, name: Text2, instructions: Text2) -> Step:
    return Step(key, name, owner, due_days, instructions)


def _both(zh: str, en: str) -> Text2:
    return {"zh": zh, "en": en}


#: Source: Labour Contract Law Art. 10 (written contract within a month of the first day) and
#: Social Insurance Law Art. 58 (registration within thirty days).
COMMON: tuple[Step, ...] = (
    _step(
        "identity-documents",
        Owner.CANDIDATE,
        -3,
        _both("提交入职材料", "Hand in your documents"),
        _both(
            "请提交身份证、学历证书、离职证明和一寸照片。",
            "Hand in your identity card, degree, leaving certificate and a photograph.",
        ),
    ),
    _step(
        "payroll-data",
        Owner.CANDIDATE,
        -3,
        _both("填写工资卡与个税信息", "Give bank and payroll data"),
        _both(
            "请填写工资卡账号和个人所得税专项附加扣除信息。",
            "Give your bank account for wages and your income tax deductions.",
        ),
    ),
    _step(
        "labour-contract",
        Owner.HR,
        0,
        _both("签订劳动合同", "Sign the labour contract"),
        _both(
            "入职当天双方签字；最迟不得超过入职后一个月。",
            "Both sides sign on the first day; the law allows one month at most.",
        ),
    ),
    _step(
        "social-insurance",
        Owner.HR,
        30,
        _both("办理社会保险与公积金", "Register social insurance and housing fund"),
        _both(
            "入职三十日内完成社保登记与住房公积金开户。",
            "Register social insurance and open the housing fund within thirty days.",
        ),
    ),
    _step(
        "induction-training",
        Owner.PARTNER,
        7,
        _both("完成入职培训", "Complete the induction training"),
        _both(
            "培训机构完成公司制度与安全培训后回传结果。",
            "The training provider reports back after company rules and safety were taught.",
        ),
    ),
)
BY_FAMILY: dict[str, tuple[Step, ...]] = {
    "retail-sales": (
        _step(
            "health-certificate",
            Owner.CANDIDATE,
            -1,
            _both("取得健康证", "Get the health certificate"),
            _both(
                "请在上岗前到指定医院体检并上传健康证。",
                "Have the medical check at a listed hospital before you start, and show the paper.",
            ),
        ),
        _step(
            "store-uniform",
            Owner.HR,
            0,
            _both("领取工服与工牌", "Hand out uniform and badge"),
            _both("门店在入职当天发放工服与工牌。", "The store hands them out on the first day."),
        ),
    ),
    "software-python": (
        _step(
            "equipment",
            Owner.PARTNER,
            0,
            _both("配置电脑设备", "Set up the computer"),
            _both(
                "设备供应商在入职当天交付并回传签收。",
                "The supplier delivers it by the first day and reports the receipt.",
            ),
        ),
        _step(
            "accounts",
            Owner.HR,
            0,
            _both("开通账号与权限", "Open accounts and access"),
            _both("开通邮箱、代码仓库与门禁。", "Open mail, code repositories and the door."),
        ),
        _step(
            "confidentiality",
            Owner.CANDIDATE,
            0,
            _both("签署保密协议", "Sign the confidentiality agreement"),
            _both("请阅读并签署保密与知识产权协议。", "Read and sign it, patents included."),
        ),
    ),
    "marketing": (
        _step(
            "accounts",
            Owner.HR,
            0,
            _both("开通投放与数据账号", "Open advertising and data accounts"),
            _both("开通广告投放与数据分析平台权限。", "Open the advertising and data platforms."),
        ),
    ),
}


def weakest(ratings: Iterable[Rated], count: int = GAPS) -> tuple[Rated, ...]:
    """The lowest rated dimensions, lowest first; what was not measured is never among them.

    Parameters
    ----------
    ratings : the interview's dimensions in the model's order; ties keep that order.
    count : how many to name.
    """
    measured = [item for item in ratings if item.rating is not None]
    return tuple(sorted(measured, key=lambda item: item.rating or 0.0)[:count])


def checklist(job_family: str, gaps: Sequence[Rated] = ()) -> tuple[Step, ...]:
    """The steps of a hire, by due day.

    Parameters
    ----------
    job_family : the common steps alone for a family without its own.
    gaps : the interview's lowest dimensions; a development step is built from them.

    Returns
    -------
    tuple of Step
        Every key once, texts in zh and en.
    """
    steps = [*COMMON, *BY_FAMILY.get(job_family, ())]
    if gaps:
        steps.append(_development(gaps))
    return tuple(sorted(steps, key=lambda step: (step.due_days, step.key)))


def _development(gaps: Sequence[Rated]) -> Step:
    # Names alone: whoever appraises this person later must not have read the interview's scores.
    zh = "、".join(item.name["zh"] for item in gaps)
    en = " and ".join(item.name["en"] for item in gaps)
    return _step(
        DEVELOPMENT,
        Owner.HR,
        14,
        _both("商定发展计划", "Agree on a development plan"),
        _both(
            f"与新员工一起，就以下方面商定发展目标：{zh}。",
            f"Agree with the new employee on development goals for: {en}.",
        ),
    )
