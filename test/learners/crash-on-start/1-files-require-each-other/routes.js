const app = require('./app'); // here
app.post('/login', (req, res) => res.json({ accessToken: 'access123', refreshToken: 'refresh123' }));
