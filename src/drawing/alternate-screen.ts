/**
 * The terminal's second screen, which session and quiz draw on: after it, what was on the screen before comes back.
 * Mode 1049 of xterm and its kin: https://invisible-island.net/xterm/ctlseqs/ctlseqs.html
 */

export const ENTER_ALTERNATE_SCREEN = "\u001b[?1049h";
export const LEAVE_ALTERNATE_SCREEN = "\u001b[?1049l";
