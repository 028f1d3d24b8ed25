"""The ways in which one question may be typed, and the slips of a hand."""

import re
import unicodedata
import zlib

TONES = "\u0300\u0301\u0303\u0309\u0323"
# The open pairs in which the old and the new school put the tone on different letters.
PAIRS = ("oa", "oe", "uy")
WORD = re.compile(r"[^\W\d_]+")
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def unmarked(text):
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def half_unmarked(text):
    return " ".join(unmarked(word) if i % 2 else word for i, word in enumerate(text.split(" ")))


def other_placement(text):
    """Moves the tone of syllables that end in oa, oe or uy to the other letter."""
    return WORD.sub(lambda found: moved_tone(found[0]), unicodedata.normalize("NFC", text))


def moved_tone(word):
    letters = unicodedata.normalize("NFD", word)
    tone = next((c for c in letters if c in TONES), "")
    bare = letters.replace(tone, "") if tone else letters
    lower = bare.lower()
    if not tone or not lower.endswith(PAIRS) or lower.startswith("qu"):
        return word
    first = letters.index(tone) == len(bare) - 1
    at = len(bare) if first else len(bare) - 1
    return unicodedata.normalize("NFC", bare[:at] + tone + bare[at:])


def neighbour(letter):
    """The key beside that of `letter`; a letter without a key of its own (đ) doubles."""
    key = unicodedata.normalize("NFD", letter)[0].lower()
    row = next((row for row in ROWS if key in row), "")
    if not row:
        return letter * 2
    at = row.index(key)
    return row[at + 1] if at + 1 < len(row) else row[at - 1]


def one_slip(text):
    """One word of three letters or more with two keys swapped, one missed or one beside struck.

    Which word, where and how depends on the text alone. Numbers are left as they are.
    """
    words = [found for found in WORD.finditer(text) if len(found[0]) >= 3]
    if not words:
        return text
    draw = zlib.crc32(text.encode("utf-8"))
    found = words[draw % len(words)]
    word, at = found[0], 1 + draw // 97 % (len(found[0]) - 1)
    slips = (word[:at - 1] + word[at] + word[at - 1] + word[at + 1:], word[:at] + word[at + 1:],
             word[:at] + neighbour(word[at]) + word[at + 1:])
    slipped = next((slip for slip in slips[draw // 7 % 3:] + slips if slip != word), word)
    return text[:found.start()] + slipped + text[found.end():]


FORMS = {"as typed": str, "no marks": unmarked, "half the marks": half_unmarked,
         "other tone placement": other_placement,
         "NFD": lambda text: unicodedata.normalize("NFD", text), "one slip": one_slip}
