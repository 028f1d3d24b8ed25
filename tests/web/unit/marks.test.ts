import assert from "node:assert/strict";
import { test } from "node:test";
import { fold } from "../../../web/src/text/fold";
import { cut_at_highlights } from "../../../web/src/text/marks";

const marked = (text: string, highlights: [number, number][]) =>
  cut_at_highlights(text, highlights)
    .map((stretch) => (stretch.marked ? `[${stretch.text}]` : stretch.text))
    .join("");

test("marks Vietnamese words by code points", () => {
  assert.equal(marked("xã Thanh Giang", [[3, 8], [9, 14]]), "xã [Thanh] [Giang]");
});

test("letters beyond the basic plane count once", () => {
  assert.equal(marked("𝒂𝒃 xã 🏠 huyện", [[3, 5], [8, 13]]), "𝒂𝒃 [xã] 🏠 [huyện]");
});

test("decomposed letters count each mark, as the text holds them", () => {
  const decomposed = "xã mới".normalize("NFD");
  assert.equal(marked(decomposed, [[0, 3]]), `[${"xã".normalize("NFD")}]${" mới".normalize("NFD")}`);
});

test("marks at both ends and side by side stay apart", () => {
  assert.equal(marked("abcd", [[0, 1], [1, 2], [3, 4]]), "[a][b]c[d]");
});

test("no highlights: the text as it is; empty text: nothing", () => {
  assert.deepEqual(cut_at_highlights("abc", []), [{ text: "abc", marked: false }]);
  assert.deepEqual(cut_at_highlights("", [[0, 2]]), []);
});

test("highlights outside the text, reversed or overlapping lose no letter", () => {
  assert.equal(marked("abcd", [[2, 99]]), "ab[cd]");
  assert.equal(marked("abcd", [[3, 1]]), "abcd");
  assert.equal(marked("abcd", [[0, 3], [1, 4]]), "[abc][d]");
  assert.equal(marked("abcd", [[-5, 2]]), "[ab]cd");
});

test("folding lets unmarked typing find marked names", () => {
  assert.equal(fold("Đỗ Thị Hằng Ước"), "do thi hang uoc");
  assert.equal(fold("Đỗ".normalize("NFD")), "do");
});
