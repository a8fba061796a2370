// Bundles src and the steps into dist: one small file graph loads in a third of the time of sixty modules.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const steps = readdirSync("steps").map((folder) => `steps/${folder}/step.ts`);

/** What is not bundled: what a learner's program resolves itself, what has files of its own, what is seldom needed. */
const external = ["express", "tsx", "undici", "@inquirer/*", "launch-editor"];
const common = {
  bundle: true,
  platform: "node",
  target: "node20.19",
  logLevel: "warning",
  legalComments: "inline",
};

rmSync("dist", { recursive: true, force: true });
const { metafile } = await build({
  ...common,
  metafile: true,
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
// CommonJS files: Node has them up some milliseconds before it would have its module loader up.
await build({
  ...common,
  entryPoints: ["src/runner/guest/main.ts", "src/runner/guest/loopback.ts"],
  outdir: "dist/src/runner/guest",
  outExtension: { ".js": ".cjs" },
  packages: "external",
  format: "cjs",
  define: { "import.meta.url": "fileUrl" },
  banner: { js: 'const fileUrl = require("node:url").pathToFileURL(__filename).href;' },
});

// What a child that is kept ready has tsx translate: nothing, so that its translator is running.
for (const end of ["cts", "mts"]) {
  writeFileSync(`dist/src/runner/guest/throwaway.${end}`, "type Nothing = never;\n");
}

// The texts that belong to no step lie beside the code that reads them.
for (const name of readdirSync("src/course").filter((name) => name.endsWith(".md"))) {
  cpSync(`src/course/${name}`, `dist/course/${name}`);
}

// Whoever passes on a package passes on its licence.
const bundled = new Set(
  Object.keys(metafile.inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []),
);
const licences = [...bundled].sort().map((folder) => {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const text = file ? readFileSync(`${folder}/${file}`, "utf8").trim() : license;
  return `${name} ${version}\n\n${text}\n`;
});
writeFileSync("dist/licences.txt", licences.join(`\n${"-".repeat(80)}\n\n`));
