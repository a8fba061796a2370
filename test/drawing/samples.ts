/** Verdicts and transcripts as plain data: nothing is booted for a drawing. */

import { firstFailure } from "../../src/check/judge/judge.ts";
import type { Step } from "../../src/check/step.ts";
import type { Diagnosis } from "../../src/check/diagnosis/mistake.ts";
import { failed, passed, skipped } from "../../src/check/judge/check.ts";
import type { CheckResult, Finding } from "../../src/check/judge/check.ts";
import { answersInTime, answersOnce, keepsRunning, starts } from "../../src/check/judge/general.ts";
import type { Exchange, Output, Response, Store, Transcript } from "../../src/check/transcript.ts";
import type { Canvas } from "../../src/drawing/canvas.ts";
import type { Verdict } from "../../src/check/verdict/verdict.ts";

const FILE = "/home/ada/refresh-tutor/steps/3-token.js";

export const SOURCE = `const express = require("express");
const app = express();
app.use(express.json());
let refreshTokens = [];

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res) => {
  const { refreshToken } = req.body;
  if (refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: "Forbidden" });
  }
  res.json({ accessToken: "newAccess123" });
});

app.listen(3000);
`;

export function canvas(width: number, more: Partial<Canvas> = {}): Canvas {
  return { width, color: false, unicode: true, links: false, ...more };
}

/** How the samples' files are named and read. */
export const files = {
  nameFile: (file: string) => file.replace("/home/ada/refresh-tutor/", ""),
  sourceOf: (file: string) => (file === FILE ? SOURCE : null),
};

const step: Step = {
  number: 3,
  name: "token",
  title: "Trade for an access token",
  learned:
    "Your server gives a new access token for a refresh token it knows, and refuses every other with 403.",
  part: "one",
  scenarios: [],
  experiments: [],
  afterthoughts: [],
  checks: [],
  mistakes: [],
  advice: [],
  trial: [],
};

function array(...tokens: unknown[]): Store {
  return { kind: "array", tokens, scope: "closure" };
}

function json(status: number, body: unknown): Response {
  const headers = { "content-type": "application/json; charset=utf-8" };
  return { status, headers, body: JSON.stringify(body), setCookies: [], truncated: false };
}

/** An exchange as it should go; `more` says what is different. */
function exchange(label: string, path: string, body: unknown, more: Partial<Exchange> = {}): Exchange {
  return {
    label,
    actor: "ada",
    scenario: "renewal",
    world: "usual",
    stored: null,
    request: {
      method: "POST",
      path,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    },
    response: json(200, { accessToken: "newAccess123" }),
    error: null,
    hang: null,
    blockedAt: null,
    ms: 2,
    late: null,
    store: array("refresh123"),
    changedLate: false,
    holders: [],
    events: [],
    ended: false,
    ...more,
  };
}

const forbidden = json(403, { error: "Forbidden" });

const login = exchange(
  "login",
  "/login",
  { username: "ada", password: "lovelace" },
  { response: json(200, { accessToken: "access123", refreshToken: "refresh123" }) },
);

export function transcript(exchanges: Exchange[], more: Partial<Transcript> = {}): Transcript {
  return {
    file: FILE,
    boot: { outcome: "up", how: "listened" },
    storeAtStart: array(),
    exchanges,
    afterthoughts: [],
    moves: [],
    notCopied: null,
    discoveries: [],
    layers: [],
    output: [],
    ending: null,
    tooSlow: false,
    ms: 180,
    ...more,
  };
}

function result(id: string, title: string, label: string | null, finding: Finding): CheckResult {
  return { check: { id, title, exchange: label, judge: () => finding }, finding };
}

/** The results of the general checks, after the start; `inTime` where not every request was answered. */
function general(inTime: Finding = passed): CheckResult[] {
  return [
    { check: answersInTime, finding: inTime },
    { check: answersOnce, finding: passed },
    { check: keepsRunning, finding: passed },
  ];
}

/** The checks of step 3; `findings` for those about /token, in order. */
function results(findings: readonly Finding[], inTime: Finding = passed): CheckResult[] {
  const [before = passed, unknown = passed, renews = passed, again = passed] = findings;
  return [
    { check: starts, finding: passed },
    result("login-access-token", "POST /login answers with the access token", "login", passed),
    result("store-holds-token", 'It holds "refresh123" after a login', "login", passed),
    result(
      "token-refuses-before-login",
      "POST /token refuses the token before any login",
      "token-before-login",
      before,
    ),
    result("token-refuses-unknown", "POST /token refuses an unknown token", "token-unknown", unknown),
    result(
      "token-renews",
      "POST /token answers a known token with a new access token",
      "token-known",
      renews,
    ),
    result("token-renews-again", "The same token renews a second time", "token-known-again", again),
    ...general(inTime),
  ];
}

function verdict(more: Partial<Verdict>): Verdict {
  const exchanges = [
    exchange(
      "token-before-login",
      "/token",
      { refreshToken: "refresh123" },
      { response: forbidden, store: array() },
    ),
    login,
    exchange("token-unknown", "/token", { refreshToken: "refresh999" }, { response: forbidden }),
    exchange("token-known", "/token", { refreshToken: "refresh123" }),
    exchange("token-known-again", "/token", { refreshToken: "refresh123" }),
  ];
  const verdict = {
    step,
    file: FILE,
    passed: true,
    ms: 212,
    results: results([]),
    diagnoses: [],
    advice: [],
    experiment: null,
    transcript: transcript(exchanges),
    ...more,
  };
  return { ...verdict, failure: firstFailure(verdict.results) };
}

export const passing = verdict({});

