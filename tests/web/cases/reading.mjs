// One article, the way back, and the address as the whole state.

import assert from "node:assert/strict";
import { highlighted } from "../support/archive.mjs";
import { open_results, pick, shown_ids, wait_for_total } from "../support/results_view.mjs";

const kCommon = "hội nghị";

/** Scrolls to the result at `index` and opens it; returns its id and where the page stood. */
async function open_hit(page, answer, index) {
  const { id } = answer.hits[index];
  const link = page.locator(`[id="bai-${id}"]`);
  await link.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const top = await page.evaluate(() => scrollY);
  assert.ok(top > 200, "the result lies below the first screen");
  await link.click();
  await page.locator("article h1").waitFor();
  return { id, top };
}

async function wait_for_return(page, total, top, id) {
  await wait_for_total(page, total);
  await page.waitForFunction(([y, focus]) => Math.abs(scrollY - y) <= 2 && document.activeElement?.id === focus, [top, `bai-${id}`]);
}

async function opens_and_goes_back(page, archive) {
  const answer = await open_results(page, archive, { q: kCommon, sort: "newest" });
  const results = page.url();
  const { id, top } = await open_hit(page, answer, 6);
  const article = await archive.article(id, kCommon);
  assert.equal(await page.locator("article h1").textContent(), article.title.text);
  await page.waitForFunction(() => scrollY === 0 && document.activeElement?.tagName === "H1");

  await page.getByRole("link", { name: "Về kết quả" }).click();
  await wait_for_return(page, answer.total, top, id);
  assert.equal(page.url(), results);
  await page.goForward();
  await page.locator("article h1").waitFor();
  await page.goBack();
  await wait_for_return(page, answer.total, top, id);
}

async function shows_the_whole_article(page, archive) {
  const { hits } = await archive.search({ q: kCommon });
  const { id } = pick(hits, ({ officials, locality }) => officials.length > 0 && locality, "an article with people");
  const article = await archive.article(id, kCommon);
  await page.goto(`/bai/${id}?${new URLSearchParams({ q: kCommon })}`);
  await page.locator("article h1").waitFor();
  const body = await page.locator(".article-body").textContent();
  for (const { text } of article.paragraphs) assert.ok(body.includes(text), `missing: ${text}`);
  const marks = await page.locator("article mark").allTextContents();
  assert.deepEqual(marks, [article.title, ...article.paragraphs].flatMap(highlighted));
  assert.ok(marks.length > 0);
  assert.deepEqual(await page.locator(".people-list .person-name").allTextContents(), article.officials.map(({ name }) => name));
  const record = await page.locator(".record").textContent();
  for (const fact of [article.source, article.sha256, article.url]) assert.ok(record.includes(fact), fact);
  assert.equal(await page.getByRole("link", { name: /Xem bài gốc/ }).getAttribute("href"), article.url);

  const total = (await archive.search({ official: article.officials[0].id })).total;
  await page.locator(".people-list .narrow").first().click();
  await wait_for_total(page, total);
}

async function shows_how_it_was_filed(page, archive) {
  const [{ id }] = (await archive.search({ q: kCommon })).hits;
  const article = await archive.article(id);
  const filing = {
    photo_credit: "Lê Thị Mận",
    category: "Xây dựng Đảng",
    tags: ["hội nghị"],
    attachments: [{ url: "https://a.gov.vn/ke-hoach.pdf", text: "Kế hoạch" }, { url: "javascript:alert(1)", text: "Phụ lục" }],
    original: "https://bao.vn/cau",
  };
  await page.route(`**/api/v1/articles/${id}**`, (route) => route.fulfill({ json: { ...article, ...filing } }));
  await page.goto(`/bai/${id}`);
  await page.getByText("Ảnh: Lê Thị Mận").waitFor();
  await page.getByText("Xây dựng Đảng").waitFor();
  assert.equal(await page.getByRole("link", { name: "Kế hoạch" }).getAttribute("href"), filing.attachments[0].url);
  assert.equal(await page.getByText("Phụ lục").count(), 1);
  assert.equal(await page.locator(".attachments a").count(), 1, "only a web address is a link");
  assert.equal(await page.getByRole("link", { name: "https://bao.vn/cau" }).count(), 1);
  const { total } = await archive.search({ q: '"hội nghị"' });
  await page.locator(".tags a").click();
  await wait_for_total(page, total);
}

async function invents_no_date(page, archive) {
  const { hits } = await archive.search({ q: "", sort: "oldest", limit: 100 });
  const undated = pick(hits, ({ published }) => published === null, "an article without a date");
  await page.goto(`/bai/${undated.id}`);
  await page.locator("article h1").waitFor();
  const dates = await page.locator(".article-dates").textContent();
  assert.ok(dates.includes("không rõ ngày"), dates);
}

async function survives_a_reload(page, archive) {
  const all = await archive.search({ q: kCommon });
  const place = all.facets.localities[0];
  const answer = await open_results(page, archive, { q: kCommon, locality: place.value, sort: "oldest" });
  const ids = await shown_ids(page);
  await page.evaluate(() => scrollTo(0, 150));
  await page.waitForFunction(() => scrollY === 150);
  const address = page.url();
  await page.reload();
  await wait_for_total(page, answer.total);
  assert.equal(page.url(), address);
  assert.deepEqual(await shown_ids(page), ids);
  assert.equal(await page.getByLabel("Tìm trong kho tin").inputValue(), kCommon);
  assert.equal(await page.getByLabel("Sắp xếp").inputValue(), "oldest");
  assert.equal(await page.locator(`[id="locality-${place.value}"]`).isChecked(), true);
  await page.waitForFunction(() => Math.abs(scrollY - 150) <= 2);
}

async function replays_the_history(page, archive) {
  const all = await open_results(page, archive, { q: kCommon });
  const year = pick(all.facets.years, ({ count }) => count > 0 && count < all.total, "a year with some of the results");
  await page.locator(`#bar-${year.value}`).click();
  await wait_for_total(page, year.count);
  await page.goBack();
  await wait_for_total(page, all.total);
  await page.goForward();
  await wait_for_total(page, year.count);
}

async function prints_the_text_and_its_record(page, archive) {
  const { hits } = await archive.search({ q: kCommon });
  await page.goto(`/bai/${hits[0].id}`);
  await page.locator("article h1").waitFor();
  await page.emulateMedia({ media: "print" });
  for (const part of [".masthead", ".site-footer", ".article-nav"]) assert.equal(await page.locator(part).isVisible(), false);
  for (const part of [".article-body", ".record"]) assert.equal(await page.locator(part).isVisible(), true);
}

async function says_that_an_article_is_missing(page) {
  await page.goto(`/bai/${"0".repeat(64)}`);
  await page.getByRole("alert").getByText("Kho không có bài này").waitFor();
  await page.getByRole("link", { name: "Về trang tìm kiếm" }).click();
  await page.waitForURL((url) => url.pathname === "/");
}

export const cases = [
  { name: "an article opens at its top, and going back finds the results as they were", run: opens_and_goes_back },
  { name: "an article shows its text, marks, people, places and record", run: shows_the_whole_article },
  { name: "an article shows its section, tags, attachments, photographer and origin", run: shows_how_it_was_filed },
  { name: "an article without a date says so", run: invents_no_date },
  { name: "a reload keeps question, filters, order and place on the page", run: survives_a_reload },
  { name: "back and forward replay the filters", run: replays_the_history },
  { name: "print shows the article and its record alone", run: prints_the_text_and_its_record },
  { name: "an unknown article is said to be missing", run: says_that_an_article_is_missing },
];
