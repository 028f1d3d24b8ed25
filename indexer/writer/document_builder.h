// Record -> Xapian document, by the one table of schema/fields.h.

#ifndef TINLANG_INDEXER_WRITER_DOCUMENT_BUILDER_H_
#define TINLANG_INDEXER_WRITER_DOCUMENT_BUILDER_H_

#include <xapian.h>

#include "indexer/schema/article_record.h"
#include "indexer/text/analyzer.h"

namespace tinlang::writer {

// The document that stands for `record`: its terms, values and stored bytes.
// Never throws and never makes a term that Xapian refuses. `analyzer` is used
// by one thread at a time; so is the document.
Xapian::Document build_document(const schema::ArticleRecord& record, text::Analyzer& analyzer);

}  // namespace tinlang::writer

#endif  // TINLANG_INDEXER_WRITER_DOCUMENT_BUILDER_H_
