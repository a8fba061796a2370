/** A route has the right path, but another method. */

import { requestLine } from "../../judge/read-transcript.ts";
import type { Mistake } from "../mistake.ts";
import { isForPath, reachedRoute, routeFor } from "../read-evidence.ts";

export const routeWrongMethod: Mistake = {
  id: "route-wrong-method",
  find({ transcript, exchange }) {
    if (!exchange?.response || reachedRoute(transcript, exchange) || routeFor(transcript, exchange.request))
      return null;
    const { method, path } = exchange.request;
    const other = transcript.layers.find((layer) => isForPath(layer, path));
    if (!other) return null;
    return {
      title: `${path} is there, but for ${other.methods.join(" and ")}`,
      why: `A route is a method and a path together. The client sends ${requestLine(exchange.request)}, and your route takes only ${other.methods.join(", ")}, so Express goes past it.`,
      fix: `Register it for ${method}: the method is the name of the function that you call on the app.`,
      place: other.place,
    };
  },
};