const emptyBody: Diagnosis = {
  id: "empty-body-crash",
  title: "A request without a body gets a 500",
  why: "Without a body, `req.body` is undefined in Express 5, and taking `refreshToken` out of it throws.",
  fix: "Read it with `req.body?.refreshToken`: then a missing token is refused like an unknown one.",
  place: { file: FILE, line: 12, column: 11 },
};

export const withAdvice = verdict({ advice: [emptyBody] });

const inverted: Diagnosis = {
  id: "token-condition-inverted",
  title: "`/token` refuses exactly the tokens it should accept",
  why:
    "The handler answers 403 when the token is in `refreshTokens`, and gives a new access token when it is not: " +
    "the condition is the wrong way round.",
  fix: "Refuse when the array does not include the token: look at the condition of the `if`.",
  place: { file: FILE, line: 13, column: 7 },
};

const renewed = json(200, { accessToken: "newAccess123" });
const notForbidden = failed('403 with {"error":"Forbidden"}', '200 with {"accessToken":"newAccess123"}');
const notRenewed = failed('2xx with {"accessToken":"newAccess123"}', '403 with {"error":"Forbidden"}');

const printed: Output[] = [
  { stream: "stdout", text: "Listening on http://localhost:3000\n" },
  { stream: "stdout", text: "token asked for: refresh123\n" },
];

/** A condition the wrong way round: a diagnosis with a place. */
export const invertedCondition = verdict({
  passed: false,
  results: results([notForbidden, notForbidden, notRenewed, notRenewed]),
  diagnoses: [inverted],
  transcript: transcript(
    [
      exchange(
        "token-before-login",
        "/token",
        { refreshToken: "refresh123" },
        { response: renewed, store: array() },
      ),
      login,
      exchange("token-unknown", "/token", { refreshToken: "refresh999" }),
      exchange("token-known", "/token", { refreshToken: "refresh123" }, { response: forbidden }),
    ],
    { output: printed },
  ),
});

const noAnswer = failed('403 with {"error":"Forbidden"}', "no answer within 2000 ms");

/** A handler that never answers. */
export const hanging = verdict({
  passed: false,
  results: results(
    [noAnswer, skipped, skipped, skipped],
    failed("an answer to every request", "POST /token: no answer within 2000 ms"),
  ),
  diagnoses: [
    {
      id: "handler-hangs",
      title: "`POST /token` never answers",
      why: "The handler came to its end without `res.json`, `res.status(…).end` or the like, so the client waits.",
      fix: "Follow the handler on every way through it: each has to end with one answer.",
      place: { file: FILE, line: 11, column: 1 },
    },
  ],
  transcript: transcript([
    exchange(
      "token-before-login",
      "/token",
      { refreshToken: "refresh123" },
      { response: null, error: "no answer within 2000 ms", hang: "waiting", store: array() },
    ),
    login,
  ]),
});

const stack = `${FILE}:4
let refreshTokens = tokens;
                    ^

ReferenceError: tokens is not defined
    at Object.<anonymous> (${FILE}:4:21)
    at Module._compile (node:internal/modules/cjs/loader:1554:14)
    at Object.handle (/home/ada/.npm/_npx/1/node_modules/refresh-tutor/dist/guest/main.cjs:74:7)
    at Socket.emit (node:events:524:28)

Node.js v20.20.2
`;

/** A program that throws before it is up. */
export const crashed = verdict({
  passed: false,
  results: [
    {
      check: starts,
      finding: failed("a running Express app", "ReferenceError: tokens is not defined"),
    },
    ...results([])
      .slice(1)
      .map(({ check }) => ({ check, finding: skipped })),
  ],
  diagnoses: [
    {
      id: "crash-on-start",
      title: "The program ends with an error before it is up",
      why: "`tokens` is used but never declared: ReferenceError: tokens is not defined.",
      fix: "Declare it first, or use the name that you declared.",
      place: { file: FILE, line: 4, column: 21 },
    },
  ],
  transcript: transcript([], {
    boot: { outcome: "crashed", fault: null },
    output: [{ stream: "stderr", text: stack }],
    ending: { code: 1, signal: null, cause: "exit", place: null },
  }),
});

/** What the judge makes of Express's own page for an error that a handler threw. */
const page = "500 with an error page: TypeError: refreshTokens.contains is not a function";

/** Texts from outside with everything in them that a terminal would obey, in every place where they are shown. */
export function hostile(text: string): Verdict {
  const finding = failed("403", `200 with ${text}`);
  return verdict({
    passed: false,
    file: `/home/ada/${text}.js`,
    results: [
      result("title", `A title ${text}`, "first", passed),
      result("other", `Another ${text}`, "first", finding),
    ],
    diagnoses: [
      {
        id: "x",
        title: `t ${text}`,
        why: `w ${text}`,
        fix: `f ${text}`,
        place: { file: text, line: 1, column: 2 },
      },
    ],
    transcript: transcript(
      [
        exchange("first", `/${text}`, text, {
          response: { status: 200, headers: {}, body: text, setCookies: [], truncated: false },
          store: array(text),
        }),
        exchange("second", `/${text}`, text, { response: null, error: text }),
      ],
      { output: [{ stream: "stdout", text: `${text}\n${text}` }] },
    ),
  });
}

/** A handler that throws: what was received is a page of HTML. */
export const throwing = verdict({
  passed: false,
  results: results([failed('403 with {"error":"Forbidden"}', page), skipped, skipped, skipped]),
  diagnoses: [
    {
      id: "handler-throws",
      title: "The handler of `POST /token` throws",
      why: "TypeError: refreshTokens.contains is not a function. Arrays have no such method.",
      fix: "Look for the method of arrays that says whether an element is in it.",
      place: { file: FILE, line: 13, column: 21 },
    },
  ],
});
