// Beside the tick: makes the words by which insights are searched that an earlier release has left without.
import type { Context } from '../../../core/context.ts'
import { addMissingWords } from '../db/insights.ts'

const AT_ONCE = 200

/** One look into an index of what is missing; a stop in between loses nothing. */
export async function indexInsights({ db, log }: Context): Promise<void> {
  let count = 0
  for (let more = AT_ONCE; more === AT_ONCE; count += more) more = await addMissingWords(db, AT_ONCE)
  if (count > 0) log.info({ count }, 'insights indexed')
}
