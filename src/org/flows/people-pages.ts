// Reads the people of a workspace from Slack page by page, the first who came first.
import type { PeoplePage } from '../../core/context.ts'

export interface ReadPage {
  people: PeoplePage['people']
  /** There are no more. */
  isLast: boolean
}

/** At most `most` pages; `ask` gets the cursor of each, null for the first. */
export async function* peoplePages(
  ask: (cursor: string | null) => Promise<PeoplePage>,
  most: number,
): AsyncGenerator<ReadPage, void> {
  let cursor: string | null = null
  for (let page = 0; page < most; page += 1) {
    const { people, next }: PeoplePage = await ask(cursor)
    yield { people, isLast: next === null }
    if (next === null) return
    cursor = next
  }
}
