/** The pictures of the concepts, for `<!-- picture: name -->` in the course's texts. */

import type { Canvas } from "./canvas.ts";
import { drawConversation } from "./diagram.ts";
import type { DrawnExchange } from "./diagram.ts";
import type { Pictures } from "./markdown.ts";
import { glyphsOf, paintOf } from "./style.ts";
import { measureOf, pad, widthOf } from "./text.ts";

const quiet = { requestBody: null, answerBody: null, wrong: null } as const;

/** The pattern from login to logout, as it should go. */
const WHOLE: readonly DrawnExchange[] = [
  { ...quiet, request: "POST /login", status: "200 access + refresh token", store: '["refresh123"]' },
  { ...quiet, request: "POST /token refresh token", status: "200 new access token", store: '["refresh123"]' },
  { ...quiet, request: "POST /logout refresh token", status: "204", store: "[]" },
  { ...quiet, request: "POST /token refresh token", status: "403 Forbidden", store: "[]" },
];

/** What each of the first steps adds to the conversation. */
const STORE: readonly DrawnExchange[] = [
  { ...quiet, request: "POST /login", status: "200 both tokens", store: '["refresh123"]' },
];
const RENEWAL: readonly DrawnExchange[] = [
  { ...quiet, request: "GET /data", status: "401 the access token has expired", store: null },
  {
    ...quiet,
    request: "POST /token",
    requestBody: '{"refreshToken":"refresh123"}',
    status: "200",
    answerBody: '{"accessToken":"newAccess123"}',
    store: '["refresh123"]',
  },
  { ...quiet, request: "GET /data, once more", status: "200 the data", store: null },
];
const REVOCATION: readonly DrawnExchange[] = [
  {
    ...quiet,
    request: "POST /logout",
    requestBody: '{"refreshToken":"refresh123"}',
    status: "204",
    store: "[]",
  },
  {
    ...quiet,
    request: "POST /token",
    requestBody: '{"refreshToken":"refresh123"}',
    status: "403",
    answerBody: '{"error":"Forbidden"}',
    store: "[]",
  },
];

/** The whole exchange: login, renewal, logout, and the renewal that is refused after it. */
export function drawWholeExchange(canvas: Canvas): string {
  return drawConversation(WHOLE, canvas, "[]").trimEnd();
}

/** How many access tokens the picture shows for one refresh token. */
const RENEWALS = 4;

/** The lifetimes of both tokens on a time line: one refresh token, and short access tokens one after another. */
function drawLifetimes(canvas: Canvas): string {
  const { bold, cyan, green } = paintOf(canvas);
  const { full, half, line, tick, toServer } = glyphsOf(canvas);
  const names = { access: "access token", refresh: "refresh token" };
  const margin = widthOf(names.refresh) + 2;
  const width = Math.min(measureOf(canvas), 76) - margin - 1;
  const each = Math.max(2, Math.floor(width / RENEWALS));
  const span = each * RENEWALS;
  const access = Array.from({ length: RENEWALS }, (_, index) =>
    (index % 2 === 0 ? full : half).repeat(each),
  ).join("");
  const axis = `${tick}${line.repeat(each - 1)}`.repeat(RENEWALS) + toServer;
  const marks = Array.from({ length: RENEWALS }, (_, index) =>
    pad(index === 0 ? "login" : "renew", each),
  ).join("");
  const fits = each > 5;
  return [
    `${bold(pad(names.refresh, margin))}${green(full.repeat(span))}`,
    `${bold(pad(names.access, margin))}${cyan(access)}`,
    `${" ".repeat(margin)}${axis}`,
    `${" ".repeat(margin)}${fits ? marks.trimEnd() : "login, then renewals"}`,
    `${" ".repeat(margin)}time ${line}${toServer}`,
  ].join("\n");
}

/** All pictures by name. */
export function picturesOf(canvas: Canvas): Pictures {
  const draw = (exchanges: readonly DrawnExchange[], storeAtStart: string) =>
    drawConversation(exchanges, canvas, storeAtStart).trimEnd();
  return {
    lifetimes: drawLifetimes(canvas),
    exchange: drawWholeExchange(canvas),
    store: draw(STORE, "[]"),
    renewal: draw(RENEWAL, '["refresh123"]'),
    revocation: draw(REVOCATION, '["refresh123"]'),
  };
}
