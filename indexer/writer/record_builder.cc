#include "indexer/writer/record_builder.h"

#include <utility>
#include <vector>

#include "indexer/schema/fields.h"

namespace tinlang::writer {
namespace {

schema::TextPart part_of(entities::TextField field) {
  switch (field) {
    case entities::TextField::kTitle:
      return schema::TextPart::kTitle;
    case entities::TextField::kLead:
      return schema::TextPart::kLead;
    case entities::TextField::kBody:
      return schema::TextPart::kBody;
    case entities::TextField::kCaption:
      return schema::TextPart::kCaption;
  }
  return schema::TextPart::kBody;
}

std::vector<schema::TextSpan> make_evidence(const std::vector<entities::TextSpan>& spans) {
  std::vector<schema::TextSpan> evidence;
  for (const auto& [field, item, begin, end] : spans) {
    evidence.push_back({part_of(field), item, begin, end});
  }
  return evidence;
}

schema::OfficialRecord make_official(const entities::Official& official) {
  schema::OfficialRecord record{official.id, official.name, {}, make_evidence(official.evidence)};
  for (const auto& post : official.posts) {
    record.posts.push_back({post.title, post.body, post.locality, post.former, post.acting});
  }
  return record;
}

}  // namespace

schema::ArticleRecord make_record(const article::Article& article,
                                  const entities::Entities& entities) {
  schema::ArticleRecord record;
  record.id = schema::article_id(article.url, article.source);
  record.url = article.url;
  record.source = article.source;
  record.site = article.site;
  record.site_name = article.site_name;
  record.title = article.title;
  record.lead = article.lead;
  record.body = article::body_text(article);
  record.captions = article.captions;
  record.byline = article.byline;
  record.photo_credit = article.photo_credit;
  record.category = article.category;
  record.tags = article.tags;
  record.original = article.original;
  for (const auto& [url, text] : article.attachments) record.attachments.push_back({url, text});
  record.language = article.language;
  record.captured_at = article.captured_at;
  record.sha256 = article.sha256;
  record.published = article.published;
  record.modified = article.modified;
  record.event = entities.event;
  for (const auto& locality : entities.localities) {
    record.localities.push_back({locality.codes, locality.path,
                                 locality.role == entities::LocalityRole::kMain,
                                 locality.confidence, make_evidence(locality.evidence)});
  }
  for (const auto& official : entities.officials) {
    record.officials.push_back(make_official(official));
  }
  return record;
}

}  // namespace tinlang::writer
