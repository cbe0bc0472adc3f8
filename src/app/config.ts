// Reads the environment variables into a Config; reports all problems at once, in plain English.
import { z } from 'zod'
import { readAddress } from '../core/db/address.ts'
import { LOCALES, type Locale } from '../core/i18n/locale.ts'

const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const

export interface Config {
  slack: {
    botToken: string
    /** With a trailing slash. */
    apiUrl: string
    connection:
      | { mode: 'socket'; appToken: string }
      | { mode: 'http'; signingSecret: string; host: string; port: number }
  }
  database: { url: string } | { embeddedIn: string }
  /** The most connections to the database that this process opens. */
  databaseConnections: number
  openai: {
    apiKey: string
    /** Null: OpenAI's own. */
    baseUrl: string | null
    model: string
    /** US dollars for a million tokens. Null: costs are told in tokens alone. */
    prices: { input: number; output: number } | null
  } | null
  /** What a workspace may use in a month where its admin has set nothing. */
  monthlyTokens: number
  logLevel: (typeof LOG_LEVELS)[number]
  /** The language for texts without a known reader, and for people whose locale Slack does not give. */
  defaultLocale: Locale
  healthPort: number
  /** The IP address on which the health server listens. */
  healthHost: string
  /** For tests and the demo: the file with the clock's offset. */
  clockFile: string | null
}

/** Error messages never contain a value: it may be a secret in the wrong variable. */
const port = (name: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, `${name} must be a port number, such as 3000.`)
    .transform(Number)
    .refine((value) => value <= 65_535, `${name} must be a port number up to 65535.`)
const address = (name: string) =>
  z.union(
    [z.ipv4(), z.ipv6()],
    `${name} must be an IP address of this machine, such as 127.0.0.1 or 0.0.0.0.`,
  )
const withPrefix = (name: string, prefix: string) =>
  z.string().startsWith(prefix, `${name} must start with "${prefix}": it looks like another kind of token.`)
const price = (name: string) =>
  z
    .string()
    .regex(/^\d{1,6}(\.\d{1,6})?$/, `${name} must be US dollars for a million tokens, such as 0.60.`)
    .transform(Number)
const httpUrl = (name: string) =>
  z.url({
    protocol: /^https?$/,
    error: `${name} must be a web address that starts with http:// or https://.`,
  })

