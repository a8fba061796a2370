/** The page of a class in a real browser: it can be sorted, filtered and opened, and nothing runs that a student wrote. */

import { rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { emptyFolder, run } from "../commands/program.ts";
import { APP, classFolder } from "../grading/class-folder.ts";
import { full } from "../sample.ts";
import { findChromium, startChromium } from "./chromium.ts";

const chromium = findChromium();

/** What would run if any of it were taken for markup. */
const EVIL = '</script><script>window.ran = 1</script><img src=x onerror="window.ran = 2">';
const FALLS_SHORT = APP.replace(
  "res.status(204).end()",
  `res.status(200).json({ evil: ${JSON.stringify(EVIL)} })`,
);

describe.runIf(full && chromium !== null)("report.html", () => {
  it("shows a class, and runs nothing of it", async () => {
    const folder = classFolder({
      "class/ada.js": APP,
      "class/bob.js": APP,
      [`class/${EVIL.replaceAll("/", "\u2215")}/app.js`]: FALLS_SHORT,
      "class/zoe.js": APP.replace('"newAccess123"', `"x" + ${JSON.stringify(EVIL)}`),
      "class/two/app.js": APP,
      "class/two/main.js": APP,
    });
    const graded = await run(["grade", "class", "--step", "4", "--isolate", "none"], { cwd: folder });
    expect(graded.code).toBe(2);
    const profile = emptyFolder();
    const { page, version, close } = await startChromium(chromium ?? "", profile);
    onTestFinished(async () => {
      await close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
    });
    await page.open(pathToFileURL(join(folder, "grades", "report.html")).href);
    const names = () =>
      page.run(
        `[...document.querySelectorAll("#rows td:first-child > button")].map((one) => one.textContent)`,
      );
    const count = () => page.run(`document.querySelectorAll("#rows td:first-child > button").length`);
    const said: Record<string, unknown> = {
      browser: version,
      heading: await page.run(`document.querySelector("h1").textContent`),
    };
    said["rows"] = await count();
    await page.run(`document.querySelector('th[data-column="score"] button').click()`);
    const scores = `[...document.querySelectorAll("#rows td:nth-child(4)")].map((one) => one.textContent)`;
    said["scores, worst first"] = await page.run(scores);
    await page.run(`document.querySelector('th[data-column="score"] button').click()`);
    said["and best first"] = await page.run(scores);
    await page.run(
      `const field = document.getElementById("search"); field.value = "ZOE"; field.dispatchEvent(new Event("input"))`,
    );
    said["searched"] = await names();
    await page.run(`document.querySelector("#rows button").click()`);
    said["frame"] = await page.run(
      `document.querySelector(".detail pre.frame").textContent.includes("window.ran = 1")`,
    );
    said["diagram"] = await page.run(
      `document.querySelector(".detail pre.diagram").textContent.includes("POST /token")`,
    );
    await page.run(
      `{ const field = document.getElementById("search"); field.value = ""; field.dispatchEvent(new Event("input")) }`,
    );
    await page.run(`document.querySelector("#bars button").click()`);
    said["of one mistake"] = await count();
    await page.run(`document.querySelector("#bars button").click()`);
    for (let row = 0; row < 5; row++) {
      await page.run(`[...document.querySelectorAll("#rows td:first-child > button")][${row}].click()`);
    }
    await page.run(`[...document.querySelectorAll("#rows td:nth-child(7) button")][0].click()`);
    said["identical"] = await names();
    said["ran"] = await page.run(`window.ran ?? "nothing"`);
    said["made by others"] = await page.run(`document.querySelectorAll("img, iframe, object, link").length`);
    said["scripts may be added"] = await page.run(
      `{ const added = document.createElement("script"); added.textContent = "window.added = true"; document.body.append(added) } window.added ?? "no"`,
    );
    console.log(JSON.stringify(said, null, 2));
    expect(said).toEqual({
      browser: version,
      heading: "2 of 5 pass",
      rows: 5,
      "scores, worst first": ["0.90", "0.95", "1.00", "1.00", ""],
      "and best first": ["1.00", "1.00", "0.95", "0.90", ""],
      searched: ["zoe"],
      frame: true,
      diagram: true,
      "of one mistake": 1,
      identical: ["ada", "bob"],
      ran: "nothing",
      "made by others": 0,
      "scripts may be added": "no",
    });
  });
});
