/** Figures for operations in the Prometheus text format; told to the machine itself only, not to whom a proxy on it lets in. */
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Pool } from 'pg'
import type { Server } from './http.ts'
import { notFound } from './problem.ts'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const forwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']

export function metrics(app: Server, pools: Record<string, Pool>) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({ name: 'zs_http_seconds', help: 'Time to answer, by route', labelNames: ['method', 'route', 'status'], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5], registers: [registry] })
  app.addHook('onResponse', async (request, reply) => {
    durations.observe({ method: request.method, route: request.routeOptions.url ?? 'unknown', status: String(reply.statusCode) }, reply.elapsedTime / 1000)
  })
  app.get('/metrics', { config: { access: 'public' }, schema: { hide: true } }, async (request, reply) => {
    if (!loopback.has(request.socket.remoteAddress ?? '') || forwarded.some((name) => request.headers[name] !== undefined)) throw notFound()
    const waiting = Object.entries(pools).map(([name, pool]) => `zs_pool_waiting{pool="${name}"} ${pool.waitingCount}\nzs_pool_total{pool="${name}"} ${pool.totalCount}`).join('\n')
    return reply.type(registry.contentType).send(`${await registry.metrics()}\n${waiting}\n`)
  })
}
