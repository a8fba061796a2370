/** Compares what the JSON of an answer holds with what it should hold. */

import { isRecord } from "../../../base/shape.ts";
import { isField } from "../../judge/answers.ts";
import { jsonOf, requestLine } from "../../judge/read-transcript.ts";
import { handlersOf } from "../../source/handlers.ts";
import { onlyPlace } from "../../source/landmarks.ts";
import { promisesTaken } from "../../source/promises.ts";
import type { Place } from "../../transcript.ts";
import type { Evidence } from "../mistake.ts";
import { answeredAt } from "../read-evidence.ts";

export interface FieldTrouble {
  request: string;
  /** The name and the value of the field that is wrong. */
  name: string;
  /** The value that it should have; null: any text. */
  value: string | null;
  json: unknown;
  place: Place | null;
}

/** The first field that a successful JSON answer lacks or has with another value; null where the fields are right. */
export function fieldTrouble({ exchange, failure }: Evidence): FieldTrouble | null {
  const response = exchange?.response;
  const expects = failure.check.expects;
  if (!exchange || !response || !expects) return null;
  const rightStatus =
    expects.status === "success"
      ? response.status >= 200 && response.status < 300
      : response.status === expects.status;
  const json = jsonOf(response);
  if (!rightStatus || json === undefined) return null;
  const wrong = Object.entries(expects.fields).find(
    ([name, value]) => !isRecord(json) || !isField(json[name], value),
  );
  if (!wrong) return null;
  return {
    request: requestLine(exchange.request),
    name: wrong[0],
    value: wrong[1],
    json,
    place: answeredAt(exchange),
  };
}

/** Where the code for the request takes the result of an async function and does not wait for it, if it is one place. */
export function promiseTaken({ source, exchange }: Evidence): Place | null {
  const { method, path } = exchange?.request ?? { method: "", path: "" };
  return onlyPlace(promisesTaken(source, handlersOf(source, method, path)));
}

/** A name in small letters and without separators, to compare it with others. */
export function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
