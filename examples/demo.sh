#!/bin/sh
# `make demo`: a look at everything with the invented ledger of this folder.
# Works in demo/ only (or the folder given as first argument) and starts it afresh each time.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-$here/../demo}

mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
# Short names are easier to read back.
cd "$here/.."
folder=${folder#"$(pwd)/"}
rm -f "$folder/ledger.db" "$folder/ledger.db-wal" "$folder/ledger.db-shm" "$folder/errors.csv"

# The clerk goes on with this; her own ledger and the real day stay out of it.
cat >"$folder/xinfang" <<'END'
#!/bin/sh
# 演示用: 只读写本文件夹里的 ledger.db，“今天”固定为 2026-11-02。
here=$(cd "$(dirname "$0")" && pwd)
PATH="$here/../.venv/bin:$PATH" XINFANG_DB="$here/ledger.db" XINFANG_TODAY=2026-11-02 XINFANG_OFFICER=李明 exec xinfang "$@"
END
chmod +x "$folder/xinfang"

step() {
    printf '\n== %s\n' "$1"
}

run() {
    printf '$ xinfang %s\n' "$*"
    "$folder/xinfang" "$@"
}

step '建立台账，加经办人（演示中的今天是 2026-11-02）'
run init --office 安澜县公安局 --code 418801 --kind police --superior 安州市公安局
run unit add 信访室
run officer add 李明 --unit 信访室

step '导入原来的 Excel 台账；有错的两行写到 errors.csv，其余照收'
# 1: some rows were left out, as they should be.
run import examples/ledger.xlsx --map examples/ledger-map.toml --errors "$folder/errors.csv" || test $? -eq 1

step '登记一件来访'
run register --channel visit --name 林晓梅 --phone 15400000099 --address 城关镇幸福路12号 \
    --title 反映小区门口违停堵塞消防通道 --content 请求派员处理，并告知处理结果

step '哪些超期了'
run overdue

step '上个月的情况'
run report --month 2026-10

cat <<'END'

== 接下来试试（都在演示台账里，怎么试都不要紧；再输入 make demo 就重新开始）
  demo/xinfang today                    今日要办
  demo/xinfang show 24                  刚登记的这一件
  demo/xinfang why 15                   这一件为什么超期，逐行说明
  demo/xinfang classify 24 --category appeal --route 6
  demo/xinfang accept 24 --unit 交警大队  受理，60日自这一天起算
  demo/xinfang register                 不带选项: 逐项询问
  demo/xinfang search 噪音              全文查找
  demo/xinfang report --month 2026-10 -o 月报.docx   还有 .html、.xlsx
  demo/xinfang board -o 看板.html         今日要办、今后四周，一页
  demo/xinfang --help                   全部命令

== 正式使用
  .venv/bin/xinfang init --help         建立自己单位的台账；其余见 README.md
END
