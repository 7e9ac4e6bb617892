"""Sentences about appraisal cycles and the rows of imported files."""

MESSAGES: dict[str, tuple[str, str]] = {
    "error.cycle-unknown": ("没有考核周期 {cycle_id}。", "There is no appraisal cycle {cycle_id}."),
    "next.cycle-unknown": ("请核对考核周期编号。", "Check the cycle's id."),
    "error.cycle-exists": (
        "考核周期 {cycle_id} 已存在。",
        "Appraisal cycle {cycle_id} exists already.",
    ),
    "next.cycle-exists": ("请使用新的编号。", "Use another id."),
    "error.cycle-empty": (
        "岗位族 {job_family} 在 {ends_on} 之前没有入职的员工。",
        "No employee of job family {job_family} was hired by {ends_on}.",
    ),
    "next.cycle-empty": (
        "请核对岗位族与截止日期，或先导入员工。",
        "Check the job family and the end date, or import employees first.",
    ),
    "error.cycle-too-large": (
        "岗位族有 {found} 名员工，一个考核周期最多 {most} 名。",
        "The job family has {found} employees; one cycle holds {most}.",
    ),
    "next.cycle-too-large": (
        "请按地区或门店分别建立考核周期。",
        "Open a cycle for each region or store.",
    ),
    "error.cycle-dates": (
        "考核周期的起止日期不对：{starts_on} 至 {ends_on}。",
        "The cycle's dates do not hold together: {starts_on} to {ends_on}.",
    ),
    "next.cycle-dates": (
        "请填写 YYYY-MM-DD 格式的日期，且开始早于结束。",
        "Give dates as YYYY-MM-DD, the start before the end.",
    ),
    "error.cycle-locked": (
        "考核周期已锁定，内容不能再改。",
        "The appraisal cycle is locked and does not change any more.",
    ),
    "next.cycle-locked": ("如有异议，请登记申诉。", "Record an appeal if something is wrong."),
    "error.cycle-still-open": (
        "考核周期尚未锁定，结果暂不提供。",
        "The appraisal cycle is still open; its outcomes are not given out yet.",
    ),
    "next.cycle-still-open": ("请先锁定考核周期。", "Lock the cycle first."),
    "error.cycle-incomplete": (
        "还有 {missing} 名员工既没有评分也没有说明原因。",
        "{missing} employees have neither a rating nor a reason for having none.",
    ),
    "next.cycle-incomplete": (
        "请为他们评分，或写明不评分的原因，再锁定。",
        "Rate them or say why not, then lock.",
    ),
    "error.rating-out-of-scale": (
        "评分 {rating} 不在 {low}–{high} 之内。",
        "Rating {rating} is not a whole number from {low} to {high}.",
    ),
    "next.rating-out-of-scale": ("请给出 1 到 5 的整数。", "Give a whole number from 1 to 5."),
    "error.not-in-cycle": ("该员工不在此考核周期内。", "This person is not listed in the cycle."),
    "next.not-in-cycle": ("请核对人员与周期。", "Check the person and the cycle."),
    "error.reason-missing": ("没有写明原因。", "No reason was given."),
    "next.reason-missing": ("请写明原因。", "Give the reason."),
    "row.not-csv": ("这不是可读的 CSV 文件。", "This is not a readable CSV file."),
    "row.unknown-encoding": (
        "文字编码无法识别，请存为 UTF-8 或 GB18030。",
        "The encoding is not known; save as UTF-8 or GB18030.",
    ),
    "row.file-too-large": ("文件超过 {most} MB。", "The file exceeds {most} MB."),
    "row.row-count": (
        "数据行数为 {rows}，须在 1 到 {most} 之间。",
        "The file has {rows} data rows; 1 to {most} are accepted.",
    ),
    "row.wrong-columns": (
        "列名应为 {expected}，文件中是 {found}。",
        "The columns should be {expected}; the file has {found}.",
    ),
    "row.wrong-cell-count": (
        "这一行有 {found} 格，应有 {expected} 格。",
        "The row has {found} cells instead of {expected}.",
    ),
    "row.formula": (
        "单元格像公式，未被接受：{value}",
        "The cell looks like a formula and is not accepted: {value}",
    ),
    "row.unknown-person": (
        "周期内没有员工编号 {value}。",
        "No employee {value} is listed in the cycle.",
    ),
    "row.unknown-kpi": ("没有名为 {value} 的指标。", "There is no KPI called {value}."),
    "row.not-a-number": ("“{value}”不是数字。", "“{value}” is not a number."),
    "row.wrong-unit": (
        "单位应为 {expected}，文件中是“{value}”。",
        "The unit should be {expected}; the file has “{value}”.",
    ),
    "row.implausible": (
        "{value} 不在合理范围 {low} 至 {high} 之内。",
        "{value} lies outside the plausible range {low} to {high}.",
    ),
    "row.duplicate-row": ("与第 {first} 行重复。", "The row repeats row {first}."),
    "row.dimension-rating": (
        "“{value}”不是 1 到 5 的维度评分。",
        "“{value}” is not a dimension rating from 1 to 5.",
    ),
    "row.composite": (
        "综合分“{value}”不是 0 到 100 的数字。",
        "Composite “{value}” is not a number from 0 to 100.",
    ),
    "row.hired": ("“{value}”应为 y 或 n。", "“{value}” should be y or n."),
    "row.hired-number": (
        "已录用者须有员工编号，未录用者不得有。",
        "Hired people need an employee number, others must have none.",
    ),
    "row.hired-date": (
        "“{value}”不是 YYYY-MM-DD 日期。",
        "“{value}” is not a date as YYYY-MM-DD.",
    ),
    "row.unknown-store": ("没有门店 {value}。", "There is no store {value}."),
    "row.unknown-family": ("没有岗位族 {value}。", "There is no job family {value}."),
    "row.unknown-version": (
        "{value} 不是模型版本号。",
        "“{value}” is not a version of the competency model.",
    ),
    "row.empty": ("此格不能为空。", "This cell must not be empty."),
    "row.already-imported": (
        "员工编号 {value} 已在系统中。",
        "Employee {value} is in the system already.",
    ),
    "row.mixed-file": (
        "一份文件只能有一个岗位族和一个模型版本，这里是“{value}”。",
        "One file holds one job family and one model version; this is “{value}”.",
    ),
    "error.cycle-not-over": (
        "考核期到 {ends_on} 才结束，现在不能锁定。",
        "The period ends on {ends_on}; it cannot be locked before.",
    ),
    "next.cycle-not-over": ("请在考核期结束后锁定。", "Lock it after its last day."),
}
