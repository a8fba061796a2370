/** Tables: a roster is read as spreadsheets write it, and what is written harms none. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine, readCsv } from "../../src/grading/csv.ts";
import { gradesCsv } from "../../src/grading/grades-csv.ts";
import { junitXml } from "../../src/grading/junit.ts";
import { matchRoster, missingStudents, withNameOnRoster } from "../../src/grading/roster.ts";
import { emptyRow } from "../../src/grading/row.ts";
import type { Brief } from "../../src/grading/row.ts";
import { stepSummary } from "../../src/grading/step-summary.ts";
import type { Submission } from "../../src/grading/submission.ts";

function submission(id: string, aliases: string[] = []): Submission {
  return {
    id,
    name: id,
    aliases,
    shape: "folder",
    late: false,
    place: id,
    files: [],
    odd: [],
    trouble: null,
  };
}

function graded(id: string, more: Partial<Brief> = {}): Brief {
  const { detail: _detail, ...row } = emptyRow({ id, name: id, late: false }, "graded", null);
  return { ...row, step: 4, stepName: "logout", file: `${id}/app.js`, passed: true, score: 1, ...more };
}

describe("CSV", () => {
  it.each([
    [
      "a,b\r\n1,2\r\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      '\ufeffa;b\n"1;""x""\n";2',
      [
        ["a", "b"],
        ['1;"x"\n', "2"],
      ],
    ],
    [
      "a\tb\n\n1\t",
      [
        ["a", "b"],
        ["1", ""],
      ],
    ],
    ["", []],
    ['a,"b', null],
  ])("%j is read", (text, records) => {
    expect(readCsv(text)).toEqual(records);
  });

  it("what is written is read again as it was, but for what a spreadsheet would run", () => {
    const cell = fc
      .string({ unit: "binary" })
      .filter((text) => !/^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (records) => {
        const text = [["a", "b"], ...records].map(csvLine).join("");
        const read = readCsv(text)?.slice(1);
        expect(read).toEqual(records);
      }),
    );
  });

  it.each(["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])("%j is harmless", (cell) => {
    expect(readCsv(`x,y\r\n${csvLine([cell, "b"])}`)?.[1]?.[0]).toBe(`'${cell}`);
  });

  it("a negative number stays a number", () => {
    expect(csvLine(["-1.5", "2"])).toBe("-1.5,2\r\n");
  });
});

describe("a roster", () => {
  const columns = ["Name", "Email", "Username", "Grade"];
  const records = [
    ["Ada Lovelace", "ada@example.edu", "al", "="],
    ["Grace Hopper", "grace@example.edu", "gh", ""],
  ];

  it("is matched by the column that finds most", () => {
    const byName = matchRoster({ columns, records }, [submission("GH"), submission("zoe")]);
    expect(byName.column.name).toBe("Username");
    expect([...byName.recordOf]).toEqual([["GH", 1]]);
    const byMail = matchRoster({ columns, records }, [submission("4711", ["815", "ada@example.edu"])]);
    expect(byMail.column.name).toBe("Email");
    expect(missingStudents(byMail)).toEqual([{ id: "grace@example.edu", name: "Grace Hopper" }]);
  });

  it("finds Moodle's participants by their number", () => {
    const moodle = { columns: ["Identifier"], records: [["Participant 4711"]] };
    expect([...matchRoster(moodle, [submission("4711")]).recordOf]).toEqual([["4711", 0]]);
  });

  it("names who is missing by the same number as those who are there", () => {
    const moodle = {
      columns: ["Identifier", "Surname", "First name"],
      records: [
        ["Participant 4711", "Lovelace", "Ada"],
        ["Participant 815", "Hopper", "Grace"],
        ["Participant 815", "Hopper", "Grace"],
      ],
    };
    const matched = matchRoster(moodle, [submission("4711")]);
    expect(missingStudents(matched)).toEqual([{ id: "815", name: "Grace Hopper" }]);
    const grace = { ...graded("815"), status: "missing" as const, why: "Not there." };
    const [, , ...rest] = readCsv(gradesCsv([grace, graded("4711")], matched, "none")) ?? [];
    expect(rest.map((cells) => [cells[0], cells[4]])).toEqual([
      ["Participant 815", "missing"],
      ["Participant 815", ""],
    ]);
  });

  it("gives those who are there their names, too", () => {
    const matched = matchRoster({ columns, records }, [submission("gh"), submission("zoe")]);
    const names = ["gh", "zoe"].map((id) => withNameOnRoster(submission(id), matched).name);
    expect(names).toEqual(["Grace Hopper", "zoe"]);
  });

  it("gives grades.csv its columns and its order", () => {
    const matched = matchRoster({ columns, records }, [submission("gh"), submission("zoe")]);
    const missing: Brief = {
      ...graded("al"),
      status: "missing",
      passed: null,
      score: null,
      file: null,
      why: "Not there.",
    };
    const text = gradesCsv([missing, graded("gh", { score: 0.5 }), graded("zoe")], matched, "none");
    expect(readCsv(text)).toEqual([
      [
        ...columns,
        "step",
        "status",
        "score",
        "passed",
        "cause",
        "late",
        "identical",
        "file",
        "isolation",
        "why",
      ],
      [
        "Ada Lovelace",
        "ada@example.edu",
        "al",
        "'=",
        "4-logout",
        "missing",
        "",
        "",
        "",
        "false",
        "",
        "",
        "not isolated",
        "Not there.",
      ],
      [
        "Grace Hopper",
        "grace@example.edu",
        "gh",
        "",
        "4-logout",
        "graded",
        "0.5",
        "true",
        "",
        "false",
        "",
        "gh/app.js",
        "not isolated",
        "",
      ],
      [
        "",
        "",
        "zoe",
        "",
        "4-logout",
        "graded",
        "1",
        "true",
        "",
        "false",
        "",
        "zoe/app.js",
        "not isolated",
        "",
      ],
    ]);
  });
});

describe("what a student wrote", () => {
  const evil = '</testcase>"><script>alert(1)</script>|`*_\u0000\u001b[31m\n=1';

  it("is text in junit.xml", () => {
    const xml = junitXml([{ ...graded(evil), name: evil }], "none");
    expect(xml).not.toContain("<script>");
    expect(xml.match(/<testcase /g)).toHaveLength(1);
    // oxlint-disable-next-line no-control-regex
    expect(xml).not.toMatch(/[\u0000-\u0008\u001b]/);
  });

  it("is text in GitHub's summary", () => {
    const text = stepSummary(
      [{ ...graded(evil), name: evil, status: "unreadable", why: evil, passed: null }],
      "none",
    );
    expect(text).toContain("Not isolated");
    expect(text).not.toMatch(/<script|\|`/);
  });
});
