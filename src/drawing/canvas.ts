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

/** What is known of the place that is written to, as plain data. */
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

/** Where the width is not known: what is piped is read in a file or in a log. */
const WIDTH = 80;
/** Below this nothing can be laid out; the terminal breaks the lines then. */
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

/** NO_COLOR as https://no-color.org has it: present and not empty. FORCE_COLOR wins over the kind of output only. */
function hasColor({ env, isTTY, noColor }: Surroundings): boolean {
  if (noColor || (env["NO_COLOR"] ?? "") !== "") return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return isTTY && env["TERM"] !== "dumb";
}

/** LC_ALL before LC_CTYPE before LANG, as POSIX has it (XBD §8.2). None of them set is the C locale: ASCII. */
function hasUnicode({ env, platform }: Surroundings): boolean {
  const { TERM, WT_SESSION, TERM_PROGRAM } = env;
  // The kernel's own console and dumb terminals have fonts of a few hundred characters.
  if (TERM === "linux" || TERM === "dumb") return false;
  if (platform === "win32") return WT_SESSION !== undefined || TERM_PROGRAM === "vscode";
  const locale = [env["LC_ALL"], env["LC_CTYPE"], env["LANG"]].find((value) => (value ?? "") !== "");
  return /utf-?8/i.test(locale ?? "");
}

/** The terminals that are known to follow OSC 8; others show it as rubbish. */
function hasLinks(env: Surroundings["env"]): boolean {
  const { TERM, TERM_PROGRAM, WT_SESSION, VTE_VERSION, CI, TMUX, STY } = env;
  if (CI || TMUX || STY || TERM === "dumb") return false;
  const programs = ["iTerm.app", "WezTerm", "vscode", "ghostty"];
  if (programs.includes(TERM_PROGRAM ?? "") || WT_SESSION) return true;
  // VTE 0.50.0 crashed on links.
  if (Number(VTE_VERSION) > 5000) return true;
  return ["xterm-kitty", "xterm-ghostty", "alacritty", "foot"].includes(TERM ?? "");
}
