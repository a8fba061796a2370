/** The two parts of launch-editor that are used here; its own entry would print to the screen. */

declare module "launch-editor/guess.js" {
  /** The running editor's program and its arguments, else that of $VISUAL or $EDITOR; [null] where there is none. */
  export default function guessEditor(): (string | null)[];
}

declare module "launch-editor/get-args.js" {
  /** What an editor has to be given to open a file (absolute) at a place. */
  export default function getArguments(
    editor: string,
    file: string,
    line: number,
    column: number,
  ): (string | number)[];
}
