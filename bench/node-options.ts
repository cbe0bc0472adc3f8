// What the bot's process is measured with: the options of `npm start`, and a profile where one is asked for.
import { startOptions } from '../demo/harness/node-options.ts'

/** With BENCH_PROFILE, a folder, the process leaves its CPU profile there. */
export function nodeOptions(): string[] {
  const folder = process.env.BENCH_PROFILE
  return [...startOptions(), ...(folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [])]
}
