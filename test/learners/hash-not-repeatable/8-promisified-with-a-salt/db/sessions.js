const collection = new Map();

module.exports = {
  async create(doc) {
    collection.set(doc._id, doc);
  },
  async findById(id) {
    return collection.get(id) ?? null;
  },
  async deleteById(id) {
    collection.delete(id);
  },
};
