// check: start-timeout | exits-early
import express from "express";
setInterval(() => {}, 1000);
await new Promise(() => {});
express();
