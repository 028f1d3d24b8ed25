#include "indexer/entities/post_grammar.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/entities/office_name.h"
#include "indexer/text/syllable.h"

namespace tinlang::entities {
namespace {

// Ids of offices that are named after people and after firms of any name.
constexpr std::array<std::string_view, 8> kRunsOn = {"o.trường", "o.công_ty",    "o.tổng_công_ty",
                                                     "o.quỹ",    "o.hợp_tác_xã", "o.tập_đoàn",
                                                     "o.viện",   "o.bệnh_viện"};

constexpr int kMaxBodies = 5;
constexpr std::size_t kMaxVillageWords = 12;  // of a village's name and a person's behind it

bool is_one_of(std::string_view key, std::span<const std::string_view> keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// Canonical keys. What follows "Trưởng ban Tổ chức" when an event is organised
// and no committee is meant: hội thi, giải, cuộc thi, lễ, liên hoan, chương trình.
constexpr std::array<std::string_view, 9> kEvents = {"hôi5",   "giai3", "cuôc5", "lê4",  "liên",
                                                     "chương", "đai5",  "ngay2", "tuân2"};

// Heads of which everybody knows the committee when only the level is said.
constexpr std::array<std::string_view, 4> kChairs = {"ct", "pct", "pcttt", "pctpt"};

// Canonical keys of "đương nhiệm", "hiện nay", "chuyên trách".
constexpr std::array<std::array<std::string_view, 2>, 3> kIncumbent = {
    {{"đương", "nhiêm5"}, {"hiên5", "nay"}, {"chuyên", "trach1"}}};

// Canonical keys of what villages of the highlands are called by: "làng Kon Brung".
constexpr std::array<std::string_view, 4> kVillageWords = {"kon", "kơn", "plei", "plơi"};

class PostReader {
 public:
  PostReader(const PostGrammar& grammar, std::span<const Word> words, std::size_t at)
      : table_(grammar.table()), places_(grammar.places()), words_(words), at_(at) {
    reading_.begin = at;
  }

  std::optional<PostReading> read() {
    read_modifiers();
    const auto head = table_.longest(EntryKind::kHead, words_, at_);
    if (!head) return std::nullopt;
    reading_.head = head->entry;
    reading_.tier = head->entry->tier;
    reading_.of_party = head->entry->of_party;
    add_to_title(head->entry->display);
    at_ = head->end;
    read_incumbency();
    if ((head->entry->need == Need::kField && !starts_office()) || names_own_office()) read_field();
    read_bodies();
    if (organises_event()) return std::nullopt;
    read_level();
    assume_committee();
    read_term();
    reading_.elided = is_elided();
    reading_.stands = reading_.elided && stands_alone();
    reading_.end = at_;
    return std::move(reading_);
  }

 private:
  void read_modifiers() {
    while (const auto modifier = table_.longest(EntryKind::kModifier, words_, at_)) {
      if (modifier->entry->former) {
        reading_.former = true;
      } else {
        reading_.acting = true;
        add_to_title(modifier->entry->display);
      }
      at_ = modifier->end;
    }
  }

  void add_to_title(std::string_view words) {
    if (!reading_.title.empty()) reading_.title.push_back(' ');
    reading_.title.append(words);
  }

  void add_body(std::string_view words) {
    if (words.empty()) return;
    add_to_title(words);
    if (!reading_.body.empty()) reading_.body.push_back(' ');
    reading_.body.append(words);
  }

  // "Chủ tịch đương nhiệm", "Chủ tịch hiện nay".
  void read_incumbency() {
    for (const auto& words : kIncumbent) {
      if (at_ + 1 < words_.size() && words_[at_].key == words[0] &&
          words_[at_ + 1].key == words[1]) {
        at_ += 2;
        return;
      }
    }
  }

  // "Chánh Văn phòng Điều phối nông thôn mới": the office has a task, whose
  // first word has a small second syllable as no name has.
  bool names_own_office() const {
    return reading_.head->need == Need::kOwnOffice && at_ + 1 < words_.size() &&
           words_[at_].shape == Shape::kCapital && words_[at_ + 1].shape == Shape::kLower &&
           !level_at(table_, words_, at_ + 1) && task_end(table_, words_, at_) > at_;
  }

  // "Chuyên viên | Phòng Tư pháp"
  bool starts_office() const {
    return table_.longest(EntryKind::kOffice, words_, at_) &&
           !table_.longest(EntryKind::kField, words_, at_);
  }

  // "Phó Chủ tịch huyện" is one of the people's committee.
  void assume_committee() {
    const bool chair = is_one_of(reading_.head->id, kChairs);
    if (!chair || !reading_.body.empty() || reading_.level.empty()) return;
    if (reading_.tier == Tier::kVillage) return;
    add_body("Ủy ban nhân dân");
    reading_.ends_with_body = true;
  }

  // A chair or secretary without a committee, where nothing follows that could be its name.
  bool stands_alone() const {
    const bool party = reading_.head->need == Need::kParty;
    if (!party && !is_one_of(reading_.head->id, kChairs) && reading_.head->id != "pcn")
      return false;
    if (at_ >= words_.size()) return true;
    return words_[at_].shape != Shape::kLower || is_clause_word(words_[at_].key);
  }

  void read_bodies() {
    bool after_field = !reading_.body.empty();
    for (int i = 0; i < kMaxBodies; ++i) {
      auto body = table_.longest(EntryKind::kBody, words_, at_);
      if (body && splits_into_name(*body)) body.reset();
      const auto office = table_.longest(EntryKind::kOffice, words_, at_);
      if (!body && (!office || after_field)) return;
      if (body && (!office || body->end >= office->end)) {
        take_body(*body);
      } else {
        add_body(office->entry->display);
        at_ = office->end;
        reading_.ends_with_body = false;
        open_runs_on_ = is_one_of(office->entry->id, kRunsOn);
        read_field();
        after_field = at_ > office->end;
      }
      read_number();
    }
  }

  // "huyện | Đoàn Công Lý" is no "Huyện đoàn".
  bool splits_into_name(const Match& body) const {
    const bool level_first = words_[at_].shape == Shape::kLower && level_at(table_, words_, at_);
    return level_first && body.end < words_.size() && is_capitalised(words_[body.end]) &&
           is_capitalised(words_[body.end - 1]);
  }

  // "Quản lý thị trường số 4", "Quân khu 4".
  void read_number() {
    const std::size_t number = at_ + (at_ < words_.size() && words_[at_].key == "sô1" ? 1 : 0);
    if (number >= words_.size() || words_[number].shape != Shape::kNumber) return;
    add_body(number > at_ ? "số" : "");
    add_body(words_[number].text);
    at_ = number + 1;
  }

  void take_body(const Match& body) {
    add_body(body.entry->display);
    at_ = body.end;
    // "Đảng đoàn" and "Ban cán sự đảng" are of an organ that the page may leave out.
    reading_.ends_with_body = body.entry->id != "dd" && body.entry->id != "bcsd";
    if (body.entry->tier != Tier::kOpen) reading_.tier = body.entry->tier;
    reading_.of_party = reading_.of_party || body.entry->of_party;
    reading_.names_party = reading_.names_party || body.entry->id.ends_with(".du") ||
                           body.entry->id.find(".du.") != std::string::npos ||
                           body.entry->tier == Tier::kCentral || body.entry->id == "db" ||
                           body.entry->id == "V.cb";
  }

  // The name of an office: one that is listed, else its capitalised words.
  void read_field() {
    while (const auto field = table_.longest(EntryKind::kField, words_, at_)) {
      add_body(field->entry->display);
      reading_.of_party = reading_.of_party || field->entry->of_party;
      at_ = field->end;
      // "Trường THPT | Chu Văn An": a kind of school, and its name follows.
      if (!field->entry->id.starts_with("s.")) return;
    }
    const OfficeContext context{may_have_task(), open_runs_on_};
    const std::size_t end = office_name_end(table_, words_, at_, context);
    if (end == at_) return;
    const auto begin = words_[at_].begin;
    const auto* const first = words_[at_].text.data();
    add_body(text::display_spelling(std::string_view(first, words_[end - 1].end - begin)));
    at_ = end;
  }

  bool may_have_task() const {
    return reading_.head->need == Need::kField || reading_.head->need == Need::kOwnOffice ||
           reading_.body == "Hội đồng" || reading_.body == "Ủy ban" ||
           reading_.body == "Ban Chỉ đạo";
  }

  bool organises_event() const {
    return reading_.of_party && !reading_.names_party && at_ < words_.size() &&
           reading_.head->need == Need::kField && is_one_of(words_[at_].key, kEvents);
  }

  void read_level() {
    const auto level = level_at(table_, words_, at_);
    if (!level) {
      if (reading_.tier == Tier::kVillage) skip_village();
      if (reading_.tier != Tier::kOpen) {
        read_place(reading_.tier, "");
      } else if (reading_.body.starts_with("Thành ")) {
        read_place(Tier::kOpen, "thành phố");
        take_tier_of_place();
      }
      return;
    }
    if (reading_.tier != Tier::kOpen && reading_.tier != level->entry->tier &&
        level->entry->tier != Tier::kOpen && reading_.head->need == Need::kNothing &&
        reading_.tier == Tier::kCentral) {
      return;
    }
    at_ = level->end;
    reading_.level = level->entry->display;
    reading_.tier = level->entry->tier;
    if (reading_.tier == Tier::kVillage) return skip_village();
    read_place(reading_.tier, reading_.level);
    if (reading_.tier == Tier::kOpen) take_tier_of_place();
  }

  // "thôn 4", "bản Huồi Mới | Thò Bá Rê": villages are not listed, so that only
  // a family name further on, or a run that begins with none, ends theirs.
  void skip_village() {
    if (at_ < words_.size() && words_[at_].shape == Shape::kNumber) {
      ++at_;
      return;
    }
    const std::size_t end =
        capital_run_end(words_.first(std::min(words_.size(), at_ + kMaxVillageWords)), at_);
    if (end == at_) return;
    for (std::size_t i = at_ + 1; i + 1 < end; ++i) {
      const bool surname = table_.is_surname(words_[i]);
      const bool marked = i + 2 < end && starts_marked_name(words_, i, end);
      if (surname &&
          (marked || (i >= at_ + 2 && may_be_whole_name(table_, words_, i, end) && end - i >= 3))) {
        at_ = i;
        return;
      }
    }
    const bool surname =
        table_.is_surname(words_[at_]) && !is_one_of(words_[at_].key, kVillageWords);
    if (!surname && end - at_ <= 2) at_ = end;
  }

  void read_place(Tier tier, std::string_view type) {
    if (tier == Tier::kCentral || tier == Tier::kVillage) return;
    reading_.place = places_.read(words_, at_, tier, type);
    if (reading_.place && is_part_of_name(*reading_.place)) reading_.place.reset();
    if (reading_.place) at_ = reading_.place->end;
  }

  // "phường | Hồ Ngọc Ẩn", "xã | Hoàng Diệu Ánh": there are places called Hồ and Hoàng Diệu, but
  // what is left behind them is no whole name.
  bool is_part_of_name(const PlaceName& place) const {
    const std::size_t end =
        capital_run_end(words_.first(std::min(words_.size(), at_ + kMaxVillageWords)), at_);
    if (place.end >= end || end - at_ > 4 || !table_.is_surname(words_[at_])) return false;
    return end == place.end + 1 || (place.end == at_ + 1 && end == at_ + 3);
  }

  // "thành phố" is a province or a district: its name says which.
  void take_tier_of_place() {
    if (!reading_.place) return;
    const auto level = places_.gazetteer().unit(reading_.place->units.front()).level;
    reading_.tier = level == gazetteer::Level::kProvince ? Tier::kProvince : Tier::kDistrict;
  }

  // "khóa XV", "nhiệm kỳ 2021 - 2026" belong to the post and not to its title.
  void read_term() {
    while (at_ + 1 < words_.size()) {
      std::size_t next = at_;
      if (words_[next].key == ",") ++next;
      const bool term =
          next + 1 < words_.size() && words_[next].key == "nhiêm5" && words_[next + 1].key == "ky2";
      const bool class_of = next < words_.size() && words_[next].key == "khoa1";
      if (!term && !class_of) return;
      next += term ? 2 : 1;
      const std::size_t numbers = next;
      while (next < words_.size() &&
             (words_[next].shape == Shape::kNumber || is_capitalised(words_[next]) ||
              (next > numbers && words_[next].key == "-" && next + 1 < words_.size() &&
               words_[next + 1].shape == Shape::kNumber))) {
        if (is_capitalised(words_[next]) && words_[next].text.size() > 6) break;
        ++next;
        if (class_of) break;
      }
      if (next == numbers) return;
      at_ = next;
    }
  }

  bool is_elided() const {
    switch (reading_.head->need) {
      case Need::kNothing:
        return false;
      case Need::kParty:
      case Need::kBody:
        return reading_.body.empty();
      case Need::kField:
        return reading_.body.empty() || (reading_.of_party && !reading_.names_party);
      case Need::kOwnOffice:
        return reading_.body.empty() && reading_.level.empty();
    }
    return false;
  }

  const PostTable& table_;
  const PlaceNames& places_;
  std::span<const Word> words_;
  std::size_t at_;
  bool open_runs_on_ = false;  // the name of the office may be a person's
  PostReading reading_;
};

// An English title, read as its Vietnamese wording is.
std::optional<PostReading> read_english(const PostGrammar& grammar, std::span<const Word> words,
                                        std::size_t at) {
  auto english = grammar.table().english().read(grammar.places(), words, at);
  if (!english) return std::nullopt;
  WordKeys keys = grammar.table().make_keys();
  const auto vietnamese = read_words(english->title, &keys);
  auto post = PostReader(grammar, vietnamese, 0).read();
  if (!post) return std::nullopt;
  post->begin = at;
  post->end = english->end;
  post->place = std::move(english->place);
  return post;
}

}  // namespace

std::optional<PostReading> PostGrammar::read(std::span<const Word> words, std::size_t at) const {
  if (at >= words.size() || words[at].shape == Shape::kMark) return std::nullopt;
  // "chức | vụ Phó Chủ tịch" is no deputy head of a "vụ".
  if (at > 0 && words[at].key == "vu5" && words[at - 1].key == "chưc1") return std::nullopt;
  const bool begins =
      table_.begins(EntryKind::kHead, words[at]) || table_.begins(EntryKind::kModifier, words[at]);
  if (begins) {
    if (auto post = PostReader(*this, words, at).read()) return post;
  }
  if (!table_.begins_english(words[at])) return std::nullopt;
  return read_english(*this, words, at);
}

std::size_t PostGrammar::skip_place(std::span<const Word> words, std::size_t at) const {
  const auto level = table_.longest(EntryKind::kLevel, words, at);
  if (!level) return at;
  const auto place = places_.read(words, level->end, level->entry->tier, level->entry->display);
  return place ? place->end : at;
}

}  // namespace tinlang::entities
