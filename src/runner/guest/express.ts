/** Watches Express 4 and 5 from inside: which apps are made, which layers they have, what each request runs into. */

import { ServerResponse } from "node:http";
import type { Event, Layer, Place } from "../../transcript.ts";
import { tell } from "./channel.ts";
import { blame, faultOf, placeNow } from "./places.ts";

/** The part of an Express app that is used here. It is a request listener. */
export interface App {
  (request: object, response: object): void;
  parent?: unknown;
  mountpath?: unknown;
  locals?: unknown;
  router?: unknown;
  _router?: unknown;
}

const { apply } = Reflect;

type Method = (this: object, ...args: unknown[]) => unknown;

/** Every app that the learner's program has made, in order. */
export const apps: App[] = [];

/** How many requests the program has received. */
export let received = 0;

const numbers = new WeakMap<object, number>();
const registered = new WeakMap<object, { place: Place | null; path: unknown; role: "use" | "route" }>();
const watched = new WeakSet<object>();

function isRecord(value: unknown): value is Record<string, unknown> {
  return (typeof value === "object" || typeof value === "function") && value !== null;
}

/** Whether something is an app that express() made. */
export function isApp(value: unknown): value is App {
  return typeof value === "function" && "handle" in value && "set" in value && "listen" in value;
}

/** Replaces a method by one that is given the original to call. */
function wrap(
  holder: Record<string, unknown>,
  name: string,
  around: (original: (self: object, args: unknown[]) => unknown) => Method,
): void {
  const original = holder[name];
  if (typeof original === "function") holder[name] = around((self, args) => apply(original, self, args));
}

/** Registers something. A path that Express cannot read is thrown about from too deep for a stack trace. */
function blaming(register: () => unknown): unknown {
  try {
    return register();
  } catch (error) {
    blame(error);
    throw error;
  }
}

function report(request: unknown, event: Event): void {
  const n = isRecord(request) ? (numbers.get(request) ?? received) : received;
  tell({ say: "event", n, event });
}

function bodyOf(request: unknown): "absent" | "empty" | "object" | "text" | "other" {
  try {
    const body = isRecord(request) ? request["body"] : undefined;
    if (body === undefined || body === null) return "absent";
    if (typeof body === "string") return "text";
    if (Buffer.isBuffer(body)) return "other";
    if (!isRecord(body)) return "other";
    return Object.keys(body).length === 0 ? "empty" : "object";
  } catch {
    return "other";
  }
}

/** Layers that only lead on to others, and those that Express 4 puts there itself. */
function leadsOn(layer: Record<string, unknown>): boolean {
  const handle = layer["handle"];
  if (layer["route"]) return true;
  if (isRecord(handle) && "stack" in handle) return true;
  return ["query", "expressInit", "mounted_app"].includes(String(layer["name"]));
}

function watchLayers(layer: unknown): void {
  if (!isRecord(layer)) return;
  const prototype: unknown = Object.getPrototypeOf(layer);
  if (!isRecord(prototype) || watched.has(prototype)) return;
  watched.add(prototype);

  /** `next` with a look at what passes through it; "route" and "router" are no errors. */
  const passing =
    (request: unknown, next: unknown) =>
    (error: unknown, ...rest: unknown[]) => {
      if (error && error !== "route" && error !== "router")
        report(request, { kind: "threw", fault: faultOf(error) });
      return typeof next === "function" ? apply(next, undefined, [error, ...rest]) : undefined;
    };
  const enter = (layer: Record<string, unknown>, request: unknown, role: "error-handler" | null) => {
    // A handler inside a route is known by the route: req.route, set by both Express 4 and 5.
    const route = isRecord(request) ? request["route"] : undefined;
    const known = registered.get(layer) ?? (isRecord(route) ? registered.get(route) : undefined);
    report(request, {
      kind: "entered",
      name: String(layer["name"] ?? ""),
      role: role ?? (known?.role === "use" ? "middleware" : "handler"),
      place: known?.place ?? null,
      body: bodyOf(request),
    });
  };
  for (const name of ["handleRequest", "handle_request"]) {
    wrap(
      prototype,
      name,
      (original) =>
        function (request, response, next) {
          const layer: Record<string, unknown> = isRecord(this) ? this : {};
          const handle = layer["handle"];
          if (leadsOn(layer) || (typeof handle === "function" && handle.length > 3)) {
            return original(this, [request, response, next]);
          }
          enter(layer, request, null);
          return original(this, [request, response, passing(request, next)]);
        },
    );
  }
  for (const name of ["handleError", "handle_error"]) {
    wrap(
      prototype,
      name,
      (original) =>
        function (error, request, response, next) {
          const layer: Record<string, unknown> = isRecord(this) ? this : {};
          const handle = layer["handle"];
          if (typeof handle === "function" && handle.length === 4) enter(layer, request, "error-handler");
          return original(this, [error, request, response, next]);
        },
    );
  }
}

function stackOf(router: unknown): unknown[] {
  const stack = isRecord(router) ? router["stack"] : undefined;
  return Array.isArray(stack) ? stack : [];
}

/**
 * Watches one copy of express: from now on its apps are noted, and every layer knows where it was registered.
 * What it is given is whatever the module `express` exports.
 */
