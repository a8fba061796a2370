import { expect, test } from "vitest";
import { fieldsAnswered, makingOf, makingOfToken } from "../../../src/check/source/making.ts";
import { parseFile } from "../../../src/check/source/source.ts";
import type { Source } from "../../../src/check/source/source.ts";

function sourceOf(text: string, path = "/app.js"): Source {
  return { files: [parseFile(path, text)] };
}

/** The lines of what a refresh token is made of, nearest first. */
function linesOfMaking(source: Source): (number | undefined)[] {
  return [...new Set(makingOfToken(source, "refreshToken").map(({ node }) => node.loc?.start.line))];
}

test("a token is followed through variables and functions to where it is made", () => {
  const source = sourceOf(`
    const make = () => randomBytes(32).toString("hex");
    function issue(name) {
      const token = make();
      return { accessToken: name, refreshToken: token };
    }
    app.post("/login", (req, res) => res.json(issue(req.body.username)));
  `);
  expect(linesOfMaking(source)).toEqual([5, 4, 2]);
});

test("a variable of another function of the same name is not followed", () => {
  const source = sourceOf(`
    app.post("/token", (req, res) => { const token = Math.random(); res.json({ token }) });
    app.post("/login", (req, res) => {
      const token = randomBytes(32);
      res.json({ refreshToken: token });
    });
  `);
  expect(linesOfMaking(source)).toEqual([5, 4]);
});

test("a member that a TypeScript constructor declares is seen in the class", () => {
  const source = sourceOf(
    `class Tokens {
      constructor(private readonly life = 20) {}
      make() { return sign({ expiresIn: this.life }); }
    }
    app.post("/login", (req, res) => res.json({ refreshToken: tokens.make() }));`,
    "/app.ts",
  );
  expect(linesOfMaking(source)).toContain(2);
});

test("a program without the route has nothing to follow", () => {
  const source = sourceOf("const app = express();");
  expect(fieldsAnswered(source, "POST", "/login", "refreshToken")).toEqual([]);
  expect(makingOf(source, [])).toEqual([]);
});
