import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'

const portalEntry = join(import.meta.dirname, 'src/portal/pages/entry.tsx')

/** The workbench is a static site under /work/; the portal (`--mode portal`) is a module the server renders with. */
export default defineConfig(({ mode }): UserConfig => (mode === 'portal' ? portal() : workbench()))

const workbench = (): UserConfig => ({
  root: join(import.meta.dirname, 'src/web'),
  base: '/work/',
  plugins: [react(), packed(join(import.meta.dirname, 'dist/web/assets'))],
  build: {
    outDir: join(import.meta.dirname, 'dist/web'), emptyOutDir: true, manifest: true, target: 'es2022',
    // A strict content policy knows no data: addresses and no inline scripts.
    assetsInlineLimit: 0, modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': process.env.ZHONGSHI_API ?? 'http://127.0.0.1:3000' } },
})

const portal = (): UserConfig => ({
  plugins: [react(), ...(existsSync(portalEntry) ? [] : [missing()])],
  // One module with everything in it, and React's production build: pages are rendered on every request.
  ssr: { noExternal: true },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    ssr: true, outDir: join(import.meta.dirname, 'dist/portal'), emptyOutDir: true, target: 'node22', copyPublicDir: false,
    rollupOptions: { input: existsSync(portalEntry) ? portalEntry : 'virtual:no-portal', output: { entryFileNames: 'entry.js' } },
  },
})

/** Without the portal's pages there is nothing to build; the workbench still is. */
const missing = () => ({
  name: 'no-portal',
  resolveId: (id: string) => (id === 'virtual:no-portal' ? id : undefined),
  load: (id: string) => (id === 'virtual:no-portal' ? 'export {}' : undefined),
})

/** Beside every asset its packed forms, as they are sent: packed once when built, not for everybody who opens the page. */
const packed = (folder: string) => ({
  name: 'packed',
  closeBundle: () => {
    for (const file of readdirSync(folder).filter((name) => /\.(js|css)$/.test(name))) {
      const bytes = readFileSync(join(folder, file))
      writeFileSync(join(folder, `${file}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
      writeFileSync(join(folder, `${file}.gz`), gzipSync(bytes, { level: 9 }))
    }
  },
})
