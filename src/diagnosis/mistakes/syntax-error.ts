import type { Mistake } from "../mistake.ts";

/** The file cannot be read as a program. */
export const syntaxError: Mistake = {
  id: "syntax-error",
  find({ transcript: { boot }, source }) {
    if (boot.outcome !== "crashed") return null;
    const broken = source.files.find(({ error }) => error !== null);
    const bySyntax = boot.fault === null || /SyntaxError|TransformError|^Error$/.test(boot.fault.name);
    if (!broken?.error || !bySyntax) return null;
    const { message, line, column } = broken.error;
    const said = boot.fault?.name === "SyntaxError" ? boot.fault.message : message;
    return {
      title: "The file cannot be read as JavaScript",
      why: `Node stopped while it read the file, before any line ran: ${said}. The place shown is where reading became impossible; the cause is often just before it.`,
      fix: "Look at this line and the one above it for a bracket, a brace, a quote or a comma that is missing or too many.",
      place: { file: broken.path, line, column },
    };
  },
};
