/** Watches Express 4 and 5 from inside: which apps are made, where layers are registered, what each request reaches. */

import module from "node:module";
import type { Place } from "../../transcript.ts";
import { tell, sendWithNextMessage } from "./channel.ts";
import { apps, isApp, isOfExpress, onlyPassesOn, registered, stackOf } from "./layers.ts";
import { rememberPlaceOf, faultOf, placeNow } from "./places-in-stacks.ts";
import { report } from "./requests.ts";
import { hasMembers, wrap } from "./wrap.ts";

const { apply } = Reflect;

const watched = new WeakSet<object>();

/**
 * Registers a route or a middleware. Where Express cannot read its path, the error comes from so deep inside that its
 * stack trace does not reach the learner's line. So that line is noted here.
 */
function locatingErrors(register: () => unknown): unknown {
  try {
    return register();
  } catch (error) {
    rememberPlaceOf(error);
    throw error;
  }
}

function bodyOf(request: unknown): "absent" | "empty" | "object" | "text" | "other" {
  try {
    const body = hasMembers(request) ? request["body"] : undefined;
    if (body === undefined || body === null) return "absent";
    if (typeof body === "string") return "text";
    if (Buffer.isBuffer(body)) return "other";
    if (!hasMembers(body)) return "other";
    return Object.keys(body).length === 0 ? "empty" : "object";
  } catch {
    return "other";
  }
}

/** Where the route of a request was registered; null where the request has no route. */
function placeOfRoute(request: unknown): Place | null {
  const route = hasMembers(request) ? request["route"] : undefined;
  return hasMembers(route) ? (registered.get(route)?.place ?? null) : null;
}

function watchLayers(layer: unknown): void {
  if (!hasMembers(layer)) return;
  const prototype: unknown = Object.getPrototypeOf(layer);
  if (!hasMembers(prototype) || watched.has(prototype)) return;
  watched.add(prototype);

  /** Calls `next`, after a look at what is passed to it. "route" and "router" are not errors. */
  const passing =
    (request: unknown, next: unknown) =>
    (error: unknown, ...rest: unknown[]) => {
      if (error && error !== "route" && error !== "router")
        report(request, { kind: "threw", fault: faultOf(error) });
      return typeof next === "function" ? apply(next, undefined, [error, ...rest]) : undefined;
    };
  const enter = (layer: Record<string, unknown>, request: unknown, role: "error-handler" | null) => {
    // A handler inside a route is known by the route: Express 4 and 5 both set req.route.
    const route = hasMembers(request) ? request["route"] : undefined;
    const known = registered.get(layer) ?? (hasMembers(route) ? registered.get(route) : undefined);
    const event = {
      kind: "entered",
      name: String(layer["name"] ?? ""),
      role: role ?? (known?.role === "use" ? "middleware" : "handler"),
      place: known?.place ?? null,
      body: bodyOf(request),
    } as const;
    // Express's own code is never caught in an endless loop, so this message can wait for the next.
    report(request, event, isOfExpress(layer) ? sendWithNextMessage : tell);
  };
  /**
   * Lets Express call a handler, and tells when the handler returns a function, which Express would ignore. The layer
   * gets its handler back before any other code can look at it.
   */
  const noticingReturn = (layer: Record<string, unknown>, request: unknown, call: () => unknown): unknown => {
    const { handle } = layer;
    if (typeof handle !== "function" || isOfExpress(layer)) return call();
    const noticing = (...args: unknown[]): unknown => {
      layer["handle"] = handle;
      // As Express calls it: with no object as `this`.
      const returned: unknown = apply(handle, undefined, args);
      if (typeof returned === "function") {
        const place = registered.get(layer)?.place ?? placeOfRoute(request);
        report(request, { kind: "made-function", name: String(layer["name"] ?? ""), place });
      }
      return returned;
    };
    Object.defineProperty(noticing, "length", { value: handle.length });
    layer["handle"] = noticing;
    try {
      return call();
    } finally {
      layer["handle"] = handle;
    }
  };
  for (const name of ["handleRequest", "handle_request"]) {
    wrap(
      prototype,
      name,
      (original) =>
        function (request, response, next) {
          const layer: Record<string, unknown> = hasMembers(this) ? this : {};
          const handle = layer["handle"];
          if (onlyPassesOn(layer) || (typeof handle === "function" && handle.length > 3)) {
            return original(this, [request, response, next]);
          }
          enter(layer, request, null);
          return noticingReturn(layer, request, () =>
            original(this, [request, response, passing(request, next)]),
          );
        },
    );
  }
  for (const name of ["handleError", "handle_error"]) {
    wrap(
      prototype,
      name,
      (original) =>
        function (error, request, response, next) {
          const layer: Record<string, unknown> = hasMembers(this) ? this : {};
          const handle = layer["handle"];
          if (typeof handle === "function" && handle.length === 4) enter(layer, request, "error-handler");
          return original(this, [error, request, response, next]);
        },
    );
  }
}

/**
 * Watches one copy of Express: from now on its apps are noted, and each layer knows where it was registered.
 *
 * @param express what the module `express` exports
 */
export function watchExpress(express: unknown): void {
  if (!hasMembers(express) || watched.has(express)) return;
  watched.add(express);
  const application = express["application"];
  if (hasMembers(application)) {
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
  if (!hasMembers(Router)) return;
  // Express 4 has the methods on the function itself, Express 5 on its prototype.
  const router =
    hasMembers(Router["prototype"]) && "route" in Router["prototype"] ? Router["prototype"] : Router;
  wrap(
    router,
    "route",
    (original) =>
      function (path, ...rest) {
        const route = locatingErrors(() => original(this, [path, ...rest]));
        const layer = stackOf(this).at(-1);
        if (hasMembers(layer)) {
          const entry = { place: placeNow(), path, role: "route" } as const;
          registered.set(layer, entry);
          if (hasMembers(route)) registered.set(route, entry);
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
        const result = locatingErrors(() => original(this, args));
        const path = typeof args[0] === "function" || Array.isArray(args[0]) ? "/" : args[0];
        for (const layer of stackOf(this).slice(before)) {
          if (!hasMembers(layer)) continue;
          registered.set(layer, { place: placeNow(), path, role: "use" });
          watchLayers(layer);
        }
        return result;
      },
  );
}

/**
 * Watches each copy of Express that the program loads from now on: a folder of its own may have one, and npm can
 * install one under another name.
 */
export function watchOtherExpresses(): void {
  wrap(
    Object(module),
    "_load",
    (original) =>
      function (...args) {
        const loaded = original(this, args);
        if (typeof loaded === "function" && loaded.name === "createApplication") watchExpress(loaded);
        return loaded;
      },
  );
}
