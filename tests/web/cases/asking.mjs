// Asking, and what an answer shows.

import assert from "node:assert/strict";
import { highlighted } from "../support/archive.mjs";
import { open_results, parameter, pick, shown_ids, wait_for_ids, wait_for_total } from "../support/results_view.mjs";

const kCommon = "hội nghị";

async function starts_with_examples_and_size(page, archive) {
  const { body: health } = await archive.get("/healthz");
  await page.goto("/");
  await page.getByText(`Kho có ${health.articles} bài`).waitFor();
  const examples = await page.locator(".examples a").allTextContents();
  assert.ok(examples.length >= 4);
  for (const q of examples) {
    assert.ok((await archive.search({ q })).total > 0, `nothing is found for the example "${q}"`);
  }
}

async function asks_and_marks(page, archive) {
  const q = "nông thôn mới nâng cao";
  const answer = await archive.search({ q });
  assert.ok(answer.total > 0);
  await page.goto("/");
  await page.getByLabel("Tìm trong kho tin").fill(q);
  await page.getByRole("button", { name: "Tìm", exact: true }).click();
  await wait_for_total(page, answer.total);
  assert.equal(parameter(page, "q"), q);
  assert.deepEqual(await shown_ids(page), answer.hits.map((hit) => hit.id));

  const wanted = answer.hits.map((hit) => [hit.title, ...hit.snippets].flatMap(highlighted));
  const marks = await page.$$eval(".hit", (hits) =>
    hits.map((hit) => [...hit.querySelectorAll("mark")].map((mark) => mark.textContent)),
  );
  assert.deepEqual(marks, wanted);
  assert.ok(wanted[0].length > 0, "the first result has marked words");
}

async function shows_the_facts(page, archive) {
  const answer = await open_results(page, archive, { q: kCommon });
  const hit = pick(answer.hits, ({ locality, officials }) => locality && officials.length > 0, "a full result");
  const item = page.locator(".hit", { has: page.locator(`[id="bai-${hit.id}"]`) });
  assert.equal(await item.locator(".locality-path a").allTextContents().then((names) => names.join("/")), hit.locality.path.join("/"));
  assert.equal(await item.locator(".source").textContent(), hit.site);
  const names = await item.locator(".people .person-name").allTextContents();
  assert.deepEqual(names, hit.officials.slice(0, 4).map((official) => official.name));
}

async function says_what_else_was_searched(page, archive) {
  const answer = await open_results(page, archive, { q: "nong thon moi" });
  assert.ok(answer.expansions.length > 0);
  const line = await page.locator(".expansions").textContent();
  for (const { written, also } of answer.expansions) assert.ok(line.includes(`${written} → ${also}`), line);
}

async function tells_partial_matches_apart(page, archive) {
  const answer = await open_results(page, archive, { q: "nông thôn mới nâng cao zzkhongco" });
  assert.equal(answer.total, 0);
  assert.ok(answer.hits.length > 0 && answer.hits.every((hit) => hit.partial));
  await page.getByRole("heading", { name: /Không có bài nào khớp trọn câu hỏi/ }).waitFor();
  assert.equal(await page.locator(".partial .hit").count(), answer.hits.length);
  assert.equal(await page.locator(".partial .badge").count(), answer.hits.length);
}

async function draws_a_line_before_partial_matches(page, archive) {
  const title = (await archive.search({ q: "nông thôn mới" })).hits[0].title.text;
  const answer = await open_results(page, archive, { q: title });
  const full = answer.hits.filter((hit) => !hit.partial).length;
  assert.ok(full > 0 && full < answer.hits.length, "a long title matches few articles in full and others in part");
  assert.equal(await page.locator("ol.hits").first().locator(".hit").count(), full);
  assert.equal(await page.locator(".partial .badge").count(), answer.hits.length - full);
  assert.equal(await page.locator("ol.hits").first().locator(".badge").count(), 0);
}

async function sorts(page, archive) {
  await open_results(page, archive, { q: kCommon });
  const newest = await archive.search({ q: kCommon, sort: "newest" });
  const relevance = await archive.search({ q: kCommon });
  assert.notDeepEqual(newest.hits.map((hit) => hit.id), relevance.hits.map((hit) => hit.id));
  await page.getByLabel("Sắp xếp").selectOption("newest");
  await wait_for_ids(page, newest.hits.map((hit) => hit.id));
  assert.equal(parameter(page, "sort"), "newest");
}

async function turns_pages(page, archive) {
  const first = await open_results(page, archive, { q: kCommon });
  assert.ok(first.total > 10);
  const second = await archive.search({ q: kCommon, offset: 10 });
  await page.getByRole("link", { name: "Sau" }).click();
  await wait_for_ids(page, second.hits.map((hit) => hit.id));
  assert.equal(parameter(page, "offset"), "10");
  await page.waitForFunction(() => scrollY === 0 && document.activeElement?.tagName === "H1");
  assert.equal(await page.locator(".pages [aria-current=page]").textContent(), "2");
  await page.getByRole("link", { name: "Trước" }).click();
  await wait_for_ids(page, first.hits.map((hit) => hit.id));
  assert.equal(parameter(page, "offset"), "");
}

async function helps_when_nothing_is_found(page, archive) {
  const answer = await open_results(page, archive, { q: "zzkhongco", from: "2020" });
  assert.equal(answer.hits.length, 0);
  await page.getByRole("heading", { name: "Không tìm thấy bài nào." }).waitFor();
  await page.locator(".no-results").getByRole("link", { name: /Bỏ lọc Thời gian/ }).click();
  await page.waitForURL((url) => !url.searchParams.has("from"));
  assert.equal(parameter(page, "q"), "zzkhongco");
}

async function shows_a_question_as_text(page, archive) {
  const q = '<img src=x onerror="document.title=1"> hội';
  await open_results(page, archive, { q });
  assert.equal(await page.getByLabel("Tìm trong kho tin").inputValue(), q);
  assert.equal(await page.locator("img").count(), 0);
}

export const cases = [
  { name: "the start page shows the size of the archive and examples that find something", run: starts_with_examples_and_size },
  { name: "asking shows the daemon's results with its words marked", run: asks_and_marks },
  { name: "a result shows place, source and officials", run: shows_the_facts },
  { name: "an abbreviation that widened the question is said", run: says_what_else_was_searched },
  { name: "partial matches alone are marked as such", run: tells_partial_matches_apart },
  { name: "a line parts full from partial matches", run: draws_a_line_before_partial_matches },
  { name: "the order can be changed", run: sorts },
  { name: "pages can be turned and start at the top", run: turns_pages },
  { name: "an empty answer says which filters stand in the way", run: helps_when_nothing_is_found },
  { name: "a question with HTML in it is shown as text", run: shows_a_question_as_text },
];
