// The Node options for the measured process: those of `npm start`, and CPU profiling on request.
import { startOptions } from '../demo/harness/node-options.ts'

/** With BENCH_PROFILE, a folder, the process leaves its CPU profile there. */
export function nodeOptions(): string[] {
  const folder = process.env.BENCH_PROFILE
  return [...startOptions(), ...(folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [])]
}
