// Help for the hurried: completions while typing, offered filters, how strictly words match.

import axe from "@axe-core/playwright";
import assert from "node:assert/strict";
import { open_results, parameter, pick, shown_ids, wait_for_ids, wait_for_total } from "../support/results_view.mjs";

const AxeBuilder = axe.default ?? axe;
const question = (page) => page.getByRole("combobox", { name: "Tìm trong kho tin" });
const options = (page) => page.getByRole("listbox", { name: "Gợi ý" }).getByRole("option");

async function suggestions_for(archive, q) {
  return (await archive.get(`/api/v1/suggest?${new URLSearchParams({ q })}`)).body.suggestions;
}

/** Types `q` and waits until the list shows what the daemon suggests for it. */
async function type_and_wait(page, archive, q) {
  const suggestions = await suggestions_for(archive, q);
  assert.ok(suggestions.length > 0, `nothing completes "${q}"`);
  await question(page).pressSequentially(q);
  await page.waitForFunction(
    (texts) => [...document.querySelectorAll("[role=option] > span")].map((text) => text.textContent).join("|") === texts,
    suggestions.map(({ text }) => text).join("|"),
  );
  return suggestions;
}

async function completes_an_official_without_marks(page, archive) {
  await page.goto("/");
  const suggestions = await type_and_wait(page, archive, "nguyen");
  assert.equal(await question(page).getAttribute("aria-expanded"), "true");
  const official = pick(suggestions, ({ kind }) => kind === "official", "an official named Nguyễn");
  const { total } = await archive.search({ official: official.value });
  await options(page).nth(suggestions.indexOf(official)).click();
  await wait_for_total(page, total);
  assert.deepEqual([parameter(page, "official"), parameter(page, "q")], [official.value, ""]);
  assert.equal(await options(page).count(), 0);
}

async function completes_from_the_middle_of_a_name(page, archive) {
  await page.goto("/");
  const [first] = (await suggestions_for(archive, "nguyen")).filter(({ kind }) => kind === "official");
  const last = first.text.split(" ").at(-1);
  const suggestions = await type_and_wait(page, archive, last);
  assert.ok(suggestions.some(({ value }) => value === first.value), `"${last}" finds ${first.text}`);
}

async function chooses_a_place_by_keys(page, archive) {
  await page.goto("/");
  const [there] = (await archive.search({ q: "" })).facets.localities;
  const suggestions = await type_and_wait(page, archive, there.label.toLowerCase());
  const index = suggestions.findIndex(({ kind, value }) => kind === "locality" && value === there.value);
  assert.ok(index >= 0, `"${there.label}" completes to the place`);
  for (let presses = 0; presses <= index; presses += 1) await page.keyboard.press("ArrowDown");
  const active = await question(page).getAttribute("aria-activedescendant");
  assert.equal(await page.locator(`[id="${active}"]`).getAttribute("aria-selected"), "true");
  await page.keyboard.press("Enter");
  await wait_for_total(page, there.count);
  assert.equal(parameter(page, "locality"), there.value);
}

async function leaves_what_was_typed(page, archive) {
  await page.goto("/");
  await type_and_wait(page, archive, "nguyen");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  assert.equal(await options(page).count(), 0);
  assert.equal(await question(page).inputValue(), "nguyen");
  const { total } = await archive.search({ q: "nguyen" });
  await page.keyboard.press("Enter");
  await wait_for_total(page, total);
  assert.equal(parameter(page, "q"), "nguyen");
}

async function opens_a_title(page, archive) {
  const [{ id, title }] = (await archive.search({ q: "", sort: "newest" })).hits;
  const q = title.text.split(" ").slice(0, 4).join(" ");
  await page.goto("/");
  const suggestions = await type_and_wait(page, archive, q);
  const index = suggestions.findIndex(({ kind, value }) => kind === "title" && value === id);
  assert.ok(index >= 0, `"${q}" completes to its title`);
  await options(page).nth(index).click();
  await page.locator("article h1").waitFor();
  assert.equal(await page.locator("article h1").textContent(), title.text);
}

