import { expect, test } from "vitest";
import { makeSecrets, withSecrets } from "../../../src/check/runner/secrets.ts";

test("each world has secrets of its own, and each of them is another", () => {
  const all = [makeSecrets(), makeSecrets()].flatMap((secrets) => Object.values(secrets));
  expect(new Set(all).size).toBe(6);
  for (const secret of all) expect(secret).toMatch(/^[0-9a-f]{64}$/);
});

test("the secrets are set, NODE_ENV is not, and the rest stays", () => {
  const secrets = makeSecrets();
  const environment = { PATH: "/bin", NODE_ENV: "production", JWT_SECRET: "mine", PORT: "3000" };
  expect(withSecrets(environment, secrets)).toEqual({ PATH: "/bin", PORT: "3000", ...secrets });
  expect(environment.JWT_SECRET).toBe("mine");
  expect(withSecrets(environment, secrets)).toEqual(withSecrets(environment, secrets));
});

test("a name in another case is the same name", () => {
  expect(withSecrets({ Node_Env: "test", jwt_secret: "mine" }, makeSecrets())).not.toHaveProperty("Node_Env");
  expect(withSecrets({ jwt_secret: "mine" }, makeSecrets())).not.toHaveProperty("jwt_secret");
});
