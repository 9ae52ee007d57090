"""How sure a value of the law is, in words."""

SOURCE_WORDS = {
    "TEXT": "条文原文",
    "QUOTE": "二手引文，原文未见",
    "MEMORY": "凭记忆，须核",
    "CODE": "实务系统做法，非法律依据",
    "SEED": "实务材料，非法律依据",
    "OWN": "本单位设定",
}
