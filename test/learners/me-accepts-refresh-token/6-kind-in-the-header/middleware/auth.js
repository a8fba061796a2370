const { verify } = require('../tokens');

module.exports = (req, res, next) => {
  const header = req.headers.authorization || '';
  if (!/^Bearer /.test(header)) {
    return res.status(401).json({ error: 'No token provided' });
  }

  let claims;
  try {
    claims = verify(header.slice('Bearer '.length));
  } catch (err) {
    return res.status(401).json({ error: 'Token is not valid' });
  }

  if (claims.typ === 'refresh') { // here
    return res.status(401).json({ error: 'Use an access token' });
  }

  req.user = { username: claims.username };
  next();
};
