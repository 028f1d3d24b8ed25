// Lines that name who wrote, photographed or first printed an article.

#ifndef TINLANG_INDEXER_ARTICLE_CREDIT_H_
#define TINLANG_INDEXER_ARTICLE_CREDIT_H_

#include <optional>
#include <string>
#include <string_view>

namespace tinlang::article {

// What kind of thing a credit line names.
enum class CreditKind { kAuthor, kSource, kPhoto };
struct Credit {
  CreditKind kind = CreditKind::kAuthor;
  bool with_photos = false;  // "Tin, ảnh: X"
  std::string name;          // as printed, without the label and a final full stop
};

// "Tác giả: Lan Anh" -> Lan Anh; "Ảnh và tin bài: X" -> X; "Nguồn ảnh: Y" -> a photo credit.
// nullopt when the line does not begin with such a label.
std::optional<Credit> parse_credit(std::string_view line);

// Whether the line is such a label and nothing else: its value is elsewhere or missing.
bool is_empty_label(std::string_view line);

// Whether plain words are such a label of an author alone, its colon perhaps drawn by a style.
bool is_bare_label(const std::string& words);

// Whether a name is no person's or office's: "admin", "Đăng nhập", the name of a site.
bool is_nobody(std::string_view name);

// "By Anna Bell", "Viết bởi Hồng Oanh" -> the name: the label may lack its colon.
std::string without_preposition(const std::string& line);

// `line` without its final full stops and spaces; "./." too.
std::string without_final_dot(std::string_view line);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_CREDIT_H_
