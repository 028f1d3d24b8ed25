// What the page says about a post and those who held it.

export interface PostStrings {
  loading: string;
  no_such_post: string;
  page_of: (title: string) => string;
  /** Of a post that no article names: its words without marks. */
  unknown_title: (words: string) => string;
  everywhere: string;
  at_every_place: string;
  search: string;
  holders: string;
  holders_hint: string;
  nobody: string;
  nobody_anywhere: string;
  archived_span: (from: string, to: string, archived: number, months: number) => string;
  nothing_archived: string;
  several_holders: string;
  only_first: (shown: number, total: number) => string;
  /** Of the months from first to last mention. */
  inside: (silent: number, unarchived: number) => string;
  silence: (from: string, to: string, months: number, unarchived: number) => string;
  legend: { proof: string; span: string; gap: string };
  conflicts: string;
  conflict: (from: string, to: string) => string;
  conflict_reason: string;
  handover: (from: string, to: string) => string;
  and: string;
  former: string;
  former_hint: string;
  looks_back: string;
  places: string;
  places_inside: string;
  people: (count: number) => string;
  vague: (count: number) => string;
}

const vietnamese = new Intl.NumberFormat("vi-VN");
const english = new Intl.NumberFormat("en-GB");

function span(from: string, to: string): string {
  return from === to ? from : `${from} – ${to}`;
}

function unarchived_in_vietnamese(months: number, unarchived: number): string {
  if (unarchived === 0) return "dù kho có bài của trang nguồn trong mọi tháng ấy";
  if (unarchived === months) return "kho chưa lưu trữ bài nào của thời gian ấy nên không biết";
  return `${vietnamese.format(unarchived)} trong ${vietnamese.format(months)} tháng ấy chưa lưu trữ`;
}

export const kPostsInVietnamese: PostStrings = {
  loading: "Đang mở trang chức vụ…",
  no_such_post: "Không có đơn vị hành chính nào mang mã này. Có thể địa chỉ bị chép thiếu.",
  page_of: (title) => `Những người giữ chức vụ ${title}`,
  unknown_title: (words) => `Chức vụ “${words}”`,
  everywhere: "Mọi địa phương",
  at_every_place: "Xem chức vụ này ở mọi địa phương",
  search: "Tìm các bài nêu chức vụ này",
  holders: "Những người giữ chức vụ, theo các bài",
  holders_hint: "Từ bài đầu đến bài cuối nêu người ấy giữ chức vụ; trước và sau đó kho không có bằng chứng.",
  nobody: "Kho không có bài nào nêu ai giữ chức vụ này ở đây.",
  nobody_anywhere: "Kho không có bài nào nêu ai giữ chức vụ này.",
  archived_span: (from, to, archived, months) =>
    `Trang nguồn về nơi này được lưu ${vietnamese.format(archived)} trong ${vietnamese.format(months)} tháng (${span(from, to)}); những tháng khác chưa lưu trữ nên không biết.`,
  nothing_archived: "Trang nguồn về nơi này chưa được lưu trữ nên không biết có ai hay không.",
  several_holders: "Chức vụ này có thể có nhiều người giữ cùng lúc.",
  only_first: (shown, total) => `Đang hiện ${vietnamese.format(shown)} người đầu trong ${vietnamese.format(total)} người; chọn một địa phương để xem đủ.`,
  inside: (silent, unarchived) => {
    const words = [];
    if (silent > 0) words.push(`${vietnamese.format(silent)} tháng có lưu bài nhưng không bài nào nêu`);
    if (unarchived > 0) words.push(`${vietnamese.format(unarchived)} tháng chưa lưu trữ`);
    return words.length === 0 ? "" : `Ở giữa có ${words.join(", ")}.`;
  },
  silence: (from, to, months, unarchived) =>
    `${span(from, to)}: không bài nào nêu ai giữ chức vụ này, ${unarchived_in_vietnamese(months, unarchived)}.`,
  legend: {
    proof: "tháng có bài nêu",
    span: "giữa bài đầu và bài cuối, không bài nào nêu",
    gap: "chưa lưu trữ: không biết",
  },
  conflicts: "Chỗ chưa khớp",
  conflict: (from, to) => `cùng được nêu giữ chức vụ này từ ${from} đến ${to}.`,
  conflict_reason: "Chức vụ này mỗi lúc chỉ có một người giữ: có bài nêu sai, hoặc có người trùng tên.",
  handover: (from, to) => `cùng được nêu từ ${from} đến ${to}, có thể do bài đăng chậm khi bàn giao.`,
  and: "và",
  former: "Từng giữ chức vụ, theo bài nhắc lại",
  former_hint: "Các bài chỉ nói những người này từng giữ chức vụ, không nói khi nào.",
  looks_back: "nhắc lại trong bài",
  places: "Theo địa phương",
  places_inside: "Ở các đơn vị bên trong",
  people: (count) => `${vietnamese.format(count)} người`,
  vague: (count) => `${vietnamese.format(count)} bài chỉ rõ quý hoặc năm.`,
};

