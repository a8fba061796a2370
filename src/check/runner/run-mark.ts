/** The environment variables that the tutor sets for a child, and the child takes away. */

/** Marks the processes of a run. */
export const MARK = "REFRESH_TUTOR_RUN";

/** The numbers of the inherited sockets to listen on. */
export const SOCKETS_VARIABLE = "REFRESH_TUTOR_SOCKETS";
