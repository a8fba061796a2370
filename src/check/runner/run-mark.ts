/** The environment variable that marks the processes of a run. */
export const MARK = "REFRESH_TUTOR_RUN";
