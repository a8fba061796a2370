/** The apps of the program, and the layers (routes, middlewares, routers) that Express 4 and 5 keep in them. */

import type { Layer, Place } from "../../transcript.ts";
import { hasMembers } from "./wrap.ts";

/** The part of an Express app that is used here. An app is a request listener. */
export interface App {
  (request: object, response: object): void;
  parent?: unknown;
  mountpath?: unknown;
  locals?: unknown;
  router?: unknown;
  _router?: unknown;
}

/** Every app that the learner's program has made, in order. */
export const apps: App[] = [];

/** Where a layer or a route was registered, and as what. */
export const registered = new WeakMap<
  object,
  { place: Place | null; path: unknown; role: "use" | "route" }
>();

/** Whether something is an app that express() made. */
export function isApp(value: unknown): value is App {
  return typeof value === "function" && "handle" in value && "set" in value && "listen" in value;
}

/** The layers of a router; empty for anything else. */
export function stackOf(router: unknown): unknown[] {
  const stack = hasMembers(router) ? router["stack"] : undefined;
  return Array.isArray(stack) ? stack : [];
}

/** Whether a layer only passes requests on to others, or comes from Express 4 itself. */
export function onlyPassesOn(layer: Record<string, unknown>): boolean {
  const handle = layer["handle"];
  if (layer["route"]) return true;
  if (hasMembers(handle) && "stack" in handle) return true;
  return ["query", "expressInit", "mounted_app"].includes(String(layer["name"]));
}

function text(path: unknown): string {
  if (Array.isArray(path)) return path.map(text).join(",");
  return typeof path === "string" || path instanceof RegExp ? String(path) : "/";
}

/** A path below a prefix. Without a prefix it stays as it was written, even where its first slash is missing. */
function join(prefix: string, path: string): string {
  if (prefix === "" || prefix === "/") return path;
  const joined = `${prefix.replace(/\/+$/, "")}/${path.replace(/^\/+/, "")}`;
  return joined.length > 1 ? joined.replace(/\/+$/, "") : joined;
}

/**
 * The router of an app. Express 4 has `_router`, once there is a layer, and its `router` throws. Express 5 has only
 * `router`.
 */
function routerOf(app: App): unknown {
  try {
    return app._router ?? app.router;
  } catch {
    return undefined;
  }
}

/** The layers of an app or a router, of Express 4 or 5. */
function layersOf(holder: unknown): Record<string, unknown>[] {
  if (!hasMembers(holder)) return [];
  return stackOf(isApp(holder) ? routerOf(holder) : holder).filter(hasMembers);
}

/**
 * Whether a layer holds one of Express's own middlewares. The variables that these close over are not the learner's.
 */
export function isOfExpress(layer: Record<string, unknown>): boolean {
  const names = ["jsonParser", "urlencodedParser", "textParser", "rawParser", "serveStatic"];
  return names.includes(String(layer["name"]));
}

/**
 * Every function of the learner's that a request to the app may reach: first those of the login, because of two lists
 * with one name the one that a login fills is the store; then the others, in order.
 */
export function functionsOf(app: unknown): object[] {
  const all = handlersIn(app, "", 0);
  const isOfLogin = ({ path }: (typeof all)[number]) => /\blog-?in\b/i.test(path);
  return [...all.filter(isOfLogin), ...all.filter((one) => !isOfLogin(one))].map(({ handler }) => handler);
}

function handlersIn(holder: unknown, prefix: string, depth: number): { handler: object; path: string }[] {
  if (depth > 8) return [];
  return layersOf(holder).flatMap((layer) => {
    const path = join(prefix, text(registered.get(layer)?.path));
    const route = layer["route"];
    if (route)
      return stackOf(route).flatMap((inner) =>
        hasMembers(inner) && hasMembers(inner["handle"]) ? [{ handler: inner["handle"], path }] : [],
      );
    const handle = layer["handle"];
    if (!hasMembers(handle) || isOfExpress(layer)) return [];
    return "stack" in handle ? handlersIn(handle, path, depth + 1) : [{ handler: handle, path }];
  });
}

/** The objects of an app in which a learner may keep things: app.locals, and the app itself. */
export function statesOf(app: App): object[] {
  const { locals } = app;
  return [...(hasMembers(locals) ? [locals] : []), ...(Object.hasOwn(app, "refreshTokens") ? [app] : [])];
}

/**
 * The app's routes and middlewares in the order in which Express asks them, with those of nested routers in between.
 */
export function tableOf(holder: unknown, prefix = "", depth = 0): Layer[] {
  if (depth > 8) return [];
  return layersOf(holder).flatMap((layer): Layer[] => {
    const known = registered.get(layer);
    const path = join(prefix, text(known?.path));
    const place = known?.place ?? null;
    const route = layer["route"];
    if (hasMembers(route)) {
      const methods = hasMembers(route["methods"]) ? Object.keys(route["methods"]) : [];
      const upper = methods.map((method) => (method === "_all" ? "ALL" : method.toUpperCase()));
      return [{ role: "route", methods: upper, path, name: "", place }];
    }
    const handle = layer["handle"];
    if (hasMembers(handle) && "stack" in handle) return tableOf(handle, path, depth + 1);
    const mounted =
      layer["name"] === "mounted_app" && apps.find((app) => app.parent && app.mountpath === known?.path);
    if (mounted) return tableOf(mounted, path, depth + 1);
    if (known === undefined && onlyPassesOn(layer)) return [];
    return [{ role: "middleware", methods: [], path, name: String(layer["name"] ?? ""), place }];
  });
}
