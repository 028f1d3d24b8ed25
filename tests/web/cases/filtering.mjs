// The three facets, alone and together.

import assert from "node:assert/strict";
import { open_results, parameter, pick, wait_for_total } from "../support/results_view.mjs";

const kCommon = "hội nghị";

const checkbox = (page, kind, value) => page.locator(`[id="${kind}-${value}"]`);

async function count_beside(page, kind, value) {
  const label = page.locator("label.value", { has: checkbox(page, kind, value) });
  return Number(await label.locator(".value-count").textContent());
}

async function narrows_by_place_then_person(page, archive) {
  const all = await open_results(page, archive, { q: kCommon });
  const place = pick(all.facets.localities, (unit) => unit.parent === null && unit.count > 1 && unit.count < all.total, "a province with some of the results");
  assert.equal(await count_beside(page, "locality", place.value), place.count);
  await checkbox(page, "locality", place.value).check();
  await wait_for_total(page, place.count);
  assert.equal(parameter(page, "locality"), place.value);

  const there = await archive.search({ q: kCommon, locality: place.value });
  const person = pick(there.facets.officials, ({ count }) => count < place.count, "a person in some of them");
  const box = checkbox(page, "official", person.value);
  if ((await box.count()) === 0) await page.locator("#find-official").fill(person.label);
  assert.equal(await count_beside(page, "official", person.value), person.count);
  await box.check();
  await wait_for_total(page, person.count);
  assert.equal(parameter(page, "official"), person.value);

  await page.getByRole("link", { name: `Bỏ lọc Cán bộ: ${person.label}` }).click();
  await wait_for_total(page, place.count);
  await page.getByRole("link", { name: "Xóa bộ lọc" }).click();
  await wait_for_total(page, all.total);
  assert.equal(parameter(page, "locality"), "");
}

async function keeps_other_places_choosable(page, archive) {
  const all = await open_results(page, archive, { q: kCommon });
  const [one, other] = all.facets.localities.filter((unit) => unit.parent === null);
  await checkbox(page, "locality", one.value).check();
  await wait_for_total(page, one.count);
  assert.equal(await count_beside(page, "locality", other.value), other.count);
  await checkbox(page, "locality", other.value).check();
  await wait_for_total(page, one.count + other.count);
  assert.equal(parameter(page, "locality"), `${one.value},${other.value}`);
}

async function opens_the_tree(page, archive) {
  const all = await open_results(page, archive, { q: kCommon });
  const roots = all.facets.localities.filter((unit) => unit.parent === null).slice(0, 8);
  const inside = (unit) => all.facets.localities.filter(({ parent }) => parent === unit.value);
  const province = pick(roots, (unit) => inside(unit).some(({ count }) => count < unit.count), "a province with a district that has fewer");
  const district = pick(inside(province), ({ count }) => count < province.count, "such a district");

  await checkbox(page, "locality", province.value).check();
  await wait_for_total(page, province.count);
  assert.equal(await checkbox(page, "locality", district.value).count(), 0);
  await page.getByRole("button", { name: `Mở ${[province.detail, province.label].filter(Boolean).join(" ")}` }).click();
  await checkbox(page, "locality", district.value).check();
  await wait_for_total(page, district.count);
  assert.equal(parameter(page, "locality"), district.value);
  const state = await checkbox(page, "locality", province.value).evaluate((box) => [box.checked, box.indeterminate]);
  assert.deepEqual(state, [false, true]);
}

async function searches_officials_without_marks(page, archive) {
  const all = await open_results(page, archive, { q: kCommon });
  const person = pick(all.facets.officials, ({ label }) => /[đĐạảãàáâậ]/u.test(label), "a name with marks");
  const unmarked = person.label.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();
  const before = await page.locator(".people-values li").count();
  await page.getByLabel("Tìm cán bộ trong danh sách").fill(unmarked);
  await page.waitForFunction((count) => document.querySelectorAll(".people-values li").length < count, before);
  assert.equal(await checkbox(page, "official", person.value).count(), 1);
}

