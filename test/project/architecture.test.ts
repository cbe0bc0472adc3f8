// The architecture page names what features announce to those above them, and what lower rooms ask of them.
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = readFileSync('ARCHITECTURE.md', 'utf8')
const sources = globSync('src/**/*.ts').map((path) => readFileSync(path, 'utf8'))

test('each announced change', () => {
  const announced = sources.flatMap((text) =>
    [...text.matchAll(/export const (\w+): Change</g)].map(([, name]) => name!),
  )
  expect(announced.length).toBeGreaterThan(6)
  expect(announced.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})

test('each contribution', () => {
  const asked = sources.flatMap((text) =>
    [...text.matchAll(/interface Contributions \{\n([^}]*)\}/g)].flatMap(([, body]) =>
      [...body!.matchAll(/^\s+(\w+):/gm)].map(([, name]) => name!),
    ),
  )
  expect(asked).toContain('actionSources')
  expect(asked.filter((name) => name !== 'reactions' && !page.includes(`\`${name}\``))).toEqual([])
})
