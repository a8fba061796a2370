/** A workspace that 0.1.0 made opens as it is: no file and no place in it is lost. */

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, run } from "../commands/program.ts";
import { sample } from "../sample.ts";

/**
 * The files of workspaces by where the learner was, each as 0.1.0 left it: its packed tarball (commit dc20911) was
 * installed in an empty folder and used from the first lesson to the last pass.
 */
const made: Record<string, Record<string, string>> = JSON.parse(
  readFileSync(join(import.meta.dirname, "made-by-0.1.0.json"), "utf8"),
);

function workspaceWith(files: Record<string, string>) {
  const folder = emptyFolder();
  const root = join(folder, "refresh-tutor");
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return { folder, root };
}

/** All files of a folder (absolute) by their names. */
function filesIn(folder: string): Record<string, string> {
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  return Object.fromEntries(
    found.map((name) => [name.replaceAll("\\", "/"), readFileSync(join(folder, name), "utf8")]),
  );
}

test.for(sample(Object.entries(made), 4, ([where]) => where))(
  "%s: nothing is lost, and the learner is where they were",
  async ([, files]) => {
    const { folder, root } = workspaceWith(files);
    const before = JSON.parse(files[".refresh-tutor/progress.json"] ?? "");
    const { code, stdout, stderr } = await run(["status", "--json"], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const status = JSON.parse(stdout);
    const current = status.steps.find(({ step }: { step: number }) => step === status.current);
    expect(current.name).toBe(before.step);
    expect(status).toMatchObject({ schema: 1, language: before.language, total: 4, part: "one" });
    expect(status.partTwo).toMatchObject({ current: null, passed: 0 });
    for (const { name, ...now } of status.steps)
      expect(now).toMatchObject(before.steps[name] ?? { passedAt: null });
    expect(filesIn(root)).toEqual(files);

    const start = await run(["start"], { cwd: folder });
    expect(start).toMatchObject({ code: 0, stderr: "" });
    expect(filesIn(root)).toEqual(files);
  },
);

test.for(["js", "ts"])("who had finished goes on to part two with their own code (%s)", async (language) => {
  const { folder, root } = workspaceWith(made[`finished, ${language}`] ?? {});
  const last = readFileSync(join(root, "steps", `4-logout.${language}`), "utf8");
  expect(await run(["check", "4"], { cwd: folder })).toMatchObject({ code: 0 });
  expect(readdirSync(join(root, "steps"))).toHaveLength(4);
  expect(await run(["start", "--step", "5"], { cwd: folder })).toMatchObject({ code: 0, stderr: "" });
  const carried = readFileSync(join(root, "steps", `5-random.${language}`), "utf8");
  expect(carried.startsWith(last.trimEnd())).toBe(true);
  expect(readFileSync(join(root, "steps", `4-logout.${language}`), "utf8")).toBe(last);
});
