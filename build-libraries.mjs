// Puts copies of the learners' libraries into dist/libraries, so that users need not install some eighty packages for them.
import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";

/** File by file as they are: learners may load any of them, and stack traces name them. */
const WHOLE = ["express", "router", "finalhandler", "body-parser", "cookie-parser", "jose", "jsonwebtoken"];

const manifest = (folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** The folder of a package as a file in another package's folder finds it, "node_modules/debug". */
function folderOf(name, from) {
  const near = join(from, "node_modules", name);
  if (existsSync(near)) return near;
  const above = dirname(from);
  if (above === from) throw new Error(`${name} is not installed`);
  return folderOf(name, above);
}

const whole = new Map(WHOLE.map((name) => [name, join("node_modules", name)]));
/** What those need themselves: each with all that it needs in turn as one file, at the place where it is found. */
const needed = [...whole.values()].flatMap((folder) =>
  Object.keys(manifest(folder).dependencies ?? {}).map((name) => folderOf(name, folder)),
);
const placed = new Set([...whole.values(), ...needed]);
const bundled = [...new Set(needed)].filter((folder) => ![...whole.values()].includes(folder));

/** What has a place of its own is found there. */
const leavePlaced = {
  name: "leave placed packages",
  setup({ onResolve }) {
    onResolve({ filter: /^[^.]/ }, ({ path, kind, importer, resolveDir }) => {
      if (kind === "entry-point" || !existsSync(join("node_modules", path))) return null;
      const isPlaced = placed.has(folderOf(path, resolveDir.slice(resolveDir.indexOf("node_modules"))));
      return isPlaced && importer !== "" ? { path, external: true } : null;
    });
  },
};

/** Makes the copies; returns the folders of all packages that are in them. */
export async function buildLibraries(target) {
  for (const folder of whole.values()) {
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      const isOwn = !name.includes("node_modules") && /(?:\.js|^package\.json)$/.test(name);
      if (isOwn) cpSync(join(folder, name), join(target, folder, name));
    }
  }
  const { metafile } = await build({
    entryPoints: bundled.map((folder) => ({
      in: `./${join(folder, manifest(folder).main ?? "index.js")}`,
      out: join(folder, "index"),
    })),
    outdir: target,
    bundle: true,
    metafile: true,
    platform: "node",
    format: "cjs",
    target: "node20.19",
    mainFields: ["main"],
    // Node reads a file of JSON several times as fast as the same data written as code, and most are never read.
    loader: { ".json": "copy" },
    assetNames: "data/[name]",
    logLevel: "warning",
    plugins: [leavePlaced],
  });
  const inputs = Object.keys(metafile.inputs).flatMap(
    (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [],
  );
  return [...whole.values(), ...inputs];
}
