/** Watches every answer of the process: which line gave it, and whether a request was answered twice. */

import { ServerResponse } from "node:http";
import { sendWithNextMessage } from "./channel.ts";
import { placeNow } from "./places-in-stacks.ts";
import { report } from "./requests.ts";
import { wrap } from "./wrap.ts";

const { get } = Reflect;

let watching = false;

/** Starts to watch. To be called before the learner's program runs. */
export function watchAnswers(): void {
  if (watching) return;
  watching = true;
  const lines = new WeakMap<object, true>();
  const response: Record<string, unknown> = Object(ServerResponse.prototype);
  const requestOf = (response: object): unknown => get(response, "req");
  const again = (response: object) => {
    report(requestOf(response), { kind: "answered-again", place: placeNow() });
  };
  // A second answer sets a header, writes a head, or ends after the end. The first two throw ERR_HTTP_HEADERS_SENT
  // (https://nodejs.org/api/errors.html#err_http_headers_sent); the last one is silent.
  for (const name of ["setHeader", "writeHead", "appendHeader"]) {
    wrap(
      response,
      name,
      (original) =>
        function (...args) {
          if (get(this, "headersSent")) again(this);
          return original(this, args);
        },
    );
  }
  wrap(
    response,
    "end",
    (original) =>
      function (...args) {
        if (lines.has(this)) {
          again(this);
          return original(this, args);
        }
        const place = placeNow();
        const result = original(this, args);
        // Only now, because an `end` that throws has not answered.
        lines.set(this, true);
        report(requestOf(this), { kind: "answered", place }, sendWithNextMessage);
        return result;
      },
  );
}
