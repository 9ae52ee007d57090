#!/bin/sh
# One petition from its registration to its end, day by day; then everything the ledger knows of it.
# sh examples/01-one-petition/run.sh [folder]: the ledger is made in the folder, by default a temporary one.
set -eu

folder=${1:-$(mktemp -d)}
export XINFANG_DB="$folder/ledger.db" XINFANG_OFFICER=李明

# In real life today is today; here the calendar is turned by hand.
on() {
    export XINFANG_TODAY="$1"
    printf '\n== %s\n' "$1"
}

on 2026-03-02
xinfang init --office 安澜县公安局 --code 418801 --kind police --superior 安州市公安局
xinfang unit add 城关派出所
xinfang officer add 李明
xinfang officer add 周敏 --unit 城关派出所
xinfang register --channel visit --name 苗桂芝 --address 城关镇书院巷3号 --phone 15400000005 \
    --title 邻居养犬夜间吠叫 --content 多次报警，民警到场劝说后仍未解决，请求依法处理

on 2026-03-03
xinfang classify 1 --category appeal --route 6 --code 养犬扰民 --branch 派出所

# Accepting starts the 60 days. They end on 3 May, inside the Labour Day holiday: the last lawful day is 6 May.
on 2026-03-04
xinfang accept 1 --unit 城关派出所 --officer 周敏

# Once, at most 30 days, by decision of the head, before the time is over; and the petitioner is told why.
on 2026-04-28
xinfang extend 1 --days 30 --approver 张局长 --reason 需等待犬只检疫和鉴定结果

on 2026-05-25
xinfang reply 1 --outcome support --document 安公信复〔2026〕1号 --basis 《中华人民共和国治安管理处罚法》 \
    --content 已责令饲养人限期整改，夜间不得将犬只留置阳台

# From the day she has it in hand, 30 days run in which she may ask the superior for a review.
on 2026-05-27
xinfang serve 1 --method in-person --receiver 苗桂芝
xinfang close 1 --result 信访人表示满意

on 2026-05-28
xinfang show 1
xinfang why 1
xinfang verify
