// What all measurements share: runs in alternating pairs, and what is said about many figures.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
export const bin = fileURLToPath(new URL("../bin/refresh-tutor.js", import.meta.url));

const env = { ...process.env, NO_COLOR: "1" };

/** Runs Node with these words to its end; returns ms, from outside, and the exit code. */
export function time(words, options = {}) {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(process.execPath, words, { cwd: root, env, stdio: "ignore", ...options });
    child.on("error", reject);
    child.on("exit", (code) => resolve({ ms: performance.now() - begun, code }));
  });
}

/** The peak of a process's resident memory in KB and the pids of its children; null once it has ended. */
function look(pid) {
  try {
    const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
    return { peak, children: children.map(Number) };
  } catch {
    return null;
  }
}

/** Runs Node with these words and returns the sum of the peaks of it and its children, in MB. Linux only. */
export function peak(words, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { cwd: root, env, stdio: "ignore", ...options });
    const peaks = new Map();
    const sample = (pid) => {
      const seen = look(pid);
      if (seen === null) return;
      if (seen.peak > 0) peaks.set(pid, seen.peak);
      for (const each of seen.children) sample(each);
    };
    const timer = setInterval(() => sample(child.pid), 2);
    child.on("error", reject);
    child.on("exit", () => {
      clearInterval(timer);
      resolve([...peaks.values()].reduce((sum, kb) => sum + kb, 0) / 1024);
    });
  });
}

/** The figure below which a share of them lies, from 0 to 1. */
export function quantile(figures, share) {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Measures two things in turn, once unheard and then `count` times; returns both lists and the ratio of each pair. */
export async function inPairs(count, first, second) {
  const figures = { first: [], second: [], ratios: [] };
  for (let round = -1; round < count; round++) {
    const [a, b] = [await first(), await second()];
    if (round < 0) continue;
    figures.first.push(a);
    figures.second.push(b);
    figures.ratios.push(a / b);
  }
  return figures;
}
