/** A route or middleware that is registered earlier answers before the right route can. */

import { requestLine } from "../../judge/read-transcript.ts";
import { callAt } from "../../source/at-place.ts";
import { functionsNamed } from "../../source/calls.ts";
import { registeredAt } from "../../source/handlers.ts";
import type { Source } from "../../source/source.ts";
import { child, findAll, isFunction, list, nameOf } from "../../source/syntax.ts";
import type { Event } from "../../transcript.ts";
import type { Mistake } from "../mistake.ts";
import {
  answeredAt,
  enteredHandlers,
  faultsOf,
  isForPath,
  reachedRoute,
  routeFor,
  samePlace,
  takesMethod,
  lineInWords,
} from "../read-evidence.ts";

type Entered = Extract<Event, { kind: "entered" }>;

/** The same route is registered twice: the first one answers, and the second never runs. */
export const routeShadowedByTwin: Mistake = {
  id: "route-shadowed",
  find({ transcript, exchange }) {
    if (!exchange?.response) return null;
    const { path, method } = exchange.request;
    const [first, ...others] = transcript.layers.filter(
      (layer) => isForPath(layer, path) && takesMethod(layer, method),
    );
    const second = others.find(({ place }) => !samePlace(place, first?.place ?? null));
    const entered = enteredHandlers(exchange);
    if (!first || !second || entered.some(({ place }) => samePlace(place, second.place))) return null;
    return {
      title: `${requestLine(exchange.request)} is there twice, and only the first one is asked`,
      why: `Express asks routes in the order in which they were registered. The one here answers, so the one${second.place ? ` at ${lineInWords(second.place, first.place)}` : ""} never gets the request.`,
      fix: "Make one route of the two: keep the one that you want, delete the other.",
      place: first.place,
    };
  },
};

/**
 * Whether a middleware lets some requests pass, and chooses them where it is registered, or by their path: then its
 * condition is to be changed, rather than the line that registers it.
 */
function choosesRequests(source: Source, { place, name }: Entered): boolean {
  const call = place && callAt(source, place);
  const written = call ? list(call, "arguments").filter(isFunction) : [];
  const behind = place ? registeredAt(source, place) : [];
  const given = behind.length > 0 ? behind : functionsNamed(source, name);
  const functions = written.length > 0 ? written : given.map(({ node }) => node);
  return functions.some((one) => {
    const next = nameOf(list(one, "params")[2] ?? null);
    const body = child(one, "body");
    const names = body ? findAll(body, () => true).map(nameOf) : [];
    const chooses = written.length > 0 || names.some((inner) => /^(path|url|originalUrl)$/.test(inner ?? ""));
    return next !== null && names.includes(next) && chooses;
  });
}

/** The route is there, but something before it answers first. */
export const routeShadowed: Mistake = {
  id: "route-shadowed",
  find({ transcript, exchange, source }) {
    if (!exchange?.response || reachedRoute(transcript, exchange)) return null;
    const route = routeFor(transcript, exchange.request);
    // A middleware that fails is a mistake of its own.
    if (faultsOf(exchange).some(({ status }) => status === null || status >= 500)) return null;
    // If Express itself answers 404, each layer has passed the request on.
    if (!route || (exchange.response.status === 404 && answeredAt(exchange) === null)) return null;
    const entered = exchange.events.filter((event): event is Entered => event.kind === "entered");
    const before = entered
      .filter(({ place, role }) => role !== "error-handler" && !samePlace(place, route.place))
      .at(-1);
    const refusing =
      before?.role === "middleware" && choosesRequests(source, before) ? answeredAt(exchange) : null;
    const first = refusing ?? before?.place ?? answeredAt(exchange);
    return {
      title: `Something answers ${requestLine(exchange.request)} before your route does`,
      why: `Express asks routes and middlewares in the order in which they were registered. ${before ? "What stands here" : "Something else"} took the request and answered it with ${exchange.response.status}, so your route${route.place ? ` at ${lineInWords(route.place, first)}` : ""} was never asked.`,
      fix: "Move it behind the route, make its path narrower, or let it call next().",
      place: first,
    };
  },
};
