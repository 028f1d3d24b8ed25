// The page of an official: posts with their proof, and the ways to and from it.

import axe from "@axe-core/playwright";
import assert from "node:assert/strict";
import { assert_no_sideways_scroll, open_results, parameter, pick, wait_for_total } from "../support/results_view.mjs";

const AxeBuilder = axe.default ?? axe;

/** The most frequent official of the archive, as the daemon describes them. */
async function known_official(archive) {
  const { facets } = await archive.search({ q: "" });
  const { body } = await archive.get(`/api/v1/officials/${facets.officials[0].value}`);
  return { value: facets.officials[0].value, body };
}

async function shows_the_record(page, archive) {
  const { value, body } = await known_official(archive);
  await page.goto(`/can-bo/${value}`);
  await page.getByRole("heading", { level: 1, name: body.name }).waitFor();
  const posts = await page.$$eval("#posts-title ~ .posts b", (lines) => lines.map((line) => line.textContent));
  assert.deepEqual(posts, body.posts.map(({ title, former }) => (former ? `nguyên ${title}` : title)));
  const places = await page.locator("section", { has: page.locator("#places-title") }).getByRole("link").allTextContents();
  assert.deepEqual(places, body.places.map(({ label }) => label));
  await assert_no_sideways_scroll(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);

  const { first } = body.posts[0];
  await page.locator(`#posts-title ~ .posts a[href="/bai/${first.id}"]`).first().click();
  await page.getByRole("heading", { level: 1, name: first.title }).waitFor();
}

async function leads_to_the_articles(page, archive) {
  const { value, body } = await known_official(archive);
  await page.goto(`/can-bo/${value}`);
  await page.locator(".place-search").click();
  await wait_for_total(page, body.total);
  assert.equal(parameter(page, "official"), value);
  await page.locator(".official-notes").getByRole("link", { name: `Trang về ${body.name}` }).click();
  await page.waitForURL((url) => url.pathname === `/can-bo/${value}`);
  await page.getByRole("link", { name: "Về kết quả" }).click();
  await wait_for_total(page, body.total);
}

async function opens_from_an_article(page, archive) {
  const { hits } = await archive.search({ q: "hội nghị" });
  const { id, officials } = pick(hits, (hit) => hit.officials.length > 0, "an article with people");
  await page.goto(`/bai/${id}`);
  await page.locator(".people-list .person-name").first().click();
  await page.waitForURL((url) => url.pathname === `/can-bo/${officials[0].id}`);
  await page.getByRole("heading", { level: 1, name: officials[0].name }).waitFor();
}

async function opens_from_a_result(page, archive) {
  const answer = await open_results(page, archive, { q: "hội nghị" });
  const { id, officials } = pick(answer.hits, (hit) => hit.officials.length > 0, "an article with people");
  const hit = page.locator(".hit", { has: page.locator(`[id="bai-${id}"]`) });
  await hit.getByRole("link", { name: officials[0].name, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: officials[0].name }).waitFor();
  assert.equal(decodeURIComponent(new URL(page.url()).pathname), `/can-bo/${officials[0].id}`);
  assert.equal(await page.title(), `${officials[0].name} – Tin làng`);
  await page.goBack();
  await wait_for_total(page, answer.total);
}

async function opens_from_a_facet(page, archive) {
  const { facets } = await open_results(page, archive, { q: "hội nghị" });
  const [person] = facets.officials;
  const row = page.locator(".people-values > li", { has: page.locator(`[id="official-${person.value}"]`) });
  await row.getByRole("link", { name: `Trang về ${person.label}` }).click();
  await page.getByRole("heading", { level: 1, name: person.label }).waitFor();
}

async function says_that_nobody_has_the_id(page) {
  await page.goto("/can-bo/nobody-00000000");
  await page.getByRole("alert").getByText("Kho không có cán bộ nào mang mã này").waitFor();
}

export const cases = [
  { name: "the page of an official shows the posts with the articles that prove them", run: shows_the_record },
  { name: "the page of an official leads to the articles and back", run: leads_to_the_articles },
  { name: "an article leads to the pages of its people", run: opens_from_an_article },
  { name: "a result's names lead to the pages of its people, and back", run: opens_from_a_result },
  { name: "the list of officials leads to their pages", run: opens_from_a_facet },
  { name: "an unknown official is said to be unknown", run: says_that_nobody_has_the_id },
];
