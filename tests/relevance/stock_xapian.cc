// Xapian as it comes, for comparison: TermGenerator and QueryParser with their
// own settings, no stemmer (there is none for Vietnamese), BM25.
//
//   stock_xapian ARTICLES TITLE_WEIGHT DEPTH < questions > answers
//
// ARTICLES holds a line "title TAB body" an article. Each question line gives
// one line of article numbers, from 0, best first: those with all its words,
// then those with any.

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <set>
#include <span>
#include <string>
#include <vector>

#include <xapian.h>

namespace {

Xapian::WritableDatabase index_articles(const std::string& path, Xapian::termcount title_weight) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::TermGenerator generator;
  std::ifstream articles(path);
  for (std::string line; std::getline(articles, line);) {
    const auto tab = line.find('\t');
    Xapian::Document document;
    generator.set_document(document);
    generator.index_text(line.substr(0, tab), title_weight);
    generator.increase_termpos();
    generator.index_text(line.substr(tab + 1));
    database.add_document(document);
  }
  return database;
}

// The articles that match `question`, its words joined by `joined_by`.
std::vector<Xapian::docid> ask(const Xapian::Database& database, const std::string& question,
                               Xapian::Query::op joined_by, Xapian::doccount depth) {
  Xapian::QueryParser parser;
  parser.set_database(database);
  parser.set_default_op(joined_by);
  Xapian::Enquire enquire(database);
  enquire.set_query(parser.parse_query(question));
  std::vector<Xapian::docid> found;
  const Xapian::MSet hits = enquire.get_mset(0, depth);
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) found.push_back(*hit);
  return found;
}

int run(std::span<char*> arguments) {
  if (arguments.size() != 4) {
    std::cerr << "usage: stock_xapian ARTICLES TITLE_WEIGHT DEPTH < questions\n";
    return 2;
  }
  const auto weight = static_cast<Xapian::termcount>(std::stoul(arguments[2]));
  const auto depth = static_cast<Xapian::doccount>(std::stoul(arguments[3]));
  const Xapian::WritableDatabase database = index_articles(arguments[1], weight);
  for (std::string question; std::getline(std::cin, question);) {
    std::set<Xapian::docid> shown;
    for (const auto joined_by : {Xapian::Query::OP_AND, Xapian::Query::OP_OR}) {
      for (const Xapian::docid found : ask(database, question, joined_by, depth)) {
        if (shown.size() < depth && shown.insert(found).second) std::cout << found - 1 << ' ';
      }
    }
    std::cout << '\n';
  }
  return EXIT_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv, static_cast<std::size_t>(argc)});
  } catch (const Xapian::Error& error) {
    std::cerr << "stock_xapian: " << error.get_description() << '\n';
    return EXIT_FAILURE;
  }
}
