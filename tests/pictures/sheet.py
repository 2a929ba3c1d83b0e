"""One page with all pictures side by side: a row for each screen, a column for each variant. Opens in any browser."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

HEAD = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Second Look, every screen</title>
<style>body{font:16px/1.4 system-ui;margin:1rem;background:#d6d0c4}td{vertical-align:top;padding:4px}
img{width:240px;display:block;border:1px solid #0003}th{text-align:left;vertical-align:top}</style><table>"""


def write_sheet(folder: Path, scenes: Iterable[str], variants: Iterable[str]) -> Path:
    columns = list(variants)
    sheet = folder / "index.html"
    heading = "<tr><th>" + "".join(f"<th>{escape(column)}" for column in columns)
    rows = [row(scene, columns) for scene in scenes]
    sheet.write_text("\n".join([HEAD, heading, *rows, "</table></html>\n"]))
    return sheet


def row(scene: str, variants: list[str]) -> str:
    return f"<tr><th>{escape(scene)}" + "".join(cell(f"{scene}--{variant}.png") for variant in variants)


def cell(file: str) -> str:
    return f'<td><a href="{file}"><img loading="lazy" alt="" src="{file}"></a>'
