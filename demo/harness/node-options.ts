// The options of Node that `npm start` gives the bot, for every process that stands for it.
import { readFileSync } from 'node:fs'

const ROOT = new URL('../../', import.meta.url)

/** Also where the working directory is another. */
export function startOptions(): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as {
    scripts: { start: string }
  }
  const options = scripts.start.match(/(?<=^node ).*(?= --env-file)/)?.[0].split(' ') ?? []
  return options.map((option) => (option.startsWith('./') ? new URL(option, ROOT).href : option))
}
