// Places of written passages (place_passages.tsv) against their truth.
// The report lies beside them; TINLANG_RENEW_GOLDEN=1 writes it anew.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/entities/recognizer.h"
#include "indexer/text/syllable.h"

#include <fmt/format.h>

namespace tinlang::entities {
namespace {

using gazetteer::Gazetteer;
using gazetteer::UnitId;

const std::filesystem::path kRoot = TINLANG_SOURCE_DIR;

constexpr double kLeastMainRight = 0.95;
constexpr double kLeastHighRight = 0.99;
constexpr double kLeastHighShare = 0.60;  // of all passages: a high mark must not be a rarity
constexpr double kLeastMentionF1 = 0.95;
constexpr std::array<std::string_view, 3> kLevels = {"province", "district", "commune"};

enum Column { kKind, kSite, kPublished, kTitle, kText, kMain, kMentions, kColumns };

std::vector<std::string> split(const std::string& text, std::string_view separator) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + separator.size();
  }
  return parts;
}

// "17809 Nghệ An/Thanh Chương | none" -> {"17809", ""}.
std::vector<std::string> codes_of(const std::string& cell) {
  std::vector<std::string> codes;
  if (cell.empty()) return codes;
  for (const auto& place : split(cell, " | ")) {
    codes.push_back(place == "none" ? "" : place.substr(0, place.find(' ')));
  }
  return codes;
}

struct Truth {
  std::vector<std::string> mains;  // any of them is right; "" is none
  std::set<std::string> mentions;
};

struct Found {
  std::string main;
  double confidence = 0;
  std::set<std::string> mentions;
};

struct Share {
  int right = 0;
  int all = 0;
  void count(bool is_right) {
    right += is_right ? 1 : 0;
    ++all;
  }
  double value() const { return all == 0 ? 1 : double(right) / all; }
};

