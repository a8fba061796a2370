const router = require("express").Router()
const express = require("express")

router.use(express.json())

const members = []

router.get("/", (req, res) => res.json(members))
router.post("/", (req, res) => {
  members.push({ name: req.body.name, elo: 1200 })
  res.status(201).json(members.at(-1))
})

module.exports = router
