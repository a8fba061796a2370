/**
 * The environment variables that the tutor sets for a child, and that the child removes before the program can see
 * them.
 */

/** Its value marks the processes of a run. */
export const MARK = "REFRESH_TUTOR_RUN";

/** Its value is the list of the inherited sockets to listen on, as numbers. */
export const SOCKETS_VARIABLE = "REFRESH_TUTOR_SOCKETS";
