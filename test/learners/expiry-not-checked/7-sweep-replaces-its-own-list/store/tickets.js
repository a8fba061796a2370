const jwt = require('jsonwebtoken');

const key = process.env.ACCESS_TOKEN_SECRET;

exports.issue = (musician) => jwt.sign({}, key, { subject: musician, expiresIn: '20m' });
exports.holder = (ticket) => jwt.verify(ticket, key, { algorithms: ['HS256'] }).sub;
