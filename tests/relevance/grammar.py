"""Reads the vocabulary of the generated archive and fills its sentence patterns."""

import pathlib
import random
import re

VOCABULARY = pathlib.Path(__file__).resolve().parent / "archive"
CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
ABBREVIATION = re.compile(r"\[(\w+)=([^\]]+)\]")
SLOT = re.compile(r"\{(\w+)\}")


class Dice:
    """Draws that any Python repeats: only random(), whose stream is promised never to change."""

    def __init__(self, seed):
        self.source = random.Random(seed)

    def number(self, low, high):
        return low + int(self.source.random() * (high - low + 1))

    def chance(self, share):
        return self.source.random() < share

    def pick(self, items):
        return items[self.number(0, len(items) - 1)]

    def some(self, items, count):
        """`count` different items, in drawn order."""
        rest = list(items)
        return [rest.pop(self.number(0, len(rest) - 1)) for _ in range(min(count, len(rest)))]


def read_sections(path):
    """The blocks of a vocabulary file: {heading: its lines}."""
    sections, lines = {}, []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            lines = sections.setdefault(line[2:], [])
        elif line:
            lines.append(line)
    return sections


def read_topics():
    topics = {}
    for key, lines in read_sections(VOCABULARY / "topics.txt").items():
        names = next(line for line in lines if line.startswith("n: "))
        titles = next(line for line in lines if line.startswith("t: "))
        topics[key] = {"names": names[3:].split(" | "), "titles": titles[3:].split(" | "),
                       "sentences": [line[2:] for line in lines if line.startswith("- ")]}
    return topics


def read_phrases():
    return {heading: [line[2:] for line in lines]
            for heading, lines in read_sections(VOCABULARY / "phrases.txt").items() if lines}


def read_table(name):
    text = (VOCABULARY / name).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()]
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def grouped(number):
    return f"{number:,}".replace(",", ".")


FIGURES = {  # how a figure of each slot is drawn
    "d": lambda dice: str(dice.number(2, 12)),
    "n": lambda dice: str(dice.number(13, 99)),
    "N": lambda dice: grouped(dice.number(101, 9_990)),
    "ha": lambda dice: f"{dice.number(6, 480)},{dice.number(1, 9)} ha",
    "tr": lambda dice: f"{dice.number(15, 480)} triệu đồng",
    "ty": lambda dice: f"{dice.number(1, 68)},{dice.number(1, 9)} tỷ đồng",
    "pc": lambda dice: f"{dice.number(51, 99)},{dice.number(1, 9)}%",
}


def fill(pattern, slots, dice, short):
    """`pattern` with its choices made; a slot's value may be a function of the dice.

    short  whether [ABBR=full form] becomes the abbreviation
    """
    text = CHOICE.sub(lambda found: dice.pick(found[1].split("|")), pattern)
    while SLOT.search(text):
        text = SLOT.sub(lambda found: value_of(found[1], slots, dice), text, count=1)
    return ABBREVIATION.sub(lambda found: found[1] if short else found[2], text)


def value_of(name, slots, dice):
    value = slots[name] if name in slots else FIGURES[name]
    return value(dice) if callable(value) else value


def capitalised(text):
    return text[:1].upper() + text[1:]
