/**
 * Whatever bytes are in the learner's file or come back from its server, `check --json` prints one valid document; and
 * whatever a transcript says, judge and diagnosis have an answer.
 */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sendingsOf } from "../dry-run.ts";
import { loadCourse } from "../../src/course/course.ts";
import { adviseOn } from "../../src/check/diagnosis/advise.ts";
import { diagnose } from "../../src/check/diagnosis/diagnose.ts";
import { allHold, firstFailure, judge } from "../../src/check/judge/judge.ts";
import { hearGuest } from "../../src/check/runner/hearing.ts";
import { OutputKeeper } from "../../src/check/runner/output.ts";
import { parseFile } from "../../src/check/source/source.ts";
import type { Event, Exchange, Fault, Holder, Place, Store, Transcript } from "../../src/check/transcript.ts";
import { verdictJson } from "../../src/check/verdict/json.ts";
import { PassThrough } from "node:stream";
import { full } from "../sample.ts";
import { MOST_PRINTED, OBEYED, place, run } from "./run.ts";
import { fc } from "../property.ts";
import { PATIENCE } from "../patience.ts";

/** How many programs are booted, and how many transcripts are judged, for each property. */
const boots = full ? 200 : 5;
const judged = full ? 5_000 : 200;

async function expectOneDocument(where: ReturnType<typeof place>, step: string): Promise<void> {
  const { code, stdout, stderr, left } = await run(
    ["check", step, "--file", "app.js", "--timeout", "1000", "--json"],
    where,
  );
  expect([stderr, left]).toEqual(["", []]);
  const document = JSON.parse(stdout);
  expect(code).toBe(document.passed ? 0 : 1);
  expect(document.diagnosis.length).toBe(document.passed ? 0 : 1);
  expect(stdout.length).toBeLessThan(MOST_PRINTED);
  expect(stdout).not.toMatch(OBEYED);
}

describe("check --json prints one valid document", () => {
  const fragments = fc.constantFrom(
    'const express = require("express");',
    "const app = express();",
    "app.use(express.json());",
    "let refreshTokens = [];",
    'app.post("/login", (req, res) => res.json({ accessToken: "access123", refreshToken: "refresh123" }));',
    'app.post("/token", (req, res) => res.sendStatus(403));',
    "app.listen(3000);",
    "throw null;",
    "process.exit(1);",
    "await 1;",
    "export default app;",
    "{",
    "`",
    "//",
    "\u2028",
    "\0",
  );
  const files = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    fc.string({ unit: "binary", maxLength: 300 }).map((text) => Buffer.from(text)),
    fc
      .array(fc.oneof(fragments, fc.string({ maxLength: 8 })), { maxLength: 12 })
      .map((lines) => Buffer.from(lines.join("\n"))),
  );

  test(
    "whatever bytes are in the learner's file",
    { timeout: PATIENCE + boots * 10_000 },
    async ({ onTestFinished }) => {
      const where = place({ onTestFinished });
      await fc.assert(
        fc.asyncProperty(files, fc.constantFrom("1", "4"), async (bytes, step) => {
          writeFileSync(join(where.folder, "app.js"), bytes);
          await expectOneDocument(where, step);
        }),
        { numRuns: boots },
      );
    },
  );

  const body = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString("latin1"));
  const answers = fc.oneof(
    body,
    fc
      .record({ status: fc.string({ maxLength: 12 }), header: fc.string({ maxLength: 30 }), body })
      .map(({ status, header, body }) => `HTTP/1.1 ${status}\r\n${header}\r\n\r\n${body}`),
    fc
      .record({
        status: fc.integer({ min: 0, max: 1100 }),
        type: fc.constantFrom("application/json", "text/html"),
        json: fc.json({ maxDepth: 4 }),
      })
      .map(
        ({ status, type, json }) =>
          `HTTP/1.1 ${status} X\r\ncontent-type: ${type}\r\nconnection: close\r\n\r\n${json}`,
      ),
  );

  test(
    "whatever comes back from its server",
    { timeout: PATIENCE + boots * 10_000 },
    async ({ onTestFinished }) => {
      const where = place({ onTestFinished });
      await fc.assert(
        fc.asyncProperty(fc.array(answers, { minLength: 1, maxLength: 4 }), async (texts) => {
          writeFileSync(
            join(where.folder, "app.js"),
            `const answers = ${JSON.stringify(texts)}; let n = 0; const app = require("express")();
           app.use((req) => req.socket.end(Buffer.from(answers[n++ % answers.length], "latin1")));
           app.listen(3000);`,
          );
          await expectOneDocument(where, "4");
        }),
        { numRuns: boots },
      );
    },
  );
});

const source = [
  parseFile(
    "/app.js",
    'const express = require("express"); const app = express(); let refreshTokens = [];\napp.post("/token", (req, res) => {\n  if (!refreshTokens.includes(req.body.token)) return res.sendStatus(403);\n  res.json({});\n});\napp.listen(3000);',
  ),
  parseFile("/broken.js", "const {"),
  parseFile("/empty.ts", ""),
];

