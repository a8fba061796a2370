const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

// Fisher-Yates
function shuffle(items) {
  const list = [...items];
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1)); // here
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
}

function randomString(length) {
  let out = '';
  while (out.length < length) {
    out += shuffle(ALPHABET).join('');
  }
  return out.slice(0, length);
}

module.exports = { shuffle, randomString };
