const jwt = require('jsonwebtoken');

// short-lived, like the air in it
class AirTank {
  static fill(diver) {
    return jwt.sign({ diver }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '40m' });
  }

  static owner(token) {
    return jwt.verify(token, process.env.ACCESS_TOKEN_SECRET).diver;
  }
}

module.exports = AirTank;
