/** What must hold at every step: the app comes up, answers every request once, in time, and keeps running. */

import type { Boot, Transcript } from "../transcript.ts";
import { failed, passed, skipped } from "./check.ts";
import type { Check } from "./check.ts";
import { received, requestLine } from "./read-transcript.ts";

export function bootInWords(boot: Exclude<Boot, { outcome: "up" }>): string {
  switch (boot.outcome) {
    case "crashed":
      return boot.fault
        ? `${boot.fault.name}: ${boot.fault.message.split("\n")[0]}`
        : "the program ended with an error";
    case "exited":
      return boot.apps > 0 || boot.called
        ? "the program ended by itself"
        : "the program ended without an app";
    case "foreign":
      return "a server that is not an Express app";
    case "timeout":
      return boot.blocked ? "still busy" : "still waiting for something";
  }
}

export const starts: Check = {
  id: "app-starts",
  title: "The app starts",
  exchange: null,
  judge({ boot }) {
    return boot.outcome === "up" ? passed : failed("a running Express app", bootInWords(boot));
  },
};

function label(transcript: Transcript, index: number): string {
  const request = transcript.exchanges[index]?.request;
  return request ? requestLine(request) : "a request";
}

export const answersInTime: Check = {
  id: "answers-in-time",
  title: "Every request gets an answer in time",
  exchange: null,
  judge(transcript) {
    if (transcript.exchanges.length === 0) return skipped;
    const index = transcript.exchanges.findIndex(({ response }) => response === null);
    const exchange = transcript.exchanges[index];
    if (!exchange && transcript.tooSlow) {
      const seconds = Math.round(transcript.ms / 1000);
      return failed("all answers in the time for a check", `${seconds} s were not enough for all of it`);
    }
    if (!exchange) return passed;
    return failed("an answer to every request", `${label(transcript, index)}: ${received(exchange)}`);
  },
};

export const answersOnce: Check = {
  id: "answers-once",
  title: "Every request is answered exactly once",
  exchange: null,
  seenInside: true,
  judge(transcript) {
    if (transcript.exchanges.length === 0) return skipped;
    const index = transcript.exchanges.findIndex(({ events }) =>
      events.some(({ kind }) => kind === "answered-again"),
    );
    if (index < 0) return passed;
    return failed("one answer to each request", `${label(transcript, index)} was answered twice`);
  },
};

export const keepsRunning: Check = {
  id: "keeps-running",
  title: "The app keeps running",
  exchange: null,
  judge({ boot, ending, exchanges }) {
    if (boot.outcome !== "up") return skipped;
    const uncaught = exchanges.flatMap(({ events }) => events).find((event) => event.kind === "uncaught");
    const busy = exchanges.find(({ hang, response }) => hang === "blocked" && response);
    if (busy) {
      return failed(
        "a program that keeps running",
        `after ${requestLine(busy.request)} it is busy and answers nothing`,
      );
    }
    if (ending === null) return passed;
    const reason = uncaught ? `: ${uncaught.fault.name}: ${uncaught.fault.message}` : "";
    return failed("a program that keeps running", `the program ended${reason}`);
  },
};
