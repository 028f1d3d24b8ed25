// Administrative units of both times: the two trees, what is said of a chosen place, and its own page.

import axe from "@axe-core/playwright";
import assert from "node:assert/strict";
import { kPhone } from "../support/browser.mjs";
import {
  assert_no_sideways_scroll,
  open_results,
  parameter,
  pick,
  shown_ids,
  wait_for_ids,
  wait_for_total,
} from "../support/results_view.mjs";

const AxeBuilder = axe.default ?? axe;
const checkbox = (page, value) => page.locator(`[id="locality-${value}"]`);
const row_of = (page, value) => page.locator("label.value", { has: checkbox(page, value) });
const is_of_today = (code) => code.startsWith("2025-");
const bare = (detail) => detail.replace(" từ 7/2025", "");

async function assert_accessible(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
}

/** A province whose name another one took over in July 2025, and that other one. */
async function merged_province(archive) {
  const { facets } = await archive.search({ q: "" });
  for (const { value, parent, count } of facets.localities) {
    if (parent !== null || count < 2) continue;
    const { body } = await archive.get(`/api/v1/localities/${value}`);
    const [successor] = body.became;
    if (body.became.length === 1 && successor.label !== body.label) return { place: body, successor };
  }
  return assert.fail("the sample archive has a province that went into another");
}

async function wait_for_roots(page, values) {
  await page.waitForFunction(
    (wanted) => {
      const boxes = [...document.querySelectorAll(".facet > .values > li > .value-row input")];
      return boxes.map((box) => box.id.slice("locality-".length)).join() === wanted;
    },
    values.slice(0, 8).join(),
  );
}

const roots = ({ facets }) => facets.localities.filter(({ parent }) => parent === null).map(({ value }) => value);

async function switches_trees(page, archive) {
  const then = await open_results(page, archive, { q: "", sort: "newest" });
  const today = await archive.search({ q: "", units: "today" });
  assert.ok(roots(then).every((code) => !is_of_today(code)) && roots(today).every(is_of_today));
  await wait_for_roots(page, roots(then));
  await page.getByRole("radio", { name: "Trước 7/2025" }).focus();
  await page.keyboard.press("ArrowRight");
  await wait_for_roots(page, roots(today));
  assert.equal(parameter(page, "units"), "today");
  assert.equal(await page.getByRole("radio", { name: "Ngày nay" }).isChecked(), true);
  assert.equal(await page.evaluate(() => document.activeElement?.id), "units-today");
  await assert_accessible(page);
  await page.reload();
  await wait_for_roots(page, roots(today));
  await page.goBack();
  await wait_for_roots(page, roots(then));
  assert.equal(parameter(page, "units"), "");
}

async function keeps_the_page_of_results(page, archive) {
  const second = await archive.search({ q: "", offset: 10 });
  await page.goto("/?sort=relevance&offset=10");
  await wait_for_ids(page, second.hits.map(({ id }) => id));
  await page.locator("#units-today").check();
  await page.waitForURL((url) => url.searchParams.get("units") === "today");
  assert.equal(parameter(page, "offset"), "10");
}

async function says_what_comes_from_the_other_time(page, archive) {
  const then = await open_results(page, archive, { q: "", sort: "newest" });
  const mixed = pick(then.facets.localities.slice(0, 8), ({ through, count }) => through > 0 && through < count, "a place with articles of both times");
  assert.ok((await row_of(page, mixed.value).textContent()).includes(`gồm ${mixed.through} bài từ 7/2025`));
  await page.locator("#units-today").check();
  const today = await archive.search({ q: "", units: "today" });
  await wait_for_roots(page, roots(today));
  const older = pick(today.facets.localities, ({ parent, through, count }) => parent === null && through === count, "a province whose articles are all older");
  await page.locator("#find-locality").fill(older.label);
  assert.ok((await row_of(page, older.value).textContent()).includes("đều trước 7/2025"));
}

async function keeps_a_place_of_the_other_time_chosen(page, archive) {
  const { place } = await merged_province(archive);
  const answer = await open_results(page, archive, { q: "", locality: place.code, units: "today" });
  const { total } = answer.places[0];
  assert.ok(total > 0);
  assert.equal(await checkbox(page, place.code).isChecked(), true);
  assert.equal(await row_of(page, place.code).locator(".value-count").textContent(), String(total));
  await page.locator(".chosen-elsewhere").getByText("Đang chọn, đơn vị trước 7/2025").waitFor();
  await checkbox(page, place.code).uncheck();
  await page.waitForURL((url) => !url.searchParams.has("locality"));
}

