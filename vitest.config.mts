import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Tests that run whole programs share two cores with others, whoever they are: few of a file run at a time, and the limits
// only end what hangs.
// `--mode all` looks at every program and mutant, where a normal run looks at a sample (test/sample.ts). `--mode record`
// writes what is kept anew instead of comparing it.
const MODES: Record<string, Record<string, string>> = { all: { FULL: "1" }, record: { RECORD: "1" } };

export default defineConfig(({ mode }) => ({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 5 * 60_000,
    hookTimeout: 5 * 60_000,
    maxConcurrency: 3,
    // Most of them wait most of the time, each for a program of its own.
    maxWorkers: availableParallelism() + 1,
    // Commands are named as who installed the package types them, however the tests were started.
    env: { npm_command: "", ...MODES[mode] },
  },
}));
