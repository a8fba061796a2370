/** A request gets no answer, although the program is not busy. */

import { requestLine } from "../../judge/read-transcript.ts";
import { callAt, textOf } from "../../source/at-place.ts";
import { catchAround, promiseCatches } from "../../source/catches.ts";
import { findInSource, firstPlace, placeOfFound } from "../../source/found.ts";
import { functionsNamed } from "../../source/calls.ts";
import { handlersOf } from "../../source/handlers.ts";
import type { Found } from "../../source/found.ts";
import { functionsOf } from "../../source/making.ts";
import {
  endsWithoutNext,
  forgottenCallback,
  halfAnIf,
  namedCallback,
  nextAfterAnswer,
  openEnd,
  returnedValue,
  silentReturn,
  unsent,
  releasedInCatchOnly,
  uncalledSettler,
  unsettledPromise,
} from "../../source/silent-ends.ts";
import type { Source } from "../../source/source.ts";
import { calledName, child, isFunction, list, nameOf, placeOf } from "../../source/syntax.ts";
import { placeOfWait } from "../../source/waits.ts";
import type { Place, Exchange, Fault } from "../../transcript.ts";
import type { Mistake, Explanation } from "../mistake.ts";
import {
  lastEntered,
  lineInWords,
  othersToBlame,
  reachedRoute,
  caughtIn,
  inWords,
} from "../read-evidence.ts";

/** The functions that are given to a registration: those written there; where none is, those of a name. */
function givenAt(source: Source, place: Place | null, name: string): readonly Found[] {
  const call = place && callAt(source, place);
  const given = call ? list(call, "arguments") : [];
  const written = given.filter(isFunction).flatMap((node) => (place ? [{ file: place.file, node }] : []));
  return written.length > 0 ? written : functionsNamed(source, name);
}

/** Where a middleware should pass on: in its only function, which another line may hand over. */
function placeInMiddleware(source: Source, at: Place | null, name: string): Place | null {
  const functions = givenAt(source, at, name);
  const [only, ...others] = functions;
  const elsewhere = only && others.length === 0 && only.file !== at?.file ? only : null;
  return firstPlace(halfAnIf(functions), endsWithoutNext(functions), elsewhere);
}

/** A function of Express that must be called to give a middleware, and was not: app.use(express.json). */
function uncalled(source: Source): Found | null {
  const [found] = findInSource(source, (node, ancestors) => {
    const around = ancestors.at(-1);
    return (
      node.type === "MemberExpression" &&
      nameOf(child(node, "object")) === "express" &&
      around?.type === "CallExpression" &&
      list(around, "arguments").includes(node)
    );
  });
  return found ?? null;
}

/** A function that makes a handler was passed on without calling it. */
function notCalled(
  source: Source,
  { name, place }: { name: string; place: Place | null },
  request: string,
  at: Place | null,
): Explanation {
  const registration = place && callAt(source, place);
  const given = registration ? list(registration, "arguments").filter((node) => nameOf(node) !== null) : [];
  const meant = given.find((node) => nameOf(node) === name) ?? (given.length === 1 ? given[0] : undefined);
  const written = meant && place ? textOf(source, place.file, meant) : name;
  const called = written === "" || written === "<anonymous>" ? "What stands here" : written;
  return {
    title: `${request} is never passed on`,
    why: `${called} makes a middleware when it is called: handed over without being called, it takes the request itself, makes a function, and neither answers nor calls next().`,
    fix: `Call it, with round brackets behind its name${called === written ? `: ${written}()` : ""}.`,
    place: meant && place ? placeOf(place.file, meant) : (place ?? at),
  };
}

/** The error that was thrown while a request hung, and the catch that caught it. */
function swallow(source: Source, exchange: Exchange, handlers: readonly Found[]): [Fault, Found] | null {
  for (const fault of caughtIn(exchange).toReversed()) {
    const around = fault.frames.map((frame) => catchAround(source, frame)).find((one) => one !== null);
    const catching = around ?? onlyOne(promiseCatches(handlers));
    if (catching) return [fault, catching];
  }
  return null;
}

function onlyOne(found: readonly Found[]): Found | null {
  const [first] = found;
  return first && found.length === 1 ? first : null;
}

