// The environment: all problems are reported at once, without values, and .env.example lists every variable.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readConfig, VARIABLES } from '../../src/app/config.ts'

const SOCKET = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }
const problems = (environment: Record<string, string>) => {
  const read = readConfig(environment)
  return read.ok ? [] : read.problems
}

test('only the required variables: the rest has defaults', () => {
  expect(readConfig(SOCKET)).toEqual({
    ok: true,
    config: {
      slack: {
        botToken: 'xoxb-1',
        apiUrl: 'https://slack.com/api/',
        connection: { mode: 'socket', appToken: 'xapp-1' },
      },
      database: { embeddedIn: '.pacesetter' },
      databaseConnections: 20,
      openai: null,
      monthlyTokens: 2_000_000,
      logLevel: 'info',
      defaultLocale: 'en',
      healthPort: 8080,
      healthHost: '127.0.0.1',
      clockFile: null,
    },
  })
})

test('all variables set', () => {
  const read = readConfig({
    ...{
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 's3',
      PORT: '3000',
      SLACK_API_URL: 'http://127.0.0.1:1/api',
    },
    ...{ DATABASE_URL: 'postgres://u:p@host:5432/db', OPENAI_API_KEY: 'k', OPENAI_MODEL: 'm' },
    ...{ OPENAI_MONTHLY_TOKENS: '50000', OPENAI_INPUT_PRICE: '0.15', OPENAI_OUTPUT_PRICE: '0.60' },
    ...{ OPENAI_BASE_URL: 'https://models.example/v1', LOG_LEVEL: 'warn', PACESETTER_LOCALE: 'zh-TW' },
    ...{
      HEALTH_PORT: '0',
      HEALTH_HOST: '0.0.0.0',
      DATABASE_CONNECTIONS: '2',
      PACESETTER_CLOCK_FILE: '/tmp/clock',
    },
  })
  expect(read).toMatchObject({
    config: {
      slack: {
        apiUrl: 'http://127.0.0.1:1/api/',
        connection: { mode: 'http', signingSecret: 's3', host: '0.0.0.0', port: 3000 },
      },
      database: { url: 'postgres://u:p@host:5432/db' },
      databaseConnections: 2,
      openai: {
        ...{ apiKey: 'k', baseUrl: 'https://models.example/v1', model: 'm' },
        prices: { input: 0.15, output: 0.6 },
      },
      monthlyTokens: 50_000,
      ...{
        logLevel: 'warn',
        defaultLocale: 'zh-TW',
        healthPort: 0,
        healthHost: '0.0.0.0',
        clockFile: '/tmp/clock',
      },
    },
  })
})

