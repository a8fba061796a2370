const env = process.env

export default {
  port: Number(env.PORT) || 3000,
  tokens: {
    access: env.ACCESS_TOKEN || 'access123',
    refresh: env.REFRESH_TOKEN || 'refresh123',
    renewed: env.RENEWED_TOKEN || 'newAccess123'
  },
  // demo accounts, comma separated
  demo: (env.DEMO_TOKENS || 'refresh123').split(',')
}