const Environment = z.object({
  SLACK_BOT_TOKEN: z
    .string('SLACK_BOT_TOKEN is missing: the bot token of your Slack app, it starts with "xoxb-".')
    .pipe(withPrefix('SLACK_BOT_TOKEN', 'xoxb-')),
  SLACK_APP_TOKEN: withPrefix('SLACK_APP_TOKEN', 'xapp-').optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  PORT: port('PORT').optional(),
  HOST: address('HOST').default('0.0.0.0'),
  SLACK_API_URL: httpUrl('SLACK_API_URL').default('https://slack.com/api/'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'DATABASE_URL must be a Postgres address such as postgres://user:password@host:5432/name.',
    })
    .optional(),
  PGSSLROOTCERT: z.string().optional(),
  DATABASE_CONNECTIONS: z
    .string()
    .regex(/^([2-9]|[1-9]\d{1,2})$/, 'DATABASE_CONNECTIONS must be a number from 2 to 999.')
    .default('20')
    .transform(Number),
  PACESETTER_DATA: z.string().default('.pacesetter'),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: httpUrl('OPENAI_BASE_URL').optional(),
  OPENAI_MODEL: z.string().optional(),
  OPENAI_MONTHLY_TOKENS: z
    .string()
    .regex(/^\d{4,11}$/, 'OPENAI_MONTHLY_TOKENS must be a whole number of tokens from 1000.')
    .default('2000000')
    .transform(Number),
  OPENAI_INPUT_PRICE: price('OPENAI_INPUT_PRICE').optional(),
  OPENAI_OUTPUT_PRICE: price('OPENAI_OUTPUT_PRICE').optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`).default('info'),
  PACESETTER_LOCALE: z.enum(LOCALES, `PACESETTER_LOCALE must be one of ${LOCALES.join(', ')}.`).default('en'),
  HEALTH_PORT: port('HEALTH_PORT').default(8080),
  HEALTH_HOST: address('HEALTH_HOST').default('127.0.0.1'),
  PACESETTER_CLOCK_FILE: z.string().optional(),
})
type Environment = z.infer<typeof Environment>

export const VARIABLES = Object.keys(Environment.shape)

export type ConfigResult = { ok: true; config: Config } | { ok: false; problems: readonly string[] }

/** An empty variable counts as not set. */
export function readConfig(environment: Record<string, string | undefined> = process.env): ConfigResult {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = Environment.safeParse(set)
  const problems = [
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => issue.message)),
    ...problemsAcrossVariables(set),
  ]
  if (!parsed.success || problems.length > 0) return { ok: false, problems }
  return { ok: true, config: toConfig(parsed.data) }
}

function problemsAcrossVariables(set: Record<string, unknown>): string[] {
  const problems: string[] = []
  if (!set.SLACK_APP_TOKEN && !set.SLACK_SIGNING_SECRET)
    problems.push(
      'SLACK_APP_TOKEN is missing: set it for Socket Mode, or set SLACK_SIGNING_SECRET and PORT to receive HTTP requests.',
    )
  if (!set.SLACK_APP_TOKEN && set.SLACK_SIGNING_SECRET && !set.PORT)
    problems.push('PORT is missing: with SLACK_SIGNING_SECRET it says where Slack’s HTTP requests arrive.')
  if (set.OPENAI_API_KEY && !set.OPENAI_MODEL)
    problems.push('OPENAI_MODEL is missing: with OPENAI_API_KEY it says which model to ask.')
  if (Boolean(set.OPENAI_INPUT_PRICE) !== Boolean(set.OPENAI_OUTPUT_PRICE))
    problems.push('OPENAI_INPUT_PRICE and OPENAI_OUTPUT_PRICE are set together: costs need both.')
  const url = databaseUrl(set)
  const address = url !== undefined && URL.canParse(url) ? readAddress(url) : null
  if (address && !address.ok) problems.push(`DATABASE_URL: ${address.problem}.`)
  return problems
}

/** With the root certificate of PGSSLROOTCERT, unless the address names one itself. */
function databaseUrl(set: { DATABASE_URL?: unknown; PGSSLROOTCERT?: unknown }): string | undefined {
  const { DATABASE_URL: text, PGSSLROOTCERT: rootFile } = set
  if (typeof text !== 'string') return undefined
  if (typeof rootFile !== 'string' || !URL.canParse(text)) return text
  const url = new URL(text)
  if (!url.searchParams.has('sslrootcert')) url.searchParams.set('sslrootcert', rootFile)
  return url.href
}

function toConfig(set: Environment): Config {
  const url = databaseUrl(set)
  return {
    slack: {
      botToken: set.SLACK_BOT_TOKEN,
      apiUrl: set.SLACK_API_URL.endsWith('/') ? set.SLACK_API_URL : `${set.SLACK_API_URL}/`,
      connection: set.SLACK_APP_TOKEN
        ? { mode: 'socket', appToken: set.SLACK_APP_TOKEN }
        : {
            mode: 'http',
            signingSecret: set.SLACK_SIGNING_SECRET ?? '',
            host: set.HOST,
            port: set.PORT ?? 0,
          },
    },
    database: url ? { url } : { embeddedIn: set.PACESETTER_DATA },
    databaseConnections: set.DATABASE_CONNECTIONS,
    openai: openaiIn(set),
    monthlyTokens: set.OPENAI_MONTHLY_TOKENS,
    logLevel: set.LOG_LEVEL,
    defaultLocale: set.PACESETTER_LOCALE,
    healthPort: set.HEALTH_PORT,
    healthHost: set.HEALTH_HOST,
    clockFile: set.PACESETTER_CLOCK_FILE ?? null,
  }
}

function openaiIn(set: Environment): Config['openai'] {
  const { OPENAI_API_KEY: apiKey, OPENAI_INPUT_PRICE: input, OPENAI_OUTPUT_PRICE: output } = set
  if (!apiKey) return null
  const prices = input === undefined || output === undefined ? null : { input, output }
  return { apiKey, baseUrl: set.OPENAI_BASE_URL ?? null, model: set.OPENAI_MODEL ?? '', prices }
}
