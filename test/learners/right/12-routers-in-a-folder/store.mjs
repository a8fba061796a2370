import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const file = join(dirname(fileURLToPath(import.meta.url)), 'store.ndjson');
const sessions = {};

const commands = {
  put: ({ id, session }) => { sessions[id] = session; },
  del: ({ id }) => { delete sessions[id]; },
};

if (existsSync(file)) {
  readFileSync(file, 'utf8').trim().split('\n').filter(Boolean).forEach((line) => {
    const command = JSON.parse(line);
    commands[command.do](command);
  });
}

function run(command) {
  commands[command.do](command);
  appendFileSync(file, JSON.stringify(command) + '\n');
}

export const put = (id, session) => run({ do: 'put', id, session });
export const remove = (id) => run({ do: 'del', id });
export const findByHash = (hash) => Object.entries(sessions).find(([, s]) => s.hashes.includes(hash)) ?? [];
