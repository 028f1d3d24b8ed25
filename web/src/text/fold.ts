// Lets a reader find "Đỗ Thị Hằng" in a list by typing "do thi hang". Only for lists that are already on
// the page: what matches in the archive is the daemon's business.

export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase();
}
