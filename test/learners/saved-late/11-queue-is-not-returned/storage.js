const fs = require('fs');
const path = require('path');

const FILE = path.join(__dirname, 'letters.json');

let state = { sessions: [] };
try {
  state = JSON.parse(fs.readFileSync(FILE, 'utf8'));
} catch (err) {
  if (err.code !== 'ENOENT') throw err;
}

// Writes go one after the other, so that two of them never mix.
let queue = Promise.resolve();

function save() {
  const snapshot = JSON.stringify(state);
  queue = queue // here
    .then(() => fs.promises.writeFile(FILE + '.tmp', snapshot))
    .then(() => fs.promises.rename(FILE + '.tmp', FILE));
}

module.exports = {
  get sessions() {
    return state.sessions;
  },
  async add(session) {
    state.sessions.push(session);
    await save();
  },
  async update(session, changes) {
    Object.assign(session, changes);
    await save();
  },
  async remove(session) {
    state.sessions = state.sessions.filter((s) => s !== session);
    await save();
  },
};
