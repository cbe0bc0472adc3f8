// The rules of ARCHITECTURE.md: imports between rooms, the only reader of the clock and the environment, file headers and names.
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { describe, expect, test } from 'vitest'
import rules, { ROOMS } from '../../.dependency-cruiser.js'

interface Source {
  path: string
  text: string
}
const sources: Source[] = globSync('src/**/*.ts').map((path) => ({ path, text: readFileSync(path, 'utf8') }))

describe('imports', () => {
  const violations = async (folder = 'src', baseDir = process.cwd()) => {
    const { output } = await cruise([folder], { ...rules.options, baseDir, ruleSet: rules, validate: true })
    return (output as ICruiseResult).summary.violations.map(
      ({ from, to, rule }) => `${rule.name}: ${from} → ${to}`,
    )
  }

  test('follow the order of the rooms and the layers inside each', async () => {
    expect(await violations()).toEqual([])
  })

  test('every folder of src is a room of the rules', () => {
    const folders = new Set(sources.flatMap(({ path }) => path.split('/').slice(1, -1).slice(0, 1)))
    expect([...folders].sort()).toEqual([...ROOMS, 'app'].sort())
  })

  test.each([
    ['upward', 'src/org/flows/a.ts', 'src/numbers/flows/b.ts', 'org-imports-only-rooms-before-it'],
    [
      'from the domain to the database',
      'src/org/domain/a.ts',
      'src/org/db/b.ts',
      'domain-imports-only-domain',
    ],
    [
      'from a flow to Slack',
      'src/checkins/standup/flows/a.ts',
      'src/slack/b.ts',
      'only-the-slack-layer-knows-slack',
    ],
    [
      'from a kind’s domain upward',
      'src/checkins/standup/domain/a.ts',
      'src/setup/domain/b.ts',
      'checkins-imports-only-rooms-before-it',
    ],
  ])('an import %s is refused', async (_, from, to, rule) => {
    const folder = mkdtempSync(join(tmpdir(), 'rooms-'))
    try {
      for (const [path, text] of [
        [from, `import type { B } from '${relative(dirname(from), to)}'\nexport type A = B\n`],
        [to, 'export type B = string\n'],
      ] as const) {
        mkdirSync(join(folder, dirname(path)), { recursive: true })
        writeFileSync(join(folder, path), text)
      }
      expect(await violations('src', folder)).toContain(`${rule}: ${from} → ${to}`)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('single readers', () => {
  const code = ({ text }: Source) => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  test.each([
    {
      what: 'the system clock',
      pattern: /\bDate\.now\(|\bnew Date\(\)|\bTemporal\.Now\b/,
      reader: 'src/app/clock.ts',
    },
    { what: 'the environment', pattern: /\bprocess\.env\b/, reader: 'src/app/config.ts' },
    { what: 'chat.*', pattern: /\.chat\.\w+\(/, reader: 'src/slack/send.ts' },
    { what: 'a text in Slack’s markup', pattern: /type: 'mrkdwn'/, reader: 'src/slack/mrkdwn.ts' },
  ])('$what is found in $reader alone', ({ pattern, reader }) => {
    expect(sources.filter((source) => pattern.test(code(source))).map(({ path }) => path)).toEqual([reader])
  })

  test('SQL is written in db alone, but for the embedded server', () => {
    const sql = /\b(?:select\s.+\sfrom|insert\s+into|delete\s+from)\s+\w|\bupdate\s+\w+\s+set\b/is
    const writers = sources.filter((source) => /['"`]/.test(source.text) && sql.test(stringsOf(source)))
    expect(
      writers
        .map(({ path }) => path)
        .filter((path) => !path.includes('/db/'))
        .sort(),
    ).toEqual(['src/core/embedded/server.ts'])
  })
})

/** The contents of string and template literals. */
function stringsOf({ text }: Source): string {
  const strings = text.matchAll(/`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g)
  return [...strings].map(([string]) => (string.includes('${') || /\s/.test(string) ? string : '')).join('\n')
}

describe('files', () => {
  const all = globSync('{src,sandbox,demo,bench,test}/**/*.ts').map((path) => ({
    path,
    text: readFileSync(path, 'utf8'),
  }))

  test('each starts with a comment that says what it is for', () => {
    const wrong = all.filter(({ text }) => !/^\/\/ \S.{20,}[.:]?\n/.test(text))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  test('none is longer than 300 lines (a test 400), except catalogs and tables', () => {
    const tables =
      /(?:words\/(?:en|zh-cn|zh-tw)\/|limits\.ts$|-table\.ts$|presets\.ts$|page\/words\.ts$|-(?:cases|differences|steps)\.ts$|cases\/)/
    const most = (path: string) => (path.endsWith('.test.ts') ? 400 : 300)
    const long = all.filter(
      ({ path, text }) => !tables.test(path) && text.split('\n').length > most(path) + 1,
    )
    expect(long.map(({ path }) => path)).toEqual([])
  })

  test('names are kebab-case, without utils, helpers, managers or services', () => {
    const wrong = all.filter(
      ({ path }) =>
        !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*(?:\.sql|\.test|\.config)?\.ts$/.test(path),
    )
    expect(wrong.map(({ path }) => path)).toEqual([])
    expect(all.filter(({ path }) => /\/(?:utils?|helpers?|manager|service|index)\.ts$/.test(path))).toEqual(
      [],
    )
  })
})
