// One writer at a time: a lock that the kernel frees when its holder dies.

#ifndef TINLANG_INDEXER_WRITER_FOLDER_LOCK_H_
#define TINLANG_INDEXER_WRITER_FOLDER_LOCK_H_

#include <filesystem>

#include "indexer/result/result.h"

namespace tinlang::writer {

// Movable; frees the lock when destroyed.
class FolderLock {
 public:
  // Errors: kUnavailable when another process holds `file` or it cannot be made.
  static Result<FolderLock> take(const std::filesystem::path& file);
  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&& other) noexcept;
  ~FolderLock();

 private:
  explicit FolderLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;  // -1 after a move
};

}  // namespace tinlang::writer

#endif  // TINLANG_INDEXER_WRITER_FOLDER_LOCK_H_
