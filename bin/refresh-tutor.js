#!/usr/bin/env node
"use strict";
// Any Node reads this file, however old, so that one that is too old can say so: nothing in here is newer than Node 12.

var version = process.versions.node.split(".").map(Number);

function fail(error) {
  var missing = error && error.code === "MODULE_NOT_FOUND";
  console.error(
    missing
      ? "A part of refresh-tutor is missing. Install it again: npm install refresh-tutor (in a checkout: npm ci)"
      : "refresh-tutor cannot be loaded; please report this: " + error,
  );
  process.exitCode = missing ? 2 : 3;
}

if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  console.error(
    "refresh-tutor needs Node 20.19 or newer; this is Node " +
      process.versions.node +
      ". Install a newer one from https://nodejs.org and try again.",
  );
  process.exitCode = 2;
} else {
  try {
    require("../dist/main.cjs").main().catch(fail);
  } catch (error) {
    fail(error);
  }
}
