/**
 * The documents of `--json` are what their types and schemas say. The schemas in schemas/ are made of the types by
 * `npm run schemas`; they allow more fields, since later versions may add some, while these tests allow none.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { Ajv } from "ajv";
import {
  createFormatter,
  createParser,
  createProgram,
  DEFAULT_CONFIG,
  SchemaGenerator,
} from "ts-json-schema-generator";
import { describe, expect, it } from "vitest";
import { shipped } from "../../src/base/package.ts";
import { verdictJson, verdictsJson } from "../../src/check/verdict/json.ts";
import { loadCourse } from "../../src/course/course.ts";
import { commandTable } from "../command-table.ts";
import { emptyFolder, freshWorkspace, run, solution } from "../commands/program.ts";
import { nameOf, programsOf, SETS } from "../programs.ts";
import { readRecord } from "../recording/files.ts";
import { replay } from "../recording/replay.ts";
import { sample } from "../sample.ts";

/** The type of each document, by the name of its schema: a command, and the option that brings another document. */
const DOCUMENTS = {
  check: "CheckDocument",
  "check-all": "CheckAllDocument",
  doctor: "DoctorDocument",
  quiz: "QuizDocument",
  status: "StatusDocument",
};
type Name = keyof typeof DOCUMENTS;
const names = ["check", "check-all", "doctor", "quiz", "status"] as const satisfies readonly Name[];

const setting = {
  path: shipped("src/base/documents.ts"),
  tsconfig: shipped("tsconfig.json"),
  skipTypeCheck: true,
};
const config = { ...DEFAULT_CONFIG, ...setting };
const types = createProgram(config);

function generatorOf(additionalProperties: boolean): SchemaGenerator {
  const own = { ...config, additionalProperties };
  return new SchemaGenerator(types, createParser(types, own), createFormatter(own), own);
}

const open = generatorOf(true);
const closed = generatorOf(false);

/** What is wrong with a document; null: nothing. */
function faultsIn(name: Name): (document: unknown) => string | null {
  const ajv = new Ajv({ allowUnionTypes: true });
  const schema: Record<string, unknown> = { ...closed.createSchema(DOCUMENTS[name]) };
  const validate = ajv.compile(schema);
  return (document) => (validate(document) ? null : ajv.errorsText(validate.errors));
}

describe.each(names)("schemas/%s.json", (name) => {
  it("is what the type says", () => {
    const file = shipped("schemas", `${name}.json`);
    const text = `${JSON.stringify(open.createSchema(DOCUMENTS[name]), null, 2)}\n`;
    if (process.env["RECORD"]) writeFileSync(file, text);
    expect(readFileSync(file, "utf8")).toBe(text);
  });
});

it("every command with --json has a schema", async () => {
  const { commands } = await commandTable();
  const documented = commands.flatMap(({ name, options }) => (options.includes("--json") ? [name] : []));
  expect(documented.toSorted()).toEqual(names.filter((name) => name !== "check-all"));
});

describe("documents", () => {
  it("of recorded programs", async () => {
    const course = loadCourse();
    const faults = faultsIn("check");
    const verdicts = await Promise.all(
      sample(SETS.flatMap(programsOf), 60, nameOf).map(async (program) => {
        const record = readRecord(program);
        return record ? [await replay(course, program, record.recording)] : [];
      }),
    );
    const documents = verdicts.flat().map((verdict) => verdictJson(verdict, (file) => file));
    expect([...new Set(documents.map(faults))]).toEqual([null]);
    expect(faultsIn("check-all")(verdictsJson(verdicts.flat().slice(0, 5), (file) => file))).toBeNull();
  });

  it("of a check in which the clock moves and the power is cut", async () => {
    const words = ["check", "11", "--json", "--file", shipped("solutions/11-restart.js")];
    const document = JSON.parse((await run(words, { cwd: emptyFolder() })).stdout);
    expect(faultsIn("check")(document)).toBeNull();
    const kinds = document.moves.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["clock", "cut", "boot"]));
  });

  it("of commands in a workspace and without one", async () => {
    const { run: inWorkspace, write } = await freshWorkspace();
    const document = async (...words: string[]): Promise<unknown> =>
      JSON.parse((await inWorkspace(...words, "--json")).stdout);
    const status = faultsIn("status");
    expect(status(await document("status"))).toBeNull();
    expect(faultsIn("check")(await document("check"))).toBeNull();
    write("1-login.js", solution("1-login.js"));
    expect(faultsIn("check-all")(await document("check", "--all"))).toBeNull();
    expect(faultsIn("doctor")(await document("doctor"))).toBeNull();
    expect(faultsIn("quiz")(await document("quiz", "--seed", "7"))).toBeNull();
    await inWorkspace("start", "--step", "5");
    expect(status(await document("status"))).toBeNull();
    const { stdout } = await run(["doctor", "--json"], { cwd: emptyFolder() });
    expect(faultsIn("doctor")(JSON.parse(stdout))).toBeNull();
  });

  it("that lack a field or have one too many are found", () => {
    const right = {
      schema: 1,
      kind: "test",
      seed: 7,
      score: 0,
      total: 0,
      answers: [],
      strength: "weak",
      part: "one",
    };
    const faults = faultsIn("quiz");
    expect(faults(right)).toBeNull();
    expect(faults({ ...right, more: 1 })).toContain("additional properties");
    expect(faults({ ...right, seed: undefined })).toContain("seed");
  });
});
