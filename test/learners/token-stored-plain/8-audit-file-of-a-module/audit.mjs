import { appendFileSync } from "node:fs";

export function audit(event, details) {
  const line = JSON.stringify({ at: new Date().toISOString(), event, ...details });
  appendFileSync(new URL("./audit.log", import.meta.url), line + "\n"); // here
}
