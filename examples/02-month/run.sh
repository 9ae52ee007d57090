#!/bin/sh
# A month at a county petition bureau: what comes in goes on to whoever is competent; then the month's end.
# sh examples/02-month/run.sh [folder]: the ledger and the month's files are made in the folder.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-$(mktemp -d)}
cd "$folder"
export XINFANG_DB=ledger.db XINFANG_OFFICER=何静

on() {
    export XINFANG_TODAY="$1"
    printf '\n== %s\n' "$1"
}

# A bureau owes something else than a police office: within 15 days it forwards or assigns (第二十二条).
on 2026-10-08
xinfang init --office 安澜县信访局 --code 418800 --kind bureau --superior 安州市信访局
xinfang unit add 县住建局
xinfang unit add 县人社局
xinfang unit add 县公安局
xinfang officer add 何静
xinfang register --channel letter --name 麻春生 --address 北关镇菜园街5号 \
    --title 反映工地拖欠工资 --content 三名工友被拖欠八月工资共一万八千元 --headcount 3
xinfang classify 1 --category appeal --route 5 --code 农民工欠薪
xinfang assign 1 --unit 县人社局 --report-by 2026-11-20 --document 安信交〔2026〕31号

# A script may say it twice: the same key is never registered twice.
on 2026-10-16
xinfang register --json "$here/petition.json"
xinfang register --json "$here/petition.json"
xinfang classify 2 --category appeal --route 6
xinfang forward 2 --unit 县住建局 --document 安信转〔2026〕57号

on 2026-10-20
xinfang register --channel visit --name 涂国安 --address 柳林镇敬老院 --title 建议在敬老院门口设公交站 \
    --content 老人出行要走两公里
xinfang classify 3 --category suggestion
xinfang correct 3 --phone 15400000022 --reason 来访人补留电话

# Written down two days late: it counts for the 26th, and the ledger shows that it came late.
on 2026-10-28
xinfang redirect 3 --to 县交通运输局 --on 2026-10-26
xinfang today

on 2026-11-02
xinfang report --month 2026-10 -o month.xlsx
xinfang report --month 2026-10 -f markdown
xinfang list --from 2026-10-01 --to 2026-10-31 -f csv -o october.csv
xinfang export --reveal -o ledger.csv

# What was exported reads back; nothing comes in twice.
xinfang import ledger.csv
python3 "$here/../shell/backup.py" "$XINFANG_DB" "backup-$XINFANG_TODAY.db"
xinfang verify --db "backup-$XINFANG_TODAY.db"
xinfang verify
