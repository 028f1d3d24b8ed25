import assert from "node:assert/strict";
import { test } from "node:test";
import { fold } from "../../../web/src/text/fold";
import { cut_at_highlights, cut_at_names } from "../../../web/src/text/marks";

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

// A name in braces, a mark in brackets.
const named = (text: string, highlights: [number, number][], names: [number, number][]) =>
  cut_at_names(text, highlights, names.map(([begin, end]) => ({ begin, end })))
    .map(({ name, stretches }) => {
      const words = stretches.map((stretch) => (stretch.marked ? `[${stretch.text}]` : stretch.text)).join("");
      return name === null ? words : `{${words}}`;
    })
    .join("");

test("names stand in the text, with the words of the question marked inside and over their edges", () => {
  assert.equal(named("ông Lò Mai ở xã Vân", [], [[4, 10], [13, 19]]), "ông {Lò Mai} ở {xã Vân}");
  assert.equal(named("ông Lò Mai ở xã Vân", [[7, 10], [16, 19]], [[4, 10], [13, 19]]), "ông {Lò [Mai]} ở {xã [Vân]}");
  assert.equal(named("ông Lò Mai nói", [[0, 6], [8, 14]], [[4, 10]]), "[ông ]{[Lò] M[ai]}[ nói]");
  assert.equal(named("Lò Mai", [[0, 6]], [[0, 6]]), "{[Lò Mai]}");
});

test("names are counted in code points: letters beyond the basic plane and loose marks", () => {
  assert.equal(named("𝒂🏠 Lò Mai", [], [[3, 9]]), "𝒂🏠 {Lò Mai}");
  const loose = "q\u0303 Lò Mai";
  assert.equal(named(loose, [[0, 2]], [[3, 9]]), "[q\u0303] {Lò Mai}");
});

test("half a name is none: what reaches out of the text, into the one before, or back", () => {
  assert.equal(named("Lò Mai", [], [[3, 99]]), "Lò Mai");
  assert.equal(named("Lò Mai ca", [], [[0, 6], [3, 9]]), "{Lò Mai} ca");
  assert.equal(named("Lò Mai", [], [[6, 3], [2, 2]]), "Lò Mai");
  assert.deepEqual(cut_at_names("", [], [{ begin: 0, end: 1 }]), []);
});

test("folding lets unmarked typing find marked names", () => {
  assert.equal(fold("Đỗ Thị Hằng Ước"), "do thi hang uoc");
  assert.equal(fold("Đỗ".normalize("NFD")), "do");
});