async function replaces_a_place_by_what_it_became(page, archive) {
  const { place, successor } = await merged_province(archive);
  await open_results(page, archive, { q: "", locality: place.code, units: "today" });
  const { total } = await archive.search({ q: "", locality: successor.code });
  await page.locator("#find-locality").fill(successor.label);
  await checkbox(page, successor.code).check();
  await wait_for_total(page, total);
  assert.equal(parameter(page, "locality"), successor.code);
  const name = `${bare(successor.detail)} ${successor.label} (từ 7/2025)`;
  await page.getByRole("link", { name: `Bỏ lọc Địa phương: ${name}` }).waitFor();
}

async function counts_mentions(page, archive) {
  const all = await archive.search({ q: "" });
  const wider = await archive.search({ q: "", mentions: 1 });
  const counts = new Map(all.facets.localities.map(({ value, count }) => [value, count]));
  const place = pick(wider.facets.localities, ({ value, count }) => counts.has(value) && count > counts.get(value), "a place that other articles mention");
  await open_results(page, archive, { q: "", locality: place.value });
  await page.getByLabel("Kể cả nơi được nhắc tới").check();
  await wait_for_total(page, place.count);
  assert.equal(parameter(page, "mentions"), "1");
  await page.getByRole("link", { name: "Bỏ lọc Kể cả nơi được nhắc tới" }).click();
  await wait_for_total(page, counts.get(place.value));
}

async function says_what_became_of_a_place(page, archive) {
  const { place, successor } = await merged_province(archive);
  const { places } = await open_results(page, archive, { q: "", locality: place.code });
  const note = page.locator(".place-note");
  const words = `Tỉnh ${place.label} (đến 30/6/2025): từ 1/7/2025 thuộc tỉnh ${successor.label}.`;
  const through = places[0].through > 0 ? ` Gồm cả ${places[0].through} bài xếp theo đơn vị từ 7/2025.` : "";
  assert.equal((await note.textContent()).trim(), words + through);
  await page.getByRole("button", { name: "English" }).click();
  assert.match(await note.textContent(), /\(until 30 June 2025\): since 1 July 2025 part of/);
  await page.getByRole("button", { name: "Tiếng Việt" }).click();
}

async function says_what_became_of_a_place_in_words(page, archive) {
  const { place, successor } = await merged_province(archive);
  const { named_places } = await open_results(page, archive, { q: `tỉnh ${place.label}` });
  assert.ok(named_places.some(({ code }) => code === place.code));
  const words = `Tỉnh ${place.label} (đến 30/6/2025): từ 1/7/2025 thuộc tỉnh ${successor.label}.`;
  await page.locator(".place-note", { hasText: words }).waitFor();
  await assert_accessible(page);
}

async function folds_long_lists(page, archive) {
  const { facets } = await archive.search({ q: "" });
  const districts = facets.localities.filter(({ detail }) => detail === "huyện");
  let divided = null;
  for (const { value } of districts) {
    const { body } = await archive.get(`/api/v1/localities/${value}`);
    if (body.became.length > 6) divided = body;
  }
  assert.ok(divided, "a district became more than six communes");
  await open_results(page, archive, { q: "", locality: divided.code });
  const note = page.locator(".place-note");
  const links = () => note.locator("a").count();
  const folded = await links();
  const unfold = note.getByRole("button", { name: `…và ${divided.became.length - 4} đơn vị nữa` });
  assert.equal(await unfold.getAttribute("aria-expanded"), "false");
  await unfold.press("Enter");
  assert.equal(await links(), folded + divided.became.length - 4);
  for (const { label } of divided.became) assert.ok((await note.textContent()).includes(label));
  assert.equal(await note.getByRole("button", { name: "Thu gọn" }).getAttribute("aria-expanded"), "true");
  await assert_accessible(page);
}

async function says_where_a_result_lies_today(page, archive) {
  const { place, successor } = await merged_province(archive);
  const { hits } = await open_results(page, archive, { q: "", locality: place.code });
  const item = ({ id }) => page.locator(".hit", { has: page.locator(`[id="bai-${id}"]`) });
  const older = pick(hits, ({ locality }) => locality.today !== null, "an article from before");
  assert.ok((await item(older).locator(".locality-today").textContent()).includes(`nay: ${successor.label}`));
  const newer = hits.find(({ locality }) => locality.today === null);
  if (newer) assert.equal(await item(newer).locator(".locality-today").count(), 0);
  await page.goto(`/bai/${older.id}`);
  await page.locator("article h1").waitFor();
  assert.ok((await page.locator(".kicker").textContent()).includes(`nay: ${successor.label}`));
}

