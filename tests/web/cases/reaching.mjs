// Every reader: small screens, keyboards, screen readers, both languages, light and dark.

import axe from "@axe-core/playwright";
import assert from "node:assert/strict";
import { kDesktop, kPhone } from "../support/browser.mjs";
import { assert_no_sideways_scroll, open_results, wait_for_total } from "../support/results_view.mjs";

const kCommon = "hội nghị";
const kNights = { ...kDesktop, colorScheme: "dark" };
const AxeBuilder = axe.default ?? axe;

async function assert_accessible(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes[0].html}`);
  assert.deepEqual(found, []);
}

async function open_first_article(page, archive) {
  const { hits } = await archive.search({ q: kCommon });
  await page.goto(`/bai/${hits[0].id}?${new URLSearchParams({ q: kCommon })}`);
  await page.locator("article h1").waitFor();
}

async function reaches_all_views(page, archive, check) {
  await page.goto("/");
  await page.getByText(/Kho có \d+ bài/).waitFor();
  await check(page);
  const all = await open_results(page, archive, { q: kCommon });
  await check(page);
  const from = all.facets.years.at(-1).value;
  await open_results(page, archive, { q: `${kCommon} zzkhongco`, locality: all.facets.localities[0].value, from, to: from });
  await check(page);
  await open_results(page, archive, { q: "", from, to: from });
  await check(page);
  await open_first_article(page, archive);
  await check(page);
  await page.goto(`/dia-phuong/${all.facets.localities[0].value}`);
  await page.locator(".coverage").waitFor();
  await check(page);
}

const views_are_accessible = (page, archive) => reaches_all_views(page, archive, assert_accessible);
const views_fit = (page, archive) => reaches_all_views(page, archive, assert_no_sideways_scroll);

async function phone_filters(page, archive) {
  const all = await open_results(page, archive, { q: kCommon });
  const place = all.facets.localities.filter((unit) => unit.parent === null)[0];
  const box = page.locator(`[id="locality-${place.value}"]`);
  assert.equal(await box.isVisible(), false);
  await page.getByRole("button", { name: "Lọc kết quả" }).click();
  await assert_no_sideways_scroll(page);
  await assert_accessible(page);
  await box.check();
  await wait_for_total(page, place.count);
  assert.equal(await box.isVisible(), true);
  await page.getByRole("button", { name: "Ẩn bộ lọc (1)" }).click();
  assert.equal(await box.isVisible(), false);
  await page.locator(".hit h2 a").first().click();
  await page.locator("article h1").waitFor();
  await assert_no_sideways_scroll(page);
}

/** Presses Tab until `selector` has the focus. */
async function tab_to(page, selector) {
  for (let presses = 0; presses < 200; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab never reaches ${selector}`);
}

async function keyboard_alone(page, archive) {
  const { total, hits, facets } = await archive.search({ q: kCommon });
  await page.goto("/");
  await page.getByText(/Kho có \d+ bài/).waitFor();
  await tab_to(page, "#question");
  await page.keyboard.type(kCommon);
  await page.keyboard.press("Enter");
  await wait_for_total(page, total);
  const year = facets.years.find(({ count }) => count > 0 && count < total);
  await page.keyboard.press("Shift+Tab");
  await tab_to(page, `[id="bai-${hits[0].id}"]`);
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.equal(outline, "solid", "the focus is visible");
  await page.keyboard.press("Enter");
  await page.locator("article h1").waitFor();
  await tab_to(page, ".back");
  await page.keyboard.press("Enter");
  await wait_for_total(page, total);
  await page.locator("#question").focus();
  await tab_to(page, `#bar-${year.value}`);
  await page.keyboard.press("Enter");
  await wait_for_total(page, year.count);
}

async function skips_to_the_content(page, archive) {
  await open_results(page, archive, { q: kCommon });
  await page.evaluate(() => document.body.focus());
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "content");
  assert.equal(new URL(page.url()).hash, "");
}

async function speaks_english(page, archive) {
  const { total } = await open_results(page, archive, { q: kCommon });
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: new RegExp(`^${total} articles`) }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  await page.reload();
  await page.getByRole("heading", { name: new RegExp(`^${total} articles`) }).waitFor();
  await assert_accessible(page);
  await page.getByRole("button", { name: "Tiếng Việt" }).click();
  await wait_for_total(page, total);
}

async function needs_nothing_from_elsewhere(page, archive) {
  const { headers } = await archive.get("/api/v1/search?limit=0");
  const policy = headers.get("content-security-policy") ?? (await fetch(archive.address)).headers.get("content-security-policy");
  assert.match(policy ?? "", /default-src 'self'/);
  const foreign = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(archive.address)) foreign.push(request.url());
  });
  await open_results(page, archive, { q: kCommon });
  await open_first_article(page, archive);
  assert.deepEqual(foreign, []);
}

export const cases = [
  { name: "no view has accessibility faults by day", run: views_are_accessible },
  { name: "no view has accessibility faults by night", run: views_are_accessible, options: kNights },
  { name: "no view scrolls sideways on a phone", run: views_fit, options: kPhone },
  { name: "filters fold away on a phone and work there", run: phone_filters, options: kPhone },
  { name: "the keyboard alone asks, opens, goes back and filters", run: keyboard_alone },
  { name: "the skip link leads to the content and leaves the address alone", run: skips_to_the_content },
  { name: "the page speaks English and remembers it", run: speaks_english },
  { name: "nothing is loaded from elsewhere, as the policy demands", run: needs_nothing_from_elsewhere },
];
