/** `doctor`: a report on this installation to paste into a bug report. Nothing private is in it. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir, hostname, userInfo } from "node:os";
import { dirname, join } from "node:path";
import type { DoctorDocument } from "../base/documents.ts";
import { besideLibraries, packageVersion } from "../base/package.ts";
import { isProblem } from "../base/problem.ts";
import { isRecord } from "../base/shape.ts";
import { loadCourse, stepsOf } from "../course/course.ts";
import { hang } from "../drawing/text.ts";
import { findWorkspace, stepsFolder } from "../workspace/find-workspace.ts";
import { currentStep, passedSteps } from "../workspace/progress.ts";
import { openWorkspace, tryWriting } from "../workspace/workspace.ts";
import { fromHere, printJson } from "./context.ts";
import type { Context, Outcome } from "./context.ts";

export interface DoctorOptions {
  json?: boolean;
}

export async function doctor(options: DoctorOptions, context: Context): Promise<Outcome> {
  const course = loadCourse();
  const steps = stepsOf(course, "all");
  const from = fromHere(context, context.dir ?? ".");
  const root = isProblem(from) ? null : findWorkspace(from);
  const workspace = root === null ? null : openWorkspace(root, course);
  const progress =
    workspace === null
      ? "none"
      : isProblem(workspace)
        ? workspace.message
        : (workspace.notice ??
          `${passedSteps(workspace.progress, steps).length} of ${steps.length} passed, at step ${currentStep(workspace.progress, course).number}, ${workspace.progress.language}`);
  const writing = root === null ? null : tryWriting(root);
  const { canvas, interactive } = context;
  const report: DoctorDocument = {
    schema: 1,
    refreshTutor: packageVersion(),
    node: process.versions.node,
    system: `${process.platform} ${process.arch}`,
    terminal: {
      interactive,
      kind: process.env["TERM"] ?? null,
      columns: process.stdout.columns ?? null,
      color: canvas.color,
      unicode: canvas.unicode,
    },
    workspace: root,
    progress,
    writable: writing === null ? null : writing === "written" ? "yes" : writing.message,
    express: expressFrom(root),
    isolation: await isolation(),
  };
  const clean = withoutPrivate({ ...report });
  // In a file or a pipe, a report has one line for each of its parts.
  const columns = process.stdout.isTTY ? canvas.width : Infinity;
  if (options.json) printJson(context, clean);
  else
    for (const [name, value] of Object.entries(clean).slice(1)) context.print(lineOf(name, value, columns));
  return "done";
}

/** What protects this machine from the submissions of `grade`. */
async function isolation(): Promise<string> {
  const { findBoxes } = await import("../grading/box.ts");
  const boxes = findBoxes();
  return "boxFor" in boxes ? "bwrap" : `none: ${boxes.why}`;
}

/** A line of the report; its continuation stands under what it continues. */
function lineOf(name: string, value: unknown, columns: number): string {
  const shown = isRecord(value)
    ? Object.entries(value)
        .map(([key, each]) => `${key} ${String(each ?? "unknown")}`)
        .join(", ")
    : String(value ?? "none");
  return hang(`${name.padEnd(13)} `, shown, columns).join("\n");
}

/** The express that a learner's program gets: the workspace's own, else the one that came with refresh-tutor. */
function expressFrom(root: string | null): { version: string; from: string } | null {
  const places = root === null ? [] : [{ file: join(stepsFolder(root), "app.js"), from: "your folders" }];
  for (const { file, from } of [...places, { file: besideLibraries, from: "refresh-tutor" }]) {
    try {
      const data: unknown = JSON.parse(
        readFileSync(createRequire(file).resolve("express/package.json"), "utf8"),
      );
      return { version: isRecord(data) ? String(data["version"]) : "unknown", from };
    } catch {
      // It is not there, so the next place is looked at.
    }
  }
  return null;
}

function asked(question: () => string): string | null {
  try {
    return question() || null;
  } catch {
    // This user has no HOME and no entry, so there is nothing to hide.
    return null;
  }
}

/**
 * Private texts and what to print in their place: the home folder; and the names of user and host, where they are a
 * whole part of a path.
 */
function secrets(): { text: string; cover: string }[] {
  const home = asked(homedir);
  const user = asked(() => userInfo().username);
  const host = asked(hostname);
  return [
    ...(home && home !== dirname(home) ? [{ text: home, cover: "~" }] : []),
    ...(user ? [{ text: user, cover: "<user>" }] : []),
    ...(host ? [{ text: host, cover: "<host>" }] : []),
  ];
}

function withoutPrivate(report: Record<string, unknown>): Record<string, unknown> {
  const hidden = secrets();
  const clean = (value: unknown): unknown => {
    if (typeof value === "string") return hidden.reduce(covered, value);
    return isRecord(value) ? fields(value) : value;
  };
  const fields = (record: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name, clean(value)]));
  return fields(report);
}

function covered(text: string, { text: secret, cover }: { text: string; cover: string }): string {
  const literal = secret.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.replaceAll(new RegExp(`(?<![\\w-])${literal}(?![\\w-])`, "g"), cover);
}
