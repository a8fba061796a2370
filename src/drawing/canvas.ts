/** What is drawn on: how wide it is and what it can show. Every drawing function takes one. */

export interface Canvas {
  /** Columns; no drawn line is wider. */
  width: number;
  /** Colour, bold and dim may be used. They never carry meaning alone. */
  color: boolean;
  /** Box-drawing characters, marks and dots may be used; without it, what the tutor draws is ASCII. */
  unicode: boolean;
  /** Links may be hidden behind their text (OSC 8). */
  links: boolean;
}

/** What is known about the place that is drawn on. Plain data. */
export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>;
  /** `process.platform`. */
  platform: string;
  isTTY: boolean;
  /** Columns of the terminal; undefined where it is none. */
  columns: number | undefined;
  /** `--plain`: no colour, ASCII, no hidden links. */
  plain: boolean;
  /** `--no-color`. */
  noColor: boolean;
}

/** The width where it is not known: piped output ends in a file or a log. */
const WIDTH = 80;
/** With fewer columns than this, nothing can be laid out, and the terminal breaks the lines. */
const NARROWEST = 20;

/** What can be drawn on in these surroundings. */
export function canvasOf(surroundings: Surroundings): Canvas {
  const { env, columns, isTTY, plain } = surroundings;
  const known = columns !== undefined && columns > 0 ? columns : Number.parseInt(env["COLUMNS"] ?? "", 10);
  return {
    width: Math.max(NARROWEST, Number.isFinite(known) && known > 0 ? known : WIDTH),
    color: !plain && hasColor(surroundings),
    unicode: !plain && hasUnicode(surroundings),
    links: !plain && isTTY && hasLinks(env),
  };
}

/** NO_COLOR as https://no-color.org has it: it is set and not empty. FORCE_COLOR overrides only the kind of output. */
function hasColor({ env, isTTY, noColor }: Surroundings): boolean {
  if (noColor || (env["NO_COLOR"] ?? "") !== "") return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return isTTY && env["TERM"] !== "dumb";
}

/** LC_ALL before LC_CTYPE before LANG, as in POSIX (XBD §8.2). If none is set, it is the C locale: ASCII. */
function hasUnicode({ env, platform }: Surroundings): boolean {
  const { TERM, WT_SESSION, TERM_PROGRAM } = env;
  // The kernel's own console and dumb terminals have fonts of a few hundred characters.
  if (TERM === "linux" || TERM === "dumb") return false;
  if (platform === "win32") return WT_SESSION !== undefined || TERM_PROGRAM === "vscode";
  const locale = [env["LC_ALL"], env["LC_CTYPE"], env["LANG"]].find((value) => (value ?? "") !== "");
  return /utf-?8/i.test(locale ?? "");
}

/** The terminals that are known to support OSC 8. Others print it as rubbish. */
function hasLinks(env: Surroundings["env"]): boolean {
  const { TERM, TERM_PROGRAM, WT_SESSION, VTE_VERSION, CI, TMUX, STY } = env;
  if (CI || TMUX || STY || TERM === "dumb") return false;
  const programs = ["iTerm.app", "WezTerm", "vscode", "ghostty"];
  if (programs.includes(TERM_PROGRAM ?? "") || WT_SESSION) return true;
  // VTE 0.50.0 crashed on links.
  if (Number(VTE_VERSION) > 5000) return true;
  return ["xterm-kitty", "xterm-ghostty", "alacritty", "foot"].includes(TERM ?? "");
}