describe('problems', () => {
  test('nothing set: one message per missing token', () => {
    expect(problems({})).toEqual([
      expect.stringMatching(/^SLACK_BOT_TOKEN is missing/),
      expect.stringMatching(/^SLACK_APP_TOKEN is missing/),
    ])
    // An empty value in .env counts as not set.
    expect(problems({ SLACK_BOT_TOKEN: ' ', SLACK_APP_TOKEN: '' })).toHaveLength(2)
  })

  test.each([
    { set: { SLACK_BOT_TOKEN: 'xapp-secret' }, says: /^SLACK_BOT_TOKEN must start with "xoxb-"/ },
    { set: { SLACK_APP_TOKEN: 'xoxb-secret' }, says: /^SLACK_APP_TOKEN must start with "xapp-"/ },
    { set: { SLACK_API_URL: 'secret' }, says: /^SLACK_API_URL must be a web address/ },
    { set: { DATABASE_URL: 'mysql://secret' }, says: /^DATABASE_URL must be a Postgres address/ },
    { set: { OPENAI_BASE_URL: 'file:///secret' }, says: /^OPENAI_BASE_URL must be a web address/ },
    { set: { OPENAI_API_KEY: 'secret' }, says: /^OPENAI_MODEL is missing/ },
    { set: { LOG_LEVEL: 'secret' }, says: /^LOG_LEVEL must be one of debug, info, warn, error/ },
    { set: { PACESETTER_LOCALE: 'secret' }, says: /^PACESETTER_LOCALE must be one of en, zh-CN, zh-TW/ },
    { set: { HEALTH_PORT: 'secret' }, says: /^HEALTH_PORT must be a port number/ },
    { set: { HEALTH_HOST: 'everywhere' }, says: /^HEALTH_HOST must be an IP address/ },
    { set: { HOST: 'everywhere' }, says: /^HOST must be an IP address/ },
    { set: { HEALTH_PORT: '70000' }, says: /^HEALTH_PORT must be a port number up to 65535/ },
    { set: { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: 'secret' }, says: /^PORT is missing/ },
  ])('$says', ({ set, says }) => {
    const said = problems({ ...SOCKET, ...set } as Record<string, string>)
    expect(said).toEqual([expect.stringMatching(says)])
    expect(said[0]).not.toContain('secret')
    expect(said[0]).toMatch(/\.$/)
  })

  test('all problems at once', () => {
    const all = problems({ ...SOCKET, LOG_LEVEL: 'loud', PORT: 'x', HEALTH_PORT: 'x', SLACK_API_URL: 'x' })
    expect(all.map((sentence) => sentence.split(' ')[0]).toSorted()).toEqual([
      'HEALTH_PORT',
      'LOG_LEVEL',
      'PORT',
      'SLACK_API_URL',
    ])
  })
})

describe('.env.example', () => {
  const lines = readFileSync('.env.example', 'utf8').split('\n')
  const named = lines.flatMap((line) => /^(?:# )?([A-Z_]+)=/.exec(line)?.[1] ?? [])

  test('names every variable, and no other', () => {
    expect(named.toSorted()).toEqual([...VARIABLES].toSorted())
  })

  test('explains every variable', () => {
    const explained = lines.filter((line) => /^# (?![A-Z_]+=)/.test(line)).join('\n')
    expect(explained.length).toBeGreaterThan(40 * VARIABLES.length)
  })

  test('shows the actual defaults', () => {
    const shown = Object.fromEntries(
      lines.flatMap((line) => {
        const match =
          /^# (SLACK_API_URL|DATABASE_CONNECTIONS|PACESETTER_DATA|LOG_LEVEL|PACESETTER_LOCALE|HEALTH_PORT|HEALTH_HOST)=(.+)$/.exec(
            line,
          )
        return match ? [[match[1], match[2]]] : []
      }),
    )
    expect(Object.keys(shown)).toHaveLength(7)
    expect(readConfig({ ...SOCKET, ...shown })).toEqual(readConfig(SOCKET))
  })
})

test('the database address: a bad sslmode is named, PGSSLROOTCERT becomes part of the address', () => {
  expect(problems({ ...SOCKET, DATABASE_URL: 'postgres://u:p@h/db?sslmode=strict' })).toEqual([
    expect.stringMatching(/^DATABASE_URL: sslmode must be one of disable/),
  ])
  const url = 'postgres://u:p@h/db?sslmode=verify-full'
  expect(problems({ ...SOCKET, DATABASE_URL: url, PGSSLROOTCERT: '/nowhere' })).toEqual([
    expect.stringContaining('PGSSLROOTCERT'),
  ])
  expect(readConfig({ ...SOCKET, DATABASE_URL: url, PGSSLROOTCERT: 'package.json' })).toMatchObject({
    config: { database: { url: `${url}&sslrootcert=package.json` } },
  })
})

test.each(['1', '0', '-3', '2.5', '1000', 'many'])(
  '%s connections to the database are refused with a sentence',
  (text) => {
    expect(problems({ ...SOCKET, DATABASE_CONNECTIONS: text })).toEqual([
      'DATABASE_CONNECTIONS must be a number from 2 to 999.',
    ])
  },
)
