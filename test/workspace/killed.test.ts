import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { shipped } from "../../src/base/package.ts";
import { progressOf, readProgress } from "../../src/workspace/progress.ts";
import { emptyFolder, freshWorkspace } from "../commands/program.ts";
import { full } from "../sample.ts";

const ROUNDS = full ? 40 : 6;
const WRITERS = 3;

/** The writer as one file that starts quickly; a package.json beside it makes its folder a package's. */
async function bundledWriter(): Promise<string> {
  const folder = emptyFolder();
  const outfile = join(folder, "writer.mjs");
  await build({
    entryPoints: [shipped("test/workspace/writer.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
  });
  writeFileSync(join(folder, "package.json"), "{}");
  return outfile;
}

/** Lets a writer write until it has told so often that it has, and kills it there and then; returns how often it told. */
async function killedWriter(writer: string, root: string, most: number): Promise<number> {
  const child = spawn(process.execPath, [writer, root], { stdio: ["ignore", "pipe", "inherit"] });
  let told = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    told += chunk.length;
    if (told >= most) child.kill("SIGKILL");
  });
  await once(child, "close");
  return told;
}

test(
  "writers killed at any moment leave the old or the new, and lose nothing of each other",
  { timeout: 300_000 },
  async () => {
    const workspace = await freshWorkspace();
    const own = join(workspace.root, ".refresh-tutor");
    const writer = await bundledWriter();
    let told = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const writers = Array.from({ length: WRITERS }, (_, index) =>
        killedWriter(writer, workspace.root, 1 + ((round * 5 + index * 3) % 11)),
      );
      for (const count of await Promise.all(writers)) told += count;
      const progress = readProgress(readFileSync(join(own, "progress.json"), "utf8"));
      if (typeof progress === "string") throw new Error(progress);
      const { checks } = progressOf(progress, { name: "login" });
      // A writer may have written once more than it could say.
      expect(checks).toBeGreaterThanOrEqual(told);
      expect(checks).toBeLessThanOrEqual(told + (round + 1) * WRITERS);
    }
    expect(readdirSync(own).filter((name) => name.includes("broken"))).toEqual([]);
    // The next one that writes clears away what the dead left.
    await workspace.run("hint");
    expect(readdirSync(own).filter((name) => name !== "progress.json")).toEqual([]);
  },
);
