import { faultsOf, lastEntered, requestLine } from "../reading.ts";
import type { Mistake } from "../mistake.ts";

/** The process ended while it answered, or because of what it had begun to. */
export const crashInHandler: Mistake = {
  id: "crash-in-handler",
  find({ transcript: { ending, exchanges, boot } }) {
    if (!ending || boot.outcome !== "up") return null;
    const exchange = exchanges.find(({ ended }) => ended) ?? exchanges.at(-1) ?? null;
    const fault = faultsOf(exchange).at(-1) ?? exchanges.flatMap(faultsOf).at(-1);
    const during = exchange ? ` at ${requestLine(exchange.request)}` : "";
    const exited = ending.place !== null || (!fault && ending.signal === null);
    const how = fault
      ? `an error that nothing caught: ${fault.name}: ${fault.message.split("\n")[0]}`
      : ending.signal
        ? `the signal ${ending.signal}`
        : `process.exit${ending.code === null ? "" : ` (code ${ending.code})`}`;
    return {
      title: `The program ends${during}`,
      why: `What ended it was ${how}. ${exited ? "A server that ends answers nobody any more, not only this request." : "An error in a promise or a callback is not caught by Express 4, nor by anybody outside of a handler: it ends the whole program."}`,
      fix: exited
        ? "Answer the request instead, and let the program run on."
        : "Mend what the error names; where something may fail, catch it and answer with an error.",
      place: fault?.place ?? ending.place ?? lastEntered(exchange)?.place ?? null,
    };
  },
};
