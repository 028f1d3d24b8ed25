"""Writes an archive of invented local news whose relevant articles are known by construction.

Every article has one topic, one commune, one year, and may name officials, one
document number and one motto; the same draw that writes the page notes them.
Other topics, other places and other people appear in passing, as they do in
news, and are not noted: an article that only mentions a thing is no answer.
"""

import pathlib
import re

from grammar import VOCABULARY, Dice, capitalised, fill, read_phrases, read_table, read_topics
from spellings import other_placement, unmarked

SEED = 20_240_817
ARTICLES = 2_520
YEARS = (2011, 2024)
TERMS = ((2011, 2015), (2016, 2020), (2021, 2024))

class Newsroom:
    """What all articles share: topics, places, the officials of each district and term."""

    def __init__(self, dice):
        self.topics = read_topics()
        self.phrases = read_phrases()
        self.places = read_table("places.tsv")
        self.people = {row["part"]: row["syllables"].split() for row in read_table("people.tsv")}
        self.used_numbers = set()
        districts = sorted({(place["province"], place["district"]) for place in self.places})
        self.rosters = {district: self.rosters_of_district(dice) for district in districts}

    def person(self, dice):
        return " ".join(dice.pick(self.people[part]) for part in ("surname", "middle", "given"))

    def rosters_of_district(self, dice):
        """One list of names a term, in the order of the posts; some move up in the next term."""
        rosters = []
        for _ in TERMS:
            names = [self.person(dice) for _ in self.phrases["post"]]
            if rosters and dice.chance(0.5):
                names[0] = rosters[-1][1]
            if rosters and dice.chance(0.5):
                names[1] = rosters[-1][2]
            rosters.append(names)
        return rosters

    def paper(self, dice):
        """A document number that no other article has; the number alone may recur."""
        while True:
            kind, suffix = dice.pick(self.phrases["paper_kind"]).split("|")
            number = f"{dice.number(11, 480)}/{suffix}"
            if number not in self.used_numbers:
                self.used_numbers.add(number)
                return kind, number


class Story:
    """One article being written, and what is true of it."""

    def __init__(self, room, dice, topic, order):
        self.room, self.dice = room, dice
        self.place = dice.pick([place for place in room.places if ordered(place, order)])
        year = int(order.get("year", dice.number(*YEARS)))
        self.day = f"{dice.number(1, 28):02}/{dice.number(1, 12):02}/{year}"
        self.short = dice.chance(0.5)
        self.facts = {**self.place, "topic": topic, "year": str(year), "officials": [],
                      "number": "", "motto": "", "style": "new" if dice.chance(0.5) else "old"}
        own, others = room.topics[topic], [key for key in room.topics if key != topic]
        self.topic, self.foreign = own, [room.topics[key] for key in dice.some(others, 2)]
        self.slots = {
            "X": f"xã {self.place['commune']}", "H": f"huyện {self.place['district']}",
            "T": f"tỉnh {self.place['province']}", "Y": str(year), "day": self.day,
            "name": lambda d: d.pick(own["names"]), "P2": self.elsewhere,
            "other": lambda d: d.pick(self.foreign[0]["names"]),
            "another": lambda d: d.pick(self.foreign[1]["names"]),
            "thon": lambda d: d.pick(room.phrases["hamlet"]),
            "second": own["names"][1], "third": own["names"][2],
            "O": self.official, "D": self.paper, "M": self.motto,
            "C": lambda d: f"{d.pick(('ông', 'bà', 'anh', 'chị'))} {room.person(d)}",
        }

    def elsewhere(self, dice):
        place = dice.pick(self.room.places)
        return f"xã {place['commune']}, huyện {place['district']}"

    def official(self, dice):
        term = next(i for i, (_, last) in enumerate(TERMS) if int(self.facts["year"]) <= last)
        roster = self.room.rosters[self.place["province"], self.place["district"]][term]
        post = dice.number(0, len(roster) - 1)
        self.facts["officials"].append(roster[post])
        honour = dice.pick(self.room.phrases["honour"])
        return f"{honour} {roster[post]}, {self.room.phrases['post'][post]}"

    def paper(self, dice):
        kind, self.facts["number"] = self.room.paper(dice)
        return f"{kind} số {self.facts['number']}"

    def motto(self, dice):
        halves = [dice.pick(self.room.phrases[key]) for key in ("motto_first", "motto_second")]
        self.facts["motto"] = ", ".join(halves)
        return self.facts["motto"]

    def line(self, pattern):
        return capitalised(fill(pattern, self.slots, self.dice, self.short))

    def of(self, heading):
        return self.line(self.dice.pick(self.room.phrases[heading]))

    def paragraphs(self):
        dice = self.dice
        own = [self.line(s) for s in dice.some(self.topic["sentences"], dice.number(3, 5))]
        lines = [self.of("lead"), *own[:2]]
        for heading, share in (("naming", 0.75), ("speech", 0.6), ("citizen", 0.5),
                               ("paper", 0.4), ("motto", 0.25)):
            if dice.chance(share):
                lines.append(self.of(heading))
        lines += own[2:]
        for heading, share in (("mention", 0.6), ("neighbour", 0.4)):
            if dice.chance(share):
                lines.append(self.of(heading))
        if dice.chance(0.35):  # another topic's sentence, from another place
            foreign = {**self.slots, "X": self.elsewhere(dice)}
            pattern = dice.pick(self.foreign[0]["sentences"])
            lines.append(capitalised(fill(pattern, foreign, dice, self.short)))
        return [*lines, self.of("closing")]

    def write(self):
        """Title and paragraphs, in the story's style of tone placement."""
        named = dict(self.slots)
        if self.dice.chance(0.5):  # headlines often leave the type of a place out
            named.update(X=self.place["commune"], H=self.place["district"])
        pattern = self.dice.pick(self.topic["titles"])
        title = capitalised(fill(pattern, named, self.dice, self.short))
        styled = other_placement if self.facts["style"] == "new" else str
        self.facts["title"] = styled(title)
        return self.facts["title"], [styled(line) for line in self.paragraphs()]


