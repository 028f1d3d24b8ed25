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

async function filters_by_year_and_month(page, archive) {
  const all = await open_results(page, archive, { q: kCommon });
  const year = pick(all.facets.years, ({ value, count }) => {
    const months = all.facets.months.filter((month) => month.value.startsWith(value));
    return count < all.total && months.length > 0 && months[0].count < count;
  }, "a year with articles in several months");
  assert.equal(await page.locator(".histogram li").count(), all.facets.years.length);
  await page.getByRole("link", { name: `năm ${year.value}: ${year.count} bài` }).click();
  await wait_for_total(page, year.count);
  assert.deepEqual([parameter(page, "from"), parameter(page, "to")], [year.value, year.value]);

  assert.equal(await page.locator(".histogram li").count(), 12);
  const month = pick(all.facets.months, ({ value, count }) => value.startsWith(year.value) && count < year.count, "a month of it");
  await page.locator(`#bar-${month.value}`).click();
  await wait_for_total(page, month.count);
  assert.equal(parameter(page, "from"), month.value);
  await page.getByRole("link", { name: "Tất cả các năm" }).click();
  await wait_for_total(page, all.total);
  assert.equal(await page.locator(".histogram li").count(), all.facets.years.length);
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
  await page.locator(".chip").getByText(place.label, { exact: true }).waitFor();
  await page.locator(".chip").getByText(person.label, { exact: true }).waitFor();
  for (const [kind, { value, label }] of [["locality", place], ["official", person]]) {
    assert.equal(await checkbox(page, kind, value).isChecked(), true);
    assert.equal(await count_beside(page, kind, value), 0);
    const row = page.locator("label.value", { has: checkbox(page, kind, value) });
    assert.ok((await row.textContent()).includes(label));
  }
}

async function narrows_from_a_result(page, archive) {
  const all = await open_results(page, archive, { q: kCommon });
  const hit = pick(all.hits, ({ officials }) => officials.length > 0, "a result that names a person");
  const person = hit.officials[0];
  const wanted = await archive.search({ q: kCommon, official: person.id });
  await page.locator(".hit", { has: page.locator(`[id="bai-${hit.id}"]`) }).getByRole("link", { name: person.name }).click();
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
  const chip = page.getByRole("link", { name: `Bỏ lọc Địa phương: ${place.label}` });
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
  { name: "officials are found in the list without marks", run: searches_officials_without_marks },
  { name: "a year's bar filters and shows its months", run: filters_by_year_and_month },
  { name: "dates are read as Vietnamese write them", run: reads_dates_as_written },
  { name: "what is no date is refused beside its field", run: refuses_what_is_no_date },
  { name: "chosen values stay listed, by name, when nothing matches", run: keeps_chosen_values_at_zero },
  { name: "a name in a result narrows the question to that person", run: narrows_from_a_result },
  { name: "the focus survives a changed list and a removed chip", run: keeps_the_focus },
];