async function opens_the_page_of_a_place(page, archive) {
  const { hits } = await open_results(page, archive, { q: "hội nghị" });
  const hit = pick(hits, ({ locality }) => locality?.path.length > 1, "a result with a place");
  const { body } = await archive.get(`/api/v1/localities/${hit.locality.code}?limit=100`);
  const link = page.locator(".hit", { has: page.locator(`[id="bai-${hit.id}"]`) }).locator(".place-link");
  assert.equal(await link.getAttribute("aria-label"), `Trang về ${body.label}`);
  await link.click();
  await page.locator("article h1").waitFor();
  assert.equal(new URL(page.url()).pathname, `/dia-phuong/${body.code}`);
  assert.ok((await page.locator("article h1").textContent()).includes(body.label));
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
  const holders = await page.locator(".kicker a").allTextContents();
  assert.deepEqual(holders, body.holders.map(({ label, detail }) => `${bare(detail)} ${label}`));
  await page.getByRole("link", { name: "Về kết quả" }).click();
  await wait_for_ids(page, hits.map(({ id }) => id));
}

async function shows_coverage_and_its_gaps(page, archive) {
  const { facets } = await archive.search({ q: "" });
  const { value } = facets.localities[0];
  const { body } = await archive.get(`/api/v1/localities/${value}?limit=100`);
  await page.goto(`/dia-phuong/${value}`);
  await page.locator(".coverage table").waitFor();
  const shown = await page.$$eval(".month.some .month-count", (cells) => cells.map((cell) => Number(cell.textContent)));
  assert.deepEqual(shown, body.months.map(({ count }) => count).filter((count) => count > 0));

  const gaps = body.months.filter(({ count, archived }) => count === 0 && archived === 0).length;
  const none = body.months.filter(({ count, archived }) => count === 0 && archived > 0).length;
  assert.ok(gaps > 0, "the sample has months without any page");
  assert.equal(await page.locator(".month.none").count(), none);
  const empty_years = await page.locator(".gap-years").count();
  const gap_cells = await page.locator(".month.gap").count();
  const in_words = await page.$$eval(".coverage tbody tr:has(.gap-years) th", (cells) =>
    cells.map((cell) => cell.textContent.split("–").map(Number)).reduce((sum, [from, to = from]) => sum + to - from + 1, 0),
  );
  assert.ok(empty_years > 0 && gap_cells + in_words * 12 === gaps, `${gap_cells} cells and ${in_words} years for ${gaps} months`);
  assert.ok((await page.locator(".coverage").textContent()).includes(`${gaps} tháng trong đó chưa lưu trữ bài nào`));
  await page.getByText("Những tháng chưa lưu trữ").click();
  assert.equal((await page.locator(".gap-list p").textContent()).split(";").length, body.gaps.length);

  const month = pick(body.months, ({ count }) => count > 0, "a month with articles");
  const { total } = await archive.search({ locality: value, from: month.month, to: month.month });
  const [year, number] = month.month.split("-").map(Number);
  await page.getByRole("link", { name: new RegExp(`^tháng ${number}/${year}: ${month.count} bài`) }).press("Enter");
  await wait_for_total(page, total);
  assert.deepEqual([parameter(page, "locality"), parameter(page, "from")], [value, month.month]);
}

async function tells_zero_from_not_archived(page, archive) {
  const { facets } = await archive.search({ q: "" });
  const { value } = facets.localities[0];
  const path = `/api/v1/localities/${value}`;
  const { body } = await archive.get(path);
  const months = [
    { month: "2023-01", count: 2, archived: 9 },
    { month: "2023-02", count: 0, archived: 7 },
    { month: "2023-03", count: 0, archived: 0 },
  ];
  const answer = { ...body, months, gaps: [{ from: "2023-03", to: "2023-03" }] };
  await page.route(`**${path}**`, (route) => route.fulfill({ json: answer }));
  await page.goto(`/dia-phuong/${value}`);
  const cells = page.locator(".coverage tbody tr").first().locator("td");
  assert.equal(await cells.nth(0).getByRole("link").getAttribute("aria-label"), "tháng 1/2023: 2 bài, kho lưu 9 bài của trang nguồn");
  assert.equal(await cells.nth(1).textContent(), "0không có bài, kho lưu 7 bài của trang nguồn");
  assert.equal(await cells.nth(2).textContent(), "chưa lưu trữ");
  const image = (cell) => cell.evaluate((element) => getComputedStyle(element).backgroundImage);
  assert.notEqual(await image(cells.nth(2)), await image(cells.nth(1)));
}

