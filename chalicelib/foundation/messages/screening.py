"""Sentences about résumés and how they meet a requisition."""

MESSAGES: dict[str, tuple[str, str]] = {
    "error.resume-unreadable": (
        "简历文件已损坏或不完整，无法打开。",
        "The résumé file is damaged or cut short and cannot be opened.",
    ),
    "next.resume-unreadable": (
        "请重新导出后再上传一次。",
        "Export it again and upload the new file.",
    ),
    "error.resume-empty": ("上传的文件是空的。", "The uploaded file is empty."),
    "next.resume-empty": ("请选择有内容的文件。", "Choose a file that has content."),
    "error.resume-encrypted": ("简历文件设有密码。", "The résumé file asks for a password."),
    "next.resume-encrypted": (
        "请去掉密码后重新上传。",
        "Remove the password and upload it again.",
    ),
    "error.resume-too-large": (
        "简历文件过大（上限 8 MB、40 页）。",
        "The résumé file is too large (limit: 8 MB, 40 pages).",
    ),
    "next.resume-too-large": (
        "请缩小图片或删减页数后重新上传。",
        "Shrink its pictures or cut pages, then upload it again.",
    ),
    "error.resume-unsupported": (
        "不支持这种文件格式，无论文件名如何。",
        "This kind of file is not read, whatever its name says.",
    ),
    "next.resume-unsupported": (
        "请用 Word、WPS 或 Pages 另存为 docx 或 PDF 后上传；网页（HTML）、RTF、Markdown、"
        "纯文本也可以。",
        "In Word, WPS or Pages save it as docx or PDF and upload that; HTML, RTF, Markdown and "
        "plain text are read too.",
    ),
    "error.resume-no-text": (
        "文件里只有图片，没有可读取的文字。",
        "The file holds pictures only, no text that can be read.",
    ),
    "next.resume-no-text": (
        "请上传由文档直接导出的文件，而不是扫描件；招聘人员也会看到这份文件。",
        "Upload a file exported from a document, not a scan; a recruiter will see this one too.",
    ),
    "error.resume-not-a-resume": (
        "这份文件看起来不是简历。",
        "This file does not look like a résumé.",
    ),
    "next.resume-not-a-resume": (
        "请上传包含联系方式、教育和经历的简历。",
        "Upload a résumé with contact details, education and experience.",
    ),
    "error.resume-too-costly": (
        "读取这份文件所需的时间或内存超出限制。",
        "Reading this file takes more time or memory than allowed.",
    ),
    "next.resume-too-costly": (
        "请另存为简单的 PDF 或纯文本后重新上传。",
        "Save it as a simple PDF or plain text and upload it again.",
    ),
    "error.resume-json-invalid": (
        "JSON Resume 内容不符合规范。{path}",
        "The JSON Resume document does not follow its schema. {path}",
    ),
    "next.resume-json-invalid": (
        "请更正标出的字段后重新提交；日期写作 2018、2018-09 或 2018-09-01。",
        "Correct the field that is named and send it again; dates are 2018, 2018-09 or 2018-09-01.",
    ),
    "error.resume-already-decided": (
        "这份申请已经筛选过，新文件没有被采用。",
        "This application was screened already; the new file was not used.",
    ),
    "next.resume-already-decided": (
        "如需更新简历，请联系招聘人员。",
        "To update the résumé, please ask the recruiter.",
    ),
    "error.resume-quarantined": (
        "简历文件多次读取失败，已隔离保存。",
        "The résumé file could not be read at repeated tries and was set aside.",
    ),
    "next.resume-quarantined": (
        "请另存为简单的 PDF 或纯文本后重新上传，或请招聘人员查看。",
        "Save it as a simple PDF or plain text and upload it again, or ask the recruiter.",
    ),
    "error.screening-unknown": (
        "这份申请还没有筛选结果。",
        "This application has no screening result yet.",
    ),
    "next.screening-unknown": (
        "请等待简历读取完成，或查看上传状态。",
        "Wait until the résumé has been read, or look at the upload's state.",
    ),
    "error.resume-text-unknown": (
        "这份筛选结果没有保留简历原文。",
        "The text behind this screening result was not kept.",
    ),
    "next.resume-text-unknown": (
        "请重新筛选这份申请，原文会随结果一起保留。",
        "Screen this application again; the text is then kept with the result.",
    ),
    "error.criterion-invalid": (
        "第 {row} 条筛选条件的“{field}”不可用：{why}。",
        "Criterion {row}: “{field}” cannot be used: {why}.",
    ),
    "next.criterion-invalid": (
        "请更正这一条后重新保存，其他条件没有改变。",
        "Correct this row and save again; nothing was changed.",
    ),
    "screening.person-should-look": (
        "有必备条件简历没有写明，需要人工查看。",
        "The résumé leaves an essential criterion open; a person should look.",
    ),
    "notice.hidden-text": (
        "这份简历含有读者看不见的文字，未计分。",
        "The file holds text that a reader cannot see; it was not scored.",
    ),
    "notice.instruction-to-scorer": (
        "这份简历含有写给评分系统的指令，未计分。",
        "The file addresses the system that reads it; those words were not scored.",
    ),
    "notice.lost-characters": (
        "文件的部分字符无法识别，数字或词语可能缺失，请核对原件。",
        "Some characters could not be read; digits or words may be missing. See the original.",
    ),
    "screening.met": ("满足", "Met"),
    "screening.not_met": ("不满足", "Not met"),
    "screening.unknown": ("未写明", "Not stated"),
    "screening.essential": ("必备", "Essential"),
    "screening.preferred": ("优先", "Preferred"),
    "screening.fit": ("匹配度", "Fit"),
    "screening.known": ("已写明的条件占比", "Share of criteria settled"),
    "screening.group-1": ("必备条件全部满足", "All essentials met"),
    "screening.group-2": ("需要人工查看", "A person should look"),
    "screening.group-3": ("有必备条件不满足", "An essential is not met"),
}
