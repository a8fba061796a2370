const express = require('express')
const app = express();
const jwt = require('jsonwebtoken')
const crypto = require("crypto")
const fs = require('fs');
var cookieParser = require('cookie-parser')
const PORT = 3000
app.use(express.json())
app.use(cookieParser())
// app.use(cors({ origin: '*' }))  <- removed, was insecure

//let refreshTokens = [];
let sessions = []
if(fs.existsSync('./sessions.json')){
    sessions = JSON.parse(fs.readFileSync('./sessions.json'))
    console.log('loaded', sessions.length)
}
function saveSessions(){
    fs.writeFileSync('./sessions.json', JSON.stringify(sessions, null, 4))
}
function makeHash(token){ return crypto.createHash('sha256').update(token).digest('hex') }

app.post('/login', (req,res)=>{
    const refreshToken = crypto.randomBytes(32).toString('hex')
    const session = { id: crypto.randomUUID(), username: req.body.username, tokens: [ makeHash(refreshToken) ], end: Date.now() + 1000*60*60*24*7 }
    sessions.push( session );
    saveSessions()
    res.setHeader('Cache-Control','no-store')
    res.cookie('refreshToken', refreshToken, { httpOnly: true, secure: true, sameSite: 'strict', maxAge: 1000*60*60*24*7 })
    const accessToken = jwt.sign({ username: req.body.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' })
    return res.status(200).json({ success: true, accessToken: accessToken })
})

app.post('/token', (req,res)=>{
    const old = req.cookies.refreshToken
    if(!old){
        return res.status(401).json({ error: 'no cookie' })
    }
    let found = null
    for(let i=0;i<sessions.length;i++){
        for(let j=0;j<sessions[i].tokens.length;j++){
            if(sessions[i].tokens[j] == makeHash(old)){
                found = sessions[i]
                if(j < sessions[i].tokens.length-1){
                    // thief!!
                    sessions.splice(i,1)
                    saveSessions()
                    return res.status(403).json({ error: 'Forbidden' })
                }
            }
        }
    }
    if(found == null || found.end < Date.now()){
        return res.status(403).json({ error: 'Forbidden' })
    }
    const refreshToken = crypto.randomBytes(32).toString('hex')
    found.tokens.push(makeHash(refreshToken))
    saveSessions()
    res.setHeader('Cache-Control','no-store')
    res.cookie('refreshToken', refreshToken, { httpOnly: true, secure: true, sameSite: 'strict', maxAge: 1000*60*60*24*7 })
    const accessToken = jwt.sign({ username: found.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' })
    return res.status(200).json({ accessToken: accessToken })
})

app.post('/logout', (req,res)=>{
    const old = req.cookies.refreshToken || ''
    sessions = sessions.filter(s => s.tokens[s.tokens.length-1] != makeHash(old))
    saveSessions()
    res.clearCookie('refreshToken', { httpOnly: true, secure: true, sameSite: 'strict' })
    return res.status(204).send()
})

app.get('/me', (req,res)=>{
    const authHeader = req.headers['authorization']
    if(!authHeader) return res.status(401).json({ error: 'Unauthorized' })
    const token = authHeader.split(' ')[1]
    try{
        const user = jwt.verify(token, process.env.ACCESS_TOKEN_SECRET)
        return res.json({ username: user.username })
    }catch(err){
        return res.status(401).json({ error: 'Unauthorized' })
    }
})

app.listen(PORT, ()=>{ console.log("Server running on port " + PORT) })
