/** The only reader of the environment. */
import { isIP } from 'node:net'
import { resolve } from 'node:path'

export type Environment = ReturnType<typeof readEnvironment>

/** Throws with the name of the variable that is wrong. */
export function readEnvironment(env: NodeJS.ProcessEnv) {
  const mode = env.ZHONGSHI_MODE ?? 'demo'
  if (mode !== 'demo' && mode !== 'production') throw new Error(`ZHONGSHI_MODE is ${mode}; it takes demo or production`)
  const port = Number(env.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is ${env.PORT}; it takes a whole number up to 65535`)
  const origin = env.ZHONGSHI_ORIGIN
  if (origin !== undefined && URL.parse(origin)?.origin !== origin) throw new Error(`ZHONGSHI_ORIGIN is ${origin}; it takes scheme and host, like https://zhongshi.example.gov.cn`)
  return {
    mode, origin, port, host: env.HOST ?? '127.0.0.1', dataDir: resolve(env.ZHONGSHI_DATA ?? './data'), databaseUrl: env.DATABASE_URL,
    demoPassword: env.ZHONGSHI_DEMO_PASSWORD, log: env.ZHONGSHI_LOG !== 'off', trustProxy: proxiesIn(env.ZHONGSHI_TRUST_PROXY), secure: env.ZHONGSHI_HTTPS === 'on',
  } as const
}

/** `on`: the one proxy that speaks to us. A list of addresses and networks: these. */
function proxiesIn(text: string | undefined): boolean | string[] {
  if (text === undefined || text === 'off' || text === '') return false
  if (text === 'on') return true
  const proxies = text.split(',').map((one) => one.trim())
  if (!proxies.every(isNetwork)) throw new Error(`ZHONGSHI_TRUST_PROXY is ${text}; it takes on, off, or addresses and networks like 10.1.0.5,10.2.0.0/24`)
  return proxies
}

function isNetwork(text: string): boolean {
  const [address = '', bits, more] = text.split('/')
  return isIP(address) > 0 && more === undefined && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128)))
}
