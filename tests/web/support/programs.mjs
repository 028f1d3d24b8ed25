// The real programs over the sample archive: an index in a fresh folder and a daemon on a free port.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const kRoot = fileURLToPath(new URL("../../..", import.meta.url));
const kStartMilliseconds = 30_000;

function index_sample(indexer, folder) {
  const run = spawnSync(indexer, ["add", "--index", folder, "data/sample"], { cwd: kRoot, encoding: "utf8" });
  if (run.error) throw new Error(`${indexer} cannot be run: ${run.error.message}`);
  // 3: done, but some of the pages were refused.
  if (run.status !== 0 && run.status !== 3) throw new Error(`indexing failed (${run.status}): ${run.stderr}`);
}

function wait_for_address(daemon) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the daemon did not say where it listens")), kStartMilliseconds);
    const stop = (end) => (value) => {
      clearTimeout(timer);
      end(value);
    };
    let complaints = "";
    daemon.stderr.on("data", (bytes) => (complaints += bytes));
    daemon.on("error", stop(reject));
    daemon.on("exit", (code) => stop(reject)(new Error(`the daemon ended with ${code}: ${complaints}`)));
    createInterface({ input: daemon.stdout }).on("line", (line) => {
      const found = /listening on (http:\/\/\S+)/.exec(line);
      if (found) stop(resolve)(found[1]);
    });
  });
}

/** Returns {address, stop()}; throws with a sentence when a program is missing or fails. */
export async function start_programs(indexer, searchd) {
  for (const program of [indexer, searchd]) {
    if (!existsSync(program)) throw new Error(`${program} is missing: build it first`);
  }
  if (!existsSync(join(kRoot, "web/dist/index.html"))) {
    throw new Error("web/dist is missing: run `npm ci && npm run build` in web/ (./dev test does it)");
  }
  const folder = mkdtempSync(join(tmpdir(), "tinlang-web-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    index_sample(indexer, join(folder, "index"));
  } catch (error) {
    remove();
    throw error;
  }
  const options = ["--index", join(folder, "index"), "--listen", "127.0.0.1:0", "--web", "web/dist"];
  const daemon = spawn(searchd, options, { cwd: kRoot, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => daemon.on("close", resolve));
  const stop = async () => {
    daemon.kill("SIGTERM");
    await ended;
    remove();
  };
  try {
    return { address: await wait_for_address(daemon), stop };
  } catch (error) {
    daemon.kill("SIGKILL");
    remove();
    throw error;
  }
}
