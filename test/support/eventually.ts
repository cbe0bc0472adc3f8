// Waits for an expectation to hold, looking again and again; fails with its last complaint.
import { setTimeout as sleep } from 'node:timers/promises'

export async function eventually(
  expectation: () => void | Promise<void>,
  withinMilliseconds = 8000,
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
