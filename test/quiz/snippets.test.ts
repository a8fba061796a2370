import { describe, expect, test } from "vitest";
import { QUESTIONS } from "../../src/quiz/bank.ts";
import type { Call } from "../../src/quiz/question.ts";
import { evaluated, printed } from "./run/print.ts";
import { answerTo, appOf, serving } from "./run/serve.ts";
import { SPECIAL } from "./run/special.ts";

const BANK = [...QUESTIONS.values()];

const withSnippet = BANK.flatMap((question) => {
  const { id, snippet, exchange = [], options } = question;
  return snippet === undefined ? [] : [{ id, code: snippet.code, exchange, options }];
});

describe("what a question calls right is what really happens", () => {
  test.for(withSnippet)("$id", async ({ id, code, exchange, options }) => {
    const special = SPECIAL[id];
    const happened = special ? await special.run(code, exchange) : await ran(code, exchange);
    const claims = options.map((option, place) => special?.means?.[place] ?? option.text);
    const right = options.findIndex((option) => option.right);
    expect(happened).toBe(claims[right]);
    expect(claims.filter((claim) => claim === happened)).toHaveLength(1);
  });

  test("every exchange belongs to a snippet, and ends with what the question asks", () => {
    for (const { id, snippet, exchange } of BANK) {
      if (exchange === undefined) continue;
      expect(snippet, id).toBeDefined();
      expect(exchange.at(-1)?.response, id).toBeUndefined();
    }
  });

  test("every special run belongs to a question", () => {
    const ids = withSnippet.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(SPECIAL)));
  });
});

/** Sends the calls one after the other; the answers that the question shows have to be the real ones. */
async function ran(code: string, exchange: readonly Call[]): Promise<string> {
  if (exchange.length === 0) return printed(code);
  return serving(appOf(code), async (address) => {
    let answer = "";
    for (const call of exchange) {
      answer = await answerTo(address, call);
      if (call.response !== undefined) expect(answer).toBe(call.response);
    }
    return answer;
  });
}

describe("a check that names a command and its output", () => {
  const command = /`node -p "([^`]+)"` prints `([^`]+)`/;
  const commands = BANK.flatMap(({ id, check }) => {
    const [, expression, output] = command.exec(check) ?? [];
    return expression && output ? [{ id, expression, output }] : [];
  });

  test.for(commands)("$id", ({ expression, output }) => {
    expect(evaluated(expression)).toBe(output);
  });

  test("is never overlooked", () => {
    const named = BANK.filter(({ check }) => check.includes("node -p") && check.includes("prints"));
    expect(commands).toHaveLength(named.length);
  });
});
