// Bundles src and the steps into dist. CommonJS, in few files: Node has one up before it would have its loader of ES modules up.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "esbuild";
import { buildLibraries } from "./build-libraries.mjs";

/**
 * Files of their own beside main.cjs, by name: what starts the child of a check, so that nothing else is read before, and
 * what is large or seldom needed. A path without "src/" in front is a package's.
 */
const apart = {
  ahead: "src/check/runner/ahead.ts",
  host: "src/check/runner/host.ts",
  cli: "src/cli.ts",
  client: "src/check/checker/client.ts",
  bank: "src/quiz/bank.ts",
  diagnose: "src/check/diagnosis/diagnose.ts",
  grade: "src/commands/grade.ts",
  parser: "src/check/source/parser.ts",
  editor: "src/session/editor.ts",
  marked: "marked",
  prompt: "@inquirer/core",
  confirm: "@inquirer/confirm",
  websocket: "undici/lib/web/websocket/websocket.js",
  llhttp: "undici/lib/llhttp/llhttp-wasm.js",
};
const leaveApart = {
  name: "leave apart",
  setup({ onResolve }) {
    onResolve({ filter: /^/ }, ({ path, kind, resolveDir }) => {
      const from = path.startsWith(".") ? relative(".", join(resolveDir, path)).replaceAll("\\", "/") : path;
      const meant = from.replace(/^.*node_modules\//, "");
      const name = Object.keys(apart).find((each) => apart[each] === meant);
      return name && kind !== "entry-point" ? { path: `./${name}.cjs`, external: true } : null;
    });
  },
};

/**
 * Of undici's client only what speaks HTTP/1.1 in plain text: the rest is as much again, and starts Node's HTTP/2. Its
 * other half reads forms, which are never sent here.
 */
const clientOfUndici = {
  name: "client of undici",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /\/web\/fetch\/body\.js$/ }, ({ path, importer }) =>
      /[\\/]client-h1\.js$/.test(importer) ? { path, namespace: "left out" } : null,
    );
    onLoad({ filter: /[\\/]dispatcher[\\/]client-h2\.js$/ }, () => ({ contents: "module.exports = null;" }));
    onLoad({ filter: /^/, namespace: "left out" }, () => ({ contents: "module.exports = null;" }));
  },
};

const common = {
  bundle: true,
  metafile: true,
  platform: "node",
  format: "cjs",
  target: "node20.19",
  outdir: "dist",
  outExtension: { ".js": ".cjs" },
  logLevel: "warning",
  legalComments: "inline",
  // What a learner's program resolves itself.
  external: ["express", "tsx"],
  // Its loader of ES modules takes Node some milliseconds to bring up; `require` has them since 20.19.
  supported: { "dynamic-import": false },
  define: { "import.meta.url": "fileUrl" },
  banner: { js: 'const fileUrl = require("node:url").pathToFileURL(__filename).href;' },
};

rmSync("dist", { recursive: true, force: true });

// A folder under steps is a step.
const listOfSteps = readdirSync("steps")
  .map((folder, at) => `export { step as step${at} } from "./steps/${folder}/step.ts";`)
  .join("\n");

const results = await Promise.all([
  build({
    ...common,
    minifyWhitespace: true,
    plugins: [leaveApart, clientOfUndici],
    entryPoints: { main: "src/main.ts", ...apart },
  }),
  build({ ...common, stdin: { contents: listOfSteps, resolveDir: "." }, entryNames: "steps" }),
  // Lines as they were written: Node shows the one that threw, and a learner may see it.
  build({
    ...common,
    supported: {},
    entryPoints: ["src/check/runner/guest/main.ts", "src/check/runner/guest/loopback.ts"],
    entryNames: "guest/[name]",
  }),
]);

// What a child that is kept ready has tsx translate: nothing, so that its translator is running.
for (const end of ["cts", "mts"]) writeFileSync(`dist/guest/throwaway.${end}`, "type Nothing = never;\n");

// The texts that belong to no step lie beside the code that reads them.
for (const name of readdirSync("src/course").filter((name) => name.endsWith(".md"))) {
  cpSync(`src/course/${name}`, `dist/course/${name}`);
}

// What scripts in TypeScript read a document of `--json` by.
for (const end of ["cts", "mts"]) cpSync("src/base/documents.ts", `dist/documents.d.${end}`);

// The page of a class is put together from these when it is written.
for (const name of ["page.css", "page.js"]) cpSync(`src/grading/page/${name}`, `dist/grading/${name}`);

const libraries = await buildLibraries("dist/libraries");

// Whoever passes on a package passes on its licence.
const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
const bundled = new Set(
  inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []).concat(libraries),
);
const licences = [...bundled].sort().map((folder) => {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const text = file ? readFileSync(`${folder}/${file}`, "utf8").trim() : license;
  return `${name} ${version}\n\n${text}\n`;
});
writeFileSync("dist/licences.txt", licences.join(`\n${"-".repeat(80)}\n\n`));
