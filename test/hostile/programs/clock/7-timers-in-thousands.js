// check: passed
for (let i = 0; i < 50_000; i++) setTimeout(() => {}, i * 30_000);
for (let i = 1; i < 2_000; i++) setInterval(() => {}, i);
require("../solutions/7-expiry");
