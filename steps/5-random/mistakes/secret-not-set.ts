/** The key is read from an environment variable that is not set. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { faultsOf, inWords } from "../../../src/check/diagnosis/read-evidence.ts";
import { secretsRead } from "../../../src/check/source/environment.ts";
import { placeOfFound } from "../../../src/check/source/handlers.ts";
import { isAnsweredFromCatch } from "../../../src/check/diagnosis/catching.ts";
import { SECRET_NAMES } from "../../../src/check/runner/secrets.ts";

/** What jsonwebtoken, jose and node:crypto say about a key that is undefined or empty. */
const NO_KEY =
  /secretOrPrivateKey must have a value|secret or public key must be provided|zero-length key|key argument must be of type|"key" argument|Key must be .*Received undefined|invalid key length/i;

export const secretNotSet: Mistake = {
  id: "handler-throws",
  find({ exchange, source }) {
    const fault = faultsOf(exchange).find(({ message }) => NO_KEY.test(message));
    const caught = isAnsweredFromCatch(source, exchange) && exchange?.request.path === "/login";
    const unset = secretsRead(source).find(({ name }) => !SECRET_NAMES.some((set) => set === name));
    if ((!fault && !caught) || !unset) return null;
    return {
      title: `The variable ${unset.name} is not set`,
      why: `Your app takes its key from process.env.${unset.name}, and there is no such variable, so the key is undefined${fault ? `: ${inWords(fault)}` : ""}. A check sets ${SECRET_NAMES.join(", ")}, each to a random text.`,
      fix: "Read one of these, or set your own when you start the app, from a file that node --env-file reads.",
      place: fault?.place ?? placeOfFound(unset),
    };
  },
};
