"""Sentences about the profile of top performers, expected performance and what a plan brings."""

MESSAGES: dict[str, tuple[str, str]] = {
    "error.plan-impossible": (
        "这些比例算不出结果：各比例须在 0 与 1 之间，目标须在基准率与完美分数所能达到的之间。",
        "These shares lead nowhere: each lies between 0 and 1, and the goal between the base rate "
        "and what a perfect score would reach.",
    ),
    "next.plan-impossible": (
        "请改小目标，或改变录用比例后重算。",
        "Lower the goal or change the selection ratio, then ask again.",
    ),
}
