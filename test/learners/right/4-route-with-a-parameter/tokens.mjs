export const refreshTokens = [];

// one job after the other
let tail = Promise.resolve();

export function withLock(job) {
  const result = tail.then(job);
  tail = result.catch(() => {});
  return result;
}
