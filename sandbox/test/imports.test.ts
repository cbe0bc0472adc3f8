// The local Slack stands by itself: it imports nothing from outside its folder, only its own packages, and in no circle.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const IMPORT = /^(?:import|export)\b[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gms

const importsOf = (path: string) =>
  [...readFileSync(join(root, path), 'utf8').matchAll(IMPORT)].map(
    (match) => match[1] ?? match[2] ?? match[3]!,
  )
const graph = new Map(
  globSync('**/*.{ts,tsx}', { cwd: root, exclude: ['node_modules/**'] }).map((path) => {
    const imports = importsOf(path)
    return [
      path,
      {
        files: imports.filter((one) => one.startsWith('.')).map((one) => normalize(join(dirname(path), one))),
        packages: imports.filter((one) => !one.startsWith('.') && !one.startsWith('node:')),
      },
    ]
  }),
)
const packageOf = (name: string) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')

test('imports lead to files of this folder', () => {
  const wrong = [...graph].flatMap(([path, { files }]) =>
    files.filter((file) => !graph.has(file)).map((file) => `${path} imports ${file}`),
  )
  expect(wrong).toEqual([])
  expect(graph.size).toBeGreaterThan(200)
})

test('packages are those of its own package.json', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const wrong = [...graph].flatMap(([path, { packages }]) =>
    packages.filter((name) => !(packageOf(name) in devDependencies)).map((name) => `${path} imports ${name}`),
  )
  expect(wrong).toEqual([])
})

test('no file imports itself by way of others, types included', () => {
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (path: string, way: readonly string[]) => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '))
    if (done.has(path) || way.includes(path)) return
    for (const file of graph.get(path)?.files ?? []) visit(file, [...way, path])
    done.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  expect(circles).toEqual([])
})
