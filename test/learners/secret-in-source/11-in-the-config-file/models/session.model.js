const fs = require('fs');
const path = require('path');

const DB_PATH = path.join(__dirname, '..', 'data', 'sessions.json');
fs.mkdirSync(path.dirname(DB_PATH), { recursive: true });

let rows = fs.existsSync(DB_PATH) ? JSON.parse(fs.readFileSync(DB_PATH, 'utf8')) : [];

const commit = () => fs.writeFileSync(DB_PATH, JSON.stringify(rows));

module.exports = {
  insert(row) {
    rows.push(row);
    commit();
  },
  findByHash(hash) {
    return rows.find((row) => row.hash === hash);
  },
  update(hash, changes) {
    Object.assign(this.findByHash(hash), changes);
    commit();
  },
  removeFamily(familyId) {
    rows = rows.filter((row) => row.familyId !== familyId);
    commit();
  },
};
