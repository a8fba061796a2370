const express = require("express");

/**
 * Entry point of the application.
 */
class Main {
  static PORT = 8080;

  static main(args) { // here
    const app = express();
    app.use(express.json());
    app.post("/login", Main.doPost);
    app.listen(Main.PORT, () => System.out.println("started"));
  }

  static doPost(request, response) {
    response.status(200).json({
      accessToken: "access123",
      refreshToken: "refresh123",
    });
  }
}

const System = { out: { println: (s) => console.log(s) } };
