// The page of a post in a place: who held it, from when to when, and what nobody knows.

import axe from "@axe-core/playwright";
import assert from "node:assert/strict";
import { kDesktop, kPhone } from "../support/browser.mjs";
import { assert_no_sideways_scroll, open_results, parameter, pick, wait_for_total } from "../support/results_view.mjs";

const AxeBuilder = axe.default ?? axe;
const kNights = { ...kDesktop, colorScheme: "dark" };

async function assert_accessible(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
}

const page_of = ({ slug, locality }) => `/chuc-vu/${slug}?locality=${locality}`;
const is_post_page = ({ slug, locality }) => (url) => url.pathname === `/chuc-vu/${slug}` && url.searchParams.get("locality") === locality;

/** A post in a place that the sample archive tells of, and the daemon's answer. */
async function known_post(archive) {
  const { facets } = await archive.search({ q: "" });
  const { post } = pick(facets.officials, (one) => one.post !== null && one.post.locality !== null, "an official with a post in a place");
  const { body } = await archive.get(`/api/v1/posts/${post.slug}?locality=${post.locality}`);
  return { post, body };
}

const line = (id, date) => ({ id: id.repeat(64), title: `Tin ${id}`, date: { date, time: null, precision: "day" } });

/** A post whose holders follow each other, overlap and leave gaps. */
function invented_answer({ body }) {
  const held = { ...body.holders[0], former: false };
  const person = (name) => ({ id: `${name.toLowerCase().replaceAll(" ", "-")}-1`, name, post: null });
  const months = Array.from({ length: 36 }, (_, index) => {
    const month = `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
    return { month, count: 0, archived: index >= 18 && index < 22 ? 0 : 4 };
  });
  const holders = [
    { ...held, person: person("Vi Van"), articles: 9, first: line("a", "2020-01-10"), last: line("b", "2021-03-10"), months: [{ month: "2020-01", count: 5 }, { month: "2021-03", count: 4 }] },
    { ...held, person: person("Lo Binh"), articles: 2, first: line("c", "2020-06-10"), last: line("d", "2021-05-20"), months: [{ month: "2020-06", count: 1 }, { month: "2021-05", count: 1 }] },
    { ...held, person: person("Ha Chi"), articles: 1, first: line("e", "2022-02-10"), last: line("e", "2022-02-10"), months: [{ month: "2022-02", count: 1 }] },
  ];
  return {
    ...body,
    one_holder: true,
    holders,
    holders_total: 3,
    former: [{ ...held, person: person("Sam Dung"), former: true, first: line("f", "2022-05-01"), last: line("f", "2022-05-01"), months: [] }],
    shared: [{ holders: [0, 1], from: "2020-06-10", to: "2021-03-10", handover: false }],
    months,
    gaps: [{ from: "2021-07", to: "2021-10" }],
  };
}

async function shows_the_holders(page, archive) {
  const { post, body } = await known_post(archive);
  await page.goto(page_of(post));
  await page.locator(".tenures").waitFor();
  const { detail, label, since } = body.place;
  const name = `${body.title}, ${detail.replace(" từ 7/2025", "")} ${label}`;
  assert.equal(await page.locator("h1").textContent(), `${name} ${since === null ? "đến 30/6/2025" : "từ 1/7/2025"}`);
  assert.equal(await page.title(), `${name} – Tin làng`);
  assert.deepEqual(await page.locator(".holder-name").allTextContents(), body.holders.map(({ person }) => person.name));
  await assert_accessible(page);
  await assert_no_sideways_scroll(page);
  const { first, person } = body.holders[0];
  await page.locator(`.holder a[href="/bai/${first.id}"]`).first().click();
  await page.getByRole("heading", { level: 1, name: first.title }).waitFor();
  await page.goBack();
  await page.locator(".holder-name").first().press("Enter");
  await page.getByRole("heading", { level: 1, name: person.name }).waitFor();
  await page.goBack();
  await page.locator(".tenures").waitFor();
}

async function tells_gaps_and_conflicts(page, archive) {
  const known = await known_post(archive);
  const answer = invented_answer(known);
  await page.route("**/api/v1/posts/**", (route) => route.fulfill({ json: answer }));
  await page.goto(page_of(known.post));
  await page.locator(".tenures").waitFor();
  const rows = await page.locator(".tenures ol > li").allTextContents();
  assert.equal(rows.length, 5, "three holders, a silence before the last and one after");
  assert.match(rows[0], /Vi Van.*10\/1\/2020 – 10\/3\/2021, 9 bài.*13 tháng có lưu bài nhưng không bài nào nêu\./);
  assert.match(rows[2], /^tháng 6\/2021 – tháng 1\/2022: không bài nào nêu ai giữ chức vụ này, 4 trong 8 tháng ấy chưa lưu trữ\.$/);
  assert.match(rows[4], /^tháng 3\/2022 – tháng 12\/2022: .*dù kho có bài của trang nguồn trong mọi tháng ấy\.$/);
  const conflicts = await page.locator(".conflicts").textContent();
  assert.match(conflicts, /mỗi lúc chỉ có một người giữ/);
  assert.match(conflicts, /Vi Van và Lo Binh\s+cùng được nêu giữ chức vụ này từ 10\/6\/2020 đến 10\/3\/2021\./);
  assert.match(await page.locator("section", { has: page.locator("#former-title") }).textContent(), /Sam Dung \(nhắc lại trong bài 1\/5\/2022\)/);
  const boxes = await page.$$eval(".track", (tracks) => tracks.map((track) => {
    const whole = track.getBoundingClientRect();
    const span = track.querySelector(".track-span").getBoundingClientRect();
    return [(span.left - whole.left) / whole.width, span.width / whole.width];
  }));
  const wanted = [[0, 15 / 36], [5 / 36, 12 / 36], [25 / 36, 1 / 36]];
  boxes.forEach(([left, width], index) => {
    assert.ok(Math.abs(left - wanted[index][0]) < 0.01 && Math.abs(width - wanted[index][1]) < 0.01, `${index}: ${left}, ${width}`);
  });
  await assert_accessible(page);
  await assert_no_sideways_scroll(page);
}

async function says_a_handover_is_none(page, archive) {
  const known = await known_post(archive);
  const answer = invented_answer(known);
  answer.shared = [{ holders: [0, 1], from: "2021-03-01", to: "2021-03-10", handover: true }];
  await page.route("**/api/v1/posts/**", (route) => route.fulfill({ json: answer }));
  await page.goto(page_of(known.post));
  const conflicts = await page.locator(".conflicts").textContent();
  assert.match(conflicts, /có thể do bài đăng chậm khi bàn giao/);
  assert.doesNotMatch(conflicts, /mỗi lúc chỉ có một người giữ/);
}

async function is_reached_from_everywhere(page, archive) {
  const { facets } = await archive.search({ q: "" });
  const person = pick(facets.officials, ({ post }) => post !== null && post.locality !== null, "an official with a post");
  const link_in = (part) => part.locator(`a[href="${page_of(person.post)}"]`).first();
  const arrive = async (part) => {
    await link_in(part).click();
    await page.waitForURL(is_post_page(person.post));
    await page.locator(".tenures").waitFor();
    await page.goBack();
  };
  const answer = await open_results(page, archive, { q: "", official: person.value, sort: "newest" });
  await arrive(page.locator(".people-values"));
  await wait_for_total(page, answer.total);
  await page.goto(`/can-bo/${person.value}`);
  await page.locator("#posts-title").waitFor();
  await arrive(page.locator("section", { has: page.locator("#posts-title") }));
  await page.goto(`/dia-phuong/${person.post.locality}`);
  await page.locator("#held-title").waitFor();
  await arrive(page.locator("section", { has: page.locator("#held-title") }));
  const told = pick(answer.hits, ({ officials }) => officials.slice(0, 4).some(({ held }) => held[0]?.slug === person.post.slug && held[0].locality === person.post.locality), "a result with the post");
  await page.goto(`/bai/${told.id}`);
  await page.locator("#people-title").waitFor();
  await arrive(page.locator(".people-list"));
  await open_results(page, archive, { q: "", official: person.value, sort: "newest" });
  await arrive(page.locator(".hit", { has: page.locator(`[id="bai-${told.id}"]`) }));
}

async function leads_to_places_and_articles(page, archive) {
  const { post, body } = await known_post(archive);
  await page.goto(page_of(post));
  await page.getByRole("link", { name: "Tìm các bài nêu chức vụ này" }).click();
  const { total } = await archive.search({ q: "", post: post.slug, locality: post.locality, mentions: "1" });
  await wait_for_total(page, total);
  await page.locator(".chip").getByText(body.title, { exact: true }).waitFor();
  assert.equal(parameter(page, "post"), post.slug);
  await page.getByRole("link", { name: `Những người giữ chức vụ ${body.title}` }).click();
  await page.waitForURL(is_post_page(post));
  await page.getByRole("link", { name: "Xem chức vụ này ở mọi địa phương" }).click();
  await page.waitForURL((url) => url.pathname === `/chuc-vu/${post.slug}` && url.search === "");
  const anywhere = (await archive.get(`/api/v1/posts/${post.slug}`)).body;
  const places = page.locator("section", { has: page.locator("#places-title") });
  await places.waitFor();
  assert.deepEqual(await places.getByRole("link").allTextContents(), anywhere.places.map(({ label }) => label));
  assert.equal(await page.locator(".track").count(), 0, "no months without a place");
  await assert_accessible(page);
  await places.locator(`a[href="${page_of(post)}"]`).click();
  await page.waitForURL(is_post_page(post));
}

async function says_when_nobody_is_known(page, archive) {
  const { post } = await known_post(archive);
  await page.goto(`/chuc-vu/chu-tich-lang?locality=${post.locality}`);
  await page.getByRole("heading", { level: 1, name: /^Chức vụ “chu tich lang”, / }).waitFor();
  const words = await page.locator("article").textContent();
  assert.match(words, /Kho không có bài nào nêu ai giữ chức vụ này ở đây\. Trang nguồn về nơi này được lưu \d+ trong \d+ tháng/);
  await assert_accessible(page);
  const { facets } = await archive.search({ q: "" });
  const known = new Set(facets.localities.map(({ value }) => value));
  const empty = pick(["01", "79", "48", "31"], (code) => !known.has(code), "a province without articles");
  await page.goto(`/chuc-vu/chu-tich-lang?locality=${empty}`);
  await page.getByText("chưa được lưu trữ nên không biết có ai hay không").waitFor();
  await page.goto("/chuc-vu/chu-tich-lang?locality=xx9");
  await page.getByRole("alert").getByText("Không có đơn vị hành chính nào mang mã này").waitFor();
  await assert_accessible(page);
}

async function speaks_english(page, archive) {
  const { post, body } = await known_post(archive);
  await page.goto(page_of(post));
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Holders of the post, by the articles" }).waitFor();
  assert.deepEqual(await page.locator(".holder-name").allTextContents(), body.holders.map(({ person }) => person.name));
  await assert_accessible(page);
}

export const cases = [
  { name: "the page of a post shows its holders with the articles that prove them", run: shows_the_holders },
  { name: "the page of a post tells silences, what was not archived, and contradictions", run: tells_gaps_and_conflicts },
  { name: "the page of a post does so by night", run: tells_gaps_and_conflicts, options: kNights },
  { name: "the page of a post fits a phone", run: tells_gaps_and_conflicts, options: kPhone },
  { name: "a short time together is said to be a handover", run: says_a_handover_is_none },
  { name: "facets, officials, places, articles and results lead to the page of a post", run: is_reached_from_everywhere },
  { name: "the page of a post leads to its articles and to other places", run: leads_to_places_and_articles },
  { name: "a post that nobody is known to have held, in a place kept or not", run: says_when_nobody_is_known },
  { name: "the page of a post speaks English", run: speaks_english },
];
