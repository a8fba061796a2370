/** Plays a step's scenarios without an app: what they would send, and by which labels. */

import type { Cast, Person, Scenario } from "../src/check/scenario.ts";
import { get, post } from "../src/check/requests.ts";
import type { Exchange, Request } from "../src/check/transcript.ts";
import { exchange, json } from "./transcripts.ts";

export interface Sending {
  label: string;
  actor: string;
  scenario: string;
  request: Request;
}

/** A token that tells itself from all others and looks like none of an app. */
function tokens() {
  let count = 0;
  return () => `dry-run-token-${String((count += 1)).padStart(30, "0")}`;
}

/** All that scenarios send, in order, to an app that answers every request well. */
export async function sendingsOf(scenarios: readonly Scenario[]): Promise<Sending[]> {
  const sendings: Sending[] = [];
  const next = tokens();
  for (const { name: scenario, act } of scenarios) {
    const used = new Map<string, number>();
    const person = (name: string): Person => {
      let accessToken: string | null = null;
      let refreshToken: string | null = null;
      const own = (verb: string) => {
        const label = `${scenario}/${name}-${verb}`;
        const count = (used.get(label) ?? 0) + 1;
        used.set(label, count);
        return count === 1 ? label : `${label}-${count}`;
      };
      const send = (label: string, request: Request): Exchange => {
        sendings.push({ label, actor: name, scenario, request });
        const body = { accessToken: next(), refreshToken: next(), username: name };
        return exchange(label, request.path, { request, response: json(200, body) });
      };
      const take = (label: string, request: Request): Exchange => {
        const answer = send(label, request);
        accessToken = next();
        refreshToken = next();
        return answer;
      };
      const credential = () => ({ refreshToken, cookies: [] });
      return {
        name,
        get accessToken() {
          return accessToken;
        },
        get refreshToken() {
          return refreshToken;
        },
        credential,
        send: (label, request) => Promise.resolve(send(label, request)),
        login: (label = own("login")) => Promise.resolve(take(label, post("/login", { username: name }))),
        renew: (label = own("renew"), with_ = credential()) =>
          Promise.resolve(take(label, post("/token", { refreshToken: with_.refreshToken }))),
        logout: (label = own("logout"), with_ = credential()) =>
          Promise.resolve(send(label, post("/logout", { refreshToken: with_.refreshToken }))),
        me: (label = own("me")) => Promise.resolve(send(label, get("/me"))),
        renewAtOnce: (label, times) =>
          Promise.resolve(
            Array.from({ length: times }, (_, at) =>
              send(`${label}-${at + 1}`, post("/token", { refreshToken })),
            ),
          ),
      };
    };
    const cast: Cast = {
      ada: person("ada"),
      grace: person("grace"),
      alan: person("alan"),
      mallory: person("mallory"),
      clock: { now: () => Date.now(), move: () => Promise.resolve() },
      power: { cut: (act) => act(), end: () => Promise.resolve(), restore: () => Promise.resolve() },
      loot: () => Promise.resolve([]),
      addToken: () => Promise.resolve(),
      wordsOfSource: () => Promise.resolve([]),
      patternsOfSource: () => Promise.resolve([]),
      textOfSource: () => Promise.resolve(""),
      discover: () => {},
    };
    await act(cast);
  }
  return sendings;
}
