import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";

const file = new URL("../sessions.json", import.meta.url);
const LIFETIME = 20 * 24 * 3600 * 1000;

async function load() {
  try {
    const rows = JSON.parse(await readFile(file, "utf8"));
    return rows.filter((row) => Date.parse(row.expiresAt) > Date.now());
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw error;
  }
}

const save = (rows) => writeFile(file, JSON.stringify(rows));

export async function create(username) {
  const token = randomBytes(32).toString("hex");
  const rows = await load();
  rows.push({ token, username, expiresAt: new Date(Date.now() + LIFETIME) });
  await save(rows);
  return token;
}

export async function find(token) {
  return (await load()).find((row) => row.token === token);
}

export async function remove(token) {
  await save((await load()).filter((row) => row.token !== token));
}