/** The bars as the page shows them: key and count of each. */
function shown_bars(page) {
  return page.$$eval(".bars .bar", (bars) =>
    bars.map((bar) => [bar.id.slice("bar-".length), Number(/(\d+) bài$/.exec(bar.getAttribute("aria-label"))[1])]),
  );
}

function wanted_bars({ facets: { histogram } }) {
  const letters = { year: 4, month: 7, week: 10, day: 10 }[histogram.interval];
  return histogram.steps.map(({ from, count }) => [from.slice(0, letters), count]);
}

const span_of = (page) => [parameter(page, "from"), parameter(page, "to")];

/** Follows a bar with some of the results, waits for the narrower answer and compares its bars. */
async function follow_bar(page, archive, answer, parameters) {
  const [key, count] = pick(wanted_bars(answer), ([, count]) => count > 0, "a bar that is not empty");
  await page.locator(`#bar-${key}`).click();
  await wait_for_total(page, count);
  const [from, to] = span_of(page);
  const narrower = await archive.search({ ...parameters, from, to });
  assert.equal(narrower.total, count);
  assert.deepEqual(await shown_bars(page), wanted_bars(narrower));
  return narrower;
}

async function narrows_time_step_by_step(page, archive) {
  const all = await open_results(page, archive, { q: kCommon });
  assert.deepEqual(await shown_bars(page), wanted_bars(all));
  assert.equal(all.facets.histogram.interval, "year");
  const { facets } = await follow_bar(page, archive, all, { q: kCommon });
  assert.equal(facets.histogram.interval, "week");
  const [year] = span_of(page);

  const month = pick(facets.months, ({ value }) => value.startsWith(year), "a month of that year");
  await page.getByRole("list", { name: "Chọn cả tháng hoặc cả năm" }).locator(`#group-${month.value}`).click();
  await wait_for_total(page, month.count);
  const in_month = await archive.search({ q: kCommon, from: month.value, to: month.value });
  assert.deepEqual(await shown_bars(page), wanted_bars(in_month));
  assert.equal(in_month.facets.histogram.interval, "day");
  const in_day = await follow_bar(page, archive, in_month, { q: kCommon });
  assert.equal(await page.locator(".bar[aria-current=true]").count(), 1);
  assert.equal(in_day.facets.histogram.steps.length, 1);
}

async function goes_up_in_time(page, archive) {
  const all = await archive.search({ q: kCommon });
  const month = pick(all.facets.months, ({ count }) => count > 0, "a month with articles");
  const year = pick(all.facets.years, ({ value }) => value === month.value.slice(0, 4), "its year");
  await open_results(page, archive, { q: kCommon, from: month.value, to: month.value });
  await page.locator(`#around-${year.value}`).click();
  await wait_for_total(page, year.count);
  const before = await archive.search({ q: kCommon, from: String(year.value - 1), to: String(year.value - 1) });
  await page.getByRole("link", { name: `← năm ${year.value - 1}` }).click();
  await wait_for_total(page, before.total);
  await page.getByRole("link", { name: "Tất cả các năm" }).click();
  await wait_for_total(page, all.total);
  assert.deepEqual(span_of(page), ["", ""]);
}

async function keeps_a_week_inside_the_chosen_span(page, archive) {
  const { facets } = await archive.search({ q: "" });
  const year = pick(facets.years, ({ count }) => count > 0, "a year with articles").value;
  const answer = await open_results(page, archive, { q: "", from: year, to: year });
  const [first] = answer.facets.histogram.steps;
  await page.locator(`#bar-${first.from}`).click();
  await page.waitForURL((url) => url.searchParams.get("from")?.length === 10);
  const clipped = first.from < `${year}-01-01` ? `${year}-01-01` : first.from;
  assert.deepEqual(span_of(page), [clipped, first.to]);
}

