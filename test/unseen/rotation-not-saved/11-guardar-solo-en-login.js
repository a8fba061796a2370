// Servidor de autenticación. Los tokens de refresco se guardan en un archivo.
const express = require('express');
const jwt = require('jsonwebtoken');
const { createHash, randomBytes } = require('crypto');
const fs = require('fs');

const ARCHIVO = __dirname + '/sesiones.json';
const UNA_SEMANA = 7 * 24 * 60 * 60 * 1000;

function leer() {
  if (!fs.existsSync(ARCHIVO)) return [];
  return JSON.parse(fs.readFileSync(ARCHIVO, 'utf8'));
}

let sesiones = leer();

function guardar() {
  fs.writeFileSync(ARCHIVO, JSON.stringify(sesiones));
}

const resumen = (texto) =>
  createHash('sha256')
    .update('' + texto)
    .digest('hex');
const nuevoToken = () => randomBytes(32).toString('hex');
const firmar = (usuario) => jwt.sign({ usuario }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });

const servidor = express();
servidor.use(express.json());

servidor.post('/login', (peticion, respuesta) => {
  const usuario = peticion.body.username;
  const token = nuevoToken();
  sesiones.push({ usuario, actual: resumen(token), viejos: [], vence: Date.now() + UNA_SEMANA });
  guardar();
  respuesta.json({ accessToken: firmar(usuario), refreshToken: token });
});

servidor.post('/token', (peticion, respuesta) => {
  const r = resumen(peticion.body.refreshToken);

  const robada = sesiones.find((s) => s.viejos.includes(r));
  if (robada) {
    sesiones.splice(sesiones.indexOf(robada), 1);
    guardar();
    return respuesta.status(403).json({ error: 'Prohibido' });
  }

  const sesion = sesiones.find((s) => s.actual === r);
  if (!sesion || sesion.vence < Date.now()) return respuesta.status(403).json({ error: 'Prohibido' });

  const token = nuevoToken();
  sesion.viejos.push(sesion.actual);
  sesion.actual = resumen(token);
  sesion.vence = Date.now() + UNA_SEMANA; // here
  respuesta.json({ accessToken: firmar(sesion.usuario), refreshToken: token });
});

servidor.post('/logout', (peticion, respuesta) => {
  const r = resumen(peticion.body.refreshToken);
  sesiones = sesiones.filter((s) => s.actual !== r);
  guardar();
  respuesta.sendStatus(204);
});

servidor.get('/me', (peticion, respuesta) => {
  const cabecera = peticion.headers.authorization;
  if (!cabecera) return respuesta.sendStatus(401);
  jwt.verify(cabecera.split(' ')[1], process.env.ACCESS_TOKEN_SECRET, (error, datos) => {
    if (error) return respuesta.sendStatus(403);
    respuesta.json({ username: datos.usuario });
  });
});

servidor.listen(3000, () => console.log('Escuchando en el puerto 3000'));
