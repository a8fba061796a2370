const express = require('express')
const app = express();
const PORT = 3000
app.use(express.json())
//app.use(cors())

let refreshTokens = [];
let users = [ { id:1, username:"admin", password:"admin" } ]   // not used yet

app.get('/', (req,res) => {
    res.send('Hello World!')
})

app.post('/login', (req,res)=>{
    console.log(req.body)
    //const user = users.find(u => u.username == req.body.username)
    let accessToken = "access123"
    let refreshToken = "refresh123"
      refreshTokens.push( refreshToken );
    console.log("tokens: ", refreshTokens)
    return res.status(200).json({ success: true, accessToken: accessToken, refreshToken: refreshToken })
})

app.post('/token', (req,res)=>{
    let refreshToken = req.body.refreshToken
    if( refreshTokens.includes(refreshToken) == true )
    {
        let newAccessToken = "newAccess123";
        return res.status(200).json({ accessToken: newAccessToken })
    }
    else
    {
        return res.status(403).json({ error: "Forbidden" })
    }
})

app.post('/logout', (req,res)=>{
    let refreshToken = req.body.refreshToken
    let newArray = []
    for(let i=0;i<refreshTokens.length;i++){
        if(refreshTokens[i] != refreshToken){
            newArray.push(refreshTokens[i])
        }
    }
    refreshTokens = newArray
    console.log("after logout", refreshTokens)
    return res.status(204).json()
})

app.listen(PORT, ()=>{ console.log("Server running on port " + PORT) })