async function leads_on_from_a_place(page, archive) {
  const { facets } = await archive.search({ q: "" });
  const { value } = pick(facets.localities, ({ parent, count }) => parent === null && count > 2, "a province");
  const { body } = await archive.get(`/api/v1/localities/${value}?limit=100`);
  const open = async () => {
    await page.goto(`/dia-phuong/${value}`);
    await page.locator(".coverage table").waitFor();
  };
  await open();
  await page.locator(".place-search").click();
  await wait_for_total(page, body.total);
  assert.deepEqual([parameter(page, "locality"), parameter(page, "sort")], [value, "newest"]);

  const [official] = body.officials;
  await open();
  await page.locator("section", { has: page.locator("#people-title") }).getByRole("link", { name: `lọc các bài nêu ${official.label}` }).first().click();
  await wait_for_total(page, official.count);
  assert.deepEqual([parameter(page, "official"), parameter(page, "locality")], [official.value, value]);

  const [site] = body.sites;
  await open();
  await page.getByRole("link", { name: site.host, exact: true }).click();
  await wait_for_total(page, site.count);

  const [unit] = body.units;
  await open();
  await page.locator("section", { has: page.locator("#units-title") }).getByRole("link", { name: unit.label, exact: true }).first().click();
  await page.waitForURL((url) => url.pathname === `/dia-phuong/${unit.value}`);
}

async function counts_mentions_on_the_page_of_a_place(page, archive) {
  const { facets } = await archive.search({ q: "" });
  const pages = await Promise.all(
    facets.localities.map(async ({ value }) => {
      const ask = async (more) => (await archive.get(`/api/v1/localities/${value}${more}`)).body.total;
      return { value, main: await ask(""), mentioned: await ask("?mentions=1") };
    }),
  );
  const { value, mentioned } = pick(pages, (page) => page.mentioned > page.main, "a place that other articles mention");
  const { total } = await open_results(page, archive, { q: "", locality: value });
  const to_page = page.locator(".place-name");
  await to_page.click();
  await page.getByLabel("Kể cả nơi được nhắc tới").check();
  await page.getByRole("link", { name: `Xem ${mentioned} bài, mới nhất trước` }).waitFor();
  await page.getByRole("link", { name: "Về kết quả" }).click();
  await wait_for_total(page, total);
  assert.equal(parameter(page, "mentions"), "");
  await to_page.click();
  await page.getByLabel("Kể cả nơi được nhắc tới").check();
  await page.getByRole("link", { name: `Xem ${mentioned} bài, mới nhất trước` }).click();
  await wait_for_total(page, mentioned);
  assert.equal(parameter(page, "mentions"), "1");
}

async function says_that_a_code_is_unknown(page) {
  await page.goto("/dia-phuong/xx9");
  await page.getByRole("alert").getByText("Không có đơn vị hành chính nào mang mã “xx9”").waitFor();
  await assert_accessible(page);
  await page.getByRole("link", { name: "Về trang tìm kiếm" }).click();
  await page.waitForURL((url) => url.pathname === "/");
}

async function fits_a_phone(page, archive) {
  const { place } = await merged_province(archive);
  await page.goto(`/dia-phuong/${place.code}`);
  await page.locator(".coverage table").waitFor();
  await assert_no_sideways_scroll(page);
  await assert_accessible(page);
  const answer = await open_results(page, archive, { q: "", locality: place.code, units: "today" });
  await page.getByRole("button", { name: /Lọc kết quả/ }).click();
  await page.getByText("Kể cả nơi được nhắc tới").waitFor();
  await assert_no_sideways_scroll(page);
  await assert_accessible(page);
  assert.deepEqual(await shown_ids(page), answer.hits.map(({ id }) => id));
}

export const cases = [
  { name: "keys switch the tree between the units of then and of today, and the address keeps it", run: switches_trees },
  { name: "another tree leaves the page of results", run: keeps_the_page_of_results },
  { name: "a count says how much of it comes from the other time", run: says_what_comes_from_the_other_time },
  { name: "a place of the other time stays chosen, with its own count", run: keeps_a_place_of_the_other_time_chosen },
  { name: "ticking what a place became replaces it", run: replaces_a_place_by_what_it_became },
  { name: "mentioned places count on request", run: counts_mentions },
  { name: "a sentence says what became of a chosen place, in both languages", run: says_what_became_of_a_place },
  { name: "a sentence says what became of a place that the question names", run: says_what_became_of_a_place_in_words },
  { name: "a long list of successors folds", run: folds_long_lists },
  { name: "a result and its article say where the place lies today", run: says_where_a_result_lies_today },
  { name: "a result leads to the page of its place and back", run: opens_the_page_of_a_place },
  { name: "the page of a place shows its months, and in words those not archived", run: shows_coverage_and_its_gaps },
  { name: "a month without articles and one not archived look and read differently", run: tells_zero_from_not_archived },
  { name: "the page of a place leads to its articles, officials, sites and units", run: leads_on_from_a_place },
  { name: "the page of a place counts mentions on request, and leads back all the same", run: counts_mentions_on_the_page_of_a_place },
  { name: "an unknown code is said to be unknown", run: says_that_a_code_is_unknown },
  { name: "places fit a phone", run: fits_a_phone, options: kPhone },
];