/** A promise in the code of a request that nothing settles, or only an error; or a callback that is named, not called. */
function leftOpen(all: readonly Found[], request: string): Explanation | null {
  const named = uncalledSettler(all);
  if (named) {
    const name = nameOf(named.node) ?? "resolve";
    return {
      title: `${request} is never answered`,
      why: `The code of this route makes a promise, and a promise is settled when ${name} is called. This line names ${name} and does not call it: who awaits the promise waits until the client gives up.`,
      fix: `Call it, with round brackets behind its name: ${name}().`,
      place: placeOfFound(named),
    };
  }
  const callback = namedCallback(all);
  if (callback) {
    const name = nameOf(callback.node) ?? "callback";
    return {
      title: `${request} is never answered`,
      why: `This line names ${name} and does not call it. What is to happen next stands in that function, so nothing happens, and the client waits until it gives up.`,
      fix: `Call it, with round brackets behind its name: ${name}().`,
      place: placeOfFound(callback),
    };
  }
  const released = releasedInCatchOnly(all);
  if (!released) return null;
  const name = calledName(released.node) ?? "resolve";
  return {
    title: `${request} is never answered`,
    why: `The code of this route makes a promise which is settled when ${name} is called, and ${name} is called in catch alone: only after an error. Where all goes well, who awaits the promise waits until the client gives up.`,
    fix: `Call ${name} in finally: that runs in each case.`,
    place: placeOfFound(released),
  };
}

export const handlerHangs: Mistake = {
  id: "handler-hangs",
  find({ transcript, failure, exchange: failed, source }) {
    // The one that the failed check shows: a middleware may have kept all of them.
    const waiting = transcript.exchanges.filter(({ hang }) => hang === "waiting");
    const others = othersToBlame(failure, failed, transcript);
    const exchange = waiting.find((one) => one === failed) ?? waiting.find((one) => others.includes(one));
    if (!exchange) return null;
    const entered = lastEntered(exchange);
    const at = entered?.place ?? null;
    const request = requestLine(exchange.request);
    const middleware = entered?.role === "middleware" && !reachedRoute(transcript, exchange);
    const handlers = handlersOf(source, exchange.request.method, exchange.request.path);
    const factory = exchange.events.find((event) => event.kind === "made-function");
    if (factory?.kind === "made-function") return notCalled(source, factory, request, at);
    const maker = middleware ? uncalled(source) : null;
    if (maker) {
      const name = nameOf(maker.node) ?? "";
      return {
        title: `${request} is never passed on`,
        why: `express.${name} makes a middleware when it is called. Handed over without being called, it takes the request itself, and never passes it on.`,
        fix: `Call it: round brackets behind express.${name}.`,
        place: placeOfFound(maker),
      };
    }
    const late = middleware ? nextAfterAnswer(givenAt(source, at, entered?.name ?? "")) : null;
    if (late) {
      return {
        title: `${request} is never passed on`,
        why: "This call of next() waits until the answer has been sent; and nobody sends one, because only next() lets the request go on to who answers.",
        fix: "Call next() outside of that function, at the end of the middleware: what is to be done after the answer may stay inside.",
        place: placeOfFound(late),
      };
    }
    const swallowed = middleware ? null : swallow(source, exchange, handlers);
    if (swallowed) {
      const [fault, catching] = swallowed;
      const half = halfAnIf([catching]);
      const where = fault.place ? `, thrown at ${lineInWords(fault.place, placeOfFound(catching))}` : "";
      return {
        title: `${request} is not answered: an error is caught and goes no further`,
        why: `${inWords(fault)}${where}. ${half ? "It is caught, and the catch answers only errors for which this condition holds" : "It is caught here, and what stands in the catch answers nothing"}: so the client waits until it gives up.`,
        fix: "Mend what the error names; and let the catch answer as well, with a 500, or hand the error on with next.",
        place: firstPlace(half, catching),
      };
    }
    const all = functionsOf(source, exchange.request.method, exchange.request.path);
    const open = middleware ? null : leftOpen(all, request);
    if (open) return open;
    const pending = exchange.late;
    const noNext = middleware ? null : endsWithoutNext(all);
    const begun = exchange.error?.startsWith("an answer") ?? false;
    return {
      title: middleware
        ? `${request} is never passed on`
        : pending
          ? `${request} gets no answer in time`
          : `${request} is never answered`,
      why: middleware
        ? "A middleware took the request and neither answered it nor called next(). Express waits for one of the two."
        : begun
          ? "The answer was begun, but never ended. The client waits for the rest."
          : pending
            ? `Something that the program has begun, as a timer, was still not at its end after ${(pending.ms / 1000).toFixed(1)} s; whether an answer would come after it cannot be said. A client gives up before that.`
            : "The handler was called and returned, or still waits, without an answer on this path. Express never answers by itself: the client waits until it gives up.",
      fix: middleware
        ? "Call next() when the middleware has done its part."
        : `Follow this request through the handler, branch by branch: each has to end with res.json, res.send, res.sendStatus or res.end${noNext ? "; one that comes before the handler, with next()" : ""}.`,
      place:
        (middleware
          ? placeInMiddleware(source, at, entered?.name ?? "")
          : ((pending && placeOfWait(source, exchange.request)) ??
            unsent(handlers) ??
            openEnd(handlers) ??
            firstPlace(
              noNext,
              silentReturn(all),
              forgottenCallback(all),
              unsettledPromise(all),
              halfAnIf(all),
              unsettledPromise(all, true),
            ) ??
            returnedValue(handlers))) ?? at,
    };
  },
};
