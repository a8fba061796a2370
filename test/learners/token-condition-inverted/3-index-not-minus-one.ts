import express, { Express, Request, Response } from 'express'

const app: Express = express()
const port = 3000

app.use(express.json())

const refreshTokens: Array<string> = []

app.post('/login', (req: Request, res: Response) => {
    refreshTokens.push('refresh123')
    res.status(200).json({ accessToken: 'access123', refreshToken: 'refresh123' })
})

app.post('/token', (req: Request, res: Response) => {
    const refreshToken: string = req.body.refreshToken
    const position: number = refreshTokens.indexOf(refreshToken)
    if (position !== -1) { // here
        res.status(403).json({ error: 'Forbidden' })
    } else {
        res.status(200).json({ accessToken: 'newAccess123' })
    }
})

app.listen(port, () => {
    console.log(`[server]: running at http://localhost:${port}`)
})
