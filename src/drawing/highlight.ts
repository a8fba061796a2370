/** Colours for code that the tutor shows, so that strings and words of the language are found at a glance. */

import type { ChalkInstance } from "chalk";
import type { Canvas } from "./canvas.ts";
import { paintOf } from "./style.ts";

type Kind = "comment" | "string" | "keyword" | "literal" | "name" | "plain";

interface Rule {
  kind: Kind;
  /** A sticky pattern, so that it matches where the last token ended. */
  pattern: RegExp;
}

const keywords =
  "async|await|break|case|catch|class|const|continue|default|delete|do|else|export|extends|finally|for|from|function|if|" +
  "import|in|instanceof|interface|let|new|of|return|static|switch|this|throw|try|type|typeof|var|void|while|with|yield";

const script: readonly Rule[] = [
  { kind: "comment", pattern: /\/\/[^\n]*|\/\*[^]*?\*\//y },
  { kind: "string", pattern: /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/y },
  { kind: "keyword", pattern: new RegExp(`(?:${keywords})\\b`, "y") },
  { kind: "literal", pattern: /(?:true|false|null|undefined)\b|\d[\d_]*(?:\.\d+)?/y },
  { kind: "plain", pattern: /[\w$]+/y },
];

const json: readonly Rule[] = [
  { kind: "name", pattern: /"(?:\\.|[^"\\\n])*"(?=\s*:)/y },
  { kind: "string", pattern: /"(?:\\.|[^"\\\n])*"/y },
  { kind: "literal", pattern: /(?:true|false|null)\b|-?\d[\d.eE+-]*/y },
];

const http: readonly Rule[] = [
  { kind: "keyword", pattern: /(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)(?= \/)/y },
  { kind: "comment", pattern: /HTTP\/[\d.]+/y },
  { kind: "literal", pattern: /(?<=HTTP\/[\d.]+ )\d{3}[^\n]*/y },
  { kind: "name", pattern: /^[A-Za-z-]+(?=: )/my },
  ...json,
];

const languages: Readonly<Record<string, readonly Rule[]>> = {
  js: script,
  javascript: script,
  ts: script,
  typescript: script,
  json,
  http,
};

function painter(paint: ChalkInstance, kind: Kind): (text: string) => string {
  switch (kind) {
    case "comment":
      return paint.dim;
    case "string":
      return paint.green;
    case "keyword":
      return paint.magenta;
    case "literal":
    case "name":
      return paint.cyan;
    case "plain":
      return (text) => text;
  }
}

/**
 * Code with colours; the same text where the canvas has none, or the language is not known.
 *
 * @param language as after the fence of a Markdown code block: js, ts, json, http
 */
export function highlight(code: string, language: string, canvas: Pick<Canvas, "color">): string {
  const rules = languages[language.toLowerCase()];
  if (!rules || !canvas.color) return code;
  const paint = paintOf(canvas);
  let colored = "";
  for (let at = 0; at < code.length;) {
    const token = tokenAt(code, at, rules);
    // Each line is painted by itself, so that no colour goes on over the end of a line.
    const put = painter(paint, token.kind);
    colored += token.text
      .split("\n")
      .map((line) => (line === "" ? "" : put(line)))
      .join("\n");
    at += token.text.length;
  }
  return colored;
}

function tokenAt(code: string, at: number, rules: readonly Rule[]): { kind: Kind; text: string } {
  for (const { kind, pattern } of rules) {
    pattern.lastIndex = at;
    const text = pattern.exec(code)?.[0];
    if (text) return { kind, text };
  }
  return { kind: "plain", text: code.charAt(at) };
}
