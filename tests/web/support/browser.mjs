// Debian's Chromium, talking to nobody but the daemon.

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const kChromium = "/usr/bin/chromium";
const kArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const kDesktop = { viewport: { width: 1280, height: 900 } };
export const kPhone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

// Without motion nothing is looked at halfway.
const kSteady = { locale: "vi-VN", reducedMotion: "reduce" };

export async function launch_browser() {
  if (!existsSync(kChromium)) throw new Error(`${kChromium} is missing: install the package chromium`);
  return chromium.launch({ executablePath: kChromium, args: kArguments });
}

/**
 * A fresh page in a fresh context. `complaints` collects what no case may cause: uncaught errors and
 * breaches of the content security policy.
 */
export async function open_page(browser, address, options = {}) {
  const context = await browser.newContext({ ...kDesktop, ...kSteady, baseURL: address, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) complaints.push(message.text());
  });
  return { page, complaints, close: () => context.close() };
}
