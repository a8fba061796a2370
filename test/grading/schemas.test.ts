/** What is written is what the schemas that come with the package say. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { shipped } from "../../src/base/package.ts";
import { run } from "../commands/program.ts";
import { APP, classFolder } from "./class-folder.ts";

function schema(name: string): object {
  return Object(JSON.parse(readFileSync(shipped("schemas", name), "utf8")));
}

it("every line of results.ndjson, and run.json", async () => {
  const folder = classFolder({
    "class/ada.js": APP,
    "class/bob.js": APP.replace("status(204)", "status(200)"),
    "class/needs.js": 'require("dotenv");\n',
    "class/empty/": "",
    "class.csv": "id\nnina\n",
  });
  await run(["grade", "class", "--step", "4", "--roster", "class.csv", "--isolate", "none"], { cwd: folder });
  const read = (name: string) => readFileSync(join(folder, "grades", name), "utf8");
  const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
  const isResult = ajv.compile(schema("grade-row.json"));
  const lines = read("results.ndjson").trimEnd().split("\n");
  expect(lines.map((line) => (isResult(JSON.parse(line)) ? null : isResult.errors))).toEqual(
    lines.map(() => null),
  );
  expect(lines).toHaveLength(5);
  const isHeader = ajv.compile(schema("grade-run.json"));
  expect(isHeader(JSON.parse(read("run.json"))) ? null : isHeader.errors).toBeNull();
  // A score for what could not be graded is what the schema is for.
  const graded: unknown = JSON.parse(lines[0] ?? "");
  expect(isResult({ ...Object(graded), status: "grader-error" })).toBe(false);
});