const text = fc.oneof(
  fc.string({ maxLength: 40, unit: "binary" }),
  fc.constantFrom(
    "refresh123",
    "Cannot find module 'x'",
    "Assignment to constant variable.",
    "x is not defined",
    "/login",
    "POST",
    "",
  ),
);
const placed = fc.option(
  fc.record<Place>({
    file: fc.constantFrom("/app.js", "/broken.js", "/gone.js"),
    line: fc.integer({ min: 1, max: 9 }),
    column: fc.integer({ min: 1, max: 200 }),
  }),
);
const somewhere = fc.record<Place>({
  file: fc.constantFrom("/app.js", "/broken.js", "/gone.js"),
  line: fc.integer({ min: 1, max: 9 }),
  column: fc.integer({ min: 1, max: 200 }),
});
const fault = fc.record<Fault>({
  name: fc.oneof(fc.constantFrom("TypeError", "SyntaxError", "ReferenceError", "Error"), text),
  message: text,
  code: fc.option(
    fc.oneof(
      fc.constantFrom("MODULE_NOT_FOUND", "ERR_HTTP_HEADERS_SENT", "ERR_MODULE_NOT_FOUND", "EADDRINUSE"),
      text,
    ),
  ),
  status: fc.option(fc.integer()),
  stack: text,
  frames: fc.array(somewhere, { maxLength: 3 }),
  own: fc.boolean(),
  place: placed,
});
const event = fc.oneof<fc.Arbitrary<Event>[]>(
  fc.record({
    kind: fc.constant("entered" as const),
    name: text,
    role: fc.constantFrom("handler" as const, "middleware" as const, "error-handler" as const),
    place: placed,
    body: fc.constantFrom(
      "absent" as const,
      "empty" as const,
      "object" as const,
      "text" as const,
      "other" as const,
    ),
  }),
  fc.record({ kind: fc.constant("answered" as const), place: placed }),
  fc.record({ kind: fc.constant("answered-again" as const), place: placed }),
  fc.record({ kind: fc.constantFrom("threw" as const, "uncaught" as const, "caught" as const), fault }),
  fc.record({ kind: fc.constant("warned" as const), name: text, message: text }),
  fc.record({ kind: fc.constant("made-function" as const), name: text, place: placed }),
);
const tokens = fc.array(
  fc.oneof(fc.constantFrom("refresh123", "refresh456", "refresh789"), fc.jsonValue({ maxDepth: 3 })),
  { maxLength: 5 },
);
const store = fc.oneof<fc.Arbitrary<Store>[]>(
  fc.record({
    kind: fc.constant("array" as const),
    tokens,
    scope: fc.constantFrom("closure" as const, "global" as const, "property" as const),
  }),
  fc.record({ kind: fc.constant("other" as const), type: text }),
  fc.constant({ kind: "absent" as const }),
  fc.constant({ kind: "unknown" as const }),
);
const holders = fc.array(fc.record<Holder>({ name: text, type: text, tokens }), { maxLength: 3 });
const up = fc.record({
  outcome: fc.constant("up" as const),
  how: fc.constantFrom("listened" as const, "served" as const, "idle" as const),
});
const boot = fc.oneof<fc.Arbitrary<Transcript["boot"]>[]>(
  up,
  up,
  up,
  fc.record({ outcome: fc.constant("crashed" as const), fault: fc.option(fault, { nil: null }) }),
  fc.record({
    outcome: fc.constant("exited" as const),
    apps: fc.nat(2),
    listened: fc.boolean(),
    called: fc.boolean(),
    place: placed,
  }),
  fc.constant({ outcome: "foreign" as const }),
  fc.record({ outcome: fc.constant("timeout" as const), blocked: fc.boolean(), place: placed }),
);

