// Bundles src and the steps into dist: one small file graph loads in a third of the time of sixty modules.
import { cpSync, readdirSync, rmSync } from "node:fs";
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

// The texts that belong to no step lie beside the code that reads them.
for (const name of readdirSync("src/course").filter((name) => name.endsWith(".md"))) {
  cpSync(`src/course/${name}`, `dist/course/${name}`);
}
