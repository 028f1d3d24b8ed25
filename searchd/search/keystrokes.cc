#include "searchd/search/keystrokes.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/text/letter.h"
#include "indexer/text/syllable.h"

namespace tinlang::search {
namespace {

using text::Letter;
using text::Tone;

// The longest syllable has 7 letters; each of 3 may need a key, and the tone one more.
constexpr std::size_t kMostKeys = 12;

struct Typed {
  char16_t plain = 0;
  bool is_upper = false;
  bool is_shared = false;  // has its horn from the key that its neighbour was meant to get
};

bool is_vowel(char16_t plain) {
  return std::u16string_view(u"aăâeêioôơuưy").find(plain) != std::u16string_view::npos;
}

// A syllable as it grows key by key. Each function but letter() says whether
// there was a letter for the key to change.
class Syllable {
 public:
  void letter(const Letter& typed) {
    if (typed.tone != Tone::kNone) tone_ = typed.tone;
    letters_.push_back({typed.plain, typed.is_upper, false});
  }

  bool has_vowel() const {
    return std::any_of(letters_.begin(), letters_.end(),
                       [](const Typed& typed) { return is_vowel(typed.plain); });
  }

  bool set_tone(Tone tone) {
    if (!has_vowel()) return false;
    tone_ = tone;
    return true;
  }

  bool stroke() { return !letters_.empty() && change(0, u'd', u'đ'); }

  // On the last `plain`; Telex names the letter by its key, VNI does not.
  bool circumflex(char16_t plain) {
    const auto roof = [](char16_t c) { return c == u'a' ? u'â' : c == u'e' ? u'ê' : u'ô'; };
    return change_last(plain, roof(plain));
  }

  bool any_circumflex() {
    for (std::size_t i = letters_.size(); i-- > 0;) {
      const char16_t plain = letters_[i].plain;
      if (plain == u'a' || plain == u'e' || plain == u'o') return circumflex(plain);
    }
    return false;
  }

  bool breve() { return change_last(u'a', u'ă'); }

  // One key for ươ, the first letter of ưu and ưa, else the last of o and u.
  bool horn() {
    for (std::size_t i = 0; i + 1 < letters_.size(); ++i) {
      if (is_after_q(i)) continue;
      const char16_t first = letters_[i].plain;
      const char16_t second = letters_[i + 1].plain;
      if (first == u'u' && second == u'o') {
        letters_[i].is_shared = true;
        return change(i, u'u', u'ư') && change(i + 1, u'o', u'ơ');
      }
      if (first == u'u' && (second == u'u' || (second == u'a' && i + 2 == letters_.size()))) {
        return change(i, u'u', u'ư');
      }
    }
    for (std::size_t i = letters_.size(); i-- > 0;) {
      if (letters_[i].plain == u'o') return change(i, u'o', u'ơ');
      if (letters_[i].plain == u'u' && !is_after_q(i)) return change(i, u'u', u'ư');
    }
    return false;
  }

  // The key w of Telex: a breve on a, but not on the a of ưa, else a horn.
  bool horn_or_breve() {
    for (std::size_t i = 0; i < letters_.size(); ++i) {
      if (letters_[i].plain != u'a') continue;
      const bool is_of_ua =
          i > 0 && i + 1 == letters_.size() && letters_[i - 1].plain == u'u' && !is_after_q(i - 1);
      if (!is_of_ua) return change(i, u'a', u'ă');
    }
    return horn();
  }

  // In UTF-8; the tone on the last vowel, wherever it belongs.
  std::string text() const {
    std::vector<Typed> letters = letters_;
    // ươ never ends a syllable, uơ always does: "thuở".
    const std::size_t size = letters.size();
    if (size >= 2 && letters[size - 2].is_shared && letters[size - 1].plain == u'ơ') {
      letters[size - 2].plain = u'u';
    }
    std::size_t toned = size;
    for (std::size_t i = 0; i < size; ++i) {
      if (is_vowel(letters[i].plain)) toned = i;
    }
    std::string utf8;
    for (std::size_t i = 0; i < size; ++i) {
      const Tone tone = i == toned ? tone_ : Tone::kNone;
      text::append_utf8(text::composed_letter(letters[i].plain, tone, letters[i].is_upper), utf8);
    }
    return utf8;
  }

 private:
  bool is_after_q(std::size_t i) const { return i > 0 && letters_[i - 1].plain == u'q'; }

  bool change(std::size_t i, char16_t from, char16_t to) {
    if (letters_[i].plain != from) return false;
    letters_[i].plain = to;
    return true;
  }

  bool change_last(char16_t from, char16_t to) {
    for (std::size_t i = letters_.size(); i-- > 0;) {
      if (letters_[i].plain == from) return change(i, from, to);
    }
    return false;
  }

  std::vector<Typed> letters_;
  Tone tone_ = Tone::kNone;
};

// Whether `key` is a key of Telex here and changed `syllable`.
bool press_telex(Syllable& syllable, const Letter& key) {
  switch (key.plain) {
    case u's':
      return syllable.set_tone(Tone::kAcute);
    case u'f':
      return syllable.set_tone(Tone::kGrave);
    case u'r':
      return syllable.set_tone(Tone::kHook);
    case u'x':
      return syllable.set_tone(Tone::kTilde);
    case u'j':
      return syllable.set_tone(Tone::kDot);
    case u'z':
      return syllable.set_tone(Tone::kNone);
    case u'a':
    case u'e':
    case u'o':
      return key.tone == Tone::kNone && syllable.circumflex(key.plain);
    case u'd':
      return syllable.stroke();
    case u'w': {
      if (syllable.horn_or_breve()) return true;
      syllable.letter({u'ư', 'u', Tone::kNone, true, key.is_upper, true});  // "tw" for "tư"
      return true;
    }
    default:
      return false;
  }
}

bool press_vni(Syllable& syllable, const Letter& key) {
  if (key.plain < u'0' || key.plain > u'9') return false;
  switch (key.plain) {
    case u'6':
      return syllable.any_circumflex();
    case u'7':
      return syllable.horn();
    case u'8':
      return syllable.breve();
    case u'9':
      return syllable.stroke();
    default:  // 0 takes the tone off; 1 to 5 are the numbers of the tones
      return syllable.set_tone(static_cast<Tone>(key.plain - u'0'));
  }
}

template <typename Press>
std::optional<std::string> decode(std::string_view word, Press press) {
  Syllable syllable;
  bool pressed = false;
  std::size_t keys = 0;
  for (std::size_t offset = 0; offset < word.size();) {
    const Letter letter = text::letter_of(text::next_letter(word, offset));
    if (letter.plain == 0 || ++keys > kMostKeys) return std::nullopt;
    if (press(syllable, letter)) {
      pressed = true;
    } else if (letter.is_letter) {
      syllable.letter(letter);
    } else {
      return std::nullopt;
    }
  }
  if (!pressed) return std::nullopt;
  std::string decoded = text::display_spelling(syllable.text());
  if (!text::is_vietnamese_syllable(decoded)) return std::nullopt;
  return decoded;
}

}  // namespace

std::optional<std::string> decode_telex(std::string_view word) { return decode(word, press_telex); }

std::optional<std::string> decode_vni(std::string_view word) { return decode(word, press_vni); }

}  // namespace tinlang::search
