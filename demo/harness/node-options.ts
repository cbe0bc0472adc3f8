// The Node options of `npm start`, for every process that runs the bot.
import { readFileSync } from 'node:fs'

const ROOT = new URL('../../', import.meta.url)

/** Paths are absolute, so that they work in any working directory. */
export function startOptions(): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as {
    scripts: { start: string }
  }
  const options = scripts.start.match(/(?<=^node ).*(?= --env-file)/)?.[0].split(' ') ?? []
  return options.map((option) => (option.startsWith('./') ? new URL(option, ROOT).href : option))
}
