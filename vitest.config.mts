import { defineConfig } from "vitest/config";

// Tests that run whole programs share two cores with others: they get a minute.
export default defineConfig({ test: { include: ["test/**/*.test.ts"], testTimeout: 60_000 } });
