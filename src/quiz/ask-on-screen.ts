/** A quiz in a terminal: one question a screen. */

import type { Canvas } from "../drawing/canvas.ts";
import type { KeyHint } from "../drawing/scrolled-page.ts";
import type { Asked } from "./asked-question.ts";
import { drawMarked, drawOption, drawQuestion, drawReasons, questionHead } from "./draw-question.ts";
import type { Asker } from "./play.ts";
import type { Letter } from "./question.ts";
import type { Screen } from "./quiz-screen.ts";
import type { QuizEvent } from "./quiz-session.ts";
import type { Lines, Reply } from "./react-to-key.ts";
import { showSheet } from "./show-page.ts";
import type { Sheet, SheetConfig } from "./show-page.ts";

const LEAVE: readonly KeyHint[] = [
  { key: "Esc", label: "leave" },
  { key: "?", label: "keys" },
  { key: "q", label: "quit" },
];

/**
 * @param welcome stands at the top until the first key; null: nothing
 * @param noteQuit is called where the learner leaves by q
 */
export function screenAsker(
  screen: Screen,
  canvas: Canvas,
  welcome: string | null,
  noteQuit: () => void,
): Asker {
  let notice = welcome;
  let last: { asked: Asked; chosen: Letter | null } | null = null;
  let skipped: number | null = null;

  const show = (config: Pick<SheetConfig, "draw" | "from" | "may" | "keys">): Promise<Reply> => {
    screen.clear();
    const shown = showSheet(
      { ...config, screen, canvas, notice },
      { clearPromptOnDone: true, input: screen.input, output: screen.output() },
    );
    notice = null;
    return shown.then((reply) => {
      if (reply.type === "leave" && reply.quits) noteQuit();
      return reply;
    });
  };
  const explain = (asked: Asked, chosen: Letter | null, label: string) =>
    show({ ...reasonsSheet(asked, chosen), keys: [{ key: "Enter", label }, ...LEAVE], may: [] });

  const ask = async (asked: Asked, isLast: boolean): Promise<QuizEvent> => {
    const may = [...(isLast ? [] : ["skip" as const]), ...(last ? ["reread" as const] : [])];
    const reply = await show({
      draw: (chosen, each) => questionSheet(asked, chosen, skipped, each),
      may,
      keys: [
        { key: "A-D", label: "answer" },
        ...(isLast ? [] : [{ key: "S", label: "skip" }]),
        ...LEAVE,
        ...(last ? [{ key: "Left", label: "back" }] : []),
      ],
    });
    if (reply.type !== "reread" || last === null) {
      skipped = reply.type === "skip" ? asked.number : null;
      return eventOf(reply);
    }
    const after = await explain(last.asked, last.chosen, "the question");
    return after.type === "leave" ? eventOf(after) : ask(asked, isLast);
  };

  return {
    ask,
    async explain(asked, chosen, isLast) {
      last = { asked, chosen };
      return eventOf(await explain(asked, chosen, isLast ? "the result" : "next question"));
    },
  };
}

function eventOf(reply: Reply): QuizEvent {
  return reply.type === "reread" ? { type: "next" } : reply.type === "leave" ? { type: "leave" } : reply;
}

function questionSheet(asked: Asked, chosen: number | null, skipped: number | null, canvas: Canvas): Sheet {
  const lines = [...drawQuestion(asked, canvas), ""];
  const options: Lines[] = [];
  asked.options.forEach((option, index) => {
    const drawn = drawOption(option, index === chosen ? "pointer" : "none", canvas);
    options.push({ from: lines.length, to: lines.length + drawn.length });
    lines.push(...drawn);
  });
  return { head: questionHead(asked, skipped), lines, options };
}

/** The reasons, with the question above them to be scrolled back to. */
function reasonsSheet(asked: Asked, chosen: Letter | null): Pick<SheetConfig, "draw" | "from"> {
  const above = (canvas: Canvas) => [
    ...drawQuestion(asked, canvas),
    "",
    ...drawMarked(asked, chosen, canvas),
    "",
  ];
  return {
    draw: (_, canvas) => ({
      head: questionHead(asked),
      lines: [...above(canvas), ...drawReasons(asked, chosen, canvas)],
      options: [],
    }),
    from: (canvas) => above(canvas).length,
  };
}
