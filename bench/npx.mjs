// Opt-in, and it needs the network: how long `npx` takes from an empty cache, for this package and for an older tarball, in pairs.
// npm run bench:npx -- OLDER.tgz [PAIRS]
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pack } from "./install.mjs";
import { inPairs, quantile } from "./measure.mjs";

const [older, pairs = "5"] = process.argv.slice(2);

/** Seconds until the version is printed, npm's cache and the folder being empty. What npm warns of is shown. */
async function fromEmptyCache(tarball) {
  const scratch = mkdtempSync(join(tmpdir(), "refresh-tutor-bench-"));
  const env = { ...process.env, npm_config_cache: join(scratch, "cache") };
  try {
    const begun = performance.now();
    await new Promise((settle, reject) => {
      const words = ["--yes", `file:${tarball}`, "--version"];
      const child = spawn("npx", words, { cwd: scratch, env, stdio: ["ignore", "ignore", "inherit"] });
      child.on("error", reject);
      child.on("exit", settle);
    });
    return (performance.now() - begun) / 1000;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const scratch = mkdtempSync(join(tmpdir(), "refresh-tutor-bench-"));
try {
  const own = pack(scratch);
  const other = resolve(older ?? own);
  const { first, second, ratios } = await inPairs(
    Number(pairs),
    () => fromEmptyCache(own),
    () => fromEmptyCache(other),
  );
  const spread = (figures) => [0, 0.5, 1].map((share) => quantile(figures, share).toFixed(2)).join(" / ");
  console.log(
    `npx from an empty cache, s (min / median / max): ${spread(first)}; the other: ${spread(second)}`,
  );
  console.log(`of each pair: ${spread(ratios)}`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
