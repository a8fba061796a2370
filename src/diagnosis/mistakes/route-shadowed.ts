import type { Event } from "../../transcript.ts";
import { answeredAt, reachedRoute, requestLine, routeFor, samePlace } from "../reading.ts";
import type { Mistake } from "../mistake.ts";

type Entered = Extract<Event, { kind: "entered" }>;

/** The route is there, but something before it answers first. */
export const routeShadowed: Mistake = {
  id: "route-shadowed",
  find({ transcript, exchange }) {
    if (!exchange?.response || reachedRoute(transcript, exchange)) return null;
    const route = routeFor(transcript, exchange.request);
    if (!route) return null;
    const entered = exchange.events.filter((event): event is Entered => event.kind === "entered");
    const before = entered
      .filter(({ place, role }) => role !== "error-handler" && !samePlace(place, route.place))
      .at(-1);
    const first = before?.place ?? answeredAt(exchange);
    return {
      title: `Something answers ${requestLine(exchange.request)} before your route does`,
      why: `Express asks routes and middlewares in the order in which they were registered. ${before ? "What stands here" : "Something else"} took the request and answered it with ${exchange.response.status}, so your route${route.place ? ` at line ${route.place.line}` : ""} was never asked.`,
      fix: "Move it behind the route, make its path narrower, or let it call next().",
      place: first,
    };
  },
};
