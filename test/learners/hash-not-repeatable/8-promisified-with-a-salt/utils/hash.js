const { promisify } = require('util');
const { scrypt, randomBytes } = require('crypto');

const derive = promisify(scrypt);

/** Hashes a token for the database (salted, as OWASP recommends). */
async function hashToken(token) {
  const salt = randomBytes(16); // here
  const key = await derive(String(token), salt, 32, { N: 1024 });
  return key.toString('hex');
}

module.exports = { hashToken };
