// What a user gets: the packed tarball, installed without development dependencies into a scratch folder.
import { execFileSync } from "node:child_process";
import { lstatSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./measure.mjs";

/** The disk space of a folder in bytes, as `du` counts: blocks, and a file with two names once. */
function diskOf(folder, seen = new Set()) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    const { ino, blocks } = lstatSync(path);
    if (seen.has(ino)) return sum;
    seen.add(ino);
    return sum + blocks * 512 + (entry.isDirectory() ? diskOf(path, seen) : 0);
  }, 0);
}

/** Installs packages by name or path into a scratch folder; returns how many there are in the end, and their MB. */
export function install(...names) {
  const folder = mkdtempSync(join(tmpdir(), "refresh-tutor-bench-"));
  const npm = (...words) =>
    execFileSync("npm", words, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  npm("install", "--omit=dev", "--no-audit", "--no-fund", ...names);
  const packages = npm("ls", "--all", "--parseable").trim().split("\n").length - 1;
  const mb = diskOf(join(folder, "node_modules")) / 1e6;
  return { folder, packages, mb, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Packs this package into a folder; returns the tarball's path. */
export function pack(folder) {
  execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], {
    cwd: root,
    stdio: "ignore",
  });
  return join(folder, readdirSync(folder)[0] ?? "");
}

/** Packs this package and installs it. */
export function installSelf() {
  const scratch = mkdtempSync(join(tmpdir(), "refresh-tutor-bench-"));
  try {
    return install(pack(scratch));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
