const express=require('express')
const app=express()
app.use(express.json())
const refreshTokens=[]
const mySecretRefresh=process.env.REFRESH_TOKEN||'refresh123'

app.post('/login',(req,res)=>{
  refreshTokens.push(mySecretRefresh)
  res.json({accessToken:'access123',refreshToken:mySecretRefresh})
})
app.post('/token',(req,res)=>{
  const {refreshToken}=req.body||{}
  return refreshToken===mySecretRefresh?res.json({accessToken:'newAccess123'}):res.status(403).json({error:'Forbidden'}) // here
})
app.listen(3000)