async function survives_a_daemon_without_suggestions(page, archive) {
  await page.route("**/api/v1/suggest**", (route) => route.fulfill({ status: 503, json: { title: "down" } }));
  await page.goto("/");
  const answered = page.waitForResponse(/suggest/);
  await question(page).pressSequentially("hội nghị");
  await answered;
  assert.equal(await options(page).count(), 0);
  const { total } = await archive.search({ q: "hội nghị" });
  await page.keyboard.press("Enter");
  await wait_for_total(page, total);
}

async function list_is_accessible(page, archive) {
  await page.goto("/");
  await type_and_wait(page, archive, "nguyen");
  await page.keyboard.press("ArrowDown");
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
}

async function takes_an_offer(page, archive) {
  const { facets } = await archive.search({ q: "" });
  const place = pick(facets.localities, ({ detail, label }) => detail === "huyện" && label.includes(" "), "a district");
  const answer = await open_results(page, archive, { q: `hội nghị ${place.label}` });
  const offer = pick(answer.offers, ({ kind, value }) => kind === "locality" && value === place.value, "an offer of it");
  const wanted = await archive.search({ q: "hội nghị", locality: offer.value });
  await page.locator(`[id="offer-locality-${offer.value}"]`).click();
  await wait_for_total(page, wanted.total);
  assert.deepEqual([parameter(page, "q"), parameter(page, "locality")], ["hội nghị", place.value]);
  assert.deepEqual(await shown_ids(page), wanted.hits.map(({ id }) => id));
  assert.equal(await page.locator(`[id="offer-locality-${offer.value}"]`).count(), 0);
}

async function honours_marks_exactly(page, archive) {
  const q = "ban";
  const loose = await open_results(page, archive, { q });
  const exact = await archive.search({ q, exact: 1 });
  assert.ok(exact.total < loose.total, "some articles have the word only with marks");
  await page.getByLabel("Đúng dấu như đã gõ").check();
  await wait_for_total(page, exact.total);
  assert.equal(parameter(page, "exact"), "1");
  await wait_for_ids(page, exact.hits.map(({ id }) => id));
  await page.reload();
  await wait_for_total(page, exact.total);
  assert.equal(await page.getByLabel("Đúng dấu như đã gõ").isChecked(), true);
  await page.getByLabel("Đúng dấu như đã gõ").uncheck();
  await wait_for_total(page, loose.total);
  assert.equal(parameter(page, "exact"), "");
}

async function leaves_abbreviations_alone(page, archive) {
  const q = "NTM";
  const wide = await open_results(page, archive, { q });
  const alone = await archive.search({ q, expand: 0 });
  assert.ok(alone.total < wide.total, "some articles have only the full form");
  await page.getByLabel("Tìm cả chữ viết tắt").uncheck();
  await wait_for_total(page, alone.total);
  assert.equal(await page.locator(".expansions").count(), 0);
  assert.equal(parameter(page, "expand"), "0");
}

async function undoes_exactness_when_nothing_is_found(page, archive) {
  const q = "chuong trinh nong thon";
  const { total } = await archive.search({ q });
  assert.ok(total > 0);
  const exact = await open_results(page, archive, { q, exact: 1 });
  assert.equal(exact.hits.length, 0, "no article is written without marks");
  await page.getByRole("link", { name: "Bỏ chọn “Đúng dấu như đã gõ”" }).click();
  await wait_for_total(page, total);
}

export const cases = [
  { name: "an official is completed without marks and becomes a filter", run: completes_an_official_without_marks },
  { name: "a name is completed from any of its words", run: completes_from_the_middle_of_a_name },
  { name: "a place is chosen by the keyboard alone", run: chooses_a_place_by_keys },
  { name: "escape leaves what was typed to be asked", run: leaves_what_was_typed },
  { name: "a completed title opens its article", run: opens_a_title },
  { name: "a daemon without suggestions can still be asked", run: survives_a_daemon_without_suggestions },
  { name: "the completion list has no accessibility faults", run: list_is_accessible },
  { name: "an offered place becomes a filter and leaves the question", run: takes_an_offer },
  { name: "marks exactly as typed can be demanded and taken back", run: honours_marks_exactly },
  { name: "abbreviations can be left as they are", run: leaves_abbreviations_alone },
  { name: "an empty exact answer says how to loosen it", run: undoes_exactness_when_nothing_is_found },
];
