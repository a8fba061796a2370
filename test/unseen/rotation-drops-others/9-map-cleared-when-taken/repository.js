const rows = new Map();

const latency = () => new Promise((resolve) => setTimeout(resolve, 1));

exports.save = async (row) => {
  await latency();
  rows.set(row.hash, row);
};

exports.takeAll = async (hash) => {
  const row = await exports.take(hash);
  for (const [key, other] of rows) if (row && other.username === row.username) rows.delete(key);
  return row;
};

/** Removes a row and returns it, in one step. */
exports.take = async (hash) => {
  await latency();
  const row = rows.get(hash);
  rows.delete(hash);
  return row;
};
