"""Writes the document of its name with python-docx: an official paper without heading styles, as people type them."""
import struct
import sys
import zlib

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt


def png(width, height):
    rows = b"".join(b"\0" + bytes((180, 40, 40)) * width for _ in range(height))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def centred(document, text, bold, size):
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.bold = bold
    run.font.size = Pt(size)


def led(document, head, rest):
    paragraph = document.add_paragraph()
    paragraph.add_run(head).bold = True
    paragraph.add_run(rest)


target = sys.argv[1]
with open(target + ".png", "wb") as out:
    out.write(png(320, 200))
document = docx.Document()
centred(document, "示例党支部乙一“三问两帮”工作法", True, 22)
centred(document, "（作者：示例编辑）", False, 12)
document.add_paragraph(
    '\u3000\u3000示例单位乙共有水文站两个,党员轮班在外,一半的组织生活没有参加。2024年起,'
    '示例单位乙的示例党支部乙一开始摸索"三问两帮"的办法(见图1)。'
)
document.add_paragraph("一、工作背景")
document.add_paragraph("\u3000\u3000外业党员管理难，学习主动性不足。外业党员管理是水文外业的老问题。")
document.add_paragraph("二、主要做法")
document.add_paragraph("（一）三问")
paragraph = document.add_paragraph("\xa0\xa0每周五问岗位、问学习、问困难。写作a_b*c<d>|e，记作10")
paragraph.add_run("3").font.superscript = True
for text in ("1.问岗位学会了没有；", "2.问学习读了什么；", "3.问困难。"):
    document.add_paragraph(text)
document.add_paragraph("（二）两帮")
led(document, "1.帮技术。", "当周现场带一次，做到件件有回音。")
led(document, "2.帮组织生活。", "轮班时提前排好。")
document.add_picture(target + ".png", width=Cm(8))
centred(document, "图1 江边的测站", False, 10)
document.add_paragraph("三、工作成效")
document.add_paragraph("独立上岗的时间从六个月减到四个月。")
rows = [["指标", "之前", "之后"], ["独立上岗(月)", "6", "4"], ["参加率", "50%", "92%"], ["", "60%", "93%"]]
table = document.add_table(rows=4, cols=3)
for i, row in enumerate(rows):
    for j, text in enumerate(row):
        table.cell(i, j).text = text
table.cell(2, 0).merge(table.cell(3, 0))
for text in ("要点一", "要点二"):
    document.add_paragraph(text, style="List Bullet")
for text in ("第一步", "第二步"):
    document.add_paragraph(text, style="List Number")
for text in ("\uf06c 图形项目一", "\uf06c 图形项目二"):
    document.add_paragraph(text)
document.add_paragraph("（来源：示例网 https://example.cn/a_b.html）")
document.add_paragraph("2025年12月5日")
document.sections[0].header.paragraphs[0].text = "讨论稿页眉"
document.save(target)
