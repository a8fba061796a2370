import type { RequestListener, ServerResponse } from "node:http";
import { FORBIDDEN } from "../../../src/quiz/bank/said.ts";
import type { Call } from "../../../src/quiz/question.ts";
import { inProcess } from "./child.ts";
import { printed } from "./print.ts";
import { answerTo, appOf, send, serving } from "./serve.ts";

/**
 * How to run a snippet whose options do not say word for word what a call gets or what is printed.
 * `means` translates the options, in the order of the bank, into what a run could give.
 */
export interface SpecialRun {
  readonly means?: readonly [string, string, string, string];
  readonly run: (code: string, exchange: readonly Call[]) => Promise<string>;
}

const login: Call = { request: "POST /login" };
const token: Call = { request: "POST /token", body: '{ "refreshToken": "refresh123" }' };

export const SPECIAL: Readonly<Record<string, SpecialRun>> = {
  "login-by-get": {
    run: (code, exchange) => onlyCall(code, exchange, async (answer) => String(answer.status)),
  },

  "cookie-max-age": {
    means: ["Max-Age=3600", "Max-Age=3", "Max-Age=216000", "none"],
    run: (code, exchange) =>
      onlyCall(code, exchange, async (answer) => {
        const [cookie = ""] = answer.headers.getSetCookie();
        return cookie.split("; ").find((part) => part.startsWith("Max-Age")) ?? "none";
      }),
  },

  "async-handler-throws": {
    means: [
      '500 with Express\'s error page, then 200 with `{ "ok": true }`',
      'none, then 200 with `{ "ok": true }`',
      "none, then none",
      "200 with `{}`, then 500 with Express's error page",
    ],
    run: (code, exchange) =>
      serving(appOf(code), async (address) => {
        const answers: string[] = [];
        for (const call of exchange) answers.push(await answerTo(address, call));
        return answers.join(", then ");
      }),
  },

  "restart-forgets": {
    means: ["200", "403", "404", "500"],
    run: async (code) => {
      await serving(appOf(code), (address) => send(address, login));
      return serving(appOf(code), async (address) => String((await send(address, token)).status));
    },
  },

  "two-processes": {
    means: ["200: same program", "200: shared by the balancer", "500", "403"],
    run: (code) =>
      inProcess(code, (first) =>
        inProcess(code, async (second) => {
          await send(first.address, login);
          const { status } = await send(second.address, token);
          // The store itself works: the process that saw the login knows the token.
          return (await send(first.address, token)).status === 200 ? String(status) : "broken store";
        }),
      ),
  },

  "missing-return": {
    means: ["403, throws", "200, throws", "403, silent", "500, throws"],
    run: (code, exchange) =>
      inProcess(code, async (server) => {
        const [call] = exchange;
        const { status } = await send(server.address, call ?? token);
        await server.complained("ERR_HTTP_HEADERS_SENT");
        // Express has caught it: the next client is served.
        const next = await send(server.address, token);
        return next.status === 200 ? `${status}, throws` : "the server is broken";
      }),
  },

  "second-answer-later": {
    means: ["logs and goes on", "goes on silently", "hangs", "ends with 1"],
    run: (code, exchange) =>
      inProcess(code, async (server) => {
        const [call] = exchange;
        // The connection may break before the client has read its answer: not what is asked here.
        await send(server.address, call ?? token).catch(() => undefined);
        await server.complained("ERR_HTTP_HEADERS_SENT");
        return `ends with ${await server.ended}`;
      }),
  },

  "status-without-end": {
    run: async (code, exchange) => {
      const [call] = exchange;
      // Express runs this handler within the `request` event, so the second listener comes when it is done.
      const app: RequestListener = appOf(code);
      return serving(app, async (address, server) => {
        const handled = new Promise<ServerResponse>((resolve) =>
          server.once("request", (_, response) => resolve(response)),
        );
        const pending = send(address, call ?? login).then(
          (answer) => `${answer.status}`,
          () => "No answer: it waits",
        );
        if (!(await handled).headersSent) server.closeAllConnections();
        return pending;
      });
    },
  },

  // The timer needs its millisecond; then the token is forgotten.
  "timer-of-a-month": {
    run: (code, [login = { request: "" }, renewal = { request: "" }]) =>
      serving(appOf(code), async (address) => {
        await send(address, login);
        const answers = new Set<string>();
        while (!answers.has(FORBIDDEN)) answers.add(await answerTo(address, renewal));
        return FORBIDDEN;
      }),
  },

  "clear-on-another-path": {
    means: ["ends at any path", "login at /auth, logout at /", "ends at /auth", "not by a server"],
    run: (code, exchange) =>
      serving(appOf(code), async (address) => {
        const paths: string[] = [];
        for (const call of exchange) {
          const [cookie = ""] = (await send(address, call)).headers.getSetCookie();
          paths.push(/Path=([^;]+)/.exec(cookie)?.[1] ?? "");
        }
        return `login at ${paths[0]}, logout at ${paths[1]}`;
      }),
  },

  "origin-echoed": {
    means: ["https://app.example, true", "*, true", "none", "https://evil.example, true"],
    run: (code, exchange) =>
      onlyCall(code, exchange, async ({ headers }) => {
        const [origin, credentials] = ["origin", "credentials"].map((name) =>
          headers.get(`access-control-allow-${name}`),
        );
        return `${origin}, ${credentials}`;
      }),
  },

  "exp-in-seconds": {
    means: ["false", "true in either unit", "true only in milliseconds", "true in either unit"],
    run: async (code) => {
      const alike = code.replace("Date.now()", "Date.now() / 1000");
      if ((await printed(code)) !== "`true`") return "false";
      return (await printed(alike)) === "`false`" ? "true only in milliseconds" : "true in either unit";
    },
  },
};

/** Sends the one call of an exchange and reads something off the answer. */
function onlyCall(
  code: string,
  exchange: readonly Call[],
  read: (answer: Response) => Promise<string>,
): Promise<string> {
  return serving(appOf(code), async (address) => {
    const [call, ...others] = exchange;
    if (call === undefined || others.length > 0) throw new Error("exactly one call was expected");
    return read(await send(address, call));
  });
}
