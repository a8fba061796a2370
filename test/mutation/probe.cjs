// Put at the end of a mutant: sees what its outermost scope holds, and serves an app that nobody listens with.
process.on("message", ({ id, add, at }) => {
  let store;
  try {
    store = refreshTokens;
  } catch {
    store = undefined;
  }
  if (add !== undefined && Array.isArray(store)) store[at === "front" ? "unshift" : "push"](add);
  process.send({ id, tokens: Array.isArray(store) ? store.map((token) => String(token)) : null });
});
if (!globalThis.listenWasCalled && typeof app === "function") app.listen(0);
