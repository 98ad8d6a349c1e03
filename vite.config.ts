import { existsSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'

const portalEntry = new URL('src/portal/pages/entry.tsx', import.meta.url).pathname

/** The workbench is a static site under /work/; the portal (`--mode portal`) is a module the server renders with. */
export default defineConfig(({ mode }): UserConfig => (mode === 'portal' ? portal() : workbench()))

const workbench = (): UserConfig => ({
  root: new URL('src/web', import.meta.url).pathname,
  base: '/work/',
  plugins: [react()],
  build: {
    outDir: new URL('dist/web', import.meta.url).pathname, emptyOutDir: true, manifest: true, target: 'es2022',
    // A strict content policy knows no data: addresses and no inline scripts.
    assetsInlineLimit: 0, modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': process.env.ZHONGSHI_API ?? 'http://127.0.0.1:3000' } },
})

const portal = (): UserConfig => ({
  plugins: [react(), ...(existsSync(portalEntry) ? [] : [missing()])],
  build: {
    ssr: true, outDir: new URL('dist/portal', import.meta.url).pathname, emptyOutDir: true, target: 'node22', copyPublicDir: false,
    rollupOptions: { input: existsSync(portalEntry) ? portalEntry : 'virtual:no-portal', output: { entryFileNames: 'entry.js' } },
  },
})

/** Without the portal's pages there is nothing to build; the workbench still is. */
const missing = () => ({
  name: 'no-portal',
  resolveId: (id: string) => (id === 'virtual:no-portal' ? id : undefined),
  load: (id: string) => (id === 'virtual:no-portal' ? 'export {}' : undefined),
})
