import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Session } from './session.mjs';

const FILE = 'dance-sessions.json';

export const load = () =>
  existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')).map(Session.fromJSON) : [];

export const save = (sessions) => {
  writeFileSync(`${FILE}.part`, JSON.stringify(sessions, null, 2));
  renameSync(`${FILE}.part`, FILE);
};
