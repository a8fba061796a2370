import express from 'express';
import jwt from 'jsonwebtoken';
import { createHash, randomBytes } from 'node:crypto';

// Clave: hash del refresh token actual. Valor: la sesión.
const sesiones = new Map();
const TREINTA_DIAS = 1000 * 60 * 60 * 24 * 30;
const clave = process.env.JWT_SECRET;

const resumen = (t) => createHash('sha512').update(`${t}`).digest('base64');

function abrir(sesion) {
  const refreshToken = randomBytes(33).toString('base64url');
  sesiones.set(resumen(refreshToken), sesion);
  const accessToken = jwt.sign({}, clave, { subject: sesion.usuario, audience: 'api', expiresIn: 600 });
  return { accessToken, refreshToken };
}

function cerrar(token) {
  const k = resumen(token);
  const sesion = sesiones.get(k);
  sesiones.delete(k);
  return sesion && sesion.hasta > Date.now() ? sesion : undefined;
}

// barrido cada hora
setInterval(() => {
  for (const [k, s] of sesiones) if (s.hasta <= Date.now()) sesiones.delete(k);
}, 60 * 60 * 1000).unref();

const app = express();
app.use(express.json());

app.route('/login').post(({ body }, res) => {
  if (!body?.username) return res.status(400).json({ error: 'falta el usuario' });
  res.json(abrir({ usuario: body.username, hasta: Date.now() + TREINTA_DIAS }));
});

app.route('/token').post(({ body }, res) => {
  const sesion = cerrar(body?.refreshToken);
  return sesion ? res.json(abrir(sesion)) : res.status(403).json({ error: 'Forbidden' });
});

app.route('/logout').post(({ body }, res) => {
  cerrar(body?.refreshToken);
  res.status(204).end();
});

app.route('/me').get((req, res) => {
  const [, token] = /^Bearer\s+(\S+)$/i.exec(req.headers.authorization ?? '') ?? [];
  try {
    const { sub } = jwt.verify(token, clave, { algorithms: ['HS256'], audience: 'api' });
    res.json({ username: sub });
  } catch {
    res.status(401).set('WWW-Authenticate', 'Bearer').json({ error: 'Unauthorized' });
  }
});

app.listen(3000);
