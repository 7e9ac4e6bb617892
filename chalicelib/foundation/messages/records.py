"""Sentences about persons, applications, requisitions and access."""

MESSAGES: dict[str, tuple[str, str]] = {
    "error.illegal-move": (
        "申请现处于“{current}”，不能转到“{wanted}”。",
        "The application stands at “{current}” and cannot go to “{wanted}”.",
    ),
    "next.illegal-move": ("请先完成中间的步骤。", "Finish the steps in between first."),
    "error.requisition-unknown": (
        "没有这个招聘需求：{requisition_id}。",
        "There is no requisition {requisition_id}.",
    ),
    "next.requisition-unknown": ("请核对需求编号。", "Check the requisition's number."),
    "error.requisition-exists": (
        "需求编号 {requisition_id} 已存在。",
        "Requisition {requisition_id} exists already.",
    ),
    "next.requisition-exists": ("请使用新的编号。", "Use another number."),
    "error.requisition-closed": (
        "需求 {requisition_id} 已关闭。",
        "Requisition {requisition_id} is closed.",
    ),
    "next.requisition-closed": ("请查看其他开放的职位。", "Look at the positions that are open."),
    "error.store-unknown": ("没有这些门店：{stores}。", "Unknown stores: {stores}."),
    "next.store-unknown": ("请核对门店编号。", "Check the store numbers."),
    "error.application-unknown": ("没有这份申请。", "There is no such application."),
    "next.application-unknown": ("请核对申请编号。", "Check the application's id."),
    "error.person-unknown": ("没有这个人的档案。", "There is no file on this person."),
    "next.person-unknown": ("请核对人员编号。", "Check the person's id."),
    "error.upload-unknown": ("这个文件没有登记过。", "This file was never announced."),
    "next.upload-unknown": ("请先申请上传许可。", "Ask for an upload permit first."),
    "error.employee-unknown": ("没有这名员工。", "There is no such employee."),
    "next.employee-unknown": ("请核对员工编号。", "Check the employee number."),
    "error.role-not-grantable": (
        "不能授予这些角色：{roles}。",
        "These roles cannot be granted: {roles}.",
    ),
    "next.role-not-grantable": ("请从角色列表中选择。", "Choose from the list of roles."),
    "error.merge-refused": (
        "这两份档案现在不能合并。",
        "These two files cannot be merged as they stand.",
    ),
    "next.merge-refused": (
        "其中一份已并入他人，或已有他人并入：请先撤销那次合并。",
        "One is merged already, or others are merged into it: take that merge back first.",
    ),
    "error.merge-with-oneself": (
        "档案不能与自己合并。",
        "A file cannot be merged with itself.",
    ),
    "next.merge-with-oneself": ("请选择另一个人。", "Choose another person."),
    "error.merge-not-there": ("这份档案没有合并过。", "This file is not merged."),
    "next.merge-not-there": ("无需撤销。", "There is nothing to take back."),
    "error.batch-unknown": (
        "没有这一批简历：{batch_id}。",
        "There is no such batch of résumés: {batch_id}.",
    ),
    "next.batch-unknown": (
        "请从需求的批次列表中选择。",
        "Choose from the requisition's list of batches.",
    ),
    "upload.not-received": ("文件在期限内没有收到。", "The file did not arrive in time."),
    "consent.given": ("本人已同意。", "The person has consented."),
    "consent.missing": ("尚未取得本人同意。", "The person has not consented."),
    "consent.country-unknown": (
        "本人尚未说明居住在哪个国家或地区，因此不会读取。",
        "The person has not said in which country they live, so nothing is read.",
    ),
    "error.country-needed": (
        "同意读取表情时，须同时说明居住的国家或地区。",
        "A consent to reading expressions has to say in which country the person lives.",
    ),
    "next.country-needed": (
        "请选择国家或地区（ISO 3166 两位代码），或不勾选此项。",
        "Choose a country (its two-letter ISO 3166 code), or leave this consent out.",
    ),
    "consent.barred": (
        "当地法律禁止此用途，数据不会被读取。",
        "The law of the place bars this use; nothing is read.",
    ),
    "error.own-access": ("不能停用自己的账号。", "Nobody switches their own access off."),
    "next.own-access": ("请由另一位管理员操作。", "Let another administrator do it."),
}
