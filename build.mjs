// Bundles src and the steps into dist: one small file graph loads in a third of the time of sixty modules.
import { cpSync, readdirSync, rmSync } from "node:fs";
import { build } from "esbuild";

const steps = readdirSync("steps").map((folder) => `steps/${folder}/step.ts`);

/** What is not bundled: what the learner's program resolves itself, and what has files of its own to find. */
const external = ["express", "tsx", "undici", "@inquirer/*", "launch-editor", "write-file-atomic"];
const common = {
  bundle: true,
  platform: "node",
  target: "node20.19",
  logLevel: "warning",
  legalComments: "inline",
};

rmSync("dist", { recursive: true, force: true });
await build({
  ...common,
  entryPoints: ["src/main.ts", ...steps],
  outdir: "dist",
  outbase: ".",
  outExtension: { ".js": ".mjs" },
  splitting: true,
  external,
  format: "esm",
  // For the packages among them that are CommonJS.
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
});
// One CommonJS file: Node has it up some milliseconds before it would have its module loader up.
await build({
  ...common,
  entryPoints: ["src/runner/guest/main.ts"],
  outfile: "dist/src/runner/guest/main.cjs",
  packages: "external",
  format: "cjs",
  define: { "import.meta.url": "fileUrl" },
  banner: { js: 'const fileUrl = require("node:url").pathToFileURL(__filename).href;' },
});

// The texts that belong to no step lie beside the code that reads them.
for (const name of readdirSync("src/course").filter((name) => name.endsWith(".md"))) {
  cpSync(`src/course/${name}`, `dist/course/${name}`);
}
