import { describe, expect, test } from "vitest";
import { QUESTIONS } from "../../src/quiz/bank.ts";
import { draw } from "../../src/quiz/choose-questions.ts";
import { LETTERS } from "../../src/quiz/question.ts";
import { advance, begin, current, sessionFrom } from "../../src/quiz/quiz-session.ts";
import type { QuizEvent, QuizSession } from "../../src/quiz/quiz-session.ts";
import type { QuizKind } from "../../src/workspace/quiz-progress.ts";
import { fc } from "../property.ts";

const started = (kind: QuizKind = "practice", seed = 7) => begin(kind, seed, draw(kind, seed));
const after = (session: QuizSession, ...events: QuizEvent[]) => events.reduce(advance, session);
const saved = (session: QuizSession) =>
  sessionFrom(JSON.parse(JSON.stringify(session)), (id) => QUESTIONS.has(id));

const answer: QuizEvent = { type: "answer", letter: "B" };
const next: QuizEvent = { type: "next" };
const skip: QuizEvent = { type: "skip" };
const leave: QuizEvent = { type: "leave" };
const resume: QuizEvent = { type: "resume" };
const pass: QuizEvent = { type: "pass" };

describe("one run through a quiz", () => {
  test("asks, explains, and asks the next one", () => {
    const [first, second] = started().asked;
    expect(current(started())).toBe(first);
    const explained = after(started(), answer);
    expect(explained).toMatchObject({ phase: "explaining", explained: first, given: { [first ?? ""]: "B" } });
    expect(current(explained)).toBeUndefined();
    expect(current(after(explained, next))).toBe(second);
  });

  test("is finished after the last one", () => {
    const end = after(started(), answer, next, answer, next, pass, next, answer, next, answer, next);
    expect(end).toMatchObject({ phase: "finished", waiting: [], explained: null });
    expect(Object.values(end.given)).toEqual(["B", "B", null, "B", "B"]);
  });

  test("comes back to a skipped question after the others", () => {
    const { asked } = started();
    const skipped = after(started(), skip);
    expect(current(skipped)).toBe(asked[1]);
    const others = after(skipped, answer, next, answer, next, answer, next, answer, next);
    expect(current(others)).toBe(asked[0]);
    expect(after(others, skip)).toBe(others);
    expect(after(others, answer, next).phase).toBe("finished");
  });

  test("goes on where it was left, from the file too", () => {
    const left = after(started(), answer, next, skip, leave);
    expect(current(left)).toBeUndefined();
    const resumed = saved(left);
    expect(resumed).toEqual(left);
    expect(resumed && current(advance(resumed, resume))).toBe(started().asked[2]);
  });

  test("keeps an answer whose reasoning was not read to its end", () => {
    const left = after(started(), answer, leave);
    expect(Object.keys(left.given)).toEqual([started().asked[0]]);
    expect(current(after(left, resume))).toBe(started().asked[1]);
  });

  test("is finished when it was left at the last one's reasoning", () => {
    const end = after(
      started(),
      answer,
      next,
      answer,
      next,
      answer,
      next,
      answer,
      next,
      answer,
      leave,
      resume,
    );
    expect(end.phase).toBe("finished");
  });

  test("is finished at once without questions", () => {
    expect(begin("test", 1, []).phase).toBe("finished");
  });
});

describe("whatever happens", () => {
  const events: fc.Arbitrary<QuizEvent> = fc.oneof(
    fc.constantFrom(...LETTERS).map((letter): QuizEvent => ({ type: "answer", letter })),
    fc.constantFrom(next, skip, leave, resume, pass),
  );
  const runs = fc.record({
    kind: fc.constantFrom<QuizKind[]>("practice", "test"),
    seed: fc.integer(),
    events: fc.array(events, { maxLength: 60 }),
  });

  test("every question is either waiting or done, and what was answered stays", () => {
    fc.assert(
      fc.property(runs, ({ kind, seed, events }) => {
        let session = started(kind, seed);
        for (const event of events) {
          const then = advance(session, event);
          const all = [...then.waiting, ...Object.keys(then.given)];
          expect(all.toSorted()).toEqual(then.asked.toSorted());
          expect(then.given).toMatchObject(session.given);
          expect(then.explained !== null).toBe(then.phase === "explaining");
          if (then.phase === "asking") expect(then.waiting).not.toEqual([]);
          if (then.phase === "finished") expect(then.waiting).toEqual([]);
          session = then;
        }
      }),
    );
  });

  test("leaving, saving and resuming loses nothing", () => {
    fc.assert(
      fc.property(runs, ({ kind, seed, events }) => {
        const session = after(started(kind, seed), ...events);
        fc.pre(session.waiting.length > 0);
        const { kind: sameKind, seed: sameSeed, waiting, given } = saved(session) ?? {};
        expect({ kind: sameKind, seed: sameSeed, waiting, given }).toEqual({
          kind: session.kind,
          seed: session.seed,
          waiting: session.waiting,
          given: session.given,
        });
      }),
    );
  });

  test("the end can be reached by answering", () => {
    fc.assert(
      fc.property(runs, ({ kind, seed, events }) => {
        const rest = Array.from({ length: 10 }, () => [answer, next]).flat();
        expect(after(started(kind, seed), ...events, resume, next, ...rest).phase).toBe("finished");
      }),
    );
  });
});

describe("a saved session that cannot be taken up", () => {
  const good = after(started(), answer, next, leave);
  const [first = "", second = ""] = good.asked;
  const bad: [string, unknown][] = [
    ["no object", "x"],
    ["null", null],
    ["another kind", { ...good, kind: "exam" }],
    ["a kind that every object has", { ...good, kind: "toString" }],
    ["no seed", { ...good, seed: "7" }],
    ["a broken seed", { ...good, seed: 0.5 }],
    ["a question that is gone", { ...good, asked: ["gone"], waiting: ["gone"], given: {} }],
    ["a letter that there is not", { ...good, given: { [first]: "E" } }],
    ["a question that waits though it is answered", { ...good, waiting: [first, ...good.waiting] }],
    ["a question that waits twice", { ...good, waiting: [second, ...good.waiting] }],
    ["a question that is lost", { ...good, waiting: good.waiting.slice(1) }],
    ["nothing left to ask", after(good, resume, answer, next, answer, next, answer, next, answer, next)],
  ];

  test.for(bad)("%s", ([, value]) => {
    expect(sessionFrom(value, (id) => QUESTIONS.has(id))).toBeNull();
  });

  test("while the good one can", () => {
    expect(saved(good)).toEqual(good);
  });
});
