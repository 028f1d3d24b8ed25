"""Questions of 3 to 9 syllables drawn from the large archive, and keystrokes of its names."""

import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "relevance")]
from grammar import Dice  # noqa: E402
from large_archive import newsroom, write_article  # noqa: E402
from spellings import half_unmarked, unmarked  # noqa: E402

SEED = 77
PER_KIND = 25
FEWEST, MOST = 3, 9  # syllables
WORD = re.compile(r"[^\W_]+")
COMMON = (
    "ủy ban nhân dân huyện", "uy ban nhan dan huyen", "hội đồng nhân dân xã", "của các xã và huyện",
    "năm nay trên địa bàn huyện", "được thực hiện tại các xã", "cán bộ và nhân dân trong xã",
    "phát triển địa phương trong năm", "công tác tổ chức cán bộ của huyện", "và của trong các",
    "nhung nguoi duoc cho voi", "cong tac cua huyen uy", "ông chủ tịch ủy ban nhân dân xã",
    "thuc hien cong tac tai dia phuong", "khi có một số người dân", "xã huyện tỉnh năm",
    "ngày tháng năm tại xã", "phó chủ tịch ủy ban nhân dân huyện", "bí thư huyện ủy và chủ tịch",
    "nhiều người dân trong xã cho biết", "theo báo cáo của huyện", "thời gian tới xã tiếp tục",
    "UBND huyện và các xã", "hoi nong dan huyen", "những năm trước đây còn rất")


class Drawer:
    def __init__(self, articles):
        self.dice, self.articles = Dice(SEED), articles

    def article(self):
        return write_article(self.dice.number(0, self.articles - 1), brief=False)

    def row(self, text, fewest=FEWEST, most=MOST):
        """Neighbouring words of a text, perhaps fewer where it is short."""
        words = WORD.findall(text)
        count = min(self.dice.number(fewest, most), len(words))
        first = self.dice.number(0, len(words) - count)
        return " ".join(words[first:first + count])

    def headline(self):
        return self.row(self.article()[0]["title"])

    def body(self, fewest=FEWEST, most=MOST):
        return self.row(self.dice.pick(self.article()[2]), fewest, most)

    def scattered(self):
        """Words of one article that do not stand together."""
        words = sorted(set(WORD.findall(" ".join(self.article()[2]))))
        return " ".join(self.dice.some(words, self.dice.number(FEWEST, 6)))

    def topic_and_place(self):
        facts = self.article()[0]
        name = self.dice.pick(newsroom().topics[facts["topic"]]["names"])
        return f"{name} {self.dice.pick(('xã ' + facts['commune'], facts['district']))}"

    def official(self):
        while True:
            officials = self.article()[0]["officials"]
            if officials:
                return officials[0]

    def unfound(self):
        """Words of different articles: no article has them all."""
        return " ".join(self.body(2, 2) for _ in range(3))

    def slip(self):
        words = self.headline().split()
        at = max(range(len(words)), key=lambda i: len(words[i]))
        letter = self.dice.number(1, len(words[at]) - 1)
        words[at] = words[at][:letter] + "x" + words[at][letter:]
        return " ".join(words)


def draw_questions(articles):
    """[(kind, question)]"""
    draw = Drawer(articles)
    kinds = {
        "of a headline": draw.headline,
        "of a headline, no marks": lambda: unmarked(draw.headline()),
        "of a headline, half the marks": lambda: half_unmarked(draw.headline()),
        "of the text": draw.body,
        "of the text, no marks": lambda: unmarked(draw.body()),
        "scattered words": draw.scattered,
        "topic and place": draw.topic_and_place,
        "topic and place, no marks": lambda: unmarked(draw.topic_and_place()),
        "an official": draw.official,
        "a phrase": lambda: f'"{draw.body(3, 5)}"',
        "a phrase, no marks": lambda: unmarked(f'"{draw.body(3, 5)}"'),
        "this OR that": lambda: f"{draw.body(2, 4)} OR {draw.body(2, 4)}",
        "one word excluded": lambda: f"{draw.headline()} -{draw.body(1, 1)}",
        "together nowhere": draw.unfound,
        "one slip": draw.slip,
    }
    drawn = [(kind, one()) for kind, one in kinds.items() for _ in range(PER_KIND)]
    return drawn + [("common words only", question) for question in COMMON]


def draw_keystrokes(articles):
    """[(kind, what is typed so far)]: each beginning of what a reader types."""
    draw = Drawer(articles)
    whole = {"an official": draw.official, "a headline": draw.headline,
             "a place": lambda: draw.article()[0]["commune"],
             "a district, no marks": lambda: unmarked(draw.article()[0]["district"]),
             "a topic": lambda: draw.dice.pick(newsroom().topics[draw.article()[0]["topic"]]["names"])}
    typed = {(kind, text[:end]) for kind, one in whole.items() for text in
             (one() for _ in range(PER_KIND)) for end in range(1, len(text) + 1)}
    letters = [("one letter", letter) for letter in "abcdđeghiklmnopqrstuvxy"]
    short = [("short", text) for text in "ng ngu nguyen v nguyễn v thi văn tr tran h xã huyen p ph th "
             "công ty uy ban phường 1 le v hội xa t n t".split(" ")]
    return sorted(letters + short) + sorted(typed)
