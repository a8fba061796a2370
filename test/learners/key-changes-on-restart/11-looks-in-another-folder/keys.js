const fs = require('fs');
const path = require('path');
const { generateKeyPairSync } = require('crypto');

const PRIVATE = path.join(__dirname, 'private.pem');
const PUBLIC = path.join(__dirname, 'public.pem');

function generate() {
  const pair = generateKeyPairSync('ec', {
    namedCurve: 'prime256v1',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  fs.writeFileSync(PRIVATE, pair.privateKey, { mode: 0o600 });
  fs.writeFileSync(PUBLIC, pair.publicKey);
  return pair;
}

function load() {
  if (fs.existsSync('./keys/private.pem') && fs.existsSync('./keys/public.pem')) {
    return { privateKey: fs.readFileSync(PRIVATE, 'utf8'), publicKey: fs.readFileSync(PUBLIC, 'utf8') };
  }
  return generate(); // here
}

module.exports = load();
