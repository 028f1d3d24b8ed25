"""Words for running text whose frequencies look like those of real Vietnamese.

The generated articles have few topics and would be too uniform at scale: every
word would be frequent. This lexicon has some thousand syllables, those of the
stories before such as are only well formed, and words of one or two of them,
most of them rare, drawn by Zipf's law. They look like text to an index alone.
"""

import bisect
import itertools
import re
import unicodedata

from grammar import SLOT

SYLLABLES = 6_000
WORDS = 40_000
TOPIC_WORDS = 120  # that one topic draws more often than others do
TOPIC_SHARE = 0.3
FUNCTION_SHARE = 0.3
FIGURE_SHARE = 0.04
FUNCTION_WORDS = (
    "và của các trong được cho với là có đã để người những một này khi từ đến không trên theo về "
    "tại cũng như ra vào lại còn sẽ do nên đó thì mà đang bằng hơn sau trước nhiều rất năm ngày "
    "công tác địa phương phát triển thực hiện nhân dân cán bộ tổ chức").split()
LETTERS = re.compile(r"[^\W\d_]+")
ONSETS = "b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x".split()
OPEN = ("a ai ao au ay am an ang anh ac ach at ap ăm ăn ăng âm ân âng âu ây e em en eo ê êm ên ênh "
        "êu i ia im in inh iu iên iêm iêng iêu o oa oai oan oang oi om on ong ô ôi ôm ôn ông ơ ơi ơm "
        "ơn u ua ui um un ung uôi uôn uông ư ưa ưi ưng ươi ươm ươn ương uy uyên").split()
CLOSED = "ac ach at ap ăc ăt ăp âc ât âp ec et ep êch êt êp ich it ip iêc iêt iêp oc ot op oat ôc " \
         "ôt ôp ơt ơp uc ut up uôc uôt ưc ưt ươc ươt ươp uyêt".split()
TONES = ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")
STOPPED_TONES = ("\u0301", "\u0323")
BEFORE_FRONT = {"c": "k", "g": "gh", "ng": "ngh"}


def toned(rime, tone):
    """`rime` with `tone` on its main vowel."""
    vowels = [i for i, c in enumerate(rime) if unicodedata.normalize("NFD", c)[0] in "aeiouy"]
    marked = [i for i in vowels if rime[i] in "ăâêôơư"]
    closed = vowels[-1] + 1 < len(rime)
    at = marked[-1] if marked else vowels[-1] if closed or len(vowels) == 1 else vowels[-2]
    return unicodedata.normalize("NFC", rime[:at + 1] + tone + rime[at + 1:])


def syllable(onset, rime, tone):
    if onset == "qu":
        rime = "y" + rime[1:] if rime == "i" else rime
        if rime[0] in "uoôư":
            return ""
    if onset == "gi" and rime[0] == "i":
        return ""
    if rime[0] in "eêi":
        onset = BEFORE_FRONT.get(onset, onset)
    return onset + toned(rime, tone)


def all_syllables():
    rimes = [(rime, tone) for rime in OPEN for tone in TONES]
    rimes += [(rime, tone) for rime in CLOSED for tone in STOPPED_TONES]
    made = (syllable(onset, rime, tone) for onset, (rime, tone) in itertools.product(ONSETS, rimes))
    return sorted({text for text in made if text})


class Zipf:
    """Draws items, each less often than those before it: the n-th in proportion to 1 / (n + 3)."""

    def __init__(self, items):
        self.items = items
        self.sums = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(items))))

    def draw(self, dice):
        return self.items[bisect.bisect(self.sums, dice.source.random() * self.sums[-1])]


class Lexicon:
    """Words of one or two syllables and those that a topic prefers."""

    def __init__(self, dice, topics):
        """topics  {key: {"sentences": [pattern], ...}}"""
        used = {word.lower() for topic in topics.values() for pattern in topic["sentences"]
                for word in LETTERS.findall(SLOT.sub(" ", pattern)) if word.lower() == word}
        known = dice.some(sorted(used), len(used))
        formed = [text for text in dice.some(all_syllables(), SYLLABLES) if text not in used]
        syllables = Zipf((known + formed)[:SYLLABLES])
        words = {}
        while len(words) < WORDS:
            words[" ".join(syllables.draw(dice) for _ in range(1 + dice.chance(0.8)))] = True
        self.words = Zipf(list(words))
        self.functions = Zipf(FUNCTION_WORDS)
        self.of_topic = {topic: Zipf([dice.pick(self.words.items) for _ in range(TOPIC_WORDS)])
                         for topic in topics}

    def sentence(self, dice, topic):
        words = []
        for _ in range(dice.number(8, 22)):
            chance = dice.source.random()
            if chance < FIGURE_SHARE:
                words.append(str(dice.number(2, 2_000)))
            elif chance < FIGURE_SHARE + FUNCTION_SHARE:
                words.append(self.functions.draw(dice))
            elif chance < FIGURE_SHARE + FUNCTION_SHARE + TOPIC_SHARE:
                words.append(self.of_topic[topic].draw(dice))
            else:
                words.append(self.words.draw(dice))
            if dice.chance(0.07):
                words[-1] += ","
        text = " ".join(words).rstrip(",")
        return text[:1].upper() + text[1:] + "."
