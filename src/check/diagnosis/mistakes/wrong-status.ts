/** The answer has another status than it should have. */

import { isRecord } from "../../../base/shape.ts";
import { isField } from "../../judge/answers.ts";
import { exchangeLabel } from "../../judge/check.ts";
import type { Expectation } from "../../judge/check.ts";
import { exchangeOf, isSuccess, parsed, requestLine, shown } from "../../judge/read-transcript.ts";
import { placeOfFound } from "../../source/found.ts";
import { functionAt, handlersOf } from "../../source/handlers.ts";
import { onlyPlace, placeOfLiteral } from "../../source/landmarks.ts";
import { classOfWrongParent, superThatLeavesOut } from "../../source/made-errors.ts";
import { functionsOf, within } from "../../source/making.ts";
import { misreadStatus, unreadStatus } from "../../source/misread-members.ts";
import { entryOfStatus } from "../../source/status-names.ts";
import { readingsOf } from "../../source/readings.ts";
import type { Source } from "../../source/source.ts";
import { child, nameOf } from "../../source/syntax.ts";
import type { Exchange, Place, Request } from "../../transcript.ts";
import type { Evidence, Explanation, Mistake } from "../mistake.ts";
import { answeredAt, faultsOf, inWords, lastEntered, lineInWords, reachedRoute } from "../read-evidence.ts";
import { isAnsweredByErrorHandler } from "./handler-throws.ts";

function meant(status: number): string {
  if (status === 204) return "204 says: done, and there is nothing to tell";
  if (status === 403) return "403 says: understood, and refused";
  return "a 2xx status says that it worked";
}