function people_in_english(count: number): string {
  return count === 1 ? "1 person" : `${english.format(count)} people`;
}

function months_in_english(count: number): string {
  return count === 1 ? "1 month" : `${english.format(count)} months`;
}

function unarchived_in_english(months: number, unarchived: number): string {
  if (unarchived === 0) return "though the archive has articles of its sites in every month";
  if (unarchived === months) return "nothing of that time was archived, so nobody knows";
  return `${english.format(unarchived)} of ${months_in_english(months)} not archived`;
}

export const kPostsInEnglish: PostStrings = {
  loading: "Opening the page of the post…",
  no_such_post: "No administrative unit has this code. The address may be incomplete.",
  page_of: (title) => `Holders of the post ${title}`,
  unknown_title: (words) => `Post “${words}”`,
  everywhere: "All places",
  at_every_place: "See this post in all places",
  search: "Find the articles that name this post",
  holders: "Holders of the post, by the articles",
  holders_hint: "From the first article that names somebody for the post to the last; before and after there is no proof in the archive.",
  nobody: "No article in the archive names a holder of this post here.",
  nobody_anywhere: "No article in the archive names a holder of this post.",
  archived_span: (from, to, archived, months) =>
    `Sites about this place were archived in ${english.format(archived)} of ${months_in_english(months)} (${span(from, to)}); of the others nobody knows.`,
  nothing_archived: "No site about this place was archived, so nobody knows.",
  several_holders: "Several people may hold this post at once.",
  only_first: (shown, total) => `These are the first ${english.format(shown)} of ${people_in_english(total)}; choose a place to see all of its own.`,
  inside: (silent, unarchived) => {
    const words = [];
    if (silent > 0) words.push(`${months_in_english(silent)} with articles of which none says so`);
    if (unarchived > 0) words.push(`${months_in_english(unarchived)} not archived`);
    return words.length === 0 ? "" : `In between: ${words.join(", ")}.`;
  },
  silence: (from, to, months, unarchived) =>
    `${span(from, to)}: no article names a holder, ${unarchived_in_english(months, unarchived)}.`,
  legend: {
    proof: "month with an article that says so",
    span: "between the first and the last, nothing said",
    gap: "not archived: unknown",
  },
  conflicts: "What does not agree",
  conflict: (from, to) => `are both named for this post from ${from} to ${to}.`,
  conflict_reason: "One person at a time holds this post: an article is wrong, or two people share a name.",
  handover: (from, to) => `are both named from ${from} to ${to}; articles may lag behind the appointment.`,
  and: "and",
  former: "Former holders, as articles look back",
  former_hint: "Articles only say that these people once held the post, not when.",
  looks_back: "told of in",
  places: "By place",
  places_inside: "In units inside",
  people: people_in_english,
  vague: (count) => `${count === 1 ? "1 article" : `${english.format(count)} articles`} dated only by quarter or year.`,
};
