// check: crash-on-start
process.kill(0, "SIGKILL");
setInterval(() => {}, 1000);
