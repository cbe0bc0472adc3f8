// Moves the demo to the time at which its page is opened to visitors, with a tour.

import { DEMO_DATE } from './company.ts'
import { SHANGHAI_MORNING } from './day.ts'
import type { Harness } from './harness/harness.ts'
import { playScenes } from './play.ts'
import { tourFrom } from './tour.ts'

/** Five past nine in London. */
const OPENING = `${DEMO_DATE}T09:05:00Z`

/** At this time London and Berlin have open prompts, and Shanghai has answered. */
export async function openMorning(harness: Harness): Promise<void> {
  await playScenes(harness, SHANGHAI_MORNING, () => {})
  await harness.moveTo(OPENING)
  harness.sandbox.tour = tourFrom(harness.sandbox, harness.now())
}
