module.exports = function readToken(req) {
  return req.body.refreshToken; // here
};
