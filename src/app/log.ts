// The bot's log: one JSON object per line, with ids and reasons, never a token or what a person wrote.
import { pino } from 'pino'
import type { Log } from '../core/context.ts'
import type { Config } from './config.ts'

/** Slack tokens, API keys of language models, and passwords in database URLs, anywhere in a log line. */
const SECRET = /\bx(?:ox[a-z]|app)-[\w-]+|\bsk-[\w-]{16,}|(?<=:\/\/[^\s:@/]+:)[^\s@/]+(?=@)/g

const withoutSecrets = (text: string): string => text.replaceAll(SECRET, '[secret]')

/** `write`: receives the lines in tests; standard output by default. */
export function createLog(level: Config['logLevel'], write?: (line: string) => void): Log {
  const options = {
    level,
    base: null,
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: { streamWrite: withoutSecrets },
  }
  return write ? pino(options, { write }) : pino(options)
}
