// A course of ten synthetic steps: the built program with ten copies of step 3 in the place of its steps.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
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
  const [steps, real] = [join(folder, "dist", "steps"), join(folder, "dist", "real")];
  renameSync(steps, real);
  for (const [index] of Array.from({ length: 10 }).entries()) {
    const number = index + 1;
    const own = number === 1 ? "real.checks" : "[]";
    mkdirSync(join(steps, `${number}-copy${number}`), { recursive: true });
    writeFileSync(
      join(steps, `${number}-copy${number}`, "step.mjs"),
      `import { step as real } from "../../real/${readdirSync(real).find((name) => name.startsWith("3-"))}/step.mjs";
export const step = { ...real, number: ${number}, name: "copy${number}", checks: ${own} };
`,
    );
  }
  return {
    bin: join(folder, "bin", "refresh-tutor.js"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