export function watchExpress(express: unknown): void {
  if (!isRecord(express) || watched.has(express)) return;
  watched.add(express);
  const application = express["application"];
  if (isRecord(application)) {
    wrap(
      application,
      "init",
      (original) =>
        function (...args) {
          if (isApp(this)) apps.push(this);
          return original(this, args);
        },
    );
  }
  const Router = express["Router"];
  if (!isRecord(Router)) return;
  // Express 4 keeps the methods on the function itself, Express 5 on its prototype.
  const router =
    isRecord(Router["prototype"]) && "route" in Router["prototype"] ? Router["prototype"] : Router;
  wrap(
    router,
    "route",
    (original) =>
      function (path, ...rest) {
        const route = blaming(() => original(this, [path, ...rest]));
        const layer = stackOf(this).at(-1);
        if (isRecord(layer)) {
          const entry = { place: placeNow(), path, role: "route" } as const;
          registered.set(layer, entry);
          if (isRecord(route)) registered.set(route, entry);
          watchLayers(layer);
        }
        return route;
      },
  );
  wrap(
    router,
    "use",
    (original) =>
      function (...args) {
        const before = stackOf(this).length;
        const result = blaming(() => original(this, args));
        const path = typeof args[0] === "function" || Array.isArray(args[0]) ? "/" : args[0];
        for (const layer of stackOf(this).slice(before)) {
          if (!isRecord(layer)) continue;
          registered.set(layer, { place: placeNow(), path, role: "use" });
          watchLayers(layer);
        }
        return result;
      },
  );
}

/** Watches every answer of the process: who gave it, and whether it was given twice. */
export function watchAnswers(): void {
  const lines = new WeakMap<object, true>();
  const response: Record<string, unknown> = Object(ServerResponse.prototype);
  const requestOf = (response: object): unknown => Reflect.get(response, "req");
  const again = (response: object) => {
    report(requestOf(response), { kind: "answered-again", place: placeNow() });
  };
  // Whoever sets a header, writes a head or ends after the end answers a second time: the first two throw
  // ERR_HTTP_HEADERS_SENT (https://nodejs.org/api/errors.html#err_http_headers_sent), the last one is silent.
  for (const name of ["setHeader", "writeHead", "appendHeader"]) {
    wrap(
      response,
      name,
      (original) =>
        function (...args) {
          if (Reflect.get(this, "headersSent")) again(this);
          return original(this, args);
        },
    );
  }
  wrap(
    response,
    "end",
    (original) =>
      function (...args) {
        if (lines.has(this)) {
          again(this);
          return original(this, args);
        }
        const place = placeNow();
        const result = original(this, args);
        // Not before: an end that throws has answered nothing.
        lines.set(this, true);
        report(requestOf(this), { kind: "answered", place });
        return result;
      },
  );
}

/** To be called with each request that a server of the program receives. */
export function countRequest(request: object): void {
  received += 1;
  numbers.set(request, received);
}

function text(path: unknown): string {
  if (Array.isArray(path)) return path.map(text).join(",");
  return typeof path === "string" || path instanceof RegExp ? String(path) : "/";
}

/** A path below a prefix; without one, as it was written, a missing slash included. */
function join(prefix: string, path: string): string {
  if (prefix === "" || prefix === "/") return path;
  const joined = `${prefix.replace(/\/+$/, "")}/${path.replace(/^\/+/, "")}`;
  return joined.length > 1 ? joined.replace(/\/+$/, "") : joined;
}

/** The stack of an app's or a router's layers, whichever Express made it. */
function layersOf(holder: unknown): Record<string, unknown>[] {
  if (!isRecord(holder)) return [];
  // `router` throws in Express 4, `_router` is not there in 5.
  const router = isApp(holder) ? (holder._router ?? holder.router) : holder;
  return stackOf(router).filter(isRecord);
}

/** Express's own body parsers: what they close over is not the learner's. */
const parsers = ["jsonParser", "urlencodedParser", "textParser", "rawParser", "serveStatic"];

/** Every function of the learner's that a request to the app may be handed to, in order. */
export function functionsOf(holder: unknown, depth = 0): object[] {
  if (depth > 8) return [];
  return layersOf(holder).flatMap((layer) => {
    const route = layer["route"];
    if (route)
      return stackOf(route).flatMap((inner) =>
        isRecord(inner) && isRecord(inner["handle"]) ? [inner["handle"]] : [],
      );
    const handle = layer["handle"];
    if (!isRecord(handle) || parsers.includes(String(layer["name"]))) return [];
    return "stack" in handle ? functionsOf(handle, depth + 1) : [handle];
  });
}

/** The objects of an app that a learner may keep things in: app.locals, and the app itself. */
export function statesOf(app: App): object[] {
  const { locals } = app;
  return [...(isRecord(locals) ? [locals] : []), ...(Object.hasOwn(app, "refreshTokens") ? [app] : [])];
}

/** The app's routes and middlewares in the order in which they are asked, nested routers unfolded. */
export function tableOf(holder: unknown, prefix = "", depth = 0): Layer[] {
  if (depth > 8) return [];
  return layersOf(holder).flatMap((layer): Layer[] => {
    const known = registered.get(layer);
    const path = join(prefix, text(known?.path));
    const place = known?.place ?? null;
    const route = layer["route"];
    if (isRecord(route)) {
      const methods = isRecord(route["methods"]) ? Object.keys(route["methods"]) : [];
      const upper = methods.map((method) => (method === "_all" ? "ALL" : method.toUpperCase()));
      return [{ role: "route", methods: upper, path, name: "", place }];
    }
    const handle = layer["handle"];
    if (isRecord(handle) && "stack" in handle) return tableOf(handle, path, depth + 1);
    const mounted =
      layer["name"] === "mounted_app" && apps.find((app) => app.parent && app.mountpath === known?.path);
    if (mounted) return tableOf(mounted, path, depth + 1);
    if (known === undefined && leadsOn(layer)) return [];
    return [{ role: "middleware", methods: [], path, name: String(layer["name"] ?? ""), place }];
  });
}
