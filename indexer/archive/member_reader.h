// The regular files within a .tar or .zip, one after the other. Nothing is written to disk.

#ifndef TINLANG_INDEXER_ARCHIVE_MEMBER_READER_H_
#define TINLANG_INDEXER_ARCHIVE_MEMBER_READER_H_

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace tinlang::archive {

// Not thread-safe. Its calls set the thread's locale for as long as they last.
class MemberReader {
 public:
  explicit MemberReader(const std::filesystem::path& file);
  ~MemberReader();
  MemberReader(const MemberReader&) = delete;
  MemberReader& operator=(const MemberReader&) = delete;

  // To the next member that is a regular file; false at the end, or at damage
  // that nothing can be read behind.
  bool next();

  // Of the current member. The path is the archive's own, with '/', and may
  // be absolute or lead upwards; control characters are replaced by '?'.
  const std::string& path() const { return path_; }
  bool is_encrypted() const { return encrypted_; }

  // What was read of the member: read_to() reads on until it has `max_bytes` or is whole.
  // False when its bytes are damaged; member_fault() then says how.
  bool read_to(std::size_t max_bytes);
  const std::string& bytes() const { return bytes_; }
  std::string take_bytes() { return std::move(bytes_); }  // leaves none
  const std::string& member_fault() const { return member_fault_; }

  // Why the archive was not read to its end, with the byte of the file; empty when it was.
  const std::string& fault() const { return fault_; }

 private:
  struct Handle;

  void open();
  bool read_header();
  bool go_behind_damage();
  bool skip_rest();
  bool is_bomb();
  void set_fault(std::string_view fallback);

  std::filesystem::path file_;
  bool without_directory_ = false;  // a zip that must be read from its beginning
  std::unique_ptr<Handle> handle_;
  std::size_t headers_ = 0;  // read since the file was opened
  std::size_t recoveries_ = 0;
  std::uint64_t file_bytes_ = 0;
  std::uint64_t read_bytes_ = 0;  // decoded for the caller, of all members
  std::string path_;
  bool encrypted_ = false;
  bool in_member_ = false;
  std::string bytes_;
  std::string member_fault_;
  std::string fault_;
};

}  // namespace tinlang::archive

#endif  // TINLANG_INDEXER_ARCHIVE_MEMBER_READER_H_
