/** A route has the right method, but a path that only resembles the right one. */

import { distance } from "../../../base/nearest.ts";
import { requestLine } from "../../judge/read-transcript.ts";
import { findInSource, placeOfFound } from "../../source/found.ts";
import type { Found } from "../../source/found.ts";
import { onlyPlace } from "../../source/landmarks.ts";
import { loadOfName } from "../../source/modules.ts";
import type { Source } from "../../source/source.ts";
import { child, list, nameOf, stringOf } from "../../source/syntax.ts";
import { textOfPath } from "../../source/tables.ts";
import type { Exchange, Layer, Place, Transcript } from "../../transcript.ts";
import type { Mistake } from "../mistake.ts";
import { answeredAt, isForPath, reachedRoute, routeFor, takesMethod } from "../read-evidence.ts";

/** Other names that people give to these routes. */
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

/** The words of the last part of a path that says what it is about: of /sessions/new it is "sessions". */
function lastPart(path: string): string[] {
  const parts = path.split("/").filter((part) => part !== "" && !part.startsWith(":"));
  return words(parts.findLast((part) => !/^(create|new|start|do)$/i.test(part)) ?? "");
}

/** A path that ends with one of these words is a route for something else. */
const OF_THEIR_OWN = [
  "register",
  "signup",
  "users",
  "user",
  "forgot",
  "reset",
  "verify",
  "me",
  "profile",
  "password",
];

/**
 * How clearly a route is meant to be the one for `path`: 3 with a prefix, 2 with a typing error, 1 with another common
 * name, 0 not at all.
 */
function likeness(layer: Layer, path: string): number {
  const wanted = path.replace(/^\//, "");
  const inPath = words(layer.path);
  const last = inPath.at(-1) ?? "";
  const joined = inPath.join("");
  const slip = (word: string) => distance(word, wanted) <= (wanted.length > 4 ? 2 : 1);
  if (last === wanted) return 3;
  if (OF_THEIR_OWN.includes(last)) return 0;
  if (slip(last) || distance(joined, wanted) <= 2) return 2;
  const names = (OTHER_NAMES[path] ?? []).map((name) => name.replace(/\W/g, ""));
  // A prefix alone says nothing: under /auth there are many things.
  const end = lastPart(layer.path);
  const named = names.some((name) => joined === name || end.join("") === name || end.includes(name));
  return named || joined.includes(wanted) || inPath.some(slip) ? 1 : 0;
}

/** The route that the learner meant for the request, or null. */
function meantRoute(transcript: Transcript, { request }: Exchange): Layer | null {
  const asked = new Set(transcript.exchanges.map(({ request: { path } }) => path));
  const candidates = transcript.layers.filter(
    (layer) =>
      layer.role === "route" &&
      takesMethod(layer, request.method) &&
      ![...asked].some((path) => isForPath(layer, path)),
  );
  const [meant] = candidates
    .filter((layer) => likeness(layer, request.path) > 0)
    .toSorted((a, b) => likeness(b, request.path) - likeness(a, request.path));
  return meant ?? null;
}

/** Every `use` of the source that mounts something on a path (without a slash at its end). */
function mountsOn(source: Source, path: string): Found[] {
  return findInSource(source, (node) => {
    const callee = node.type === "CallExpression" ? child(node, "callee") : null;
    const [first] = list(node, "arguments");
    return nameOf(callee) === "use" && first !== undefined && stringOf(first)?.replace(/\/$/, "") === path;
  });
}

/** Whether a `use` mounts what another file (absolute) exports. */
function mountsFile(source: Source, { file, node }: Found, mounted: string): boolean {
  return list(node, "arguments").some((argument) => {
    const name = argument.type === "Identifier" ? nameOf(argument) : null;
    return name !== null && loadOfName(source, file, name)?.path === mounted;
  });
}

/**
 * Where a router is mounted on a prefix that does not belong into the path, or an app on the whole path of its only
 * route; null where there is none, or where the source does not show which of several it is.
 */
function placeOfMount(source: Source, { path: found, place }: Layer, wanted: string): Place | null {
  const prefix = found.endsWith(wanted) ? found.slice(0, -wanted.length) : "";
  if (!prefix.startsWith("/")) return null;
  const onPrefix = mountsOn(source, prefix);
  const [only, ...others] = onPrefix;
  if (only && others.length === 0) return placeOfFound(only);
  // Of several, it is the one that mounts the file of the route. A limiter is often mounted on a whole path as well.
  const own = [...onPrefix, ...mountsOn(source, found)].filter(
    (one) => place !== null && one.file !== place.file && mountsFile(source, one, place.file),
  );
  return onlyPlace(own);
}

export const routeWrongPath: Mistake = {
  id: "route-wrong-path",
  find({ transcript, exchange, source }) {
    if (!exchange?.response || reachedRoute(transcript, exchange)) return null;
    const { path } = exchange.request;
    const almost = routeFor(transcript, exchange.request);
    // A router can be strict about capital letters and about a slash at the end.
    if (almost && (almost.path.split(",").includes(path) || answeredAt(exchange) !== null)) return null;
    const meant = almost ?? meantRoute(transcript, exchange);
    if (!meant) return null;
    const text = textOfPath(source, meant);
    if (meant.path === path.slice(1)) {
      return {
        title: `The path ${meant.path} lacks its slash`,
        why: `A path begins with a slash. Your route is registered for "${meant.path}", and no request ever has such a path: the client sends ${requestLine(exchange.request)}, so Express goes past it.`,
        fix: `Put the slash in front: ${path}.`,
        place: text ?? meant.place,
      };
    }
    const mount = placeOfMount(source, meant, path);
    return {
      title: `The route answers at ${meant.path} instead of ${path}`,
      why: `The client sends ${requestLine(exchange.request)}. Your route is registered for ${meant.path}, so Express goes past it.`,
      fix: mount
        ? `app.use puts this path before every path of what it mounts. Change one of the two: both together should be ${path}.`
        : text
          ? `Write ${path} here instead.`
          : `Register it for ${path}; if it belongs to a router, look at the prefix that app.use mounts it on as well.`,
      place: mount ?? text ?? meant.place,
    };
  },
};
