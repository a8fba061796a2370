import { createApp } from './server';
import { SystemClock } from './clock';
import { InMemorySessionRepository } from './sessions';

const app = createApp({
  sessions: new InMemorySessionRepository(new SystemClock()),
  accessTokenSecret: process.env.ACCESS_TOKEN_SECRET!,
});

const port = Number(process.env.PORT ?? 3000);
app.listen(port, () => console.log(`Listening on ${port}`));
