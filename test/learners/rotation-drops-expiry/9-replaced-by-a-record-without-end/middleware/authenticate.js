'use strict';

const jwt = require('jsonwebtoken');
const { accessSecret } = require('../config');

exports.authenticate = (req, res, next) => {
  const header = req.get('authorization') ?? '';
  if (!/^Bearer /.test(header)) return res.status(401).json({ error: 'Unauthorized' });
  try {
    req.user = jwt.verify(header.slice(7), accessSecret);
    return next();
  } catch {
    return res.status(401).json({ error: 'Unauthorized' });
  }
};
