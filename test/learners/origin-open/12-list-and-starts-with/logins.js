const fs = require("fs");
const path = require("path");
const { createHash, randomBytes } = require("crypto");

const file = path.join(__dirname, "logins.json");
let all = [];
if (fs.existsSync(file)) all = JSON.parse(fs.readFileSync(file, "utf8"));

const save = () => fs.writeFileSync(file, JSON.stringify(all));
const hash = (token) => createHash("sha256").update(String(token)).digest("hex");
const find = (token) => all.find((login) => login.hashes.includes(hash(token)));

function issue(login) {
  const token = randomBytes(32).toString("hex");
  login.hashes.push(hash(token));
  save();
  return { username: login.username, token };
}

exports.begin = (username) => {
  const login = { username, hashes: [], until: Date.now() + 6048e5 };
  all.push(login);
  return issue(login);
};

exports.next = (token) => {
  const login = find(token);
  if (!login || login.until < Date.now()) return null;
  if (login.hashes[login.hashes.length - 1] !== hash(token)) {
    exports.end(token);
    return null;
  }
  return issue(login);
};

exports.end = (token) => {
  all = all.filter((login) => !login.hashes.includes(hash(token)));
  save();
};
