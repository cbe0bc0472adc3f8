// Retries an expectation until it holds or the time is up, then throws its last error.
import { setTimeout as sleep } from 'node:timers/promises'

export async function eventually(
  expectation: () => void | Promise<void>,
  withinMilliseconds = 20_000,
): Promise<void> {
  const deadline = performance.now() + withinMilliseconds
  for (;;) {
    try {
      return await expectation()
    } catch (complaint) {
      if (performance.now() > deadline) throw complaint
      await sleep(25)
    }
  }
}
