// check: exits-early | no-app
process.on("beforeExit", () => process.exit(3));
