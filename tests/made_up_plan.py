"""Days off of 2027, made up: the State Council publishes a year's late in the year before."""

PLAN_2027 = """
year = 2027
notice = "示例文号"
title = "《国务院办公厅关于2027年部分节假日安排的通知》"
notice_source = "TEXT"
[[holiday]]
name = "元旦"
off = { from = 2027-01-01, to = 2027-01-03 }
[[holiday]]
name = "春节"
off = { from = 2027-02-05, to = 2027-02-11 }
work = [2027-01-31, 2027-02-20]
[[holiday]]
name = "劳动节"
off = { from = 2027-05-01, to = 2027-05-05 }
[[holiday]]
name = "国庆节"
off = { from = 2027-10-01, to = 2027-10-07 }
"""
