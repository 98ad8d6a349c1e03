import { spawnSync } from 'node:child_process'
import { accessSync, chmodSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const flags = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--font-render-hinting=none', '--lang=zh-CN',
  // On two cores fewer threads are quicker. Not fewer processes: with the GPU in the browser's own, Chromium now and then dies as it starts.
  '--num-raster-threads=1', '--disable-lcd-text', '--disable-font-subpixel-positioning',
]

/**
 * A headless Chromium: $CHROMIUM, else Debian's, else the one from npm. Chinese text has a font on every machine.
 * On `debuggingPort` other tools may look into it.
 */
export async function openBrowser({ debuggingPort }: { debuggingPort?: number } = {}): Promise<Browser> {
  const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium'].find((path) => path && existsSync(path)) ?? fromNpm()
  const env = {
    ...process.env as Record<string, string>,
    FONTCONFIG_FILE: fontConfig(),
    LD_LIBRARY_PATH: [join(dirname(executablePath), 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
    // A system user like nobody has no home to write to.
    HOME: writable(process.env.HOME) ? process.env.HOME! : tmpdir(),
  }
  const launch = (args: string[]) => chromium.launch({ executablePath, env, args: [...flags, ...(debuggingPort ? [`--remote-debugging-port=${debuggingPort}`] : []), ...args], handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false })
  // A browser that died before it opened anything says nothing about what is tested: it is started again, twice at most.
  const persistent = (args: string[]) => launch(args).catch(() => launch(args)).catch(() => launch(args))
  if (process.getuid?.() === 0) return persistent(['--no-sandbox'])
  // Containers often forbid the user namespaces that the sandbox needs; only pages of our own are opened here.
  return launch([]).catch(() => persistent(['--no-sandbox']))
}

/** Unpacks the npm Chromium once. In a child, for the package knows no other place than the folder for temporary files. */
function fromNpm(): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder('@sparticuz/chromium'), 'package.json'), 'utf8')) as { version: string }
  const folder = join(cacheFolder(), `chromium-${version}`)
  const executable = join(folder, 'chromium')
  if (existsSync(executable)) return executable

  const draft = mkdtempSync(`${folder}-`)
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', 'await (await import("@sparticuz/chromium")).default.executablePath()'], {
    cwd: import.meta.dirname, encoding: 'utf8', env: { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  })
  if (status !== 0) throw new Error(`cannot unpack Chromium: ${stderr}`)
  for (const path of [draft, join(draft, 'chromium')]) chmodSync(path, 0o755)
  try {
    renameSync(draft, folder)
  } catch {
    // Another test process was faster.
    rmSync(draft, { recursive: true, force: true })
  }
  return executable
}

function fontConfig(): string {
  const folders = [join(packageFolder('@embedpdf/fonts-sc'), 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts', '/System/Library/Fonts', '/Library/Fonts']
  const file = join(cacheFolder(), `fonts-${process.getuid?.() ?? 0}.conf`)
  // The package calls its family "Noto Sans S Chinese"; style sheets know it, and what stands in for it, by these names.
  const names = ['Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC']
  const generics = ['sans-serif', 'sans', 'system-ui', 'Arial', 'Helvetica']
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.filter((folder) => existsSync(folder)).map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${join(cacheFolder(), `fonts-${process.getuid?.() ?? 0}`)}</cachedir>
  <match target="scan">
    <test name="family"><string>Noto Sans S Chinese</string></test>
    <edit name="family" mode="append">${names.map((name) => `<string>${name}</string>`).join('')}</edit>
  </match>
${generics.map((name) => `  <alias binding="same"><family>${name}</family><prefer><family>Noto Sans SC</family></prefer></alias>`).join('\n')}
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
</fontconfig>
`)
  renameSync(draft, file)
  return file
}

function cacheFolder(): string {
  const near = join(import.meta.dirname, '..', 'node_modules', '.cache')
  const folder = writable(dirname(near)) && (!existsSync(near) || writable(near)) ? near : join(tmpdir(), `zs-cache-${process.getuid?.() ?? 0}`)
  mkdirSync(folder, { recursive: true })
  return folder
}

const packageFolder = (name: string) => {
  const entry = createRequire(import.meta.url).resolve.paths(name)!.map((folder) => join(folder, name)).find((folder) => existsSync(folder))
  if (!entry) throw new Error(`${name} is not installed: run npm install`)
  return entry
}

function writable(path: string | undefined): boolean {
  try {
    accessSync(path ?? '', constants.W_OK)
    return true
  } catch {
    return false
  }
}