function wantsSuccess({ status }: Expectation): boolean {
  return status === "success" || status < 300;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whether requests to this route that should succeed get the same refusal. */
function refusesAll({ transcript, results }: Evidence, { request, response }: Exchange): boolean {
  return results.some((result) => {
    const label = exchangeLabel(result);
    const other = label === null ? null : exchangeOf(transcript, label);
    return (
      result.check.expects !== undefined &&
      wantsSuccess(result.check.expects) &&
      other?.request.path === request.path &&
      other.response?.status === response?.status
    );
  });
}

/** What the route of a request reads of its body although it was not sent, as the beginning of a sentence or "". */
function readsUnsent(source: Source, { method, path, body }: Request): string {
  const sent: unknown = body === null ? {} : parsed(body);
  const keys = readingsOf(handlersOf(source, method, path)).flatMap(({ part, key }) =>
    part === "body" && key !== null && key !== "…" && isRecord(sent) && !(key in sent) ? [key] : [],
  );
  const unsent = [...new Set(keys)].map((key) => `req.body.${key}`);
  if (unsent.length === 0) return "";
  return ` Your handler reads ${unsent.join(" and ")}, and that was not sent.`;
}

/** What to say about a program that refuses a request because it looks at more than it should. */
function refusal(title: string, { request }: Exchange, source: Source): Omit<Explanation, "place"> {
  if (request.headers["authorization"] !== undefined) {
    return {
      title,
      why: "Your program turns the request away at this line. It brought an access token that your program itself had given out, as it should be sent: Authorization, the word Bearer, a space and the token.",
      fix: "Print what comes in that header, and what verifying the token says: with which key was it signed, and with which is it verified?",
    };
  }
  const sent = request.body === null ? "without a body" : `with the body ${shown(request.body)}`;
  return {
    title,
    why: `Your program turns the request away at this line. It was sent ${sent}, and with nothing else that could prove who asks: in this course that is enough.${readsUnsent(source, request)}`,
    fix: "Look at the condition that leads to this line: leave it out, or change it so that it lets this request through.",
  };
}

/** The line of the same function that gives the answer its status as a number: res.statusCode = 200. null: there is none. */
function statusSetBefore(source: Source, answered: Place, status: number): Place | null {
  const around = functionAt(source, answered);
  const lines = around
    ? within([around], (node) => {
        const value = child(node, "right");
        return (
          node.type === "AssignmentExpression" &&
          nameOf(child(node, "left")) === "statusCode" &&
          value !== null &&
          Reflect.get(value, "value") === status
        );
      })
    : [];
  return onlyPlace(lines.filter((one) => placeOfFound(one).line <= answered.line));
}

export const wrongStatus: Mistake = {
  id: "wrong-status",
  find(evidence) {
    const { transcript, exchange, failure, source } = evidence;
    const expects = failure.check.expects;
    const response = exchange?.response;
    if (!expects || !exchange || !response) return null;
    const right = expects.status === "success" ? isSuccess(response) : response.status === expects.status;
    if (right) return null;
    const wanted = expects.status === "success" ? 200 : expects.status;
    const json = parsed(response.body);
    const fields = Object.entries(expects.fields);
    const hasFields =
      fields.length > 0 && isRecord(json) && fields.every(([name, value]) => isField(json[name], value));
    const answered = answeredAt(exchange);
    const title = `${requestLine(exchange.request)} answers ${response.status} instead of ${expects.status === "success" ? "2xx" : wanted}`;
    if (!answered && response.status === 404 && reachedRoute(transcript, exchange)) {
      return {
        title,
        why: "The handler passed the request on with next(), and nobody after it took it: then Express itself answers 404.",
        fix: "Answer in the handler, and call next() only where somebody else is to answer.",
        place: lastEntered(exchange)?.place ?? null,
      };
    }
    const thrown = isAnsweredByErrorHandler(exchange) ? (faultsOf(exchange)[0] ?? null) : null;
    const refused = answered && response.status >= 400 && response.status < 500;
    if (refused && !hasFields && (wantsSuccess(expects) || refusesAll(evidence, exchange)))
      return { ...refusal(title, exchange, source), place: thrown?.place ?? answered };
    const asker = answered && thrown ? functionAt(source, answered) : null;
    const misread = asker
      ? misreadStatus(source, asker)
      : answered
        ? unreadStatus(source, functionsOf(source, exchange.request.method, exchange.request.path))
        : null;
    if (misread) {
      return {
        title,
        why: asker
          ? `This line reads ${misread.name} of the error, and no error of this program has that: there it is called ${misread.meant}. So the answer gets the status that is meant for accidents.`
          : `This line gives ${misread.name}, and nothing in this program reads that: what is read is ${misread.meant}. So the answer gets another status.`,
        fix: "Use one name in both places.",
        place: placeOfFound(misread),
      };
    }
    // An answer that sets no status gets 200, so a 200 in the source may belong to something else.
    const named = answered && response.status !== 200 ? placeOfLiteral(source, response.status) : null;
    const [leavesOut] =
      thrown && named ? thrown.frames.flatMap((made) => superThatLeavesOut(source, made, named) ?? []) : [];
    if (leavesOut && named) {
      return {
        title,
        why: `The class of this error hands its parent no status here, so the error gets the one that the parent has for all others: ${response.status}, at ${lineInWords(named, placeOfFound(leavesOut))}.`,
        fix: `Hand the status on as well: ${wanted}, as one more argument of super.`,
        place: placeOfFound(leavesOut),
      };
    }
    const [heir] =
      thrown && named ? thrown.frames.flatMap((made) => classOfWrongParent(source, made, named) ?? []) : [];
    if (heir && named) {
      return {
        title,
        why: `The class of this error extends another kind of error, and gets its status from that: ${response.status}, at ${lineInWords(named, placeOfFound(heir))}.`,
        fix: `Extend the class that takes the status, and hand it ${wanted}.`,
        place: placeOfFound(heir),
      };
    }
    const entry = answered && !named ? entryOfStatus(source, answered, wanted) : null;
    const byHandler = thrown?.place
      ? `${capital(lineInWords(thrown.place, named ?? answered))} throws "${inWords(thrown)}", and your error handler answers that with ${response.status}. `
      : "";
    // Express 5 takes a number alone as the body (https://expressjs.com/en/guide/migrating-5.html).
    const number = response.body === String(wanted);
    return {
      title,
      why: number
        ? `The body is the text ${wanted}: in Express 5, res.send(${wanted}) sends the number as the body, with status 200.`
        : `${byHandler}${hasFields ? "The body is right, the status is not. " : ""}A client looks at the status first: ${meant(wanted)}.`,
      fix: number
        ? "Use res.sendStatus, or res.status and then end."
        : entry
          ? `The answer asks for the status by this name: give the name the number ${wanted}.`
          : thrown
            ? `Let the error carry the status, and the error handler answer with it: ${wanted} for this one.`
            : `Set the status before the answer is sent, with res.status(${wanted}).`,
      place: named ?? entry ?? (answered && statusSetBefore(source, answered, response.status)) ?? answered,
    };
  },
};
