/**
 * A JSON body came, but the handler found none: express.json() is missing, comes too late, or is replaced by another
 * parser.
 */

import type { Evidence, Explanation } from "../check/diagnosis/mistake.ts";
import { bodySeen, faultsOf, routeFor } from "../check/diagnosis/read-evidence.ts";
import { findInSource, placeOfFound } from "../check/source/found.ts";
import { handlersOf } from "../check/source/handlers.ts";
import { readingsOf } from "../check/source/readings.ts";
import type { Found } from "../check/source/found.ts";
import type { Source } from "../check/source/source.ts";
import { child, list, nameOf } from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";
import { declarationsOf } from "../check/source/variables.ts";
import { placeOfRoute } from "../check/source/tables.ts";
import type { Exchange, Place } from "../check/transcript.ts";

/** Whether options, or the constant or field of a config that stands for them, name the kinds of body. */
function namesType(source: Source, options: Node): boolean {
  if (options.type === "ObjectExpression")
    return list(options, "properties").some((one) => nameOf(child(one, "key")) === "type");
  const name = nameOf(options);
  if (name === null) return false;
  const values = [
    ...declarationsOf(source, name).map(({ init }) => init),
    ...findInSource(source, (one) => one.type === "Property" && nameOf(child(one, "key")) === name).map(
      ({ node }) => child(node, "value"),
    ),
  ];
  return values.some((value) => value?.type === "ObjectExpression" && namesType(source, value));
}

/** A JSON parser in the source that is told which kinds of body to read. */
function typedParser(source: Source): Found | null {
  const [found] = findInSource(source, (node) => {
    const options = node.type === "CallExpression" ? list(node, "arguments")[0] : undefined;
    return nameOf(child(node, "callee")) === "json" && options !== undefined && namesType(source, options);
  });
  return found ?? null;
}

function bodyInWords(seen: string): string {
  if (seen === "absent") return "undefined";
  return seen === "empty" ? "empty" : "not an object";
}

/**
 * The JSON parser is there in time, and leaves the body unread.
 *
 * @param registered where the app gets the parser
 */
function deafParser(source: Source, seen: string, registered: Place | null): Explanation {
  const typed = typedParser(source);
  if (typed) {
    return {
      title: "The JSON parser does not read this kind of body",
      why: `express.json() is there and comes in time, but it is told by type which bodies are its own, and a client that sends JSON says content-type: application/json. It passes those by, so in your handler req.body is ${bodyInWords(seen)}.`,
      fix: "Leave type out: then it reads application/json.",
      place: placeOfFound(typed),
    };
  }
  return {
    title: `express.json() is there, and req.body is ${bodyInWords(seen)}`,
    why: "express.json() is registered before the route, and your handler finds nothing of the JSON that the client sent. Either its options make it pass this body by, or what runs between it and your handler changes req.body.",
    fix: "Call express.json() without options. Where that changes nothing, print req.body in each middleware behind it.",
    place: registered,
  };
}

/** Why the JSON body of an exchange was not read; null where it was read, or where the program does not ask for it. */
export function unreadBody({ transcript, source }: Evidence, looked: Exchange): Explanation | null {
  const seen = bodySeen(looked);
  if (seen === null || seen === "object") return null;
  // An empty object came, so there is nothing more to find.
  if (seen === "empty" && looked.request.body === "{}") return null;
  const route = routeFor(transcript, looked.request);
  const reading = readingsOf(handlersOf(source, looked.request.method, looked.request.path)).find(
    ({ part }) => part === "body",
  );
  const complains = faultsOf(looked).some(({ message }) => /undefined|null/.test(message));
  if (!reading && !complains) return null;
  const parsers = transcript.layers.filter(({ name }) => name === "jsonParser");
  const first = parsers.find(({ path }) => path === "/") ?? parsers[0];
  const json = first ? transcript.layers.indexOf(first) : -1;
  const index = route ? transcript.layers.indexOf(route) : -1;
  const late = json >= 0 && index >= 0 && json > index;
  const parser = json >= 0 && !late ? transcript.layers[json] : undefined;
  if (parser?.path === "/") return deafParser(source, seen, parser.place);
  const elsewhere =
    first?.path === "/"
      ? undefined
      : parsers.find(({ path }) => path !== "/" && !looked.request.path.startsWith(path));
  const other = transcript.layers.find(({ name }) => /^(urlencoded|text|raw)Parser$/.test(name));
  const place = elsewhere
    ? elsewhere.place
    : late
      ? (transcript.layers[json]?.place ?? null)
      : (other?.place ?? null);
  const why = elsewhere
    ? `express.json() is there, but only for paths that begin with ${elsewhere.path}. For ${looked.request.path} nobody reads the body.`
    : late
      ? "express.json() is there, but it is registered after the route. Express goes through them in order: when your handler runs, nobody has read the body yet."
      : other
        ? `Nothing reads JSON here: ${other.name === "urlencodedParser" ? "express.urlencoded() reads what HTML forms send" : "this one reads another kind of body"}, and a JSON body stays unread.`
        : `The client sends JSON, and in your handler req.body is ${bodyInWords(seen)}. Express does not read bodies by itself.`;
  return {
    title: late && !elsewhere ? "The JSON body is read too late" : "Nobody reads the JSON body",
    why,
    fix: elsewhere
      ? "Register it for every path, above the routes: app.use without a path."
      : "Register express.json() with app.use, above the routes that need the body.",
    // Where no parser is there at all, the line that lacks it is the route's: the one that reads is not to blame.
    place:
      place ?? placeOfRoute(source, looked.request, route?.place) ?? (reading ? placeOfFound(reading) : null),
  };
}
