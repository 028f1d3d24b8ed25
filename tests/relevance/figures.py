"""How good a list of hits is, and tables of it."""

import math

DEPTH = 20  # hits looked at


def figures(files, relevant):
    """MRR, recall and nDCG of one answer: `files` in order, `relevant` in any."""
    ranks = [files.index(name) + 1 for name in relevant if name in files]
    gains = sum(1 / math.log2(rank + 1) for rank in ranks if rank <= 10)
    ideal = sum(1 / math.log2(i + 2) for i in range(min(len(relevant), 10)))
    return {"MRR": 1 / min(ranks) if ranks else 0.0,
            "recall@1": float(any(rank == 1 for rank in ranks)),
            "recall@5": sum(rank <= 5 for rank in ranks) / min(len(relevant), 5),
            "recall@10": sum(rank <= 10 for rank in ranks) / min(len(relevant), 10),
            "nDCG@10": gains / ideal}


def mean(rows):
    return {name: sum(row[name] for row in rows) / len(rows) for name in rows[0]}


def table(title, rows):
    """`rows` is {label: (number of questions, figures)}."""
    names = list(next(iter(rows.values()))[1])
    lines = [title, f"{'':24}{'n':>5}" + "".join(f"{name:>11}" for name in names)]
    for label, (count, row) in rows.items():
        lines.append(f"{label:24}{count:>5}" + "".join(f"{row[name]:>11.4f}" for name in names))
    return lines + [""]
