const fs = require('node:fs');
const path = require('node:path');

const FILE = path.join(__dirname, 'events.ndjson');

// one event, one line; the line is on its way to the disk when this returns
exports.append = (event) => fs.appendFileSync(FILE, JSON.stringify(event) + '\n');

exports.replay = (apply) => {
  if (!fs.existsSync(FILE)) return;
  for (const line of fs.readFileSync(FILE, 'utf8').split('\n')) {
    if (line.trim() !== '') apply(JSON.parse(line));
  }
};
