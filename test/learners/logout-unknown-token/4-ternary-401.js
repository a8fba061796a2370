const express=require("express")
const app=express()
app.use(express.json())
let refreshTokens=[]

app.post("/login",(req,res)=>{
    refreshTokens.push("refresh123")
    res.status(201).json({accessToken:"access123",refreshToken:"refresh123"})
})

app.post("/token",(req,res)=>{
    const rt=req.body?.refreshToken
    return refreshTokens.includes(rt)?res.json({accessToken:"newAccess123"}):res.status(403).json({error:"Forbidden"})
})

app.post("/logout",(req,res)=>{
    const rt=req.body?.refreshToken
    const known=refreshTokens.includes(rt)
    refreshTokens=refreshTokens.filter(x=>x!==rt)
    return known?res.sendStatus(204):res.status(401).json({error:"Unauthorized"}) // here
})

app.listen(3000)