describe("judge and diagnosis have an answer", async () => {
  const course = loadCourse();
  const sent = new Map(
    await Promise.all(
      course.steps.map(async (step) => {
        const experiments = step.experiments.flatMap(({ scenarios }) => scenarios);
        const [scenarios, tried, afterthoughts] = await Promise.all(
          [step.scenarios, experiments, step.afterthoughts].map(sendingsOf),
        );
        return [step, { scenarios, experiments: tried, afterthoughts }] as const;
      }),
    ),
  );

  function exchangesOf(
    step: (typeof course.steps)[number],
    kind: "scenarios" | "experiments" | "afterthoughts",
  ) {
    const sendings = sent.get(step)?.[kind] ?? [];
    return fc
      .tuple(
        fc.nat(sendings.length),
        ...sendings.map(({ label, actor, scenario, request }) =>
          fc.record<Exchange>({
            label: fc.constant(label),
            actor: fc.constant(actor),
            scenario: fc.constant(scenario),
            world: fc.constant("usual"),
            request: fc.constant(request),
            response: fc.option(
              fc.record({
                status: fc.oneof(
                  fc.constantFrom(200, 201, 204, 401, 403, 404, 500),
                  fc.integer({ min: 100, max: 999 }),
                ),
                headers: fc.oneof(
                  fc.constant({ "content-type": "application/json" }),
                  fc.dictionary(text, text, { maxKeys: 3 }),
                ),
                body: fc.oneof(
                  fc.json({ maxDepth: 3 }),
                  text,
                  fc.constantFrom(
                    '{"accessToken":"access123","refreshToken":"refresh123"}',
                    '{"error":"Forbidden"}',
                    '{"accessToken":"newAccess123"}',
                    "[".repeat(60_000),
                  ),
                ),
                setCookies: fc.array(text, { maxLength: 2 }),
                truncated: fc.boolean(),
              }),
            ),
            error: fc.option(text),
            hang: fc.constantFrom(null, null, null, "waiting" as const, "blocked" as const),
            late: fc.option(fc.record({ answered: fc.boolean(), ms: fc.nat(9000) })),
            blockedAt: placed,
            ms: fc.double({ min: 0, noNaN: true }),
            store,
            stored: fc.option(text),
            holders,
            changedLate: fc.boolean(),
            events: fc.array(event, { maxLength: 5 }),
            ended: fc.boolean(),
          }),
        ),
      )
      .map(([most, ...exchanges]) => exchanges.slice(0, most));
  }

  function transcripts(step: (typeof course.steps)[number], kind: "scenarios" | "experiments") {
    return fc.record<Transcript>({
      file: fc.constant("/app.js"),
      boot,
      storeAtStart: store,
      exchanges: exchangesOf(step, kind),
      afterthoughts: exchangesOf(step, "afterthoughts"),
      moves: fc.constant([]),
      notCopied: fc.constant(null),
      discoveries: fc.constant([]),
      layers: fc.array(
        fc.record({
          role: fc.constantFrom("route" as const, "middleware" as const),
          methods: fc.array(text, { maxLength: 2 }),
          path: text,
          name: text,
          place: placed,
        }),
        { maxLength: 4 },
      ),
      output: fc.array(fc.record({ stream: fc.constantFrom("stdout" as const, "stderr" as const), text }), {
        maxLength: 2,
      }),
      tooSlow: fc.boolean(),
      ending: fc.option(
        fc.record({
          code: fc.option(fc.nat(255)),
          signal: fc.option(fc.constantFrom("SIGKILL", "SIGABRT")),
          cause: fc.constantFrom(
            "exit" as const,
            "fault" as const,
            "memory" as const,
            "signal" as const,
            "channel" as const,
          ),
          place: placed,
        }),
      ),
      ms: fc.nat(),
    });
  }

  for (const step of course.steps) {
    test(`whatever a transcript of step ${step.number} says`, async () => {
      await fc.assert(
        fc.asyncProperty(
          transcripts(step, "scenarios"),
          fc.option(transcripts(step, "experiments")),
          fc.subarray(source),
          async (transcript, experiment, files) => {
            const results = judge(step.checks, transcript);
            const passed = allHold(results);
            const diagnoses = passed
              ? []
              : diagnose(step.mistakes, transcript, results, experiment, { files });
            expect(diagnoses).toHaveLength(passed ? 0 : 1);
            const advice = await adviseOn(step.advice, transcript, () => Promise.resolve({ files }));
            const verdict = {
              step,
              file: "/app.js",
              passed,
              ms: 1,
              results,
              failure: firstFailure(results),
              diagnoses,
              advice,
              transcript,
              experiment,
            };
            JSON.parse(JSON.stringify(verdictJson(verdict, (file) => file)));
          },
        ),
        { numRuns: judged },
      );
    });
  }
});

describe("what comes from the program is bounded", () => {
  test("whatever it writes to the channel, only what carries the secret is heard", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.uint8Array({ maxLength: 50 }),
            fc.constant(Buffer.from('\nsecret {"say":"foreign"}\n')),
            fc.constant(Buffer.from('\nsecret {"say":"up"}\n')),
          ),
        ),
        async (chunks) => {
          const channel = new PassThrough();
          const heard: unknown[] = [];
          hearGuest(
            channel,
            "secret",
            (line) => line,
            (message) => heard.push(message),
          );
          const ended = new Promise((resolve) => channel.on("end", resolve));
          for (const chunk of chunks) channel.write(chunk);
          channel.end();
          await ended;
          const told = chunks.filter((chunk) => Buffer.from(chunk).includes('"foreign"')).length;
          expect(heard).toEqual(Array.from({ length: told }, () => ({ say: "foreign" })));
        },
      ),
      { numRuns: 100 },
    );
  });

  test("however much it prints, the beginning and the end of it are kept", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("stdout" as const, "stderr" as const), fc.nat(60_000)), {
          maxLength: 40,
        }),
        (chunks) => {
          const keeper = new OutputKeeper();
          for (const [stream, size] of chunks) keeper.take(stream, Buffer.alloc(size, "x"));
          const kept = keeper.read();
          const size = kept.reduce((sum, { text }) => sum + text.length, 0);
          expect(size).toBeLessThan(64 * 1024);
          const all = chunks.reduce((sum, [, length]) => sum + length, 0);
          if (all <= 32 * 1024) expect(size).toBe(all);
        },
      ),
      { numRuns: 50 },
    );
  });
});
