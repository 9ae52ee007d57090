#!/bin/sh
# A petition goes to a unit that says it is not its own, comes back, and goes to the right one.
# sh examples/03-forward-objection/run.sh [folder]: the ledger is made in the folder, by default a temporary one.
set -eu

folder=${1:-$(mktemp -d)}
export XINFANG_DB="$folder/ledger.db" XINFANG_OFFICER=李明

on() {
    export XINFANG_TODAY="$1"
    printf '\n== %s\n' "$1"
}

on 2026-03-02
xinfang init --office 安澜县信访局 --code 418801 --kind bureau --superior 安州市信访局
xinfang unit add 县住建局 --outside
xinfang unit add 县人社局 --outside
xinfang officer add 李明
xinfang register --channel letter --name 苗桂芝 --address 城关镇书院巷3号 --title 反映工地拖欠工资 --content 请求督促支付
xinfang classify 1 --category appeal --route 6

# A bureau has 15 days to forward (第二十二条); from its signature the unit has 5 working days to object (第二十三条第三款).
on 2026-03-04
xinfang forward 1 --unit 县住建局
on 2026-03-05
xinfang receive 1 --receiver 收发室
on 2026-03-10
xinfang object 1 --reason 拖欠工资属劳动监察，不属本机关职权 --to 县人社局

# Nothing goes back without the sender's consent.
on 2026-03-11
xinfang settle-objection 1 --agree --reason 情况属实
xinfang assign 1 --unit 县人社局 --report-by 2026-04-30
on 2026-03-12
xinfang receive 1 --receiver 办公室
xinfang next 1
xinfang show 1
xinfang verify
