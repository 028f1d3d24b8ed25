"""The questions: written ones from tables, drawn ones from the generated archive's facts."""

import csv
import pathlib

from grammar import Dice, read_topics

HERE = pathlib.Path(__file__).resolve().parent
SEED = 7_041_975
MOST_RELEVANT = 12  # a question with more answers says little about rank


def read_table(name):
    with open(HERE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def sample_questions():
    """Questions over data/sample, whose answers were read by eye."""
    return [{**row, "relevant": row["relevant"].split(",")} for row in read_table("questions.tsv")]


def facts_of(selector):
    """The facts that "topic=benh-dai;district=An Lão" asks for."""
    return dict(pair.split("=", 1) for pair in selector.split(";"))


def selected(archive, selector):
    """Files of the articles whose facts are those of `selector`."""
    wanted = facts_of(selector).items()
    return [article["file"] for article in archive
            if all(value in article[fact] if fact == "officials" else value == article[fact]
                   for fact, value in wanted)]


def orders():
    """What the written questions need the archive to hold; officials come as they are drawn."""
    wanted = [facts_of(row["relevant"]) for row in read_table("archive_questions.tsv")]
    return [facts for facts in wanted if "officials" not in facts]


def written_questions(archive):
    questions = []
    for row in read_table("archive_questions.tsv"):
        relevant = selected(archive, row["relevant"])
        if not 0 < len(relevant) <= MOST_RELEVANT:
            raise ValueError(f"{row['id']}: {len(relevant)} articles have {row['relevant']}")
        questions.append({**row, "relevant": relevant})
    return questions


def asked_questions(archive, table):
    """Questions of a table whose answers are facts of the archive or files of the sample."""
    questions = []
    for row in read_table(table):
        answer = row["relevant"]
        relevant = selected(archive, answer) if "=" in answer else answer.split(",")
        if not 0 < len(relevant) <= MOST_RELEVANT:
            raise ValueError(f"{row['id']}: {len(relevant)} articles have {answer}")
        questions.append({**row, "relevant": relevant})
    return questions


def all_questions(archive):
    """The questions that ranking is tuned on."""
    return (sample_questions() + written_questions(archive) + drawn_questions(archive)
            + asked_questions(archive, "journalist_questions.tsv"))


def held_out_questions(archive):
    """Of the same kinds as the journalist's; no number was ever chosen by them."""
    return asked_questions(archive, "held_out_questions.tsv")


# kind, how many, its wording, the facts that make an article an answer
DRAWN = (
    ("topic+place", 14, "{name} xã {commune} {district}", ("topic", "commune", "district")),
    ("topic+place", 8, "{name} {district} {province}", ("topic", "district", "province")),
    ("year", 10, "{name} huyện {district} năm {year}", ("topic", "district", "year")),
    ("official", 8, "{official} huyện {district}", ("officials", "district")),
    ("official", 8, "{official} {name}", ("officials", "topic")),
    ("document-number", 10, "{number}", ("number",)),
    ("phrase", 10, '"{motto}"', ("motto",)),
    ("title", 10, "{opening}", ("title",)),
)


def drawn_questions(archive):
    dice = Dice(SEED)
    topics = read_topics()
    questions = []
    for kind, count, wording, facts in DRAWN:
        for _ in range(count):
            question = None
            while question is None:
                question = drawn(dice, topics, archive, wording, facts)
            questions.append({"id": f"g{len(questions) + 1:02}", "kind": kind, **question})
    return questions


def drawn(dice, topics, archive, wording, facts):
    """A question that one drawn article answers; None when it cannot be asked of that one."""
    article = dice.pick(archive)
    if not all(article[fact] for fact in facts):
        return None
    official = dice.pick(article["officials"]) if "officials" in facts else ""
    values = {**article, "officials": official}
    relevant = selected(archive, ";".join(f"{fact}={values[fact]}" for fact in facts))
    if len(relevant) > MOST_RELEVANT:
        return None
    text = wording.format(**article, name=dice.pick(topics[article["topic"]]["names"]),
                          official=official, opening=" ".join(article["title"].split()[:9]))
    return {"question": text, "relevant": relevant}
