// NOTICE lists every installed package whose licence requires more than keeping its text.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { dev?: boolean; link?: boolean; license?: string }>
}
const notice = readFileSync('NOTICE', 'utf8')
const ASKS_NO_MORE = /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Unlicense|\(MIT OR CC0-1\.0\))$/

test('each package with another licence than the permissive ones is listed', () => {
  const others = Object.entries(packages)
    .filter(
      ([path, { dev, link, license }]) => path !== '' && !dev && !link && !ASKS_NO_MORE.test(license ?? ''),
    )
    .map(([path]) => path.split('node_modules/').at(-1)!)
  expect(others).toContain('date-holidays')
  expect(others.filter((name) => !notice.includes(name))).toEqual([])
})
