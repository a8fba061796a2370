/**
 * The people of a scenario. Each has a client of their own, as a browser app would, and it keeps the tokens it is
 * given.
 */

import { isRecord } from "../../base/shape.ts";
import { isSentTo, keepCookies } from "../cookies.ts";
import { tokenOf } from "../credential.ts";
import { isSuccess, jsonOf } from "../judge/read-transcript.ts";
import { get, post } from "../requests.ts";
import type { Cast, Cookie, Credential, Person, Scenario } from "../scenario.ts";
import type { Exchange, Request, Response } from "../transcript.ts";
import type { Conversation, Play } from "./conversation.ts";
import { loadPatterns, loadSource, loadWords, textOfSource } from "./load-source.ts";
import type { Source } from "../source/source.ts";
import { ScenarioEnded } from "./scenario-ended.ts";

/** Everybody sends a name and a password, as in production. An app may look at the password or leave it. */
const PASSWORDS: Readonly<Record<string, string>> = {
  ada: "lovelace",
  grace: "hopper",
  alan: "turing",
  mallory: "malice",
};

/** A member of an answer's JSON, where it is a text that is not empty; else null. */
function textIn(response: Response, member: string): string | null {
  const json = jsonOf(response);
  const value = isRecord(json) ? json[member] : null;
  return typeof value === "string" && value !== "" ? value : null;
}

/** One person's client. */
class Client implements Person {
  readonly name: string;
  readonly #conversation: Conversation;
  readonly #scenario: string;
  readonly #play: Play;
  readonly #nextLabel: (label: string) => string;
  #cookies: Cookie[] = [];
  #accessToken: string | null = null;
  #refreshToken: string | null = null;

  constructor(
    name: string,
    conversation: Conversation,
    scenario: string,
    play: Play,
    nextLabel: (label: string) => string,
  ) {
    this.name = name;
    this.#conversation = conversation;
    this.#scenario = scenario;
    this.#play = play;
    this.#nextLabel = nextLabel;
  }

  get accessToken(): string | null {
    return this.#accessToken;
  }

  get refreshToken(): string | null {
    return tokenOf(this.credential());
  }

  credential(): Credential {
    const { now } = this.#conversation;
    this.#cookies = keepCookies(this.#cookies, [], "/", now);
    return { refreshToken: this.#refreshToken, cookies: [...this.#cookies] };
  }

  send(label: string, request: Request, options: Parameters<Person["send"]>[2] = {}) {
    return this.#conversation.send(this.#sender(label), request, this.#play, options);
  }

  login(label = this.#label("login")): Promise<Exchange> {
    const body = { username: this.name, password: PASSWORDS[this.name] ?? "secret" };
    return this.#take(label, post("/login", body));
  }

  renew(label = this.#label("renew"), credential = this.credential()): Promise<Exchange> {
    return this.#take(label, withCredential("/token", credential));
  }

  async logout(label = this.#label("logout"), credential = this.credential()): Promise<Exchange> {
    const exchange = await this.#exchange(label, withCredential("/logout", credential));
    this.#keepCookies(exchange);
    return exchange;
  }

  me(label = this.#label("me"), accessToken = this.#accessToken): Promise<Exchange> {
    const headers = accessToken === null ? {} : { authorization: `Bearer ${accessToken}` };
    return this.#exchange(label, get("/me", headers));
  }

  async renewAtOnce(label: string, times: number, held: boolean): Promise<Exchange[]> {
    const senders = Array.from({ length: times }, (_, at) => this.#sender(`${label}-${at + 1}`));
    const request = withCredential("/token", this.credential());
    return this.#conversation.sendAtOnce(senders, request, held, this.#play);
  }

  #label(act: string): string {
    return this.#nextLabel(`${this.#scenario}/${this.name}-${act}`);
  }

  #sender(label: string) {
    return { label, actor: this.name, scenario: this.#scenario };
  }

  async #exchange(label: string, request: Request): Promise<Exchange> {
    const exchange = await this.send(label, request);
    if (!exchange?.response) throw new ScenarioEnded();
    return exchange;
  }

  /** Sends a request, and keeps the tokens of a good answer. */
  async #take(label: string, request: Request): Promise<Exchange> {
    const exchange = await this.#exchange(label, request);
    this.#keepCookies(exchange);
    const { response } = exchange;
    if (!response || !isSuccess(response)) return exchange;
    this.#accessToken = textIn(response, "accessToken") ?? this.#accessToken;
    this.#refreshToken = textIn(response, "refreshToken") ?? this.#refreshToken;
    return exchange;
  }

  #keepCookies({ request, response }: Exchange): void {
    const lines = response?.setCookies ?? [];
    this.#cookies = keepCookies(this.#cookies, lines, request.path, this.#conversation.now);
  }
}

/** A POST with the cookies that match its path, and with the refresh token in the body if it came in a body. */
function withCredential(path: string, { refreshToken, cookies }: Credential): Request {
  const request = post(path, refreshToken === null ? {} : { refreshToken });
  const matching = cookies.filter((cookie) => isSentTo(cookie, path));
  if (matching.length === 0) return request;
  const cookie = matching.map(({ name, value }) => `${name}=${value}`).join("; ");
  return { ...request, headers: { ...request.headers, cookie } };
}

/** Everybody and everything that a scenario can use, in a conversation. */
export function castOf(conversation: Conversation, { name: scenario }: Scenario, play: Play): Cast {
  const used = new Map<string, number>();
  const nextLabel = (label: string) => {
    const count = (used.get(label) ?? 0) + 1;
    used.set(label, count);
    return count === 1 ? label : `${label}-${count}`;
  };
  let loaded: Promise<Source> | null = null;
  const source = () => (loaded ??= loadSource(conversation.file));
  const client = (name: string) => new Client(name, conversation, scenario, play, nextLabel);
  return {
    ada: client("ada"),
    grace: client("grace"),
    alan: client("alan"),
    mallory: client("mallory"),
    clock: { now: () => conversation.now, move: (ms) => conversation.moveClock(ms, play) },
    power: {
      cut: async (act) => {
        await conversation.armCut(play);
        return act();
      },
      end: () => conversation.endGently(play),
      restore: () => conversation.restore(),
    },
    loot: () => conversation.loot(play),
    addToken: (token, at) => conversation.addToken(token, at, play),
    wordsOfSource: async () => loadWords(await source()),
    patternsOfSource: async () => loadPatterns(await source()),
    textOfSource: async () => textOfSource(await source()),
    discover: (discovery) => conversation.discover(discovery),
  };
}
