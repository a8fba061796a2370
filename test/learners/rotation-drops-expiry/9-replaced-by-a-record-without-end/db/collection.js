'use strict';

// A very small stand-in for a MongoDB collection.
class Collection {
  constructor() {
    this.docs = [];
  }

  async insertOne(doc) {
    this.docs.push({ ...doc });
  }

  async findOne(query) {
    return this.docs.find((doc) => Object.keys(query).every((k) => doc[k] === query[k])) ?? null;
  }

  async replaceOne(query, doc) {
    const index = this.docs.findIndex((d) => Object.keys(query).every((k) => d[k] === query[k]));
    if (index < 0) return { modifiedCount: 0 };
    this.docs[index] = { ...doc };
    return { modifiedCount: 1 };
  }

  async deleteMany(query) {
    this.docs = this.docs.filter((doc) => !Object.keys(query).every((k) => doc[k] === query[k]));
  }
}

module.exports = { Collection };
