/** The route has the right method and a path that is plainly meant to be the right one. */

import { requestLine } from "../../judge/read-transcript.ts";
import type { Exchange, Layer, Transcript } from "../../transcript.ts";
import type { Mistake } from "../mistake.ts";
import { answeredAt, isForPath, reachedRoute, routeFor, takesMethod } from "../read-evidence.ts";

/** What people call these routes elsewhere. */
const OTHER_NAMES: Record<string, readonly string[]> = {
  "/login": [
    "signin",
    "sign-in",
    "log-in",
    "logon",
    "auth",
    "authenticate",
    "session",
    "sessions",
    "users",
    "connect",
  ],
  "/token": ["refresh", "refreshtoken", "renew", "tokens", "newtoken", "access", "accesstoken"],
  "/logout": ["signout", "sign-out", "log-out", "logoff", "revoke", "exit", "delete"],
};

function words(path: string): string[] {
  return path
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
}

/** How many letters have to change to turn one word into the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Whether a route is plainly meant to be the one for `path`: a prefix, a slip of the pen, another common name. */
function isMeant(layer: Layer, path: string): boolean {
  const wanted = path.replace(/^\//, "");
  const joined = words(layer.path).join("");
  if (
    words(layer.path).some((word) => word === wanted || distance(word, wanted) <= (wanted.length > 4 ? 2 : 1))
  )
    return true;
  if (distance(joined, wanted) <= 2) return true;
  const names = OTHER_NAMES[path] ?? [];
  return names.some(
    (name) =>
      joined === name.replace(/\W/g, "") || words(layer.path).includes(name) || joined.includes(wanted),
  );
}

/** The route that stands for the one asked for, or null. */
function meantRoute(transcript: Transcript, { request }: Exchange): Layer | null {
  const asked = new Set(transcript.exchanges.map(({ request: { path } }) => path));
  const candidates = transcript.layers.filter(
    (layer) => layer.role === "route" && ![...asked].some((path) => isForPath(layer, path)),
  );
  const meant = candidates.filter((layer) => isMeant(layer, request.path));
  return meant.find((layer) => takesMethod(layer, request.method)) ?? null;
}

export const routeWrongPath: Mistake = {
  id: "route-wrong-path",
  find({ transcript, exchange }) {
    if (!exchange?.response || reachedRoute(transcript, exchange)) return null;
    const { path } = exchange.request;
    const almost = routeFor(transcript, exchange.request);
    // A router may be strict about capitals and the slash at the end.
    if (almost && (almost.path.split(",").includes(path) || answeredAt(exchange) !== null)) return null;
    const meant = almost ?? meantRoute(transcript, exchange);
    if (!meant) return null;
    return {
      title: `The route answers at ${meant.path} instead of ${path}`,
      why: `The client sends ${requestLine(exchange.request)}. Your route is registered for ${meant.path}, so Express goes past it.`,
      fix: `Register it for ${path}; if it belongs to a router, look at the prefix that app.use mounts it on as well.`,
      place: meant.place,
    };
  },
};
