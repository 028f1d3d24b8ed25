// The bytes that each term family takes in a compacted index, found by
// compacting a copy that lacks it.
//
//   family_bytes BUILD_OF_AN_INDEX SCRATCH_FOLDER

#include <cstdlib>
#include <filesystem>
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
  std::string_view prefix;  // empty: every term that begins with no capital letter
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

std::uintmax_t compacted_bytes(Xapian::Database database, const fs::path& folder) {
  fs::remove_all(folder);
  database.compact(folder.string());
  return bytes_below(folder);
}

void remove_family(Xapian::WritableDatabase& database, const Family& family) {
  const Xapian::docid last = database.get_lastdocid();
  for (Xapian::docid id = 1; id <= last; ++id) {
    Xapian::Document document = database.get_document(id);
    std::vector<std::string> doomed;
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      if (belongs_to(*term, family)) doomed.push_back(*term);
    }
    for (const std::string& term : doomed) document.remove_term(term);
    database.replace_document(id, document);
  }
  database.commit();
}

int run(const fs::path& index, const fs::path& scratch) {
  constexpr Family kFamilies[] = {
      {"C, with positions", tinlang::schema::field(FieldId::kBody).prefix},
      {"F", tinlang::schema::field(FieldId::kFolded).prefix},
      {"G", tinlang::schema::field(FieldId::kBigram).prefix},
      {"S, with positions", tinlang::schema::field(FieldId::kTitle).prefix},
  };
  const auto whole = compacted_bytes(Xapian::Database(index.string()), scratch / "compacted");
  std::cout << "Bytes of the compacted index: " << whole << "\n";
  for (const Family& family : kFamilies) {
    const fs::path copy = scratch / "copy";
    fs::remove_all(copy);
    fs::copy(index, copy);
    Xapian::WritableDatabase database(copy.string(), Xapian::DB_OPEN);
    remove_family(database, family);
    const auto without = compacted_bytes(database, scratch / "compacted");
    std::cout << "  of them " << family.name << ": " << whole - without << "\n";
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
