// The options of Node that `npm start` gives the bot, for every process of the bench that stands for it.
import { readFileSync } from 'node:fs'

/** With BENCH_PROFILE, a folder, the process also leaves its CPU profile there. */
export function nodeOptions(): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    scripts: { start: string }
  }
  const options = scripts.start.match(/(?<=^node ).*(?= --env-file)/)?.[0].split(' ') ?? []
  const folder = process.env.BENCH_PROFILE
  return [...options, ...(folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [])]
}
