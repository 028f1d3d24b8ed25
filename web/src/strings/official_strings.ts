// What the page says about one official.

export interface OfficialStrings {
  page_of: (name: string) => string;
  /** Of a name in a text: who that is. */
  mention: (name: string, post: string) => string;
  loading: string;
  no_such_official: string;
  other_names: string;
  posts: string;
  posts_hint: string;
  rivals: string;
  /** Between a name and the title of a post. */
  rival: string;
  years: string;
  vague: (count: number) => string;
  places: string;
  companions: string;
  articles: string;
}

export const kPeopleInVietnamese: OfficialStrings = {
  page_of: (name) => `Trang về ${name}`,
  mention: (name, post) => `Cán bộ: ${post === "" ? name : `${name}, ${post}`}`,
  loading: "Đang mở trang cán bộ…",
  no_such_official: "Kho không có cán bộ nào mang mã này. Có thể địa chỉ bị chép thiếu.",
  other_names: "Còn được viết là",
  posts: "Chức vụ, theo các bài",
  posts_hint: "Từ bài đầu đến bài cuối nêu chức vụ; trước và sau đó kho không có bằng chứng.",
  rivals: "Chỗ chưa khớp",
  rival: "cũng được nêu là",
  years: "Số bài theo năm",
  vague: (count) => `${count} bài chỉ rõ quý hoặc năm.`,
  places: "Địa phương",
  companions: "Hay được nêu cùng",
  articles: "Các bài",
};

export const kPeopleInEnglish: OfficialStrings = {
  page_of: (name) => `Page of ${name}`,
  mention: (name, post) => `Official: ${post === "" ? name : `${name}, ${post}`}`,
  loading: "Opening the page of the official…",
  no_such_official: "The archive has no official with this id. The address may be incomplete.",
  other_names: "Also written",
  posts: "Posts, by the articles",
  posts_hint: "From the first article that names the post to the last; before and after there is no proof in the archive.",
  rivals: "What does not agree",
  rival: "is also named as",
  years: "Articles by year",
  vague: (count) => `${count === 1 ? "1 article" : `${count} articles`} dated only by quarter or year.`,
  places: "Places",
  companions: "Often named with",
  articles: "Articles",
};
