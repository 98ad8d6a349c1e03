/** Routes whose body is a file itself: small enough to be gathered in memory, whatever it calls itself. */
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Server } from './http.ts'

export function withByteBodies(app: Server, mostBytes: number, routes: (raw: Server) => void): void {
  void app.register(async (scope) => {
    const raw = scope.withTypeProvider<ZodTypeProvider>()
    raw.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: mostBytes }, (_request, body, done) => done(null, body))
    routes(raw as Server)
  })
}
