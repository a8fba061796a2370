// check: anything
require("../right").listen(3000, () => {
  for (const handle of process._getActiveHandles()) handle.destroy?.();
});
