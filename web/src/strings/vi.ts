import type { DateParts } from "../text/dates";
import { kPeopleInVietnamese } from "./official_strings";
import { kPlacesInVietnamese } from "./place_strings_vi";
import { kPostsInVietnamese } from "./post_strings";
import type { Strings } from "./strings";

const kQuarters = ["I", "II", "III", "IV"];
const kVaguer = { year: "", month: "quý hoặc năm", week: "tháng, quý hoặc năm", day: "tháng, quý hoặc năm" };
const number = new Intl.NumberFormat("vi-VN");

function date(parts: DateParts): string {
  switch (parts.kind) {
    case "year":
      return `năm ${parts.year}`;
    case "quarter":
      return `quý ${kQuarters[parts.quarter - 1] ?? parts.quarter}/${parts.year}`;
    case "month":
      return `tháng ${parts.month}/${parts.year}`;
    case "day": {
      const day = `${parts.day}/${parts.month}/${parts.year}`;
      return parts.time === null ? day : `${parts.time}, ${day}`;
    }
  }
}

function span(from: string, to: string): string {
  if (from === to) return from;
  if (to === "") return `từ ${from}`;
  return from === "" ? `đến ${to}` : `${from} – ${to}`;
}

export const kVietnamese: Strings = {
  language: "vi",
  language_name: "Tiếng Việt",
  site: "Tin làng",
  tagline: "Tìm trong kho lưu trữ tin tức của xã, huyện, tỉnh",
  skip_to_content: "Đến nội dung chính",
  question_label: "Tìm trong kho tin",
  question_hint: "xã, người, việc, số văn bản",
  search: "Tìm",
  examples: "Hỏi thử",
  example_questions: [
    "nông thôn mới nâng cao",
    "Bí thư Huyện ủy",
    "giải phóng mặt bằng",
    "chuyển đổi số",
    "phong chong thien tai",
  ],
  archive_size: (articles) => `Kho có ${number.format(articles)} bài`,
  archive_date: (day) => `cập nhật ${day}`,
  everything: "Xem tất cả, mới nhất trước",
  how_title: "Cách hỏi",
  how: [
    ["Có dấu hay không dấu", "Gõ có dấu thì tìm đúng dấu (uỷ = ủy); gõ không dấu thì tìm mọi cách đọc."],
    ["“trong ngoặc kép”", "Tìm các chữ đứng liền nhau, ví dụ \"ủy ban nhân dân\"."],
    ["-trừ", "Dấu trừ trước một chữ để bỏ các bài có chữ ấy."],
    ["HOẶC, ( )", "Viết hoa HOẶC để tìm một trong hai vế: xã (cầu HOẶC đường)."],
    ["tiêu-đề:  ngày:  site:", "Tìm trong tiêu đề, theo ngày, theo trang: tiêu-đề:cầu ngày:2023-05 site:nghean.gov.vn."],
    ["chươ*", "Dấu sao ở cuối: mọi chữ bắt đầu như thế."],
    ["Số văn bản", "Gõ cả số hiệu, ví dụ 123/QĐ-UBND."],
  ],
  searching: "Đang tìm…",
  results: "Kết quả",
  number: (count) => number.format(count),
  articles: (count) => `${number.format(count)} bài`,
  and_partial: (count) => `và ${number.format(count)} bài khớp một phần`,
  only_partial: "Không có bài nào khớp trọn câu hỏi.",
  partial_badge: "khớp một phần",
  partial_follow: "Các bài sau chỉ khớp một phần câu hỏi",
  expansions: "Tìm cả:",
  offers: "Lọc theo người và nơi được nhắc đến",
  offer_kinds: { official: "Cán bộ", locality: "Địa phương" },
  did_you_mean: "Có phải bạn tìm:",
  suggestions: "Gợi ý",
  suggestion_kinds: { official: "cán bộ", locality: "địa phương", phrase: "cụm từ", title: "bài" },
  matching: "Cách khớp chữ",
  exact: "Đúng dấu như đã gõ",
  exact_hint: "Chữ gõ không dấu chỉ khớp chữ không dấu: ban không thành bản, bạn, bán.",
  expand_words: "Tìm cả chữ viết tắt",
  expand_words_hint: "NTM tìm cả nông thôn mới, và ngược lại.",
  sort: "Sắp xếp",
  sorts: { relevance: "Sát câu hỏi nhất", newest: "Mới nhất trước", oldest: "Cũ nhất trước" },
  pages: "Các trang kết quả",
  page: (page) => `Trang ${page}`,
  previous: "Trước",
  next: "Sau",
  filters: "Bộ lọc",
  show_filters: "Lọc kết quả",
  hide_filters: "Ẩn bộ lọc",
  active_filters: "Đang lọc theo",
  clear_filters: "Xóa bộ lọc",
  remove_filter: (label) => `Bỏ lọc ${label}`,
  narrow: "lọc",
  narrow_to: (label) => `lọc các bài nêu ${label}`,
  localities: "Địa phương",
  officials: "Cán bộ",
  time: "Thời gian",
  sites: "Trang nguồn",
  posts: "Chức vụ",
  expand: (label) => `Mở ${label}`,
  collapse: (label) => `Đóng ${label}`,
  show_more: (hidden) => `Hiện thêm ${number.format(hidden)}`,
  find_locality: "Tìm địa phương trong danh sách",
  find_official: "Tìm cán bộ trong danh sách",
  nothing_listed: "Không có trong các bài này.",
  none_found: "Không thấy tên nào như vậy.",
  histogram: {
    year: "Số bài theo năm",
    month: "Số bài theo tháng",
    week: "Số bài theo tuần",
    day: "Số bài theo ngày",
  },
  periods: "Chọn cả tháng hoặc cả năm",
  all_years: "Tất cả các năm",
  bar: (period, count) => `${period}: ${number.format(count)} bài`,
  week: (from, to) => `tuần ${from} – ${to}`,
  vague: (count, interval) => `${number.format(count)} bài chỉ rõ ${kVaguer[interval]}, không thuộc cột nào.`,
  undated: (count) => `${number.format(count)} bài không rõ ngày.`,
  undated_left_out: (count) => `${number.format(count)} bài không rõ ngày không được tính.`,
  from: "Từ",
  to: "Đến",
  date_hint: "2023, 5/2023 hoặc 8/5/2023",
  apply: "Lọc theo ngày",
  bad_date: (written) => `“${written}” không phải là ngày. Viết 2023, 5/2023 hoặc 8/5/2023.`,
  span,
  date,
  unknown_date: "không rõ ngày",
  published: "Đăng",
  modified: "Sửa",
  event: "Sự việc",
  no_results: "Không tìm thấy bài nào.",
  no_results_filters: "Câu hỏi đang bị giới hạn bởi các bộ lọc này. Thử bỏ bớt:",
  no_results_exact: "Bỏ chọn “Đúng dấu như đã gõ”",
  no_results_tips: [
    "Bỏ bớt chữ: mọi chữ đều phải có trong bài.",
    "Thử gõ không dấu để tìm mọi cách viết dấu.",
    "Bỏ ngoặc kép nếu các chữ không cần đứng liền nhau.",
  ],
  back_to_results: "Về kết quả",
  to_search: "Về trang tìm kiếm",
  byline: "Tác giả",
  photos: "Ảnh",
  captions: "Chú thích ảnh",
  attachments: "Tệp đính kèm",
  filing: "Chuyên mục, từ khóa",
  officials_here: "Cán bộ được nêu trong bài",
  former: "nguyên",
  acting: "quyền",
  localities_here: "Địa phương trong bài",
  names_lead_to: "Tên được gạch chân dẫn đến trang riêng:",
  main_place: "nơi chính",
  places: kPlacesInVietnamese,
  people: kPeopleInVietnamese,
  held: kPostsInVietnamese,
  source: "Nguồn",
  original: "Xem bài gốc",
  record: "Thông tin lưu trữ",
  taken_from: "Trang gốc ghi lấy từ",
  archive_file: "Tệp trong kho",
  sha256: "SHA-256",
  captured_at: "Lưu lúc",
  index_build: "Bản chỉ mục",
  problem: "Không làm được",
  problem_detail: (detail) => `Máy chủ báo: ${detail}`,
  unreachable: "Không nối được với máy chủ. Hãy kiểm tra mạng rồi thử lại.",
  garbled: "Máy chủ trả lời không đúng dạng. Hãy thử lại.",
  no_such_article: "Kho không có bài này. Có thể bài đã bị gỡ hoặc địa chỉ bị chép thiếu.",
  no_such_page: "Không có trang này.",
  retry: "Thử lại",
  loading_article: "Đang mở bài…",
  footer: "Tin làng chỉ nêu điều mà trang gốc đã đăng; mỗi bài đều dẫn về nguồn.",
  choose_language: "Ngôn ngữ của trang",
};
