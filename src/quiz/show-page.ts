/** One page of a quiz in a terminal: shown until a key says what the learner wants. */

import { createPrompt, useEffect, useKeypress, useState } from "@inquirer/core";
import type { Canvas } from "../drawing/canvas.ts";
import { drawPage } from "../drawing/scrolled-page.ts";
import type { KeyHint, Size } from "../drawing/scrolled-page.ts";
import type { Screen } from "./quiz-screen.ts";
import { press } from "./react-to-key.ts";
import type { Choices, Lines, Looking, Reply } from "./react-to-key.ts";

/** What a page shows. */
export interface Sheet {
  head: string;
  lines: string[];
  /** Where the options stand; none on a page that is only read. */
  options: Lines[];
}

/** How many of the last lines hold the options. */
function optionLines({ lines, options: [first] }: Sheet): number {
  return first ? lines.length - first.from : 0;
}

export interface SheetConfig {
  screen: Screen;
  /** Its width is the screen's, whatever this one says. */
  canvas: Canvas;
  /** @param chosen the option pointed at, counted from 0; null: none */
  draw(chosen: number | null, canvas: Canvas): Sheet;
  /** The line to begin at. */
  from?(canvas: Canvas): number;
  may: Choices["may"];
  keys: readonly KeyHint[];
  /** Stands where the head is until the first key; null: nothing. */
  notice: string | null;
}

/**
 * Shows a page and gives back the reply. An end of the input, such as Ctrl-D or a closed terminal, is a leave.
 *
 * @throws {ExitPromptError} on Ctrl-C
 */
export const showSheet = createPrompt<Reply, SheetConfig>((config, done) => {
  const { screen, may, keys } = config;
  const [size, setSize] = useState<Size>(screen.size());
  const canvas = { ...config.canvas, width: size.columns };
  const [looking, setLooking] = useState<Looking>({
    top: config.from?.(canvas) ?? 0,
    chosen: null,
    notice: config.notice,
  });
  const sheet = config.draw(looking.chosen, canvas);
  const page = { head: looking.notice ?? sheet.head, lines: sheet.lines, keys, last: optionLines(sheet) };
  const { lines, view, pinned } = drawPage(page, looking.top, canvas, size.rows);
  // What is pinned is always in sight.
  const inSight = { from: view.top, to: view.top };
  const options = pinned ? sheet.options.map(() => inSight) : sheet.options;

  useEffect((rl) => {
    const again = () => {
      screen.clear();
      setSize(screen.size());
    };
    const leave = () => done({ type: "leave", quits: true });
    const suspend = () => screen.suspend(again);
    const stopListening = screen.onResize(again);
    rl.on("close", leave);
    // Without a listener readline stops by itself, and stays paused when it is resumed.
    if (process.platform !== "win32") rl.on("SIGTSTP", suspend);
    return () => {
      stopListening();
      rl.removeListener("close", leave);
      rl.removeListener("SIGTSTP", suspend);
    };
  }, []);

  useKeypress(({ name, ctrl }, rl) => {
    const typed = rl.line;
    // Readline collects what is typed; a page has no line to be edited.
    rl.clearLine(0);
    if (ctrl) return;
    // Readline has no name for a question mark.
    const next = press(looking, name ?? typed, view, { options, may });
    if ("type" in next) done(next);
    else setLooking(next);
  });

  return lines.join("\n");
});
