import express from 'express';

const refreshTokens = [];

async function main() {
  const app = express();
  app.use(express.json());

  app.post('/login', (req, res) => {
    refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  });

  app.listen(3000);
}

main()
  .catch((e) => {
    console.error(e);
  })
  .finally(() => {
    process.exit(); // here
  });
