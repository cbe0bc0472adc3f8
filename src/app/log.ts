// The bot's log: one JSON object a line. Ids and reasons, never a token and never what a person wrote.
import { pino } from 'pino'
import type { Log } from '../core/context.ts'
import type { Config } from './config.ts'

/** Slack's tokens, keys of language models, and passwords in database addresses, wherever they turn up in a sentence. */
const SECRET = /\bx(?:ox[a-z]|app)-[\w-]+|\bsk-[\w-]{16,}|(?<=:\/\/[^\s:@/]+:)[^\s@/]+(?=@)/g

const withoutSecrets = (text: string): string => text.replaceAll(SECRET, '[secret]')

/** `write`: where the lines go, standard output unless a test listens. */
export function createLog(level: Config['logLevel'], write?: (line: string) => void): Log {
  const options = {
    level,
    base: null,
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: { streamWrite: withoutSecrets },
  }
  return write ? pino(options, { write }) : pino(options)
}
