// Takes a picture of the page for the README.
//
//   node tests/web/screenshot.mjs [ADDRESS [FILE]]
//
// ADDRESS is that of a running daemon (default http://127.0.0.1:8080); FILE is a PNG (default web/screenshot.png).

import { fileURLToPath } from "node:url";
import { kDesktop, launch_browser, open_page } from "./support/browser.mjs";

const kQuestion = "nông thôn mới";

const address = process.argv[2] ?? "http://127.0.0.1:8080";
const file = process.argv[3] ?? fileURLToPath(new URL("../../web/screenshot.png", import.meta.url));
const browser = await launch_browser();
try {
  const { page } = await open_page(browser, address, kDesktop);
  await page.goto(`/?${new URLSearchParams({ q: kQuestion })}`);
  await page.locator("main[aria-busy=false] .hit").first().waitFor();
  await page.screenshot({ path: file });
  console.log(file);
} finally {
  await browser.close();
}
