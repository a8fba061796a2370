const http = require('http');

module.exports = function (app) {
  const server = http.createServer(app);
  server.listen({ port: process.env.PORT || 3000 });
  server.on('listening', function () {
    console.log('listening on', server.address().port);
  });
};
