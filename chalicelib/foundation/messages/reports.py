"""Sentences of reports, on paper and by mail."""

MESSAGES: dict[str, tuple[str, str]] = {
    "analytics.report.title": ("招聘数据报告", "Hiring report"),
    "analytics.report.period": ("{since} 至 {until}", "{since} to {until}"),
    "analytics.report.everybody": ("全公司", "whole company"),
    "analytics.report.about": (
        "期间：{period}（整周计）；范围：{scope}。少于 10 人不显示数字。",
        "Period: {period} (whole weeks); scope: {scope}. No figure is shown below ten.",
    ),
    "analytics.report.overview": ("概览", "Overview"),
    "analytics.report.mail-subject": (
        "招聘数据报告：{since} 至 {until}",
        "Hiring report: {since} to {until}",
    ),
    "analytics.report.mail-body": (
        "{about}\n\n{lines}\n\n网页：{page}\n表格（XLSX）：{book}\n打印（PDF）：{paper}\n\n"
        "打开链接需要登录。要停止接收，请在数据分析页面停用这份定期报告。",
        "{about}\n\n{lines}\n\nPage: {page}\nWorkbook (XLSX): {book}\nTo print (PDF): {paper}\n\n"
        "The links need you to be signed in. To stop this report, end it on the analytics page.",
    ),
    "error.report-unknown": ("没有这份定期报告。", "There is no such regular report."),
    "next.report-unknown": ("请在数据分析页面查看。", "See the analytics page."),
    "error.recipient-unknown": (
        "收件人 {email} 不是能查看数据分析的同事。",
        "{email} is no colleague who may see analytics.",
    ),
    "next.recipient-unknown": (
        "请先在设置中添加此人并赋予相应角色。",
        "Add the person in the settings first, with a fitting role.",
    ),
    "console.analytics.reports": ("报告", "Reports"),
    "console.analytics.reports_note": (
        "下载当前筛选的报告，或让系统每周、每月发邮件。",
        "Download a report of what is shown, or have one mailed every week or month.",
    ),
    "console.analytics.every": ("频率", "How often"),
    "console.analytics.every.week": ("每周一", "every Monday"),
    "console.analytics.every.month": ("每月 1 日", "on the first of the month"),
    "console.analytics.recipients": ("收件人邮箱（逗号分隔）", "Recipients’ e-mail (commas)"),
    "console.analytics.plan": ("定期发送", "Send regularly"),
    "console.analytics.stop": ("停用", "End"),
    "console.analytics.paper": ("打印版 PDF", "PDF to print"),
    "console.analytics.book": ("表格 XLSX", "Workbook XLSX"),
    "console.analytics.web": ("网页版", "Web page"),
    "console.done.plan_report": ("已安排定期报告", "The report will be mailed"),
    "console.done.end_report": ("已停用这份报告", "The report was ended"),
}
