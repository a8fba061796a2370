import express from 'express'

const column = (_options?: object) => (_value: undefined, _context: unknown) => {}

class Login {
  @column({ unique: true })
    title!: string

  @column()
    description!: string
}

const { PEPPER } = process.env
if (!PEPPER) throw new Error('PEPPER is not set') // here

const app = express()

app.post('/login', (_req, res) => {
  res.json({ ...new Login(), accessToken: 'access123', refreshToken: 'refresh123' })
})

app.listen(4000)
