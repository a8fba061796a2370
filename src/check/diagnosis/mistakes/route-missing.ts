/** No route is registered for the request. */

import { requestLine } from "../../judge/read-transcript.ts";
import type { Mistake } from "../mistake.ts";
import { isForPath, reachedRoute, routeFor, takesMethod } from "../read-evidence.ts";

export const routeMissing: Mistake = {
  id: "route-missing",
  find({ transcript, exchange }) {
    if (!exchange?.response || reachedRoute(transcript, exchange) || routeFor(transcript, exchange.request))
      return null;
    const { path, method } = exchange.request;
    const routes = transcript.layers.filter(({ role }) => role === "route");
    if (routes.some((layer) => isForPath(layer, path) && takesMethod(layer, method))) return null;
    const there = routes.map(({ methods, path: other }) => `${methods.join("|")} ${other}`).join(", ");
    const request = requestLine(exchange.request);
    return {
      title: `There is no route for ${request}`,
      why:
        there === ""
          ? "The app has no route at all yet."
          : `The app has these routes: ${there}. None of them takes ${request}.`,
      fix: `Add a route for ${request} to the app that listens; a router has to be mounted with app.use.`,
      place: null,
    };
  },
};
