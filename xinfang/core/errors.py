"""What can go wrong, said so that a clerk can act on it: code, reason, article, remedy.

Codes: E1xx input, E2xx not found, E3xx procedure, E4xx store, E5xx exchange. The catalogue below
is the list printed in docs/errors.md; a problem whose code is not in it cannot be raised.
"""

CATALOGUE: dict[str, str] = {
    # E1xx input
    "E101": "命令用法不对",
    "E102": "日期写法认不出或不存在",
    "E103": "日期在将来",
    "E104": "填的词不在可选范围内",
    "E105": "必填项没有填",
    "E106": "身份证件号码有误",
    "E107": "信访件编号写法不对",
    "E108": "数目不对",
    "E109": "代表人数超过5人",
    "E110": "同一个 --key 已用于内容不同的信访件",
    "E111": "文字过长或含有不能保存的字符",
    "E112": "规则书有错，不能加载",
    "E113": "节假日安排文件有错",
    "E114": "日期先后颠倒",
    "E116": "设置项的名称或取值不对",
    "E117": "名称已经存在",
    "E118": "JSON 内容不对",
    "E119": "查询码不对",
    "E120": "电脑的日期早于台账里已有的记载",
    # E2xx not found
    "E201": "没有这件信访件",
    "E202": "没有这个单位",
    "E203": "没有这名经办人",
    "E204": "没有这个内容分类",
    "E205": "没有这条记载",
    "E206": "没有这一年的节假日安排",
    "E207": "没有这一项诉求、督办或者建议",
    "E208": "台账从来没有过这个指纹，或者那时还没有记载",
    # E3xx procedure
    "E301": "目前的状态不能办这一步",
    "E302": "延长期限超过上限",
    "E303": "期限只能延长一次",
    "E304": "期限已届满，不能再延长",
    "E305": "没有可以延长的期限",
    "E306": "早于应当在先的一步",
    "E307": "还没有甄别分类",
    "E308": "还没有受理",
    "E309": "不是转送、交办来的信访件，不能提出异议",
    "E310": "异议期已过",
    "E311": "应当先做的事还没有做，不能办结",
    "E312": "该项记载不能撤销",
    "E313": "首接单位、首接人不可更改",
    "E314": "该办理途径不出具信访处理意见书",
    "E315": "该项已经办过，不能重复",
    "E316": "不得转给被检举、揭发的人员或者单位",
    "E317": "受限的信访件要加 --restricted 才能看",
    "E318": "不在可以查看这一件的人员之列",
    "E319": "申请、评价期限已过",
    "E320": "应当由信访人书面提出",
    "E321": "不符合适用条件",
    "E322": "已经回避的人员不得办理",
    "E323": "信访件不能这样关联",
    # E4xx store
    "E401": "还没有建立台账",
    "E402": "这个位置不是台账文件",
    "E403": "台账由更新版本的程序建立",
    "E404": "台账文件只能读，不能写",
    "E405": "台账正被别的程序占用",
    "E406": "磁盘已满",
    "E407": "台账校验不符",
    "E408": "台账已经存在",
    "E409": "台账文件读写出错",
    "E410": "台账不是印出这个指纹的那一份，或者此后被改动、截短",
    # E5xx exchange
    "E501": "文件不存在或不能读",
    "E502": "文件格式认不出",
    "E503": "工作簿有密码",
    "E504": "没有找到表头",
    "E505": "字段对照或内容分类文件有错",
    "E506": "文字编码认不出",
    "E507": "不能写出文件",
    "E508": "文书模板有错",
}


class Problem(Exception):
    """Anything the user is told instead of a result.

    code: a key of CATALOGUE. what: the sentence for this occasion. basis: the article or reason.
    remedy: what to type or do instead. exit_code: what the shell sees (design: contracts with scripts).
    """

    exit_code = 2

    def __init__(self, code: str, what: str, *, basis: str = "", remedy: str = "") -> None:
        if code not in CATALOGUE:
            raise KeyError(f"error code not in the catalogue: {code}")
        super().__init__(what)
        self.code = code
        self.what = what
        self.basis = basis
        self.remedy = remedy

    def __str__(self) -> str:
        lines = [f"{self.code}: {self.what}"]
        if self.basis:
            lines.append(f"  依据: {self.basis}")
        if self.remedy:
            lines.append(f"  可试: {self.remedy}")
        return "\n".join(lines)


class BadInput(Problem):
    """E1xx: what was typed cannot be meant."""


class NotFound(Problem):
    """E2xx: what was named does not exist."""

    exit_code = 4


class NotAllowed(Problem):
    """E3xx: the law or the state of the case does not allow it."""

    exit_code = 3


class StoreUnusable(Problem):
    """E4xx: the ledger file cannot be used."""

    exit_code = 5


class ExchangeFailed(Problem):
    """E5xx: a file from or for outside cannot be read or written."""
