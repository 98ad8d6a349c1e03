import { call } from '../call.ts'

/** Whether the first run is still to be done; where it is not, the path does not exist. */
export const setupQuery = {
  queryKey: ['setup'],
  retry: false,
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }: { signal: AbortSignal }) => call<{ open: boolean }>('GET', '/setup', { signal, anonymous: true }),
}
