// Bundles the page in memory, once for the process, so that there is no build step and nothing to fetch.
import { fileURLToPath } from 'node:url'

export interface Bundle {
  script: string
  style: string
}

const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url))

let bundled: Promise<Bundle> | undefined

/** The first call does the work; esbuild is loaded only then, so that tests without a page do not wait for it. */
export function bundlePage(): Promise<Bundle> {
  bundled ??= bundle()
  return bundled
}

async function bundle(): Promise<Bundle> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [pathOf('main.tsx'), pathOf('style/page.css')],
    bundle: true,
    write: false,
    outdir: '/',
    format: 'esm',
    target: 'es2023',
    jsx: 'automatic',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  })
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? ''
  return { script: textOf('.js'), style: textOf('.css') }
}
