/** Transcripts as plain data: nothing is booted for a judgement. */

import type { Exchange, Request, Response, Transcript } from "../src/check/transcript.ts";

const file = "/app.js";

/** A JSON answer. */
export function json(status: number, body: unknown): Response {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(body),
    setCookies: [],
    truncated: false,
  };
}

/** A POST of JSON that was answered, unless told otherwise. */
export function exchange(label: string, path: string, more: Partial<Exchange> = {}): Exchange {
  const request: Request = {
    method: "POST",
    path,
    headers: { "content-type": "application/json" },
    body: "{}",
  };
  return {
    label,
    actor: "ada",
    scenario: "",
    world: "usual",
    stored: null,
    request,
    response: json(200, {}),
    error: null,
    hang: null,
    blockedAt: null,
    ms: 1,
    late: null,
    store: { kind: "array", tokens: [], scope: "closure" },
    changedLate: false,
    holders: [],
    events: [],
    ended: false,
    ...more,
  };
}

/** The transcript of an app that came up. */
export function transcript(exchanges: readonly Exchange[], more: Partial<Transcript> = {}): Transcript {
  return {
    file,
    boot: { outcome: "up", how: "listened" },
    storeAtStart: { kind: "array", tokens: [], scope: "closure" },
    exchanges: [...exchanges],
    afterthoughts: [],
    moves: [],
    notCopied: null,
    discoveries: [],
    layers: [],
    output: [],
    ending: null,
    tooSlow: false,
    ms: 1,
    ...more,
  };
}

/** A place in the app's file. */
export function line(number: number) {
  return { file, line: number, column: 1 };
}
