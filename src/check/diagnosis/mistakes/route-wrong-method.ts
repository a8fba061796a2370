/** A route has the right path, but another method. */

import { requestLine } from "../../judge/read-transcript.ts";
import { callAt } from "../../source/at-place.ts";
import { findInSource, firstPlace } from "../../source/found.ts";
import type { Found } from "../../source/found.ts";
import type { Source } from "../../source/source.ts";
import { calledName, child } from "../../source/syntax.ts";
import type { Node } from "../../source/syntax.ts";
import { rowWithMethod } from "../../source/tables.ts";
import type { Mistake } from "../mistake.ts";
import { isForPath, reachedRoute, routeFor } from "../read-evidence.ts";

/** The call of a method on what `app.route(path)` returns, at the end of a chain: app.route(path).put(handler). */
function methodCalledOn(source: Source, route: Node, method: string): Found | null {
  if (calledName(route) !== "route") return null;
  const isCall = (one: Node) =>
    one.start === route.start && one.end > route.end && calledName(one) === method.toLowerCase();
  const [found] = findInSource(source, isCall);
  const property = found && child(child(found.node, "callee") ?? found.node, "property");
  return found && property ? { file: found.file, node: property } : null;
}

export const routeWrongMethod: Mistake = {
  id: "route-wrong-method",
  find({ transcript, exchange, source }) {
    if (!exchange?.response || reachedRoute(transcript, exchange) || routeFor(transcript, exchange.request))
      return null;
    const { method, path } = exchange.request;
    const other = transcript.layers.find((layer) => isForPath(layer, path));
    if (!other) return null;
    // app[method](path, handler): the method comes from a list or a variable.
    const call = other.place && callAt(source, other.place);
    const callee = call && child(call, "callee");
    const computed = callee !== null && Reflect.get(callee, "computed") === true;
    const chained = call && other.place ? methodCalledOn(source, call, other.methods[0] ?? "") : null;
    const row = computed ? rowWithMethod(source, other.methods[0] ?? "", path) : null;
    return {
      title: `${path} is there, but for ${other.methods.join(" and ")}`,
      why: `A route is a method and a path together. The client sends ${requestLine(exchange.request)}, and your route takes only ${other.methods.join(", ")}, so Express goes past it.`,
      fix: `Register it for ${method}: ${row ? "this line names the method that is used now" : computed ? "this line takes the method from what stands in its square brackets, so change it where that gets its value" : "the method is the name of the function that you call on the app"}.`,
      place: row ?? firstPlace(chained) ?? other.place,
    };
  },
};
