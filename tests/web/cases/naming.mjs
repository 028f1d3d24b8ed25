// Officials and places marked in the text of an article.

import axe from "@axe-core/playwright";
import assert from "node:assert/strict";
import { highlighted } from "../support/archive.mjs";
import { kPhone } from "../support/browser.mjs";
import { assert_no_sideways_scroll, pick, wait_for_total } from "../support/results_view.mjs";

const AxeBuilder = axe.default ?? axe;
const kParts = { title: (article) => [article.title.text], lead: (article) => [article.lead], paragraph: (article) => article.paragraphs.map(({ text }) => text), caption: (article) => article.captions };

async function assert_accessible(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
}

/** The words of a mention, by code points. */
function words_of(article, { part, item, begin, end }) {
  return [...kParts[part](article)[item]].slice(begin, end).join("");
}

const address_of = ({ kind, value }) => `/${kind === "official" ? "can-bo" : "dia-phuong"}/${encodeURIComponent(value)}`;

/** An article that names people in its text, and places in its title too. */
async function article_with_names(archive) {
  const { hits } = await archive.search({ q: "", sort: "oldest", limit: 100 });
  for (const { id } of hits) {
    const article = await archive.article(id);
    const has = (kind, part) => article.mentions.some((one) => one.kind === kind && one.part === part);
    if (has("official", "paragraph") && has("locality", "title")) return article;
  }
  return assert.fail("the sample archive has an article with names in title and text");
}

async function open_article(page, article, question = "") {
  await page.goto(`/bai/${article.id}${question === "" ? "" : `?${new URLSearchParams({ q: question })}`}`);
  await page.locator("article h1").waitFor();
}

async function says_only_names(_page, archive) {
  const { hits } = await archive.search({ q: "", limit: 100 });
  let count = 0;
  for (const { id } of hits) {
    const article = await archive.article(id);
    for (const mention of article.mentions) {
      const words = words_of(article, mention).normalize("NFC").toLowerCase();
      const names = mention.kind === "official"
        ? article.officials.filter((one) => one.id === mention.value).map(({ name }) => name)
        : article.localities.filter(({ code }) => code === mention.value).map(({ path }) => path.at(-1));
      assert.equal(names.length, 1, `${id} lists ${mention.value} once`);
      const last = names[0].split(" ").at(-1).toLowerCase();
      const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replaceAll("’", "'");
      assert.ok(fold(words).includes(fold(last)), `${words} names ${names[0]}`);
      count += 1;
    }
  }
  assert.ok(count > 200, `${count} mentions in the sample archive`);
}

async function marks_every_name(page, archive) {
  const article = await article_with_names(archive);
  await open_article(page, article);
  const shown = await page.$$eval("article .named", (links) => links.map((link) => `${new URL(link.href).pathname} ${link.textContent}`));
  assert.deepEqual(shown, article.mentions.map((mention) => `${address_of(mention)} ${words_of(article, mention)}`));
  const body = await page.locator(".article-body").textContent();
  for (const { text } of article.paragraphs) assert.ok(body.includes(text), `missing: ${text}`);
  const lines = await page.$$eval("article .named", (links) => links.map((link) => getComputedStyle(link).textDecorationLine + getComputedStyle(link).textDecorationStyle));
  const wanted = article.mentions.map(({ kind }) => (kind === "official" ? "underlinesolid" : "underlinedotted"));
  assert.deepEqual(lines, wanted, "told apart by more than colour");
  await assert_accessible(page);
}

