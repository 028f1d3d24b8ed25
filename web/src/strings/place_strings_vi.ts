import type { Units } from "../state/query_state";
import type { PlaceStrings } from "./place_strings";

const number = new Intl.NumberFormat("vi-VN");
// The time that is not the one of the tree.
const kOtherTime: Record<Units, string> = { then: "từ 7/2025", today: "trước 7/2025" };

export const kPlacesInVietnamese: PlaceStrings = {
  since_merger: "từ 7/2025",
  units: "Đơn vị hành chính",
  unit_choices: { then: "Trước 7/2025", today: "Ngày nay" },
  unit_levels: { then: "tỉnh › huyện › xã", today: "tỉnh › xã" },
  mentions: "Kể cả nơi được nhắc tới",
  mentions_hint: "Tính mọi nơi mà bài nêu tên, không chỉ nơi chính của bài.",
  through: (through, count, units) =>
    through === count ? `đều ${kOtherTime[units]}` : `gồm ${number.format(through)} bài ${kOtherTime[units]}`,
  chosen_of_other_time: { then: "Đang chọn, đơn vị trước 7/2025", today: "Đang chọn, đơn vị ngày nay" },
  relations: "Địa phương đang chọn",
  from_day: (day) => `từ ${day}`,
  until_day: (day) => `đến ${day}`,
  unchanged: "giữ nguyên như trước.",
  made_of: "gồm",
  formerly: "trước đây",
  partly: "một phần",
  joined: (day) => `từ ${day} thuộc`,
  joined_same_name: (day) => `từ ${day} nằm trong`,
  divided: (day, count, kind) =>
    count === 1 ? `từ ${day} một phần thuộc` : `từ ${day} chia vào ${count} ${kind === "" ? "đơn vị" : kind}`,
  of_province: "của",
  ended: (day) => `từ ${day} không còn, chưa rõ thành đơn vị nào`,
  province_now: "nay thuộc",
  through_sentence: (through, count, units) => {
    const filed = units === "then" ? "đơn vị từ 7/2025" : "đơn vị trước 7/2025";
    const all = count === 1 ? "Bài tìm thấy" : `Cả ${number.format(count)} bài`;
    return through === count ? `${all} đều xếp theo ${filed}.` : `Gồm cả ${number.format(through)} bài xếp theo ${filed}.`;
  },
  today: "nay:",
  and_more: (count) => `…và ${number.format(count)} đơn vị nữa`,
  fewer: "Thu gọn",
  mention: (path) => `Địa phương: ${path}`,
  page_of: (name) => `Trang về ${name}`,
  loading: "Đang mở trang địa phương…",
  no_such_place: (code) => `Không có đơn vị hành chính nào mang mã “${code}”. Có thể địa chỉ bị chép thiếu.`,
  search_here: (count) => `Xem ${number.format(count)} bài, mới nhất trước`,
  nothing_here: "Kho chưa có bài nào về nơi này.",
  coverage: "Số bài theo tháng",
  coverage_legend: {
    some: "có bài về nơi này",
    none: "không có bài, dù trang nguồn có được lưu",
    gap: "chưa lưu trữ: không biết có bài hay không",
  },
  year: "Năm",
  months: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
  total: "Cộng",
  cell_some: (count, archived) =>
    archived === 0 ? `${number.format(count)} bài` : `${number.format(count)} bài, kho lưu ${number.format(archived)} bài của trang nguồn`,
  cell_none: (archived) => `không có bài, kho lưu ${number.format(archived)} bài của trang nguồn`,
  cell_gap: "chưa lưu trữ",
  coverage_span: (from, to, gaps) => {
    const span = from === to ? `Kho có bài của ${from}` : `Kho có bài từ ${from} đến ${to}`;
    return gaps === 0 ? `${span}, không thiếu tháng nào.` : `${span}; ${number.format(gaps)} tháng trong đó chưa lưu trữ bài nào.`;
  },
  gap_list: "Những tháng chưa lưu trữ",
  vague: (count) => `${number.format(count)} bài chỉ rõ quý hoặc năm, không có trong bảng.`,
  officials: "Cán bộ được nêu",
  sites: "Trang nguồn",
  sites_hint: "Số bài về nơi này, trên tổng số bài đã lưu của trang.",
  site_counts: (count, archived) => `${number.format(count)} bài về nơi này, trên ${number.format(archived)} bài đã lưu`,
  speaks_for: "trang của địa phương",
  below: "Đơn vị trực thuộc có bài",
  posts: "Chức vụ ở đây",
  holders: (count) => (count === 0 ? "chỉ nêu người từng giữ" : `${number.format(count)} người`),
};
