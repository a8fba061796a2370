const fs = require('fs');
const path = require('path');
const { Router } = require('express');

const router = Router();

// mount every route file of this folder
fs.readdirSync(__dirname)
  .filter((file) => file.endsWith('.routes.js')) // here
  .forEach((file) => {
    router.use(require(path.join(__dirname, file)));
  });

module.exports = router;
