#!/bin/sh
# A group visit: at most five representatives, two demands, each classified and answered by itself.
# sh examples/04-group-visit/run.sh [folder]: the ledger is made in the folder, by default a temporary one.
set -eu

folder=${1:-$(mktemp -d)}
export XINFANG_DB="$folder/ledger.db" XINFANG_OFFICER=李明

on() {
    export XINFANG_TODAY="$1"
    printf '\n== %s\n' "$1"
}

on 2026-03-02
xinfang init --office 安澜县公安局 --code 418801 --kind police --superior 安州市公安局
xinfang unit add 交警大队
xinfang officer add 李明
xinfang officer add 周敏 --unit 交警大队

# 第二十条第三款: representatives, five at most; the others are counted.
xinfang register --channel visit --name 苗桂芝 --address 城关镇书院巷3号 --headcount 12 --urgent \
    --title 校门口事故多发 --content 请求增设信号灯，并复核一起事故的处理
xinfang urgent 1 --to 县委县政府 --facts 12人到局反映，情绪平稳 --measures 领导接访，安排专人答复
xinfang leader-visit 1 --form reception --leader 王局长 --result 当面承诺两周内答复
xinfang classify 1 --category appeal --route 6
xinfang demand 1 --text 请求复核一起事故的处理 --category appeal --route 4

on 2026-03-04
xinfang accept 1 --unit 交警大队 --officer 周敏

# The second demand has a procedure of its own (第三十一条第（四）项); the first is answered by an opinion.
on 2026-03-06
xinfang divert 1 --demand 2 --procedure 道路交通事故认定复核 --to 安州市公安局
on 2026-03-16
xinfang reply 1 --demand 1 --outcome support --content 已增设信号灯 --basis 《中华人民共和国道路交通安全法》
xinfang letter 1 opinion -o "$folder/opinion.docx"
on 2026-03-17
xinfang serve 1 --receiver 苗桂芝
xinfang carry-out 1 --text 信号灯已启用
xinfang show 1
xinfang check 1
xinfang verify
