// What each term family costs: the index is written anew without it, from its own
// documents, and the bytes of the compacted result and the time of writing are
// compared with those of the whole. Analysis is no part of that time.
//
//   family_bytes BUILD_OF_AN_INDEX SCRATCH_FOLDER

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "indexer/schema/fields.h"

namespace {

namespace fs = std::filesystem;
using tinlang::schema::FieldId;

struct Family {
  std::string_view name;
  std::string_view prefix;      // empty: every term that begins with no capital letter
  bool positions_only = false;  // the terms stay
};

// Written this often; the middle one counts.
constexpr std::size_t kRounds = 3;

struct Cost {
  std::uintmax_t bytes = 0;
  double seconds = 0;
};

bool belongs_to(const std::string& term, const Family& family) {
  if (family.prefix.empty()) return term.front() < 'A' || term.front() > 'Z';
  return term.starts_with(family.prefix);
}

std::uintmax_t bytes_below(const fs::path& folder) {
  std::uintmax_t bytes = 0;
  for (const auto& file : fs::directory_iterator(folder)) bytes += file.file_size();
  return bytes;
}

void remove(Xapian::Document& document, const Family& family) {
  std::vector<std::string> doomed;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    if (belongs_to(*term, family)) doomed.push_back(*term);
  }
  for (const std::string& term : doomed) {
    Xapian::termcount count = 0;
    if (family.positions_only) {
      auto found = document.termlist_begin();
      found.skip_to(term);
      count = found.get_wdf();
    }
    document.remove_term(term);
    if (family.positions_only) document.add_term(term, count);
  }
}

std::vector<Xapian::Document> documents_of(const fs::path& index) {
  Xapian::Database database(index.string());
  std::vector<Xapian::Document> documents;
  for (auto it = database.postlist_begin({}); it != database.postlist_end({}); ++it) {
    Xapian::Document document = database.get_document(*it);
    document.get_data();
    documents.push_back(std::move(document));
  }
  return documents;
}

// Terms are read and removed before the clock starts.
Cost written(const fs::path& index, const fs::path& scratch, const Family* without) {
  std::vector<double> seconds;
  for (std::size_t round = 0; round < kRounds; ++round) {
    std::vector<Xapian::Document> documents = documents_of(index);
    for (Xapian::Document& document : documents) {
      document.termlist_count();
      if (without != nullptr) remove(document, *without);
    }
    fs::remove_all(scratch / "copy");
    const auto begun = std::chrono::steady_clock::now();
    Xapian::WritableDatabase copy((scratch / "copy").string(), Xapian::DB_CREATE_OR_OVERWRITE);
    for (const Xapian::Document& document : documents) copy.add_document(document);
    copy.commit();
    seconds.push_back(
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
  }
  std::sort(seconds.begin(), seconds.end());
  fs::remove_all(scratch / "compacted");
  Xapian::Database((scratch / "copy").string()).compact((scratch / "compacted").string());
  return {bytes_below(scratch / "compacted"), seconds[kRounds / 2]};
}

void print(std::string_view name, const Cost& cost) {
  std::cout << std::left << std::setw(24) << name << std::right << std::setw(12) << cost.bytes
            << std::setw(10) << std::fixed << std::setprecision(2) << cost.seconds << "\n";
}

int run(const fs::path& index, const fs::path& scratch) {
  using tinlang::schema::field;
  constexpr Family kFamilies[] = {
      {"C and its positions", field(FieldId::kBody).prefix},
      {"positions of C alone", field(FieldId::kBody).prefix, true},
      {"F", field(FieldId::kFolded).prefix},
      {"G", field(FieldId::kBigram).prefix},
      {"S and its positions", field(FieldId::kTitle).prefix},
      {"positions of S alone", field(FieldId::kTitle).prefix, true},
  };
  const Cost whole = written(index, scratch, nullptr);
  print("the whole", whole);
  for (const Family& family : kFamilies) {
    const Cost rest = written(index, scratch, &family);
    print(family.name, {whole.bytes - rest.bytes, whole.seconds - rest.seconds});
  }
  return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: family_bytes BUILD_OF_AN_INDEX SCRATCH_FOLDER\n";
    return 2;
  }
  try {
    fs::create_directories(argv[2]);
    return run(argv[1], argv[2]);
  } catch (const Xapian::Error& error) {
    std::cerr << "family_bytes: " << error.get_description() << '\n';
  } catch (const fs::filesystem_error& error) {
    std::cerr << "family_bytes: " << error.what() << '\n';
  }
  return EXIT_FAILURE;
}
