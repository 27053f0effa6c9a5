"""Pairs of diagrams, as-is and to-be, and what a person says is one in both.

Each was written down by hand before it was ever compared. `doubtful` are matches that one person
makes and another does not: they count neither for nor against.
"""

from __future__ import annotations

from dataclasses import dataclass

Couple = tuple[str, str]


@dataclass(frozen=True)
class Pair:
    """Two diagrams.

    Attributes:
        name: What the pair is called.
        old: Stages of the diagram as it is: name, then its steps (`name: score: who`).
        new: The same of how it shall be.
        steps: Steps that are one in both.
        doubtful: Steps that may be one.
    """

    name: str
    old: dict[str, tuple[str, ...]]
    new: dict[str, tuple[str, ...]]
    steps: tuple[Couple, ...]
    doubtful: tuple[Couple, ...] = ()


def mermaid(title: str, stages: dict[str, tuple[str, ...]]) -> str:
    """Return a diagram."""
    lines = ["journey", f"    title {title}"]
    for stage, steps in stages.items():
        lines.append(f"    section {stage}")
        lines += [f"      {step}" for step in steps]
    return "\n".join(lines) + "\n"


PAIRS = (
    Pair(
        "expenses",
        {
            "Spend": ("Pays by own card: 2: Employee", "Keeps the paper receipt: 2: Employee"),
            "Claim": (
                "Fills in the expense form: 1: Employee",
                "Glues receipts on paper: 1: Employee",
                "Hands the form to the manager: 2: Employee",
            ),
            "Refund": (
                "Manager signs the form: 3: Manager",
                "Waits six weeks for money: 1: Employee",
            ),
        },
        {
            "Spend": ("Pays by company card: 4: Employee", "Photographs the receipt: 4: Employee"),
            "Claim": (
                "App fills in the form: 5: System",
                "Sends the claim in one tap: 5: Employee",
            ),
            "Refund": (
                "Manager approves in the app: 4: Manager",
                "Gets the money in two days: 5: Employee",
            ),
        },
        (
            ("Pays by own card", "Pays by company card"),
            ("Keeps the paper receipt", "Photographs the receipt"),
            ("Fills in the expense form", "App fills in the form"),
            ("Manager signs the form", "Manager approves in the app"),
            ("Waits six weeks for money", "Gets the money in two days"),
        ),
        (("Hands the form to the manager", "Sends the claim in one tap"),),
    ),
    Pair(
        "clinic",
        {
            "Book": ("Calls the clinic: 2: Patient", "Waits on hold: 1: Patient"),
            "Visit": (
                "Fills out paper forms: 2: Patient",
                "Sits in the waiting room: 2: Patient",
                "Sees the doctor: 4: Patient",
            ),
            "After": (
                "Collects the prescription: 3: Patient",
                "Calls for test results: 1: Patient",
            ),
        },
        {
            "Book": ("Books a slot online: 5: Patient",),
            "Visit": ("Checks in by phone: 4: Patient", "Sees the doctor: 5: Patient"),
            "After": (
                "Gets an e-prescription: 5: Patient",
                "Reads test results in the portal: 4: Patient",
            ),
        },
        (
            ("Sees the doctor", "Sees the doctor"),
            ("Collects the prescription", "Gets an e-prescription"),
            ("Calls for test results", "Reads test results in the portal"),
        ),
        (
            ("Calls the clinic", "Books a slot online"),
            ("Waits on hold", "Books a slot online"),
            ("Fills out paper forms", "Checks in by phone"),
            ("Sits in the waiting room", "Checks in by phone"),
        ),
    ),
    Pair(
        "deploy",
        {
            "Build": ("Developer merges by hand: 2: Dev", "Runs tests on a laptop: 2: Dev"),
            "Release": (
                "Copies files to the server: 1: Ops",
                "Restarts the service at night: 1: Ops",
            ),
            "Watch": ("Customers report the outage: 1: Support", "Rolls back by hand: 1: Ops"),
        },
        {
            "Build": ("Developer opens a merge request: 4: Dev", "Pipeline runs all tests: 5: CI"),
            "Release": (
                "Pipeline copies files to the server: 5: CI",
                "Service restarts without a gap: 5: CI",
            ),
            "Watch": ("Alert reports the outage: 4: CI", "Rolls back in one click: 5: Ops"),
        },
        (
            ("Developer merges by hand", "Developer opens a merge request"),
            ("Runs tests on a laptop", "Pipeline runs all tests"),
            ("Copies files to the server", "Pipeline copies files to the server"),
            ("Restarts the service at night", "Service restarts without a gap"),
            ("Customers report the outage", "Alert reports the outage"),
            ("Rolls back by hand", "Rolls back in one click"),
        ),
    ),
    Pair(
        "moved and added",
        {
            "Search": ("Types keywords: 3: Buyer", "Compares prices in tabs: 2: Buyer"),
            "Buy": (
                "Creates an account: 1: Buyer",
                "Enters the address: 2: Buyer",
                "Pays: 3: Buyer",
            ),
            "Receive": ("Tracks the parcel: 2: Buyer",),
        },
        {
            "Search": ("Types keywords: 4: Buyer", "Compares prices side by side: 5: Buyer"),
            "Buy": ("Enters the address: 4: Buyer", "Pays with one tap: 5: Buyer"),
            "Receive": (
                "Follows the parcel on a map: 5: Buyer",
                "Creates an account if wanted: 4: Buyer",
                "Rates the seller: 4: Buyer",
            ),
        },
        (
            ("Types keywords", "Types keywords"),
            ("Compares prices in tabs", "Compares prices side by side"),
            ("Creates an account", "Creates an account if wanted"),
            ("Enters the address", "Enters the address"),
            ("Pays", "Pays with one tap"),
            ("Tracks the parcel", "Follows the parcel on a map"),
        ),
    ),
    Pair(
        "stages renamed",
        {
            "Discovery": ("Hears from a friend: 4: User", "Searches the web: 3: User"),
            "Sign-up": ("Fills a long form: 1: User", "Confirms the email: 2: User"),
            "First use": ("Reads the manual: 2: User", "Imports data by CSV: 1: User"),
        },
        {
            "Awareness": ("Hears from a friend: 4: User", "Finds it in the app store: 4: User"),
            "Onboarding": ("Signs in with Google: 5: User",),
            "Activation": ("Follows a guided tour: 5: User", "Connects data in one click: 5: User"),
        },
        (
            ("Hears from a friend", "Hears from a friend"),
            ("Imports data by CSV", "Connects data in one click"),
        ),
        (
            ("Searches the web", "Finds it in the app store"),
            ("Fills a long form", "Signs in with Google"),
            ("Confirms the email", "Signs in with Google"),
            ("Reads the manual", "Follows a guided tour"),
        ),
    ),
    Pair(
        "nothing in common",
        {"Commute": ("Scrapes ice off the car: 1: Driver", "Sits in traffic: 1: Driver")},
        {"Evening": ("Cooks with friends: 5: Host", "Plays a board game: 5: Host")},
        (),
    ),
    Pair(
        "support ticket",
        {
            "Report": (
                "Looks for the phone number: 2: Customer",
                "Explains the problem to an agent: 2: Customer",
            ),
            "Resolve": (
                "Agent searches three systems: 1: Agent",
                "Is passed to second level: 1: Customer",
                "Explains the problem again: 1: Customer",
                "Technician visits: 3: Technician",
            ),
            "Close": ("Gets a paper survey: 2: Customer",),
        },
        {
            "Report": (
                "Opens the chat in the app: 4: Customer",
                "Bot collects the problem: 4: Bot",
            ),
            "Resolve": (
                "Agent sees everything on one screen: 5: Agent",
                "Agent fixes it remotely: 5: Agent",
                "Technician visits only if needed: 4: Technician",
            ),
            "Close": ("Rates in the chat: 4: Customer",),
        },
        (
            ("Agent searches three systems", "Agent sees everything on one screen"),
            ("Technician visits", "Technician visits only if needed"),
        ),
        (
            ("Looks for the phone number", "Opens the chat in the app"),
            ("Explains the problem to an agent", "Bot collects the problem"),
            ("Is passed to second level", "Agent fixes it remotely"),
            ("Explains the problem again", "Agent fixes it remotely"),
            ("Gets a paper survey", "Rates in the chat"),
        ),
    ),
    Pair(
        "split and numbered",
        {
            "Loan": (
                "1. Visits the branch: 2: Client",
                "2. Submits documents: 2: Client",
                "3. Waits for credit check: 1: Client",
                "4. Signs the contract: 3: Client",
                "5. Receives the money: 4: Client",
            ),
        },
        {
            "Loan": (
                "1. Opens the bank app: 4: Client",
                "2. Uploads documents: 4: Client",
                "3. Instant credit check: 5: System",
                "4. Signs the contract by video: 5: Client",
                "5. Receives the money at once: 5: Client",
            ),
        },
        (
            ("2. Submits documents", "2. Uploads documents"),
            ("3. Waits for credit check", "3. Instant credit check"),
            ("4. Signs the contract", "4. Signs the contract by video"),
            ("5. Receives the money", "5. Receives the money at once"),
        ),
        (("1. Visits the branch", "1. Opens the bank app"),),
    ),
    Pair(
        "课程报名",
        {
            "了解": ("看到传单: 2: 家长", "打电话咨询: 2: 家长"),
            "报名": ("到校填写纸质表格: 1: 家长", "现金缴费: 2: 家长", "等待短信通知: 2: 家长"),
            "上课": ("老师点名: 3: 老师", "课后拍照交作业: 2: 学生"),
        },
        {
            "了解": ("朋友圈看到课程: 4: 家长", "在线客服咨询: 4: 家长"),
            "报名": ("小程序填写表格: 5: 家长", "微信支付缴费: 5: 家长"),
            "上课": ("扫码签到: 5: 学生", "线上提交作业: 4: 学生", "查看学习报告: 5: 家长"),
        },
        (
            ("看到传单", "朋友圈看到课程"),
            ("打电话咨询", "在线客服咨询"),
            ("到校填写纸质表格", "小程序填写表格"),
            ("现金缴费", "微信支付缴费"),
            ("课后拍照交作业", "线上提交作业"),
        ),
        (("老师点名", "扫码签到"),),
    ),
    Pair(
        "报销",
        {
            "提交": ("手工填写报销单: 1: 员工", "粘贴发票: 1: 员工", "找领导签字: 2: 员工"),
            "审核": ("财务逐张核对发票: 1: 财务", "退回补充材料: 1: 员工"),
            "付款": ("每月集中打款: 2: 财务",),
        },
        {
            "提交": (
                "系统自动生成报销单: 5: 系统",
                "拍照上传发票: 4: 员工",
                "领导手机审批: 4: 领导",
            ),
            "审核": ("AI 核对发票: 5: 系统",),
            "付款": ("当日自动打款: 5: 系统", "推送到账通知: 5: 系统"),
        },
        (
            ("手工填写报销单", "系统自动生成报销单"),
            ("粘贴发票", "拍照上传发票"),
            ("找领导签字", "领导手机审批"),
            ("财务逐张核对发票", "AI 核对发票"),
            ("每月集中打款", "当日自动打款"),
        ),
    ),
    Pair(
        "挂号就医",
        {
            "挂号": ("凌晨排队挂号: 1: 患者", "窗口缴费: 2: 患者"),
            "就诊": ("候诊两小时: 1: 患者", "医生问诊: 4: 医生", "手写病历: 2: 医生"),
            "取药": ("排队缴费: 2: 患者", "排队取药: 2: 患者"),
        },
        {
            "预约": ("手机预约挂号: 5: 患者",),
            "就诊": ("分时段候诊: 4: 患者", "医生问诊: 5: 医生", "语音录入病历: 4: 医生"),
            "取药": ("诊间支付: 5: 患者", "药品快递到家: 5: 患者"),
        },
        (
            ("凌晨排队挂号", "手机预约挂号"),
            ("候诊两小时", "分时段候诊"),
            ("医生问诊", "医生问诊"),
            ("手写病历", "语音录入病历"),
            ("排队缴费", "诊间支付"),
        ),
        (("排队取药", "药品快递到家"), ("窗口缴费", "诊间支付")),
    ),
    Pair(
        "仓库 mixed scripts",
        {
            "入库": ("收货 sign 纸质单: 2: 仓管", "手工录入 Excel: 1: 仓管"),
            "拣货": ("打印 picking list: 2: 仓管", "凭记忆找货位: 1: 仓管"),
            "出库": ("人工复核: 2: 仓管", "打电话叫快递: 2: 仓管"),
        },
        {
            "入库": ("PDA 扫码收货: 5: 仓管", "自动录入 WMS: 5: 系统"),
            "拣货": ("PDA 显示 picking list: 5: 仓管", "按灯光找货位: 5: 仓管"),
            "出库": ("称重复核: 4: 系统", "API 自动叫快递: 5: 系统"),
        },
        (
            ("收货 sign 纸质单", "PDA 扫码收货"),
            ("手工录入 Excel", "自动录入 WMS"),
            ("打印 picking list", "PDA 显示 picking list"),
            ("凭记忆找货位", "按灯光找货位"),
            ("人工复核", "称重复核"),
            ("打电话叫快递", "API 自动叫快递"),
        ),
    ),
    Pair(
        "租房",
        {
            "找房": ("刷多个平台: 2: 租客", "中介带看: 3: 租客"),
            "签约": ("线下签合同: 2: 租客", "押金转账: 2: 租客"),
            "入住": ("自己办水电: 1: 租客", "报修找不到人: 1: 租客"),
        },
        {
            "找房": ("一个平台看全部房源: 4: 租客", "VR 看房: 5: 租客"),
            "签约": ("电子合同签约: 5: 租客", "信用免押: 5: 租客"),
            "入住": ("水电自动开通: 5: 租客", "在线报修两小时响应: 5: 租客"),
        },
        (
            ("刷多个平台", "一个平台看全部房源"),
            ("线下签合同", "电子合同签约"),
            ("自己办水电", "水电自动开通"),
            ("报修找不到人", "在线报修两小时响应"),
        ),
        (("中介带看", "VR 看房"), ("押金转账", "信用免押")),
    ),
    Pair(
        "毫无关系",
        {"早上": ("挤地铁: 1: 上班族", "打卡: 2: 上班族")},
        {"周末": ("爬山看日出: 5: 游客", "泡温泉: 5: 游客")},
        (),
    ),
    Pair(
        "one stage each",
        {
            "Before": (
                "Manual data entry: 2: Analyst",
                "Copy between sheets: 1: Analyst",
                "Email report: 3: Analyst",
                "Boss asks for changes: 1: Boss",
            )
        },
        {
            "After": (
                "Automatic data import: 5: System",
                "Dashboard refreshes: 5: System",
                "Report link is shared: 5: Analyst",
                "Boss filters on his own: 5: Boss",
            )
        },
        (
            ("Manual data entry", "Automatic data import"),
            ("Email report", "Report link is shared"),
            ("Boss asks for changes", "Boss filters on his own"),
        ),
        (("Copy between sheets", "Dashboard refreshes"),),
    ),
    Pair(
        "办证",
        {
            "申请": ("线下填写申请表: 2: 市民", "复印身份证: 1: 市民", "窗口排队: 1: 市民"),
            "审批": ("人工审核材料: 2: 工作人员", "多部门盖章: 1: 工作人员"),
            "取证": ("电话通知: 3: 工作人员", "到窗口领证: 2: 市民"),
        },
        {
            "申请": ("网上填写申请表: 5: 市民", "刷脸认证: 5: 市民"),
            "审批": ("系统自动核验材料: 5: 系统", "部门数据共享: 5: 系统"),
            "取证": ("短信通知: 5: 系统", "电子证照即时下载: 5: 市民"),
        },
        (
            ("线下填写申请表", "网上填写申请表"),
            ("人工审核材料", "系统自动核验材料"),
            ("电话通知", "短信通知"),
            ("到窗口领证", "电子证照即时下载"),
        ),
        (("复印身份证", "刷脸认证"), ("多部门盖章", "部门数据共享")),
    ),
)
