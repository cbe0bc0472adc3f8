// Brings the demo to the moment at which a visitor finds it.

import { DEMO_DATE } from './company.ts'
import { SHANGHAI_MORNING } from './day.ts'
import type { Harness } from './harness/harness.ts'
import { playScenes } from './play.ts'

/** Five past nine in London. */
const OPENING = `${DEMO_DATE}T09:05:00Z`

/** Prompts wait in London and Berlin, Shanghai has answered, and two hours later all is closed. */
export async function openMorning(harness: Harness): Promise<void> {
  await playScenes(harness, SHANGHAI_MORNING, () => {})
  await harness.moveTo(OPENING)
}
