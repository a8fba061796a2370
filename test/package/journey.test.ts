/** What users get: the packed tarball, installed in an empty folder, used from the first lesson to the last pass. */

import { execFile } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { shipped } from "../../src/base/package.ts";
import { emptyFolder, solution } from "../commands/program.ts";

const run = promisify(execFile);

/** No proxy answers here: whoever wants the network is told so at once. */
const noNetwork = {
  npm_config_offline: "true",
  HTTP_PROXY: "http://127.0.0.1:9",
  HTTPS_PROXY: "http://127.0.0.1:9",
};

async function install(folder: string): Promise<void> {
  // The build stands already; other tests are using it.
  const { stdout } = await run("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], {
    cwd: shipped(),
  });
  const [{ filename }] = JSON.parse(stdout);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
  await run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", `./${filename}`], {
    cwd: folder,
  });
}

test("the installed package leads from the first lesson to the last pass, without a network", async () => {
  const folder = emptyFolder();
  await install(folder);
  const tutor = async (...words: string[]) => {
    const ending = run("npx", ["--no-install", "refresh-tutor", ...words], {
      cwd: folder,
      env: { ...process.env, ...noNetwork, NO_COLOR: "1" },
    });
    return ending.then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
    );
  };
  const file = (name: string) => join(folder, "refresh-tutor", "steps", name);

  const start = await tutor("start");
  expect(start.code).toBe(0);
  expect(start.stdout).toContain("1-login.js");

  const names = ["1-login.js", "2-store.js", "3-token.js", "4-logout.js"];
  for (const [index, name] of names.entries()) {
    const before = await tutor("check");
    expect(before.code, before.stdout).toBe(1);
    writeFileSync(file(name), solution(name));
    const after = await tutor("check");
    expect(after.code, after.stdout).toBe(0);
    const next = names[index + 1];
    // Carried forward: the learner's own code, with the next task at its end.
    if (next) expect(readFileSync(file(next), "utf8").startsWith(solution(name).trimEnd())).toBe(true);
  }
  const status = await tutor("status", "--json");
  expect(JSON.parse(status.stdout)).toMatchObject({ schema: 1 });
  expect((await tutor("status")).stdout).toMatch(/4 of 4/);
  expect(
    readdirSync(folder).filter((name) => !/^(package(-lock)?\.json|node_modules|.*\.tgz)$/.test(name)),
  ).toEqual(["refresh-tutor"]);
}, 240_000);