def ordered(facts, order):
    """Whether `facts` agree with what an order says of the same things."""
    return all(order.get(name, value) == value for name, value in facts.items())


def slug(title):
    return re.sub(r"[^a-z0-9]+", "-", unmarked(title).lower()).strip("-")[:60].strip("-")


def make_page(dice, layouts, facts, day, paragraphs):
    body = "\n".join(f"<p>{line}</p>" for line in paragraphs)
    site = f"Cổng thông tin điện tử huyện {facts['district']}"
    page = dice.pick(layouts)
    for name, value in (("title", facts["title"]), ("site", site), ("day", day), ("body", body)):
        page = page.replace("{" + name + "}", value)
    return page


def generate(folder, orders):
    """Fills `folder` with pages and urls.tsv; gives the facts of every article, with its text.

    orders  facts that some article must have, each with a topic and perhaps a place and a year
    """
    folder = pathlib.Path(folder)
    room = Newsroom(Dice(SEED))
    layouts = [path.read_text(encoding="utf-8") for path in sorted(VOCABULARY.glob("*.html"))]
    keys = list(room.topics)
    waiting = {key: [order for order in orders if order["topic"] == key] for key in keys}
    archive, addresses = [], ["file\turl\tcaptured_at"]
    for index in range(ARTICLES):
        topic = keys[index % len(keys)]
        dice = Dice(SEED + 1 + index)  # its own, so that a change of one article leaves the others
        story = Story(room, dice, topic, waiting[topic].pop() if waiting[topic] else {})
        title, paragraphs = story.write()
        host, name = story.place["host"], f"{slug(title)}-{index:04}.html"
        (folder / host).mkdir(parents=True, exist_ok=True)
        page = make_page(dice, layouts, story.facts, story.day, paragraphs)
        (folder / host / name).write_text(page, encoding="utf-8")
        addresses.append(f"{host}/{name}\thttps://{host}/tin-tuc/{name}\t2025-01-15T03:00:00Z")
        archive.append({**story.facts, "file": f"{host}/{name}", "body": "\n\n".join(paragraphs)})
    (folder / "urls.tsv").write_text("\n".join(addresses) + "\n", encoding="utf-8")
    return archive
