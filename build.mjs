// Bundles src and the steps into dist: one small file graph loads in a third of the time of sixty modules.
import { build } from "esbuild";
import { globSync, readFileSync, rmSync } from "node:fs";

rmSync("dist", { recursive: true, force: true });
const { version } = JSON.parse(readFileSync("package.json", "utf8"));

await build({
  entryPoints: ["src/cli.ts", "src/runner/guest.ts", ...globSync("steps/*/step.ts")],
  outdir: "dist",
  outbase: ".",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20.19",
  logLevel: "warning",
});
