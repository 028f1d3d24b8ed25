// Article and entities -> the record that the index stores.

#ifndef TINLANG_INDEXER_WRITER_RECORD_BUILDER_H_
#define TINLANG_INDEXER_WRITER_RECORD_BUILDER_H_

#include "indexer/article/article.h"
#include "indexer/entities/entities.h"
#include "indexer/schema/article_record.h"

namespace tinlang::writer {

// Total: every article has a record.
schema::ArticleRecord make_record(const article::Article& article,
                                  const entities::Entities& entities);

}  // namespace tinlang::writer

#endif  // TINLANG_INDEXER_WRITER_RECORD_BUILDER_H_
