// What a reader is told when the daemon refuses, is gone or is slow.

import assert from "node:assert/strict";
import { open_results, results_path, wait_for_ids, wait_for_total } from "../support/results_view.mjs";

async function shows_the_refusal(page, archive) {
  const { status, body } = await archive.get("/api/v1/search?q=a&from=2023-13");
  assert.equal(status, 400);
  await page.goto(results_path({ q: "a", from: "2023-13" }));
  await page.getByRole("alert").getByText(body.detail).waitFor();
  assert.equal(await page.getByRole("button", { name: "Thử lại" }).count(), 0);
  await page.getByRole("link", { name: /Bỏ lọc Thời gian/ }).click();
  await wait_for_total(page, (await archive.search({ q: "a" })).total);
  assert.equal(await page.getByRole("alert").count(), 0);
}

async function offers_another_try(page, archive) {
  const q = "nông thôn mới";
  const answer = await archive.search({ q });
  await page.route("**/api/v1/search**", (route) => route.abort());
  await page.goto(results_path({ q }));
  await page.getByRole("alert").getByText("Không nối được với máy chủ").waitFor();
  await page.unroute("**/api/v1/search**");
  await page.getByRole("button", { name: "Thử lại" }).click();
  await wait_for_total(page, answer.total);
}

async function survives_garbage(page) {
  await page.route("**/api/v1/search**", (route) => route.fulfill({ status: 200, body: "<html>" }));
  await page.goto(results_path({ q: "a" }));
  await page.getByRole("alert").getByText("Máy chủ trả lời không đúng dạng").waitFor();
}

async function drops_stale_answers(page, archive) {
  await open_results(page, archive, { q: "hội nghị" });
  let let_go;
  const held = new Promise((resolve) => (let_go = resolve));
  let answered;
  const late = new Promise((resolve) => (answered = resolve));
  await page.route(/[?&]q=slow\b/, async (route) => {
    await held;
    // The page has hung up by now: that is what this case is about.
    await route.fulfill({ status: 200, json: {} }).catch(() => undefined);
    answered();
  });
  const ask = async (q) => {
    await page.getByLabel("Tìm trong kho tin").fill(q);
    await page.keyboard.press("Enter");
  };
  const slow_request = page.waitForRequest(/[?&]q=slow\b/);
  const dropped = page.waitForEvent("requestfailed", (request) => request.url().includes("q=slow"));
  await ask("slow");
  await slow_request;
  const wanted = await archive.search({ q: "nông thôn mới" });
  await ask("nông thôn mới");
  await dropped;
  await wait_for_ids(page, wanted.hits.map((hit) => hit.id));
  let_go();
  await late;
  await wait_for_total(page, wanted.total);
}

async function says_that_it_is_searching(page, archive) {
  let let_go;
  const held = new Promise((resolve) => (let_go = resolve));
  await page.route("**/api/v1/search**", async (route) => {
    await held;
    await route.continue();
  });
  const { total } = await archive.search({ q: "hội nghị" });
  await page.goto(results_path({ q: "hội nghị" }));
  await page.getByRole("status").getByText("Đang tìm…").waitFor({ state: "attached" });
  let_go();
  await page.getByRole("status").getByText(`${total} bài`).waitFor({ state: "attached" });
}

export const cases = [
  { name: "a refusal is shown in the daemon's words, and can be undone", run: shows_the_refusal },
  { name: "an unreachable daemon is said to be so, and another try works", run: offers_another_try },
  { name: "an answer that is not the API's is refused in words", run: survives_garbage },
  { name: "an abandoned question never overwrites a newer one", run: drops_stale_answers },
  { name: "searching and its end are announced", run: says_that_it_is_searching },
];
