// Article -> Entities.

#ifndef TINLANG_INDEXER_ENTITIES_RECOGNIZER_H_
#define TINLANG_INDEXER_ENTITIES_RECOGNIZER_H_

#include <filesystem>
#include <memory>

#include "indexer/article/article.h"
#include "indexer/entities/entities.h"
#include "indexer/gazetteer/gazetteer.h"
#include "indexer/result/result.h"

namespace tinlang::entities {

// Immutable after load; recognize() is thread-safe.
class Recognizer {
 public:
  // Reads data_folder/officials. `gazetteer` must outlive the recognizer.
  // Errors: those of tables::Table::read(), and kInvalidInput for a broken row
  // (its file and line are named).
  static Result<Recognizer> load(const std::filesystem::path& data_folder,
                                 const gazetteer::Gazetteer& gazetteer);
  Recognizer(Recognizer&&) noexcept;
  Recognizer& operator=(Recognizer&&) noexcept;
  ~Recognizer();

  Entities recognize(const article::Article& article) const;

 private:
  struct Grammar;
  explicit Recognizer(std::unique_ptr<const Grammar> grammar);
  std::unique_ptr<const Grammar> grammar_;
};

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_RECOGNIZER_H_