async function opens_by_the_keyboard(page, archive) {
  const article = await article_with_names(archive);
  const mention = pick(article.mentions, ({ kind, part }) => kind === "official" && part === "paragraph", "a person in the text");
  await open_article(page, article);
  const link = page.locator(`.article-body a[href="${address_of(mention)}"]`).first();
  await link.evaluate((element) => element.previousElementSibling?.focus());
  await link.focus();
  assert.equal(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), "solid", "the focus is visible");
  assert.match(await link.getAttribute("title"), /^Cán bộ: /);
  await page.keyboard.press("Enter");
  const { name } = article.officials.find(({ id }) => id === mention.value);
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await page.goBack();
  await page.locator("article h1").waitFor();
  const place = pick(article.mentions, ({ kind }) => kind === "locality", "a place in the text");
  await page.locator(`article .named[href="${address_of(place)}"]`).first().click();
  await page.waitForURL((url) => url.pathname === address_of(place));
}

async function keeps_the_marks_of_the_question(page, archive) {
  const plain = await article_with_names(archive);
  const mention = pick(plain.mentions, ({ kind, part }) => kind === "official" && part === "paragraph", "a person in the text");
  // A word of the name and the one before it: marked inside of the link and outside.
  const words = words_of(plain, mention);
  const question = `${words.split(" ").at(-1)} hội nghị`;
  const article = await archive.article(plain.id, question);
  await open_article(page, article, question);
  const marks = await page.locator("article mark").allTextContents();
  assert.equal(marks.join(""), [article.title, ...article.paragraphs].flatMap(highlighted).join(""));
  assert.ok((await page.locator("article .named mark").count()) > 0, "marks inside of names");
  const shown = await page.locator("article .named").allTextContents();
  assert.deepEqual(shown, article.mentions.map((one) => words_of(article, one)));
  await assert_accessible(page);
}

async function survives_foreign_letters_and_false_mentions(page, archive) {
  const article = await article_with_names(archive);
  const official = article.officials[0];
  const text = `\u{1D482}\u{1F3E0} q\u0303 ${official.name} nói`;
  const begin = [..."\u{1D482}\u{1F3E0} q\u0303 "].length;
  const mention = { kind: "official", value: official.id, part: "paragraph", item: 0, begin, end: begin + [...official.name].length };
  const mentions = [mention, { ...mention, begin: begin + 2, end: begin + 3 }, { ...mention, begin: 900, end: 910 }, { ...mention, item: 7 }];
  const answer = { ...article, lead: null, paragraphs: [{ text, highlights: [[0, 2], [3, begin + 1]] }], captions: [], title: { text: "Tin", highlights: [] }, mentions };
  await page.route(`**/api/v1/articles/${article.id}**`, (route) => route.fulfill({ json: answer }));
  await open_article(page, article);
  assert.deepEqual(await page.locator("article .named").allTextContents(), [official.name]);
  assert.equal(await page.locator(".article-body p").first().textContent(), text);
  const [first, second, inside] = await page.locator(".article-body mark").allTextContents();
  assert.deepEqual([first, second, inside], ["\u{1D482}\u{1F3E0}", "q\u0303 ", official.name[0]]);
}

async function reads_well_on_a_phone_and_paper(page, archive) {
  await open_article(page, await article_with_names(archive));
  await assert_no_sideways_scroll(page);
  await assert_accessible(page);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".names-legend").isVisible(), false);
}

async function narrows_beside_the_text(page, archive) {
  const article = await article_with_names(archive);
  const { total } = await archive.search({ official: article.officials[0].id });
  await open_article(page, article);
  await page.getByRole("link", { name: `lọc các bài nêu ${article.officials[0].name}` }).click();
  await wait_for_total(page, total);
}

export const cases = [
  { name: "the daemon marks a name only where the text says it", run: says_only_names },
  { name: "an article's text links every official and place that it names", run: marks_every_name },
  { name: "names in a text are opened by the keyboard and say who they are", run: opens_by_the_keyboard },
  { name: "the question's marks and the names stand in each other", run: keeps_the_marks_of_the_question },
  { name: "letters of two units, loose marks and false mentions break no name", run: survives_foreign_letters_and_false_mentions },
  { name: "names in a text fit a phone, and paper", run: reads_well_on_a_phone_and_paper, options: kPhone },
  { name: "beside the text a name also narrows the archive", run: narrows_beside_the_text },
];
