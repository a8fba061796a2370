/** The login reads a body that nobody has parsed, and throws on it. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { faultsOf } from "../../../src/check/diagnosis/read-evidence.ts";
import { placeOfFound } from "../../../src/check/source/found.ts";
import { handlersOf } from "../../../src/check/source/handlers.ts";
import { readingsOf } from "../../../src/check/source/readings.ts";
import { unreadBody } from "../../../src/course/unread-body.ts";

export const missingJsonParser: Mistake = {
  id: "missing-json-parser",
  find(evidence) {
    const { exchange, source } = evidence;
    if (exchange?.request.path !== "/login") return null;
    const [fault] = faultsOf(exchange);
    const readings = readingsOf(handlersOf(source, "POST", "/login")).filter(({ part }) => part === "body");
    const isThere = readings
      .map(placeOfFound)
      .some(({ file, line }) => file === fault?.place?.file && line === fault.place.line);
    return isThere ? unreadBody(evidence, exchange) : null;
  },
};
