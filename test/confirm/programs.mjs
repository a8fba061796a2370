/** The learner programs of some steps, as test/programs.ts lists them, and where the place of the mistake is marked. */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const extensions = [".js", ".cjs", ".mjs", ".ts", ".cts", ".mts"];

function filesOf(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesOf(join(path, name)));
}

/**
 * @param steps the numbers of the steps
 * @returns each program: `set` ("learners" or "unseen"), `id`, `step`, `slug`, `name` (for people), `entry` and
 *   `sources` (absolute), `marks` (how many lines end with the comment "here")
 */
export function programsOf(steps) {
  return ["learners", "unseen"].flatMap((set) => {
    const root = fileURLToPath(new URL(`../${set}`, import.meta.url));
    const ids = readdirSync(root).filter((id) => statSync(join(root, id)).isDirectory());
    return ids.flatMap((id) =>
      readdirSync(join(root, id)).flatMap((file) => {
        const step = Number.parseInt(file, 10);
        if (!steps.includes(step)) return [];
        const path = join(root, id, file);
        const files = filesOf(path);
        const folder = statSync(path).isDirectory();
        const entry = folder ? files.find((one) => /[/\\]app\.[cm]?[jt]s$/.test(one)) : path;
        if (!entry || !extensions.includes(extname(entry))) throw new Error(`${path} has no app file`);
        const sources = files.filter((one) => extensions.includes(extname(one)));
        const lines = sources.flatMap((one) => readFileSync(one, "utf8").split("\n"));
        const marks = lines.filter((line) => /(\/\/|\/\*)\s*here\s*(\*\/)?\s*$/.test(line)).length;
        const slug = folder ? file : basename(file, extname(file));
        return [{ set, id, step, slug, name: `${set}/${id}/${file}`, entry, sources, marks }];
      }),
    );
  });
}
