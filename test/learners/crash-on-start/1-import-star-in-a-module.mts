import * as express from 'express'; // here

const app = (express as any)();
app.post('/login', (req: any, res: any) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.listen(3000);
