// Bundles src and the steps into dist: one small file graph loads in a third of the time of sixty modules.
import { readdirSync, rmSync } from "node:fs";
import { build } from "esbuild";

const steps = readdirSync("steps").map((folder) => `steps/${folder}/step.ts`);

rmSync("dist", { recursive: true, force: true });
await build({
  entryPoints: ["src/cli.ts", "src/runner/guest/main.ts", ...steps],
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
