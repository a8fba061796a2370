const http = require('http');

const server = http.createServer((req, res) => {
  if (req.method === 'POST' && req.url === '/login') {
    res.setHeader('Content-Type', 'application/json');
    res.end(JSON.stringify({ accessToken: 'access123', refreshToken: 'refresh123' }));
    return;
  }
  res.statusCode = 404;
  res.end();
});

server.listen(3000);
