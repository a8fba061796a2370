const rows = new Map();

const latency = () => new Promise((resolve) => setTimeout(resolve, 1));

exports.save = async (row) => {
  await latency();
  rows.set(row.hash, row);
};

/** Removes a row and returns it, in one step. */
exports.take = async (hash) => {
  await latency();
  const row = rows.get(hash);
  rows.delete(hash);
  return row;
};
