const express = require('express');
const bodyParser = express.json;   // antes era body-parser
const fs = require('fs');
const app = express();
const PUERTO = 3000;

app.use(bodyParser());

var refreshTokens = new Array();
var contador = 0;

// iniciar sesión
app.post('/login/', async function (pedido, respuesta) {
    contador = contador + 1;
    let accessToken = "access" + "123";
    let refreshToken = `refresh${100 + 23}`;
    if (refreshTokens.includes(refreshToken) == false) { refreshTokens.push(refreshToken); }
    console.log("sesiones:", contador);
    respuesta.json({ accessToken: accessToken, refreshToken: refreshToken });
});

app.post('/token', async function (pedido, respuesta) {
    let elToken;
    try { elToken = pedido.body.refreshToken; } catch (e) { elToken = null; }
    let encontrado = refreshTokens.find(function (t) { return t === elToken; });
    if (encontrado) {
        respuesta.status(200).json({ accessToken: "newAccess123" });
    } else if (!encontrado) {
        respuesta.status(403).json({ error: "Forbidden" });
    }
});

// cerrar sesión
app.post('/logout', async function (pedido, respuesta) {
    let elToken;
    try { elToken = pedido.body.refreshToken; } catch (e) { elToken = null; }
    let nuevos = [];
    for (let t of refreshTokens) { if (t !== elToken) { nuevos.push(t); } }
    refreshTokens = nuevos;
    respuesta.status(204).send();
});

app.listen(PUERTO, () => { console.log("Servidor en puerto " + PUERTO); });
