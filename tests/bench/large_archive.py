"""Writes an archive of any size: the stories of tests/relevance, in every commune, made longer.

One WARC file for each block of articles. The same articles each time: an
article's dice depend on its number alone, so that a block can be written, or
its text be given again, without the others.
"""

import concurrent.futures
import csv
import functools
import math
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "relevance")]
from generate import SEED, Newsroom, Story, make_page, slug  # noqa: E402
from grammar import VOCABULARY, Dice  # noqa: E402
from lexicon import Lexicon, Zipf  # noqa: E402
from spellings import unmarked  # noqa: E402

DATA = HERE.parents[1] / "data"
BLOCK = 5_000
PLACES_OF_A_STORY = 6
MEDIAN_SENTENCES, SPREAD = 13, 0.6  # of running text: most articles are short, a few very long
MOST_SENTENCES = 300
CAPTURED = "2025-01-15T03:00:00Z"


def read_units():
    """[(province, district, [communes])] of the gazetteer."""
    with open(DATA / "gazetteer/units.tsv", encoding="utf-8", newline="") as table:
        units = {row["code"]: row for row in csv.DictReader(table, delimiter="\t")}
    communes = {}
    for unit in units.values():
        district = units.get(unit["parent"])
        if district and district["parent"]:
            communes.setdefault(district["code"], []).append(unit["name"])
    return [(units[units[code]["parent"]]["name"], units[code]["name"], names)
            for code, names in communes.items()]


def host_of(province, district):
    label = "".join(c for c in unmarked(district).lower() if c.isalnum())
    return f"{label}.{''.join(c for c in unmarked(province).lower() if c.isalnum())}.gov.vn"


class LargeNewsroom(Newsroom):
    """Every district of the country, some of which write much more than others."""

    def __init__(self, dice):
        self.districts = Zipf(dice.some(read_units(), 1_000))
        super().__init__(dice)
        self.lexicon = Lexicon(dice, self.topics)
        surnames = (DATA / "officials/surnames.tsv").read_text(encoding="utf-8").splitlines()
        self.people["surname"] += [line.split("\t")[0] for line in surnames
                                   if line and not line.startswith(("#", "surname"))]
        self.rosters = {(province, district): self.rosters_of_district(dice)
                        for province, district, _ in self.districts.items}

    def place(self, dice):
        province, district, communes = self.districts.draw(dice)
        return {"province": province, "district": district, "commune": dice.pick(communes),
                "host": host_of(province, district)}

    def paper(self, dice):  # the same number in many districts, as in life
        kind, suffix = dice.pick(self.phrases["paper_kind"]).split("|")
        return kind, f"{dice.number(11, 4_800)}/{suffix}"


@functools.cache
def newsroom():
    return LargeNewsroom(Dice(SEED))


def length(dice):
    """A number of sentences, log-normal."""
    spread = sum(dice.source.random() for _ in range(12)) - 6  # near enough to a normal deviate
    return min(MOST_SENTENCES, int(MEDIAN_SENTENCES * math.exp(SPREAD * spread)))


def write_article(index, brief):
    """(facts, day, paragraphs) of article `index`; a brief one has no more than its story."""
    room, dice = newsroom(), Dice(SEED + 1 + index)
    room.places = [room.place(dice) for _ in range(PLACES_OF_A_STORY)]
    topic = dice.pick(list(room.topics))
    story = Story(room, dice, topic, {})
    title, paragraphs = story.write()
    if brief:
        paragraphs = paragraphs[:2]
    else:
        sentences = [room.lexicon.sentence(dice, topic) for _ in range(length(dice))]
        paragraphs += [" ".join(sentences[i:i + 4]) for i in range(0, len(sentences), 4)]
    return {**story.facts, "title": title}, story.day, paragraphs


def record(address, page):
    body = page.encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
            f"WARC-Date: {CAPTURED}\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n")
    return head.encode() + http + b"\r\n\r\n"


def write_block(path, first, last, brief):
    layouts = [layout.read_text(encoding="utf-8") for layout in sorted(VOCABULARY.glob("*.html"))]
    with open(path, "wb") as file:
        for index in range(first, last):
            facts, day, paragraphs = write_article(index, brief)
            page = make_page(Dice(SEED - 1 - index), layouts, facts, day, paragraphs)
            host, name = facts["host"], f"{slug(facts['title'])}-{index}.html"
            file.write(record(f"https://{host}/tin-tuc/{name}", page))


def write_archive(folder, articles, brief=False, workers=2):
    """Fills `folder` with WARC files of `articles` articles."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with concurrent.futures.ProcessPoolExecutor(workers) as pool:
        blocks = [pool.submit(write_block, folder / f"{first // BLOCK:04}.warc", first,
                              min(first + BLOCK, articles), brief)
                  for first in range(0, articles, BLOCK)]
        for block in blocks:
            block.result()
