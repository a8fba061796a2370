'use strict';

exports.login = function (req, res) {
  return res.status(200).json({ accessToken: 'access123', refreshToken: 'refresh123' });
};
