// Compiles each unit/*.test.ts with the page's own esbuild and runs them on Node's test runner.
//
//   node tests/web/run_unit.mjs

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const web = join(here, "../../web");
if (!existsSync(join(web, "node_modules"))) {
  console.error("web/node_modules is missing: run `npm ci` in web/ (./dev test does it)");
  process.exit(1);
}
const esbuild = createRequire(join(web, "package.json"))("esbuild");

const out = mkdtempSync(join(tmpdir(), "tinlang-web-unit-"));
const tests = readdirSync(join(here, "unit")).filter((name) => name.endsWith(".test.ts"));
try {
  esbuild.buildSync({
    entryPoints: tests.map((name) => join(here, "unit", name)),
    outdir: out,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node18",
    sourcemap: "inline",
    logLevel: "error",
  });
  const compiled = tests.map((name) => join(out, name.replace(/\.ts$/, ".mjs")));
  const run = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...compiled], { stdio: "inherit" });
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
