// Asks the real page of the real daemon over the sample archive in a real browser.
//
//   node tests/web/run_browser.mjs INDEXER SEARCHD [WORD]   (WORD: only the cases whose name contains it)

import { existsSync } from "node:fs";
import { resolve } from "node:path";

if (!existsSync(new URL("node_modules", import.meta.url))) {
  console.error("tests/web/node_modules is missing: run `npm ci` in tests/web/ (./dev test does it)");
  console.log("0 passed, 1 failed");
  process.exit(1);
}
const [indexer, searchd, word = ""] = process.argv.slice(2);
if (searchd === undefined) {
  console.error("usage: node run_browser.mjs INDEXER SEARCHD [WORD]");
  process.exit(2);
}

const { launch_browser, open_page } = await import("./support/browser.mjs");
const { start_programs } = await import("./support/programs.mjs");
const { Archive } = await import("./support/archive.mjs");
const rooms = await Promise.all(
  ["asking", "completing", "filtering", "people", "places", "reading", "naming", "holding", "failing", "reaching"].map((name) => import(`./cases/${name}.mjs`)),
);
const cases = rooms.flatMap((room) => room.cases).filter((test) => test.name.includes(word));

async function run_case(browser, address, test) {
  const { page, complaints, close } = await open_page(browser, address, test.options);
  try {
    await test.run(page, new Archive(address));
    if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join("; ")}`);
    console.log(`passed  ${test.name}`);
    return true;
  } catch (error) {
    console.log(`FAILED  ${test.name}\n        at ${page.url()}\n${error.stack}`);
    return false;
  } finally {
    await close();
  }
}

let passed = 0;
let failed = 0;
let programs;
let browser;
try {
  programs = await start_programs(resolve(indexer), resolve(searchd));
  browser = await launch_browser();
  for (const test of cases) {
    if (await run_case(browser, programs.address, test)) passed += 1;
    else failed += 1;
  }
} catch (error) {
  console.log(`FAILED  ${error.message}`);
  failed = cases.length - passed;
} finally {
  await browser?.close();
  await programs?.stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
