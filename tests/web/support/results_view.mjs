// The results page as a reader sees it.

import assert from "node:assert/strict";

export function results_path(parameters) {
  return `/?${new URLSearchParams(parameters)}`;
}

/** Waits until the page shows an answer with this total and nothing is on its way. */
export async function wait_for_total(page, total) {
  await page.waitForFunction(
    (words) => {
      const main = document.querySelector("main.results");
      const heading = main?.querySelector("h1")?.textContent ?? "";
      return main?.getAttribute("aria-busy") === "false" && (heading === words || heading.startsWith(`${words} `));
    },
    `${total} bài`,
  );
}

export async function open_results(page, archive, parameters) {
  const answer = await archive.search(parameters);
  await page.goto(results_path(parameters));
  await wait_for_total(page, answer.total);
  return answer;
}

/** Ids of the articles shown, in order. */
export function shown_ids(page) {
  return page.$$eval(".hit h2 a", (links) => links.map((link) => decodeURIComponent(new URL(link.href).pathname.slice(5))));
}

export async function wait_for_ids(page, ids) {
  await page.waitForFunction((wanted) => {
    const links = [...document.querySelectorAll(".hit h2 a")];
    return links.map((link) => new URL(link.href).pathname.slice(5)).join() === wanted;
  }, ids.join());
}

/** The value of one parameter of the address, all of them joined by commas. */
export function parameter(page, name) {
  return new URL(page.url()).searchParams.getAll(name).join(",");
}

export async function assert_no_sideways_scroll(page) {
  const [content, window_width] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(content <= window_width, `the page is ${content} px wide in a window of ${window_width}`);
}

/** An element of a list that must have one; says what was looked for. */
export function pick(list, wanted, what) {
  const found = list.find(wanted);
  assert.ok(found, `the sample archive has ${what}`);
  return found;
}
