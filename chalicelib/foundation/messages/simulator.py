"""Sentences of the simulator: invented worlds whose truth is known."""

MESSAGES: dict[str, tuple[str, str]] = {
    "error.simulation-too-large": (
        "这个模拟共需 {applicants} 名候选人，超过上限 {most}。",
        "This simulation would draw {applicants} applicants; {most} is the most.",
    ),
    "next.simulation-too-large": (
        "请减少录用人数、周期数或次数，或提高录用比例。",
        "Ask for fewer hires, cycles or runs, or a larger share hired.",
    ),
    "error.simulation-unknown": (
        "没有模拟 {simulation_id}。",
        "There is no simulation {simulation_id}.",
    ),
    "next.simulation-unknown": ("请从模拟器重新开始。", "Start again from the simulator."),
    "console.simulator.title": ("模拟器", "Simulator"),
    "console.simulator.note": (
        "在真相已知的虚构世界里，看常见做法与我们的做法各自如何。",
        "In an invented world whose truth is known: the usual recipe against ours.",
    ),
    "console.simulator.invented": (
        "所有人都是按随机种子虚构的，不是任何真实员工的数据；同样的设定总是得到同样的结果。",
        "Everyone here is invented from a seed. The same wish always gives the same figures.",
    ),
    "console.simulator.world": ("设定", "The world"),
    "console.simulator.hires": ("每周期录用人数", "Hires a cycle"),
    "console.simulator.validity": ("最高可达效度", "Highest validity"),
    "console.simulator.reliability": ("结果的信度", "Reliability of outcomes"),
    "console.simulator.selection": ("录用比例", "Share hired"),
    "console.simulator.gap": ("群体差（标准差）", "Group gap (SD)"),
    "console.simulator.cycles": ("周期数", "Cycles"),
    "console.simulator.runs": ("次数", "Runs"),
    "console.simulator.seed": ("随机种子", "Seed"),
    "console.simulator.run": ("运行", "Run"),
    "console.simulator.result": ("结果", "Result"),
    "console.simulator.progress": ("已完成 {n} / {of} 次", "{n} of {of} runs"),
    "console.simulator.naive": ("常见做法", "Usual recipe"),
    "console.simulator.ours": ("我们的做法", "Ours"),
    "console.simulator.unit": ("等权", "Equal weights"),
    "console.simulator.chart": ("被选中者中表现合格的比例", "Satisfactory among those chosen"),
    "console.simulator.chart_note": (
        "各做法逐周期的平均值与 95% 区间，{n} 次模拟。",
        "Means and 95% intervals by cycle over {n} runs.",
    ),
    "console.simulator.cycle": ("周期", "Cycle"),
    "console.simulator.best": ("最多可达 {share}", "at best {share}"),
    "console.simulator.ratio": ("影响比（我们）", "Impact ratio (ours)"),
    "console.simulator.recipe": ("做法", "Recipe"),
    "console.simulator.changes": ("权重改动", "Changes of weights"),
    "console.simulator.worse": ("改坏", "Made it worse"),
    "console.simulator.harm": ("改坏比例（95% 区间）", "Share made worse (95% interval)"),
    "console.simulator.before": ("之前的模拟", "Before"),
    "console.simulator.short": (
        "录用 {hires}，效度 {validity}，比例 {selection}，群体差 {gap}，种子 {seed}",
        "{hires} hires, validity {validity}, share {selection}, gap {gap}, seed {seed}",
    ),
    "console.simulator.summary": (
        "{runs} 次模拟、{cycles} 个周期后，被选中者的合格比例从 {start} 变为：我们 {ours}，"
        "常见做法 {naive}，等权 {unit}。常见做法的 {changes} 次改动中有 {worse} 次让录用变差，"
        "我们的 {own_changes} 次中有 {own_worse} 次。",
        "Over {runs} runs and {cycles} cycles the satisfactory share among those chosen went from "
        "{start} to {ours} with ours, {naive} with the usual recipe, {unit} with equal weights. Of "
        "{changes} changes by the usual recipe {worse} made hiring worse; of our {own_changes}, "
        "{own_worse}.",
    ),
    "console.simulation.queued": ("排队中", "Queued"),
    "console.simulation.running": ("运行中", "Running"),
    "console.simulation.done": ("已完成", "Done"),
    "console.done.simulate": ("模拟已开始", "The simulation was started"),
}
