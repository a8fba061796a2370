const { createHash, randomBytes, randomUUID } = require('node:crypto');
const log = require('./log');

const readers = new Map(); // id -> { name, hashes, ends }
const sha = (card) => createHash('sha256').update(String(card)).digest('base64url');

function onReplay(event) {
  const reader = readers.get(event.id);
  switch (event.type) {
    case 'opened':
      readers.set(event.id, { name: event.name, hashes: [event.hash], ends: event.ends });
      break;
    case 'renew':
      reader.hashes.push(event.hash);
      break;
    case 'closed':
      readers.delete(event.id);
      break;
  }
}
log.replay(onReplay);

function byCard(card) {
  const hash = sha(card);
  for (const [id, reader] of readers) {
    const at = reader.hashes.indexOf(hash);
    if (at >= 0) return { id, reader, newest: at === reader.hashes.length - 1 };
  }
  return {};
}

function close(id) {
  readers.delete(id);
  log.append({ type: 'closed', id });
}

exports.open = (name) => {
  const card = randomBytes(32).toString('hex');
  const id = randomUUID();
  const reader = { name, hashes: [sha(card)], ends: Date.now() + 14 * 86_400_000 };
  readers.set(id, reader);
  log.append({ type: 'opened', id, name, hash: reader.hashes[0], ends: reader.ends });
  return card;
};

exports.renew = (old) => {
  const { id, reader, newest } = byCard(old);
  if (!reader) return null;
  if (!newest || reader.ends < Date.now()) {
    close(id);
    return null;
  }
  const card = randomBytes(32).toString('hex');
  reader.hashes.push(sha(card));
  log.append({ type: 'renewed', id, hash: sha(card) }); // here
  return { name: reader.name, card };
};

exports.close = (card) => {
  const { id, newest } = byCard(card);
  if (newest) close(id);
};
