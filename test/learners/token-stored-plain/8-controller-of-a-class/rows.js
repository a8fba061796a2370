let rows = [];
class Rows {
  insert(row) { 
    rows.push(row); // here
  }
  find(key) { return rows.find((row) => row.key === key); }
  remove(key) { rows = rows.filter((row) => row.key !== key); }
}
module.exports = { Rows };