async function says_what_has_no_bar(page, archive) {
  const { facets } = await archive.search({ q: "" });
  const years = facets.years.filter(({ count }) => count > 0).map(({ value }) => value);
  let vague = null;
  for (const year of years) {
    vague = await archive.search({ q: "", from: year, to: year });
    if (vague.facets.histogram.vague > 0 && vague.facets.undated > 0) break;
  }
  assert.ok(vague.facets.histogram.vague > 0 && vague.facets.undated > 0, "a year with articles known to it alone");
  const year = vague.facets.histogram.steps.at(-1).from.slice(0, 4);
  await open_results(page, archive, { q: "", from: year, to: year });
  const facet = await page.locator(".facet").first().textContent();
  assert.ok(facet.includes(`${vague.facets.histogram.vague} bài chỉ rõ tháng, quý hoặc năm, không thuộc cột nào.`), facet);
  assert.ok(facet.includes(`${vague.facets.undated} bài không rõ ngày không được tính.`), facet);
}

async function reads_dates_as_written(page, archive) {
  await open_results(page, archive, { q: kCommon });
  const wanted = await archive.search({ q: kCommon, from: "2021-05", to: "2023-12-31" });
  await page.getByLabel("Từ", { exact: true }).fill("5/2021");
  await page.getByLabel("Đến", { exact: true }).fill("31/12/2023");
  await page.getByRole("button", { name: "Lọc theo ngày" }).click();
  await wait_for_total(page, wanted.total);
  assert.deepEqual([parameter(page, "from"), parameter(page, "to")], ["2021-05", "2023-12-31"]);
  await page.getByRole("link", { name: "Bỏ lọc Thời gian: 5/2021 – 31/12/2023" }).waitFor();
}

async function refuses_what_is_no_date(page, archive) {
  await open_results(page, archive, { q: kCommon });
  const before = page.url();
  await page.getByLabel("Từ", { exact: true }).fill("30/2/2023");
  await page.getByRole("button", { name: "Lọc theo ngày" }).click();
  await page.getByRole("alert").getByText("“30/2/2023” không phải là ngày").waitFor();
  assert.equal(page.url(), before);
  assert.equal(await page.evaluate(() => document.activeElement?.id), "date-from");
}

async function keeps_chosen_values_at_zero(page, archive) {
  const all = await archive.search({ q: kCommon });
  const place = all.facets.localities[0];
  const person = all.facets.officials[0];
  const parameters = { q: "zzkhongco", locality: place.value, official: person.value };
  await open_results(page, archive, parameters);
  // The address knows only codes: the names come from the archive.
  await page.locator(".chip").getByText(`${place.detail} ${place.label}`, { exact: true }).waitFor();
  await page.locator(".chip").getByText(person.label, { exact: true }).waitFor();
  for (const [kind, { value, label }] of [["locality", place], ["official", person]]) {
    assert.equal(await checkbox(page, kind, value).isChecked(), true);
    assert.equal(await count_beside(page, kind, value), 0);
    const row = page.locator("label.value", { has: checkbox(page, kind, value) });
    assert.ok((await row.textContent()).includes(label));
  }
}

async function names_narrow_years_in_one_line(page, archive) {
  const answer = await archive.search({ q: kCommon });
  // One month, five full years, and two months.
  const months = Array.from({ length: 63 }, (_, index) => `${2017 + Math.floor((index + 11) / 12)}-${String(((index + 11) % 12) + 1).padStart(2, "0")}`);
  const steps = months.map((month) => ({ from: `${month}-01`, to: `${month}-28`, count: 1 }));
  const facets = { ...answer.facets, histogram: { interval: "month", steps, vague: 0 } };
  await page.route("**/api/v1/search**", (route) => route.fulfill({ json: { ...answer, facets } }));
  await page.goto(`/?${new URLSearchParams({ q: kCommon })}`);
  await page.locator(".bar-groups").waitFor();
  const labels = await page.$$eval(".bar-groups a", (links) => links.map((link) => {
    const shown = [...link.children].filter((part) => getComputedStyle(part).display !== "none" && getComputedStyle(part).visibility !== "hidden");
    const fits = shown.every((part) => part.getBoundingClientRect().width <= link.getBoundingClientRect().width);
    return { height: Math.round(link.getBoundingClientRect().height), text: shown.map((part) => part.textContent).join(""), name: link.getAttribute("aria-label"), fits };
  }));
  assert.equal(new Set(labels.map(({ height }) => height)).size, 1, "all in one line");
  assert.ok(labels.every(({ fits }) => fits), JSON.stringify(labels));
  assert.equal(labels.length, 7);
  assert.ok(["2018", "’18"].includes(labels[1].text), labels[1].text);
  assert.match(labels[0].name, /2017/);
}

