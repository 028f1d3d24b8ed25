#include "indexer/archive/container_reader.h"

#include <cstddef>
#include <string>
#include <utility>

#include "indexer/archive/captures.h"
#include "indexer/archive/file_kind.h"
#include "indexer/archive/member_reader.h"
#include "indexer/archive/text_files.h"

namespace tinlang::archive {
namespace {

namespace fs = std::filesystem;

// One row for each of a million pages.
constexpr std::size_t kMaxTableBytes = std::size_t{256} * 1024 * 1024;

class Container {
 public:
  Container(const fs::path& file, PageTaker& taker) : file_(file), taker_(taker) {}

  // And what else must be known before the first page. False when a table is broken: pages without
  // their addresses would be other articles.
  bool read_tables() {
    MemberReader members(file_);
    while (members.next()) {
      if (kind_of_name(members.path()) == FileKind::kHtml) stems_.add(members.path());
      if (kind_of_name(members.path()) != FileKind::kTable || members.is_encrypted()) continue;
      const std::string name = source_of(members.path());
      if (!members.read_to(kMaxTableBytes + 1) || members.bytes().size() > kMaxTableBytes) {
        taker_.refuse(name, "cannot be read, so that pages would be without their addresses");
        return false;
      }
      const auto added = captures_.add_member(members.path(), members.bytes(), name);
      for (const auto& row : captures_.take_bad_rows()) taker_.refuse(row.place, row.reason);
      if (added) continue;
      taker_.refuse_with(file_.string(), added.error().message);
      return false;
    }
    return true;
  }

  void read_pages() {
    MemberReader members(file_);
    while (!taker_.stopped() && members.next()) visit(members);
    if (encrypted_ > 0) {
      taker_.refuse(file_.string(), fmt::format("encrypted members: {}, the first is {}",
                                                encrypted_, first_encrypted_));
    }
    if (!members.fault().empty()) taker_.refuse(file_.string(), members.fault());
  }

 private:
  std::string source_of(const std::string& member) const {
    return fmt::format("{}#{}", file_.string(), member);
  }

  void visit(MemberReader& members) {
    const FileKind kind = kind_of_name(members.path());
    if (kind == FileKind::kTable) return;
    if (members.is_encrypted()) {
      if (++encrypted_ == 1) first_encrypted_ = members.path();
      return;
    }
    if (!may_be_page(kind, members.path())) return taker_.count_other();
    if (!members.read_to(kSniffedBytes)) return refuse_damaged(members);
    if (kind == FileKind::kUnknown && !begins_like_html(members.bytes())) {
      return taker_.count_other();
    }
    if (!members.read_to(kMaxPageBytes + 1)) return refuse_damaged(members);
    if (members.bytes().size() > kMaxPageBytes) {
      return taker_.refuse(source_of(members.path()),
                           fmt::format("page of more than {} bytes", kMaxPageBytes));
    }
    Page page;
    page.source = source_of(members.path());
    page.bytes = members.take_bytes();
    if (captures_.describe(members.path(), page)) taker_.take(std::move(page));
  }

  bool may_be_page(FileKind kind, const std::string& path) const {
    if (kind == FileKind::kText) return !is_for_machines(path) && !stems_.has_page_of(path);
    return kind == FileKind::kHtml || kind == FileKind::kUnknown;
  }

  // Damage of the archive itself is told once, at its end.
  void refuse_damaged(const MemberReader& members) {
    if (members.fault().empty()) taker_.refuse(source_of(members.path()), members.member_fault());
  }

  const fs::path& file_;
  PageTaker& taker_;
  Captures captures_;
  PageStems stems_;
  std::size_t encrypted_ = 0;
  std::string first_encrypted_;
};

}  // namespace

void read_container(const fs::path& file, PageTaker& taker) {
  Container container(file, taker);
  if (container.read_tables()) container.read_pages();
}

}  // namespace tinlang::archive
