// A course of ten synthetic steps: the built program with ten copies of step 3 in the place of its steps.
import { cpSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./measure.mjs";

/** Makes it in a temporary folder; returns its executable (absolute) and a function that removes it. */
export function courseOfTen() {
  const folder = mkdtempSync(join(tmpdir(), "refresh-tutor-bench-"));
  for (const name of ["bin", "dist", "package.json"]) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
  const [steps, real] = [join(folder, "dist", "steps.cjs"), join(folder, "dist", "real.cjs")];
  renameSync(steps, real);
  const copies = Array.from({ length: 10 }, (_, index) => {
    const own = index === 0 ? "checks: real.checks" : "checks: []";
    return `exports.step${index} = { ...real, number: ${index + 1}, name: "copy${index + 1}", ${own} };`;
  });
  const found = 'const real = Object.values(require("./real.cjs")).find(({ number }) => number === 3);';
  writeFileSync(steps, [found, ...copies].join("\n"));
  return {
    bin: join(folder, "bin", "refresh-tutor.js"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
