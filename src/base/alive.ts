/** Whether a process lives. */

/** Whether a process with this id lives, whichever user it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM means that the process lives, but is another user's.
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