std::string line_of(std::string_view what, const Share& share) {
  return fmt::format("{:<34}{:>4} of {:>4}  {:.3f}\n", what, share.right, share.all, share.value());
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class PlacePassages : public testing::Test {
 protected:
  static std::vector<UnitId> path_of(const Gazetteer& units, const std::string& code) {
    const auto unit = units.find_code(code);
    if (!unit) return {};
    return units.as_of(units.unit(*unit).system).path(*unit);
  }

  static std::string name_of(const Gazetteer& units, const std::string& code) {
    if (code.empty()) return "none";
    std::string name = code + " ";
    for (const UnitId id : path_of(units, code)) {
      name += (name.back() == ' ' ? "" : "/") + units.unit(id).name;
    }
    return name;
  }

  // Whether another unit of the same time has this one's name.
  static bool shares_its_name(const Gazetteer& units, const std::string& code) {
    const auto unit = units.find_code(code);
    if (!unit) return true;
    const auto of_time = units.as_of(units.unit(*unit).system);
    return of_time.find_name(text::canonical_key(units.unit(*unit).name)).size() > 1;
  }

  void judge_main(const Gazetteer& units, const std::vector<std::string>& truth, const Found& found,
                  bool right) {
    main_.count(right);
    const bool ambiguous = std::any_of(
        truth.begin(), truth.end(), [&](const auto& code) { return shares_its_name(units, code); });
    (ambiguous ? shared_name_ : own_name_).count(right);
    if (!found.main.empty()) (found.confidence >= kHighConfidence ? high_ : low_).count(right);
    const auto path = path_of(units, found.main);
    for (std::size_t level = 0; level < kLevels.size(); ++level) {
      levels_[level].count(std::any_of(truth.begin(), truth.end(), [&](const auto& code) {
        const auto wanted = path_of(units, code);
        if (level >= wanted.size() || level >= path.size()) {
          return level >= wanted.size() && level >= path.size();
        }
        return wanted[level] == path[level];
      }));
    }
  }

  // Units that hold a labelled one are neither wanted nor wrong.
  void judge_mentions(const Gazetteer& units, const Truth& truth, const Found& found,
                      std::ostream* misses) {
    std::set<std::string> tolerated;
    const auto tolerate = [&](const std::string& code) {
      for (const UnitId id : path_of(units, code)) tolerated.insert(units.unit(id).code);
    };
    for (const auto& code : truth.mains) tolerate(code);
    for (const auto& code : truth.mentions) tolerate(code);
    for (const auto& code : truth.mentions) {
      const bool is_found = code == found.main || found.mentions.contains(code);
      recall_.count(is_found);
      if (!is_found) *misses << "  missed  " << name_of(units, code) << '\n';
    }
    for (const auto& code : found.mentions) {
      const bool right = truth.mentions.contains(code);
      if (!right && tolerated.contains(code)) continue;
      precision_.count(right);
      if (!right) *misses << "  wrong   " << name_of(units, code) << '\n';
    }
  }

  std::string summary() const {
    std::string text = line_of("main place", main_) +
                       line_of("  its name is another unit's too", shared_name_) +
                       line_of("  its name is its own", own_name_);
    for (std::size_t level = 0; level < kLevels.size(); ++level) {
      text += line_of(fmt::format("  {}", kLevels[level]), levels_[level]);
    }
    text += line_of(fmt::format("  confidence at least {}", kHighConfidence), high_) +
            line_of("  given with less", low_) + line_of("mentions, precision", precision_) +
            line_of("mentions, recall", recall_);
    return text;
  }

  double mention_f1() const {
    const double precision = precision_.value();
    const double recall = recall_.value();
    return 2 * precision * recall / (precision + recall);
  }

  Share main_, shared_name_, own_name_, high_, low_, precision_, recall_;
  std::array<Share, 3> levels_;
};

Found found_in(const Entities& entities) {
  Found found;
  for (const auto& place : entities.localities) {
    if (place.role == LocalityRole::kMain) {
      found.main = place.code;
      found.confidence = place.confidence;
    } else {
      found.mentions.insert(place.code);
    }
  }
  return found;
}

article::Article read_article(const std::vector<std::string>& cells) {
  article::Article article;
  article.site = cells[kSite];
  article.title = cells[kTitle];
  article.paragraphs = split(cells[kText], " ¶ ");
  article.lead = article.paragraphs.front();
  if (const auto day = calendar::parse_iso_date(cells[kPublished])) article.published = *day;
  return article;
}

TEST_F(PlacePassages, GiveThePlacesThatTheReportSays) {
  const auto units = Gazetteer::load(kRoot / "data");
  ASSERT_TRUE(units) << units.error().message;
  const auto recognizer = Recognizer::load(kRoot / "data", *units);
  ASSERT_TRUE(recognizer) << recognizer.error().message;

  std::ostringstream misses;
  std::map<std::string, Share> kinds;
  std::ifstream table(kRoot / "tests/golden/place_passages.tsv");
  std::string line;
  std::getline(table, line);
  while (std::getline(table, line)) {
    const auto cells = split(line, "\t");
    ASSERT_EQ(cells.size(), kColumns) << line;
    const auto article = read_article(cells);
    ASSERT_EQ(article.published.has_value(), !cells[kPublished].empty()) << line;
    Truth truth{codes_of(cells[kMain]), {}};
    for (const auto& code : codes_of(cells[kMentions])) truth.mentions.insert(code);
    for (const auto& code : truth.mains)
      ASSERT_TRUE(code.empty() || units->find_code(code)) << line;

    const Found found = found_in(recognizer->recognize(article));
    const bool right =
        std::find(truth.mains.begin(), truth.mains.end(), found.main) != truth.mains.end();
    judge_main(*units, truth.mains, found, right);
    kinds[cells[kKind]].count(right);
    std::ostringstream own;
    if (!right) {
      own << fmt::format("  main    {} ({:.2f})", name_of(*units, found.main), found.confidence);
      for (const auto& code : truth.mains) own << ", not " << name_of(*units, code);
      own << '\n';
    }
    judge_mentions(*units, truth, found, &own);
    if (!own.str().empty()) {
      misses << fmt::format("\n[{}] {} {} {}\n{}\n", cells[kKind], cells[kSite], cells[kPublished],
                            cells[kTitle], cells[kText])
             << own.str();
    }
  }
  std::string report = summary() + "\nmain place by kind of passage\n";
  for (const auto& [kind, share] : kinds) report += line_of("  " + kind, share);
  report += "\nwhat went wrong\n" + misses.str();

  const auto path = kRoot / "tests/golden/places_report.txt";
  if (std::getenv("TINLANG_RENEW_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << report;
  }
  EXPECT_EQ(read_file(path), report) << "run with TINLANG_RENEW_GOLDEN=1 and review the difference";
  EXPECT_GE(main_.all, 200);
  EXPECT_GE(shared_name_.all * 2, main_.all) << "half of the passages are ambiguous by name";
  EXPECT_GE(main_.value(), kLeastMainRight);
  EXPECT_GE(high_.value(), kLeastHighRight);
  EXPECT_GE(high_.all, kLeastHighShare * main_.all);
  EXPECT_GE(mention_f1(), kLeastMentionF1);
}

}  // namespace
}  // namespace tinlang::entities
