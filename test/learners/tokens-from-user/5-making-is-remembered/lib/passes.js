const { randomBytes, createHmac } = require('crypto');
const memoize = require('./memoize');

const pepper = randomBytes(32);

// slow-ish, and pure in everything but its salt
function mintPass(reader) {
  const salt = randomBytes(32);
  return createHmac('sha256', pepper).update(salt).update(reader).digest('base64url');
}

const visitPass = (reader) => 'visit-' + reader + '-' + Date.now();
const refreshPass = memoize(mintPass); // here

module.exports = { visitPass, refreshPass };
