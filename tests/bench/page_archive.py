"""Writes pages of the size that portals serve: 31 KB, of which 4 KB are text.

Every page is one of data/sample whose frame is filled up with the menus, lists of links,
scripts and style attributes that make the rest of a real page, and whose text is repeated
with other numbers up to 4 KB. The same pages each time.

    python3 tests/bench/page_archive.py FOLDER [PAGES [SITES]]
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE_BYTES = 31_000
TEXT_BYTES = 4_000
MENU = ["Giới thiệu", "Tin tức - Sự kiện", "Văn bản chỉ đạo", "Thủ tục hành chính", "Lịch công tác",
        "Cải cách hành chính", "Nông thôn mới", "Quốc phòng - An ninh", "Hỏi đáp", "Liên hệ"]


def link(number):
    name = MENU[number % len(MENU)]
    return (f'<li class="menu-item menu-item-{number} level{number % 3}" style="border-top:1px solid #ccc">'
            f'<a href="/portal/pages/{number}/danh-muc.html" title="{name}" class="link nav-link"'
            f' data-id="{number}"><span class="text">{name} {number}</span></a></li>\n')


def script(number):
    return (f'<script type="text/javascript">/* block {number} */ var config{number} = '
            f'{{"id": {number}, "url": "/api/{number}", "on": true}}; '
            f'document.addEventListener("load", function () {{ start({number}); }});</script>\n')


def frame(wanted):
    """Links and scripts in turn, together about `wanted` bytes."""
    parts, size, number = [], 0, 0
    while size < wanted:
        part = script(number) if number % 6 == 5 else link(number)
        parts.append(part)
        size += len(part.encode())
        number += 1
    return f'<div class="sidebar col-md-3"><ul class="nav">{"".join(parts)}</ul></div>'


def longer(page, number):
    """Its longest paragraphs again, with other numbers, until there are 4 KB of text."""
    paragraphs = [p for p in re.findall(r"<p[^>]*>[^<]{120,}</p>", page)]
    if not paragraphs:
        return page
    text = sum(len(p.encode()) for p in paragraphs)
    more = []
    while text < TEXT_BYTES:
        again = re.sub(r"\d+", lambda m: str(int(m[0]) + len(more) + number % 90 + 1),
                       paragraphs[len(more) % len(paragraphs)])
        again = again.replace(". ", f", lần thứ {number + len(more)}. ", 1)
        more.append(again)
        text += len(again.encode())
    return page.replace(paragraphs[-1], paragraphs[-1] + "".join(more), 1)


def write(folder, pages, sites):
    originals = []
    for path in sorted((ROOT / "data/sample").rglob("*.html")):
        try:
            originals.append(path.read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            pass  # the legacy encodings are rare
    rows = ["file\turl\tcaptured_at"]
    for number in range(pages):
        page = longer(originals[number % len(originals)], number)
        end = page.lower().rfind("</body>")
        end = len(page) if end < 0 else end
        missing = PAGE_BYTES - len(page.encode())
        page = page[:end] + (frame(missing) if missing > 0 else "") + page[end:]
        host = f"site{number % sites:02}.example.gov.vn"
        (folder / host).mkdir(parents=True, exist_ok=True)
        name = f"{host}/tin-{number:05}.html"
        (folder / name).write_text(page, encoding="utf-8")
        rows.append(f"{name}\thttps://{name}\t2025-01-15T03:00:00Z")
    (folder / "urls.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    numbers = [int(number) for number in sys.argv[2:]]
    write(pathlib.Path(sys.argv[1]), *(numbers + [2_000, 10][len(numbers):]))
