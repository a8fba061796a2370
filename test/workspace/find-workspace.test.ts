import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findWorkspace } from "../../src/workspace/find-workspace.ts";
import { emptyFolder } from "../commands/program.ts";

function workspaceIn(folder: string, name: string): string {
  const root = join(folder, name);
  mkdirSync(join(root, ".refresh-tutor"), { recursive: true });
  mkdirSync(join(root, "steps", "deep"), { recursive: true });
  return root;
}

test("a workspace is found from inside, from any folder below, and from the folder that holds it", () => {
  const folder = emptyFolder();
  const root = workspaceIn(folder, "refresh-tutor");
  for (const from of [
    root,
    join(root, "steps"),
    join(root, "steps", "deep"),
    join(root, ".refresh-tutor"),
    folder,
  ]) {
    expect(findWorkspace(from)).toBe(root);
  }
  expect(findWorkspace(join(folder, "elsewhere"))).toBeNull();
});

test("the one that somebody stands in goes before the one below", () => {
  const folder = emptyFolder();
  const outer = workspaceIn(folder, "mine");
  workspaceIn(outer, "refresh-tutor");
  expect(findWorkspace(outer)).toBe(outer);
});

test("another name is found from inside only, and a file of that name is none", () => {
  const folder = emptyFolder();
  const root = workspaceIn(folder, "mine");
  expect(findWorkspace(folder)).toBeNull();
  expect(findWorkspace(join(root, "steps"))).toBe(root);
  writeFileSync(join(folder, ".refresh-tutor"), "");
  expect(findWorkspace(folder)).toBeNull();
});

test.skipIf(process.platform === "win32")("through a link the workspace is the real folder", () => {
  const folder = emptyFolder();
  const root = workspaceIn(folder, "mine");
  symlinkSync(root, join(folder, "refresh-tutor"));
  expect(findWorkspace(folder)).toBe(root);
});