async function claims_no_count_it_was_not_told(page, archive) {
  const all = await archive.search({ q: kCommon });
  const [person, ...others] = all.facets.officials;
  // As from an archive with more officials than the list may have.
  await page.route("**/api/v1/search**", async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    const facets = { ...answer.facets, officials: others, officials_total: 5000 };
    await route.fulfill({ response, json: { ...answer, facets } });
  });
  await page.goto(`/?${new URLSearchParams({ q: kCommon, official: person.value })}`);
  await wait_for_total(page, person.count);
  const counts = (value) => page.locator("label.value", { has: checkbox(page, "official", value) }).locator(".value-count").count();
  assert.equal(await checkbox(page, "official", person.value).isChecked(), true);
  assert.deepEqual([await counts(person.value), await counts(others[0].value)], [0, 1]);
}

async function narrows_from_a_result(page, archive) {
  const all = await open_results(page, archive, { q: kCommon });
  const hit = pick(all.hits, ({ officials }) => officials.length > 0, "a result that names a person");
  const person = hit.officials[0];
  const wanted = await archive.search({ q: kCommon, official: person.id });
  await page.locator(".hit", { has: page.locator(`[id="bai-${hit.id}"]`) }).getByRole("link", { name: `lọc các bài nêu ${person.name}` }).click();
  await wait_for_total(page, wanted.total);
  assert.deepEqual([parameter(page, "q"), parameter(page, "official")], [kCommon, person.id]);
}

async function keeps_the_focus(page, archive) {
  const all = await open_results(page, archive, { q: kCommon });
  const place = all.facets.localities.filter((unit) => unit.parent === null)[1];
  await checkbox(page, "locality", place.value).focus();
  await page.keyboard.press("Space");
  await wait_for_total(page, place.count);
  assert.equal(await page.evaluate(() => document.activeElement?.id), `locality-${place.value}`);
  const chip = page.getByRole("link", { name: `Bỏ lọc Địa phương: ${place.detail} ${place.label}` });
  await chip.focus();
  await page.keyboard.press("Enter");
  await wait_for_total(page, all.total);
  // The chip is gone: the heading with the new count takes its focus.
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
}

export const cases = [
  { name: "a place, then a person narrow the results, and chips take them off", run: narrows_by_place_then_person },
  { name: "two places are alternatives, and each keeps its own count", run: keeps_other_places_choosable },
  { name: "the tree opens, and a district narrows its province", run: opens_the_tree },
  { name: "years of few months are named in one line or not at all", run: names_narrow_years_in_one_line },
  { name: "officials are found in the list without marks", run: searches_officials_without_marks },
  { name: "a bar narrows to its span, whose bars are shorter: year, week, month, day", run: narrows_time_step_by_step },
  { name: "from a month the way leads to its year, the year before and all years", run: goes_up_in_time },
  { name: "a week at the end of the chosen span does not reach over it", run: keeps_a_week_inside_the_chosen_span },
  { name: "articles that no bar can show are said", run: says_what_has_no_bar },
  { name: "dates are read as Vietnamese write them", run: reads_dates_as_written },
  { name: "what is no date is refused beside its field", run: refuses_what_is_no_date },
  { name: "chosen values stay listed, by name, when nothing matches", run: keeps_chosen_values_at_zero },
  { name: "a chosen person whom a cut list lacks has no count, not zero", run: claims_no_count_it_was_not_told },
  { name: "a name in a result narrows the question to that person", run: narrows_from_a_result },
  { name: "the focus survives a changed list and a removed chip", run: keeps_the_focus },
];
