#include "indexer/writer/document_builder.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "indexer/schema/fields.h"

#include <fmt/format.h>

namespace tinlang::writer {
namespace {

using schema::FieldId;
using schema::make_term;

// Between texts, so that no phrase runs from one into the next.
constexpr Xapian::termpos kTextGap = 100;

// Adds the words of one text after another to a document.
class WordWriter {
 public:
  WordWriter(Xapian::Document& document, text::Analyzer& analyzer)
      : document_(document), analyzer_(analyzer) {}

  // Each word counts `weight` times; a title is also written to its own field.
  void add(std::string_view text, Xapian::termcount weight, bool is_title) {
    const text::AnalyzedText analyzed = analyzer_.analyze(text);
    const text::Token* previous = nullptr;
    for (const text::Token& token : analyzed.tokens) {
      if (!token.alternative) ++position_;
      document_.add_posting(make_term(FieldId::kBody, token.canonical), position_, weight);
      document_.add_term(make_term(FieldId::kFolded, token.folded), weight);
      if (is_title) {
        document_.add_posting(make_term(FieldId::kTitle, token.canonical), position_);
      }
      if (token.alternative) continue;
      if (previous != nullptr && token.follows) {
        document_.add_term(make_term(FieldId::kBigram, bigram_key(*previous, token)), weight);
      }
      previous = &token;
    }
    for (const auto& number : analyzed.document_numbers) {
      document_.add_boolean_term(make_term(FieldId::kDocumentNumber, number.number));
    }
    position_ += kTextGap;
  }

 private:
  Xapian::Document& document_;
  text::Analyzer& analyzer_;
  Xapian::termpos position_ = 0;
};

void add_words(const schema::ArticleRecord& record, text::Analyzer& analyzer,
               Xapian::Document& document) {
  WordWriter words(document, analyzer);
  words.add(record.title, schema::kTitleWeight, true);
  words.add(record.body, 1, false);
  for (const std::string& caption : record.captions) words.add(caption, 1, false);
  words.add(record.byline, 1, false);
}

void add_site(std::string_view host, Xapian::Document& document) {
  while (!host.empty()) {
    document.add_boolean_term(make_term(FieldId::kSite, host));
    const std::size_t dot = host.find('.');
    if (dot == std::string_view::npos) break;
    host.remove_prefix(dot + 1);
  }
}

void add_date(const schema::ArticleRecord& record, Xapian::Document& document) {
  const auto date = filing_date(record);
  document.add_value(static_cast<Xapian::valueno>(schema::ValueSlot::kDate),
                     schema::date_value(date));
  if (!date) return;
  const std::string iso = to_iso_date(*date);
  document.add_boolean_term(make_term(FieldId::kYear, iso.substr(0, 4)));
  // A quarter is printed as its first month, but is known only to lie in the year.
  if (date->precision >= calendar::Precision::kMonth) {
    document.add_boolean_term(make_term(FieldId::kMonth, iso.substr(0, 7)));
  }
  if (date->precision >= calendar::Precision::kDay) {
    document.add_boolean_term(make_term(FieldId::kDay, iso));
  }
}

void add_localities(const schema::ArticleRecord& record, Xapian::Document& document) {
  std::string main_path;
  std::string mentions;
  for (const auto& locality : record.localities) {
    for (const std::string& code : locality.codes) {
      document.add_boolean_term(make_term(FieldId::kMention, code));
      if (locality.main) document.add_boolean_term(make_term(FieldId::kLocality, code));
    }
    const std::string path = fmt::format("{}", fmt::join(locality.codes, "/"));
    if (locality.main) {
      main_path = path;
    } else if (!path.empty()) {
      mentions += mentions.empty() ? path : ' ' + path;
    }
  }
  document.add_value(static_cast<Xapian::valueno>(schema::ValueSlot::kLocality), main_path);
  document.add_value(static_cast<Xapian::valueno>(schema::ValueSlot::kMentions), mentions);
}

// A field of slot 6: tabs and line ends part the fields and lines.
std::string one_field(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

std::string post_line(const schema::OfficialRecord& official, const schema::PostRecord& post) {
  constexpr std::string_view kFormer = "nguyên ";
  std::string_view title = post.title;
  if (post.former && title.starts_with(kFormer)) title.remove_prefix(kFormer.size());
  return fmt::format("{}\t{}\t{}\t{}\t{}\n", official.id, one_field(std::string(title)),
                     one_field(post.body), post.locality, post.former ? "f" : "");
}

void add_officials(const schema::ArticleRecord& record, Xapian::Document& document) {
  std::string posts;
  for (const auto& official : record.officials) {
    document.add_boolean_term(make_term(FieldId::kOfficial, official.id));
    if (official.posts.empty()) posts += post_line(official, {});
    for (const auto& post : official.posts) {
      posts += post_line(official, post);
      document.add_boolean_term(make_term(FieldId::kPost, schema::slug(post.title)));
    }
  }
  document.add_value(static_cast<Xapian::valueno>(schema::ValueSlot::kPosts), posts);
}

}  // namespace

Xapian::Document build_document(const schema::ArticleRecord& record, text::Analyzer& analyzer) {
  Xapian::Document document;
  add_words(record, analyzer, document);
  document.add_boolean_term(make_term(FieldId::kId, record.id));
  add_site(record.site, document);
  add_date(record, document);
  add_localities(record, document);
  add_officials(record, document);
  document.add_value(static_cast<Xapian::valueno>(schema::ValueSlot::kContentHash), record.sha256);
  document.add_value(static_cast<Xapian::valueno>(schema::ValueSlot::kSite), record.site);
  document.set_data(encode(record));
  return document;
}

}  // namespace tinlang::writer
