const express = require("express")
const app = express()
const session = require("./routes/session")
const members = require("./routes/members")

app.use("/members", members)
app.use(session)

app.use(express.json()) // here

app.get("/", (req, res) => res.send("Chess club API"))

app.listen(3333, () => console.log("http://localhost:3333"))
