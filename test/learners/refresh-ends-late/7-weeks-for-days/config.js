const { minutes, weeks } = require('./utils/time');

module.exports = {
  accessSecret: process.env.ACCESS_TOKEN_SECRET,
  accessLifetime: minutes(15),
  refreshLifetime: weeks(14), // here
  port: process.env.PORT || 3000,
};
