// The rooms of ARCHITECTURE.md: who may import whom, who alone reads the clock and the environment, how a file opens.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

type Room = 'domain' | 'i18n' | 'db' | 'ai' | 'flows' | 'slack' | 'http' | 'jobs'
const ROOMS: Record<Room, { rooms: Room[]; packages: string[] }> = {
  domain: { rooms: [], packages: ['date-holidays', 'chinese-days'] },
  i18n: { rooms: ['domain'], packages: ['@formatjs/intl'] },
  db: { rooms: ['domain'], packages: ['drizzle-orm', 'postgres'] },
  ai: { rooms: ['domain', 'i18n'], packages: ['openai', 'zod'] },
  flows: { rooms: ['domain', 'db'], packages: [] },
  slack: {
    rooms: ['domain', 'i18n', 'flows'],
    packages: ['@slack/bolt', '@slack/web-api', '@slack/types', 'zod'],
  },
  http: { rooms: ['domain', 'flows'], packages: ['zod'] },
  jobs: { rooms: ['domain', 'flows'], packages: ['node-cron', 'pg-boss'] },
}
/** Only these may use Node's own modules for files, processes and the network; others may for what is pure. */
const PURE_NODE = ['node:crypto', 'node:timers/promises', 'node:util']
const NODE_ALLOWED: Partial<Record<Room, RegExp>> = { db: /^(embedded|migrate)/, http: /^health/ }
interface Source {
  path: string
  text: string
  room: Room | null
}
const sources: Source[] = globSync('src/**/*.ts').map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
  room: path.split('/').length > 2 ? (path.split('/')[1] as Room) : null,
}))
const importsOf = ({ text }: Source) =>
  [
    ...text.matchAll(
      /^(?:import|export)\b[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gms,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
/** The room that a relative import leads to; null: a file at the top. */
const roomOf = (source: Source, specifier: string) => {
  const target = normalize(join(dirname(source.path), specifier)).split('/')
  return target.length > 2 ? target[1] : null
}
const packageOf = (specifier: string) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')

test('every folder of src is a room that we know', () => {
  const rooms = new Set(sources.flatMap(({ room }) => room ?? []))
  expect([...rooms].filter((room) => !(room in ROOMS))).toEqual([])
  expect(rooms.size).toBeGreaterThan(5)
})

describe.each(Object.keys(ROOMS) as Room[])('%s', (room) => {
  const own = sources.filter((source) => source.room === room)
  const { rooms, packages } = ROOMS[room]

  test('imports only the rooms that it may', () => {
    const wrong = own.flatMap((source) =>
      importsOf(source)
        .filter((specifier) => specifier.startsWith('.'))
        .filter((specifier) => ![room, ...rooms].includes((roomOf(source, specifier) ?? '') as Room))
        .map((specifier) => `${source.path} imports ${specifier}`),
    )
    expect(wrong).toEqual([])
  })

  test('uses only the packages that it may', () => {
    const wrong = own.flatMap((source) => {
      const file = source.path.split('/').slice(2).join('/')
      return importsOf(source)
        .filter((specifier) => !specifier.startsWith('.'))
        .filter((specifier) =>
          specifier.startsWith('node:')
            ? room === 'domain' || !(PURE_NODE.includes(specifier) || NODE_ALLOWED[room]?.test(file))
            : !packages.includes(packageOf(specifier)),
        )
        .map((specifier) => `${source.path} uses ${specifier}`)
    })
    expect(wrong).toEqual([])
  })
})

test('nothing but the top imports the top', () => {
  const wrong = sources
    .filter(({ room }) => room !== null)
    .flatMap((source) =>
      importsOf(source).filter((one) => one.startsWith('.') && roomOf(source, one) === null),
    )
  expect(wrong).toEqual([])
})

describe('single readers', () => {
  const code = ({ text }: Source) => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  test.each([
    {
      what: 'the system clock',
      pattern: /\bDate\.now\(|\bnew Date\(\)|\bTemporal\.Now\b/,
      reader: 'src/clock.ts',
    },
    { what: 'the environment', pattern: /\bprocess\.env\b/, reader: 'src/config.ts' },
    { what: 'chat.*', pattern: /\.chat\.\w+\(/, reader: 'src/slack/send.ts' },
    { what: 'a text in Slack’s markup', pattern: /type: 'mrkdwn'/, reader: 'src/slack/mrkdwn.ts' },
  ])('$what is found in $reader alone', ({ pattern, reader }) => {
    expect(sources.filter((source) => pattern.test(code(source))).map(({ path }) => path)).toEqual([reader])
  })

  test('SQL is written in db alone, but for the queue’s own tables', () => {
    const sql = /\b(?:select\s.+\sfrom|insert\s+into|delete\s+from)\s+\w|\bupdate\s+\w+\s+set\b/is
    const writers = sources.filter((source) => /['"`]/.test(source.text) && sql.test(stringsOf(source)))
    expect(writers.map(({ path }) => path).filter((path) => !path.startsWith('src/db/'))).toEqual([
      'src/jobs/queue.ts',
    ])
  })
})

/** What stands in quotes and templates. */
function stringsOf({ text }: Source): string {
  const strings = text.matchAll(/`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g)
  return [...strings].map(([string]) => (string.includes('${') || /\s/.test(string) ? string : '')).join('\n')
}

describe('files', () => {
  const all = globSync('{src,sandbox,bench,test}/**/*.ts').map((path) => ({
    path,
    text: readFileSync(path, 'utf8'),
  }))

  test('each opens with a sentence that says what it is for', () => {
    const wrong = all.filter(({ text }) => !/^\/\/ \S.{20,}[.:]?\n/.test(text))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  test('none is longer than 300 lines, a test 400, but for catalogs and tables', () => {
    const tables =
      /(?:i18n\/(?:en|zh-cn|zh-tw)\/|limits\.ts$|-table\.ts$|presets\.ts$|page\/words\.ts$|-(?:cases|differences|steps)\.ts$|cases\/)/
    const most = (path: string) => (path.endsWith('.test.ts') ? 400 : 300)
    const long = all.filter(
      ({ path, text }) => !tables.test(path) && text.split('\n').length > most(path) + 1,
    )
    expect(long.map(({ path }) => path)).toEqual([])
  })

  test('names are kebab-case, and say what is inside', () => {
    const wrong = all.filter(
      ({ path }) =>
        !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*(?:\.sql|\.test)?\.ts$/.test(path),
    )
    expect(wrong.map(({ path }) => path)).toEqual([])
    expect(all.filter(({ path }) => /\/(?:utils?|helpers?|manager|service|index)\.ts$/.test(path))).toEqual(
      [],
    )
  })
})
